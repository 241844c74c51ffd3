/*
 * FHIR: a first byte Q is a file of QuestionnaireResponses, another one a patient's
 * record. A response is clean or wrong, and what a record suggests are answers.
 */
#include "catalogue.h"

#include <string.h>

#include "exchange/charts_in.h"
#include "exchange/mcode.h"
#include "model/abstraction.h"

#define QUESTION(id, type) \
	"question: " id "\n\tsection: S\n\ttext: Q?\n\ttype: " type "\n\tmodules: M\n"

static const char elements[] =
	QUESTION("birth_date", "date") QUESTION("dx_date", "date\n\twithout_value: unknown")
	QUESTION("sex", "single\n\tchoice: male = M\n\tchoice: not_documented = N")
	QUESTION("cancer_type", "single\n\tchoice: breast = B\n\tchoice: colon = C")
	QUESTION("ajcc_stage", "single\n\tchoice: IIB = 2\n\tchoice: IV = 4")
	QUESTION("t_category", "single\n\tchoice: T2 = 2")
	QUESTION("pain_score_2v", "integer\n\trange: 0 to 10")
	QUESTION("topics", "multiple\n\tchoice: a = A\n\tchoice: b = B\n\twithout_value: not_documented");
static const char measures[] =
	"// @measure: M 1\n// @title: T\n// @direction: higher\n// @confidence: low\n"
	"// @source: S\ndefine \"M 1 Denominator\": true\ndefine \"M 1 Numerator\": sex = 'male'\n";

static void
responses(const struct catalogue *cat, struct arena *a, struct bytes file)
{
	struct there there = { NULL, 0, names_new(a, 1) };
	struct charts_wanted wanted = { .cat = cat, .source = CHARTS_FHIR, .site = "https://x",
					.there = &there, .practice = 1, .modules = 1,
					.today = 20000 };
	struct charts_in *in = charts_read(a, &wanted, file);
	struct answer *answers = chart_new(a, cat);

	must(in->unreadable == NULL || in->n == 0);
	must(in->fhir.code == NULL || in->unreadable != NULL);
	for (size_t i = 0; i < in->n; i++) {
		must(chart_unpack(cat, in->rows[i].packed, answers));
		must(abstraction_label_problem(in->rows[i].name) == NULL);
	}
}

static void
record(const struct catalogue *cat, struct arena *a, struct bytes file)
{
	struct mcode m = mcode_read(a, cat, file);
	const char *message;
	struct answer answer;

	must(m.problem.code == NULL || m.n == 0);
	for (size_t i = 0; i < m.n; i++)
		must(answer_read(m.all[i].element, m.all[i].value, &answer, a, &message) &&
		     answer.state == ANSWER_VALUE);
}

static void
work(void *arg)
{
	struct input *in = arg;
	const struct catalogue *cat = small_catalogue(elements, measures);

	if (in->size > 0)
		(in->bytes[0] == 'Q' ? responses : record)(
			cat, in->arena, (struct bytes){ in->bytes + 1, in->size - 1 });
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	return run_input(work, bytes, size);
}
