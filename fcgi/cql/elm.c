/*
 * Trees to ELM: see elm.h. One definition a line, each behind those it uses.
 *
 * As the reference translator does, != and !~ are written as the negation of
 * their opposites, and choices are compared by their codes as text.
 */
#include "cql/elm.h"

#include "base/date.h"
#include "base/fault.h"

#define SYSTEM "{urn:hl7-org:elm-types:r1}"
#define CHART "{urn:myqopi:chart}Chart"

struct writer {
	struct buf *out;
	const struct cql_elm *elm;
	bool *questions;                      /* by element: written */
	const struct cql_definition **written;
	size_t n_written;
	bool any;                             /* a definition stands already */
};

/* What a relation, a condition or a value is called in ELM. */
static const char *const names[] = {
	[CQL_AND] = "And",
	[CQL_OR] = "Or",
	[CQL_IMPLIES] = "Implies",
	[CQL_NOT] = "Not",
	[CQL_IS_NULL] = "IsNull",
	[CQL_IS_TRUE] = "IsTrue",
	[CQL_IS_FALSE] = "IsFalse",
	[CQL_EQUAL] = "Equal",
	[CQL_NOT_EQUAL] = "Equal",
	[CQL_EQUIVALENT] = "Equivalent",
	[CQL_NOT_EQUIVALENT] = "Equivalent",
	[CQL_LESS] = "Less",
	[CQL_LESS_OR_EQUAL] = "LessOrEqual",
	[CQL_GREATER] = "Greater",
	[CQL_GREATER_OR_EQUAL] = "GreaterOrEqual",
	[CQL_IN] = "In",
	[CQL_CONTAINS] = "Contains",
	[CQL_INCLUDES] = "Includes",
	[CQL_EXISTS] = "Exists",
	[CQL_INTERSECT] = "Intersect",
	[CQL_DAYS] = "DifferenceBetween",
	[CQL_YEARS] = "DurationBetween",
};

static void put_node(struct writer *w, const struct cql_node *node);

/* A text as JSON: quotes, backslashes and control bytes are escaped. */
static void
put_text(struct writer *w, const char *text)
{
	buf_char(w->out, '"');
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\')
			buf_char(w->out, '\\');
		if (c < ' ')
			buf_printf(w->out, "\\u%04x", c);
		else
			buf_char(w->out, *text);
	}
	buf_char(w->out, '"');
}

static void
put_reference(struct writer *w, const char *name)
{
	buf_str(w->out, "{\"type\":\"ExpressionRef\",\"name\":");
	put_text(w, name);
	buf_char(w->out, '}');
}

static void
put_code(struct writer *w, const char *code)
{
	buf_str(w->out, "{\"type\":\"Literal\",\"valueType\":\"" SYSTEM "String\",\"value\":");
	put_text(w, code);
	buf_char(w->out, '}');
}

static void
put_number(struct writer *w, int number)
{
	buf_printf(w->out, "{\"type\":\"Literal\",\"valueType\":\"" SYSTEM
		"Integer\",\"value\":\"%d\"}", number);
}

static void
put_day(struct writer *w, int32_t day)
{
	struct date_parts parts = date_to_parts(day);

	buf_str(w->out, "{\"type\":\"Date\",\"year\":");
	put_number(w, parts.year);
	buf_str(w->out, ",\"month\":");
	put_number(w, parts.month);
	buf_str(w->out, ",\"day\":");
	put_number(w, parts.day);
	buf_char(w->out, '}');
}

static void
put_list(struct writer *w, const struct cql_node *first)
{
	buf_str(w->out, "{\"type\":\"List\",\"element\":[");
	for (const struct cql_node *item = first; item != NULL; item = item->next) {
		put_node(w, item);
		if (item->next != NULL)
			buf_char(w->out, ',');
	}
	buf_str(w->out, "]}");
}

static void
put_unary(struct writer *w, const struct cql_node *node)
{
	buf_printf(w->out, "{\"type\":\"%s\",\"operand\":", names[node->kind]);
	put_node(w, node->left);
	buf_char(w->out, '}');
}

static void
put_binary(struct writer *w, const struct cql_node *node)
{
	bool negated = node->kind == CQL_NOT_EQUAL || node->kind == CQL_NOT_EQUIVALENT;

	if (negated)
		buf_str(w->out, "{\"type\":\"Not\",\"operand\":");
	buf_printf(w->out, "{\"type\":\"%s\",", names[node->kind]);
	if (node->kind == CQL_DAYS || node->kind == CQL_YEARS)
		buf_printf(w->out, "\"precision\":\"%s\",",
			node->kind == CQL_DAYS ? "Day" : "Year");
	buf_str(w->out, "\"operand\":[");
	put_node(w, node->left);
	buf_char(w->out, ',');
	put_node(w, node->right);
	buf_str(w->out, negated ? "]}}" : "]}");
}

static void
put_node(struct writer *w, const struct cql_node *node)
{
	switch (node->kind) {
	case CQL_TRUE:
	case CQL_FALSE:
		buf_printf(w->out, "{\"type\":\"Literal\",\"valueType\":\"" SYSTEM
			"Boolean\",\"value\":\"%s\"}", node->kind == CQL_TRUE ? "true" : "false");
		return;
	case CQL_NAME:
		put_reference(w, node->text);
		return;
	case CQL_TEXT:
		put_code(w, node->text);
		return;
	case CQL_NUMBER:
		put_number(w, node->number);
		return;
	case CQL_DAY:
		put_day(w, node->number);
		return;
	case CQL_TODAY:
		buf_str(w->out, "{\"type\":\"Today\"}");
		return;
	case CQL_LIST:
		put_list(w, node->left);
		return;
	case CQL_CALL: /* what it stands for */
		put_node(w, node->left);
		return;
	case CQL_NOT:
	case CQL_IS_NULL:
	case CQL_IS_TRUE:
	case CQL_IS_FALSE:
	case CQL_EXISTS:
		put_unary(w, node);
		return;
	case CQL_AND:
	case CQL_OR:
	case CQL_IMPLIES:
	case CQL_EQUAL:
	case CQL_NOT_EQUAL:
	case CQL_EQUIVALENT:
	case CQL_NOT_EQUIVALENT:
	case CQL_LESS:
	case CQL_LESS_OR_EQUAL:
	case CQL_GREATER:
	case CQL_GREATER_OR_EQUAL:
	case CQL_IN:
	case CQL_CONTAINS:
	case CQL_INCLUDES:
	case CQL_INTERSECT:
	case CQL_DAYS:
	case CQL_YEARS:
		put_binary(w, node);
		return;
	}
	fault("a node of kind %d in a checked tree", (int)node->kind);
}

static void
begin_definition(struct writer *w, const char *name)
{
	buf_str(w->out, w->any ? ",\n{\"name\":" : "\n{\"name\":");
	put_text(w, name);
	buf_str(w->out, ",\"context\":\"Patient\",\"accessLevel\":\"Public\",\"expression\":");
	w->any = true;
}

static void use_node(struct writer *w, const struct cql_node *node);

/* The property of the chart, or null where the question is not asked. */
static void
use_question(struct writer *w, int element)
{
	const struct cql_node *visible = w->elm->visible == NULL ? NULL
		: w->elm->visible[element];
	const char *id = w->elm->dictionary->elements[element].id;

	if (w->questions[element])
		return;
	w->questions[element] = true;
	use_node(w, visible);
	begin_definition(w, id);
	if (visible != NULL) {
		buf_str(w->out, "{\"type\":\"If\",\"condition\":");
		put_node(w, visible);
		buf_str(w->out, ",\"then\":");
	}
	buf_str(w->out, "{\"type\":\"Property\",\"path\":");
	put_text(w, id);
	buf_str(w->out, ",\"source\":");
	put_reference(w, "Patient");
	buf_str(w->out, visible != NULL ? "},\"else\":{\"type\":\"Null\"}}}" : "}}");
}

static void
use_definition(struct writer *w, const struct cql_definition *definition)
{
	for (size_t i = 0; i < w->n_written; i++)
		if (w->written[i] == definition)
			return;
	w->written[w->n_written++] = definition;
	use_node(w, definition->body);
	begin_definition(w, definition->name);
	put_node(w, definition->body);
	buf_char(w->out, '}');
}

/* Writes the questions and definitions that a tree uses, where they do not stand yet. */
static void
use_node(struct writer *w, const struct cql_node *node)
{
	for (; node != NULL; node = node->next) {
		if (node->kind == CQL_NAME && node->element != CQL_NO_ELEMENT)
			use_question(w, node->element);
		if (node->reference != NULL)
			use_definition(w, node->reference);
		use_node(w, node->left);
		use_node(w, node->right);
	}
}

static void
put_head(struct writer *w)
{
	buf_str(w->out, "{\"library\":{\n\"identifier\":{\"id\":");
	put_text(w, w->elm->id);
	buf_str(w->out, ",\"version\":");
	put_text(w, w->elm->version);
	buf_str(w->out, "},\n\"schemaIdentifier\":{\"id\":\"urn:hl7-org:elm\",\"version\":\"r1\"},\n"
		"\"usings\":{\"def\":[\n"
		"{\"localIdentifier\":\"System\",\"uri\":\"urn:hl7-org:elm-types:r1\"},\n"
		"{\"localIdentifier\":\"MyQOPI\",\"uri\":\"urn:myqopi:chart\"}]},\n"
		"\"contexts\":{\"def\":[{\"name\":\"Patient\"}]},\n"
		"\"statements\":{\"def\":[");
	begin_definition(w, "Patient");
	buf_str(w->out, "{\"type\":\"SingletonFrom\",\"operand\":{\"type\":\"Retrieve\","
		"\"dataType\":\"" CHART "\"}}}");
}

void
cql_elm_write(struct buf *out, const struct cql_elm *elm, struct arena *scratch)
{
	struct writer w = { .out = out, .elm = elm };

	w.questions = arena_array(scratch, elm->dictionary->count, sizeof *w.questions);
	w.written = arena_array(scratch, elm->library->count, sizeof(struct cql_definition *));
	put_head(&w);
	for (const struct cql_definition *d = elm->library->first; d != NULL; d = d->next)
		if (elm->wanted == NULL || elm->wanted(elm->arg, d))
			use_definition(&w, d);
	buf_str(out, "\n]}}}\n");
}
