/* Rows of CSV: see csv.h. */
#include "measure/csv.h"

#include <string.h>

#include "base/text.h"

struct csv *
csv_new(struct arena *a, FILE *in)
{
	struct csv *csv = arena_alloc(a, sizeof *csv);

	csv->in = in;
	csv->separator = ',';
	csv->row = buf_new(a, CSV_MAX_ROW);
	csv->fields = arena_array(a, CSV_MAX_FIELDS, sizeof *csv->fields);
	csv->starts = arena_array(a, CSV_MAX_FIELDS, sizeof *csv->starts);
	csv->line = 1;
	return csv;
}

static int
next_byte(struct csv *csv)
{
	int c = getc_unlocked(csv->in);

	if (c == '\n')
		csv->line++;
	return c;
}

/* The byte behind the one just read, without taking it. */
static int
peek(struct csv *csv)
{
	int c = getc_unlocked(csv->in);

	if (c != EOF)
		ungetc(c, csv->in);
	return c;
}

static void
wrong(struct csv *csv, const char *error)
{
	csv->error = error;
	csv->error_line = csv->line;
	csv->error_column = (int)csv->n_fields;
}

static void
skip_mark(struct csv *csv)
{
	static const int mark[] = { 0xef, 0xbb, 0xbf };

	for (size_t i = 0; i < 3; i++) {
		if (peek(csv) != mark[i])
			return;
		next_byte(csv);
	}
}

static bool
begin_field(struct csv *csv)
{
	if (csv->n_fields == CSV_MAX_FIELDS) {
		wrong(csv, "the row has too many fields");
		return false;
	}
	csv->starts[csv->n_fields] = csv->row->len;
	csv->fields[csv->n_fields].line = csv->line;
	csv->fields[csv->n_fields].column = (int)csv->n_fields + 1;
	csv->n_fields++;
	return true;
}

/* The inside of a quoted field; its first quote has been read. */
static bool
read_quoted(struct csv *csv)
{
	for (;;) {
		int c = next_byte(csv);

		if (c == EOF) {
			wrong(csv, "a quoted field has no end; expected \"");
			return false;
		}
		if (c == '"' && peek(csv) != '"')
			return true;
		if (c == '"')
			next_byte(csv);
		buf_char(csv->row, (char)c);
	}
}

/* What ends a field: the separator, '\n' or EOF; anything else is an error (0). */
static int
field_end(struct csv *csv)
{
	int c = next_byte(csv);

	if (c == '\r' && peek(csv) == '\n')
		c = next_byte(csv);
	if (c == csv->separator || c == '\n' || c == EOF)
		return c;
	wrong(csv, "expected a comma or the end of the line after a quoted field");
	return 0;
}

static int
read_plain(struct csv *csv)
{
	for (;;) {
		int c = next_byte(csv);

		if (c == '\r' && peek(csv) == '\n')
			c = next_byte(csv);
		if (c == csv->separator || c == '\n' || c == EOF)
			return c;
		if (c == '"') {
			wrong(csv, "a quote stands inside a field that is not quoted");
			return 0;
		}
		buf_char(csv->row, (char)c);
	}
}

/* Reads one field; what ended it, 0 after an error. */
static int
read_field(struct csv *csv)
{
	int end;

	if (!begin_field(csv))
		return 0;
	if (peek(csv) == '"') {
		next_byte(csv);
		end = read_quoted(csv) ? field_end(csv) : 0;
	} else {
		end = read_plain(csv);
	}
	buf_char(csv->row, '\0');
	return end;
}

/* The texts have their place now; false if one is no clean text. */
static bool
finish_row(struct csv *csv)
{
	if (csv->row->full) {
		wrong(csv, "the row is too long");
		return false;
	}
	for (size_t i = 0; i < csv->n_fields; i++) {
		size_t end = i + 1 < csv->n_fields ? csv->starts[i + 1] : csv->row->len;

		csv->fields[i].text = csv->row->data + csv->starts[i];
		if (text_is_clean_utf8(csv->fields[i].text, end - csv->starts[i] - 1))
			continue;
		wrong(csv, "the field is not clean UTF-8 text");
		csv->error_line = csv->fields[i].line;
		csv->error_column = csv->fields[i].column;
		return false;
	}
	return true;
}

enum csv_state
csv_next(struct csv *csv)
{
	int end;

	if (!csv->begun)
		skip_mark(csv);
	csv->begun = true;
	while (peek(csv) == '\n')
		next_byte(csv);
	if (peek(csv) == EOF)
		return CSV_END;
	buf_clear(csv->row);
	csv->n_fields = 0;
	do {
		end = read_field(csv);
	} while (end == csv->separator);
	if (end == 0 || !finish_row(csv))
		return CSV_WRONG;
	return CSV_ROW;
}

void
csv_write_field(FILE *out, const char *text)
{
	if (strpbrk(text, ",\"\r\n") == NULL) {
		fputs(text, out);
		return;
	}
	putc('"', out);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			putc('"', out);
		putc(*text, out);
	}
	putc('"', out);
}

void
csv_add_field(struct buf *out, const char *text)
{
	if (strpbrk(text, ",\"\r\n") == NULL) {
		buf_str(out, text);
		return;
	}
	buf_char(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buf_char(out, '"');
		buf_char(out, *text);
	}
	buf_char(out, '"');
}
