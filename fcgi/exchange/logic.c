/* Conditions in two truth values: see logic.h. */
#include "exchange/logic.h"

struct turning {
	struct arena *a;
	const struct catalogue *cat;
	bool told; /* all of it could be said */
};

static struct logic *turn(struct turning *t, const struct cql_node *node, bool wanted);

static struct logic *
make(struct turning *t, enum logic_kind kind, bool is)
{
	struct logic *made = arena_alloc(t->a, sizeof *made);

	made->kind = kind;
	made->is = is;
	return made;
}

/* What cannot be said; the whole is given up. */
static struct logic *
give_up(struct turning *t)
{
	t->told = false;
	return make(t, LOGIC_ALWAYS, false);
}

static struct logic *
both(struct turning *t, bool all, struct logic *one, struct logic *other)
{
	struct logic *made = make(t, all ? LOGIC_ALL : LOGIC_ANY, true);

	one->next = other;
	made->parts = one;
	return made;
}

static struct logic *
given(struct turning *t, const struct element *e, bool is)
{
	struct logic *made = make(t, LOGIC_GIVEN, is);

	made->element = e;
	return made;
}

/* All or any of the codes of a set. */
static struct logic *
codes(struct turning *t, const struct element *e, uint64_t set, bool is, bool all)
{
	struct logic *made = make(t, all ? LOGIC_ALL : LOGIC_ANY, true), *code = NULL;

	if (set == 0)
		return give_up(t);
	for (size_t i = e->n_choices; i-- > 0;) {
		if ((set >> i & 1) == 0)
			continue;
		code = make(t, LOGIC_CODE, is);
		code->element = e;
		code->choice = i;
		code->next = made->parts;
		made->parts = code;
	}
	return made;
}

/* =, !=, ~, !~, in of a single choice: only the first two are unknown without an answer. */
static struct logic *
turn_choice(struct turning *t, const struct cql_node *node, const struct element *e, bool wanted)
{
	bool is = node->kind == CQL_EQUAL || node->kind == CQL_EQUIVALENT || node->kind == CQL_IN;
	bool null_counts = node->kind != CQL_EQUAL && node->kind != CQL_NOT_EQUAL;

	if (is == wanted)
		return codes(t, e, node->codes, true, false);
	if (null_counts)
		return codes(t, e, node->codes, false, true);
	return both(t, true, given(t, e, true), codes(t, e, node->codes, false, true));
}

static struct logic *
turn_ticks(struct turning *t, const struct cql_node *node, const struct element *e, bool wanted)
{
	bool all = node->kind == CQL_INCLUDES;
	struct logic *ticks = codes(t, e, node->codes, wanted, all == wanted);

	return all && !wanted ? both(t, true, given(t, e, true), ticks) : ticks;
}

/* A date or number: a question's or a constant; anything worked out cannot be said. */
static struct logic_amount
amount(struct turning *t, const struct cql_node *node)
{
	if (node->kind == CQL_NAME && node->element >= 0)
		return (struct logic_amount){ &t->cat->elements[node->element], 0, false };
	if (node->kind != CQL_NUMBER && node->kind != CQL_DAY)
		t->told = false;
	return (struct logic_amount){ NULL, node->number, node->kind == CQL_DAY };
}

static const struct {
	enum cql_kind kind, opposite;
	const char *sign;
} relations[] = {
	{ CQL_EQUAL, CQL_NOT_EQUAL, "=" },     { CQL_NOT_EQUAL, CQL_EQUAL, NULL },
	{ CQL_LESS, CQL_GREATER_OR_EQUAL, "<" }, { CQL_LESS_OR_EQUAL, CQL_GREATER, "<=" },
	{ CQL_GREATER, CQL_LESS_OR_EQUAL, ">" }, { CQL_GREATER_OR_EQUAL, CQL_LESS, ">=" },
};

const char *
logic_sign(enum cql_kind relation, const char *unequal)
{
	for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
		if (relations[i].kind == relation && relations[i].sign != NULL)
			return relations[i].sign;
	return unequal;
}

static struct logic *
turn_relation(struct turning *t, const struct cql_node *node, bool wanted)
{
	struct logic *made = make(t, LOGIC_COMPARE, true);

	made->left = amount(t, node->left);
	made->right = amount(t, node->right);
	for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
		if (relations[i].kind == node->kind) {
			made->relation = wanted ? node->kind : relations[i].opposite;
			return made;
		}
	return give_up(t);
}

/* What stands on a question and codes. */
static struct logic *
turn_codes(struct turning *t, const struct cql_node *node, const struct element *e, bool wanted)
{
	if (e->type == ELEMENT_MULTIPLE)
		return turn_ticks(t, node, e, wanted);
	if (e->type == ELEMENT_SINGLE || e->type == ELEMENT_YES_NO)
		return turn_choice(t, node, e, wanted);
	return give_up(t); /* a number in a list */
}

/* A condition that stands on no others. */
static struct logic *
turn_leaf(struct turning *t, const struct cql_node *node, bool wanted)
{
	if (node->kind == CQL_IS_NULL && node->left->element >= 0)
		return given(t, &t->cat->elements[node->left->element], !wanted);
	if (node->codes != 0 && node->element >= 0)
		return turn_codes(t, node, &t->cat->elements[node->element], wanted);
	if (node->left != NULL && node->right != NULL)
		return turn_relation(t, node, wanted);
	return give_up(t);
}

static struct logic *
turn(struct turning *t, const struct cql_node *node, bool wanted)
{
	switch ((int)node->kind) {
	case CQL_TRUE:
	case CQL_FALSE: return make(t, LOGIC_ALWAYS, (node->kind == CQL_TRUE) == wanted);
	case CQL_NOT: return turn(t, node->left, !wanted);
	case CQL_AND:
	case CQL_OR:
		return both(t, (node->kind == CQL_AND) == wanted, turn(t, node->left, wanted),
			    turn(t, node->right, wanted));
	case CQL_IMPLIES:
		return both(t, !wanted, turn(t, node->left, !wanted),
			    turn(t, node->right, wanted));
	case CQL_NAME:
		return node->reference == NULL ? give_up(t)
					       : turn(t, node->reference->body, wanted);
	case CQL_IS_TRUE:
	case CQL_IS_FALSE:
		t->told = t->told && wanted; /* what is not true may be unknown */
		return turn(t, node->left, node->kind == CQL_IS_TRUE);
	default: return turn_leaf(t, node, wanted);
	}
}

const struct logic *
logic_of(struct arena *a, const struct catalogue *cat, const struct cql_node *condition)
{
	struct turning t = { a, cat, true };
	const struct logic *made = turn(&t, condition, true);

	return t.told ? made : NULL;
}
