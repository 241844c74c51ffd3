/*
 * Reading the first sheet of an XLSX workbook (ECMA-376, part 1, 18.3), row by row.
 *
 * The file is a stranger's: its parts are unpacked in pieces and never kept whole,
 * and the number of parts, their size, how densely they are packed, rows, columns
 * and cells are limited. A document type, and so any entity, ends the reading.
 */
#ifndef EXCHANGE_WORKBOOK_H
#define EXCHANGE_WORKBOOK_H

#include "exchange/table.h"

/* See table_read. Days in cells that look like dates become YYYY-MM-DD. */
const char *workbook_read(struct arena *a, struct bytes file, table_fn fn, void *arg);

#endif
