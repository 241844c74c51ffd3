/*
 * QuestionnaireResponses: what goes out comes back in, answer by answer; what is
 * wrong, hostile or names a patient is told with its place, and no row is kept.
 */
#include "../test.h"

#include <string.h>

#include "../measure/catalogue.h"
#include "../measure/charts.h"
#include "base/date.h"
#include "exchange/charts_in.h"
#include "exchange/fhir_response.h"
#include "exchange/fhir_rows.h"

#define SITE "https://myqopi.example"
#define HEAD "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\"," \
	"\"identifier\":{\"value\":\"B-017\"}"

static struct bytes
bytes_of(const char *text)
{
	return (struct bytes){ text, strlen(text) };
}

static struct charts_in *
read_file(struct fixture *f, const char *text)
{
	static const struct there none;
	struct there there = none;
	struct charts_wanted wanted = { .cat = f->cat,
					.source = CHARTS_FHIR,
					.site = SITE,
					.there = &there,
					.practice = ~(module_set)0,
					.modules = 1,
					.today = 20000 };

	there.names = names_new(f->arena, 1);
	return charts_read(f->arena, &wanted, bytes_of(text));
}

static void
what_goes_out_comes_back(void **state)
{
	struct fixture f = fixture_new();
	uint32_t seed = 3;

	(void)state;
	for (int run = 0; run < 40; run++) {
		struct answer *chart = chart_random(&f, &seed), *back = chart_new(f.arena, f.cat);
		module_set modules = ~(module_set)0 >> (32 - f.cat->n_modules);
		struct there_chart there = { .id = 7, .name = "B-1", .state = "open",
					     .modules = modules,
					     .packed = chart_pack(f.cat, chart, f.arena) };
		struct buf *out = buf_new(f.arena, 1 << 20);
		bool *asked = arena_array(f.arena, f.cat->n_elements, sizeof *asked);
		json_t *made = fhir_response(f.arena, SITE, f.cat, &there);
		struct charts_in *in;

		assert_true(fhir_write(out, made));
		json_decref(made);
		in = read_file(&f, out->data);
		assert_null(in->unreadable);
		assert_int_equal(in->n_rows, 1);
		chart_asked(f.cat, chart, modules, f.arena, asked);
		if (in->n == 0) /* a rule of the catalogue says no; that the row was read is enough */
			continue;
		assert_string_equal(in->rows[0].name, "B-1");
		assert_int_equal(in->rows[0].modules, modules);
		assert_true(chart_unpack(f.cat, in->rows[0].packed, back));
		for (size_t i = 0; i < f.cat->n_elements; i++)
			if (!f.cat->elements[i].system)
				assert_true(asked[i] ? answer_equal(back[i], chart[i])
						     : back[i].state == ANSWER_NONE);
	}
	arena_free(f.arena);
}

static void
a_rule_is_not_in_the_way_of_an_answer(void **state)
{
	struct fixture f = fixture_new();
	struct charts_in *in = read_file(
		&f, HEAD ",\"questionnaire\":\"" SITE "/fhir/Questionnaire/CORE.BREAST\","
			 "\"item\":[{\"linkId\":\"section-2\",\"item\":["
			 "{\"linkId\":\"cancer_type\",\"answer\":[{\"valueCoding\":{\"code\":\"breast\"}}]},"
			 "{\"linkId\":\"death_date\",\"answer\":[{\"_valueDate\":{\"extension\":[{\"url\":"
			 "\"" FHIR_ABSENT "\",\"valueCode\":\"asked-unknown\"}]}}]},"
			 "{\"linkId\":\"chemo_plan_elements\",\"answer\":[{\"valueCoding\":{\"code\":"
			 "\"doses\"}},{\"valueCoding\":{\"code\":\"route\"}}]}]}]}");
	struct answer *chart = chart_new(f.arena, f.cat);

	(void)state;
	assert_null(in->unreadable);
	assert_int_equal(in->n, 1);
	assert_int_equal(in->n_completed, 1);
	assert_true(chart_unpack(f.cat, in->rows[0].packed, chart));
	assert_int_equal(chart[catalogue_element(f.cat, "death_date")->index].state,
			 ANSWER_NOT_DOCUMENTED);
	assert_int_equal(chart[catalogue_element(f.cat, "chemo_plan_elements")->index].value, 3);
	arena_free(f.arena);
}

static const char *
repeated(struct arena *a, const char *before, const char *text, size_t times, const char *behind)
{
	struct buf *out = buf_new(a, 1 << 24);

	buf_str(out, before);
	for (size_t i = 0; i < times; i++)
		buf_printf(out, "%s%s", i > 0 && *text == '{' ? "," : "", text);
	buf_str(out, behind);
	assert_false(out->full);
	return out->data;
}

#define ITEM(item) HEAD ",\"item\":[" item "]}"

static void
what_is_wrong_is_told_with_its_place(void **state)
{
	static const struct {
		const char *text, *code, *where, *says;
	} cases[] = {
		{ "", "structure", NULL, "empty" },
		{ "[]", "structure", NULL, "JSON object" },
		{ "{", "structure", NULL, "ends too early" },
		{ "{\"a\":1,\"a\":2}", "structure", NULL, "twice" },
		{ "{\"a\":99999999999999999999}", "structure", NULL, "too large" },
		{ "{\"a\":1e999}", "structure", NULL, "too large" },
		{ "{\"a\":\"\\u0000\"}", "structure", NULL, "NUL" },
		{ "{\"a\":\"\xff\"}", "structure", NULL, "UTF-8" },
		{ "{}", "not-supported", "QuestionnaireResponse", "Only resources" },
		{ "{\"resourceType\":7}", "not-supported", "QuestionnaireResponse", "Only" },
		{ "{\"resourceType\":\"Bundle\",\"entry\":{}}", "structure", "Bundle.entry", "list" },
		{ "{\"resourceType\":\"Bundle\",\"entry\":[7]}", "structure",
		  "Bundle.entry[0].resource", "no resource" },
		{ "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\"}}]}",
		  "not-supported", "Bundle.entry[0].resource", "Take others out" },
		{ HEAD ",\"subject\":{\"display\":\"Ann Lee\"}}", "security",
		  "QuestionnaireResponse.subject", "who the patient is" },
		{ HEAD ",\"source\":{\"identifier\":{\"value\":\"1\"}}}", "security",
		  "QuestionnaireResponse.source", "who the patient is" },
		{ HEAD ",\"contained\":[{\"resourceType\":\"Patient\"}]}", "security",
		  "QuestionnaireResponse.contained", "contained" },
		{ "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\"}", "required",
		  "QuestionnaireResponse.identifier", "label" },
		{ "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"stopped\"}", "value",
		  "QuestionnaireResponse.status", "in-progress" },
		{ "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\",\"identifier\":"
		  "{\"value\":\"1\",\"type\":{}}}", "security", "QuestionnaireResponse.identifier.type",
		  "record number" },
		{ HEAD ",\"questionnaire\":\"https://elsewhere/Questionnaire/CORE\"}", "value",
		  "QuestionnaireResponse.questionnaire", "no form" },
		{ HEAD ",\"questionnaire\":\"" SITE "/fhir/Questionnaire/CORE|1\"}", "value",
		  "QuestionnaireResponse.questionnaire", "another edition" },
		{ HEAD ",\"item\":[]}", "structure", "QuestionnaireResponse.item", "not an empty one" },
		{ ITEM("7"), "structure", "QuestionnaireResponse.item[0]", "linkId" },
		{ ITEM("{\"linkId\":\"mrn\"}"), "not-found", "QuestionnaireResponse.item[0].linkId",
		  "no question" },
		{ ITEM("{\"linkId\":\"abstraction_date\"}"), "value", "QuestionnaireResponse.item[0]",
		  "filled by the program" },
		{ ITEM("{\"linkId\":\"sex\",\"answer\":[{\"valueString\":\"male\"}]}"), "value",
		  "QuestionnaireResponse.item[0].answer[0]", "valueCoding" },
		{ ITEM("{\"linkId\":\"sex\",\"answer\":[{\"valueCoding\":{\"code\":\"male;female\"}}]}"),
		  "value", "QuestionnaireResponse.item[0].answer[0].valueCoding", "code" },
		{ ITEM("{\"linkId\":\"sex\",\"answer\":[{\"valueCoding\":{\"code\":\"male\",\"system\":"
		       "\"x\"}}]}"), "value", "QuestionnaireResponse.item[0].answer[0].valueCoding",
		  "system" },
		{ ITEM("{\"linkId\":\"sex\",\"answer\":[{\"valueCoding\":{\"code\":\"male\"}},"
		       "{\"valueCoding\":{\"code\":\"female\"}}]}"), "structure",
		  "QuestionnaireResponse.item[0].answer", "more answers" },
		{ ITEM("{\"linkId\":\"dx_date\",\"answer\":[{\"valueDate\":7}]}"), "value",
		  "QuestionnaireResponse.item[0].answer[0]", "valueDate" },
		{ ITEM("{\"linkId\":\"sex\",\"answer\":[{\"valueCoding\":{\"code\":\"male\"}}]},"
		       "{\"linkId\":\"sex\",\"answer\":[{\"valueCoding\":{\"code\":\"male\"}}]}"),
		  "duplicate", "QuestionnaireResponse.item[1]", "twice" },
	};
	struct fixture f = fixture_new();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct charts_in *in = read_file(&f, cases[i].text);

		if (in->unreadable == NULL || strstr(in->unreadable, cases[i].says) == NULL)
			fail_msg("%s: %s", cases[i].text, in->unreadable);
		assert_int_equal(in->n, 0);
		assert_string_equal(in->fhir.code, cases[i].code);
		if (cases[i].where == NULL)
			assert_null(in->fhir.expression);
		else
			assert_string_equal(in->fhir.expression, cases[i].where);
	}
	arena_free(f.arena);
}

static void
what_is_huge_is_refused_before_it_is_read(void **state)
{
	struct fixture f = fixture_new();
	const char *deep = repeated(f.arena, ITEM("{\"linkId\":\"section-1\""), ",\"item\":[{\"linkId\":"
				    "\"section-1\"", 100, ""), *wide;

	(void)state;
	assert_non_null(strstr(read_file(&f, deep)->unreadable, "deeper than"));
	wide = repeated(f.arena, "{\"resourceType\":\"Bundle\",\"entry\":[", "{\"resource\":" HEAD "}}",
			100000, "]}");
	assert_non_null(strstr(read_file(&f, wide)->unreadable, "more than 400000 values"));
	arena_free(f.arena);
}

static void
lines_are_responses_of_their_own(void **state)
{
	struct fixture f = fixture_new();
	struct charts_in *in = read_file(
		&f, HEAD ",\"item\":[{\"linkId\":\"sex\",\"answer\":[{\"valueCoding\":{\"code\":\"man\"}}]}]}\n"
		    "\n{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"in-progress\","
		    "\"identifier\":{\"value\":\"B-18\"}}\n"
		    "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"in-progress\","
		    "\"identifier\":{\"value\":\"Ann Lee\"}}");

	(void)state;
	assert_null(in->unreadable);
	assert_int_equal(in->n_rows, 3);
	assert_int_equal(in->n, 1);
	assert_string_equal(in->rows[0].name, "B-18");
	assert_string_equal(in->problems[0].column, "sex");
	assert_non_null(strstr(in->problems[1].text, "may be a name"));
	arena_free(f.arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(what_goes_out_comes_back),
	cmocka_unit_test(a_rule_is_not_in_the_way_of_an_answer),
	cmocka_unit_test(what_is_wrong_is_told_with_its_place),
	cmocka_unit_test(what_is_huge_is_refused_before_it_is_read),
	cmocka_unit_test(lines_are_responses_of_their_own),
};
TEST_MAIN(tests)
