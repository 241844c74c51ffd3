/*
 * Rows of CSV: see csv.h.
 *
 * A plain row is found 64 bytes at a time: a bit a byte says where separators stand,
 * and another where anything stands that ends the row or makes it not plain.
 */
#include "measure/csv.h"

#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/text.h"

/* A plain row across the end of the buffer is cut up if it has at most PLAIN_MAX bytes. */
enum { WINDOW = 64, BUFFER = 256 * 1024, PLAIN_MAX = 64 * 1024 };

struct csv *
csv_new(struct arena *a, FILE *in)
{
	struct csv *csv = arena_alloc(a, sizeof *csv);

	csv->in = in;
	csv->separator = ',';
	csv->buffer = arena_alloc(a, BUFFER + CSV_PADDING);
	csv->at = csv->end = csv->buffer;
	csv->row = buf_new(a, CSV_MAX_ROW);
	csv->fields = arena_array(a, CSV_MAX_FIELDS, sizeof *csv->fields);
	csv->given = arena_array(a, CSV_MAX_FIELDS, sizeof *csv->given);
	csv->lines = arena_array(a, CSV_MAX_FIELDS, sizeof *csv->lines);
	csv->line = 1;
	return csv;
}

/* Makes sure of `wanted` bytes from `at` on, if the file has them; moves them to the front. */
static void
fill(struct csv *csv, size_t wanted)
{
	size_t left = (size_t)(csv->end - csv->at), got;

	if (left >= wanted || csv->at_end)
		return;
	memmove(csv->buffer, csv->at, left);
	got = fread(csv->buffer + left, 1, BUFFER - left, csv->in);
	csv->at = csv->buffer;
	csv->end = csv->buffer + left + got;
	csv->at_end = got == 0;
	memset(csv->end, 0, CSV_PADDING);
}

/* Where in 64 bytes there is a separator, and where a quote, a control byte or no ASCII. */
struct window {
	uint64_t commas, others;
};

#ifdef __SSE2__
static struct window
look(const char *bytes, char separator)
{
	const __m128i comma = _mm_set1_epi8(separator), quote = _mm_set1_epi8('"');
	const __m128i blank = _mm_set1_epi8(' ');
	struct window w = { 0, 0 };

	for (unsigned i = 0; i < WINDOW; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(bytes + i));
		__m128i other = _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmplt_epi8(v, blank));

		w.commas |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, comma)) << i;
		w.others |= (uint64_t)(uint16_t)_mm_movemask_epi8(other) << i;
	}
	return w;
}
#else
static struct window
look(const char *bytes, char separator)
{
	struct window w = { 0, 0 };

	for (unsigned i = 0; i < WINDOW; i++) {
		signed char c = (signed char)bytes[i];

		w.commas |= (uint64_t)(c == separator) << i;
		w.others |= (uint64_t)(c == '"' || c < ' ') << i;
	}
	return w;
}
#endif

/*
 * Cuts up a plain row that lies in the buffer whole. False, with nothing taken,
 * if it is not plain or not whole.
 */
static bool
next_plain(struct csv *csv)
{
	struct csv_field *field = csv->fields;
	char *begin = csv->at;
	int *given = csv->given;

	for (char *bytes = csv->at; bytes < csv->end; bytes += WINDOW) {
		struct window w = look(bytes, csv->separator);
		uint64_t commas = w.others == 0 ? w.commas : w.commas & (w.others - 1) & ~w.others;
		char *stop;

		if (field - csv->fields > CSV_MAX_FIELDS - WINDOW - 1)
			return false;
		for (; commas != 0; commas &= commas - 1, field++) {
			char *end = bytes + __builtin_ctzll(commas);

			*field = (struct csv_field){ begin, (size_t)(end - begin) };
			*given = (int)(field - csv->fields);
			given += end != begin; /* without a branch: most fields are empty */
			begin = end + 1;
		}
		if (w.others == 0)
			continue;
		stop = bytes + __builtin_ctzll(w.others);
		if (stop >= csv->end || (*stop != '\n' && (*stop != '\r' || stop[1] != '\n')))
			return false;
		*field = (struct csv_field){ begin, (size_t)(stop - begin) };
		*given = (int)(field++ - csv->fields);
		csv->n_given = (size_t)(given - csv->given) + (stop != begin);
		csv->n_fields = (size_t)(field - csv->fields);
		csv->at = stop + (*stop == '\r' ? 2 : 1);
		csv->line++;
		return true;
	}
	return false;
}

static int
next_byte(struct csv *csv)
{
	int c;

	fill(csv, 1);
	if (csv->at == csv->end)
		return EOF;
	c = (unsigned char)*csv->at++;
	if (c == '\n')
		csv->line++;
	return c;
}

/* The byte behind the one just read, without taking it. */
static int
peek(struct csv *csv)
{
	fill(csv, 1);
	return csv->at == csv->end ? EOF : (unsigned char)*csv->at;
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
	static const char mark[] = { '\xef', '\xbb', '\xbf' };

	fill(csv, sizeof mark);
	if ((size_t)(csv->end - csv->at) >= sizeof mark && memcmp(csv->at, mark, sizeof mark) == 0)
		csv->at += sizeof mark;
}

/* Where a field of a copied row begins in csv->row is kept in `len` until its end. */
static bool
begin_field(struct csv *csv)
{
	if (csv->n_fields == CSV_MAX_FIELDS) {
		wrong(csv, "the row has too many fields");
		return false;
	}
	csv->fields[csv->n_fields].len = csv->row->len;
	csv->lines[csv->n_fields] = csv->line;
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
read_unquoted(struct csv *csv)
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
		end = read_unquoted(csv);
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
		size_t begin = csv->fields[i].len;
		size_t end = i + 1 < csv->n_fields ? csv->fields[i + 1].len : csv->row->len;

		csv->fields[i] = (struct csv_field){ csv->row->data + begin, end - begin - 1 };
		if (text_is_clean_utf8(csv->fields[i].text, csv->fields[i].len))
			continue;
		wrong(csv, "the field is not clean UTF-8 text");
		csv->error_line = csv->lines[i];
		csv->error_column = (int)i + 1;
		return false;
	}
	return true;
}

/* A row byte by byte. */
static bool
next_copied(struct csv *csv)
{
	int end;

	buf_clear(csv->row);
	csv->n_fields = 0;
	do {
		end = read_field(csv);
	} while (end == csv->separator);
	return end != 0 && finish_row(csv);
}

enum csv_state
csv_next(struct csv *csv)
{
	if (!csv->begun)
		skip_mark(csv);
	csv->begun = true;
	while (peek(csv) == '\n')
		next_byte(csv);
	if (peek(csv) == EOF)
		return CSV_END;
	csv->row_line = csv->line;
	csv->plain = next_plain(csv);
	if (!csv->plain) {
		fill(csv, PLAIN_MAX);
		csv->plain = next_plain(csv);
	}
	return csv->plain || next_copied(csv) ? CSV_ROW : CSV_WRONG;
}

const char *
csv_text(const struct csv *csv, size_t field)
{
	const struct csv_field *f = &csv->fields[field];

	f->text[f->len] = '\0'; /* behind it stands what ended it, taken already */
	return f->text;
}

int
csv_line(const struct csv *csv, size_t field)
{
	return csv->plain ? csv->row_line : csv->lines[field];
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
