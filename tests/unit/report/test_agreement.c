/* Agreement of two abstractions: kappa against published and reference values, and what counts. */
#include "../test.h"

#include "../measure/small.h"
#include "reference.h"
#include "report/agreement.h"

#include <math.h>

static struct arena *arena;
static const struct catalogue *cat;

static const char elements[] =
	"question: seen\n\tsection: S\n\ttext: Seen?\n\ttype: yes-no\n\tchoice: yes = Yes\n"
	"\tchoice: no = No\n\tmodules: M\n"
	"question: when\n\tsection: S\n\ttext: When?\n\ttype: date\n\twithout_value: unknown\n\tmodules: M\n"
	"question: which\n\tsection: S\n\ttext: Which?\n\ttype: multiple\n\tchoice: a = A\n"
	"\tchoice: b = B\n\tmodules: M\n"
	"question: kind\n\tsection: S\n\ttext: Kind?\n\ttype: single\n\tchoice: a = A\n"
	"\tchoice: b = B\n\tchoice: c = C\n\tmodules: M\n"
	"question: size\n\tsection: S\n\ttext: Size?\n\ttype: integer\n\trange: 0 to 500\n\tmodules: M\n";
static const char measures[] = TAGS "define \"M 1 Denominator\": true\n"
				    "define \"M 1 Numerator\": seen = 'yes'\n";

static int
open_all(void **state)
{
	struct buf *errors;

	(void)state;
	arena = arena_new((size_t)64 << 20);
	errors = buf_new(arena, 10000);
	cat = small_catalogue(arena, elements, measures, errors);
	if (cat == NULL)
		print_error("%s", errors->data);
	return cat == NULL;
}

static int
close_all(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* Fills n pairs from the fields of a two by two table. */
static struct kappa
two_by_two(const size_t fields[4], double *expected)
{
	size_t n = fields[0] + fields[1] + fields[2] + fields[3], at = 0;
	size_t *first = arena_array(arena, n, sizeof *first);
	size_t *second = arena_array(arena, n, sizeof *second);

	for (size_t f = 0; f < 4; f++)
		for (size_t i = 0; i < fields[f]; i++, at++) {
			first[at] = f / 2;
			second[at] = f % 2;
		}
	return agreement_kappa(arena, first, second, n, 2, expected);
}

/* The example of Feinstein and Cicchetti, J Clin Epidemiol 1990;43:543: the same share of 85 in
 * 100 that agree, and kappas of 0.70 and 0.32. */
static void
kappa_as_published(void **state)
{
	double expected;
	struct kappa balanced = two_by_two((size_t[]){ 40, 9, 6, 45 }, &expected);
	struct kappa skewed = two_by_two((size_t[]){ 80, 10, 5, 5 }, &expected);

	(void)state;
	assert_true(fabs(balanced.value - 0.70) < 0.005);
	assert_true(fabs(skewed.value - 0.32) < 0.005);
	assert_close(skewed.value, (0.85 - 0.78) / 0.22);
	assert_close(expected, 78);
}

static void
kappa_of_one_answer_throughout_is_not_defined(void **state)
{
	double expected;

	(void)state;
	assert_false(two_by_two((size_t[]){ 7, 0, 0, 0 }, &expected).defined);
	assert_close(expected, 7);
	assert_false(two_by_two((size_t[]){ 0, 0, 0, 0 }, &expected).defined);
	assert_true(two_by_two((size_t[]){ 0, 7, 0, 0 }, &expected).defined);
	assert_close(two_by_two((size_t[]){ 0, 7, 7, 0 }, &expected).value, -1);
	assert_close(two_by_two((size_t[]){ 6, 1, 0, 0 }, &expected).value, 0);
}

/* "kappa", pairs, categories, first answers, second answers, defined, kappa. */
static void
check_case(char *line)
{
	double n[200], expected;
	size_t count = reference_numbers(line, n, 200), pairs = (size_t)n[0];
	size_t first[60], second[60];
	struct kappa got;

	assert_int_equal(count, 2 + 2 * pairs + 2);
	for (size_t i = 0; i < pairs; i++) {
		first[i] = (size_t)n[2 + i];
		second[i] = (size_t)n[2 + pairs + i];
	}
	got = agreement_kappa(arena, first, second, pairs, (size_t)n[1], &expected);
	assert_int_equal(got.defined, n[2 + 2 * pairs] > 0);
	assert_close(got.value, n[3 + 2 * pairs]);
}

static void
kappa_as_worked_out_otherwise(void **state)
{
	(void)state;
	assert_int_equal(reference_run("reference_agreement.py", check_case), 400);
}

static struct answer
answer_of(const struct element *e, const char *text)
{
	const char *message;
	struct answer answer;

	assert_true(answer_read(e, text, &answer, arena, &message));
	return answer;
}

/* A pair from text; "-" where the question was not asked. */
static struct agreement_pair
pair(const char *id, const char *first, const char *second)
{
	struct agreement_pair p = { .element = catalogue_element(cat, id),
				    .both = *first != '-' && *second != '-' };

	assert_non_null(p.element);
	if (*first != '-')
		p.first = answer_of(p.element, first);
	if (*second != '-')
		p.second = answer_of(p.element, second);
	return p;
}

static void
each_question_is_counted_in_its_own_way(void **state)
{
	const struct agreement_pair pairs[] = {
		pair("when", "2026-01-05", "2026-01-09"), pair("seen", "yes", "yes"),
		pair("when", "2026-01-05", "2026-01-05"), pair("seen", "yes", "no"),
		pair("when", "unknown", "2026-01-05"),    pair("seen", "no", "no"),
		pair("when", "unknown", "unknown"),       pair("seen", "no", "no"),
		pair("when", "2026-03-01", "2026-02-28"), pair("when", "2026-03-01", "-"),
		pair("which", "a;b", "b;a"),              pair("which", "a;b", "a"),
		pair("size", "100", "112"),               pair("size", "-", "7"),
	};
	struct agreement_set s = agreement_count(arena, cat, pairs, sizeof pairs / sizeof *pairs);

	(void)state;
	assert_int_equal(s.n, 4);
	assert_string_equal(s.questions[0].element->id, "seen");
	assert_int_equal(s.questions[0].identical.met, 3);
	assert_int_equal(s.questions[0].identical.of, 4);
	assert_close(s.questions[0].kappa.value, 0.5); /* seen 0.75, chance 0.5 */
	assert_int_equal(s.questions[1].identical.met, 2);
	assert_int_equal(s.questions[1].identical.of, 5);
	assert_int_equal(s.questions[1].one_sided, 1);
	assert_false(s.questions[1].kappa.defined);
	assert_int_equal(s.questions[1].gap.pairs, 3);
	assert_close(s.questions[1].gap.median, 1);
	assert_close(s.questions[1].gap.largest, 4);
	assert_int_equal(s.questions[2].identical.met, 1);
	assert_int_equal(s.questions[2].identical.of, 2);
	assert_int_equal(s.questions[3].identical.of, 1);
	assert_close(s.questions[3].gap.largest, 12);
	assert_int_equal(s.one_sided, 2);
	assert_int_equal(s.dates.gap.pairs, 3);
	assert_int_equal(s.numbers.gap.pairs, 0); /* millimeters and years have no median */
}

/* Of "seen" 3 of 4 pairs agree and chance gives 2; of "kind" 1 of 3 and chance gives 1. A
 * question that is always the same adds to both alike, so that the pooled kappa stays. */
static void
the_pooled_kappa_adds_up_before_it_divides(void **state)
{
	const struct agreement_pair pairs[] = { pair("seen", "yes", "yes"), pair("seen", "yes", "no"),
						pair("seen", "no", "no"), pair("seen", "no", "no"),
						pair("kind", "a", "a"),   pair("kind", "b", "c"),
						pair("kind", "c", "a") };
	const struct agreement_pair same[] = { pair("seen", "no", "no"), pair("seen", "no", "no") };
	struct agreement_set s = agreement_count(arena, cat, pairs, 7);

	(void)state;
	assert_true(s.coded.kappa.defined);
	assert_close(s.coded.kappa.value, (4 - (2 + 1.0)) / (7 - (2 + 1.0)));
	assert_int_equal(s.coded.identical.of, 7);
	s = agreement_count(arena, cat, same, 2);
	assert_false(s.coded.kappa.defined);
	assert_int_equal(s.coded.identical.met, 2);
	s = agreement_count(arena, cat, NULL, 0);
	assert_int_equal(s.n, 0);
	assert_false(s.coded.kappa.defined);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(kappa_as_published),
		cmocka_unit_test(kappa_of_one_answer_throughout_is_not_defined),
		cmocka_unit_test(kappa_as_worked_out_otherwise),
		cmocka_unit_test(each_question_is_counted_in_its_own_way),
		cmocka_unit_test(the_pooled_kappa_adds_up_before_it_divides),
	};

	return cmocka_run_group_tests(tests, open_all, close_all);
}
