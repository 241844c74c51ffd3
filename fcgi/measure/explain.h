/*
 * Why a chart has its outcome: clause by clause, with the answers that decided,
 * in the words of the form.
 */
#ifndef MEASURE_EXPLAIN_H
#define MEASURE_EXPLAIN_H

#include "cql/eval.h"
#include "measure/outcome.h"

/* One answer that decided a clause. */
struct reason {
	const struct element *element; /* asked; of a comparison the question at its left */
	const char *question;          /* "Is there a plan for that pain?", "Days from ... to ..." */
	const char *answer;            /* "No", "40 (2026-01-01 to 2026-02-10)", "Not answered" */
	const char *wanted;            /* what the condition asks for: "Yes", "at most 31" */
	bool holds;                    /* the answer is as the condition asks */
};

struct clause_explained {
	bool present;          /* the measure has this clause */
	bool asked;            /* the outcome depended on it: clauses behind the deciding one are not asked */
	bool holds;
	bool unknown;          /* answers are missing that decide it */
	const struct reason *reasons;
	size_t n_reasons;
};

struct explanation {
	const struct measure *measure;
	enum outcome outcome;
	const char *why;       /* one sentence: "In the measure, and the numerator holds." */
	struct clause_explained clauses[CLAUSE_KINDS];
};

/*
 * A chart worked out once, to explain any of its measures. It and what it gives
 * live as long as the arena; catalogue and chart must live as long.
 */
struct explainer;
struct explainer *explainer_new(const struct catalogue *cat, const struct answer *chart,
	struct arena *a);
const struct explanation *explain_measure(struct explainer *explainer,
	const struct measure *measure);

/* The outcome alone. *unknown: answers are missing that decide whether the chart is in it. */
enum outcome explain_outcome(const struct explainer *explainer, const struct measure *measure,
	bool *unknown);

/* One clause alone, whatever the outcome depended on. */
const struct clause_explained *explain_clause(struct explainer *explainer,
	const struct measure *measure, enum clause_kind kind);

/* The same for one measure only. */
const struct explanation *chart_explain(const struct catalogue *cat, const struct answer *chart,
	const struct measure *measure, struct arena *a);

#endif
