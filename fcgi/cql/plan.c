/* Trees to steps: see plan.h. Equal steps are made once. */
#include "cql/plan.h"

#include <string.h>

#include "base/fault.h"
#include "cql/lex.h"

enum { FIRST_ROOM = 256, NOT_HIDDEN = -1, NOT_ADDED = -2 };

static int32_t add(struct cql_plan *plan, struct cql_node *node);

struct cql_plan *
cql_plan_new(struct arena *a, const struct cql_dictionary *dictionary,
	struct cql_node *const *visible)
{
	struct cql_plan *plan = arena_alloc(a, sizeof *plan);

	plan->arena = a;
	plan->dictionary = dictionary;
	plan->visible = visible;
	plan->room = FIRST_ROOM;
	plan->steps = arena_array(a, plan->room, sizeof *plan->steps);
	plan->hidden_by = arena_array(a, dictionary->count, sizeof *plan->hidden_by);
	for (size_t i = 0; i < dictionary->count; i++)
		plan->hidden_by[i] = NOT_ADDED;
	return plan;
}

static bool
steps_equal(const struct cql_step *one, const struct cql_step *other)
{
	return one->op == other->op && one->relation == other->relation
		&& one->codes == other->codes && one->element == other->element
		&& one->a == other->a && one->b == other->b && one->constant == other->constant
		&& one->null_unknown == other->null_unknown
		&& one->left.kind == other->left.kind && one->left.value == other->left.value
		&& one->right.kind == other->right.kind && one->right.value == other->right.value;
}

/* The number of a step like this one, made if there is none. */
static int32_t
step_number(struct cql_plan *plan, struct cql_step step)
{
	for (size_t i = 0; i < plan->count; i++)
		if (steps_equal(&plan->steps[i], &step))
			return (int32_t)i;
	if (plan->count == plan->room) {
		struct cql_step *more = arena_array(plan->arena, plan->room * 2, sizeof *more);

		memcpy(more, plan->steps, plan->count * sizeof *more);
		plan->steps = more;
		plan->room *= 2;
	}
	plan->steps[plan->count] = step;
	return (int32_t)plan->count++;
}

int32_t
cql_plan_hide(struct cql_plan *plan, int element)
{
	struct cql_step hide = { .op = STEP_HIDE, .element = element };

	if (plan->hidden_by[element] != NOT_ADDED)
		return plan->hidden_by[element];
	plan->hidden_by[element] = NOT_HIDDEN;
	if (plan->visible == NULL || plan->visible[element] == NULL)
		return NOT_HIDDEN;
	hide.a = add(plan, plan->visible[element]);
	step_number(plan, hide);
	plan->hidden_by[element] = hide.a;
	return hide.a;
}

static int32_t
add_one(struct cql_plan *plan, enum cql_op op, int32_t a)
{
	return step_number(plan, (struct cql_step){ .op = op, .a = a });
}

/* And and or are the same both ways round: the smaller number goes first. */
static int32_t
add_two(struct cql_plan *plan, enum cql_op op, int32_t a, int32_t b)
{
	if (a == b)
		return a;
	return step_number(plan,
		(struct cql_step){ .op = op, .a = a < b ? a : b, .b = a < b ? b : a });
}

static struct cql_amount
add_amount(struct cql_plan *plan, const struct cql_node *node)
{
	struct cql_step step = { .op = node->kind == CQL_DAYS ? STEP_DAYS : STEP_YEARS };

	if (node->kind == CQL_NUMBER || node->kind == CQL_DAY)
		return (struct cql_amount){ AMOUNT_CONSTANT, node->number };
	if (node->kind == CQL_TODAY)
		return (struct cql_amount){ AMOUNT_TODAY, 0 };
	if (node->kind == CQL_NAME) {
		cql_plan_hide(plan, node->element);
		return (struct cql_amount){ AMOUNT_ELEMENT, node->element };
	}
	must(node->kind == CQL_DAYS || node->kind == CQL_YEARS);
	step.left = add_amount(plan, node->left);
	step.right = add_amount(plan, node->right);
	return (struct cql_amount){ AMOUNT_VECTOR, step_number(plan, step) };
}

static int32_t
add_compare(struct cql_plan *plan, enum cql_kind relation, struct cql_amount left,
	struct cql_amount right)
{
	return step_number(plan, (struct cql_step){ .op = STEP_COMPARE, .relation = relation,
		.left = left, .right = right });
}

/* number in { 10, 20 }: one comparison an item; false without a number. */
static int32_t
add_numbers(struct cql_plan *plan, const struct cql_node *node)
{
	struct cql_amount left = add_amount(plan, node->left);
	int32_t any = -1;

	for (const struct cql_node *item = node->right->left; item != NULL; item = item->next) {
		int32_t one = add_compare(plan, CQL_EQUAL, left,
			(struct cql_amount){ AMOUNT_CONSTANT, item->number });

		any = any < 0 ? one : add_two(plan, STEP_OR, any, one);
	}
	return add_one(plan, STEP_IS_TRUE, any);
}

/* A relation of a single choice with codes: which choices make it true. */
static int32_t
add_codes(struct cql_plan *plan, const struct cql_node *node)
{
	size_t n_codes = plan->dictionary->elements[node->element].n_codes;
	uint64_t all = ((UINT64_C(1) << n_codes) - 1) << 1;
	struct cql_step step = { .op = STEP_CODES, .element = node->element };

	cql_plan_hide(plan, node->element);
	step.codes = node->codes << 1;
	step.null_unknown = node->kind == CQL_EQUAL || node->kind == CQL_NOT_EQUAL;
	if (node->kind == CQL_NOT_EQUAL)
		step.codes = all & ~step.codes;
	if (node->kind == CQL_NOT_EQUIVALENT)
		step.codes = (all & ~step.codes) | 1;
	return step_number(plan, step);
}

/* contains and exists are false without an answer, includes is unknown. */
static int32_t
add_multiple(struct cql_plan *plan, const struct cql_node *node)
{
	struct cql_step step = { .element = node->element, .codes = node->codes };
	int32_t mask;

	cql_plan_hide(plan, node->element);
	step.op = node->kind == CQL_INCLUDES ? STEP_ALL : STEP_ANY;
	mask = step_number(plan, step);
	return node->kind == CQL_INCLUDES ? mask : add_one(plan, STEP_IS_TRUE, mask);
}

static int32_t
add_null(struct cql_plan *plan, const struct cql_node *node)
{
	cql_plan_hide(plan, node->element);
	return step_number(plan, (struct cql_step){ .op = STEP_NULL, .element = node->element });
}

static bool
is_choice(const struct cql_plan *plan, const struct cql_node *node)
{
	return node->element != CQL_NO_ELEMENT
		&& plan->dictionary->elements[node->element].type == CQL_CHOICE_TYPE;
}

static int32_t
add_relation(struct cql_plan *plan, const struct cql_node *node)
{
	struct cql_amount left, right;

	if (is_choice(plan, node))
		return add_codes(plan, node);
	if (node->kind == CQL_IN)
		return add_numbers(plan, node);
	left = add_amount(plan, node->left);
	right = add_amount(plan, node->right);
	return add_compare(plan, node->kind, left, right);
}

/* The mask of a condition, whose parts are added before it. */
static int32_t
add_condition(struct cql_plan *plan, struct cql_node *node)
{
	int32_t a;

	switch (node->kind) {
	case CQL_TRUE:
	case CQL_FALSE:
		return step_number(plan, (struct cql_step){ .op = STEP_CONSTANT,
			.constant = node->kind == CQL_TRUE });
	case CQL_AND:
	case CQL_OR:
		a = add(plan, node->left);
		return add_two(plan, node->kind == CQL_AND ? STEP_AND : STEP_OR, a,
			add(plan, node->right));
	case CQL_IMPLIES:
		a = add_one(plan, STEP_NOT, add(plan, node->left));
		return add_two(plan, STEP_OR, a, add(plan, node->right));
	case CQL_NOT:
		return add_one(plan, STEP_NOT, add(plan, node->left));
	case CQL_IS_TRUE:
		return add_one(plan, STEP_IS_TRUE, add(plan, node->left));
	case CQL_IS_FALSE:
		a = add_one(plan, STEP_NOT, add(plan, node->left));
		return add_one(plan, STEP_IS_TRUE, a);
	case CQL_IS_NULL:
		return add_null(plan, node);
	case CQL_CONTAINS:
	case CQL_INCLUDES:
	case CQL_EXISTS:
		return add_multiple(plan, node);
	case CQL_NAME:
		must(node->reference != NULL);
		return add(plan, node->reference->body);
	case CQL_CALL:
		return add(plan, node->left);
	case CQL_EQUAL:
	case CQL_NOT_EQUAL:
	case CQL_EQUIVALENT:
	case CQL_NOT_EQUIVALENT:
	case CQL_LESS:
	case CQL_LESS_OR_EQUAL:
	case CQL_GREATER:
	case CQL_GREATER_OR_EQUAL:
	case CQL_IN:
		return add_relation(plan, node);
	case CQL_TEXT:
	case CQL_NUMBER:
	case CQL_DAY:
	case CQL_LIST:
	case CQL_TODAY:
	case CQL_DAYS:
	case CQL_YEARS:
	case CQL_INTERSECT:
		break;
	}
	fault("a condition of kind %d in a checked tree", (int)node->kind);
}

static int32_t
add(struct cql_plan *plan, struct cql_node *node)
{
	node->step = add_condition(plan, node);
	return node->step;
}

int32_t
cql_plan_add(struct cql_plan *plan, struct cql_node *condition)
{
	return add(plan, condition);
}

/* What is needed, by step and by element, while a selection is made. */
struct need {
	bool *steps, *elements;
};

static void
need_amount(struct need *need, struct cql_amount amount)
{
	if (amount.kind == AMOUNT_VECTOR)
		need->steps[amount.value] = true;
	else if (amount.kind == AMOUNT_ELEMENT)
		need->elements[amount.value] = true;
}

/* What a step that is needed needs itself. */
static void
need_inputs(struct need *need, const struct cql_step *step)
{
	switch (step->op) {
	case STEP_CONSTANT:
		return;
	case STEP_CODES:
	case STEP_ANY:
	case STEP_ALL:
	case STEP_NULL:
		need->elements[step->element] = true;
		return;
	case STEP_COMPARE:
	case STEP_DAYS:
	case STEP_YEARS:
		need_amount(need, step->left);
		need_amount(need, step->right);
		return;
	case STEP_AND:
	case STEP_OR:
		need->steps[step->b] = true;
		need->steps[step->a] = true;
		return;
	case STEP_NOT:
	case STEP_IS_TRUE:
	case STEP_HIDE:
		need->steps[step->a] = true;
		return;
	}
}

static const int32_t *
numbers_of(struct arena *a, const bool *set, size_t size, size_t *count)
{
	int32_t *numbers = arena_array(a, size, sizeof *numbers);

	*count = 0;
	for (size_t i = 0; i < size; i++)
		if (set[i])
			numbers[(*count)++] = (int32_t)i;
	return numbers;
}

/* From the last step to the first: each stands behind what it needs. */
const struct cql_selection *
cql_select(struct arena *a, const struct cql_plan *plan, const int32_t *roots, size_t n)
{
	struct cql_selection *part = arena_alloc(a, sizeof *part);
	struct need need;

	need.steps = arena_array(a, plan->count, sizeof *need.steps);
	need.elements = arena_array(a, plan->dictionary->count, sizeof *need.elements);
	for (size_t i = 0; i < n; i++)
		need.steps[roots[i]] = true;
	for (size_t i = plan->count; i-- > 0;) {
		const struct cql_step *step = &plan->steps[i];

		if (step->op == STEP_HIDE && need.elements[step->element])
			need.steps[i] = true;
		if (need.steps[i])
			need_inputs(&need, step);
	}
	part->steps = numbers_of(a, need.steps, plan->count, &part->n_steps);
	part->elements = numbers_of(a, need.elements, plan->dictionary->count, &part->n_elements);
	return part;
}

void
cql_each_element(const struct cql_node *node, void (*fn)(void *arg, int element), void *arg)
{
	if (node == NULL)
		return;
	if (node->kind == CQL_NAME && node->element != CQL_NO_ELEMENT)
		fn(arg, node->element);
	if (node->reference != NULL)
		cql_each_element(node->reference->body, fn, arg);
	cql_each_element(node->left, fn, arg);
	cql_each_element(node->right, fn, arg);
	cql_each_element(node->next, fn, arg);
}

enum mark { UNSEEN, OPEN, DONE };

struct circle {
	const struct cql_dictionary *dictionary;
	struct cql_node *const *visible;
	struct buf *errors;
	enum mark *marks;
	bool wrong;
};

static void
look_for_circle(void *arg, int element)
{
	struct circle *c = arg;

	if (c->marks[element] == DONE || c->visible[element] == NULL)
		return;
	if (c->marks[element] == OPEN) {
		cql_error(c->errors, c->visible[element]->place,
			"whether %s is asked depends on its own answer",
			c->dictionary->elements[element].id);
		c->wrong = true;
		return;
	}
	c->marks[element] = OPEN;
	cql_each_element(c->visible[element], look_for_circle, c);
	c->marks[element] = DONE;
}

bool
cql_plan_check(const struct cql_dictionary *dictionary, struct cql_node *const *visible,
	struct arena *a, struct buf *errors)
{
	struct circle c = { dictionary, visible, errors, NULL, false };

	c.marks = arena_array(a, dictionary->count, sizeof *c.marks);
	for (size_t i = 0; i < dictionary->count; i++)
		look_for_circle(&c, (int)i);
	return !c.wrong;
}
