/* What the kinds of job share: subjects, and waits that grow. */
#include "../test.h"

#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "job/kinds.h"

static void
a_subject_names_its_numbers(void **state)
{
	struct job_context c = { .a = arena_new(65536) };

	(void)state;
	assert_int_equal(job_subject(&c, "round:3", "round"), 3);
	assert_int_equal(job_subject(&c, "round:3/practice:17", "round"), 3);
	assert_int_equal(job_subject(&c, "round:3/practice:17", "practice"), 17);
	arena_free(c.a);
}

static void
ask_for_a_mail(void *arg)
{
	job_subject(arg, "round:3/mailbox:4/mail:x/mail", "mail");
}

static void
a_subject_without_it_is_a_fault(void **state)
{
	struct job_context c = { .a = arena_new(65536) };

	(void)state;
	assert_int_equal(fault_frame(ask_for_a_mail, &c), FAULT_INTERNAL);
	assert_non_null(strstr(fault_message(), "names no mail"));
	arena_free(c.a);
}

static void
a_range_that_fails_is_halved_down_to_one(void **state)
{
	struct arena *a = arena_new(65536);
	const char *halves[2];

	(void)state;
	assert_true(job_score_split(a, "round:3/from:17/to:20", halves));
	assert_string_equal(halves[0], "round:3/from:17/to:18");
	assert_string_equal(halves[1], "round:3/from:19/to:20");
	assert_true(job_score_split(a, "round:3/from:17/to:19", halves));
	assert_string_equal(halves[0], "round:3/from:17/to:18");
	assert_string_equal(halves[1], "round:3/practice:19");
	assert_false(job_score_split(a, "round:3/practice:19", halves));
	assert_false(job_score_split(a, "round:3/from:19/to:19", halves));
	arena_free(a);
}

/* The wait of a job of that age. */
static uint32_t
wait_at(int64_t age_s)
{
	struct job_context c = { .created_at = time_now() - age_s };

	assert_int_equal(job_later(&c, 60, 3600), JOB_LATER);
	return c.later_s;
}

static void
waits_grow_with_the_age_of_the_job(void **state)
{
	(void)state;
	assert_int_equal(wait_at(0), 60);
	assert_int_equal(wait_at(-5), 60); /* clocks of two machines */
	assert_in_range(wait_at(600), 300, 301);
	assert_int_equal(wait_at(86400), 3600);
}

static void
each_kind_may_be_tried_and_has_a_limit(void **state)
{
	(void)state;
	for (size_t i = 0; i < n_job_kinds; i++) {
		assert_true(job_kinds[i].limit_s > 0 && job_kinds[i].tries > 0);
		assert_false(text_is_empty(job_kinds[i].description));
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(job_kinds[i].name, job_kinds[j].name);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_subject_names_its_numbers),
	cmocka_unit_test(a_subject_without_it_is_a_fault),
	cmocka_unit_test(a_range_that_fails_is_halved_down_to_one),
	cmocka_unit_test(waits_grow_with_the_age_of_the_job),
	cmocka_unit_test(each_kind_may_be_tried_and_has_a_limit),
};

TEST_MAIN(tests)
