/* One page's data: see view.h. */
#include "view/view.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "view/neo.h"

enum { NUMBER_SIZE = 32, MOMENT_SIZE = 40, WIDE_SIZE = 352 };

struct view *
view_new(struct arena *a)
{
	struct view *v = arena_alloc(a, sizeof *v);

	v->arena = a;
	v->hdf = neo_tree(a);
	return v;
}

static bool
is_plain_key(const char *key)
{
	for (const char *p = key; *p != '\0'; p++) {
		if (!((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') ||
		      (*p >= '0' && *p <= '9') || *p == '_' || *p == '-' || *p == '.'))
			return false;
	}
	return *key != '\0';
}

/* The node of `key`, made if it is not there. */
static HDF *
node(struct view *v, const char *key)
{
	HDF *at = NULL;

	if (!is_plain_key(key))
		fault("not a plain key for a template: %s", key);
	neo_check(hdf_get_node(v->hdf, key, &at), key);
	return at;
}

struct view *
view_at(struct view *v, const char *key)
{
	struct view *part = arena_alloc(v->arena, sizeof *part);

	part->arena = v->arena;
	part->hdf = node(v, key);
	return part;
}

/* Sets the value of a node itself (name NULL) or of its child. */
static void
put(HDF *at, const char *name, const char *value)
{
	neo_check(hdf_set_value(at, name, value), "a value of a template");
}

/* "1,234,567" without memory of an arena: rows set thousands of these. */
static void
with_thousands(const char *digits, char text[NUMBER_SIZE])
{
	size_t len = strlen(digits), sign = digits[0] == '-', out = 0;

	for (size_t i = 0; i < len; i++) {
		if (i > sign && (len - i) % 3 == 0)
			text[out++] = ',';
		text[out++] = digits[i];
	}
	text[out] = '\0';
}

static void
put_digits(HDF *at, const char *digits)
{
	char text[NUMBER_SIZE];

	with_thousands(digits, text);
	put(at, NULL, digits);
	put(at, "text", text);
}

static void
put_i64(HDF *at, int64_t n)
{
	char digits[NUMBER_SIZE];

	snprintf(digits, sizeof digits, "%lld", (long long)n);
	put_digits(at, digits);
}

static void
put_u64(HDF *at, uint64_t n)
{
	char digits[NUMBER_SIZE];

	snprintf(digits, sizeof digits, "%llu", (unsigned long long)n);
	put_digits(at, digits);
}

/* "-0" and "-0.00" are zero to a reader. */
static const char *
without_minus_zero(const char *text)
{
	return text[0] == '-' && text[strspn(text, "-0.")] == '\0' ? text + 1 : text;
}

static void
put_f64(HDF *at, double n, int decimals, bool cut_zeros)
{
	char text[WIDE_SIZE];

	if (!isfinite(n))
		return;
	snprintf(text, sizeof text, "%.*f", decimals, n);
	if (cut_zeros && strchr(text, '.') != NULL) {
		char *end = text + strlen(text);

		while (end[-1] == '0')
			*--end = '\0';
		if (end[-1] == '.')
			end[-1] = '\0';
	}
	put(at, NULL, without_minus_zero(text));
}

/* "May 31, 2026" */
static void
put_date(HDF *at, int32_t day)
{
	char text[DATE_WORDS_SIZE], iso[DATE_TEXT_SIZE];

	date_words(day, text);
	put(at, NULL, text);
	put(at, "iso", date_format(day, iso));
}

static void
put_time(HDF *at, int64_t seconds)
{
	char text[MOMENT_SIZE], day[DATE_WORDS_SIZE], iso[TIME_TEXT_SIZE];

	date_words(time_day(seconds), day);
	time_format(seconds, iso);
	snprintf(text, sizeof text, "%s, %.5s UTC", day, iso + sizeof "YYYY-MM-DD");
	put(at, NULL, text);
	put(at, "iso", iso);
	put(at, "day", day);
}

void
view_str(struct view *v, const char *key, const char *value)
{
	if (value != NULL)
		put(node(v, key), NULL, value);
}

void
view_num(struct view *v, const char *key, int64_t n)
{
	put_i64(node(v, key), n);
}

void
view_bool(struct view *v, const char *key, bool yes)
{
	put(node(v, key), NULL, yes ? "1" : "0");
}

void
view_date(struct view *v, const char *key, int32_t day)
{
	put_date(node(v, key), day);
}

void
view_time(struct view *v, const char *key, int64_t seconds)
{
	put_time(node(v, key), seconds);
}

void
view_pct(struct view *v, const char *key, double share)
{
	char number[WIDE_SIZE];
	HDF *at;

	if (!isfinite(share))
		return;
	at = node(v, key);
	put(at, NULL, text_percent(v->arena, share));
	snprintf(number, sizeof number, "%.1f", round(share * 1000) / 10);
	put(at, "number", number);
}

void
view_f64(struct view *v, const char *key, double n, int decimals)
{
	must(decimals >= 0 && decimals <= 9);
	if (!isfinite(n))
		return;
	put_f64(node(v, key), n, decimals, false);
}

/* Where the value of a column stands in a row; NULL for SQL's NULL. */
static const void *
cell(const struct col *col, const void *row)
{
	const char *member = (const char *)row + col->offset;

	if (col->type == COL_TEXT || col->nullable)
		return *(const void *const *)(const void *)member;
	return member;
}

static void
put_cell(HDF *at, const struct col *col, const void *value)
{
	switch (col->type) {
	case COL_U32:
		put_u64(at, *(const uint32_t *)value);
		break;
	case COL_U64:
		put_u64(at, *(const uint64_t *)value);
		break;
	case COL_I32:
		put_i64(at, *(const int32_t *)value);
		break;
	case COL_I64:
		put_i64(at, *(const int64_t *)value);
		break;
	case COL_F64:
		put_f64(at, *(const double *)value, 2, true);
		break;
	case COL_BOOL:
		put(at, NULL, *(const bool *)value ? "1" : "0");
		break;
	case COL_DATE:
		put_date(at, *(const int32_t *)value);
		break;
	case COL_TIME:
		put_time(at, *(const int64_t *)value);
		break;
	case COL_TEXT:
		put(at, NULL, value);
		break;
	case COL_BLOB:
		break;
	}
}

static void
put_row(HDF *at, const struct query *query, const void *row)
{
	for (size_t i = 0; i < query->n_cols; i++) {
		const struct col *col = &query->cols[i];
		const void *value = col->type == COL_BLOB ? NULL : cell(col, row);
		HDF *child = NULL;

		if (value == NULL)
			continue;
		neo_check(hdf_get_node(at, col->name, &child), col->name);
		put_cell(child, col, value);
	}
}

void
view_row(struct view *v, const char *key, const struct query *query, const void *row)
{
	put_row(node(v, key), query, row);
}

void
view_rows(struct view *v, const char *key, const struct query *query, const void *rows, size_t n)
{
	HDF *list = node(v, key);

	for (size_t i = 0; i < n; i++) {
		char number[NUMBER_SIZE];
		HDF *at = NULL;

		snprintf(number, sizeof number, "%zu", i);
		neo_check(hdf_get_node(list, number, &at), key);
		put_row(at, query, (const char *)rows + i * query->row_size);
	}
}

const char *
view_key(struct view *v, const char *pattern, ...)
{
	va_list ap;
	char *key;

	for (const char *p = strchr(pattern, '%'); p != NULL; p = strchr(p + 1, '%')) {
		if (!text_starts(p, "%zu"))
			fault("a key may have numbers only: %s", pattern);
	}
	va_start(ap, pattern);
	key = arena_vprintf(v->arena, pattern, ap);
	va_end(ap);
	return key;
}

const char *
view_get(const struct view *v, const char *key)
{
	return hdf_get_value(v->hdf, key, NULL);
}
