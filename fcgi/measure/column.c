/*
 * Texts into columns: see column.h.
 *
 * A code is found by a perfect hash: its first and last eight bytes make a
 * number, and the factor that spreads the question's codes over the table
 * without two in one place is looked for once.
 */
#include "measure/column.h"

#include <endian.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"

enum { TRIES = 100, LONGEST = 64, DATE_LENGTH = 10, MAX_DIGITS = 8 };

struct code {
	uint64_t head, tail;  /* the first and the last eight bytes */
	const char *text;
	size_t len;
	int value;            /* of a choice 1 + its place; of a multiple one its bit */
};

struct column {
	const struct element *element;
	uint64_t factor;
	int shift;            /* leaves as many bits of a product as the table has places */
	struct code *codes;
};

static uint64_t
load(const char *text)
{
	uint64_t n;

	memcpy(&n, text, sizeof n);
	return le64toh(n);
}

/* Up to eight bytes from the front, as a number. */
static uint64_t
head_of(const char *text, size_t len)
{
	return len >= sizeof(uint64_t) ? load(text) : load(text) & ((UINT64_C(1) << 8 * len) - 1);
}

static uint64_t
tail_of(const char *text, size_t len)
{
	return len >= sizeof(uint64_t) ? load(text + len - sizeof(uint64_t)) : len;
}

static struct code *
place(const struct column *c, uint64_t head, uint64_t tail)
{
	return &c->codes[(head ^ (tail << 7)) * c->factor >> c->shift];
}

static bool
add_code(struct column *c, const char *text, int value)
{
	char padded[LONGEST] = "";
	struct code code = { .text = text, .len = strlen(text), .value = value };
	struct code *at;

	must(code.len < sizeof padded);
	memcpy(padded, text, code.len);
	code.head = head_of(padded, code.len);
	code.tail = tail_of(padded, code.len);
	at = place(c, code.head, code.tail);
	if (at->text != NULL)
		return false;
	*at = code;
	return true;
}

/* Whether all codes find a place of their own with this factor. */
static bool
fill_table(struct column *c)
{
	const struct element *e = c->element;
	bool good = true;

	memset(c->codes, 0, sizeof *c->codes << (64 - c->shift));
	for (size_t i = 0; i < e->n_choices && good; i++)
		good = add_code(c, e->choices[i].code, e->type == ELEMENT_MULTIPLE ? 1 << i
			: (int)i + 1);
	return good;
}

/* The table is doubled when no factor of many fits; small ones stay in the cache. */
struct column *
column_new(struct arena *a, const struct element *element)
{
	struct column *c = arena_alloc(a, sizeof *c);
	int bits = 1;

	while ((size_t)1 << bits < element->n_choices)
		bits++;
	c->element = element;
	for (;; bits++) {
		c->shift = 64 - bits;
		c->codes = arena_array(a, (size_t)1 << bits, sizeof *c->codes);
		c->factor = UINT64_C(0x9e3779b97f4a7c15);
		for (int i = 0; i < TRIES; i++) {
			if (fill_table(c))
				return c;
			c->factor = c->factor * UINT64_C(0xd1342543de82ef95) + 2;
		}
	}
}

/* The value of a code, 0 if it is none. */
static inline int
find(const struct column *c, const char *text, size_t len)
{
	uint64_t head = head_of(text, len), tail = tail_of(text, len);
	const struct code *code = place(c, head, tail);
	bool found = code->head == head && code->tail == tail && code->len == len
		&& (len <= 2 * sizeof head || memcmp(code->text, text, len) == 0);

	return found ? code->value : 0;
}

static bool
put_choice(const struct column *c, uint8_t *to, const char *text, size_t len)
{
	int value = find(c, text, len);

	*to = (uint8_t)value;
	return value != 0;
}

static bool
put_multiple(const struct column *c, uint16_t *to, const char *text, size_t len)
{
	const char *end = text + len;
	int ticked = 0;

	while (text <= end) {
		const char *stop = memchr(text, ';', (size_t)(end - text));
		int one = find(c, text, (size_t)((stop == NULL ? end : stop) - text));

		if (one == 0)
			return false;
		ticked |= one;
		text = stop == NULL ? end + 1 : stop + 1;
	}
	*to = (uint16_t)(ticked | CQL_TICKED);
	return true;
}

static int
two_digits(const char *text)
{
	unsigned tens = (unsigned)text[0] - '0', ones = (unsigned)text[1] - '0';

	return tens > 9 || ones > 9 ? -10000 : (int)(tens * 10 + ones);
}

static bool
put_date(int32_t *to, const char *text, size_t len)
{
	struct date_parts p;

	if (len != DATE_LENGTH || text[4] != '-' || text[7] != '-')
		return false;
	p.year = two_digits(text) * 100 + two_digits(text + 2);
	p.month = two_digits(text + 5);
	p.day = two_digits(text + 8);
	return date_from_parts(p, to);
}

static bool
put_integer(int32_t *to, const char *text, size_t len)
{
	int32_t n = 0;

	if (len > MAX_DIGITS)
		return false;
	for (size_t i = 0; i < len; i++) {
		unsigned digit = (unsigned)text[i] - '0';

		if (digit > 9)
			return false;
		n = n * 10 + (int32_t)digit;
	}
	*to = n;
	return true;
}

/* A text that stands for having no value: the row stays empty. */
static bool
is_without_value(const struct element *e, const char *text, size_t len)
{
	static const char absent[] = "not_documented", unknown[] = "unknown";

	return (e->not_documented && len == sizeof absent - 1 && memcmp(text, absent, len) == 0)
		|| (e->unknown && len == sizeof unknown - 1 && memcmp(text, unknown, len) == 0);
}

bool
column_put(const struct column *c, struct cql_block *block, size_t row, const char *text,
	size_t len)
{
	union cql_column column = block->columns[c->element->index];
	enum element_type type = c->element->type;

	if (len == 0)
		return true;
	if (type == ELEMENT_SINGLE || type == ELEMENT_YES_NO)
		return put_choice(c, &column.choice[row], text, len);
	if (is_without_value(c->element, text, len))
		return true;
	if (type == ELEMENT_MULTIPLE)
		return put_multiple(c, &column.multiple[row], text, len);
	if (type == ELEMENT_DATE)
		return put_date(&column.number[row], text, len);
	return put_integer(&column.number[row], text, len);
}
