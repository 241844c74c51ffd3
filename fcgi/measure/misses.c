/* Charts that did not meet a measure, by their reasons: see misses.h. */
#include "measure/misses.h"

#include <stdlib.h>

#include "base/text.h"

/* A group while it grows. */
struct growing {
	struct miss miss;
	const struct clause_explained **why; /* by chart of the group */
	size_t first;                        /* the place of its first chart */
};

enum outcome
misses_outcome(const struct measure *measure)
{
	return measure->lower_is_better ? OUTCOME_MET : OUTCOME_NOT_MET;
}

/* A day, a number or days between two days, which differ from chart to chart: known or not. */
enum amount { AMOUNT_NONE, AMOUNT_KNOWN, AMOUNT_UNKNOWN };

static enum amount
amount_of(const struct reason *r)
{
	if (r->element == NULL ||
	    (r->element->type != ELEMENT_DATE && r->element->type != ELEMENT_INTEGER))
		return AMOUNT_NONE;
	if (text_starts(r->answer, "not known"))
		return AMOUNT_UNKNOWN;
	return r->answer[0] >= '0' && r->answer[0] <= '9' ? AMOUNT_KNOWN : AMOUNT_NONE;
}

/* The same question with the same answer; of amounts whatever they are. */
static bool
same_reason(const struct reason *a, const struct reason *b)
{
	if (!text_equal(a->question, b->question) || amount_of(a) != amount_of(b))
		return false;
	return amount_of(a) != AMOUNT_NONE ||
	       (text_equal(a->answer, b->answer) && text_equal(a->wanted, b->wanted));
}

static bool
same_why(const struct clause_explained *a, const struct clause_explained *b)
{
	if (a->n_reasons != b->n_reasons)
		return false;
	for (size_t i = 0; i < a->n_reasons; i++)
		if (!same_reason(&a->reasons[i], &b->reasons[i]))
			return false;
	return true;
}

/* The group of such a reason; a new one behind the others if there is none. */
static struct growing *
group_of(struct growing *groups, size_t *n, const struct clause_explained *why)
{
	for (size_t i = 0; i < *n; i++)
		if (same_why(groups[i].why[0], why))
			return &groups[i];
	return &groups[(*n)++];
}

/* Where a group's charts differ in a reason, it is told chart by chart. */
static void
tell_apart(struct growing *g, struct reason *shared, size_t at, struct arena *a)
{
	bool answers = false, wanted = false;

	for (size_t i = 1; i < g->miss.n_charts; i++) {
		answers |= !text_equal(g->why[i]->reasons[at].answer, shared->answer);
		wanted |= !text_equal(g->why[i]->reasons[at].wanted, shared->wanted);
	}
	for (size_t i = 0; i < g->miss.n_charts && (answers || wanted); i++) {
		const struct reason *r = &g->why[i]->reasons[at];
		struct miss_chart *c = &g->miss.charts[i];

		c->detail = arena_printf(a, "%s%s%s%s", c->detail == NULL ? "" : c->detail,
			c->detail == NULL ? "" : "; ", r->answer,
			wanted ? arena_printf(a, ", wanted %s", r->wanted) : "");
	}
	if (answers || wanted)
		shared->answer = NULL;
	if (wanted)
		shared->wanted = NULL;
}

static void
finish(struct growing *g, struct arena *a)
{
	const struct clause_explained *first = g->why[0];
	struct reason *shared = arena_array(a, first->n_reasons, sizeof *shared);

	for (size_t i = 0; i < first->n_reasons; i++) {
		shared[i] = first->reasons[i];
		tell_apart(g, &shared[i], i, a);
	}
	g->miss.reasons = shared;
	g->miss.n_reasons = first->n_reasons;
}

static int
larger_first(const void *left, const void *right)
{
	const struct growing *a = left, *b = right;

	if (a->miss.n_charts != b->miss.n_charts)
		return a->miss.n_charts > b->miss.n_charts ? -1 : 1;
	return (a->first > b->first) - (a->first < b->first);
}

const struct miss *
misses_of(const struct catalogue *cat, const struct measure *measure,
	const struct answer *const *charts, size_t n, struct arena *a, size_t *n_misses)
{
	struct growing *groups = arena_array(a, n, sizeof *groups);
	struct miss *out;

	*n_misses = 0;
	for (size_t i = 0; i < n; i++) {
		const struct clause_explained *why = explain_clause(
			explainer_new(cat, charts[i], a), measure, CLAUSE_NUMERATOR);
		struct growing *g = group_of(groups, n_misses, why);

		if (g->why == NULL) {
			g->why = arena_array(a, n - i, sizeof *g->why);
			g->miss.charts = arena_array(a, n - i, sizeof *g->miss.charts);
			g->first = i;
		}
		g->why[g->miss.n_charts] = why;
		g->miss.charts[g->miss.n_charts++].chart = i;
	}
	for (size_t i = 0; i < *n_misses; i++)
		finish(&groups[i], a);
	qsort(groups, *n_misses, sizeof *groups, larger_first);
	out = arena_array(a, *n_misses, sizeof *out);
	for (size_t i = 0; i < *n_misses; i++)
		out[i] = groups[i].miss;
	return out;
}
