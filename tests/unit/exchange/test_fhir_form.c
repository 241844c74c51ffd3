/*
 * Forms as FHIR: an item is enabled exactly where its question is asked, for every
 * mixture of answers and missing ones, and what FHIR cannot say stands as CQL.
 */
#include "../test.h"

#include <string.h>

#include "../measure/catalogue.h"
#include "../measure/charts.h"
#include "base/date.h"
#include "conditions.h"
#include "exchange/fhir_form.h"
#include "exchange/fhir_measure.h"

#define SITE "https://myqopi.example"

/* A chart's answers as a form would hold them, read by FHIR's own words for each operator. */
struct filled {
	struct arena *a;
	const struct catalogue *cat;
	const struct answer *chart;
	const bool *asked;
};

static bool
is_coding(const struct filled *f, const struct element *e, const char *code, const json_t *wanted)
{
	const char *reason = fhir_absent_reason(code);

	return strcmp(fhir_text(wanted, "code"), reason == NULL ? code : reason) == 0 &&
	       strcmp(fhir_text(wanted, "system"),
		      reason == NULL ? fhir_system(f->a, SITE, e) : FHIR_ABSENT_SYSTEM) == 0;
}

/* Whether one of the answers is this coding. */
static bool
has_coding(const struct filled *f, const struct element *e, const json_t *wanted)
{
	struct answer answer = f->chart[e->index];
	bool has = false;

	if (answer.state == ANSWER_NOT_DOCUMENTED || answer.state == ANSWER_UNKNOWN)
		return is_coding(f, e, answer.state == ANSWER_UNKNOWN ? "unknown" : "not_documented",
				 wanted);
	for (size_t i = 0; i < e->n_choices; i++)
		if (e->type == ELEMENT_MULTIPLE ? (answer.value >> i & 1) != 0
						: answer.value == (int32_t)i)
			has = has || is_coding(f, e, e->choices[i].code, wanted);
	return has;
}

static bool
compares(const struct filled *f, const struct element *e, const char *sign, const json_t *condition)
{
	const char *text = fhir_text(condition, "answerDate");
	int32_t wanted, value = f->chart[e->index].value;

	if (text != NULL)
		assert_true(date_parse(text, &wanted));
	else
		wanted = (int32_t)json_integer_value(json_object_get(condition, "answerInteger"));
	if (f->chart[e->index].state != ANSWER_VALUE)
		return false;
	return strcmp(sign, "=") == 0    ? value == wanted
	       : strcmp(sign, "<") == 0  ? value < wanted
	       : strcmp(sign, "<=") == 0 ? value <= wanted
	       : strcmp(sign, ">") == 0  ? value > wanted
					 : value >= wanted;
}

static bool
holds(const struct filled *f, const json_t *condition)
{
	const struct element *e = catalogue_element(f->cat, fhir_text(condition, "question"));
	const char *sign = fhir_text(condition, "operator");
	const json_t *coding = json_object_get(condition, "answerCoding");
	bool any = f->asked[e->index] && f->chart[e->index].state != ANSWER_NONE;

	if (strcmp(sign, "exists") == 0)
		return any == json_is_true(json_object_get(condition, "answerBoolean"));
	if (coding != NULL)
		return (any && has_coding(f, e, coding)) == (strcmp(sign, "=") == 0);
	return any && compares(f, e, sign, condition);
}

static bool
enabled(const struct filled *f, const json_t *item)
{
	const json_t *list = json_object_get(item, "enableWhen");
	bool all = true, any = false;

	for (size_t i = 0; i < json_array_size(list); i++) {
		bool one = holds(f, json_array_get(list, i));

		all = all && one;
		any = any || one;
	}
	if (json_array_size(list) < 2)
		return all;
	return strcmp(fhir_text(item, "enableBehavior"), "all") == 0 ? all : any;
}

static void
enabled_exactly_where_the_condition_is_true(void **state)
{
	struct arena *a = arena_new((size_t)1 << 28);
	size_t said = 0;

	(void)state;
	secret_init();
	for (size_t i = 0; i < N_CONDITIONS; i++) {
		const struct catalogue *cat = catalogue_with(a, conditions[i]);
		json_t *item = json_object();
		bool sayable = fhir_enable_when(a, SITE, cat, cat->elements[Z].condition, item);

		said += sayable;
		for (unsigned mix = 0; mix < MIXTURES && sayable; mix++) {
			struct arena_mark mark = arena_mark(a);
			struct mixture x = mixture_of(mix);
			const bool asked[Z] = { true, true, true, true, true };
			struct filled f = { a, cat, mixture_chart(a, cat, x), asked };

			if (enabled(&f, item) != mixture_asks(a, cat, x))
				fail_msg("%s, with q=%u y=%u n=%u k=%u m=%u", conditions[i], x.q, x.y,
					 x.n, x.k, x.m);
			arena_back(a, mark);
		}
		json_decref(item);
	}
	assert_true(said >= 30);
	arena_free(a);
}

static void
what_a_flat_list_cannot_say_stands_as_cql(void **state)
{
	static const char *const unsaid[] = { "q = 'a' and (n >= 4 or y = 'no')", "n < k",
					      "n is null", "(n > 3) is not true" };
	struct arena *a = arena_new((size_t)1 << 26);

	(void)state;
	secret_init();
	for (size_t i = 0; i < sizeof unsaid / sizeof *unsaid; i++) {
		const struct catalogue *cat = catalogue_with(a, unsaid[i]);
		json_t *form = fhir_form(a, SITE, cat, ~(module_set)0);
		const json_t *group = json_array_get(json_object_get(form, "item"), 0);
		const json_t *item = json_array_get(json_object_get(group, "item"), Z);
		const json_t *extension = json_array_get(json_object_get(item, "extension"), 0);
		const json_t *expression = json_object_get(extension, "valueExpression");

		assert_null(json_object_get(item, "enableWhen"));
		assert_non_null(strstr(fhir_text(extension, "url"), "enableWhenExpression"));
		assert_string_equal(fhir_text(expression, "language"), "text/cql");
		assert_string_equal(fhir_text(expression, "expression"), unsaid[i]);
		json_decref(form);
	}
	arena_free(a);
}

/* The item of a question, in whatever group. */
static const json_t *
item_of(const json_t *form, const char *id)
{
	const json_t *groups = json_object_get(form, "item");

	for (size_t g = 0; g < json_array_size(groups); g++) {
		const json_t *items = json_object_get(json_array_get(groups, g), "item");

		for (size_t i = 0; i < json_array_size(items); i++)
			if (strcmp(fhir_text(json_array_get(items, i), "linkId"), id) == 0)
				return json_array_get(items, i);
	}
	return NULL;
}

static void
the_catalogues_forms_enable_what_is_asked(void **state)
{
	struct fixture f = fixture_new();
	json_t *form = fhir_form(f.arena, SITE, f.cat, ~(module_set)0);
	uint32_t seed = 7;

	(void)state;
	for (int run = 0; run < 300; run++) {
		struct arena_mark mark = arena_mark(f.arena);
		struct answer *chart = chart_random(&f, &seed);
		bool *asked = arena_array(f.arena, f.cat->n_elements, sizeof *asked);
		struct filled filled = { f.arena, f.cat, chart, asked };

		chart_asked(f.cat, chart, ~(module_set)0, f.arena, asked);
		for (size_t i = 0; i < f.cat->n_elements; i++) {
			const struct element *e = &f.cat->elements[i];
			const json_t *item = item_of(form, e->id);

			assert_true((item == NULL) == e->system);
			if (item == NULL)
				continue;
			assert_true((json_object_get(item, "enableWhen") != NULL) ==
				    (e->condition != NULL));
			if (enabled(&filled, item) != asked[i])
				fail_msg("%s is %sasked", e->id, asked[i] ? "" : "not ");
		}
		arena_back(f.arena, mark);
	}
	json_decref(form);
	arena_free(f.arena);
}

static void
a_form_is_named_by_its_modules(void **state)
{
	struct fixture f = fixture_new();
	module_set set = catalogue_modules(f.cat, f.arena, "CORE BREAST");
	json_t *form = fhir_form(f.arena, SITE, f.cat, set);

	(void)state;
	assert_string_equal(fhir_text(form, "url"), SITE "/fhir/Questionnaire/CORE.BREAST");
	assert_int_equal(fhir_form_modules(f.arena, f.cat, "CORE.BREAST"), set);
	assert_int_equal(fhir_form_modules(f.arena, f.cat, "CORE.NONE"), 0);
	assert_int_equal(fhir_form_modules(f.arena, f.cat, ""), 0);
	assert_null(item_of(form, "psa_band"));
	json_decref(form);
	arena_free(f.arena);
}

static void
a_measure_names_its_definitions(void **state)
{
	struct fixture f = fixture_new();

	(void)state;
	for (size_t i = 0; i < f.cat->n_measures; i++) {
		const struct measure *m = &f.cat->measures[i];
		json_t *made = fhir_measure(f.arena, SITE, m, f.cat);
		const json_t *group = json_array_get(json_object_get(made, "group"), 0);

		assert_ptr_equal(fhir_measure_of(f.arena, f.cat, fhir_text(made, "id")), m);
		assert_true(json_array_size(json_object_get(group, "population")) >= 3);
		json_decref(made);
	}
	assert_null(fhir_measure_of(f.arena, f.cat, "Core-"));
	arena_free(f.arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(enabled_exactly_where_the_condition_is_true),
	cmocka_unit_test(what_a_flat_list_cannot_say_stands_as_cql),
	cmocka_unit_test(the_catalogues_forms_enable_what_is_asked),
	cmocka_unit_test(a_form_is_named_by_its_modules),
	cmocka_unit_test(a_measure_names_its_definitions),
};
TEST_MAIN(tests)
