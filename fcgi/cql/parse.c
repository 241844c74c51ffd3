/* Tokens to tree by recursive descent: the grammar is in parse.h. */
#include "cql/parse.h"

#include <string.h>

#include "base/text.h"
#include "cql/lex.h"

/* Trees are walked by recursion: their size and depth have an end. */
enum { MAX_DEPTH = 100, MAX_PAIRS = 500 };

struct parser {
	struct arena *arena;
	struct buf *errors;
	struct cql_lexer lex;
	struct cql_token token; /* the one to be read next */
	const char *last_end;   /* end of the token read last */
	bool wrong;             /* in this definition; what follows is not reported */
	bool any_wrong;
	int depth;
	int pairs;              /* nodes with parts in this definition */
};

static struct cql_node *parse_condition(struct parser *p);
static struct cql_node *parse_unary(struct parser *p);

static void
advance(struct parser *p)
{
	p->last_end = p->token.end;
	p->token = cql_lex_next(&p->lex);
	if (p->token.kind == CQL_TOKEN_WRONG)
		p->wrong = p->any_wrong = true;
}

/* The token to be read next, in the words of a message. */
static const char *
token_words(struct parser *p)
{
	if (p->token.kind == CQL_TOKEN_END)
		return "the end of the text";
	return arena_printf(p->arena, "%.*s", (int)(p->token.end - p->token.start),
		p->token.start);
}

static void
expected(struct parser *p, const char *what)
{
	if (!p->wrong)
		cql_error(p->errors, p->token.place, "expected %s, found %s", what, token_words(p));
	p->wrong = p->any_wrong = true;
}

static bool
at_word(struct parser *p, const char *word)
{
	return p->token.kind == CQL_TOKEN_WORD && text_equal(p->token.text, word);
}

static bool
at_sign(struct parser *p, const char *sign)
{
	return p->token.kind == CQL_TOKEN_SIGN && text_equal(p->token.text, sign);
}

static bool
take_word(struct parser *p, const char *word)
{
	if (!at_word(p, word))
		return false;
	advance(p);
	return true;
}

static bool
take_sign(struct parser *p, const char *sign)
{
	if (!at_sign(p, sign))
		return false;
	advance(p);
	return true;
}

static void
need_word(struct parser *p, const char *word)
{
	if (!take_word(p, word))
		expected(p, arena_printf(p->arena, "\"%s\"", word));
}

static void
need_sign(struct parser *p, const char *sign)
{
	if (!take_sign(p, sign))
		expected(p, arena_printf(p->arena, "\"%s\"", sign));
}

static struct cql_node *
node_new(struct parser *p, enum cql_kind kind, struct cql_place place)
{
	struct cql_node *node = arena_alloc(p->arena, sizeof *node);

	node->kind = kind;
	node->place = place;
	node->element = CQL_NO_ELEMENT;
	return node;
}

static struct cql_node *
node_pair(struct parser *p, enum cql_kind kind, struct cql_place place, struct cql_node *left,
	struct cql_node *right)
{
	struct cql_node *node = node_new(p, kind, place);

	if (++p->pairs > MAX_PAIRS)
		expected(p, "a shorter condition; give parts of it a name with \"define\"");
	node->left = left;
	node->right = right;
	return node;
}

/* A node that holds the token's text and number; reads the token. */
static struct cql_node *
parse_value(struct parser *p, enum cql_kind kind)
{
	struct cql_node *node = node_new(p, kind, p->token.place);

	node->text = p->token.text;
	node->number = p->token.number;
	advance(p);
	return node;
}

/* Conditions with commas between, linked by next, up to the closing sign. */
static struct cql_node *
parse_items(struct parser *p, const char *close)
{
	struct cql_node *first = NULL, **last = &first;

	while (!p->wrong && !at_sign(p, close)) {
		*last = parse_condition(p);
		last = &(*last)->next;
		if (!at_sign(p, close))
			need_sign(p, ",");
	}
	need_sign(p, close);
	return first;
}

static struct cql_node *
parse_list(struct parser *p)
{
	struct cql_node *list = node_new(p, CQL_LIST, p->token.place);

	need_sign(p, "{");
	if (at_sign(p, "}"))
		expected(p, "at least one item in the list");
	list->left = parse_items(p, "}");
	return list;
}

static struct cql_node *
parse_group(struct parser *p)
{
	struct cql_node *inner;

	need_sign(p, "(");
	inner = parse_condition(p);
	if (at_word(p, "intersect")) {
		struct cql_place place = p->token.place;

		advance(p);
		inner = node_pair(p, CQL_INTERSECT, place, inner, parse_unary(p));
	}
	need_sign(p, ")");
	return inner;
}

static struct cql_node *
parse_call(struct parser *p, struct cql_node *name)
{
	advance(p);
	name->kind = CQL_CALL;
	name->left = parse_items(p, ")");
	if (text_equal(name->text, "Today") && name->left == NULL)
		name->kind = CQL_TODAY;
	return name;
}

static struct cql_node *
parse_word_term(struct parser *p)
{
	static const char *const reserved[] = { "and", "or", "implies", "not", "is", "in", "null",
		"contains", "includes", "intersect", "exists", "between", "define", "difference" };
	struct cql_node *node;

	if (at_word(p, "true"))
		return parse_value(p, CQL_TRUE);
	if (at_word(p, "false"))
		return parse_value(p, CQL_FALSE);
	for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
		if (at_word(p, reserved[i])) {
			expected(p, "a question, a value or a condition");
			return node_new(p, CQL_FALSE, p->token.place);
		}
	}
	node = parse_value(p, CQL_NAME);
	return at_sign(p, "(") ? parse_call(p, node) : node;
}

static struct cql_node *
parse_negative(struct parser *p)
{
	struct cql_node *node;

	advance(p);
	if (p->token.kind != CQL_TOKEN_NUMBER)
		expected(p, "a number after \"-\"");
	node = parse_value(p, CQL_NUMBER);
	node->number = -node->number;
	return node;
}

static struct cql_node *
parse_term(struct parser *p)
{
	switch (p->token.kind) {
	case CQL_TOKEN_WORD:
		return parse_word_term(p);
	case CQL_TOKEN_QUOTED:
		return parse_value(p, CQL_NAME);
	case CQL_TOKEN_STRING:
		return parse_value(p, CQL_TEXT);
	case CQL_TOKEN_NUMBER:
		return parse_value(p, CQL_NUMBER);
	case CQL_TOKEN_DAY:
		return parse_value(p, CQL_DAY);
	case CQL_TOKEN_SIGN:
		if (at_sign(p, "("))
			return parse_group(p);
		if (at_sign(p, "{"))
			return parse_list(p);
		if (at_sign(p, "-"))
			return parse_negative(p);
		break;
	case CQL_TOKEN_END:
	case CQL_TOKEN_WRONG:
		break;
	}
	expected(p, "a question, a value or a condition");
	return node_new(p, CQL_FALSE, p->token.place);
}

/* "between" a "and" b; what stands before it has been read. */
static struct cql_node *
parse_span(struct parser *p, enum cql_kind kind, struct cql_place place)
{
	struct cql_node *from, *to;

	need_word(p, "between");
	from = parse_term(p);
	need_word(p, "and");
	to = parse_term(p);
	return node_pair(p, kind, place, from, to);
}

/* What follows "is" behind a term. */
static struct cql_node *
parse_is(struct parser *p, struct cql_node *term, struct cql_place place)
{
	bool negated = take_word(p, "not");
	enum cql_kind kind = CQL_IS_NULL;
	struct cql_node *node;

	if (take_word(p, "true"))
		kind = CQL_IS_TRUE;
	else if (take_word(p, "false"))
		kind = CQL_IS_FALSE;
	else if (!take_word(p, "null"))
		expected(p, "\"null\", \"true\" or \"false\" after \"is\"");
	node = node_pair(p, kind, place, term, NULL);
	return negated ? node_pair(p, CQL_NOT, place, node, NULL) : node;
}

static struct cql_node *
parse_unary_inner(struct parser *p)
{
	struct cql_place place = p->token.place;
	struct cql_node *node;

	if (take_word(p, "not"))
		return node_pair(p, CQL_NOT, place, parse_unary(p), NULL);
	if (take_word(p, "exists"))
		return node_pair(p, CQL_EXISTS, place, parse_unary(p), NULL);
	if (take_word(p, "difference")) {
		need_word(p, "in");
		need_word(p, "days");
		return parse_span(p, CQL_DAYS, place);
	}
	if (take_word(p, "years"))
		return parse_span(p, CQL_YEARS, place);
	node = parse_term(p);
	while (!p->wrong && take_word(p, "is"))
		node = parse_is(p, node, place);
	return node;
}

static struct cql_node *
parse_unary(struct parser *p)
{
	struct cql_node *node;

	if (p->depth >= MAX_DEPTH) {
		expected(p, "fewer conditions inside one another");
		return node_new(p, CQL_FALSE, p->token.place);
	}
	p->depth++;
	node = parse_unary_inner(p);
	p->depth--;
	return node;
}

static bool
at_relation(struct parser *p, enum cql_kind *kind)
{
	static const struct { const char *sign; enum cql_kind kind; } relations[] = {
		{ "=", CQL_EQUAL }, { "!=", CQL_NOT_EQUAL }, { "~", CQL_EQUIVALENT },
		{ "!~", CQL_NOT_EQUIVALENT }, { "<", CQL_LESS }, { "<=", CQL_LESS_OR_EQUAL },
		{ ">", CQL_GREATER }, { ">=", CQL_GREATER_OR_EQUAL }, { "in", CQL_IN },
		{ "contains", CQL_CONTAINS }, { "includes", CQL_INCLUDES },
	};

	for (size_t i = 0; i < sizeof relations / sizeof *relations; i++) {
		if (at_sign(p, relations[i].sign) || at_word(p, relations[i].sign)) {
			*kind = relations[i].kind;
			return true;
		}
	}
	return false;
}

static struct cql_node *
parse_relation(struct parser *p)
{
	struct cql_node *left = parse_unary(p);
	struct cql_place place = left->place;
	enum cql_kind kind;

	if (!at_relation(p, &kind))
		return left;
	advance(p);
	left = node_pair(p, kind, place, left, parse_unary(p));
	if (at_relation(p, &kind))
		expected(p, "one relation only; use \"and\" or \"or\" between two");
	return left;
}

static struct cql_node *
parse_both(struct parser *p)
{
	struct cql_node *left = parse_relation(p);

	while (!p->wrong && at_word(p, "and")) {
		struct cql_place place = p->token.place;

		advance(p);
		left = node_pair(p, CQL_AND, place, left, parse_relation(p));
	}
	return left;
}

static struct cql_node *
parse_either(struct parser *p)
{
	struct cql_node *left = parse_both(p);

	while (!p->wrong && at_word(p, "or")) {
		struct cql_place place = p->token.place;

		advance(p);
		left = node_pair(p, CQL_OR, place, left, parse_both(p));
	}
	return left;
}

static struct cql_node *
parse_condition(struct parser *p)
{
	struct cql_node *left = parse_either(p);

	while (!p->wrong && at_word(p, "implies")) {
		struct cql_place place = p->token.place;

		advance(p);
		left = node_pair(p, CQL_IMPLIES, place, left, parse_either(p));
	}
	return left;
}

/* Adds the definition unless its name is taken. */
static void
library_add(struct parser *p, struct cql_library *library, struct cql_definition *definition)
{
	const struct cql_definition *other = cql_find(library, definition->name);

	if (other != NULL) {
		cql_error(p->errors, definition->place, "\"%s\" is defined already at %s:%d",
			definition->name, other->place.file, other->place.line);
		p->any_wrong = true;
		return;
	}
	*library->last = definition;
	library->last = &definition->next;
	library->count++;
}

static void
parse_define(struct parser *p, struct cql_library *library)
{
	struct cql_definition *definition = arena_alloc(p->arena, sizeof *definition);
	const char *start;

	p->wrong = false;
	p->pairs = 0;
	definition->tags = cql_take_tags(&p->lex);
	need_word(p, "define");
	definition->place = p->token.place;
	definition->name = p->token.text;
	if (p->token.kind == CQL_TOKEN_WORD || p->token.kind == CQL_TOKEN_QUOTED)
		advance(p);
	else
		expected(p, "a name after \"define\"");
	need_sign(p, ":");
	start = p->token.start;
	definition->body = parse_condition(p);
	if (!p->wrong && p->token.kind != CQL_TOKEN_END && !at_word(p, "define"))
		expected(p, "\"and\", \"or\" or the next \"define\"");
	if (p->wrong)
		return;
	definition->source = text_trim(p->arena,
		arena_strn(p->arena, start, (size_t)(p->last_end - start)));
	library_add(p, library, definition);
}

static void
parser_start(struct parser *p, struct arena *a, const char *source, struct cql_place place,
	struct buf *errors)
{
	memset(p, 0, sizeof *p);
	p->arena = a;
	p->errors = errors;
	cql_lex_start(&p->lex, a, source, place, errors);
	advance(p);
}

void
cql_library_start(struct cql_library *library)
{
	library->first = NULL;
	library->last = &library->first;
	library->count = 0;
}

bool
cql_parse(struct arena *a, struct cql_library *library, const char *source,
	struct cql_place place, struct buf *errors)
{
	struct parser p;

	parser_start(&p, a, source, place, errors);
	while (p.token.kind != CQL_TOKEN_END) {
		parse_define(&p, library);
		while (p.token.kind != CQL_TOKEN_END && !at_word(&p, "define"))
			advance(&p);
	}
	return !p.any_wrong && !p.lex.wrong;
}

struct cql_node *
cql_parse_condition(struct arena *a, const char *source, struct cql_place place,
	struct buf *errors)
{
	struct cql_node *node;
	struct parser p;

	parser_start(&p, a, source, place, errors);
	node = parse_condition(&p);
	if (!p.wrong && p.token.kind != CQL_TOKEN_END)
		expected(&p, "\"and\", \"or\" or the end of the condition");
	return p.any_wrong || p.lex.wrong ? NULL : node;
}

struct cql_definition *
cql_find(const struct cql_library *library, const char *name)
{
	for (struct cql_definition *d = library->first; d != NULL; d = d->next)
		if (text_equal(d->name, name))
			return d;
	return NULL;
}

const char *
cql_tag(const struct cql_definition *definition, const char *name)
{
	for (const struct cql_tag *tag = definition->tags; tag != NULL; tag = tag->next)
		if (text_equal(tag->name, name))
			return tag->value;
	return NULL;
}
