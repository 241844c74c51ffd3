/*
 * Between our rows and Connector/C's: binding parameters, fetching columns.
 * For db.c only.
 */
#ifndef DB_BIND_H
#define DB_BIND_H

#include <mysql.h>

#include "base/arena.h"
#include "base/row.h"

enum { BIND_MAX = 64 };

/* Room for the values that MYSQL_BIND points at while a statement runs. */
struct bind_value {
	MYSQL_TIME time;
	unsigned long length;
	my_bool is_null;
	char first[256]; /* the beginning of a text; most fit */
};

/* Binds the arguments of one call, in the order of the question marks. */
void bind_params(MYSQL_BIND *binds, struct bind_value *values, const struct query *q,
		 const void *const *args);

/* Where the columns go: straight into `row`, or into `values` when a copy is needed. */
void bind_columns(MYSQL_BIND *binds, struct bind_value *values, const struct query *q, void *row);

/*
 * Finishes a row after a fetch: dates, texts and NULLs; texts live in `a`.
 * Returns the name of a column that was NULL against its descriptor, else NULL.
 */
const char *bind_finish_row(struct arena *a, MYSQL_STMT *stmt, MYSQL_BIND *binds,
			    struct bind_value *values, const struct query *q, void *row);

/* Binds one parameter of a bulk statement to the column of `n` rows. */
void bind_bulk(struct arena *a, MYSQL_BIND *bind, const struct col *col, const void *rows,
	       size_t row_size, size_t n);

/* Sets the type of a bind; a date or time in the server's form. */
void bind_kind(MYSQL_BIND *bind, const struct col *col);
void bind_time(enum col_type type, const void *value, MYSQL_TIME *to);

/* Whether a column of the server's type can be read as ours. */
bool bind_type_fits(const struct col *col, const MYSQL_FIELD *field);

#endif
