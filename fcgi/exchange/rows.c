/* Rows of figures as CSV: see rows.h. */
#include "exchange/rows.h"

#include <string.h>

#include "base/fault.h"
#include "base/text.h"
#include "measure/csv.h"

enum { FILE_MAX = 32 * 1024 * 1024 };

struct rows
rows_new(struct arena *a)
{
	return (struct rows){ a, buf_new(a, FILE_MAX), false };
}

void
rows_text(struct rows *t, const char *value)
{
	if (t->begun)
		buf_char(t->out, ',');
	t->begun = true;
	if (value == NULL)
		return;
	if (value[0] != '\0' && strchr("=+-@\t\r", value[0]) != NULL)
		value = arena_printf(t->a, "'%s", value);
	csv_add_field(t->out, value);
}

void
rows_count(struct rows *t, uint32_t n)
{
	rows_text(t, arena_printf(t->a, "%u", n));
}

void
rows_share(struct rows *t, double value)
{
	rows_text(t, text_exact(t->a, value));
}

void
rows_nothing(struct rows *t, size_t fields)
{
	for (size_t i = 0; i < fields; i++)
		rows_text(t, NULL);
}

void
rows_end(struct rows *t)
{
	buf_str(t->out, "\r\n");
	t->begun = false;
}

struct bytes
rows_bytes(const struct rows *t)
{
	if (t->out->full)
		fault("a table of more than %d bytes", (int)FILE_MAX);
	return (struct bytes){ t->out->data, t->out->len };
}
