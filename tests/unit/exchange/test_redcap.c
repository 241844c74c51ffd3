/*
 * REDCap: branching logic is true exactly where the condition is, for every mixture
 * of answers and missing ones; names and codes are such as REDCap takes.
 */
#include "../test.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../measure/catalogue.h"
#include "conditions.h"
#include "exchange/redcap.h"
#include "exchange/redcap_code.h"
#include "measure/chart.h"

/* The values of a chart as REDCap has them. */
struct record {
	const char *q, *y, *n, *k;
	const char *boxes[3]; /* x, y, nd */
};

static const char *
value_of(const struct record *r, const char *field)
{
	static const char *const names[] = { "q", "y", "n", "k", "m(x)", "m(y)" };
	const char *values[] = { r->q, r->y, r->n, r->k, r->boxes[0], r->boxes[1] };

	for (size_t i = 0; i < 6; i++)
		if (strcmp(names[i], field) == 0)
			return values[i];
	fail_msg("no field [%s]", field);
	return NULL;
}

static void
skip_spaces(const char **at)
{
	while (**at == ' ')
		(*at)++;
}

/* [field], 'text' or a number. */
static const char *
term(const struct record *r, const char **at, char text[32])
{
	char end = **at == '[' ? ']' : **at == '\'' ? '\'' : ' ';
	size_t len;

	*at += end != ' ';
	len = strcspn(*at, end == ' ' ? " )" : (char[]){ end, '\0' });
	snprintf(text, 32, "%.*s", (int)len, *at);
	*at += len + (end != ' ');
	return end == ']' ? value_of(r, text) : text;
}

static bool
compare(const char *one, const char *sign, const char *other)
{
	char *end1, *end2;
	double a = strtod(one, &end1), b = strtod(other, &end2);
	bool numbers = *one != '\0' && *other != '\0' && *end1 == '\0' && *end2 == '\0';

	if (strcmp(sign, "=") == 0)
		return strcmp(one, other) == 0;
	if (strcmp(sign, "<>") == 0)
		return strcmp(one, other) != 0;
	if (!numbers) /* as JavaScript: an empty text is 0, another text is no number */
		return *one == '\0' && sign[0] == '<';
	return strcmp(sign, "<") == 0    ? a < b
	       : strcmp(sign, "<=") == 0 ? a <= b
	       : strcmp(sign, ">") == 0  ? a > b
					 : a >= b;
}

static bool holds(const struct record *r, const char **at);

static bool
part(const struct record *r, const char **at)
{
	char one[32], other[32], sign[3] = "";
	const char *left;
	bool value;

	skip_spaces(at);
	if (**at == '(') {
		(*at)++;
		value = holds(r, at);
		assert_int_equal(*(*at)++, ')');
		return value;
	}
	left = term(r, at, one);
	skip_spaces(at);
	for (size_t i = 0; i < 2 && strchr("<>=", **at) != NULL; i++)
		sign[i] = *(*at)++;
	skip_spaces(at);
	return compare(left, sign, term(r, at, other));
}

/* Parts with one word between; we never mix and with or without brackets. */
static bool
holds(const struct record *r, const char **at)
{
	bool value = part(r, at);
	char joined = '\0';

	for (skip_spaces(at); **at == 'a' || **at == 'o'; skip_spaces(at)) {
		char word = **at;
		bool next;

		assert_true(joined == '\0' || joined == word);
		joined = word;
		*at += word == 'a' ? 3 : 2;
		next = part(r, at);
		value = word == 'a' ? value && next : value || next;
	}
	return value;
}

/* One mixture of answers on both sides. */
static void
agrees_on(const struct catalogue *cat, const char *logic, struct arena *a, unsigned number)
{
	static const char *const qs[] = { "", "a", "b", "C" }, *const ns[] = { "", "ND", "3", "4",
									       "5" };
	static const char *const ks[] = { "", "4" }, *const ys[] = { "", "1", "0" };
	struct mixture x = mixture_of(number);
	struct record r = { qs[x.q],
			    ys[x.y],
			    ns[x.n],
			    ks[x.k],
			    { x.m == 1 || x.m == 3 ? "1" : "0", x.m == 2 || x.m == 3 ? "1" : "0",
			      "" } };
	bool asked = mixture_asks(a, cat, x);
	const char *at = logic;

	if (holds(&r, &at) != asked || *at != '\0')
		fail_msg("%s, with q=%s y=%s n=%s k=%s m=%u: the question is %sasked", logic, r.q,
			 r.y, r.n, r.k, x.m, asked ? "" : "not ");
}

static void
logic_is_true_exactly_where_the_condition_is(void **state)
{
	struct arena *a = arena_new((size_t)1 << 28);

	(void)state;
	secret_init();
	for (size_t i = 0; i < N_CONDITIONS; i++) {
		const struct catalogue *cat = catalogue_with(a, conditions[i]);
		const char *logic = redcap_logic(a, cat, cat->elements[Z].condition);

		if (logic == NULL)
			fail_msg("%s: cannot be said", conditions[i]);
		for (unsigned mix = 0; mix < MIXTURES; mix++) {
			struct arena_mark mark = arena_mark(a);

			agrees_on(cat, logic, a, mix);
			arena_back(a, mark);
		}
	}
	arena_free(a);
}

static void
what_cannot_be_said_is_told_in_the_note(void **state)
{
	static const char *const unsaid[] = { "(n > 3) is not true", "n in { 3, 4 }" };
	struct arena *a = arena_new((size_t)1 << 26);

	(void)state;
	secret_init();
	for (size_t i = 0; i < 2; i++) {
		const struct catalogue *cat = catalogue_with(a, unsaid[i]);
		struct buf *out = buf_new(a, 1 << 16);

		assert_null(redcap_logic(a, cat, cat->elements[Z].condition));
		redcap_dictionary(out, a, cat, ~(module_set)0);
		assert_non_null(
			strstr(out->data, arena_printf(a, "Answer only if: %s.", unsaid[i])));
	}
	arena_free(a);
}

static bool
is_field_name(const char *name)
{
	size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");

	return islower((unsigned char)name[0]) && name[len] == '\0' && len <= 26 &&
	       strstr(name, "__") == NULL;
}

static void
every_question_of_the_catalogue_fits_redcap(void **state)
{
	struct fixture f = fixture_new();

	(void)state;
	for (size_t i = 0; i < f.cat->n_elements; i++) {
		const struct element *e = &f.cat->elements[i];

		if (!is_field_name(e->id))
			fail_msg("%s is no name of a field", e->id);
		if (e->condition != NULL && redcap_logic(f.arena, f.cat, e->condition) == NULL)
			fail_msg("%s: REDCap cannot say when it is asked", e->id);
		for (size_t c = 0; c < e->n_choices; c++)
			for (size_t d = 0; d < c; d++)
				if (strcmp(redcap_lower(f.arena, redcap_code(f.arena, e, c)),
					   redcap_lower(f.arena, redcap_code(f.arena, e, d))) == 0)
					fail_msg("%s: two choices of one code", e->id);
	}
	arena_free(f.arena);
}

/* What the columns of an export say comes back as the answer it was. */
static void
every_choice_comes_back(void **state)
{
	struct fixture f = fixture_new();
	const char *message;

	(void)state;
	for (size_t i = 0; i < f.cat->n_elements; i++) {
		const struct element *e = &f.cat->elements[i];

		for (size_t c = 0; c < e->n_choices; c++) {
			const char *code = redcap_code(f.arena, e, c);
			struct answer answer = { ANSWER_NONE, 0 };

			if (e->type == ELEMENT_MULTIPLE) {
				struct chart_column column = redcap_column(
					f.arena, f.cat,
					arena_printf(f.arena, "%s___%s", e->id,
						     redcap_lower(f.arena, code)));

				assert_int_equal(column.kind, COLUMN_BOX);
				assert_true(redcap_box(&column, "1", &answer));
				assert_int_equal(answer.value, 1 << c);
				continue;
			}
			assert_int_equal(redcap_column(f.arena, f.cat, e->id).kind,
					 e->system ? COLUMN_NOTHING : COLUMN_ANSWER);
			assert_true(
				answer_read(e, redcap_answer(e, code), &answer, f.arena, &message));
			assert_int_equal(answer.value, c);
		}
	}
	arena_free(f.arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(logic_is_true_exactly_where_the_condition_is),
	cmocka_unit_test(what_cannot_be_said_is_told_in_the_note),
	cmocka_unit_test(every_question_of_the_catalogue_fits_redcap),
	cmocka_unit_test(every_choice_comes_back),
};
TEST_MAIN(tests)
