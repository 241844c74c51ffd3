/* Catalogues of one module, one question and one measure, for tests. */
#ifndef TESTS_UNIT_MEASURE_SMALL_H
#define TESTS_UNIT_MEASURE_SMALL_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "measure/catalogue.h"

#define QUESTION "question: q\n\tsection: S\n\ttext: Q?\n\ttype: yes-no\n\tchoice: yes = Yes\n" \
	"\tchoice: no = No\n\tmodules: M\n"
#define TAGS "// @measure: M 1\n// @title: T\n// @direction: higher\n// @confidence: low\n" \
	"// @source: S\n"
#define CLAUSES "define \"M 1 Denominator\": true\ndefine \"M 1 Numerator\": q = 'yes'\n"

/* Writes a catalogue into a new folder and loads it; NULL with errors if it is wrong. */
static inline const struct catalogue *
small_catalogue(struct arena *a, const char *elements, const char *cql, struct buf *errors)
{
	static const char *const names[] = { "tracks.def", "elements.def", "m.cql" };
	const char *const texts[] = { "module: M\n\tname: M\n\ttitle: M\n\tkind: core\n"
		"\tfile: m.cql\n", elements, cql };
	char *dir = arena_str(a, "/tmp/myqopi-catalogue-XXXXXX");
	const struct catalogue *cat;

	assert_non_null(mkdtemp(dir));
	for (size_t i = 0; i < 3; i++) {
		FILE *out = fopen(arena_printf(a, "%s/%s", dir, names[i]), "w");

		assert_non_null(out);
		fputs(texts[i], out);
		fclose(out);
	}
	cat = catalogue_load(a, dir, errors);
	for (size_t i = 0; i < 3; i++)
		unlink(arena_printf(a, "%s/%s", dir, names[i]));
	rmdir(dir);
	return cat;
}

#endif
