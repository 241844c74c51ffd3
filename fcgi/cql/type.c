/* Names, types and codes: see type.h. */
#include "cql/type.h"

#include <string.h>

#include "base/text.h"
#include "cql/lex.h"
#include "cql/parse.h"

/* Definitions inside one another: more are a slip, and trees are walked by recursion. */
enum { MAX_DEFINITIONS = 20 };

struct checker {
	struct arena *arena;
	struct cql_library *library;
	const struct cql_dictionary *dictionary;
	struct buf *errors;
	bool wrong;
	int open;                /* definitions being checked, inside one another */
	int deepest;             /* depth of the deepest definition used so far by the open one */
};

static void check_condition(struct checker *c, struct cql_node *node);

#define report(c, node, ...) \
	((c)->wrong = true, cql_error((c)->errors, (node)->place, __VA_ARGS__))

int
cql_element_find(const struct cql_dictionary *dictionary, const char *id)
{
	for (size_t i = 0; i < dictionary->count; i++)
		if (text_equal(dictionary->elements[i].id, id))
			return (int)i;
	return CQL_NO_ELEMENT;
}

static const char *
type_words(enum cql_type type)
{
	switch (type) {
	case CQL_BOOLEAN_TYPE:
		return "a condition";
	case CQL_CHOICE_TYPE:
		return "a single choice";
	case CQL_MULTIPLE_TYPE:
		return "a multiple choice";
	case CQL_DATE_TYPE:
		return "a date";
	case CQL_INTEGER_TYPE:
		return "a number";
	}
	return "";
}

/* The question a node names, or NULL (then reported with what was expected). */
static const struct cql_element *
check_element(struct checker *c, struct cql_node *node, const char *wanted)
{
	if (node->kind != CQL_NAME) {
		report(c, node, "expected %s", wanted);
		return NULL;
	}
	node->element = cql_element_find(c->dictionary, node->text);
	if (node->element != CQL_NO_ELEMENT)
		return &c->dictionary->elements[node->element];
	if (cql_find(c->library, node->text) != NULL)
		report(c, node, "\"%s\" is a definition; expected %s", node->text, wanted);
	else
		report(c, node, "there is no question \"%s\"; expected %s", node->text, wanted);
	return NULL;
}

/* All codes of a question in one text, for messages. */
static const char *
code_words(struct checker *c, const struct cql_element *element)
{
	const char *words = "";

	for (size_t i = 0; i < element->n_codes; i++)
		words = arena_printf(c->arena, "%s%s'%s'", words, i == 0 ? "" : ", ",
			element->codes[i]);
	return words;
}

/* The bit of a code among the choices of a question; 0 (and reported) if none. */
static uint64_t
check_code(struct checker *c, const struct cql_element *element, const struct cql_node *code)
{
	if (code->kind != CQL_TEXT) {
		report(c, code, "expected a code of %s: one of %s", element->id,
			code_words(c, element));
		return 0;
	}
	for (size_t i = 0; i < element->n_codes; i++)
		if (text_equal(element->codes[i], code->text))
			return UINT64_C(1) << i;
	report(c, code, "'%s' is not among the choices of %s; expected one of %s", code->text,
		element->id, code_words(c, element));
	return 0;
}

/* The bits of a list of codes. */
static uint64_t
check_codes(struct checker *c, const struct cql_element *element, const struct cql_node *list)
{
	uint64_t codes = 0;

	if (list->kind != CQL_LIST) {
		report(c, list, "expected a list of codes as { 'a', 'b' }");
		return 0;
	}
	for (const struct cql_node *item = list->left; item != NULL; item = item->next)
		codes |= check_code(c, element, item);
	return codes;
}

static bool check_amount(struct checker *c, struct cql_node *node, enum cql_type *type);

/* A span of days or years: both ends are dates. */
static bool
check_span(struct checker *c, const struct cql_node *node)
{
	enum cql_type left, right;
	bool good = check_amount(c, node->left, &left);

	good = check_amount(c, node->right, &right) && good;
	if (!good || (left == CQL_DATE_TYPE && right == CQL_DATE_TYPE))
		return good;
	report(c, left == CQL_DATE_TYPE ? node->right : node->left,
		"expected a date, found a number");
	return false;
}

/* A date or a number; false (and reported) if the node is neither. */
static bool
check_amount(struct checker *c, struct cql_node *node, enum cql_type *type)
{
	static const char wanted[] = "a date or a number";
	const struct cql_element *element;

	*type = CQL_INTEGER_TYPE;
	if (node->kind == CQL_NUMBER)
		return true;
	if (node->kind == CQL_DAYS || node->kind == CQL_YEARS)
		return check_span(c, node);
	*type = CQL_DATE_TYPE;
	if (node->kind == CQL_DAY || node->kind == CQL_TODAY)
		return true;
	element = check_element(c, node, wanted);
	if (element == NULL)
		return false;
	*type = element->type;
	if (*type == CQL_DATE_TYPE || *type == CQL_INTEGER_TYPE)
		return true;
	report(c, node, "%s is %s; expected %s", element->id, type_words(*type), wanted);
	return false;
}

static void
check_amounts(struct checker *c, struct cql_node *node)
{
	enum cql_type left, right;
	bool good = check_amount(c, node->left, &left);

	good = check_amount(c, node->right, &right) && good;
	if (good && left != right)
		report(c, node->right, "%s cannot be compared with %s", type_words(left),
			type_words(right));
}

/* The type of the question at the left of a relation, if it is one. */
static bool
left_is(struct checker *c, const struct cql_node *node, enum cql_type type)
{
	int element;

	if (node->left->kind != CQL_NAME)
		return false;
	element = cql_element_find(c->dictionary, node->left->text);
	return element != CQL_NO_ELEMENT && c->dictionary->elements[element].type == type;
}

/* =, !=, ~, !~: a choice with a code, or two dates or numbers. */
static void
check_equality(struct checker *c, struct cql_node *node)
{
	if (left_is(c, node, CQL_CHOICE_TYPE)) {
		const struct cql_element *element = check_element(c, node->left, "");

		node->element = node->left->element;
		node->codes = check_code(c, element, node->right);
	} else if (left_is(c, node, CQL_MULTIPLE_TYPE)) {
		report(c, node, "%s is a multiple choice; expected \"contains\" or \"includes\"",
			node->left->text);
	} else if (node->kind == CQL_EQUIVALENT || node->kind == CQL_NOT_EQUIVALENT) {
		report(c, node->left, "expected a single choice before \"~\" or \"!~\"");
	} else {
		check_amounts(c, node);
	}
}

static void
check_in(struct checker *c, struct cql_node *node)
{
	const struct cql_element *element = check_element(c, node->left,
		"a single choice or a number before \"in\"");

	if (element == NULL)
		return;
	node->element = node->left->element;
	if (element->type == CQL_CHOICE_TYPE) {
		node->codes = check_codes(c, element, node->right);
		return;
	}
	if (element->type != CQL_INTEGER_TYPE || node->right->kind != CQL_LIST) {
		report(c, node, "%s is %s; expected a single choice or a number and a list",
			element->id, type_words(element->type));
		return;
	}
	for (const struct cql_node *n = node->right->left; n != NULL; n = n->next)
		if (n->kind != CQL_NUMBER)
			report(c, n, "expected a number");
}

/* contains and includes. */
static void
check_multiple(struct checker *c, struct cql_node *node, struct cql_node *name,
	struct cql_node *codes)
{
	const struct cql_element *element = check_element(c, name, "a multiple choice");

	if (element == NULL)
		return;
	node->element = name->element;
	if (element->type != CQL_MULTIPLE_TYPE)
		report(c, name, "%s is %s; expected a multiple choice", element->id,
			type_words(element->type));
	else if (codes == NULL)
		node->codes = (UINT64_C(1) << element->n_codes) - 1;
	else if (node->kind == CQL_CONTAINS)
		node->codes = check_code(c, element, codes);
	else
		node->codes = check_codes(c, element, codes);
}

static struct cql_node *
make(struct checker *c, enum cql_kind kind, const struct cql_node *at, struct cql_node *left,
	struct cql_node *right)
{
	struct cql_node *node = arena_alloc(c->arena, sizeof *node);

	node->kind = kind;
	node->place = at->place;
	node->element = CQL_NO_ELEMENT;
	node->left = left;
	node->right = right;
	return node;
}

/* A reference to "measure suffix". */
static struct cql_node *
make_outcome(struct checker *c, const struct cql_node *measure, const char *suffix)
{
	struct cql_node *name = make(c, CQL_NAME, measure, NULL, NULL);

	name->text = arena_printf(c->arena, "%s %s", measure->text, suffix);
	return name;
}

/* "A suffix" or "B suffix" ... for the measures of a list. */
static struct cql_node *
make_any(struct checker *c, const struct cql_node *measures, const char *suffix)
{
	struct cql_node *any = NULL;

	for (const struct cql_node *m = measures; m != NULL; m = m->next) {
		struct cql_node *one = make_outcome(c, m, suffix);

		any = any == NULL ? one : make(c, CQL_OR, m, any, one);
	}
	return any;
}

/* Every measure of the list is named; false (and reported) if not. */
static bool
check_measures(struct checker *c, const struct cql_node *measures)
{
	bool good = true;

	for (const struct cql_node *m = measures; m != NULL; m = m->next) {
		if (m->kind == CQL_NAME
			&& cql_find(c->library, arena_printf(c->arena, "%s Met", m->text)) != NULL)
			continue;
		report(c, m, "there is no measure \"%s\"; expected the number of a measure",
			m->kind == CQL_NAME ? m->text : "");
		good = false;
	}
	return good;
}

static void
check_call(struct checker *c, struct cql_node *node)
{
	struct cql_node *argument = node->left;
	struct cql_node *stands_for;

	if (text_equal(node->text, "Eligible") && argument != NULL && argument->next == NULL) {
		if (!check_measures(c, argument))
			return;
		stands_for = make(c, CQL_OR, node, make_outcome(c, argument, "Met"),
			make_outcome(c, argument, "Not met"));
	} else if (text_equal(node->text, "DefectFree") && argument != NULL
		&& argument->next == NULL && argument->kind == CQL_LIST) {
		if (!check_measures(c, argument->left))
			return;
		stands_for = make(c, CQL_AND, node, make_any(c, argument->left, "Met"),
			make(c, CQL_NOT, node, make_any(c, argument->left, "Not met"), NULL));
	} else {
		report(c, node, "expected Eligible(\"M\"), DefectFree({ \"M\", \"N\" }) or Today(), "
			"found %s", node->text);
		return;
	}
	check_condition(c, stands_for);
	node->left = stands_for;
}

/* Questions are definitions too where a library is handed on; so is the chart. */
static void
check_name(struct checker *c, const struct cql_definition *definition)
{
	if (cql_element_find(c->dictionary, definition->name) != CQL_NO_ELEMENT)
		report(c, definition, "\"%s\" is the name of a question", definition->name);
	else if (text_equal(definition->name, "Patient"))
		report(c, definition, "\"Patient\" is the name of the chart itself");
}

static void
check_definition(struct checker *c, struct cql_definition *definition)
{
	int deepest = c->deepest;

	if (definition->state != CQL_UNCHECKED)
		return;
	check_name(c, definition);
	definition->state = CQL_CHECKING;
	c->deepest = 0;
	c->open++;
	check_condition(c, definition->body);
	c->open--;
	definition->depth = c->deepest + 1;
	c->deepest = deepest;
	definition->state = CQL_CHECKED;
}

static void
check_reference(struct checker *c, struct cql_node *node)
{
	int element = cql_element_find(c->dictionary, node->text);

	node->reference = cql_find(c->library, node->text);
	if (element != CQL_NO_ELEMENT) {
		report(c, node, "%s is %s; expected a condition such as %s = ...", node->text,
			type_words(c->dictionary->elements[element].type), node->text);
		node->reference = NULL;
	} else if (node->reference == NULL) {
		report(c, node, "there is no definition \"%s\"", node->text);
	} else if (node->reference->state == CQL_CHECKING) {
		report(c, node, "\"%s\" needs itself: a definition may not go in a circle",
			node->text);
		node->reference = NULL;
	} else if (c->open > MAX_DEFINITIONS || node->reference->depth > MAX_DEFINITIONS) {
		report(c, node, "\"%s\" is more than %d definitions inside one another",
			node->text, MAX_DEFINITIONS);
	} else {
		check_definition(c, node->reference);
		if (node->reference->depth > c->deepest)
			c->deepest = node->reference->depth;
	}
}

static void
check_exists(struct checker *c, struct cql_node *node)
{
	if (node->left->kind == CQL_INTERSECT)
		check_multiple(c, node, node->left->left, node->left->right);
	else
		check_multiple(c, node, node->left, NULL);
}

/* not a = 'b' is (not a) = 'b', as in CQL, and never what was meant. */
static bool
negates_its_left(struct checker *c, const struct cql_node *node)
{
	if (node->kind < CQL_EQUAL || node->kind > CQL_INCLUDES || node->left->kind != CQL_NOT)
		return false;
	report(c, node, "\"not\" binds more tightly than this relation; write not (...)");
	return true;
}

static void
check_condition(struct checker *c, struct cql_node *node)
{
	if (negates_its_left(c, node))
		return;
	switch (node->kind) {
	case CQL_TRUE:
	case CQL_FALSE:
		return;
	case CQL_AND:
	case CQL_OR:
	case CQL_IMPLIES:
		check_condition(c, node->left);
		check_condition(c, node->right);
		return;
	case CQL_NOT:
	case CQL_IS_TRUE:
	case CQL_IS_FALSE:
		check_condition(c, node->left);
		return;
	case CQL_IS_NULL:
		check_element(c, node->left, "a question before \"is null\"");
		node->element = node->left->element;
		return;
	case CQL_EQUAL:
	case CQL_NOT_EQUAL:
	case CQL_EQUIVALENT:
	case CQL_NOT_EQUIVALENT:
		check_equality(c, node);
		return;
	case CQL_LESS:
	case CQL_LESS_OR_EQUAL:
	case CQL_GREATER:
	case CQL_GREATER_OR_EQUAL:
		check_amounts(c, node);
		return;
	case CQL_IN:
		check_in(c, node);
		return;
	case CQL_CONTAINS:
	case CQL_INCLUDES:
		check_multiple(c, node, node->left, node->right);
		return;
	case CQL_EXISTS:
		check_exists(c, node);
		return;
	case CQL_CALL:
		check_call(c, node);
		return;
	case CQL_NAME:
		check_reference(c, node);
		return;
	case CQL_TEXT:
	case CQL_NUMBER:
	case CQL_DAY:
	case CQL_LIST:
	case CQL_TODAY:
	case CQL_DAYS:
	case CQL_YEARS:
	case CQL_INTERSECT:
		report(c, node, "expected a condition, which is true or false");
		return;
	}
}

bool
cql_check(struct arena *a, struct cql_library *library, const struct cql_dictionary *dictionary,
	struct buf *errors)
{
	struct checker c = { .arena = a, .library = library, .dictionary = dictionary,
		.errors = errors };

	for (struct cql_definition *d = library->first; d != NULL; d = d->next)
		check_definition(&c, d);
	return !c.wrong;
}

bool
cql_check_condition(struct arena *a, struct cql_library *library,
	const struct cql_dictionary *dictionary, struct cql_node *condition, struct buf *errors)
{
	struct checker c = { .arena = a, .library = library, .dictionary = dictionary,
		.errors = errors };

	check_condition(&c, condition);
	return !c.wrong;
}
