/* Drawing charts: the order, whom it takes, and that it can be repeated. */
#include "../test.h"

#include "model/draw.h"

#include <string.h>

enum { CORE = 1, BREAST = 2, EOL = 4, N = 6 };

/* Six candidates; number 4 is eligible for nothing, number 5 only for Core. */
static void
six(struct draw_one *all)
{
	static const int32_t visits[N] = { 100, 300, 200, 400, 200, 50 };
	static const module_set eligible[N] = { CORE | BREAST, CORE, CORE | BREAST, 0, CORE, EOL };

	for (size_t i = 0; i < N; i++)
		all[i] = (struct draw_one){ .index = i,
					    .number = (uint32_t)i + 1,
					    .last_visit = visits[i],
					    .eligible = eligible[i] };
}

static void
assert_order(const struct draw_one *all, const uint32_t *numbers)
{
	for (size_t i = 0; i < N; i++)
		assert_int_equal(all[i].number, numbers[i]);
}

static bool
is_taken(const struct draw_one *all, uint32_t number)
{
	for (size_t i = 0; i < N; i++)
		if (all[i].number == number)
			return all[i].taken;
	return false;
}

static void
the_most_recent_visit_comes_first(void **state)
{
	struct draw_one all[N];

	(void)state;
	six(all);
	draw_order(all, N, false, 7);
	assert_order(all, (const uint32_t[]){ 4, 2, 3, 5, 1, 6 });
}

static void
a_random_order_depends_on_the_seed_alone(void **state)
{
	struct draw_one all[N], again[N], other[N];

	(void)state;
	six(all);
	six(again);
	six(other);
	draw_order(all, N, true, 2026);
	draw_order(again, N, false, 1);
	draw_order(again, N, true, 2026);
	draw_order(other, N, true, 2027);
	assert_memory_equal(all, again, sizeof all);
	assert_memory_not_equal(all, other, sizeof all);
}

static void
candidates_that_come_later_move_nobody(void **state)
{
	struct draw_one all[N], fewer[N];
	size_t at = 0;

	(void)state;
	six(all);
	six(fewer);
	draw_order(all, N, true, 42);
	draw_order(fewer, N - 1, true, 42);
	for (size_t i = 0; i < N; i++)
		if (all[i].number != N)
			assert_int_equal(all[i].number, fewer[at++].number);
}

static void
modules_are_filled_in_the_order(void **state)
{
	struct draw_one all[N];
	uint32_t needs[MAX_MODULES] = { 2, 2, 0 };

	(void)state;
	six(all);
	draw_order(all, N, false, 0);
	assert_int_equal(draw_take(all, N, needs, CORE), 3);
	assert_true(is_taken(all, 2));
	assert_true(is_taken(all, 3));
	assert_false(is_taken(all, 4)); /* not eligible */
	assert_false(is_taken(all, 5)); /* Core is full, and it is in nothing else */
	assert_true(is_taken(all, 1));  /* Breast still lacks one */
	assert_false(is_taken(all, 6)); /* End of Life needs none */
	assert_int_equal(needs[0] + needs[1], 0);
}

static void
core_goes_with_every_chart(void **state)
{
	struct draw_one all[N];
	uint32_t needs[MAX_MODULES] = { 6 };

	(void)state;
	six(all);
	draw_order(all, N, false, 0);
	assert_int_equal(draw_take(all, N, needs, CORE), 5);
	assert_true(is_taken(all, 6));
	assert_int_equal(needs[0], 1);
}

static void
the_next_in_the_order_replaces(void **state)
{
	struct draw_one all[N];
	uint32_t needs[MAX_MODULES] = { 1, 0 };

	(void)state;
	six(all);
	all[1].gone = true;
	draw_order(all, N, false, 0);
	assert_int_equal(draw_take(all, N, needs, CORE), 1);
	assert_true(is_taken(all, 3));
	assert_int_equal(draw_take(all, N, needs, CORE), 0);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(the_most_recent_visit_comes_first),
	cmocka_unit_test(a_random_order_depends_on_the_seed_alone),
	cmocka_unit_test(candidates_that_come_later_move_nobody),
	cmocka_unit_test(modules_are_filled_in_the_order),
	cmocka_unit_test(core_goes_with_every_chart),
	cmocka_unit_test(the_next_in_the_order_replaces),
};
TEST_MAIN(tests)
