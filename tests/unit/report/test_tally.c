/* Which charts count for which measures. */
#include "../test.h"

#include <string.h>

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

/* Marks that are all the same, in the measures of these modules. */
static struct bytes
marks(const char *modules, unsigned mark)
{
	size_t size = MARKS_HEADER + (cat->n_measures + 1) / 2;
	uint8_t *bytes = arena_alloc(a, size);
	module_set set = catalogue_modules(cat, a, modules);

	bytes[0] = 1;
	bytes[1] = (uint8_t)cat->n_measures;
	for (size_t i = 0; i < cat->n_measures; i++) {
		bool in = (module_bit(cat->measures[i].module) & set) != 0;

		bytes[MARKS_HEADER + i / 2] |= (uint8_t)((in ? mark : MARK_NONE) << (i % 2 * 4));
	}
	return (struct bytes){ bytes, size };
}

static void
a_chart_counts_for_the_measures_of_its_own_modules(void **state)
{
	struct tally *t = tally_new(a, cat);

	(void)state;
	assert_true(tally_add(t, cat, marks("CORE", OUTCOME_MET)));
	assert_true(tally_add(t, cat, marks("CORE SMT", OUTCOME_NOT_MET)));
	for (size_t i = 0; i < cat->n_measures; i++) {
		const char *module = cat->measures[i].module->id;
		bool core = strcmp(module, "CORE") == 0, smt = strcmp(module, "SMT") == 0;

		assert_int_equal(t[i].counts.of[OUTCOME_MET], core ? 1 : 0);
		assert_int_equal(t[i].counts.of[OUTCOME_NOT_MET], core || smt ? 1 : 0);
		assert_int_equal(t[i].missing, 0);
	}
}

static void
a_chart_of_no_module_counts_for_nothing(void **state)
{
	struct tally *t = tally_new(a, cat);

	(void)state;
	assert_true(tally_add(t, cat, marks("", OUTCOME_MET)));
	for (size_t i = 0; i < cat->n_measures; i++)
		for (int o = 0; o < OUTCOME_KINDS; o++)
			assert_int_equal(t[i].counts.of[o], 0);
}

static void
charts_that_lack_an_answer_are_counted_beside(void **state)
{
	struct tally *t = tally_new(a, cat);

	(void)state;
	tally_add(t, cat, marks("CORE", OUTCOME_NOT_MET | MARK_LACKS));
	tally_add(t, cat, marks("CORE", OUTCOME_NOT_MET));
	assert_int_equal(t[0].counts.of[OUTCOME_NOT_MET], 2);
	assert_int_equal(t[0].missing, 1);
}

static void
marks_of_another_edition_are_refused(void **state)
{
	struct bytes none = { "\1\1\0\0", 4 };

	(void)state;
	assert_false(tally_add(tally_new(a, cat), cat, none));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_chart_counts_for_the_measures_of_its_own_modules),
	cmocka_unit_test(a_chart_of_no_module_counts_for_nothing),
	cmocka_unit_test(charts_that_lack_an_answer_are_counted_beside),
	cmocka_unit_test(marks_of_another_edition_are_refused),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, load, unload);
}
