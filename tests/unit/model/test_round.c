/* Rounds: how FTE becomes charts, which tables are refused, where dates bring a round. */
#include "../test.h"

#include "model/round.h"

#include <string.h>

static const struct round_chart_counts_row table[] = {
	{ 1, 24 }, { 2, 32 }, { 4, 40 }, { 7, 48 }, { 11, 64 }, { 21, 80 },
};

enum { ROWS = sizeof table / sizeof *table };

static void
fte_rounds_up_to_one_place(void **state)
{
	(void)state;
	assert_float_equal(round_fte(1.0), 1.0, 1e-9);
	assert_float_equal(round_fte(1.1), 1.1, 1e-9);
	assert_float_equal(round_fte(1.11), 1.2, 1e-9);
	assert_float_equal(round_fte(3.91), 4.0, 1e-9);
	assert_float_equal(round_fte(0.01), 0.1, 1e-9);
}

static void
charts_follow_the_table(void **state)
{
	(void)state;
	assert_int_equal(round_charts(table, ROWS, 1), 24);
	assert_int_equal(round_charts(table, ROWS, 1.9), 24);
	assert_int_equal(round_charts(table, ROWS, 2), 32);
	assert_int_equal(round_charts(table, ROWS, 6.9), 40);
	assert_int_equal(round_charts(table, ROWS, round_fte(6.95)), 48);
	assert_int_equal(round_charts(table, ROWS, 500), 80);
}

static void
the_smallest_practices_take_the_first_row(void **state)
{
	(void)state;
	assert_int_equal(round_charts(table, ROWS, 0.4), 24);
	assert_int_equal(round_charts(NULL, 0, 3), 0);
}

static void
refused(const struct round_chart_counts_row *rows, size_t n, const char *because)
{
	struct arena *a = arena_new(1 << 20);
	const char *problem = round_table_problem(a, rows, n);

	assert_non_null(problem);
	assert_non_null(strstr(problem, because));
	arena_free(a);
}

static void
tables_out_of_order_are_refused(void **state)
{
	static const struct round_chart_counts_row late[] = { { 2, 24 } },
		same[] = { { 1, 24 }, { 1, 32 } }, back[] = { { 1, 24 }, { 4, 32 }, { 3, 40 } },
		fewer[] = { { 1, 24 }, { 2, 20 } }, none[] = { { 0, 0 } };

	(void)state;
	refused(NULL, 0, "at least one row");
	refused(late, 1, "begin at 0 or 1");
	refused(same, 2, "must rise");
	refused(back, 3, "3 does not come after 4");
	refused(fewer, 2, "must not fall");
	refused(none, 1, "from 1 to");
}

static void
the_default_table_is_fine(void **state)
{
	struct arena *a = arena_new(1 << 20);

	(void)state;
	assert_null(round_table_problem(a, table, ROWS));
	arena_free(a);
}

static void
dates_move_a_round_one_step(void **state)
{
	const int32_t archives = 400;
	struct round_dates d = { 10, 20, 100, &archives };

	(void)state;
	assert_int_equal(round_due("planned", &d, 9), ROUND_STEP_NONE);
	assert_int_equal(round_due("planned", &d, 10), ROUND_STEP_REGISTER);
	assert_int_equal(round_due("planned", &d, 20), ROUND_STEP_OPEN);
	assert_int_equal(round_due("planned", &d, 101), ROUND_STEP_NONE);
	assert_int_equal(round_due("registration", &d, 19), ROUND_STEP_NONE);
	assert_int_equal(round_due("registration", &d, 20), ROUND_STEP_OPEN);
	assert_int_equal(round_due("open", &d, 100), ROUND_STEP_NONE);
	assert_int_equal(round_due("open", &d, 101), ROUND_STEP_CLOSE);
	assert_int_equal(round_due("closed", &d, 500), ROUND_STEP_NONE);
	assert_int_equal(round_due("released", &d, 399), ROUND_STEP_NONE);
	assert_int_equal(round_due("released", &d, 400), ROUND_STEP_ARCHIVE);
	assert_int_equal(round_due("archived", &d, 500), ROUND_STEP_NONE);
	d.archives = NULL;
	assert_int_equal(round_due("released", &d, 5000), ROUND_STEP_NONE);
	d.registers = d.opens;
	assert_int_equal(round_due("planned", &d, 20), ROUND_STEP_OPEN);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(dates_move_a_round_one_step),
	cmocka_unit_test(fte_rounds_up_to_one_place),
	cmocka_unit_test(charts_follow_the_table),
	cmocka_unit_test(the_smallest_practices_take_the_first_row),
	cmocka_unit_test(tables_out_of_order_are_refused),
	cmocka_unit_test(the_default_table_is_fine),
};

TEST_MAIN(tests)
