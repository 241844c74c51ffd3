/* A workbook being written: libxlsxwriter writes to files only, so it is given one in memory. */
#ifndef EXCHANGE_XLSX_FILE_H
#define EXCHANGE_XLSX_FILE_H

#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/row.h"

struct xlsx_file {
	struct arena *a;
	lxw_workbook *book;
	int memory;
};

/*
 * Begins one. With `by_rows` its cells must be written row by row, and only one
 * row is held in memory. A temporary directory that can't be written is a fault.
 */
struct xlsx_file *xlsx_file_new(struct arena *a, bool by_rows);

/* Ends it; its bytes, of the arena. */
struct bytes xlsx_file_end(struct xlsx_file *file);

#endif
