/* The parts that decided a condition: see trace.h. */
#include "cql/trace.h"

struct trace {
	const struct cql_block *block;
	size_t row;
	void (*fn)(void *arg, const struct cql_reason *reason);
	void *arg;
};

static void follow(const struct trace *t, const struct cql_node *node, bool negated);

static enum cql_truth
value_of(const struct trace *t, const struct cql_node *node)
{
	return cql_truth_at(t->block, node->step, t->row);
}

/* Both parts count where the whole is as the operator's stronger value is not. */
static void
follow_parts(const struct trace *t, const struct cql_node *node, bool negated, bool either)
{
	bool holds = value_of(t, node) == CQL_IS_TRUE_HERE;
	const struct cql_node *parts[2] = { node->left, node->right };

	for (int i = 0; i < 2; i++) {
		bool part = value_of(t, parts[i]) == CQL_IS_TRUE_HERE;

		if (holds != either || part == holds)
			follow(t, parts[i], negated);
	}
}

/* a implies b is false only through a true a and a false b. */
static void
follow_implies(const struct trace *t, const struct cql_node *node, bool negated)
{
	bool left = value_of(t, node->left) == CQL_IS_TRUE_HERE;
	bool right = value_of(t, node->right) == CQL_IS_TRUE_HERE;

	if (!left || !right)
		follow(t, node->left, !negated);
	if (left)
		follow(t, node->right, negated);
}

static void
follow(const struct trace *t, const struct cql_node *node, bool negated)
{
	struct cql_reason reason;

	if (node->kind == CQL_AND || node->kind == CQL_OR) {
		follow_parts(t, node, negated, node->kind == CQL_OR);
	} else if (node->kind == CQL_IMPLIES) {
		follow_implies(t, node, negated);
	} else if (node->kind == CQL_NOT || node->kind == CQL_IS_FALSE) {
		follow(t, node->left, !negated);
	} else if (node->kind == CQL_IS_TRUE || node->kind == CQL_CALL) {
		follow(t, node->left, negated);
	} else if (node->kind == CQL_NAME) {
		follow(t, node->reference->body, negated);
	} else {
		reason = (struct cql_reason){ node, value_of(t, node), negated };
		t->fn(t->arg, &reason);
	}
}

void
cql_trace(const struct cql_block *block, size_t row, const struct cql_node *condition,
	void (*fn)(void *arg, const struct cql_reason *reason), void *arg)
{
	struct trace t = { block, row, fn, arg };

	follow(&t, condition, false);
}
