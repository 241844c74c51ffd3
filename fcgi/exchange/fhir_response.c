/* A chart as a QuestionnaireResponse: see fhir_response.h. */
#include "exchange/fhir_response.h"

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "exchange/fhir_form.h"
#include "measure/chart.h"

struct writer {
	struct arena *a;
	const char *site;
};

static json_t *
value(const char *key, json_t *one)
{
	return fhir_made(json_pack("[{s:o}]", key, fhir_made(one)));
}

/* Why there is none. */
static json_t *
absent(const struct element *e, const char *code)
{
	const char *key = e->type == ELEMENT_DATE ? "_valueDate" : "_valueInteger";

	if (e->n_choices > 0)
		return value("valueCoding", fhir_absent_coding(code));
	return value(key, json_pack("{s:[{s:s, s:s}]}", "extension", "url", FHIR_ABSENT,
				    "valueCode", fhir_absent_reason(code)));
}

static json_t *
codes(struct writer *w, const struct element *e, int32_t set)
{
	json_t *list = fhir_made(json_array());

	for (size_t i = 0; i < e->n_choices; i++)
		if ((set >> i & 1) != 0)
			fhir_add(list, json_pack("{s:o}", "valueCoding",
						 fhir_coding(w->a, w->site, e, &e->choices[i])));
	return list;
}

static json_t *
answers(struct writer *w, const struct element *e, struct answer answer)
{
	char day[DATE_TEXT_SIZE];

	if (answer.state == ANSWER_NOT_DOCUMENTED)
		return absent(e, "not_documented");
	if (answer.state == ANSWER_UNKNOWN)
		return absent(e, "unknown");
	switch (e->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO:
		return value("valueCoding",
			     fhir_coding(w->a, w->site, e, &e->choices[answer.value]));
	case ELEMENT_MULTIPLE: return codes(w, e, answer.value);
	case ELEMENT_DATE: return value("valueDate", json_string(date_format(answer.value, day)));
	case ELEMENT_INTEGER: return value("valueInteger", json_integer(answer.value));
	}
	fault("%s is a question of no type", e->id);
}

/* The groups that hold an answer, numbered as in the form. */
static json_t *
groups(struct writer *w, const struct catalogue *cat, const struct there_chart *chart,
       const struct answer *given, const bool *asked)
{
	json_t *list = fhir_made(json_array()), *items = NULL;
	const char *title = NULL;
	size_t section = 0;

	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];

		if (e->system || (e->modules & chart->modules) == 0)
			continue;
		if (title == NULL || !text_equal(title, e->section)) {
			title = e->section;
			items = NULL;
			section++;
		}
		if (!asked[i] || given[i].state == ANSWER_NONE)
			continue;
		if (items == NULL) {
			items = fhir_made(json_array());
			fhir_add(list, json_pack("{s:s, s:s, s:o}", "linkId",
						 arena_printf(w->a, "section-%zu", section),
						 "text", title, "item", items));
		}
		fhir_add(items, json_pack("{s:s, s:s, s:o}", "linkId", e->id, "text", e->question,
					  "answer", answers(w, e, given[i])));
	}
	return list;
}

static const char *
status(const struct there_chart *chart)
{
	if (text_equal(chart->state, "complete"))
		return "completed";
	return text_equal(chart->state, "ineligible") ? "entered-in-error" : "in-progress";
}

const char *
fhir_response_url(struct arena *a, const char *site, uint64_t chart)
{
	return arena_printf(a, "%s/fhir/QuestionnaireResponse/%llu", site,
			    (unsigned long long)chart);
}

json_t *
fhir_response(struct arena *a, const char *site, const struct catalogue *cat,
	      const struct there_chart *chart)
{
	struct writer w = { a, site };
	struct answer *given = chart_new(a, cat);
	bool *asked = arena_array(a, cat->n_elements, sizeof *asked);
	const struct element *day = catalogue_element(cat, "abstraction_date");
	json_t *made, *items;
	char text[DATE_TEXT_SIZE];

	if (!chart_unpack(cat, chart->packed, given))
		fault("chart %llu is packed by another edition", (unsigned long long)chart->id);
	chart_asked(cat, given, chart->modules, a, asked);
	made = fhir_made(json_pack(
		"{s:s, s:s, s:{s:s, s:s}, s:s, s:s}", "resourceType", "QuestionnaireResponse", "id",
		arena_printf(a, "%llu", (unsigned long long)chart->id), "identifier", "system",
		arena_printf(a, "%s/fhir/chart", site), "value", chart->name, "questionnaire",
		arena_printf(a, "%s|%s", fhir_form_url(a, site, cat, chart->modules), cat->hash),
		"status", status(chart)));
	if (day != NULL && given[day->index].state == ANSWER_VALUE)
		fhir_set(made, "authored", json_string(date_format(given[day->index].value, text)));
	items = groups(&w, cat, chart, given, asked);
	if (json_array_size(items) > 0)
		fhir_set(made, "item", items);
	else
		json_decref(items);
	return made;
}
