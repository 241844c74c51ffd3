/* Marks of a block of charts are what each chart says by itself. */
#include "../test.h"
#include "charts.h"

#include "measure/marks.h"
#include "measure/outcome.h"

enum { CHARTS = 300 };

static struct fixture f;

/* The rule as it is written in marks.h, one question at a time. */
static bool
lacks(const struct measure *measure, const struct answer *chart, const bool *asked)
{
	for (size_t i = 0; i < measure->n_elements; i++) {
		const struct element *e = &f.cat->elements[measure->elements[i]];

		if (asked[e->index] && !e->system && !e->optional &&
		    chart[e->index].state != ANSWER_VALUE)
			return true;
	}
	return false;
}

static unsigned
mark_by_hand(const struct measure *m, const struct answer *chart, module_set modules,
	     const enum outcome *outcomes, const bool *asked)
{
	enum outcome outcome = outcomes[m->index];

	if ((module_bit(m->module) & modules) == 0)
		return MARK_NONE;
	return (unsigned)outcome |
	       (outcome != OUTCOME_NOT_IN && lacks(m, chart, asked) ? MARK_LACKS : 0);
}

static void
a_block_marks_as_charts_one_by_one(void **state)
{
	struct marker *marker = marker_new(f.arena, f.cat, CHARTS);
	struct answer *charts[CHARTS];
	module_set modules[CHARTS];
	uint32_t seed = 11;
	size_t lacking = 0, of_no_module = 0;

	(void)state;
	for (size_t i = 0; i < CHARTS; i++) {
		charts[i] = chart_random(&f, &seed);
		modules[i] = (module_set)(seed >> 7);
		assert_true(marker_add(marker, charts[i], modules[i]));
	}
	assert_false(marker_add(marker, charts[0], modules[0]));
	marker_run(marker);
	for (size_t i = 0; i < CHARTS; i++) {
		enum outcome *outcomes = arena_array(f.arena, f.cat->n_measures, sizeof *outcomes);
		bool *asked = arena_array(f.arena, f.cat->n_elements, sizeof *asked);

		chart_outcomes(f.cat, charts[i], f.arena, outcomes);
		chart_asked(f.cat, charts[i], modules[i], f.arena, asked);
		for (size_t j = 0; j < f.cat->n_measures; j++) {
			const struct measure *m = &f.cat->measures[j];
			unsigned mark = marker_mark(marker, m, i);
			unsigned by_hand = mark_by_hand(m, charts[i], modules[i], outcomes,
							asked);

			assert_int_equal(mark, by_hand);
			of_no_module += mark == MARK_NONE;
			lacking += mark != MARK_NONE && (mark & MARK_LACKS) != 0;
		}
	}
	assert_true(lacking > 100 && of_no_module > 100);
}

static void
a_marker_can_start_again(void **state)
{
	struct marker *marker = marker_new(f.arena, f.cat, 2);
	const struct measure *core1 = catalogue_measure(f.cat, "Core 1");
	struct answer *met = chart_of(&f, "birth_date = 1960-01-01, dx_date = 2025-01-01, "
				      "office_visits_2plus = yes, path_report = yes");

	(void)state;
	marker_add(marker, met, module_bit(core1->module));
	marker_run(marker);
	assert_int_equal(marker_mark(marker, core1, 0) & MARK_OUTCOME, OUTCOME_MET);
	marker_start(marker);
	marker_add(marker, chart_new(f.arena, f.cat), module_bit(core1->module));
	marker_run(marker);
	assert_int_equal(marker_mark(marker, core1, 0), OUTCOME_NOT_IN);
}

static void
stored_marks_come_back(void **state)
{
	struct marker *marker = marker_new(f.arena, f.cat, 1);
	uint32_t seed = 5;
	struct answer *chart = chart_random(&f, &seed);
	struct bytes stored = marks_of(f.cat, chart, ~(module_set)0, f.arena);
	const uint8_t *halves = marks_read(f.cat, stored);

	(void)state;
	marker_add(marker, chart, ~(module_set)0);
	marker_run(marker);
	assert_non_null(halves);
	for (size_t i = 0; i < f.cat->n_measures; i++)
		assert_int_equal(marks_at(halves, i), marker_mark(marker, &f.cat->measures[i], 0));
	assert_null(marks_read(f.cat, (struct bytes){ stored.data, stored.size - 1 }));
	assert_null(marks_read(f.cat, (struct bytes){ NULL, 0 }));
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
	cmocka_unit_test(a_block_marks_as_charts_one_by_one),
	cmocka_unit_test(a_marker_can_start_again),
	cmocka_unit_test(stored_marks_come_back),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
