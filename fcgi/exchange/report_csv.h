/*
 * A report as a table (RFC 4180, UTF-8): a row a measure, with all that is said
 * of it; shares from 0 to 1 with all their digits.
 */
#ifndef EXCHANGE_REPORT_CSV_H
#define EXCHANGE_REPORT_CSV_H

#include "report/result.h"

/* The bytes of the file, of the arena. `site` is not used. */
struct bytes report_csv(struct arena *a, const struct result *r, const char *site);

#endif
