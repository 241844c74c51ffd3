/* Where the small-number rule begins and ends. */
#include "../test.h"

#include "report/suppress.h"

static void
few_practices_are_hidden(void **state)
{
	(void)state;
	assert_int_equal(suppress_check((struct cell){ 5, 100, 20, 0 }, SUPPRESS_ALL_PRACTICES),
			 SUPPRESS_NOT);
	assert_int_equal(suppress_check((struct cell){ 4, 100, 25, 0 }, SUPPRESS_ALL_PRACTICES),
			 SUPPRESS_FEW_PRACTICES);
	assert_int_equal(suppress_check((struct cell){ 0, 0, 0, 0 }, SUPPRESS_ALL_PRACTICES),
			 SUPPRESS_FEW_PRACTICES);
}

static void
three_fellowship_programs_are_enough(void **state)
{
	(void)state;
	assert_int_equal(suppress_check((struct cell){ 3, 30, 10, 0 }, SUPPRESS_FELLOWSHIP),
			 SUPPRESS_NOT);
	assert_int_equal(suppress_check((struct cell){ 2, 30, 15, 0 }, SUPPRESS_FELLOWSHIP),
			 SUPPRESS_FEW_PRACTICES);
	assert_int_equal(suppress_check((struct cell){ 3, 19, 8, 0 }, SUPPRESS_FELLOWSHIP),
			 SUPPRESS_FEW_CHARTS);
}

static void
few_charts_are_hidden(void **state)
{
	(void)state;
	assert_int_equal(suppress_check((struct cell){ 10, 20, 4, 0 }, SUPPRESS_ALL_PRACTICES),
			 SUPPRESS_NOT);
	assert_int_equal(suppress_check((struct cell){ 10, 19, 4, 0 }, SUPPRESS_ALL_PRACTICES),
			 SUPPRESS_FEW_CHARTS);
}

static void
a_practice_with_over_half_of_the_charts_hides_them(void **state)
{
	(void)state;
	assert_int_equal(suppress_check((struct cell){ 9, 100, 50, 0 }, SUPPRESS_ALL_PRACTICES),
			 SUPPRESS_NOT);
	assert_int_equal(suppress_check((struct cell){ 9, 100, 51, 0 }, SUPPRESS_ALL_PRACTICES),
			 SUPPRESS_ONE_DOMINATES);
	assert_int_equal(suppress_check((struct cell){ 9, 101, 51, 0 }, SUPPRESS_ALL_PRACTICES),
			 SUPPRESS_ONE_DOMINATES);
	assert_int_equal(suppress_check((struct cell){ 9, UINT32_MAX, UINT32_MAX - 8, 0 },
					SUPPRESS_ALL_PRACTICES), SUPPRESS_ONE_DOMINATES);
}

static void
only_practices_with_charts_count(void **state)
{
	static const struct rate practices[] = { { 2, 4 }, { 0, 0 }, { 9, 9 }, { 0, 3 }, { 0, 0 } };
	struct cell c = suppress_cell(practices, 5);

	(void)state;
	assert_int_equal(c.practices, 3);
	assert_int_equal(c.charts, 16);
	assert_int_equal(c.largest, 9);
	assert_int_equal(c.second, 4);
	c = suppress_cell(NULL, 0);
	assert_int_equal(c.practices, 0);
	assert_int_equal(c.charts, 0);
}

static enum suppress
rest(struct cell c)
{
	return suppress_check_rest(c, SUPPRESS_ALL_PRACTICES);
}

/* Whoever of them takes its own charts away. */
static void
what_is_left_without_a_reader_is_a_cell_too(void **state)
{
	(void)state;
	assert_int_equal(rest((struct cell){ 6, 60, 10, 10 }),
			 SUPPRESS_NOT);
	assert_int_equal(rest((struct cell){ 5, 60, 12, 12 }),
			 SUPPRESS_FEW_PRACTICES);
	assert_int_equal(rest((struct cell){ 6, 29, 10, 5 }),
			 SUPPRESS_FEW_CHARTS);
	assert_int_equal(rest((struct cell){ 9, 100, 40, 20 }),
			 SUPPRESS_NOT);
	assert_int_equal(rest((struct cell){ 9, 100, 41, 20 }),
			 SUPPRESS_ONE_DOMINATES);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(few_practices_are_hidden),
	cmocka_unit_test(three_fellowship_programs_are_enough),
	cmocka_unit_test(few_charts_are_hidden),
	cmocka_unit_test(a_practice_with_over_half_of_the_charts_hides_them),
	cmocka_unit_test(only_practices_with_charts_count),
	cmocka_unit_test(what_is_left_without_a_reader_is_a_cell_too),
};
TEST_MAIN(tests)
