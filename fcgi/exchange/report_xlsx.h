/*
 * A report as an Excel workbook: a first sheet that says what it is, and a
 * second with a row a measure, numbers as numbers.
 */
#ifndef EXCHANGE_REPORT_XLSX_H
#define EXCHANGE_REPORT_XLSX_H

#include "report/result.h"

/*
 * The bytes of the file, of the arena. A temporary directory that can't be
 * written is a fault.
 */
struct bytes report_xlsx(struct arena *a, const struct result *r, const char *site);

#endif
