/*
 * Conditions as outlines: see words.h.
 *
 * A `not` is carried inwards to the relations, where "not Yes" can be said as
 * "anything but Yes"; it stays as a heading before names and before `is true`,
 * which holds for what is not known as well.
 */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "measure/words.h"

struct outliner {
	const struct catalogue *cat;
	struct arena *arena;
};

static struct words *outline(struct outliner *o, const struct cql_node *node, bool negated);

static struct words *
heading(struct outliner *o, const char *text, struct words *parts)
{
	struct words *words = arena_alloc(o->arena, sizeof *words);

	words->text = text;
	words->parts = parts;
	return words;
}

/* Whether no answer makes a relation true that is turned round, or already says "not". */
static bool
takes_no_answer(const struct cql_node *node, bool negated)
{
	switch ((int)node->kind) {
	case CQL_NOT_EQUIVALENT:
		return !negated;
	case CQL_EQUIVALENT:
	case CQL_IN:
	case CQL_CONTAINS:
	case CQL_EXISTS:
		return negated;
	default:
		return false;
	}
}

static struct words *
leaf(struct outliner *o, const struct cql_node *node, bool negated)
{
	struct words *words = heading(o, words_question(o->cat, node, o->arena), NULL);

	words->wanted = words_wanted(o->cat, node, negated, o->arena);
	if (takes_no_answer(node, negated))
		words->wanted = arena_printf(o->arena, "%s, or no answer", words->wanted);
	return words;
}

/* Adds the parts of a chain of the same joint ("a and b and c") behind `last`. */
static struct words **
add_parts(struct outliner *o, const struct cql_node *node, enum cql_kind joint, bool negated,
	struct words **last)
{
	if (node->kind == joint) {
		last = add_parts(o, node->left, joint, negated, last);
		return add_parts(o, node->right, joint, negated, last);
	}
	*last = outline(o, node, negated);
	return &(*last)->next;
}

static struct words *
joined(struct outliner *o, const struct cql_node *node, bool negated)
{
	bool all = (node->kind == CQL_AND) != negated;
	struct words *parts = NULL, **last = &parts;

	if (node->kind == CQL_IMPLIES) {
		*last = outline(o, node->left, !negated);
		(*last)->next = outline(o, node->right, negated);
	} else {
		add_parts(o, node, node->kind, negated, last);
	}
	return heading(o, all ? "All of these" : "Any of these", parts);
}

/* The numbers of the measures met in a chain of "M Met" or "N Met". */
static const char *
numbers(struct outliner *o, const struct cql_node *node)
{
	if (node->kind == CQL_OR)
		return arena_printf(o->arena, "%s, %s", numbers(o, node->left),
			numbers(o, node->right));
	return arena_strn(o->arena, node->text, strlen(node->text) - strlen(" Met"));
}

static struct words *
called(struct outliner *o, const struct cql_node *node, bool negated)
{
	const struct cql_node *stands_for = node->left;
	const char *text;

	if (text_equal(node->text, "Eligible"))
		text = arena_printf(o->arena, "The chart is met or not met in %s",
			numbers(o, stands_for->left));
	else
		text = arena_printf(o->arena, "Of %s at least one is met, and none is not met",
			numbers(o, stands_for->left));
	return heading(o, negated ? arena_printf(o->arena, "Not so: %s", text) : text, NULL);
}

/* A definition by its name, with what it says below; an outcome of a measure by name alone. */
static struct words *
named(struct outliner *o, const struct cql_node *node, bool negated)
{
	const char *text = arena_printf(o->arena, negated ? "Not “%s”" : "“%s”", node->text);
	struct words *body;
	char *joint;

	if (catalogue_measure_of(o->cat, node->reference) != NULL)
		return heading(o, text, NULL);
	body = outline(o, node->reference->body, false);
	if (body->parts == NULL || !isupper((unsigned char)body->text[0]))
		return heading(o, text, body);
	joint = arena_str(o->arena, body->text); /* "All of these" on the same line */
	joint[0] = (char)tolower((unsigned char)joint[0]);
	return heading(o, arena_printf(o->arena, "%s, that is, %s", text, joint), body->parts);
}

static struct words *
outline(struct outliner *o, const struct cql_node *node, bool negated)
{
	switch ((int)node->kind) {
	case CQL_TRUE:
	case CQL_FALSE:
		return heading(o, (node->kind == CQL_TRUE) != negated ? "Always" : "Never", NULL);
	case CQL_AND:
	case CQL_OR:
	case CQL_IMPLIES:
		return joined(o, node, negated);
	case CQL_NOT:
		return outline(o, node->left, !negated);
	case CQL_IS_TRUE:
		return negated ? heading(o, "Unless", outline(o, node->left, false))
			: outline(o, node->left, false);
	case CQL_IS_FALSE:
		return negated ? heading(o, "Unless", outline(o, node->left, true))
			: outline(o, node->left, true);
	case CQL_NAME:
		return named(o, node, negated);
	case CQL_CALL:
		return called(o, node, negated);
	default:
		return leaf(o, node, negated);
	}
}

const struct words *
words_outline(const struct catalogue *cat, const struct cql_node *condition, struct arena *a)
{
	struct outliner o = { cat, a };

	return outline(&o, condition, false);
}
