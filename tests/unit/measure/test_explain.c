/* Explanations: the answers that decided, and what would have been wanted of them. */
#include "../test.h"
#include "charts.h"

#include "measure/explain.h"

#define SEEN "birth_date = 1960-01-01, dx_date = 2026-01-01, office_visits_2plus = yes, "
#define PAIN "pain_assessed_2v = yes, pain_quant_2v = yes, pain_severity_2v = severe, "

static struct fixture f;

/* "question: wanted" of each reason of a clause that is not as wanted, or is as `holds` says. */
static const char *
reasons(const char *answers, const char *number, enum clause_kind kind, bool holds)
{
	const struct measure *m = catalogue_measure(f.cat, number);
	const struct explanation *x = chart_explain(f.cat, chart_of(&f, answers), m, f.arena);
	const struct clause_explained *c = &x->clauses[kind];
	struct buf *out = buf_new(f.arena, 10000);

	for (size_t i = 0; i < c->n_reasons; i++)
		if (c->reasons[i].holds == holds)
			buf_printf(out, "%s: %s\n", c->reasons[i].element->id, c->reasons[i].wanted);
	return out->data;
}

static void
a_composite_is_told_by_the_part_that_failed(void **state)
{
	(void)state;
	assert_string_equal(reasons(SEEN PAIN "pain_plan_2v = no", "Core 6", CLAUSE_NUMERATOR, false),
			    "pain_plan_2v: Yes\n");
	assert_string_equal(reasons(SEEN PAIN "pain_plan_2v = no, recent_pain_assessed = no",
				    "Core 6e", CLAUSE_NUMERATOR, false),
			    "pain_plan_2v: Yes\nrecent_pain_assessed: Yes\n"
			    "recent_pain_quant: Yes\nrecent_pain_severity: No pain\n");
}

static void
a_composite_that_is_met_is_told_by_all_its_parts(void **state)
{
	const char *met = reasons(SEEN PAIN "pain_plan_2v = yes", "Core 6", CLAUSE_NUMERATOR, true);

	(void)state;
	assert_non_null(strstr(met, "pain_assessed_2v: Yes\n"));
	assert_non_null(strstr(met, "pain_quant_2v: Yes\n"));
	assert_non_null(strstr(met, "pain_plan_2v: Yes\n"));
}

static void
eligible_is_told_by_the_denominator_of_the_measure_it_names(void **state)
{
	(void)state;
	assert_string_equal(reasons(SEEN PAIN "pain_plan_2v = no", "Core 6", CLAUSE_DENOMINATOR, true),
			    "dx_date: at least 18\noffice_visits_2plus: Yes\n");
	assert_string_equal(reasons("birth_date = 1960-01-01, dx_date = 2026-01-01, "
				    "office_visits_2plus = no", "Core 6", CLAUSE_DENOMINATOR, false),
			    "office_visits_2plus: Yes\n");
}

static int
start(void **state)
{
	f = fixture_new();
	*state = &f;
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(f.arena);
	return 0;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_composite_is_told_by_the_part_that_failed),
	cmocka_unit_test(a_composite_that_is_met_is_told_by_all_its_parts),
	cmocka_unit_test(eligible_is_told_by_the_denominator_of_the_measure_it_names),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, start, end);
}
