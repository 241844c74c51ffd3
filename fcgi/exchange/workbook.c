/*
 * The first sheet of an XLSX workbook: see workbook.h. Read in this order: the
 * workbook (which sheet is first, which day is day 0), what its relations call the
 * parts, the styles (which cells are days), the shared texts, then the sheet.
 */
#include "exchange/workbook.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "exchange/part.h"

enum {
	COLUMNS_MAX = 4096,
	SHARED_FIRST = 256,                  /* room for shared texts at first */
	SHARED_MAX = 400000,                 /* texts in the table of shared ones ... */
	SHARED_BYTES_MAX = 12 * 1024 * 1024, /* ... and what they may hold together */
	FORMATS_MAX = 4096,
	ROW_BYTES_MAX = 256 * 1024,
};

struct book {
	struct arena *a;
	struct parts parts;
	const char *sheet_id;                /* the relation of the first sheet */
	const char *sheet, *shared, *styles; /* paths, or NULL */
	const char **texts;                  /* the shared ones */
	size_t n_texts, room, text_bytes;
	uint16_t *date_formats; /* numbers of formats of the book's own that show days */
	size_t n_date_formats;
	bool *is_date; /* by the style of a cell */
	size_t n_styles;
	bool in_styles, in_text, in_phonetic;
	/* the sheet */
	table_fn fn;
	void *arg;
	struct table_row row;
	const char **cells;
	struct buf *row_text; /* the row's texts, each with a NUL behind */
	size_t *offsets;      /* of each cell in it, plus one; 0: empty */
	size_t rows, column;
	char type[12];
	size_t style;
	bool in_value;
};

static void
nothing(struct part *part, const char *name)
{
	(void)part;
	(void)name;
}

static void
on_workbook(struct part *part, const char *name, const char **attributes)
{
	struct book *b = part->about;
	const char *flag;

	buf_clear(part->text);
	if (text_equal(name, "workbookPr")) {
		flag = part_attribute(attributes, "date1904");
		b->row.from_1904 = flag != NULL &&
				   (text_equal(flag, "1") || text_equal(flag, "true"));
	}
	if (text_equal(name, "sheet") && b->sheet_id == NULL) {
		/* not r:id's namesake without a prefix, which sheets do not have */
		b->sheet_id = arena_str(b->a, part_attribute(attributes, "id"));
	}
}

/* "worksheets/sheet1.xml" and "/xl/worksheets/sheet1.xml" are the same part. */
static const char *
part_path(struct arena *a, const char *target)
{
	return *target == '/' ? arena_str(a, target + 1) : arena_printf(a, "xl/%s", target);
}

static void
on_relation(struct part *part, const char *name, const char **attributes)
{
	struct book *b = part->about;
	const char *id = part_attribute(attributes, "Id"),
		   *type = part_attribute(attributes, "Type");
	const char *target = part_attribute(attributes, "Target");

	buf_clear(part->text);
	if (!text_equal(name, "Relationship") || id == NULL || type == NULL || target == NULL)
		return;
	if (b->sheet_id != NULL && text_equal(id, b->sheet_id) && text_ends(type, "/worksheet"))
		b->sheet = part_path(b->a, target);
	else if (text_ends(type, "/sharedStrings"))
		b->shared = part_path(b->a, target);
	else if (text_ends(type, "/styles"))
		b->styles = part_path(b->a, target);
}

/* Whether a number format shows a day: a year or day outside of quotes, escapes and brackets. */
static bool
shows_days(const char *code)
{
	for (; *code != '\0'; code++) {
		const char *end = *code == '"'   ? strchr(code + 1, '"')
				  : *code == '[' ? strchr(code, ']')
						 : code;

		if (end == NULL)
			return false;
		if ((*code == '\\' || *code == '_' || *code == '*') && code[1] != '\0')
			end = code + 1;
		else if (end == code && strchr("yYdD", *code) != NULL)
			return true;
		code = end;
	}
	return false;
}

/* The formats that every workbook has: 18.8.30. */
static bool
is_date_format(const struct book *b, uint64_t format)
{
	if ((format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
	    (format >= 50 && format <= 58))
		return true;
	for (size_t i = 0; i < b->n_date_formats; i++)
		if (b->date_formats[i] == format)
			return true;
	return false;
}

static void
on_style(struct part *part, const char *name, const char **attributes)
{
	struct book *b = part->about;
	const char *id = part_attribute(attributes, "numFmtId");
	const char *code = part_attribute(attributes, "formatCode");
	uint64_t format = 0;

	buf_clear(part->text);
	if (text_equal(name, "cellXfs"))
		b->in_styles = true;
	if (id == NULL || !text_to_u64(id, &format))
		format = 0;
	if (text_equal(name, "numFmt") && code != NULL && shows_days(code) && format < UINT16_MAX &&
	    b->n_date_formats < FORMATS_MAX)
		b->date_formats[b->n_date_formats++] = (uint16_t)format;
	if (b->in_styles && text_equal(name, "xf") && b->n_styles < FORMATS_MAX)
		b->is_date[b->n_styles++] = is_date_format(b, format);
}

static void
on_style_end(struct part *part, const char *name)
{
	struct book *b = part->about;

	if (text_equal(name, "cellXfs"))
		b->in_styles = false;
}

/* Adds to the table of shared texts, which grows. */
static void
keep_shared(struct book *b, const char *text, size_t len)
{
	if (b->n_texts == b->room) {
		const char **more = arena_array(b->a, 2 * b->room, sizeof *more);

		memcpy(more, b->texts, b->n_texts * sizeof *more);
		b->texts = more;
		b->room *= 2;
	}
	b->texts[b->n_texts++] = arena_strn(b->a, text, len);
}

/* Texts with looks are cut into runs (r, t); how to read one aloud (rPh) is not part of it. */
static void
on_shared(struct part *part, const char *name, const char **attributes)
{
	struct book *b = part->about;

	(void)attributes;
	if (text_equal(name, "si"))
		buf_clear(b->row_text);
	if (text_equal(name, "rPh"))
		b->in_phonetic = true;
	buf_clear(part->text);
}

static void
on_shared_end(struct part *part, const char *name)
{
	struct book *b = part->about;

	if (text_equal(name, "rPh"))
		b->in_phonetic = false;
	else if (text_equal(name, "t") && !b->in_phonetic)
		buf_add(b->row_text, part->text->data, part->text->len);
	else if (text_equal(name, "si")) {
		b->text_bytes += b->row_text->len + 1;
		if (b->n_texts == SHARED_MAX || b->text_bytes > SHARED_BYTES_MAX ||
		    b->row_text->len > TABLE_CELL_MAX) {
			part_stop(part, "The workbook holds more text than a list of charts can.");
			return;
		}
		keep_shared(b, b->row_text->data, b->row_text->len);
	}
	buf_clear(part->text);
}

/* Column 28 of "AB12"; 0 if it is no such reference. */
static size_t
reference_column(const char *reference)
{
	size_t column = 0;

	for (; *reference >= 'A' && *reference <= 'Z' && column <= COLUMNS_MAX; reference++)
		column = column * 26 + (size_t)(*reference - 'A' + 1);
	return column <= COLUMNS_MAX ? column : 0;
}

static void
start_row(struct part *part, const char **attributes)
{
	struct book *b = part->about;
	const char *number = part_attribute(attributes, "r");
	uint64_t line;

	b->row.line = number != NULL && text_to_u64(number, &line) && line <= INT32_MAX
			      ? (unsigned)line
			      : b->row.line + 1;
	memset(b->offsets, 0, b->row.n * sizeof *b->offsets);
	b->row.n = b->column = 0;
	buf_clear(b->row_text);
	buf_char(b->row_text, '\0');
}

static void
start_cell(struct part *part, const char **attributes)
{
	struct book *b = part->about;
	const char *reference = part_attribute(attributes, "r"),
		   *type = part_attribute(attributes, "t");
	const char *style = part_attribute(attributes, "s");
	uint64_t n;

	b->column = reference != NULL ? reference_column(reference) : b->column + 1;
	if (b->column == 0 || b->column > COLUMNS_MAX) {
		part_stop(part, "The sheet has more columns than a list of charts can have.");
		return;
	}
	snprintf(b->type, sizeof b->type, "%s", type == NULL ? "n" : type);
	b->style = style != NULL && text_to_u64(style, &n) && n < b->n_styles ? (size_t)n
									      : SIZE_MAX;
}

static void
on_sheet(struct part *part, const char *name, const char **attributes)
{
	struct book *b = part->about;

	if (text_equal(name, "row"))
		start_row(part, attributes);
	else if (text_equal(name, "c"))
		start_cell(part, attributes);
	else if (text_equal(name, "rPh"))
		b->in_phonetic = true;
	buf_clear(part->text);
}

/* A number as it was typed: a whole one without an exponent, a day where it looks like one. */
static const char *
number_text(const struct book *b, const char *text, char room[32])
{
	char *end;
	double n = strtod(text, &end);
	int32_t day;

	if (*text == '\0' || *end != '\0')
		return text;
	if (b->style < b->n_styles && b->is_date[b->style] &&
	    table_serial_day(n, b->row.from_1904, &day))
		return date_format(day, room);
	if (n == (double)(int64_t)(n < 1e15 && n > -1e15 ? n : 0.5))
		snprintf(room, 32, "%.0f", n);
	else
		return text;
	return room;
}

/* Adds to the cell at hand; texts in runs come in several pieces. */
static void
take_value(struct part *part, const char *text)
{
	struct book *b = part->about;
	size_t at = b->column - 1;

	if (b->column == 0 || *text == '\0')
		return;
	if (b->offsets[at] != 0)
		b->row_text->len--; /* the piece before ended with a NUL */
	else
		b->offsets[at] = b->row_text->len;
	if (!buf_add(b->row_text, text, strlen(text) + 1))
		part_stop(part, "A row of the sheet holds more text than a chart can.");
	if (b->row.n < b->column)
		b->row.n = b->column;
}

static void
end_value(struct part *part)
{
	struct book *b = part->about;
	const char *text = part->text->data;
	char room[32];
	uint64_t shared;

	if (text_equal(b->type, "s")) {
		if (!text_to_u64(text, &shared) || shared >= b->n_texts)
			part_stop(part,
				  "The workbook is damaged: a text that it names is not in it.");
		else
			take_value(part, b->texts[shared]);
	} else if (text_equal(b->type, "n")) {
		take_value(part, number_text(b, text, room));
	} else if (text_equal(b->type, "d")) {
		snprintf(room, DATE_TEXT_SIZE, "%s", text);
		take_value(part, room);
	} else {
		take_value(part, text);
	}
}

static void
end_row(struct part *part)
{
	struct book *b = part->about;
	bool blank = true;

	for (size_t i = 0; i < b->row.n; i++) {
		b->cells[i] = b->row_text->data + b->offsets[i];
		blank = blank && b->cells[i][strspn(b->cells[i], " \t\r\n")] == '\0';
	}
	if (blank)
		return;
	if (++b->rows > TABLE_ROWS_MAX)
		part_stop(part, "The sheet has more than 20,000 charts. Divide it.");
	else if (!b->fn(b->arg, &b->row))
		part_stop(part, NULL);
}

static void
on_sheet_end(struct part *part, const char *name)
{
	struct book *b = part->about;

	if (text_equal(name, "rPh"))
		b->in_phonetic = false;
	else if (text_equal(name, "v") || (text_equal(name, "t") && !b->in_phonetic))
		end_value(part);
	else if (text_equal(name, "row"))
		end_row(part);
	buf_clear(part->text);
}

static bool
read_part(struct book *b, const char *path,
	  void (*start)(struct part *part, const char *name, const char **attributes),
	  void (*end)(struct part *part, const char *name))
{
	struct part part = { .parts = &b->parts, .about = b, .start = start, .end = end };

	return part_read(&part, path);
}

const char *
workbook_read(struct arena *a, struct bytes file, table_fn fn, void *arg)
{
	struct book *b = arena_alloc(a, sizeof *b);

	b->a = a;
	b->fn = fn;
	b->arg = arg;
	b->texts = arena_array(a, SHARED_FIRST, sizeof *b->texts);
	b->room = SHARED_FIRST;
	b->date_formats = arena_array(a, FORMATS_MAX, sizeof *b->date_formats);
	b->is_date = arena_array(a, FORMATS_MAX, sizeof *b->is_date);
	b->cells = arena_array(a, COLUMNS_MAX, sizeof *b->cells);
	b->offsets = arena_array(a, COLUMNS_MAX, sizeof *b->offsets);
	b->row_text = buf_new(a, ROW_BYTES_MAX);
	b->row.texts = b->cells;
	b->row.workbook = true;
	if (!parts_open(&b->parts, a, file) ||
	    !read_part(b, "xl/workbook.xml", on_workbook, nothing) ||
	    !read_part(b, "xl/_rels/workbook.xml.rels", on_relation, nothing))
		return b->parts.problem;
	if (b->sheet == NULL)
		return "The workbook has no sheet with cells.";
	if (b->styles != NULL && parts_have(&b->parts, b->styles) &&
	    !read_part(b, b->styles, on_style, on_style_end))
		return b->parts.problem;
	if (b->shared != NULL && parts_have(&b->parts, b->shared) &&
	    !read_part(b, b->shared, on_shared, on_shared_end))
		return b->parts.problem;
	read_part(b, b->sheet, on_sheet, on_sheet_end);
	return b->parts.problem;
}
