/* The catalogue of this source tree, loaded once for a test program. */
#ifndef TESTS_UNIT_MEASURE_CATALOGUE_H
#define TESTS_UNIT_MEASURE_CATALOGUE_H

#include "base/secret.h"
#include "measure/catalogue.h"

/* The arena of a test program and the edition in measures/. */
struct fixture {
	struct arena *arena;
	struct catalogue *cat;
};

static inline struct fixture
fixture_new(void)
{
	struct fixture f = { arena_new((size_t)1 << 28), NULL };
	struct buf *errors = buf_new(f.arena, 1 << 20);

	secret_init();
	f.cat = catalogue_load(f.arena, SOURCE_DIR "/measures", errors);
	if (f.cat == NULL)
		fail_msg("the catalogue does not load:\n%s", errors->data);
	return f;
}

#endif
