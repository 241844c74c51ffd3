/* Why a condition has its value for one chart: the parts that decided it. */
#ifndef CQL_TRACE_H
#define CQL_TRACE_H

#include "cql/eval.h"

/* A relation that decided, and whether it is turned round by a `not` above it. */
struct cql_reason {
	const struct cql_node *relation;
	enum cql_truth value;  /* of the relation itself */
	bool negated;          /* the condition wants it not to be so */
};

/*
 * Calls fn for each relation that made the condition what it is for a chart of
 * a block that was worked out: of an `and` that is not true the parts that are
 * not true, of a true one all, and the other way round for `or`. Definitions
 * are looked into.
 */
void cql_trace(const struct cql_block *block, size_t row, const struct cql_node *condition,
	void (*fn)(void *arg, const struct cql_reason *reason), void *arg);

#endif
