/* Whom a draw takes for a second abstraction, how many, and how it is put down. */
#include "../test.h"

#include "base/dice.h"
#include "model/second_draw.h"

static struct arena *arena;

static void
a_sample_is_a_share_and_at_least_two(void **state)
{
	(void)state;
	assert_int_equal(second_draw_size(0, 5, 0, 0), 0);
	assert_int_equal(second_draw_size(1, 5, 0, 1), 1); /* all there is */
	assert_int_equal(second_draw_size(12, 5, 0, 12), 2);
	assert_int_equal(second_draw_size(40, 5, 0, 40), 2);
	assert_int_equal(second_draw_size(41, 5, 0, 41), 3); /* rounded up */
	assert_int_equal(second_draw_size(100, 5, 2, 98), 3);
	assert_int_equal(second_draw_size(100, 5, 6, 94), 0);
	assert_int_equal(second_draw_size(7, 100, 0, 7), 7);
	assert_int_equal(second_draw_size(7, 100, 2, 4), 4); /* never more than are left */
}

/* The rule of the page, "smallest first outputs", worked out without draw_order. */
static void
the_smallest_outputs_are_taken(void **state)
{
	enum { N = 60, TAKE = 9 };
	uint32_t numbers[N];
	uint64_t outputs[N];
	bool taken[N], again[N];

	(void)state;
	for (uint32_t i = 0; i < N; i++) {
		struct dice dice = { (uint64_t)4711 << 32 | (i * 2 + 1) };

		numbers[i] = i * 2 + 1;
		outputs[i] = dice_next(&dice);
	}
	second_draw_take(arena, numbers, N, 4711, TAKE, taken);
	for (size_t i = 0; i < N; i++) {
		size_t smaller = 0;

		for (size_t k = 0; k < N; k++)
			smaller += outputs[k] < outputs[i];
		assert_int_equal(taken[i], smaller < TAKE);
	}
	second_draw_take(arena, numbers, N, 4711, TAKE, again);
	assert_memory_equal(taken, again, sizeof taken);
	second_draw_take(arena, numbers, N, 4712, TAKE, again);
	assert_memory_not_equal(taken, again, sizeof taken);
}

static void
numbers_are_put_down_as_ranges(void **state)
{
	const uint32_t numbers[] = { 1, 2, 3, 5, 8, 9 };
	const uint32_t *back;
	size_t n;

	(void)state;
	assert_string_equal(second_draw_write(arena, numbers, 6), "1-3 5 8-9");
	assert_string_equal(second_draw_write(arena, numbers, 0), "");
	back = second_draw_read(arena, "1-3 5 8-9", &n);
	assert_int_equal(n, 6);
	assert_memory_equal(back, numbers, sizeof numbers);
	assert_non_null(second_draw_read(arena, "", &n));
	assert_int_equal(n, 0);
}

static void
what_is_no_list_of_numbers_is_refused(void **state)
{
	static const char *const wrong[] = { "x", "3-1", "2 2", "5 4", "1-", "-4", "1  2",
					     "1-99999999", "0", "99999999999" };
	size_t n;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_null(second_draw_read(arena, wrong[i], &n));
}

static int
open_arena(void **state)
{
	(void)state;
	arena = arena_new((size_t)16 << 20);
	return 0;
}

static int
close_arena(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sample_is_a_share_and_at_least_two),
		cmocka_unit_test(the_smallest_outputs_are_taken),
		cmocka_unit_test(numbers_are_put_down_as_ranges),
		cmocka_unit_test(what_is_no_list_of_numbers_is_refused),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
