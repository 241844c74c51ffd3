/* A small catalogue for the harnesses that read charts. */
#ifndef TESTS_FUZZ_CATALOGUE_H
#define TESTS_FUZZ_CATALOGUE_H

#include "harness.h"

#include "base/secret.h"
#include "measure/catalogue.h"

/* The catalogue of these questions and measures of one module M, which lives for ever. */
static inline const struct catalogue *
small_catalogue(const char *elements, const char *measures)
{
	static const char tracks[] =
		"module: M\n\tname: M\n\ttitle: M\n\tkind: core\n\tfile: m.cql\n";
	static struct catalogue_file files[3];
	static const struct catalogue *cat;
	struct arena *process;

	if (cat == NULL) {
		files[0] = (struct catalogue_file){ "elements.def", elements, &files[1] };
		files[1] = (struct catalogue_file){ "m.cql", measures, &files[2] };
		files[2] = (struct catalogue_file){ "tracks.def", tracks, NULL };
		process = arena_new(ARENA_MAX);
		secret_init();
		cat = catalogue_of_files(process, files, buf_new(process, 10000));
		must(cat != NULL);
	}
	return cat;
}

#endif
