/* Catalogues of one module, one question and one measure, for tests. */
#ifndef TESTS_UNIT_MEASURE_SMALL_H
#define TESTS_UNIT_MEASURE_SMALL_H

#include "measure/catalogue.h"

#define QUESTION "question: q\n\tsection: S\n\ttext: Q?\n\ttype: yes-no\n\tchoice: yes = Yes\n" \
	"\tchoice: no = No\n\tmodules: M\n"
#define TAGS "// @measure: M 1\n// @title: T\n// @direction: higher\n// @confidence: low\n" \
	"// @source: S\n"
#define CLAUSES "define \"M 1 Denominator\": true\ndefine \"M 1 Numerator\": q = 'yes'\n"

/* The catalogue of these two texts; NULL with errors if it is wrong. */
static inline const struct catalogue *
small_catalogue(struct arena *a, const char *elements, const char *cql, struct buf *errors)
{
	struct catalogue_file *files = arena_array(a, 3, sizeof *files);

	files[0] = (struct catalogue_file){ "elements.def", arena_str(a, elements), &files[1] };
	files[1] = (struct catalogue_file){ "m.cql", arena_str(a, cql), &files[2] };
	files[2] = (struct catalogue_file){ "tracks.def", "module: M\n\tname: M\n\ttitle: M\n"
		"\tkind: core\n\tfile: m.cql\n", NULL };
	return catalogue_of_files(a, files, errors);
}

#endif
