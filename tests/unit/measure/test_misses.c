/* Charts that did not meet a measure, put together by what decided it. */
#include "../test.h"
#include "charts.h"

#include "measure/misses.h"
#include "measure/outcome.h"

#define SEEN "birth_date = 1960-01-01, dx_date = 2026-01-01, office_visits_2plus = yes, "
#define DONE SEEN "chemo_status = by_practice, chemo_completed = yes, chemo_end_date = 2026-01-01, abstraction_date = 2026-09-01, "

enum { CHARTS_MAX = 8 };

static struct fixture f;

/* "3 question id: answer, wanted; | 0 1(detail) " a line for each group. */
static const char *
groups(const char *number, const char *const *charts)
{
	const struct measure *m = catalogue_measure(f.cat, number);
	const struct answer *answers[CHARTS_MAX];
	struct buf *out = buf_new(f.arena, 10000);
	size_t n = 0, count;
	const struct miss *misses;

	for (; charts[n] != NULL; n++)
		answers[n] = chart_of(&f, charts[n]);
	misses = misses_of(f.cat, m, answers, n, f.arena, &count);
	for (size_t i = 0; i < count; i++) {
		const struct miss *one = &misses[i];

		for (size_t j = 0; j < one->n_reasons; j++)
			buf_printf(out, "%s: %s, %s; ", one->reasons[j].element->id,
				   one->reasons[j].answer == NULL ? "-" : one->reasons[j].answer,
				   one->reasons[j].wanted == NULL ? "-" : one->reasons[j].wanted);
		buf_str(out, "|");
		for (size_t j = 0; j < one->n_charts; j++)
			buf_printf(out, " %zu%s%s", one->charts[j].chart,
				   one->charts[j].detail == NULL ? "" : "=",
				   one->charts[j].detail == NULL ? "" : one->charts[j].detail);
		buf_str(out, "\n");
	}
	return out->data;
}

static void
the_largest_group_comes_first(void **state)
{
	(void)state;
	assert_string_equal(
		groups("Core 3", (const char *const[]){ SEEN "sex = male",
							SEEN "pain_assessed_2v = no",
							SEEN "pain_assessed_2v = no", NULL }),
		"pain_assessed_2v: No, Yes; | 1 2\n"
		"pain_assessed_2v: Not answered, Yes; | 0\n");
}

static void
days_are_one_group_and_told_by_chart(void **state)
{
	(void)state;
	assert_string_equal(
		groups("Core 17", (const char *const[]){ DONE "tx_summary_date = 2026-06-01",
							 DONE "tx_summary_date = 2026-07-01", DONE
							 "tx_summary_date = not_documented", NULL }),
		"tx_summary_date: -, at most 93; | 0=151 (2026-01-01 to 2026-06-01) "
		"1=181 (2026-01-01 to 2026-07-01)\n"
		"tx_summary_date: not known (2026-01-01 to Not documented), at most 93; | 2\n");
}

static void
no_charts_are_no_groups(void **state)
{
	(void)state;
	assert_string_equal(groups("Core 3", (const char *const[]){ NULL }), "");
}

static void
where_lower_is_better_those_that_met_it_are_looked_for(void **state)
{
	(void)state;
	assert_int_equal(misses_outcome(catalogue_measure(f.cat, "Core 3")), OUTCOME_NOT_MET);
	assert_int_equal(misses_outcome(catalogue_measure(f.cat, "Breast 57")), OUTCOME_MET);
	assert_string_equal(groups("Breast 57", (const char *const[]){ SEEN "cancer_type = breast, her2_status = negative, her2_tx_received = yes",
								       NULL }),
			    "her2_tx_received: Yes, Yes; | 0\n");
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
	cmocka_unit_test(the_largest_group_comes_first),
	cmocka_unit_test(days_are_one_group_and_told_by_chart),
	cmocka_unit_test(no_charts_are_no_groups),
	cmocka_unit_test(where_lower_is_better_those_that_met_it_are_looked_for),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, start, end);
}
