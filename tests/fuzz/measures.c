/*
 * The files of a catalogue: stanzas, conditions, definitions and their types.
 * The input is elements.def, a line "====", and m.cql of one module. What loads
 * is handed on as ELM and in words, and one chart is scored and explained.
 */
#define _GNU_SOURCE
#include "harness.h"

#include <string.h>

#include "base/secret.h"
#include "base/text.h"
#include "measure/difference.h"
#include "measure/elm.h"
#include "measure/explain.h"
#include "measure/words.h"

static const char tracks[] = "module: M\n\tname: M\n\ttitle: M\n\tkind: core\n\tfile: m.cql\n";

static void
use(const struct catalogue *cat, struct arena *a)
{
	struct buf *out = buf_new(a, 8 * 1024 * 1024);
	struct answer *chart = chart_new(a, cat);
	enum outcome *outcomes = arena_array(a, cat->n_measures, sizeof *outcomes);

	catalogue_elm(cat, NULL, out, a);
	for (size_t i = 0; i < cat->n_elements; i++)
		chart[i] = (struct answer){ ANSWER_VALUE, (int32_t)i % 2 };
	chart_outcomes(cat, chart, a, outcomes);
	for (size_t i = 0; i < cat->n_measures; i++)
		must(chart_explain(cat, chart, &cat->measures[i], a)->outcome == outcomes[i]);
	for (size_t i = 0; i < cat->n_measures; i++)
		words_outline(cat, cat->measures[i].clauses[CLAUSE_NUMERATOR].condition, a);
	must(catalogue_difference(cat, cat, out, a) == 0);
}

static void
work(void *arg)
{
	struct input *in = arg;
	struct buf *errors = buf_new(in->arena, 1024 * 1024);
	const char *gap = memmem(in->bytes, in->size, "\n====\n", 6);
	size_t first = gap == NULL ? in->size : (size_t)(gap - in->bytes) + 1;
	size_t second = gap == NULL ? in->size : first + 5;
	struct catalogue_file files[3] = {
		{ "elements.def", arena_strn(in->arena, in->bytes, first), &files[1] },
		{ "m.cql", arena_strn(in->arena, in->bytes + second, in->size - second), &files[2] },
		{ "tracks.def", tracks, NULL },
	};
	const struct catalogue *cat;

	if (!text_is_clean_utf8(in->bytes, in->size))
		return;
	cat = catalogue_of_files(in->arena, files, errors);
	must((cat == NULL) == (errors->len > 0));
	if (cat != NULL)
		use(cat, in->arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	secret_init();
	return run_input(work, bytes, size);
}
