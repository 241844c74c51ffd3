/* When the breaker opens, and how it closes again; by a clock of the test's. */
#include "../test.h"

#include "remote/breaker.h"

#include <sys/wait.h>
#include <unistd.h>

static int64_t now;

static int64_t
test_clock(void)
{
	return now;
}

/* A breaker that opens after three failures for ten seconds. */
static struct breaker *
breaker(struct arena *a)
{
	struct breaker *b = breaker_new(a, 3, 10);

	now = 1000;
	breaker_set_clock(b, test_clock);
	return b;
}

static void
report_failures(struct breaker *b, int times)
{
	for (int i = 0; i < times; i++)
		breaker_report(b, false);
}

static void
it_opens_after_failures_in_a_row(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct breaker *b = breaker(a);

	(void)state;
	report_failures(b, 2);
	assert_true(breaker_allows(b));
	breaker_report(b, true);
	report_failures(b, 2);
	assert_true(breaker_allows(b));
	report_failures(b, 1);
	assert_false(breaker_allows(b));
	now += 9999;
	assert_false(breaker_allows(b));
	arena_free(a);
}

static void
after_its_time_one_try_decides(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct breaker *b = breaker(a);

	(void)state;
	report_failures(b, 3);
	now += 10000;
	assert_true(breaker_allows(b));
	assert_false(breaker_allows(b));
	breaker_report(b, false);
	now += 9999;
	assert_false(breaker_allows(b));
	now += 1;
	assert_true(breaker_allows(b));
	breaker_report(b, true);
	assert_true(breaker_allows(b));
	assert_true(breaker_allows(b));
	arena_free(a);
}

static void
a_try_that_never_reports_does_not_block_for_ever(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct breaker *b = breaker(a);

	(void)state;
	report_failures(b, 3);
	now += 10000;
	assert_true(breaker_allows(b));
	now += 10000;
	assert_true(breaker_allows(b));
	arena_free(a);
}

static void
the_service_may_ask_for_rest(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct breaker *b = breaker(a);

	(void)state;
	breaker_hold(b, 7);
	assert_false(breaker_allows(b));
	now += 7000;
	assert_true(breaker_allows(b));
	breaker_report(b, true);
	breaker_hold(b, 1000000);
	now += 299999;
	assert_false(breaker_allows(b));
	now += 1;
	assert_true(breaker_allows(b));
	arena_free(a);
}

static void
a_failure_does_not_shorten_a_rest(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct breaker *b = breaker(a);

	(void)state;
	breaker_hold(b, 60);
	report_failures(b, 1);
	now += 59999;
	assert_false(breaker_allows(b));
	arena_free(a);
}

static void
what_one_process_learns_all_know(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct breaker *b = breaker(a);
	int status;
	pid_t child = fork();

	(void)state;
	if (child == 0) {
		report_failures(b, 3);
		_exit(breaker_allows(b) ? 1 : 0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_false(breaker_allows(b));
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(it_opens_after_failures_in_a_row),
	cmocka_unit_test(after_its_time_one_try_decides),
	cmocka_unit_test(a_try_that_never_reports_does_not_block_for_ever),
	cmocka_unit_test(the_service_may_ask_for_rest),
	cmocka_unit_test(a_failure_does_not_shorten_a_rest),
	cmocka_unit_test(what_one_process_learns_all_know),
};
TEST_MAIN(tests)
