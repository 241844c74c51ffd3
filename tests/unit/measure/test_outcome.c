/* Outcomes: many charts at a time and one by one are the same; packing; scores. */
#include "../test.h"
#include "charts.h"

#include "measure/outcome.h"

static struct fixture f;

static void
a_batch_gives_what_single_charts_give(void **state)
{
	struct batch *batch = batch_new(f.arena, f.cat);
	enum outcome *single = arena_array(f.arena, f.cat->n_measures, sizeof *single);
	struct counts counts = { { 0 } }, by_hand = { { 0 } };
	const struct measure *core3 = catalogue_measure(f.cat, "Core 3");
	struct answer *charts[300];
	uint32_t seed = 3;

	(void)state;
	for (size_t i = 0; i < 300; i++) {
		charts[i] = chart_random(&f, &seed);
		assert_true(batch_add(batch, charts[i]));
	}
	batch_run(batch);
	batch_count(batch, core3, &counts);
	for (size_t i = 0; i < 300; i++) {
		chart_outcomes(f.cat, charts[i], f.arena, single);
		for (size_t m = 0; m < f.cat->n_measures; m++)
			assert_int_equal(single[m], batch_outcome(batch, &f.cat->measures[m], i));
		by_hand.of[single[core3->index]]++;
	}
	for (int o = 0; o < OUTCOME_KINDS; o++)
		assert_int_equal(counts.of[o], by_hand.of[o]);
	assert_true(counts.of[OUTCOME_MET] > 0 && counts.of[OUTCOME_NOT_IN] > 0);
}

static void
a_full_batch_takes_no_more_and_can_start_again(void **state)
{
	struct batch *batch = batch_new(f.arena, f.cat);
	const struct measure *core1 = catalogue_measure(f.cat, "Core 1");
	struct answer *met = chart_of(&f, "birth_date = 1960-01-01, dx_date = 2025-01-01, "
		"office_visits_2plus = yes, path_report = yes");

	(void)state;
	for (size_t i = 0; i < BATCH_SIZE; i++)
		assert_true(batch_add(batch, met));
	assert_false(batch_add(batch, met));
	batch_run(batch);
	assert_int_equal(batch_outcome(batch, core1, BATCH_SIZE - 1), OUTCOME_MET);
	batch_start(batch);
	assert_true(batch_add(batch, chart_new(f.arena, f.cat)));
	batch_run(batch);
	assert_int_equal(batch_outcome(batch, core1, 0), OUTCOME_NOT_IN);
}

static void
an_empty_denominator_has_no_score(void **state)
{
	struct counts none = { { [OUTCOME_NOT_IN] = 5, [OUTCOME_EXCEPTED] = 3 } };
	struct counts some = { { [OUTCOME_MET] = 3, [OUTCOME_NOT_MET] = 1,
		[OUTCOME_EXCLUDED] = 9 } };

	(void)state;
	assert_false(score_of(&none).known);
	assert_true(score_of(&some).known);
	assert_int_equal(score_of(&some).denominator, 4);
	assert_true(score_of(&some).rate > 0.7499 && score_of(&some).rate < 0.7501);
}

static int
set_up(void **state)
{
	(void)state;
	f = fixture_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(f.arena);
	return 0;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_batch_gives_what_single_charts_give),
	cmocka_unit_test(a_full_batch_takes_no_more_and_can_start_again),
	cmocka_unit_test(an_empty_denominator_has_no_score),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
