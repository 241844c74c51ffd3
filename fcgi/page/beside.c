/* What people say beside a chart's questions: see beside.h. */
#include "page/beside.h"

#include "base/date.h"
#include "base/text.h"

struct beside *
beside_findings(struct visit *v, const struct abstraction *abs)
{
	struct beside *b = arena_alloc(v->a, sizeof *b);

	b->look = abstraction_look(abs, v->a, time_day(time_now()));
	b->findings = look_check(b->look, v->a, &b->n_findings, &b->blocking);
	b->soft = confirmation_find(v->db, v->a, abs, b->findings, b->n_findings, &b->n_soft);
	return b;
}

struct beside *
beside_load(struct visit *v, const struct abstraction *abs)
{
	struct beside *b = beside_findings(v, abs);

	b->remarks = q_remark_list(v->db, abs->practice_id, abs->chart_id, &b->n_remarks);
	b->said = q_chart_query_list(v->db, abs->practice_id, abs->chart_id, &b->n_said);
	return b;
}

const struct soft_finding *
beside_note(const struct beside *b, const struct element *e)
{
	const struct soft_finding *note = NULL;

	for (size_t i = 0; i < b->n_soft; i++)
		if (b->soft[i].element == e && (note == NULL || note->confirmed != NULL))
			note = &b->soft[i];
	return note;
}

/* Whether a message is the first of its query. */
static bool
is_first(const struct beside *b, size_t i)
{
	return i == 0 || b->said[i].id != b->said[i - 1].id;
}

/* Queries beside a question, or of the chart, in a state. */
static size_t
queries_in(const struct beside *b, const struct element *e, const char *state)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n_said; i++)
		n += is_first(b, i) && text_equal(b->said[i].state, state) &&
		     (e == NULL || text_equal(b->said[i].element, e->id));
	return n;
}

size_t
beside_open_queries(const struct beside *b, const struct element *e)
{
	return queries_in(b, e, "open");
}

/* `words` with one more count: "2 notes, 1 open query". */
static const char *
and_count(struct arena *a, const char *words, size_t n, const char *one, const char *many)
{
	if (n == 0)
		return words;
	return arena_printf(a, "%s%s%zu %s", words == NULL ? "" : words, words == NULL ? "" : ", ",
			    n, n == 1 ? one : many);
}

const char *
beside_words(struct arena *a, const struct beside *b, const struct element *e)
{
	const char *words = NULL;
	size_t remarks = 0;

	for (size_t i = 0; i < b->n_remarks; i++)
		remarks += text_equal(b->remarks[i].element, e->id);
	words = and_count(a, words, remarks, "note", "notes");
	words = and_count(a, words, queries_in(b, e, "open"), "open query", "open queries");
	words = and_count(a, words, queries_in(b, e, "answered"), "answered query",
			  "answered queries");
	return and_count(a, words, queries_in(b, e, "closed"), "closed query", "closed queries");
}

const char *
beside_confirmed_words(struct arena *a, const struct confirmation_list_row *row)
{
	return arena_printf(a, "Confirmed by %s: %s", row->name, row->reason);
}

/* "ASCO staff", "Abstractor"; of somebody who left: that they did. */
static const char *
role_words(bool staff, const char *role)
{
	if (staff)
		return "ASCO staff";
	return role == NULL ? "No longer of the practice" : access_role_title(access_role(role));
}

static void
show_soft(struct visit *v, const struct beside *b, const struct element *e, const char *key)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n_soft; i++) {
		const struct soft_finding *soft = &b->soft[i];
		const char *at;

		if (soft->element != e)
			continue;
		at = arena_printf(v->a, "%s.soft.%zu", key, n++);
		view_str(v->view, arena_printf(v->a, "%s.text", at), soft->message);
		view_str(v->view, arena_printf(v->a, "%s.answers", at), soft->answers);
		if (soft->confirmed == NULL)
			continue;
		view_str(v->view, arena_printf(v->a, "%s.confirmed", at),
			 beside_confirmed_words(v->a, soft->confirmed));
		view_time(v->view, arena_printf(v->a, "%s.confirmed_at", at),
			  soft->confirmed->confirmed_at);
	}
}

static void
show_remarks(struct visit *v, const struct beside *b, const struct element *e, const char *key)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n_remarks; i++) {
		const struct remark_list_row *row = &b->remarks[i];
		const char *at;

		if (!text_equal(row->element, e->id))
			continue;
		at = arena_printf(v->a, "%s.remarks.%zu", key, n++);
		view_row(v->view, at, &Q_REMARK_LIST, row);
		view_str(v->view, arena_printf(v->a, "%s.role", at), role_words(false, row->role));
	}
}

bool
beside_is_asker(const struct visit *v, bool by_staff, uint64_t asked_by)
{
	return asked_by == v->me->account_id || (by_staff && (v->roles & ROLE_STAFF) != 0);
}

/* What a query's state is called, and looks like. */
static void
show_query(struct visit *v, const struct chart_query_list_row *row, const char *at)
{
	static const struct {
		const char *state, *word, *look;
	} states[] = {
		{ "open", "Open", "warn" },
		{ "answered", "Answered", "info" },
		{ "closed", "Closed", "good" },
	};

	view_num(v->view, arena_printf(v->a, "%s.id", at), (int64_t)row->id);
	view_str(v->view, arena_printf(v->a, "%s.state", at), row->state);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (text_equal(states[i].state, row->state)) {
			view_str(v->view, arena_printf(v->a, "%s.state_word", at), states[i].word);
			view_str(v->view, arena_printf(v->a, "%s.state_look", at), states[i].look);
		}
	view_bool(v->view, arena_printf(v->a, "%s.mine", at),
		  beside_is_asker(v, row->by_staff, row->asked_by));
}

static void
show_queries(struct visit *v, const struct beside *b, const struct element *e, const char *key)
{
	size_t queries = 0, messages = 0;
	const char *at = NULL;

	for (size_t i = 0; i < b->n_said; i++) {
		const struct chart_query_list_row *row = &b->said[i];
		const char *message;

		if (!text_equal(row->element, e->id))
			continue;
		if (is_first(b, i)) {
			at = arena_printf(v->a, "%s.queries.%zu", key, queries++);
			show_query(v, row, at);
			messages = 0;
		}
		message = arena_printf(v->a, "%s.messages.%zu", at, messages++);
		view_str(v->view, arena_printf(v->a, "%s.body", message), row->body);
		view_str(v->view, arena_printf(v->a, "%s.name", message), row->name);
		view_str(v->view, arena_printf(v->a, "%s.role", message),
			 role_words(row->staff, row->role));
		view_time(v->view, arena_printf(v->a, "%s.written_at", message), row->written_at);
	}
}

void
beside_show(struct visit *v, const struct beside *b, const struct element *e, const char *key)
{
	show_soft(v, b, e, key);
	if ((v->roles & ROLE_STAFF) == 0)
		show_remarks(v, b, e, key);
	show_queries(v, b, e, key);
}

void
beside_check_words(struct visit *v, const char *field)
{
	const char *problem = abstraction_remark_problem(form_text(v->form, field));

	if (problem != NULL)
		form_error(v->form, field, "%s", problem);
}
