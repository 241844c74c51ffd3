/* The trace of the evaluator in the words of the form: see explain.h. */
#include "measure/explain.h"

#include "base/date.h"
#include "base/text.h"
#include "cql/trace.h"
#include "measure/outcome.h"
#include "measure/words.h"

enum { MAX_REASONS = 64 };

struct writer {
	const struct catalogue *cat;
	const struct answer *chart; /* effective: hidden answers are gone */
	struct arena *arena;
	struct reason *reasons;
	struct cql_reason *traced;  /* where each reason comes from */
	size_t count;
};

/* Composites come to the same condition by several ways: it is said once. */
static bool
is_said(const struct writer *w, const struct cql_reason *traced)
{
	for (size_t i = 0; i < w->count; i++)
		if (w->traced[i].relation->step == traced->relation->step
			&& w->traced[i].negated == traced->negated)
			return true;
	return false;
}

static const struct element *
element_of(const struct writer *w, const struct cql_node *node)
{
	return node->kind == CQL_NAME && node->element != CQL_NO_ELEMENT
		? &w->cat->elements[node->element] : NULL;
}

static const char *
label_of(struct writer *w, const struct cql_node *node)
{
	const struct element *e = element_of(w, node);

	return e != NULL ? answer_label(e, w->chart[e->index], w->arena)
		: words_amount(w->cat, node, w->arena);
}

static bool
has_day(const struct writer *w, const struct cql_node *node, int32_t *day)
{
	const struct element *e = element_of(w, node);

	*day = e != NULL ? w->chart[e->index].value : node->number;
	return node->kind == CQL_DAY || (e != NULL && w->chart[e->index].state == ANSWER_VALUE);
}

/* The value of a date or number expression, with the dates it comes from. */
static const char *
amount_label(struct writer *w, const struct cql_node *node)
{
	int32_t from, to;

	if (node->kind != CQL_DAYS && node->kind != CQL_YEARS)
		return label_of(w, node);
	if (!has_day(w, node->left, &from) || !has_day(w, node->right, &to))
		return arena_printf(w->arena, "not known (%s to %s)", label_of(w, node->left),
			label_of(w, node->right));
	return arena_printf(w->arena, "%d (%s to %s)",
		node->kind == CQL_DAYS ? (int)(to - from) : date_years_between(from, to),
		label_of(w, node->left), label_of(w, node->right));
}

/* The question a reason belongs to: the last one that an expression reads. */
static const struct element *
asked_by(const struct writer *w, const struct cql_node *node)
{
	const struct element *e = element_of(w, node);

	if (e == NULL && (node->kind == CQL_DAYS || node->kind == CQL_YEARS))
		e = asked_by(w, node->right);
	return e;
}

static void
write_amounts(struct writer *w, const struct cql_node *node, bool negated, struct reason *reason)
{
	reason->element = asked_by(w, node->left);
	reason->question = words_amount(w->cat, node->left, w->arena);
	reason->answer = amount_label(w, node->left);
	reason->wanted = arena_printf(w->arena, "%s%s", words_relation(node->kind, negated),
		amount_label(w, node->right));
}

static void
write_reason(void *arg, const struct cql_reason *traced)
{
	struct writer *w = arg;
	const struct cql_node *node = traced->relation;
	struct reason *reason = &w->reasons[w->count];
	const struct element *e;

	if (w->count == MAX_REASONS || node->kind == CQL_TRUE || node->kind == CQL_FALSE
		|| is_said(w, traced))
		return;
	w->traced[w->count++] = *traced;
	reason->holds = traced->value
		== (traced->negated ? CQL_IS_FALSE_HERE : CQL_IS_TRUE_HERE);
	if (node->element == CQL_NO_ELEMENT) {
		write_amounts(w, node, traced->negated, reason);
		return;
	}
	e = &w->cat->elements[node->element];
	reason->element = e;
	reason->question = e->question;
	reason->answer = answer_label(e, w->chart[e->index], w->arena);
	reason->wanted = words_wanted(w->cat, node, traced->negated, w->arena);
}

struct explainer {
	const struct catalogue *cat;
	const struct answer *chart; /* effective */
	struct cql_block *block;
	struct arena *arena;
};

static void explain_condition(struct explainer *ex, struct writer *w,
	const struct cql_node *node);

/* Why a chart is met or not met in a measure, or is neither: clause by clause. */
static void
explain_eligible(struct explainer *ex, struct writer *w, const struct measure *m)
{
	static const enum clause_kind decides[OUTCOME_KINDS] = {
		[OUTCOME_NOT_IN] = CLAUSE_DENOMINATOR,
		[OUTCOME_EXCLUDED] = CLAUSE_EXCLUSIONS,
		[OUTCOME_NOT_MET] = CLAUSE_DENOMINATOR,
		[OUTCOME_EXCEPTED] = CLAUSE_EXCEPTIONS,
		[OUTCOME_MET] = CLAUSE_DENOMINATOR,
	};

	explain_condition(ex, w, m->clauses[decides[outcome_at(ex->block, m, 0)]].condition);
}

/* The parts that decide a defect-free measure: those not met, or all that are met. */
static void
explain_parts(struct explainer *ex, struct writer *w, const struct cql_node *node,
	enum outcome decides)
{
	const struct measure *part;

	if (node->kind == CQL_OR) {
		explain_parts(ex, w, node->left, decides);
		explain_parts(ex, w, node->right, decides);
		return;
	}
	part = catalogue_measure_of(ex->cat, node->reference);
	if (part != NULL && outcome_at(ex->block, part, 0) == decides)
		explain_condition(ex, w, part->clauses[CLAUSE_NUMERATOR].condition);
}

/*
 * The reasons of a condition. Eligible and DefectFree are told by the measures
 * they name: what they stand for would add ways out that nobody wants, such as
 * not being in a part.
 */
static void
explain_condition(struct explainer *ex, struct writer *w, const struct cql_node *node)
{
	bool holds = cql_truth_at(ex->block, node->step, 0) == CQL_IS_TRUE_HERE;

	if (node->kind == CQL_AND && holds) {
		explain_condition(ex, w, node->left);
		explain_condition(ex, w, node->right);
	} else if (node->kind == CQL_CALL && text_equal(node->text, "Eligible")) {
		explain_eligible(ex, w,
			catalogue_measure_of(ex->cat, node->left->left->reference));
	} else if (node->kind == CQL_CALL) {
		explain_parts(ex, w, node->left->left, holds ? OUTCOME_MET : OUTCOME_NOT_MET);
	} else {
		cql_trace(ex->block, 0, node, write_reason, w);
	}
}

static void
write_clause(struct explainer *ex, const struct clause *clause, struct clause_explained *out)
{
	struct writer w = { .cat = ex->cat, .chart = ex->chart, .arena = ex->arena };

	out->present = clause->condition != NULL;
	if (!out->present)
		return;
	w.reasons = arena_array(ex->arena, MAX_REASONS, sizeof *w.reasons);
	w.traced = arena_array(ex->arena, MAX_REASONS, sizeof *w.traced);
	explain_condition(ex, &w, clause->condition);
	if (w.count == 0) /* a composite of which no part counts */
		cql_trace(ex->block, 0, clause->condition, write_reason, &w);
	out->holds = cql_truth_at(ex->block, clause->condition->step, 0) == CQL_IS_TRUE_HERE;
	out->unknown = cql_truth_at(ex->block, clause->condition->step, 0) == CQL_IS_UNKNOWN;
	out->reasons = w.reasons;
	out->n_reasons = w.count;
}

/* The clauses in the order in which the outcome is found, up to the deciding one. */
static void
mark_asked(struct explanation *x)
{
	for (int kind = 0; kind < CLAUSE_KINDS; kind++) {
		struct clause_explained *c = &x->clauses[kind];
		bool ends = kind == CLAUSE_DENOMINATOR ? !c->holds : c->holds;

		c->asked = c->present;
		if (c->present && ends)
			return;
	}
}

static const char *
why(enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_NOT_IN:
		return "The chart is not in the denominator.";
	case OUTCOME_EXCLUDED:
		return "The chart is in the denominator, and an exclusion holds.";
	case OUTCOME_NOT_MET:
		return "The chart is in the denominator, and the numerator does not hold.";
	case OUTCOME_EXCEPTED:
		return "The numerator does not hold, and an exception does: the chart is not counted.";
	case OUTCOME_MET:
		return "The chart is in the denominator, and the numerator holds.";
	case OUTCOME_KINDS:
		break;
	}
	return "";
}

struct explainer *
explainer_new(const struct catalogue *cat, const struct answer *chart, struct arena *a)
{
	struct explainer *ex = arena_alloc(a, sizeof *ex);

	ex->cat = cat;
	ex->arena = a;
	ex->chart = chart_effective(cat, chart, a);
	ex->block = cql_block_new(a, cat->plan, 1);
	cql_block_clear(ex->block, 1);
	chart_put(cat, chart, ex->block, 0);
	cql_eval(ex->block, cat->measure_steps, 0);
	return ex;
}

enum outcome
explain_outcome(const struct explainer *explainer, const struct measure *measure, bool *unknown)
{
	const struct cql_node *in = measure->clauses[CLAUSE_DENOMINATOR].condition;

	*unknown = in != NULL && cql_truth_at(explainer->block, in->step, 0) == CQL_IS_UNKNOWN;
	return outcome_at(explainer->block, measure, 0);
}

const struct clause_explained *
explain_clause(struct explainer *explainer, const struct measure *measure, enum clause_kind kind)
{
	struct clause_explained *c = arena_alloc(explainer->arena, sizeof *c);

	write_clause(explainer, &measure->clauses[kind], c);
	return c;
}

const struct explanation *
explain_measure(struct explainer *explainer, const struct measure *measure)
{
	struct explanation *x = arena_alloc(explainer->arena, sizeof *x);

	x->measure = measure;
	x->outcome = outcome_at(explainer->block, measure, 0);
	x->why = why(x->outcome);
	for (int kind = 0; kind < CLAUSE_KINDS; kind++)
		write_clause(explainer, &measure->clauses[kind], &x->clauses[kind]);
	mark_asked(x);
	return x;
}

const struct explanation *
chart_explain(const struct catalogue *cat, const struct answer *chart,
	const struct measure *measure, struct arena *a)
{
	return explain_measure(explainer_new(cat, chart, a), measure);
}
