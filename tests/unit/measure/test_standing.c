/* Where a chart stands in its measures while answers come in. */
#include "../test.h"
#include "charts.h"

#include "measure/standing.h"

#define SEEN "birth_date = 1960-01-01, dx_date = 2026-01-01, office_visits_2plus = yes"

static struct fixture f;

static const struct standing *
standing(const char *answers, const char *number)
{
	size_t n;
	const struct module *core = catalogue_module(f.cat, "CORE");
	const struct standing *all = chart_standings(f.cat, chart_of(&f, answers),
						     module_bit(core), f.arena, &n);

	for (size_t i = 0; i < n; i++) {
		assert_ptr_equal(all[i].measure->module, core);
		if (strcmp(all[i].measure->number, number) == 0)
			return &all[i];
	}
	return NULL;
}

static enum standing_kind
kind(const char *answers, const char *number)
{
	const struct standing *s = standing(answers, number);

	return s == NULL ? STANDING_OUT : s->kind;
}

static void
an_empty_chart_may_count_and_says_what_decides_it(void **state)
{
	const struct standing *s = standing("", "Core 1");

	(void)state;
	assert_non_null(s);
	assert_int_equal(s->kind, STANDING_MAY_COUNT);
	assert_true(s->n_missing > 0);
	assert_non_null(strstr(s->missing[0], "Not answered yet."));
}

static void
a_chart_that_cannot_count_is_left_out(void **state)
{
	(void)state;
	assert_int_equal(kind("birth_date = 1960-01-01, dx_date = 2026-01-01, "
			      "office_visits_2plus = no", "Core 1"), STANDING_OUT);
}

static void
a_measure_goes_from_not_yet_to_met_or_not_met(void **state)
{
	const struct standing *s = standing(SEEN, "Core 1");

	(void)state;
	assert_int_equal(s->kind, STANDING_NOT_YET);
	assert_int_equal(s->n_missing, 1);
	assert_int_equal(kind(SEEN ", path_report = yes", "Core 1"), STANDING_MET);
	s = standing(SEEN ", path_report = no", "Core 1");
	assert_int_equal(s->kind, STANDING_NOT_MET);
	assert_non_null(strstr(s->missing[0], "No; wanted: Yes."));
}

static void
each_kind_has_a_code_and_words(void **state)
{
	(void)state;
	for (int k = STANDING_OUT; k <= STANDING_MET; k++) {
		assert_non_null(standing_code((enum standing_kind)k));
		assert_non_null(standing_words((enum standing_kind)k));
	}
}

static int
start(void **state)
{
	f = fixture_new();
	*state = &f;
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(f.arena);
	return 0;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(an_empty_chart_may_count_and_says_what_decides_it),
	cmocka_unit_test(a_chart_that_cannot_count_is_left_out),
	cmocka_unit_test(a_measure_goes_from_not_yet_to_met_or_not_met),
	cmocka_unit_test(each_kind_has_a_code_and_words),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, start, end);
}
