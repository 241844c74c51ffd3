/* Rows of text out of a file: see table.h. */
#include "exchange/table.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/fault.h"
#include "exchange/workbook.h"
#include "measure/csv.h"

enum {
	SERIAL_1970 = 25569,      /* 1970-01-01 as a day number of the 1900 system */
	SERIAL_1970_1904 = 24107, /* and of the 1904 system */
	SERIAL_NO_DAY = 60,       /* 29 February 1900, which never was */
};

bool
table_is_workbook(struct bytes file)
{
	return file.size >= 4 && memcmp(file.data, "PK\3\4", 4) == 0;
}

bool
table_serial_day(double serial, bool from_1904, int32_t *day)
{
	int32_t whole;

	if (!(serial >= 1 && serial < 2958466)) /* up to 9999-12-31 */
		return false;
	whole = (int32_t)serial;
	if (from_1904)
		*day = whole - SERIAL_1970_1904;
	else if (whole == SERIAL_NO_DAY)
		return false;
	else
		*day = whole - SERIAL_1970 + (whole < SERIAL_NO_DAY);
	return date_to_parts(*day).year <= 9999;
}

/* One code point as UTF-8. */
static void
put_utf8(struct buf *out, uint32_t c)
{
	if (c < 0x80) {
		buf_char(out, (char)c);
	} else if (c < 0x800) {
		buf_char(out, (char)(0xc0 | c >> 6));
		buf_char(out, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		buf_char(out, (char)(0xe0 | c >> 12));
		buf_char(out, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_char(out, (char)(0x80 | (c & 0x3f)));
	} else {
		buf_char(out, (char)(0xf0 | c >> 18));
		buf_char(out, (char)(0x80 | (c >> 12 & 0x3f)));
		buf_char(out, (char)(0x80 | (c >> 6 & 0x3f)));
		buf_char(out, (char)(0x80 | (c & 0x3f)));
	}
}

static uint32_t
unit_at(const uint8_t *bytes, size_t at, bool big)
{
	return big ? (uint32_t)bytes[at] << 8 | bytes[at + 1]
		   : (uint32_t)bytes[at + 1] << 8 | bytes[at];
}

/* UTF-16 behind its mark as UTF-8. A lone surrogate becomes what is no clean UTF-8. */
static struct bytes
from_utf16(struct arena *a, struct bytes file, bool big)
{
	const uint8_t *bytes = file.data;
	struct buf *out = buf_new(a, file.size * 2 + 1);

	for (size_t at = 2; at + 1 < file.size; at += 2) {
		uint32_t c = unit_at(bytes, at, big), low = 0;

		if (c >= 0xd800 && c < 0xdc00 && at + 3 < file.size)
			low = unit_at(bytes, at + 2, big);
		if (low >= 0xdc00 && low < 0xe000) {
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
			at += 2;
		}
		put_utf8(out, c);
	}
	return (struct bytes){ out->data, out->len };
}

/* Line ends of CR alone, of old spreadsheets, become LF. */
static struct bytes
with_line_feeds(struct arena *a, struct bytes file)
{
	char *copy;

	if (file.size == 0 || memchr(file.data, '\n', file.size) != NULL ||
	    memchr(file.data, '\r', file.size) == NULL)
		return file;
	copy = arena_strn(a, file.data, file.size);
	for (size_t i = 0; i < file.size; i++)
		if (copy[i] == '\r')
			copy[i] = '\n';
	return (struct bytes){ copy, file.size };
}

static struct bytes
as_utf8(struct arena *a, struct bytes file)
{
	const uint8_t *bytes = file.data;

	if (file.size >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
		file = from_utf16(a, file, false);
	else if (file.size >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
		file = from_utf16(a, file, true);
	return with_line_feeds(a, file);
}

/* What stands between fields, by the heading. */
static char
separator_of(struct bytes file)
{
	const char *text = file.data;
	size_t len = 0;

	while (len < file.size && text[len] != '\n')
		len++;
	if (memchr(text, '\t', len) != NULL)
		return '\t';
	return memchr(text, ',', len) == NULL && memchr(text, ';', len) != NULL ? ';' : ',';
}

static void
close_file(void *file)
{
	fclose(file);
}

static bool
is_blank(const struct table_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->texts[i][strspn(row->texts[i], " \t")] != '\0')
			return false;
	return true;
}

static const char *
read_csv(struct arena *a, struct bytes file, table_fn fn, void *arg)
{
	const char **texts = arena_array(a, CSV_MAX_FIELDS, sizeof *texts);
	struct table_row row = { .texts = texts };
	enum csv_state state;
	struct csv *csv;
	FILE *in = fmemopen((void *)(uintptr_t)file.data, file.size, "r");

	must(in != NULL);
	arena_defer(a, close_file, in);
	csv = csv_new(a, in);
	csv->separator = separator_of(file);
	for (size_t rows = 0; (state = csv_next(csv)) == CSV_ROW;) {
		row.line = (unsigned)csv_line(csv, 0);
		row.n = csv->n_fields;
		for (size_t i = 0; i < row.n; i++)
			texts[i] = csv_text(csv, i);
		if (is_blank(&row))
			continue;
		if (++rows > TABLE_ROWS_MAX)
			return "The file has more than 20,000 charts. Divide it.";
		if (!fn(arg, &row))
			return NULL;
	}
	if (state == CSV_END)
		return NULL;
	return arena_printf(
		a, "Line %d is not CSV from field %d on: %s. Save the file as \"CSV UTF-8\".",
		csv->error_line, csv->error_column, csv->error);
}

const char *
table_read(struct arena *a, struct bytes file, table_fn fn, void *arg)
{
	if (table_is_workbook(file))
		return workbook_read(a, file, fn, arg);
	file = as_utf8(a, file);
	if (file.size == 0)
		return "The file is empty.";
	return read_csv(a, file, fn, arg);
}
