/* A report's workbook while it is written, for the report_xlsx*.c. Nobody else. */
#ifndef EXCHANGE_REPORT_BOOK_H
#define EXCHANGE_REPORT_BOOK_H

#include <xlsxwriter.h>

#include "report/result.h"

/* The looks that cells have. */
struct looks {
	lxw_format *title, *name, *fact, *note, *head, *text, *count, *share, *p, *good, *warn,
		*muted;
};

struct book {
	struct arena *a;
	const struct result *r;
	lxw_workbook *file;
	lxw_worksheet *sheet; /* the one that is written */
	struct looks looks;
	lxw_row_t row;
	lxw_col_t col;
};

/* One column of a sheet. */
struct column {
	const char *name;
	double width;
};

/* The next cell of the row; an empty one for nothing to say. */
void book_put_text(struct book *b, const char *text, lxw_format *f);
void book_put_number(struct book *b, double n, lxw_format *f);
void book_next_row(struct book *b);

/* Heads of columns, from the next cell on. */
void book_put_heads(struct book *b, const struct column *columns, size_t n);

/*
 * A sheet that is a table: its heads, which more may follow; and at its end how it is
 * scrolled, with the first columns frozen, and printed.
 */
void book_begin_table(struct book *b, const char *name, const struct column *columns, size_t n);
void book_end_table(struct book *b, lxw_col_t frozen);

/* The sheet that tells difference from chance, where anything was compared. */
void book_among(struct book *b);

/* The sheet of sites, physicians and fellows, where there are any. */
void book_levels(struct book *b);

/* The figures of all practices or of a group, or why they are hidden; and their heads. */
void book_put_yardstick(struct book *b, const struct yardstick *y, bool of_programs);
void book_put_yardstick_heads(struct book *b, const char *who);

/* The sheet of the Overall Quality Score, where there is one. */
void book_overall(struct book *b);

/* The sheet of the peer groups. */
void book_peers(struct book *b);

#endif
