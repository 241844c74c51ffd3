/* What conditions ask for, in the words of the form: see words.h. */
#include "measure/words.h"

#include "base/text.h"

static const struct element *
element_of(const struct catalogue *cat, const struct cql_node *node)
{
	return node->kind == CQL_NAME && node->element != CQL_NO_ELEMENT
		? &cat->elements[node->element] : NULL;
}

static bool
is_choice(const struct element *e)
{
	return e->type == ELEMENT_SINGLE || e->type == ELEMENT_YES_NO;
}

/* Labels of a set of choices with `word` between: "Moderate or Severe". */
static const char *
labels(const struct element *e, uint64_t codes, const char *word, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < e->n_choices; i++)
		if ((codes >> i & 1) != 0)
			text = arena_printf(a, "%s%s%s", text, text_is_empty(text) ? "" : word,
				e->choices[i].label);
	return text;
}

/* What a relation with codes asks for. */
static const char *
wanted_codes(const struct element *e, const struct cql_node *node, bool negated, struct arena *a)
{
	if (node->kind == CQL_NOT_EQUAL || node->kind == CQL_NOT_EQUIVALENT)
		negated = !negated;
	if (node->kind == CQL_INCLUDES)
		return arena_printf(a, negated ? "not all of: %s" : "%s",
			labels(e, node->codes, " and ", a));
	return arena_printf(a, negated ? "anything but %s" : "%s",
		labels(e, node->codes, " or ", a));
}

static const char *
wanted_numbers(const struct cql_node *node, bool negated, struct arena *a)
{
	const char *text = negated ? "none of" : "one of";

	for (const struct cql_node *item = node->right->left; item != NULL; item = item->next)
		text = arena_printf(a, "%s %d", text, (int)item->number);
	return text;
}

const char *
words_relation(enum cql_kind kind, bool negated)
{
	static const struct { enum cql_kind kind; const char *plain, *negated; } words[] = {
		{ CQL_EQUAL, "", "not " }, { CQL_NOT_EQUAL, "not ", "" },
		{ CQL_LESS, "less than ", "at least " }, { CQL_LESS_OR_EQUAL, "at most ", "more than " },
		{ CQL_GREATER, "more than ", "at most " },
		{ CQL_GREATER_OR_EQUAL, "at least ", "less than " },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i].kind == kind)
			return negated ? words[i].negated : words[i].plain;
	return "";
}

const char *
words_amount(const struct catalogue *cat, const struct cql_node *node, struct arena *a)
{
	const struct element *e = element_of(cat, node);

	if (e != NULL)
		return e->question;
	if (node->kind == CQL_DAYS || node->kind == CQL_YEARS)
		return arena_printf(a, "%s from “%s” to “%s”",
			node->kind == CQL_DAYS ? "Days" : "Completed years",
			words_amount(cat, node->left, a), words_amount(cat, node->right, a));
	if (node->kind == CQL_TODAY)
		return "today";
	return node->kind == CQL_DAY ? node->text : arena_printf(a, "%d", (int)node->number);
}

/* Whether a relation stands between dates or numbers, not on one question's answer. */
static bool
compares(const struct cql_node *relation)
{
	return relation->element == CQL_NO_ELEMENT;
}

const char *
words_question(const struct catalogue *cat, const struct cql_node *relation, struct arena *a)
{
	if (compares(relation))
		return words_amount(cat, relation->left, a);
	return cat->elements[relation->element].question;
}

const char *
words_wanted(const struct catalogue *cat, const struct cql_node *relation, bool negated,
	struct arena *a)
{
	const struct element *e;

	if (compares(relation)) {
		e = element_of(cat, relation->right);
		return arena_printf(a, e != NULL ? "%s“%s”" : "%s%s",
			words_relation(relation->kind, negated),
			words_amount(cat, relation->right, a));
	}
	e = &cat->elements[relation->element];
	if (relation->kind == CQL_IS_NULL)
		return negated ? "a recorded value" : "no recorded value";
	if (relation->kind == CQL_IN && !is_choice(e))
		return wanted_numbers(relation, negated, a);
	return wanted_codes(e, relation, negated, a);
}
