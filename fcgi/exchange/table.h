/*
 * Rows of text out of a file that a person chose: CSV as programs really write it
 * (commas, semicolons or tabs; UTF-8 or UTF-16; any line ends), or the first sheet
 * of an XLSX workbook. Rows without any text are left out.
 */
#ifndef EXCHANGE_TABLE_H
#define EXCHANGE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/row.h"

enum {
	TABLE_CELL_MAX = 4000,  /* bytes of a cell of a workbook */
	TABLE_ROWS_MAX = 20001, /* the heading counted */
};

struct table_row {
	unsigned line; /* of the file; in a workbook the number of the row */
	size_t n;
	const char *const *texts; /* good until the next row */
	bool workbook;            /* numbers in it may be days */
	bool from_1904;           /* ... and those count from 1904 */
};

/* What is done with a row; false ends the reading. */
typedef bool (*table_fn)(void *arg, const struct table_row *row);

/* Whether a file is a zip archive, as workbooks are. */
bool table_is_workbook(struct bytes file);

/*
 * Reads a file row by row. What is wrong with it as a whole, as a sentence of
 * the arena (the rows before it were handed out), or NULL.
 */
const char *table_read(struct arena *a, struct bytes file, table_fn fn, void *arg);

/* The day of a spreadsheet's day number; false if it is none. */
bool table_serial_day(double serial, bool from_1904, int32_t *day);

#endif
