/*
 * Charts as CSV: `qopi evaluate` writes outcomes or errors, never both, and the
 * same outcomes twice.
 */
#include "catalogue.h"

#include <string.h>

#include "measure/evaluate.h"

static const char elements[] =
	"question: yn\n\tsection: S\n\ttext: Q?\n\ttype: yes-no\n\tchoice: yes = Yes\n"
	"\tchoice: no = No\n\tmodules: M\n"
	"question: many\n\tsection: S\n\ttext: Q?\n\ttype: multiple\n\tchoice: a = A\n"
	"\tchoice: bb = B\n\tchoice: none = N\n\twithout_value: not_documented\n\tmodules: M\n"
	"question: day\n\tsection: S\n\ttext: Q?\n\ttype: date\n\twithout_value: unknown\n"
	"\tmodules: M\n"
	"question: n\n\tsection: S\n\ttext: Q?\n\ttype: integer\n\tasked_when: yn = 'yes'\n"
	"\tmodules: M\n";
static const char measures[] =
	"// @measure: M 1\n// @title: T\n// @direction: higher\n// @confidence: low\n"
	"// @source: S\ndefine \"M 1 Denominator\": yn = 'yes' or many contains 'bb'\n"
	"define \"M 1 Numerator\": n >= 4 and day < @2025-01-01\n";

/* What evaluating the input writes, as "status, output" in the arena. */
static const char *
evaluate(struct input *in)
{
	char *out_text = NULL, *err_text = NULL;
	size_t out_len = 0, err_len = 0;
	FILE *from = fmemopen((void *)(uintptr_t)in->bytes, in->size, "r");
	FILE *out = open_memstream(&out_text, &out_len);
	FILE *err = open_memstream(&err_text, &err_len);
	const char *result;
	int status;

	must(from != NULL && out != NULL && err != NULL);
	status = evaluate_csv(small_catalogue(elements, measures), from, out, err, NULL);
	fclose(from);
	fclose(out);
	fclose(err);
	must(status == 0 ? err_len == 0 && out_len > 0 : out_len == 0 && err_len > 0);
	result = arena_printf(in->arena, "%d %s", status, status == 0 ? out_text : err_text);
	free(out_text);
	free(err_text);
	return result;
}

static void
work(void *arg)
{
	struct input *in = arg;

	if (in->size > 0)
		must(strcmp(evaluate(in), evaluate(in)) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	return run_input(work, bytes, size);
}
