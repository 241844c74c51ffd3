/* buf.h: growing bytes with a maximum. */
#include "../test.h"

#include "base/arena.h"
#include "base/buf.h"

#include <string.h>

enum { MAX = 1000 };

static void
printf_fills_what_room_there_is_and_grows_beyond(void **state)
{
	struct arena *a = arena_new(1024 * 1024);
	struct buf *b = buf_new(a, MAX);
	size_t whole;

	(void)state;
	for (int i = 0; i < 100; i++)
		assert_true(buf_printf(b, "%d ", i % 10));
	assert_int_equal(b->len, 200);
	whole = b->len;
	assert_true(buf_printf(b, "%300s|", "right"));
	assert_int_equal(b->len, whole + 301);
	assert_string_equal(b->data + b->len - 6, "right|");
	assert_memory_equal(b->data, "0 1 2 3 ", 8);
	arena_free(a);
}

static void
printf_that_does_not_fit_leaves_the_rest_as_it_was(void **state)
{
	struct arena *a = arena_new(1024 * 1024);
	struct buf *b = buf_new(a, 10);

	(void)state;
	assert_true(buf_printf(b, "%s", "seven.."));
	assert_false(buf_printf(b, "%s", "four"));
	assert_true(b->full);
	assert_int_equal(b->len, 7);
	assert_string_equal(b->data, "seven..");
	arena_free(a);
}

static void
arena_printf_gives_short_and_long_texts_whole(void **state)
{
	struct arena *a = arena_new(1024 * 1024);

	(void)state;
	for (int width = 250; width < 260; width++) {
		char *text = arena_printf(a, "%*s", width, "end");

		assert_int_equal(strlen(text), width);
		assert_string_equal(text + width - 3, "end");
	}
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(printf_fills_what_room_there_is_and_grows_beyond),
	cmocka_unit_test(printf_that_does_not_fit_leaves_the_rest_as_it_was),
	cmocka_unit_test(arena_printf_gives_short_and_long_texts_whole),
};

TEST_MAIN(tests)
