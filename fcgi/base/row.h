/*
 * Descriptors of a statement and of its columns.
 *
 * sql/gen.awk writes one descriptor a statement. The database layer fills rows
 * by it, the view layer shows rows by it: the column's alias in the SQL is the
 * name in the template, and neither layer knows the other.
 */
#ifndef BASE_ROW_H
#define BASE_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum col_type {
	COL_U32,  /* uint32_t */
	COL_U64,  /* uint64_t */
	COL_I32,  /* int32_t */
	COL_I64,  /* int64_t */
	COL_F64,  /* double */
	COL_BOOL, /* bool */
	COL_DATE, /* int32_t, days since 1970-01-01 */
	COL_TIME, /* int64_t, seconds since 1970-01-01 00:00 UTC */
	COL_TEXT, /* const char *, UTF-8 */
	COL_BLOB, /* struct bytes */
};

struct bytes {
	const void *data;
	size_t size;
};

/*
 * One column. A column that may be NULL is a pointer in the row (text stays a
 * plain const char *), and NULL means SQL's NULL.
 */
struct col {
	const char *name;
	enum col_type type;
	bool nullable;
	size_t offset; /* of the member in the row; 0 for parameters */
};

enum query_kind { QUERY_ONE, QUERY_MANY, QUERY_EACH, QUERY_EXEC, QUERY_INSERT, QUERY_BULK };

struct query {
	const char *name;
	const char *sql;          /* with a question mark a parameter */
	enum query_kind kind;
	bool unique;              /* a duplicate key is an outcome, not a fault */
	bool raises_epoch;        /* may change what is remembered of sessions: db/epoch.h */
	uint16_t n_params, n_cols, n_marks;
	const struct col *params; /* in the order of the C function */
	const uint8_t *marks;     /* question mark i takes parameter marks[i] */
	const struct col *cols;
	size_t row_size;
	uint16_t number;          /* place among all statements, from 0 */
};

/*
 * A copy of a row, with all that it points to, in `size` bytes of room aligned for
 * any type; NULL if that is too little.
 */
void *row_pack(const struct query *q, const void *row, void *room, size_t size);

#endif
