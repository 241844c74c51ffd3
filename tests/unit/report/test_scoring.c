/* The figures of all practices of a measure. */
#include "../test.h"

#include "report/scoring.h"

static void
charts_are_pooled_and_practices_spread(void **state)
{
	struct arena *a = arena_new(1024 * 1024);
	const struct rate rates[] = { { 4, 10 }, { 6, 10 }, { 0, 0 }, { 10, 10 }, { 8, 10 },
				      { 2, 10 } };
	struct pooled p = scoring_pool(a, rates, 6, SUPPRESS_NOT);

	(void)state;
	assert_int_equal(p.hidden, SUPPRESS_NOT);
	assert_int_equal(p.practices, 5);
	assert_int_equal(p.rate.met, 30);
	assert_int_equal(p.rate.of, 50);
	assert_float_equal(p.spread.mean, 0.6, 1e-6);
	assert_float_equal(p.spread.median, 0.6, 1e-6);
	assert_float_equal(p.spread.low, 0.4, 1e-6);
	assert_float_equal(p.spread.high, 0.8, 1e-6);
	arena_free(a);
}

static void
a_hidden_cell_holds_no_figure(void **state)
{
	struct arena *a = arena_new(1024 * 1024);
	const struct rate few[] = { { 4, 10 }, { 6, 10 }, { 9, 10 }, { 8, 10 } };
	struct pooled p = scoring_pool(a, few, 4, SUPPRESS_FEW_PRACTICES);

	(void)state;
	assert_int_equal(p.hidden, SUPPRESS_FEW_PRACTICES);
	assert_int_equal(p.practices, 0);
	assert_int_equal(p.rate.of, 0);
	assert_float_equal(p.spread.mean, 0, 0);
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(charts_are_pooled_and_practices_spread),
	cmocka_unit_test(a_hidden_cell_holds_no_figure),
};

TEST_MAIN(tests)
