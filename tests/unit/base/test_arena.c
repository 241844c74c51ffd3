/* The lifetimes that arena.h promises. */
#include "../test.h"

#include "base/arena.h"
#include "base/fault.h"

#include <stdint.h>
#include <string.h>

static char calls[8];

static void
note(void *arg)
{
	strncat(calls, arg, 1);
}

static void
clean_ups_run_newest_first(void **state)
{
	struct arena *a = arena_new(1 << 20);

	(void)state;
	calls[0] = '\0';
	arena_defer(a, note, "1");
	arena_defer(a, note, "2");
	arena_reset(a);
	assert_string_equal(calls, "21");
	arena_free(a);
	assert_string_equal(calls, "21");
}

static void
going_back_runs_what_came_since(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct arena_mark mark;
	size_t before;

	(void)state;
	calls[0] = '\0';
	arena_defer(a, note, "1");
	mark = arena_mark(a);
	before = arena_used(a);
	arena_defer(a, note, "2");
	arena_alloc(a, 300000);
	arena_back(a, mark);
	assert_string_equal(calls, "2");
	assert_int_equal(arena_used(a), before);
	arena_free(a);
	assert_string_equal(calls, "21");
}

static void
a_cancelled_call_is_not_made(void **state)
{
	struct arena *a = arena_new(1 << 20);

	(void)state;
	calls[0] = '\0';
	arena_defer(a, note, "1");
	arena_cancel(a, note, "1");
	arena_free(a);
	assert_string_equal(calls, "");
}

static void
take_too_much(void *arg)
{
	arena_alloc(arg, 2 << 20);
}

static void
growing_past_the_cap_is_a_fault(void **state)
{
	struct arena *a = arena_new(1 << 20);

	(void)state;
	assert_int_equal(fault_frame(take_too_much, a), FAULT_INTERNAL);
	assert_non_null(strstr(fault_message(), "arena is full"));
	arena_free(a);
}

static void
pieces_are_zeroed_and_aligned(void **state)
{
	struct arena *a = arena_new(1 << 20);
	unsigned char *p;

	(void)state;
	memset(arena_alloc(a, 100), 0xff, 100);
	arena_reset(a);
	for (int i = 0; i < 100; i++) {
		p = arena_alloc(a, 33);
		assert_int_equal((uintptr_t)p % 16, 0);
		for (int k = 0; k < 33; k++)
			assert_int_equal(p[k], 0);
	}
	assert_string_equal(arena_printf(a, "%s-%d", "chart", 7), "chart-7");
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(clean_ups_run_newest_first),
	cmocka_unit_test(going_back_runs_what_came_since),
	cmocka_unit_test(a_cancelled_call_is_not_made),
	cmocka_unit_test(growing_past_the_cap_is_a_fault),
	cmocka_unit_test(pieces_are_zeroed_and_aligned),
};
TEST_MAIN(tests)
