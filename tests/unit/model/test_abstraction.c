/* Labels of charts: what may be somebody's name or number is refused. */
#include "../test.h"

#include "model/abstraction.h"

static void
labels_of_a_practice_are_fine(void **state)
{
	static const char *const fine[] = { "", "B-017", "J-001", "12", "shelf 3/B 44", "A12345",
					    "#7", "2026-B-0171" };

	(void)state;
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
		if (abstraction_label_problem(fine[i]) != NULL)
			fail_msg("%s: %s", fine[i], abstraction_label_problem(fine[i]));
}

static void
what_may_be_a_person_is_refused(void **state)
{
	static const char *const refused[] = {
		"123-45-6789", "123 45 6789",   "123.45.6789", "123456",         "B123456",
		"03/14/1950",  "1950-03-14",    "(555) 1234",  "Smith",          "Smith, John",
		"MRN 4411",    "ssn1",          "dob 1",       "J\xc3\xb6rg 1", "12\t3",
	};

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (abstraction_label_problem(refused[i]) == NULL)
			fail_msg("%s is taken", refused[i]);
}

static void
fellows_do_not_abstract_their_own_patients(void **state)
{
	const uint64_t treating = 7;

	(void)state;
	assert_int_equal(abstraction_own_chart(7, true, NULL), OWN_CHART_NOT);
	assert_int_equal(abstraction_own_chart(8, true, &treating), OWN_CHART_NOT);
	assert_int_equal(abstraction_own_chart(7, true, &treating), OWN_CHART_REFUSED);
	assert_int_equal(abstraction_own_chart(7, false, &treating), OWN_CHART_WARNED);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(labels_of_a_practice_are_fine),
	cmocka_unit_test(what_may_be_a_person_is_refused),
	cmocka_unit_test(fellows_do_not_abstract_their_own_patients),
};
TEST_MAIN(tests)
