/* Which charts count for which measures. */
#include "../test.h"

#include <string.h>

#include "measure/outcome.h"
#include "report/tally.h"

static struct arena *a;
static const struct catalogue *cat;

static int
load(void **state)
{
	struct buf *errors;

	(void)state;
	a = arena_new(256 * 1024 * 1024);
	errors = buf_new(a, 64 * 1024);
	cat = catalogue_load(a, SOURCE_DIR "/measures", errors);
	return cat == NULL;
}

static int
unload(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

/* A packed chart without answers, and outcomes that are all the same. */
static bool
add(struct tally *t, const char *modules, enum outcome outcome)
{
	enum outcome *outcomes = arena_array(a, cat->n_measures, sizeof *outcomes);

	for (size_t i = 0; i < cat->n_measures; i++)
		outcomes[i] = outcome;
	return tally_add(t, cat, a, tally_modules(cat, a, modules),
			 chart_pack(cat, chart_new(a, cat), a), outcomes_pack(cat, outcomes, a));
}

static void
a_chart_counts_for_the_measures_of_its_own_modules(void **state)
{
	struct tally *t = tally_new(a, cat);

	(void)state;
	assert_true(add(t, "CORE", OUTCOME_MET));
	assert_true(add(t, "CORE SMT", OUTCOME_NOT_MET));
	for (size_t i = 0; i < cat->n_measures; i++) {
		const char *module = cat->measures[i].module->id;
		bool core = strcmp(module, "CORE") == 0, smt = strcmp(module, "SMT") == 0;

		assert_int_equal(t[i].counts.of[OUTCOME_MET], core ? 1 : 0);
		assert_int_equal(t[i].counts.of[OUTCOME_NOT_MET], core || smt ? 1 : 0);
	}
}

static void
a_chart_of_no_module_counts_for_nothing(void **state)
{
	struct tally *t = tally_new(a, cat);

	(void)state;
	assert_true(add(t, "", OUTCOME_MET));
	assert_true(add(t, NULL, OUTCOME_MET));
	for (size_t i = 0; i < cat->n_measures; i++)
		assert_int_equal(t[i].counts.of[OUTCOME_MET], 0);
}

static void
bytes_of_another_edition_are_refused(void **state)
{
	struct bytes none = { "\1\1\0\0", 4 };

	(void)state;
	assert_false(tally_add(tally_new(a, cat), cat, a, ~(module_set)0, none, none));
}

static const struct measure *
measure_with_a_date(size_t *date)
{
	for (size_t i = 0; i < cat->n_measures; i++)
		for (size_t j = 0; j < cat->measures[i].n_elements; j++) {
			const struct element *e = &cat->elements[cat->measures[i].elements[j]];

			*date = e->index;
			if (e->type == ELEMENT_DATE && !e->system && !e->optional)
				return &cat->measures[i];
		}
	return NULL;
}

static void
an_asked_question_without_a_value_is_missing(void **state)
{
	struct answer *chart = chart_new(a, cat);
	bool *asked = arena_array(a, cat->n_elements, sizeof *asked);
	size_t date;
	const struct measure *m = measure_with_a_date(&date);

	(void)state;
	assert_non_null(m);
	for (size_t i = 0; i < cat->n_elements; i++)
		chart[i].state = ANSWER_VALUE;
	chart[date].state = ANSWER_NONE;
	assert_false(tally_lacks(m, cat, chart, asked)); /* nobody asked it */
	asked[date] = true;
	assert_true(tally_lacks(m, cat, chart, asked));
	chart[date].state = ANSWER_NOT_DOCUMENTED;
	assert_true(tally_lacks(m, cat, chart, asked));
	chart[date].state = ANSWER_VALUE;
	assert_false(tally_lacks(m, cat, chart, asked));
}

static void
missing_answers_matter_in_the_measure_only(void **state)
{
	struct tally *t = tally_new(a, cat);
	size_t date;
	const struct measure *m = measure_with_a_date(&date);

	(void)state;
	assert_true(add(t, m->module->id, OUTCOME_NOT_IN));
	assert_int_equal(t[m->index].missing, 0);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_chart_counts_for_the_measures_of_its_own_modules),
	cmocka_unit_test(a_chart_of_no_module_counts_for_nothing),
	cmocka_unit_test(bytes_of_another_edition_are_refused),
	cmocka_unit_test(an_asked_question_without_a_value_is_missing),
	cmocka_unit_test(missing_answers_matter_in_the_measure_only),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, load, unload);
}
