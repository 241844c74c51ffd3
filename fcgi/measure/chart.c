/* Which questions a chart is asked, and what is wrong with its answers: see chart.h. */
#include "measure/chart.h"

#include <string.h>

struct answer *
chart_new(struct arena *a, const struct catalogue *cat)
{
	return arena_array(a, cat->n_elements, sizeof(struct answer));
}

void
chart_put_one(const struct element *element, struct answer answer, struct cql_block *block,
	size_t row)
{
	union cql_column column = block->columns[element->index];
	bool given = answer.state == ANSWER_VALUE;

	switch (element->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO:
		column.choice[row] = given ? (uint8_t)(answer.value + 1) : 0;
		break;
	case ELEMENT_MULTIPLE:
		column.multiple[row] = given ? (uint16_t)(answer.value | CQL_TICKED) : 0;
		break;
	case ELEMENT_DATE:
	case ELEMENT_INTEGER:
		column.number[row] = given ? answer.value : CQL_NO_NUMBER;
		break;
	}
}

void
chart_put(const struct catalogue *cat, const struct answer *chart, struct cql_block *block,
	size_t row)
{
	for (size_t i = 0; i < cat->n_elements; i++)
		chart_put_one(&cat->elements[i], chart[i], block, row);
}

static struct cql_block *
block_of_one(const struct catalogue *cat, const struct answer *chart, struct arena *a)
{
	struct cql_block *block = cql_block_new(a, cat->plan, 1);

	cql_block_clear(block, 1);
	chart_put(cat, chart, block, 0);
	return block;
}

const struct cql_block *
chart_work_out(const struct catalogue *cat, const struct answer *chart, int32_t today,
	struct arena *a)
{
	struct cql_block *block = block_of_one(cat, chart, a);

	cql_eval(block, cat->plan->count, today);
	return block;
}

/* What the form asks of the chart and what its rules say, and nothing of the measures. */
static const struct cql_block *
form_of(const struct catalogue *cat, const struct answer *chart, int32_t today, struct arena *a)
{
	struct cql_block *block = block_of_one(cat, chart, a);

	cql_eval_part(block, cat->form_part, today);
	return block;
}

bool
chart_is_asked(const struct catalogue *cat, const struct cql_block *block, size_t row,
	const struct element *element)
{
	int32_t step = cat->asked_steps[element->index];

	return step < 0 || cql_truth_at(block, step, row) == CQL_IS_TRUE_HERE;
}

void
chart_asked(const struct catalogue *cat, const struct answer *chart, module_set modules,
	struct arena *a, bool *asked)
{
	const struct cql_block *block = form_of(cat, chart, 0, a);

	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];

		asked[i] = (e->modules & modules) != 0 && chart_is_asked(cat, block, 0, e);
	}
}

struct answer *
chart_effective(const struct catalogue *cat, const struct answer *chart, struct arena *a)
{
	const struct cql_block *block = form_of(cat, chart, 0, a);
	struct answer *effective = chart_new(a, cat);

	for (size_t i = 0; i < cat->n_elements; i++)
		if (chart_is_asked(cat, block, 0, &cat->elements[i]))
			effective[i] = chart[i];
	return effective;
}

static const char *
unanswered_words(const struct element *element)
{
	switch (element->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO:
		return "Choose an answer";
	case ELEMENT_MULTIPLE:
		return "Tick at least one answer";
	case ELEMENT_DATE:
		return element->not_documented ? "Give the date, or say that it is not documented"
			: "Give the date";
	case ELEMENT_INTEGER:
		return element->not_documented || element->unknown
			? "Give a number, or say that there is none recorded" : "Give a number";
	}
	return "";
}

/* The rules of a question that are broken; `at` is its first rule in cat->rules. */
static size_t
check_rules(const struct catalogue *cat, const struct cql_block *block, size_t row, size_t at,
	const struct element *element, struct finding *findings)
{
	size_t count = 0;

	for (; at < cat->n_rules && cat->rules[at]->element == element->index; at++) {
		const struct rule *rule = cat->rules[at];

		if (cql_truth_at(block, cat->rule_steps[at], row) == CQL_IS_FALSE_HERE)
			findings[count++] = (struct finding){ element,
				rule->hard ? FINDING_HARD : FINDING_SOFT, rule->message, rule };
	}
	return count;
}

size_t
chart_findings(const struct catalogue *cat, const struct cql_block *block, size_t row,
	const struct answer *chart, module_set modules, struct finding *findings)
{
	size_t at = 0, count = 0;

	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];
		bool asked = (e->modules & modules) != 0 && chart_is_asked(cat, block, row, e);

		if (asked && chart[i].state == ANSWER_NONE && !e->system && !e->optional)
			findings[count++] = (struct finding){ e, FINDING_UNANSWERED,
				unanswered_words(e), NULL };
		while (at < cat->n_rules && cat->rules[at]->element < i)
			at++;
		if (asked)
			count += check_rules(cat, block, row, at, e, findings + count);
	}
	return count;
}

const struct cql_selection *
chart_check_steps(const struct catalogue *cat, struct arena *a)
{
	int32_t *roots = arena_array(a, cat->n_elements + cat->n_rules, sizeof *roots);
	size_t n = 0;

	for (size_t i = 0; i < cat->n_elements; i++)
		if (cat->asked_steps[i] >= 0)
			roots[n++] = cat->asked_steps[i];
	for (size_t i = 0; i < cat->n_rules; i++)
		roots[n++] = cat->rule_steps[i];
	return cql_select(a, cat->plan, roots, n);
}

static void
note_element(void *arg, int element)
{
	((bool *)arg)[element] = true;
}

void
chart_rule_reads(const struct rule *rule, bool *read)
{
	cql_each_element(rule->condition, note_element, read);
}

const struct finding *
chart_check(const struct catalogue *cat, const struct answer *chart, module_set modules,
	int32_t today, struct arena *a, size_t *count)
{
	const struct cql_block *block = form_of(cat, chart, today, a);
	struct finding *findings = arena_array(a, cat->n_elements + cat->n_rules, sizeof *findings);

	*count = chart_findings(cat, block, 0, chart, modules, findings);
	return findings;
}
