/* Day numbers, ISO text and completed years. */
#include "../test.h"

#include "base/date.h"

static int32_t
day(const char *text)
{
	int32_t n = 0;

	assert_true(date_parse(text, &n));
	return n;
}

static void
every_day_of_four_centuries_comes_back(void **state)
{
	char text[DATE_TEXT_SIZE];

	(void)state;
	for (int32_t n = day("1800-01-01"); n < day("2200-01-01"); n++)
		assert_int_equal(day(date_format(n, text)), n);
	assert_int_equal(day("1970-01-01"), 0);
	assert_int_equal(day("2000-03-01") - day("2000-02-28"), 2);
	assert_int_equal(day("1900-03-01") - day("1900-02-28"), 1);
}

static void
what_is_no_day_is_refused(void **state)
{
	static const char *const wrong[] = { "", "2026", "2026-2-01", "2026-02-30", "2025-02-29",
		"2026-13-01", "2026-00-10", "2026-01-00", "2026-01-01 ", " 2026-01-01", "0000-01-01",
		"2026/01/01", "20260101", "2026-01-0x" };
	int32_t n;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(date_parse(wrong[i], &n));
}

static void
a_year_ends_on_the_birthday(void **state)
{
	(void)state;
	assert_int_equal(date_years_between(day("1970-06-15"), day("2020-06-14")), 49);
	assert_int_equal(date_years_between(day("1970-06-15"), day("2020-06-15")), 50);
	assert_int_equal(date_years_between(day("2000-02-29"), day("2018-02-28")), 17);
	assert_int_equal(date_years_between(day("2000-02-29"), day("2018-03-01")), 18);
	assert_int_equal(date_years_between(day("2000-02-29"), day("2020-02-29")), 20);
}

static void
a_month_ends_on_its_last_day(void **state)
{
	(void)state;
	assert_int_equal(date_add_months(day("2026-07-06"), -6), day("2026-01-06"));
	assert_int_equal(date_add_months(day("2026-01-15"), -12), day("2025-01-15"));
	assert_int_equal(date_add_months(day("2026-08-31"), -6), day("2026-02-28"));
	assert_int_equal(date_add_months(day("2024-03-31"), -1), day("2024-02-29"));
	assert_int_equal(date_add_months(day("2026-12-31"), 2), day("2027-02-28"));
	assert_int_equal(date_add_months(day("0001-03-10"), -120), day("0001-01-10"));
	assert_int_equal(date_add_months(day("9999-11-30"), 120), day("9999-12-30"));
}

static void
times_are_utc(void **state)
{
	char text[TIME_TEXT_SIZE];

	(void)state;
	assert_string_equal(time_format(0, text), "1970-01-01T00:00:00Z");
	assert_string_equal(time_format(-1, text), "1969-12-31T23:59:59Z");
	assert_string_equal(time_format(1767225599, text), "2025-12-31T23:59:59Z");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(every_day_of_four_centuries_comes_back),
	cmocka_unit_test(what_is_no_day_is_refused),
	cmocka_unit_test(a_year_ends_on_the_birthday),
	cmocka_unit_test(a_month_ends_on_its_last_day),
	cmocka_unit_test(times_are_utc),
};
TEST_MAIN(tests)
