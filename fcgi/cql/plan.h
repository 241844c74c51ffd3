/*
 * A plan: what is to be worked out for a chart, each shared part once, in an
 * order in which everything needed stands before what needs it.
 *
 * A step makes a mask (a truth value for each chart of a block) or a vector (a
 * number for each chart), or hides the answers to a question where the
 * condition to ask it does not hold. Every step that reads a question stands
 * behind the one that hides it, so hidden answers count as not given.
 */
#ifndef CQL_PLAN_H
#define CQL_PLAN_H

#include "base/arena.h"
#include "base/buf.h"
#include "cql/tree.h"
#include "cql/type.h"

enum cql_op {
	STEP_CONSTANT,  /* mask: true if constant is not 0 */
	STEP_CODES,     /* mask: the choice is one of codes (bit 1 + i = choice i, bit 0 = no answer) */
	STEP_ANY,       /* mask: one of the codes is ticked; unknown without an answer */
	STEP_ALL,       /* mask: all of the codes are ticked; unknown without an answer */
	STEP_NULL,      /* mask: the question has no real value */
	STEP_COMPARE,   /* mask: left relation right */
	STEP_AND,       /* mask of masks a, b */
	STEP_OR,
	STEP_NOT,       /* mask of mask a */
	STEP_IS_TRUE,
	STEP_DAYS,      /* vector: days from left to right */
	STEP_YEARS,     /* vector: completed years from left to right */
	STEP_HIDE,      /* empties the question where mask a is not true */
};

enum cql_amount_kind { AMOUNT_CONSTANT, AMOUNT_ELEMENT, AMOUNT_VECTOR, AMOUNT_TODAY };

/* A date or number of each chart. */
struct cql_amount {
	enum cql_amount_kind kind;
	int32_t value; /* the constant, the element or the step of the vector */
};

struct cql_step {
	enum cql_op op;
	enum cql_kind relation;  /* of STEP_COMPARE: CQL_EQUAL ... CQL_GREATER_OR_EQUAL */
	uint64_t codes;
	int32_t element;
	int32_t a, b;            /* steps, both before this one */
	int32_t constant;
	uint32_t null_unknown;   /* of STEP_CODES: no answer makes it unknown */
	struct cql_amount left, right;
};

struct cql_plan {
	struct arena *arena;
	const struct cql_dictionary *dictionary;
	struct cql_node *const *visible; /* when each question is asked; NULL: always */
	struct cql_step *steps;
	size_t count, room;
	int32_t *hidden_by;              /* by element: its mask, or one of the two below */
};

/*
 * An empty plan. `visible` holds, for each question of the dictionary, the
 * checked condition under which it is asked, or NULL; it may be NULL itself.
 * Both, and the trees added, must live as long as the plan.
 */
struct cql_plan *cql_plan_new(struct arena *a, const struct cql_dictionary *dictionary,
	struct cql_node *const *visible);

/*
 * Adds a checked condition; the step whose mask is its value, which is noted
 * in the tree too (a tree belongs to one plan).
 */
int32_t cql_plan_add(struct cql_plan *plan, struct cql_node *condition);

/* What of a plan some conditions need. */
struct cql_selection {
	const int32_t *steps;    /* in their order */
	size_t n_steps;
	const int32_t *elements; /* the questions whose columns they read */
	size_t n_elements;
};

/* The steps that work out `roots`, and the questions they read, hidings included. */
const struct cql_selection *cql_select(struct arena *a, const struct cql_plan *plan,
	const int32_t *roots, size_t n);

/* Adds the hiding of a question; the mask of when it is asked, or -1: always. */
int32_t cql_plan_hide(struct cql_plan *plan, int element);

/*
 * Refuses questions whose conditions ask for each other in a circle: a line in
 * `errors` each, and false. To be called before anything is added.
 */
bool cql_plan_check(const struct cql_dictionary *dictionary, struct cql_node *const *visible,
	struct arena *a, struct buf *errors);

/* Calls fn for each question a condition reads, through definitions too. */
void cql_each_element(const struct cql_node *node, void (*fn)(void *arg, int element), void *arg);

#endif
