/* Names to places: case does not count, many do not get in each other's way. */
#include "../test.h"

#include "base/names.h"

static void
names_are_found_whatever_their_case(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct names *n = names_new(a, 3);

	(void)state;
	assert_int_equal(names_add(n, "B-017", 4), 4);
	assert_int_equal(names_add(n, "b-017", 9), 4);
	assert_int_equal(names_add(n, "", 7), 7);
	assert_int_equal(names_find(n, "b-017"), 4);
	assert_int_equal(names_find(n, ""), 7);
	assert_true(names_find(n, "B-01") == NAMES_NONE);
	arena_free(a);
}

static void
many_names_keep_their_places(void **state)
{
	struct arena *a = arena_new(32 << 20);
	struct names *n = names_new(a, 20000);

	(void)state;
	for (size_t i = 0; i < 20000; i++)
		assert_int_equal(names_add(n, arena_printf(a, "chart-%zu", i), i), i);
	for (size_t i = 0; i < 20000; i++)
		assert_int_equal(names_find(n, arena_printf(a, "CHART-%zu", i)), i);
	assert_true(names_find(n, "chart-20000") == NAMES_NONE);
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(names_are_found_whatever_their_case),
	cmocka_unit_test(many_names_keep_their_places),
};
TEST_MAIN(tests)
