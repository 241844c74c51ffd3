/* Selection criteria: who is eligible, and what a refusal says. */
#include "../arena.h"

#include "base/date.h"
#include "model/criteria.h"

#include <string.h>

enum { VISITS = 3 };

static int32_t visits[VISITS];

static int32_t
day(const char *text)
{
	int32_t n = 0;

	assert_true(date_parse(text, &n));
	return n;
}

/* A woman of 61 with breast cancer who meets everything on 2026-07-06. */
static struct patient
somebody(void)
{
	visits[0] = day("2026-05-02");
	visits[1] = day("2026-06-20");
	visits[2] = day("2025-12-01");
	return (struct patient){ .label = "B-017",
				 .cancer = "breast",
				 .age = 61,
				 .diagnosis = day("2025-11-03"),
				 .first_visit = day("2025-12-01"),
				 .visits = visits,
				 .n_visits = VISITS };
}

static const char *
refusal(const char *module, const struct patient *p)
{
	struct criteria_list_row c = criteria_usual(module);

	return criteria_refusal(arena, &c, day("2026-07-06"), p);
}

static void
who_meets_all_points_is_eligible(void **state)
{
	struct patient p = somebody();

	(void)state;
	assert_null(refusal("CORE", &p));
	assert_null(refusal("SMT", &p));
	assert_null(refusal("BREAST", &p));
	assert_string_equal(refusal("CRC", &p), "another cancer");
	assert_string_equal(refusal("EOL", &p), "no date of death");
}

static void
each_point_refuses_in_words(void **state)
{
	struct patient p = somebody();

	(void)state;
	p.age = 17;
	assert_string_equal(refusal("CORE", &p), "17 years old at diagnosis, under 18");
	p = somebody();
	p.diagnosis = day("2024-07-05");
	assert_string_equal(refusal("BREAST", &p), "diagnosed 2024-07-05, before 2024-07-06");
	assert_null(refusal("CORE", &p));
	p = somebody();
	p.first_visit = day("2025-07-05");
	assert_string_equal(refusal("CORE", &p), "first visit 2025-07-05, before 2025-07-06");
	p.first_visit = day("2026-07-07");
	assert_string_equal(refusal("CORE", &p),
			    "first visit 2026-07-07, after the reference date 2026-07-06");
}

static void
windows_include_both_ends_and_no_later_visit(void **state)
{
	struct patient p = somebody();

	(void)state;
	visits[0] = day("2026-01-06");
	visits[1] = day("2026-07-06");
	assert_null(refusal("CORE", &p));
	visits[0] = day("2026-01-05");
	assert_string_equal(refusal("CORE", &p),
			    "1 of 2 office visits in the 6 months to 2026-07-06");
	visits[0] = day("2026-07-07");
	assert_non_null(refusal("CORE", &p));
	assert_int_equal(criteria_last_visit(&p, day("2026-07-06")), day("2026-07-06"));
}

static void
end_of_life_counts_back_from_death(void **state)
{
	struct patient p = somebody();

	(void)state;
	p.died = true;
	p.death = day("2026-06-30");
	assert_null(refusal("EOL", &p));
	p.death = day("2025-07-05");
	assert_string_equal(refusal("EOL", &p), "died 2025-07-05, before 2025-07-06");
	p.death = day("2026-05-30");
	visits[2] = day("2025-08-01");
	assert_string_equal(refusal("EOL", &p),
			    "1 of 2 office visits in the 9 months before death");
}

static void
what_is_0_is_not_asked(void **state)
{
	struct criteria_list_row c = { .module = "CORE", .cancers = "" };
	struct patient p = somebody();

	(void)state;
	p.age = 3;
	p.n_visits = 0;
	p.diagnosis = p.first_visit = day("1980-01-01");
	assert_null(criteria_refusal(arena, &c, day("2026-07-06"), &p));
	assert_null(criteria_problem(&c));
}

static void
half_a_window_is_a_problem(void **state)
{
	struct criteria_list_row c = criteria_usual("CORE");

	(void)state;
	assert_null(criteria_problem(&c));
	c.visit_months = 0;
	assert_non_null(strstr(criteria_problem(&c), "belong together"));
	c = criteria_usual("EOL");
	assert_null(criteria_problem(&c));
	c.death_months = 0;
	assert_non_null(strstr(criteria_problem(&c), "only of patients who died"));
	c = criteria_usual("EOL");
	c.death_visits = 0;
	assert_non_null(strstr(criteria_problem(&c), "before death"));
}

static void
a_cancer_is_a_whole_word_of_the_list(void **state)
{
	(void)state;
	assert_true(criteria_has_cancer("colon;rectal", "rectal"));
	assert_true(criteria_has_cancer("colon;rectal", "colon"));
	assert_false(criteria_has_cancer("nsclc", "sclc"));
	assert_false(criteria_has_cancer("colon;rectal", "colo"));
	assert_false(criteria_has_cancer("colon", ""));
	assert_false(criteria_has_cancer("", "colon"));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(who_meets_all_points_is_eligible, start, end),
	cmocka_unit_test_setup_teardown(each_point_refuses_in_words, start, end),
	cmocka_unit_test_setup_teardown(windows_include_both_ends_and_no_later_visit, start, end),
	cmocka_unit_test_setup_teardown(end_of_life_counts_back_from_death, start, end),
	cmocka_unit_test_setup_teardown(what_is_0_is_not_asked, start, end),
	cmocka_unit_test(half_a_window_is_a_problem),
	cmocka_unit_test(a_cancer_is_a_whole_word_of_the_list),
};
TEST_MAIN(tests)
