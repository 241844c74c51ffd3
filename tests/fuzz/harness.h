/*
 * What the harnesses share. Each is a function of some bytes; a fault counts as
 * a crash, because no input of a user may cause one.
 */
#ifndef TESTS_FUZZ_HARNESS_H
#define TESTS_FUZZ_HARNESS_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/fault.h"

enum { ARENA_MAX = 256 * 1024 * 1024 };

/* The input of this run, in an arena of its own. */
struct input {
	struct arena *arena;
	const char *bytes;
	size_t size;
};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Runs a harness's work on an input inside a frame. */
static inline int
run_input(void (*work)(void *input), const uint8_t *bytes, size_t size)
{
	struct input in = { arena_new(ARENA_MAX), (const char *)bytes, size };

	if (fault_frame(work, &in) != FAULT_NONE) {
		fprintf(stderr, "fault: %s\n", fault_message());
		abort();
	}
	arena_free(in.arena);
	return 0;
}

#endif
