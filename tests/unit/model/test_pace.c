/* A practice's pace: charts left, hours, and the day on which they are done. */
#include "../test.h"

#include "model/chart_time.h"
#include "model/pace.h"

enum { HOUR = 3600, MONDAY = 20780 };

static void
a_chart_fills_core_and_one_disease(void **state)
{
	(void)state;
	assert_int_equal(pace_charts_left(&(struct pace_lacking){ 10, 4, 0 }), 10);
	assert_int_equal(pace_charts_left(&(struct pace_lacking){ 10, 25, 0 }), 25);
	assert_int_equal(pace_charts_left(&(struct pace_lacking){ 10, 4, 12 }), 12);
	assert_int_equal(pace_charts_left(&(struct pace_lacking){ 0, 0, 0 }), 0);
}

static void
work_falls_on_the_weekdays_it_fell_on(void **state)
{
	/* two weeks in which Mondays had two hours and Wednesdays one, then none */
	static const struct pace_day days[] = { { MONDAY, 2 * HOUR },      { MONDAY + 2, HOUR },
						{ MONDAY + 7, 2 * HOUR },  { MONDAY + 9, HOUR } };
	int32_t last, today = MONDAY + 14;

	(void)state;
	assert_true(pace_last_day(days, 4, today, HOUR, &last));
	assert_int_equal(last, today);
	assert_true(pace_last_day(days, 4, today, 2 * HOUR + 1, &last));
	assert_int_equal(last, today + 2);
	assert_true(pace_last_day(days, 4, today, 3 * HOUR + 1, &last));
	assert_int_equal(last, today + 7);
	assert_true(pace_last_day(days, 4, today, 6 * HOUR, &last));
	assert_int_equal(last, today + 9);
}

static void
days_without_work_count(void **state)
{
	static const struct pace_day once[] = { { MONDAY, 4 * HOUR } };
	int32_t last, today = MONDAY + 28; /* one Monday of four */

	(void)state;
	assert_true(pace_last_day(once, 1, today, 2 * HOUR, &last));
	assert_int_equal(last, today + 7);
}

static void
nothing_is_said_too_early_or_without_end(void **state)
{
	static const struct pace_day days[] = { { MONDAY, HOUR } };
	int32_t last;

	(void)state;
	assert_false(pace_last_day(days, 0, MONDAY, HOUR, &last));
	assert_false(pace_last_day(days, 1, MONDAY + 6, HOUR, &last));
	assert_true(pace_last_day(days, 1, MONDAY + 7, HOUR, &last));
	assert_false(pace_last_day(days, 1, MONDAY + 7, 100 * HOUR, &last));
}

static void
hours_are_told_as_one_plans(void **state)
{
	char text[40];

	(void)state;
	assert_string_equal(pace_hours(HOUR - 1, text, sizeof text), "less than an hour");
	assert_string_equal(pace_hours(HOUR, text, sizeof text), "about 1 hour");
	assert_string_equal(pace_hours(7 * HOUR + HOUR / 2, text, sizeof text), "about 8 hours");
}

static void
no_report_tells_of_more_time_than_passed(void **state)
{
	struct section_time parts[] = { { "Pain", 30 }, { "Tobacco", 50 }, { "Fertility", 5 } };

	(void)state;
	chart_time_cut(parts, 3, 90);
	assert_int_equal(parts[2].seconds, 5);
	chart_time_cut(parts, 3, 60);
	assert_int_equal(parts[0].seconds, 30);
	assert_int_equal(parts[1].seconds, 30);
	assert_int_equal(parts[2].seconds, 0);
	chart_time_cut(parts, 3, -1);
	assert_int_equal(parts[0].seconds, 0);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_chart_fills_core_and_one_disease),
	cmocka_unit_test(work_falls_on_the_weekdays_it_fell_on),
	cmocka_unit_test(days_without_work_count),
	cmocka_unit_test(nothing_is_said_too_early_or_without_end),
	cmocka_unit_test(hours_are_told_as_one_plans),
	cmocka_unit_test(no_report_tells_of_more_time_than_passed),
};
TEST_MAIN(tests)
