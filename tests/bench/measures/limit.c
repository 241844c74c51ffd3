/*
 * The pain measures as a C programmer would write them out for these columns, one
 * chart after the other: what any engine is measured against. A choice is 1 + its
 * place in measures/elements.def.
 */
#include "table.h"

#include "base/date.h"

enum { YES = 1, SEVERITY_NONE = 1, MODERATE = 3, SEVERE = 4 };

struct pain_columns {
	const int32_t *birth, *diagnosis;
	const uint8_t *visits;
	const uint8_t *assessed[2], *quantified[2], *severity[2], *plan[2];
	const int32_t *score[2];
};

static const uint8_t *
choices(const struct table *t, const char *id)
{
	return t->columns[catalogue_element(t->cat, id)->index].choice;
}

static const int32_t *
numbers(const struct table *t, const char *id)
{
	return t->columns[catalogue_element(t->cat, id)->index].number;
}

static struct pain_columns
find_columns(const struct table *t)
{
	return (struct pain_columns){
		.birth = numbers(t, "birth_date"), .diagnosis = numbers(t, "dx_date"),
		.visits = choices(t, "office_visits_2plus"),
		.assessed = { choices(t, "pain_assessed_2v"), choices(t, "recent_pain_assessed") },
		.quantified = { choices(t, "pain_quant_2v"), choices(t, "recent_pain_quant") },
		.severity = { choices(t, "pain_severity_2v"), choices(t, "recent_pain_severity") },
		.plan = { choices(t, "pain_plan_2v"), choices(t, "recent_pain_plan") },
		.score = { numbers(t, "pain_score_2v"), numbers(t, "recent_pain_score") },
	};
}

static void
count(struct sums *sums, int measure, bool in, bool met)
{
	sums->met[measure] += in && met;
	sums->not_met[measure] += in && !met;
}

/* Assessed, quantified, planned for and all of them, from `measure` on; whether all hold. */
static bool
count_visit(const struct pain_columns *c, size_t row, int visit, int measure, struct sums *sums)
{
	bool asked = visit == 1 || c->visits[row] == YES;
	bool assessed = asked && c->assessed[visit][row] == YES;
	bool quantified = assessed && c->quantified[visit][row] == YES;
	uint8_t severity = assessed ? c->severity[visit][row] : 0;
	int32_t score = quantified ? c->score[visit][row] : CQL_NO_NUMBER;
	bool strong = severity == MODERATE || severity == SEVERE || score >= 4;
	bool planned = strong && c->plan[visit][row] == YES;
	bool known = quantified || severity == SEVERITY_NONE;
	bool all = assessed && known && (!strong || planned);

	count(sums, measure, true, assessed);
	count(sums, measure + 1, true, known);
	count(sums, measure + 2, strong, planned);
	count(sums, measure + 3, true, all);
	return all;
}

void
limit_pain(const struct table *t, struct sums *sums)
{
	struct pain_columns c = find_columns(t);

	for (size_t row = 0; row < t->rows; row++) {
		bool first, recent;

		if (c.visits[row] != YES || !CQL_IS_NUMBER(c.birth[row])
			|| !CQL_IS_NUMBER(c.diagnosis[row])
			|| date_years_between(c.birth[row], c.diagnosis[row]) < 18)
			continue;
		first = count_visit(&c, row, 0, 0, sums);
		recent = count_visit(&c, row, 1, 4, sums);
		count(sums, 8, true, first && recent);
	}
}
