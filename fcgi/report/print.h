/*
 * A report on paper: PDF of A4 pages, or of Letter pages for practices in
 * countries that print on those. A first page that may hang on the wall, then
 * a table for each module, then how to read it all.
 */
#ifndef REPORT_PRINT_H
#define REPORT_PRINT_H

#include "report/result.h"

/* The bytes of the file, of the arena. `site` stands in the foot. */
struct bytes report_print(struct arena *a, const struct result *r, const char *site);

#endif
