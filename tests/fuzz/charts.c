/*
 * Files of charts: a first byte R is a REDCap record export, another one our own
 * columns. Every row is clean or wrong, and what is clean can be kept.
 */
#include "catalogue.h"

#include <string.h>

#include "exchange/charts_in.h"
#include "model/abstraction.h"

static const char elements[] =
	"question: yn\n\tsection: S\n\ttext: Q?\n\ttype: yes-no\n\tchoice: yes = Yes\n"
	"\tchoice: no = No\n\tmodules: M\n"
	"question: many\n\tsection: S\n\ttext: Q?\n\ttype: multiple\n\tchoice: a = A\n"
	"\tchoice: B-b = B\n\tchoice: none = N\n\twithout_value: not_documented\n\tmodules: M\n"
	"question: day\n\tsection: S\n\ttext: Q?\n\ttype: date\n\twithout_value: unknown\n"
	"\tmust: day <= Today()\n\tsay: not in the future\n\tmodules: M\n"
	"question: n\n\tsection: S\n\ttext: Q?\n\ttype: integer\n\tasked_when: yn = 'yes'\n"
	"\tmodules: M\n";
static const char measures[] =
	"// @measure: M 1\n// @title: T\n// @direction: higher\n// @confidence: low\n"
	"// @source: S\ndefine \"M 1 Denominator\": yn = 'yes'\ndefine \"M 1 Numerator\": n >= 4\n";

static void
look_at(const struct catalogue *cat, const struct charts_in *in, struct arena *a)
{
	struct answer *answers = chart_new(a, cat);

	if (in->unreadable != NULL) {
		must(in->n == 0);
		return;
	}
	must(in->n + in->n_wrong == in->n_rows && (in->n_wrong == 0) == (in->n_problems == 0));
	for (size_t i = 0; i < in->n; i++) {
		must(chart_unpack(cat, in->rows[i].packed, answers));
		must(abstraction_label_problem(in->rows[i].name) == NULL);
		must(strlen(in->rows[i].name) <= 40 && in->rows[i].name[0] != '\0');
	}
}

static void
work(void *arg)
{
	struct input *in = arg;
	const struct catalogue *cat = small_catalogue(elements, measures);
	struct answer *old = chart_new(in->arena, cat);
	struct there_chart chart = { .id = 7, .number = 1, .name = "B-1", .state = "open", .modules = 1 };
	struct there there = { &chart, 1, names_new(in->arena, 1) };
	struct charts_wanted wanted = { .cat = cat, .there = &there, .practice = 1, .modules = 1,
					.today = 20000 };

	if (in->size == 0)
		return;
	old[0] = (struct answer){ ANSWER_VALUE, 1 };
	chart.packed = chart_pack(cat, old, in->arena);
	names_add(there.names, chart.name, 0);
	wanted.source = in->bytes[0] == 'R' ? CHARTS_REDCAP : CHARTS_OWN;
	look_at(cat, charts_read(in->arena, &wanted, (struct bytes){ in->bytes + 1, in->size - 1 }),
		in->arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	return run_input(work, bytes, size);
}
