/* What a web worker remembers of sessions, and when it does not. */
#include "../arena.h"

#include <string.h>

#include "page/known.h"

enum { NOW = 1000000, SECONDS = 5 };

static const char one[32] = "one", other[32] = "other";
static const struct bytes ONE = { one, 32 }, OTHER = { other, 32 };

static struct session_open_row
person(uint64_t account, const char *name)
{
	return (struct session_open_row){ .account_id = account, .name = name, .email = "x@y.example" };
}

static struct known *
knowing(uint32_t seconds)
{
	struct known *k = known_new(arena, seconds);
	struct session_open_row me = person(7, "Dana Whitaker");

	known_put(k, ONE, 3, NOW, &me);
	return k;
}

static void
who_was_looked_up_is_known(void **state)
{
	const struct session_open_row *me = known_get(knowing(SECONDS), ONE, 3, NOW + 4);

	(void)state;
	assert_int_equal(me->account_id, 7);
	assert_string_equal(me->name, "Dana Whitaker");
	assert_null(me->practice_id);
}

static void
nobody_else_is(void **state)
{
	(void)state;
	assert_null(known_get(knowing(SECONDS), OTHER, 3, NOW));
	assert_null(known_get(known_new(arena, SECONDS), ONE, 0, NOW));
}

static void
not_in_another_epoch(void **state)
{
	struct known *k = knowing(SECONDS);
	struct session_open_row me = person(7, "Dana Whitaker-Reyes");

	(void)state;
	assert_null(known_get(k, ONE, 4, NOW));
	known_put(k, ONE, 4, NOW, &me);
	assert_string_equal(known_get(k, ONE, 4, NOW)->name, "Dana Whitaker-Reyes");
}

static void
not_for_long(void **state)
{
	struct known *k = knowing(SECONDS);

	(void)state;
	assert_non_null(known_get(k, ONE, 3, NOW + SECONDS - 1));
	assert_null(known_get(k, ONE, 3, NOW + SECONDS));
	assert_null(known_get(k, ONE, 3, NOW - 1)); /* the clock was set back */
	assert_null(known_get(knowing(0), ONE, 3, NOW));
}

static void
not_who_does_not_fit(void **state)
{
	struct known *k = knowing(SECONDS);
	char name[1200];
	struct session_open_row me = person(7, name);

	(void)state;
	memset(name, 'x', sizeof name);
	name[sizeof name - 1] = '\0';
	known_put(k, ONE, 3, NOW, &me);
	assert_null(known_get(k, ONE, 3, NOW));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(who_was_looked_up_is_known, start, end),
	cmocka_unit_test_setup_teardown(nobody_else_is, start, end),
	cmocka_unit_test_setup_teardown(not_in_another_epoch, start, end),
	cmocka_unit_test_setup_teardown(not_for_long, start, end),
	cmocka_unit_test_setup_teardown(not_who_does_not_fit, start, end),
};

TEST_MAIN(tests)
