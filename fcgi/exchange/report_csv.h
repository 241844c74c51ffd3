/*
 * A report as a table (RFC 4180, UTF-8): a row a measure, with all that is said
 * of it; shares from 0 to 1 with all their digits. Behind the practice's rows
 * come those of its sites, physicians and fellows; `level` and `unit` say whose
 * a row is, `compared` is beside all other practices, `rest_compared` beside
 * the rest of the practice ("few": too few charts to tell).
 */
#ifndef EXCHANGE_REPORT_CSV_H
#define EXCHANGE_REPORT_CSV_H

#include "report/result.h"

/* The bytes of the file, of the arena. `site` is not used. */
struct bytes report_csv(struct arena *a, const struct result *r, const char *site);

#endif
