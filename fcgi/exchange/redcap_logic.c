/* When a question is asked, as REDCap's branching logic: exchange/logic.h in its words. */
#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "exchange/logic.h"
#include "exchange/redcap.h"
#include "exchange/redcap_code.h"

enum { LOGIC_MAX = 16 * 1024 };

struct writer {
	struct arena *a;
	struct buf *out;
};

static void write(struct writer *w, const struct logic *l);

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
write_code(struct writer *w, const struct element *e, size_t choice, bool is)
{
	const char *code = redcap_code(w->a, e, choice), *sign = is ? "=" : "<>";

	if (e->type == ELEMENT_MULTIPLE)
		buf_printf(w->out, "[%s(%s)] %s '1'", e->id, redcap_lower(w->a, code), sign);
	else
		buf_printf(w->out, "[%s] %s '%s'", e->id, sign, code);
}

/* Whether a question has a value, or none: missing data codes are none. */
static void
write_given(struct writer *w, const struct element *e, bool given)
{
	const char *sign = given ? "<>" : "=", *word = given ? "and" : "or";

	if (e->type == ELEMENT_MULTIPLE) {
		buf_char(w->out, '(');
		for (size_t i = 0; i < e->n_choices; i++) {
			buf_str(w->out, i == 0 ? "" : given ? " or " : " and ");
			write_code(w, e, i, given);
		}
		buf_char(w->out, ')');
		return;
	}
	buf_printf(w->out, "([%s] %s ''", e->id, sign);
	if (e->not_documented)
		buf_printf(w->out, " %s [%s] %s '%s'", word, e->id, sign, REDCAP_NOT_DOCUMENTED);
	if (e->unknown)
		buf_printf(w->out, " %s [%s] %s '%s'", word, e->id, sign, REDCAP_UNKNOWN);
	buf_char(w->out, ')');
}

static const char *
amount(struct writer *w, struct logic_amount side)
{
	char day[DATE_TEXT_SIZE];

	if (side.element != NULL)
		return arena_printf(w->a, "[%s]", side.element->id);
	return side.day ? arena_printf(w->a, "'%s'", date_format(side.constant, day))
			: arena_printf(w->a, "%d", side.constant);
}

static void
write_relation(struct writer *w, const struct logic *l)
{
	const struct logic_amount *const sides[] = { &l->left, &l->right };

	buf_char(w->out, '(');
	for (size_t i = 0; i < 2; i++) {
		if (sides[i]->element == NULL)
			continue;
		write_given(w, sides[i]->element, true);
		buf_str(w->out, " and ");
	}
	buf_printf(w->out, "%s %s %s)", amount(w, l->left), logic_sign(l->relation, "<>"),
		   amount(w, l->right));
}

/* Parts with a word between; in brackets if there are several. */
static void
write_parts(struct writer *w, const struct logic *l)
{
	bool several = l->parts->next != NULL;

	if (several)
		buf_char(w->out, '(');
	for (const struct logic *part = l->parts; part != NULL; part = part->next) {
		write(w, part);
		if (part->next != NULL)
			buf_str(w->out, l->kind == LOGIC_ALL ? " and " : " or ");
	}
	if (several)
		buf_char(w->out, ')');
}

static void
write(struct writer *w, const struct logic *l)
{
	switch (l->kind) {
	case LOGIC_ALWAYS: buf_str(w->out, l->is ? "1 = 1" : "1 = 0"); break;
	case LOGIC_ALL:
	case LOGIC_ANY: write_parts(w, l); break;
	case LOGIC_CODE: write_code(w, l->element, l->choice, l->is); break;
	case LOGIC_GIVEN: write_given(w, l->element, l->is); break;
	case LOGIC_COMPARE: write_relation(w, l); break;
	}
}

const char *
redcap_logic(struct arena *a, const struct catalogue *cat, const struct cql_node *condition)
{
	struct writer w = { a, buf_new(a, LOGIC_MAX) };
	const struct logic *logic = logic_of(a, cat, condition);

	if (logic == NULL)
		return NULL;
	write(&w, logic);
	return w.out->full ? NULL : w.out->data;
}
