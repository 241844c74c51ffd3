/*
 * When a question is asked, as REDCap's branching logic.
 *
 * CQL has three truth values and REDCap two, so each part is written in one of two
 * ways: as what holds where the part is true, and as what holds where it is false;
 * neither holds where it is unknown. A `not` changes the way, and is never written.
 */
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "exchange/redcap.h"
#include "exchange/redcap_code.h"

enum { LOGIC_MAX = 16 * 1024 };

struct logic {
	struct arena *a;
	const struct catalogue *cat;
	struct buf *out;
	bool told; /* all of it could be said */
};

static void write(struct logic *l, const struct cql_node *node, bool wanted);

const char *
redcap_lower(struct arena *a, const char *text)
{
	char *lower = arena_str(a, text);

	for (char *c = lower; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return lower;
}

/* "[stage] = 'I'" or "[topics(contact)] = '1'" of one code; negated with "<>". */
static void
write_code(struct logic *l, const struct element *e, size_t choice, bool is)
{
	const char *code = redcap_code(l->a, e, choice), *sign = is ? "=" : "<>";

	if (e->type == ELEMENT_MULTIPLE)
		buf_printf(l->out, "[%s(%s)] %s '1'", e->id, redcap_lower(l->a, code), sign);
	else
		buf_printf(l->out, "[%s] %s '%s'", e->id, sign, code);
}

/* The codes of a set with a word between; in brackets if there are several. */
static void
write_codes(struct logic *l, const struct element *e, uint64_t codes, bool is, const char *word)
{
	const char *between = "";
	bool several = (codes & (codes - 1)) != 0;

	l->told = l->told && codes != 0;
	if (several)
		buf_char(l->out, '(');
	for (size_t i = 0; i < e->n_choices; i++) {
		if ((codes >> i & 1) == 0)
			continue;
		buf_str(l->out, between);
		write_code(l, e, i, is);
		between = word;
	}
	if (several)
		buf_char(l->out, ')');
}

/* Whether a question has a value, or none: missing data codes are none. */
static void
write_given(struct logic *l, const struct element *e, bool given)
{
	const char *sign = given ? "<>" : "=", *word = given ? "and" : "or";

	if (e->type == ELEMENT_MULTIPLE) {
		write_codes(l, e, (UINT64_C(1) << e->n_choices) - 1, given,
			    given ? " or " : " and ");
		return;
	}
	buf_printf(l->out, "([%s] %s ''", e->id, sign);
	if (e->not_documented)
		buf_printf(l->out, " %s [%s] %s '%s'", word, e->id, sign, REDCAP_NOT_DOCUMENTED);
	if (e->unknown)
		buf_printf(l->out, " %s [%s] %s '%s'", word, e->id, sign, REDCAP_UNKNOWN);
	buf_char(l->out, ')');
}

static void
write_both(struct logic *l, const struct cql_node *left, bool left_wanted, const char *word,
	   const struct cql_node *right, bool right_wanted)
{
	buf_char(l->out, '(');
	write(l, left, left_wanted);
	buf_str(l->out, word);
	write(l, right, right_wanted);
	buf_char(l->out, ')');
}

/* =, !=, ~, !~, in of a single choice: only the first two are unknown without an answer. */
static void
write_choice(struct logic *l, const struct cql_node *node, const struct element *e, bool wanted)
{
	bool is = node->kind == CQL_EQUAL || node->kind == CQL_EQUIVALENT || node->kind == CQL_IN;
	bool null_counts = node->kind != CQL_EQUAL && node->kind != CQL_NOT_EQUAL;

	if (is == wanted) {
		write_codes(l, e, node->codes, true, " or ");
		return;
	}
	buf_char(l->out, '(');
	if (!null_counts)
		buf_printf(l->out, "[%s] <> '' and ", e->id);
	write_codes(l, e, node->codes, false, " and ");
	buf_char(l->out, ')');
}

static void
write_ticks(struct logic *l, const struct cql_node *node, const struct element *e, bool wanted)
{
	bool all = node->kind == CQL_INCLUDES;

	if (all && !wanted) {
		buf_char(l->out, '(');
		write_given(l, e, true);
		buf_str(l->out, " and ");
	}
	write_codes(l, e, node->codes, wanted, all == wanted ? " and " : " or ");
	if (all && !wanted)
		buf_char(l->out, ')');
}

/* A date or number: a question's or a constant; anything worked out cannot be said. */
static const char *
amount(struct logic *l, const struct cql_node *node, const struct element **e)
{
	char day[DATE_TEXT_SIZE];

	*e = NULL;
	if (node->kind == CQL_NAME && node->element >= 0) {
		*e = &l->cat->elements[node->element];
		return arena_printf(l->a, "[%s]", (*e)->id);
	}
	if (node->kind == CQL_NUMBER)
		return arena_printf(l->a, "%d", node->number);
	if (node->kind == CQL_DAY)
		return arena_printf(l->a, "'%s'", date_format(node->number, day));
	l->told = false;
	return "";
}

static const char *
sign_of(enum cql_kind kind, bool wanted)
{
	static const struct {
		enum cql_kind kind;
		const char *sign, *opposite;
	} signs[] = {
		{ CQL_EQUAL, "=", "<>" },   { CQL_NOT_EQUAL, "<>", "=" },
		{ CQL_LESS, "<", ">=" },    { CQL_LESS_OR_EQUAL, "<=", ">" },
		{ CQL_GREATER, ">", "<=" }, { CQL_GREATER_OR_EQUAL, ">=", "<" },
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].kind == kind)
			return wanted ? signs[i].sign : signs[i].opposite;
	return NULL;
}

static void
write_relation(struct logic *l, const struct cql_node *node, bool wanted)
{
	const struct element *e, *f;
	const char *left = amount(l, node->left, &e), *right = amount(l, node->right, &f);
	const char *sign = sign_of(node->kind, wanted);

	if (sign == NULL) {
		l->told = false;
		return;
	}
	buf_char(l->out, '(');
	if (e != NULL) {
		write_given(l, e, true);
		buf_str(l->out, " and ");
	}
	if (f != NULL) {
		write_given(l, f, true);
		buf_str(l->out, " and ");
	}
	buf_printf(l->out, "%s %s %s)", left, sign, right);
}

/* What stands on a question and codes. */
static void
write_on_codes(struct logic *l, const struct cql_node *node, const struct element *e, bool wanted)
{
	if (e->type == ELEMENT_MULTIPLE)
		write_ticks(l, node, e, wanted);
	else if (e->type == ELEMENT_SINGLE || e->type == ELEMENT_YES_NO)
		write_choice(l, node, e, wanted);
	else
		l->told = false; /* a number in a list */
}

/* A condition that stands on no others. */
static void
write_leaf(struct logic *l, const struct cql_node *node, bool wanted)
{
	if (node->kind == CQL_IS_NULL && node->left->element >= 0)
		write_given(l, &l->cat->elements[node->left->element], !wanted);
	else if (node->kind == CQL_EXISTS && node->element >= 0 && node->codes != 0)
		write_ticks(l, node, &l->cat->elements[node->element], wanted);
	else if (node->codes != 0 && node->element >= 0)
		write_on_codes(l, node, &l->cat->elements[node->element], wanted);
	else if (node->left != NULL && node->right != NULL && sign_of(node->kind, true) != NULL)
		write_relation(l, node, wanted);
	else
		l->told = false;
}

static void
write(struct logic *l, const struct cql_node *node, bool wanted)
{
	switch ((int)node->kind) {
	case CQL_TRUE:
	case CQL_FALSE:
		buf_str(l->out, (node->kind == CQL_TRUE) == wanted ? "1 = 1" : "1 = 0");
		break;
	case CQL_NOT: write(l, node->left, !wanted); break;
	case CQL_AND:
		write_both(l, node->left, wanted, wanted ? " and " : " or ", node->right, wanted);
		break;
	case CQL_OR:
		write_both(l, node->left, wanted, wanted ? " or " : " and ", node->right, wanted);
		break;
	case CQL_IMPLIES:
		write_both(l, node->left, !wanted, wanted ? " or " : " and ", node->right, wanted);
		break;
	case CQL_NAME:
		if (node->reference != NULL)
			write(l, node->reference->body, wanted);
		else
			l->told = false;
		break;
	case CQL_IS_TRUE:
	case CQL_IS_FALSE:
		l->told = l->told && wanted; /* what is not true may be unknown */
		write(l, node->left, node->kind == CQL_IS_TRUE);
		break;
	default: write_leaf(l, node, wanted); break;
	}
}

const char *
redcap_logic(struct arena *a, const struct catalogue *cat, const struct cql_node *condition)
{
	struct logic l = { a, cat, buf_new(a, LOGIC_MAX), true };

	write(&l, condition, true);
	return l.told && !l.out->full ? l.out->data : NULL;
}
