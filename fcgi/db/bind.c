/* Between our rows and Connector/C's: see bind.h. */
#include "db/bind.h"

#include <string.h>

#include "base/date.h"
#include "base/fault.h"

static MYSQL_TIME
to_mysql_date(int32_t day)
{
	struct date_parts p = date_to_parts(day);
	MYSQL_TIME t = { 0 };

	t.year = (unsigned)p.year;
	t.month = (unsigned)p.month;
	t.day = (unsigned)p.day;
	t.time_type = MYSQL_TIMESTAMP_DATE;
	return t;
}

static MYSQL_TIME
to_mysql_time(int64_t seconds)
{
	int32_t day = time_day(seconds);
	unsigned rest = (unsigned)(seconds - (int64_t)day * 86400);
	MYSQL_TIME t = to_mysql_date(day);

	t.hour = rest / 3600;
	t.minute = rest / 60 % 60;
	t.second = rest % 60;
	t.time_type = MYSQL_TIMESTAMP_DATETIME;
	return t;
}

static int32_t
from_mysql_date(const MYSQL_TIME *t)
{
	struct date_parts p = { (int)t->year, (int)t->month, (int)t->day };
	int32_t day = 0;

	if (!date_from_parts(p, &day))
		fault("the database gave the date %u-%u-%u", t->year, t->month, t->day);
	return day;
}

static int64_t
from_mysql_time(const MYSQL_TIME *t)
{
	return (int64_t)from_mysql_date(t) * 86400 + t->hour * 3600 + t->minute * 60 + t->second;
}

static enum enum_field_types
mysql_type(enum col_type type)
{
	static const enum enum_field_types types[] = {
		[COL_U32] = MYSQL_TYPE_LONG,      [COL_U64] = MYSQL_TYPE_LONGLONG,
		[COL_I32] = MYSQL_TYPE_LONG,      [COL_I64] = MYSQL_TYPE_LONGLONG,
		[COL_F64] = MYSQL_TYPE_DOUBLE,    [COL_BOOL] = MYSQL_TYPE_TINY,
		[COL_DATE] = MYSQL_TYPE_DATE,     [COL_TIME] = MYSQL_TYPE_DATETIME,
		[COL_TEXT] = MYSQL_TYPE_STRING,   [COL_BLOB] = MYSQL_TYPE_BLOB,
	};

	return types[type];
}

static bool
is_unsigned(enum col_type type)
{
	return type == COL_U32 || type == COL_U64 || type == COL_BOOL;
}

void
bind_kind(MYSQL_BIND *bind, const struct col *col)
{
	bind->buffer_type = mysql_type(col->type);
	bind->is_unsigned = is_unsigned(col->type);
}

void
bind_time(enum col_type type, const void *value, MYSQL_TIME *to)
{
	*to = type == COL_DATE ? to_mysql_date(*(const int32_t *)value)
			       : to_mysql_time(*(const int64_t *)value);
}

/* One argument. `value` keeps what must live until the statement has run. */
static void
bind_param(MYSQL_BIND *bind, struct bind_value *value, const struct col *col, const void *arg)
{
	const struct bytes *blob = arg;

	memset(bind, 0, sizeof *bind);
	value->is_null = arg == NULL || (col->type == COL_BLOB && blob->data == NULL);
	bind->is_null = &value->is_null;
	bind_kind(bind, col);
	if (value->is_null)
		return;
	bind->buffer = (void *)(uintptr_t)arg;
	if (col->type == COL_DATE || col->type == COL_TIME) {
		bind_time(col->type, arg, &value->time);
		bind->buffer = &value->time;
	} else if (col->type == COL_TEXT) {
		bind->buffer_length = (unsigned long)strlen(arg);
	} else if (col->type == COL_BLOB) {
		bind->buffer = (void *)(uintptr_t)blob->data;
		bind->buffer_length = (unsigned long)blob->size;
	}
}

void
bind_params(MYSQL_BIND *binds, struct bind_value *values, const struct query *q,
	    const void *const *args)
{
	must(q->n_marks <= BIND_MAX);
	for (int i = 0; i < q->n_marks; i++)
		bind_param(&binds[i], &values[i], &q->params[q->marks[i]], args[q->marks[i]]);
}

static bool
is_scalar(const struct col *col)
{
	return col->type < COL_DATE;
}

void
bind_columns(MYSQL_BIND *binds, struct bind_value *values, const struct query *q, void *row)
{
	must(q->n_cols <= BIND_MAX);
	memset(binds, 0, q->n_cols * sizeof *binds);
	for (int i = 0; i < q->n_cols; i++) {
		const struct col *col = &q->cols[i];

		bind_kind(&binds[i], col);
		binds[i].is_null = &values[i].is_null;
		binds[i].length = &values[i].length;
		binds[i].buffer = values[i].first;
		binds[i].buffer_length = sizeof values[i].first;
		if (is_scalar(col) && !col->nullable)
			binds[i].buffer = (char *)row + col->offset;
		else if (col->type == COL_DATE || col->type == COL_TIME)
			binds[i].buffer = &values[i].time;
	}
}

/* The whole of a text or blob: what came first, or fetched again at full length. */
static void *
long_value(struct arena *a, MYSQL_STMT *stmt, const MYSQL_BIND *from, struct bind_value *value,
	   unsigned column)
{
	char *copy = arena_alloc(a, value->length + 1);
	MYSQL_BIND again = *from;

	if (value->length <= sizeof value->first) {
		memcpy(copy, value->first, value->length);
		return copy;
	}
	again.buffer = copy;
	again.buffer_length = value->length;
	if (mysql_stmt_fetch_column(stmt, &again, column, 0) != 0)
		fault("column %u: %s", column, mysql_stmt_error(stmt));
	return copy;
}

/* A scalar in the arena, for a column that may be NULL. */
static void *
scalar_copy(struct arena *a, const struct col *col, const struct bind_value *value)
{
	size_t size = col->type == COL_BOOL ? sizeof(bool)
		    : col->type == COL_U32 || col->type == COL_I32 ? sizeof(int32_t)
								   : sizeof(int64_t);
	void *copy = arena_alloc(a, size);

	memcpy(copy, value->first, size);
	return copy;
}

static void
finish_date(struct arena *a, const struct col *col, const struct bind_value *value, void *at)
{
	if (col->type == COL_DATE) {
		int32_t day = from_mysql_date(&value->time);
		int32_t *to = col->nullable ? arena_alloc(a, sizeof *to) : at;

		*to = day;
		if (col->nullable)
			*(const int32_t **)at = to;
	} else {
		int64_t seconds = from_mysql_time(&value->time);
		int64_t *to = col->nullable ? arena_alloc(a, sizeof *to) : at;

		*to = seconds;
		if (col->nullable)
			*(const int64_t **)at = to;
	}
}

const char *
bind_finish_row(struct arena *a, MYSQL_STMT *stmt, MYSQL_BIND *binds, struct bind_value *values,
		const struct query *q, void *row)
{
	for (unsigned i = 0; i < q->n_cols; i++) {
		const struct col *col = &q->cols[i];
		void *at = (char *)row + col->offset;

		if (values[i].is_null) {
			if (!col->nullable)
				return col->name;
			if (col->type == COL_BLOB)
				*(struct bytes *)at = (struct bytes){ NULL, 0 };
			else
				*(void **)at = NULL;
		} else if (col->type == COL_TEXT) {
			*(const char **)at = long_value(a, stmt, &binds[i], &values[i], i);
		} else if (col->type == COL_BLOB) {
			((struct bytes *)at)->data = long_value(a, stmt, &binds[i], &values[i], i);
			((struct bytes *)at)->size = values[i].length;
		} else if (col->type == COL_DATE || col->type == COL_TIME) {
			finish_date(a, col, &values[i], at);
		} else if (col->nullable) {
			*(void **)at = scalar_copy(a, col, &values[i]);
		}
	}
	return NULL;
}

bool
bind_type_fits(const struct col *col, const MYSQL_FIELD *field)
{
	bool whole = IS_NUM(field->type) && field->type != MYSQL_TYPE_DOUBLE &&
		     field->type != MYSQL_TYPE_FLOAT && field->type != MYSQL_TYPE_NEWDECIMAL;
	bool binary = field->charsetnr == 63; /* the character set "binary" */
	bool bytes = field->type == MYSQL_TYPE_STRING || field->type == MYSQL_TYPE_VAR_STRING ||
		     field->type == MYSQL_TYPE_BLOB || field->type == MYSQL_TYPE_LONG_BLOB ||
		     field->type == MYSQL_TYPE_MEDIUM_BLOB;

	switch (col->type) {
	case COL_U32: case COL_I32:
		return whole && field->type != MYSQL_TYPE_LONGLONG;
	case COL_U64: case COL_I64: case COL_BOOL:
		return whole;
	case COL_F64:
		return field->type == MYSQL_TYPE_DOUBLE || field->type == MYSQL_TYPE_FLOAT;
	case COL_DATE:
		return field->type == MYSQL_TYPE_DATE;
	case COL_TIME:
		return field->type == MYSQL_TYPE_DATETIME || field->type == MYSQL_TYPE_TIMESTAMP;
	case COL_TEXT:
		return bytes && !binary;
	case COL_BLOB:
		return bytes && binary;
	}
	return false;
}
