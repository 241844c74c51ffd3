/* Explanations shortened to what an abstractor can act on: see standing.h. */
#include "measure/standing.h"

#include "measure/outcome.h"

/* What all measures of a chart share. */
struct looking {
	const struct answer *chart;
	const bool *asked; /* by element */
	bool finished;     /* no question is open */
	struct arena *a;
};

static bool
is_open(const struct looking *l, const struct element *e)
{
	return e != NULL && !e->system && l->asked[e->index]
		&& l->chart[e->index].state == ANSWER_NONE;
}

/* Notes what holds a clause up: what is open, or also what is not as wanted. How much is open. */
static size_t
note_missing(const struct looking *l, const struct clause_explained *c, bool also_wrong,
	struct standing *s)
{
	size_t open = 0;

	for (size_t i = 0; i < c->n_reasons; i++) {
		const struct reason *r = &c->reasons[i];
		bool is_missing = is_open(l, r->element);

		open += is_missing;
		if (r->holds || !(is_missing || also_wrong)
			|| s->n_missing == STANDING_MISSING_MOST)
			continue;
		s->missing[s->n_missing++] = arena_printf(l->a, "%s %s", r->question,
			is_missing ? "Not answered yet." : arena_printf(l->a, "%s; wanted: %s.",
				r->answer, r->wanted));
	}
	return open;
}

/* Only what a person is told of is explained: most measures need no more than their outcome. */
static void
look_at(const struct looking *l, struct explainer *explainer, struct standing *s)
{
	bool unknown;

	switch (explain_outcome(explainer, s->measure, &unknown)) {
	case OUTCOME_NOT_IN:
		s->kind = unknown && !l->finished ? STANDING_MAY_COUNT : STANDING_OUT;
		if (s->kind == STANDING_MAY_COUNT)
			note_missing(l, explain_clause(explainer, s->measure, CLAUSE_DENOMINATOR),
				false, s);
		break;
	case OUTCOME_NOT_MET:
		s->kind = note_missing(l, explain_clause(explainer, s->measure, CLAUSE_NUMERATOR),
				true, s) > 0
			? STANDING_NOT_YET : STANDING_NOT_MET;
		break;
	case OUTCOME_EXCLUDED:
	case OUTCOME_EXCEPTED:
		s->kind = STANDING_TAKEN_OUT;
		break;
	case OUTCOME_MET:
		s->kind = STANDING_MET;
		break;
	case OUTCOME_KINDS:
		break;
	}
}

static bool
is_finished(const struct looking *l, const struct catalogue *cat, module_set modules)
{
	for (size_t i = 0; i < cat->n_elements; i++)
		if ((cat->elements[i].modules & modules) != 0 && is_open(l, &cat->elements[i]))
			return false;
	return true;
}

const struct standing *
chart_standings(const struct catalogue *cat, const struct answer *chart, module_set modules,
	struct arena *a, size_t *count)
{
	struct explainer *explainer = explainer_new(cat, chart, a);
	bool *asked = arena_array(a, cat->n_elements, sizeof *asked);
	struct standing *all = arena_array(a, cat->n_measures, sizeof *all);
	struct looking l = { .chart = chart, .asked = asked, .a = a };

	chart_asked(cat, chart, modules, a, asked);
	l.finished = is_finished(&l, cat, modules);
	*count = 0;
	for (size_t i = 0; i < cat->n_measures; i++) {
		const struct measure *m = &cat->measures[i];
		struct standing s = { .measure = m };

		if ((module_bit(m->module) & modules) == 0)
			continue;
		look_at(&l, explainer, &s);
		if (s.kind != STANDING_OUT)
			all[(*count)++] = s;
	}
	return all;
}

struct standing_count
chart_standing_count(const struct catalogue *cat, const struct cql_block *block,
	module_set modules)
{
	struct standing_count count = { 0 };

	for (size_t i = 0; i < cat->n_measures; i++) {
		enum outcome outcome;

		if ((module_bit(cat->measures[i].module) & modules) == 0)
			continue;
		outcome = outcome_at(block, &cat->measures[i], 0);
		count.in += outcome == OUTCOME_MET || outcome == OUTCOME_NOT_MET;
		count.met += outcome == OUTCOME_MET;
	}
	return count;
}

const char *
standing_code(enum standing_kind kind)
{
	static const char *const codes[] = {
		[STANDING_OUT] = "out", [STANDING_MAY_COUNT] = "may_count",
		[STANDING_NOT_YET] = "not_yet", [STANDING_NOT_MET] = "not_met",
		[STANDING_TAKEN_OUT] = "taken_out", [STANDING_MET] = "met",
	};

	return codes[kind];
}

const char *
standing_words(enum standing_kind kind)
{
	static const char *const words[] = {
		[STANDING_OUT] = "Does not count", [STANDING_MAY_COUNT] = "May count",
		[STANDING_NOT_YET] = "Not met yet", [STANDING_NOT_MET] = "Not met",
		[STANDING_TAKEN_OUT] = "Taken out", [STANDING_MET] = "Met",
	};

	return words[kind];
}
