/* Which questions are asked, what is wrong with the answers, and packing. */
#include "../test.h"
#include "charts.h"

#include <stdlib.h>

#include "base/date.h"
#include "measure/outcome.h"

static struct fixture f;

static bool
asked(const struct answer *chart, const char *id)
{
	bool *all = arena_array(f.arena, f.cat->n_elements, sizeof *all);

	chart_asked(f.cat, chart, ~(module_set)0, f.arena, all);
	return all[catalogue_element(f.cat, id)->index];
}

/* The findings of a kind as "question: message" lines. */
static const char *
findings(const struct answer *chart, const char *module, enum finding_kind kind)
{
	module_set modules = module_bit(catalogue_module(f.cat, module));
	const struct finding *all;
	const char *text = "";
	int32_t today;
	size_t count;

	assert_true(date_parse("2026-01-31", &today));
	all = chart_check(f.cat, chart, modules, today, f.arena, &count);
	for (size_t i = 0; i < count; i++)
		if (all[i].kind == kind)
			text = arena_printf(f.arena, "%s%s: %s\n", text, all[i].element->id,
				all[i].message);
	return text;
}

static void
a_question_is_asked_when_its_condition_holds(void **state)
{
	struct answer *chart = chart_of(&f, "office_visits_2plus = yes, pain_assessed_2v = yes");

	(void)state;
	assert_true(asked(chart, "pain_severity_2v"));
	assert_false(asked(chart, "pain_plan_2v"));
	chart_set(&f, chart, "pain_severity_2v", "moderate");
	assert_true(asked(chart, "pain_plan_2v"));
}

static void
hidden_answers_hide_what_depends_on_them(void **state)
{
	struct answer *chart = chart_of(&f, "office_visits_2plus = yes, pain_assessed_2v = no, "
		"pain_severity_2v = severe, pain_plan_2v = yes");
	struct answer *effective = chart_effective(f.cat, chart, f.arena);

	(void)state;
	assert_false(asked(chart, "pain_severity_2v"));
	assert_false(asked(chart, "pain_plan_2v"));
	assert_int_equal(effective[catalogue_element(f.cat, "pain_plan_2v")->index].state,
		ANSWER_NONE);
	assert_int_equal(effective[catalogue_element(f.cat, "pain_assessed_2v")->index].state,
		ANSWER_VALUE);
}

static void
dates_out_of_order_are_told_in_words(void **state)
{
	struct answer *chart = chart_of(&f, "birth_date = 1960-05-17, dx_date = 2025-01-10, "
		"deceased = yes, death_date = 2025-01-09, abstraction_date = 2026-02-01");

	(void)state;
	assert_string_equal(findings(chart, "CORE", FINDING_HARD),
		"abstraction_date: The date of abstraction must not be in the future\n"
		"death_date: The date of death must not be before the date of diagnosis\n");
	chart_set(&f, chart, "birth_date", "2010-01-01");
	chart_set(&f, chart, "death_date", "not_documented");
	chart_set(&f, chart, "abstraction_date", "2026-01-31");
	assert_string_equal(findings(chart, "CORE", FINDING_HARD),
		"birth_date: The patient must be 18 to 110 years old at diagnosis\n");
}

static void
ranges_and_none_are_checked(void **state)
{
	struct answer *chart = chart_of(&f, "office_visits_2plus = yes, pain_assessed_2v = yes, "
		"pain_quant_2v = yes, pain_score_2v = 11, chemo_status = by_practice, "
		"body_measures = height;none");

	(void)state;
	assert_string_equal(findings(chart, "CORE", FINDING_HARD),
		"pain_score_2v: Give a whole number from 0 to 10\n"
		"body_measures: “None of these” cannot be ticked together with other answers\n");
	chart_set(&f, chart, "pain_score_2v", "10");
	chart_set(&f, chart, "body_measures", "none");
	assert_string_equal(findings(chart, "CORE", FINDING_HARD), "");
}

static void
a_rule_says_nothing_while_its_answer_is_missing(void **state)
{
	struct answer *chart = chart_of(&f, "stage_doc_status = documented, m_category = M1, "
		"chemo_status = by_practice, distant_mets = yes, chemo_for_mets = yes");

	(void)state;
	assert_true(asked(chart, "kps_mets"));
	assert_string_equal(findings(chart, "CORE", FINDING_HARD), "");
	assert_string_equal(findings(chart, "CORE", FINDING_SOFT), "");
	chart_set(&f, chart, "kps_mets", "not_documented");
	assert_string_equal(findings(chart, "CORE", FINDING_HARD), "");
	chart_set(&f, chart, "kps_mets", "75");
	assert_string_equal(findings(chart, "CORE", FINDING_HARD),
		"kps_mets: A Karnofsky score goes in tens\n");
}

static void
an_unlikely_answer_may_be_kept(void **state)
{
	struct answer *chart = chart_of(&f, "stage_doc_status = documented, ajcc_stage = II, "
		"m_category = M1, distant_mets = yes");

	(void)state;
	assert_string_equal(findings(chart, "CORE", FINDING_SOFT),
		"m_category: M1 goes with a stage group of IV\n");
	assert_string_equal(findings(chart, "CORE", FINDING_HARD), "");
}

static void
what_is_still_to_be_answered_depends_on_the_modules(void **state)
{
	struct answer *chart = chart_of(&f, "chemo_status = by_practice");
	const char *core = findings(chart, "CORE", FINDING_UNANSWERED);
	const char *smt = findings(chart, "SMT", FINDING_UNANSWERED);

	(void)state;
	assert_non_null(strstr(core, "chemo_intent: Choose an answer\n"));
	assert_non_null(strstr(core, "body_measures: Tick at least one answer\n"));
	assert_non_null(strstr(core, "dx_date: Give the date\n"));
	assert_null(strstr(core, "abstraction_date"));
	assert_null(strstr(core, "emetic_risk"));
	assert_null(strstr(core, "intent_discussed_date"));
	assert_non_null(strstr(smt, "emetic_risk: Choose an answer\n"));
	assert_null(strstr(smt, "body_measures"));
}

static void
a_packed_chart_comes_back_whole(void **state)
{
	uint32_t seed = 7;

	(void)state;
	for (int n = 0; n < 200; n++) {
		struct answer *chart = chart_random(&f, &seed);
		struct bytes packed = chart_pack(f.cat, chart, f.arena);
		struct answer *back = chart_new(f.arena, f.cat);

		assert_true(chart_unpack(f.cat, packed, back));
		for (size_t i = 0; i < f.cat->n_elements; i++)
			assert_true(answer_equal(chart[i], back[i]));
		packed.size--;
		assert_false(chart_unpack(f.cat, packed, back));
	}
}

static void
bytes_that_are_no_packed_chart_are_refused(void **state)
{
	struct answer *chart = chart_of(&f, "path_report = yes");
	struct bytes packed = chart_pack(f.cat, chart, f.arena);
	uint8_t *bytes = memcpy(arena_alloc(f.arena, packed.size), packed.data, packed.size);

	(void)state;
	packed.data = bytes;
	assert_true(chart_unpack(f.cat, packed, chart));
	bytes[packed.size - 1] = 2;
	assert_false(chart_unpack(f.cat, packed, chart));
	bytes[packed.size - 1] = 0;
	bytes[0] = 9;
	assert_false(chart_unpack(f.cat, packed, chart));
	assert_false(chart_unpack(f.cat, (struct bytes){ bytes, 0 }, chart));
}

static int
set_up(void **state)
{
	(void)state;
	f = fixture_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(f.arena);
	return 0;
}

static void
a_finding_says_which_answers_its_rule_reads(void **state)
{
	struct answer *chart = chart_of(&f, "stage_doc_status = documented, m_category = M1, "
		"ajcc_stage = IIIB, distant_mets = yes");
	bool *read = arena_array(f.arena, f.cat->n_elements, sizeof *read);
	const struct finding *all;
	size_t count, soft = 0, reads = 0;

	(void)state;
	all = chart_check(f.cat, chart, ~(module_set)0, 0, f.arena, &count);
	for (size_t i = 0; i < count; i++) {
		assert_true((all[i].rule == NULL) == (all[i].kind == FINDING_UNANSWERED));
		if (all[i].kind == FINDING_SOFT && soft++ == 0)
			chart_rule_reads(all[i].rule, read);
	}
	for (size_t i = 0; i < f.cat->n_elements; i++)
		reads += read[i];
	assert_int_equal(soft, 1);
	assert_int_equal(reads, 2);
	assert_true(read[catalogue_element(f.cat, "m_category")->index]);
	assert_true(read[catalogue_element(f.cat, "ajcc_stage")->index]);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_question_is_asked_when_its_condition_holds),
	cmocka_unit_test(hidden_answers_hide_what_depends_on_them),
	cmocka_unit_test(dates_out_of_order_are_told_in_words),
	cmocka_unit_test(ranges_and_none_are_checked),
	cmocka_unit_test(a_rule_says_nothing_while_its_answer_is_missing),
	cmocka_unit_test(an_unlikely_answer_may_be_kept),
	cmocka_unit_test(what_is_still_to_be_answered_depends_on_the_modules),
	cmocka_unit_test(a_packed_chart_comes_back_whole),
	cmocka_unit_test(bytes_that_are_no_packed_chart_are_refused),
	cmocka_unit_test(a_finding_says_which_answers_its_rule_reads),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
