/*
 * A chart: one answer a question, in the order of the catalogue's elements.
 *
 * Answers to hidden questions are kept (a person may change their mind) but
 * count as not given: for the conditions of other questions, for checks and for
 * measures.
 */
#ifndef MEASURE_CHART_H
#define MEASURE_CHART_H

#include "base/arena.h"
#include "base/row.h"
#include "cql/eval.h"
#include "measure/answer.h"
#include "measure/catalogue.h"

/* A chart without answers: cat->n_elements of them. */
struct answer *chart_new(struct arena *a, const struct catalogue *cat);

/* Puts one answer into a row of a question's column. */
void chart_put_one(const struct element *element, struct answer answer, struct cql_block *block,
	size_t row);

/* Puts a chart's answers into a row of a block of cat->plan. */
void chart_put(const struct catalogue *cat, const struct answer *chart, struct cql_block *block,
	size_t row);

/*
 * One chart worked out as a whole: what is asked of it, its rules and its measures, all read
 * from one block of one row. `today` is the day on which it is looked at.
 */
const struct cql_block *chart_work_out(const struct catalogue *cat, const struct answer *chart,
	int32_t today, struct arena *a);

/* Whether a question is asked of chart `row` of a block that was worked out. */
bool chart_is_asked(const struct catalogue *cat, const struct cql_block *block, size_t row,
	const struct element *element);

/*
 * Which questions are asked of this chart: `asked` has cat->n_elements places.
 * `modules` limits it to the questions of these modules; use ~0 for all.
 */
void chart_asked(const struct catalogue *cat, const struct answer *chart, module_set modules,
	struct arena *a, bool *asked);

/* The chart without the answers to questions that are not asked. */
struct answer *chart_effective(const struct catalogue *cat, const struct answer *chart,
	struct arena *a);

enum finding_kind {
	FINDING_HARD,       /* the chart cannot be finished like this */
	FINDING_SOFT,       /* probably a slip; the person may keep it */
	FINDING_UNANSWERED, /* asked, and not answered yet */
};

struct finding {
	const struct element *element; /* beside which the message stands */
	enum finding_kind kind;
	const char *message;           /* for a person */
	const struct rule *rule;       /* that does not hold; NULL: of FINDING_UNANSWERED */
};

/* Which questions a rule reads: sets its places among the cat->n_elements of `read`. */
void chart_rule_reads(const struct rule *rule, bool *read);

/*
 * What is wrong or missing in a chart abstracted for these modules, in form
 * order. `today` is the day on which it is looked at. Findings live as long as
 * the arena. Rules whose answers are missing say nothing.
 */
const struct finding *chart_check(const struct catalogue *cat, const struct answer *chart,
	module_set modules, int32_t today, struct arena *a, size_t *count);

/*
 * The same for row `row` of a block of charts that was worked out: all of it, or
 * the steps of chart_check_steps. `findings` has room for cat->n_elements +
 * cat->n_rules; how many there are.
 */
size_t chart_findings(const struct catalogue *cat, const struct cql_block *block, size_t row,
	const struct answer *chart, module_set modules, struct finding *findings);
const struct cql_selection *chart_check_steps(const struct catalogue *cat, struct arena *a);

/*
 * The packed chart: all answers in the edition's element order, for storing.
 * Only given answers take room. Packed charts can be read with the edition
 * they were written with only; chart_unpack is false if the bytes are no
 * packed chart of this catalogue's shape.
 */
struct bytes chart_pack(const struct catalogue *cat, const struct answer *chart, struct arena *a);
bool chart_unpack(const struct catalogue *cat, struct bytes packed, struct answer *chart);

#endif
