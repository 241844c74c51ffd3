/* For tests of which each has an arena of its own: its start and its end. */
#ifndef TESTS_UNIT_ARENA_H
#define TESTS_UNIT_ARENA_H

#include "test.h"

#include "base/arena.h"

static struct arena *arena;

static int
start(void **state)
{
	(void)state;
	arena = arena_new(64 << 20);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

#endif
