/*
 * The page of one question of a chart: what people say beside it, and the forms
 * to say more. The form's script shows the same page in a dialog; without it,
 * it is a page of its own. ASCO staff see the queries alone, under an address
 * of theirs (staff_chart.c).
 */
#include "base/date.h"
#include "base/text.h"
#include "page/beside.h"
#include "page/chart.h"
#include "page/pages.h"
#include "page/question.h"
#include "page/routes.h"

const struct field question_confirm_form[] = {
	{ .name = "reason", .label = "Why it is right", .type = FIELD_TEXT, .required = true, .max = REASON_MAX },
	{ .name = "answers", .label = "Answers", .type = FIELD_TEXT, .max = 2000 },
	{ .name = "finding", .label = "Finding", .type = FIELD_TEXT, .max = 500 },
	{ .name = NULL },
};

const struct field question_remark_form[] = {
	{ .name = "comment", .label = "Comment", .type = FIELD_LINES, .max = REMARK_MAX },
	{ .name = "document", .label = "Document", .type = FIELD_TEXT, .max = 120 },
	{ .name = "page", .label = "Page", .type = FIELD_TEXT, .max = 20 },
	{ .name = "dated", .label = "Date of the document", .type = FIELD_DATE },
	{ .name = NULL },
};

const struct field question_ask_form[] = {
	{ .name = "ask", .label = "Question", .type = FIELD_LINES, .required = true, .max = REMARK_MAX },
	{ .name = NULL },
};

static const struct form_choice steps[] = { { "say", "Answer" }, { "close", "Close" }, { NULL, NULL } };

const struct field question_say_form[] = {
	{ .name = "say", .label = "Answer", .type = FIELD_LINES, .max = REMARK_MAX },
	{ .name = "then", .label = "Next step", .type = FIELD_CHOICE, .choices = steps },
	{ .name = NULL },
};

const char *
question_title(const struct catalogue *cat, const char *element)
{
	const struct element *e = catalogue_element(cat, element);

	return e == NULL ? element : e->question;
}

/* What stands last in the path: an element's or a query's. */
static const char *
last_of_path(const struct visit *v)
{
	return v->match.n == 0 ? "" : v->match.values[v->match.n - 1];
}

static bool
is_staff(const struct visit *v)
{
	return (v->roles & ROLE_STAFF) != 0;
}

const char *
question_chart_path(const struct visit *v)
{
	if (is_staff(v))
		return arena_printf(v->a, "/staff/practices/%llu/charts/%llu",
				    (unsigned long long)v->practice_id,
				    (unsigned long long)v->chart->id);
	return arena_printf(v->a, "/charts/%llu", (unsigned long long)v->chart->id);
}

static const char *
question_path(const struct visit *v, const char *element)
{
	return arena_printf(v->a, "%s/questions/%s", question_chart_path(v), element);
}

/* The question of that id, if this chart has it; else answers 404. */
static const struct element *
take_question(struct visit *v, const struct abstraction *abs, const char *id)
{
	const struct element *e = catalogue_element(abs->cat, id);

	if (e != NULL && chart_has_question(abs, e))
		return e;
	visit_error(v, 404, NULL);
	return NULL;
}

/* All forms of the page, the one that was sent last, so that it shows what was typed. */
static void
show_forms(struct visit *v)
{
	static const struct field *const forms[] = { question_confirm_form, question_remark_form,
						     question_ask_form, question_say_form };

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (v->page->form != forms[i])
			form_show(form_new(v->a, forms[i]), v->view);
	if (v->form != NULL)
		visit_show_form(v);
}

/* Nobody could read what is asked in a second chart, before it is closed for good. */
static bool
may_ask(const struct visit *v)
{
	return (v->roles & (ABSTRACTORS | STAFF)) != 0 && v->chart->second_of == NULL;
}

static void
show_place(struct visit *v, const struct element *e)
{
	struct view *view = v->view;

	view_num(view, "chart.number", v->chart->number);
	view_str(view, "round.name", v->round->name);
	view_str(view, "chart_path", question_chart_path(v));
	view_str(view, "here", question_path(v, e->id));
	view_str(view, "back", arena_printf(v->a, "%s#q-%s", question_chart_path(v), e->id));
	view_bool(view, "staff", is_staff(v));
	view_bool(view, "may_write", (v->roles & (ABSTRACTORS | STAFF)) != 0);
	view_bool(view, "may_ask", may_ask(v));
	view_bool(view, "may_confirm",
		  (v->roles & ABSTRACTORS) != 0 && text_equal(v->round->state, "open") &&
			  text_equal(v->chart->state, "open"));
	view_str(view, "Page.title", arena_printf(v->a, "Notes on a question of chart %u",
						  v->chart->number));
}

/* The page, after a form of it was sent or not. */
static void
show(struct visit *v, const struct abstraction *abs, const struct element *e)
{
	const struct beside *b = beside_load(v, abs);
	const struct soft_finding *note = beside_note(b, e);
	struct view *view = v->view;

	show_place(v, e);
	view_str(view, "question.element", e->id);
	view_str(view, "question.label", e->question);
	view_str(view, "question.section", e->section);
	if (abs->answers[e->index].state != ANSWER_NONE)
		view_str(view, "question.answer",
			 answer_label(e, abs->answers[e->index], v->a));
	view_str(view, "question.marker", beside_words(v->a, b, e));
	if (note != NULL)
		view_str(view, "question.note", note->message);
	if (note != NULL && note->confirmed != NULL)
		view_str(view, "question.confirmed", beside_confirmed_words(v->a, note->confirmed));
	beside_show(v, b, e, "question");
	show_forms(v);
	if (is_staff(v))
		staff_chart_crumbs(v, true);
	else
		chart_crumbs(v, true);
	visit_page(v, "question/show.cs");
}

void
question_show(struct visit *v)
{
	const struct abstraction *abs = chart_load(v);
	const struct element *e = take_question(v, abs, last_of_path(v));

	if (e != NULL)
		show(v, abs, e);
}

/* The soft finding that a confirmation speaks of, as the person saw it; NULL if it is gone. */
static const struct soft_finding *
seen_finding(struct visit *v, const struct beside *b, const struct element *e)
{
	for (size_t i = 0; i < b->n_soft; i++)
		if (b->soft[i].element == e &&
		    text_equal(b->soft[i].message, form_text(v->form, "finding")) &&
		    text_equal(b->soft[i].answers, form_text(v->form, "answers")))
			return &b->soft[i];
	return NULL;
}

/* Under the chart's lock, so that no answer changes meanwhile. */
static void
confirm(struct visit *v, const struct element *e)
{
	struct chart_lock_row lock;
	const struct abstraction *abs;
	const struct beside *b;
	const struct soft_finding *soft;

	db_begin(v->db);
	if (!q_chart_lock(v->db, v->practice_id, v->chart->id, &lock) ||
	    !text_equal(lock.state, "open")) {
		visit_error(v, 409, "This chart is complete. Open it again to confirm an answer.");
		return;
	}
	abs = chart_load(v);
	b = beside_load(v, abs);
	soft = seen_finding(v, b, e);
	if (soft == NULL) {
		form_error(v->form, "reason", "An answer that this speaks of was changed meanwhile. "
			   "Look at it again.");
		show(v, abs, e);
		return;
	}
	if (soft->confirmed == NULL)
		confirmation_give(v->db, abs, soft, form_text(v->form, "reason"), v->me->account_id);
	db_commit(v->db);
	visit_go(v, question_path(v, e->id), "confirmed_answer");
}

void
question_confirm_post(struct visit *v)
{
	const struct abstraction *abs = chart_load(v);
	const struct element *e = take_question(v, abs, last_of_path(v));

	if (e == NULL)
		return;
	beside_check_words(v, "reason");
	if (form_has_errors(v->form))
		show(v, abs, e);
	else
		confirm(v, e);
}

static const char *
text_or_null(const struct visit *v, const char *field)
{
	const char *text = form_text(v->form, field);

	return *text == '\0' ? NULL : text;
}

void
question_remark_post(struct visit *v)
{
	const struct abstraction *abs = chart_load(v);
	const struct element *e = take_question(v, abs, last_of_path(v));
	int32_t day;
	bool dated = form_date(v->form, "dated", &day);
	const char *comment = text_or_null(v, "comment"), *document = text_or_null(v, "document");
	const char *page = text_or_null(v, "page");

	if (e == NULL)
		return;
	if (comment == NULL && document == NULL)
		form_error(v->form, "comment", page != NULL || dated
			   ? "Name the document whose page or date this is, or write a comment."
			   : "Write a comment, or name the document that shows the answer.");
	beside_check_words(v, "comment");
	beside_check_words(v, "document");
	beside_check_words(v, "page");
	if (form_has_errors(v->form)) {
		show(v, abs, e);
		return;
	}
	q_remark_add(v->db, v->chart->id, v->practice_id, e->id, comment, document, page,
		     dated ? &day : NULL, v->me->account_id, time_now());
	visit_go(v, question_path(v, e->id), "remark_kept");
}

static void
audit_query(struct visit *v, const char *action, uint64_t query)
{
	visit_audit(v, v->practice_id, action,
		    arena_printf(v->a, "chart:%llu query:%llu", (unsigned long long)v->chart->id,
				 (unsigned long long)query));
	q_practice_stamp(v->db, v->practice_id);
}

void
question_ask_post(struct visit *v)
{
	const struct abstraction *abs = chart_load(v);
	const struct element *e = take_question(v, abs, last_of_path(v));
	int64_t now = time_now();
	uint64_t query;

	if (e == NULL)
		return;
	if (!may_ask(v)) {
		visit_error(v, 404, NULL);
		return;
	}
	beside_check_words(v, "ask");
	if (form_has_errors(v->form)) {
		show(v, abs, e);
		return;
	}
	db_begin(v->db);
	query = q_chart_query_add(v->db, v->chart->id, v->practice_id, e->id, is_staff(v),
				  v->me->account_id, now);
	q_chart_query_say(v->db, query, v->practice_id, form_text(v->form, "ask"),
			  v->me->account_id, now);
	audit_query(v, "query_asked", query);
	db_commit(v->db);
	visit_go(v, question_path(v, e->id), "query_asked");
}

/* What stands against saying this to the query; beside the field. */
static void
check_saying(struct visit *v, const struct chart_query_hold_row *query, bool close)
{
	beside_check_words(v, "say");
	if (text_equal(query->state, "closed"))
		form_error(v->form, "say", "This query was closed meanwhile. Ask a new one.");
	else if (close && !beside_is_asker(v, query->by_staff, query->asked_by))
		form_error(v->form, "say", "Only who asked closes a query.");
	else if (!close && *form_text(v->form, "say") == '\0')
		form_error(v->form, "say", "Write what you want to say.");
}

/* Adds what was said and moves the query on: who asked asks again, others answer. */
static void
say(struct visit *v, const struct chart_query_hold_row *query, bool close)
{
	const char *text = form_text(v->form, "say");
	int64_t now = time_now();
	bool again = beside_is_asker(v, query->by_staff, query->asked_by);

	if (*text != '\0')
		q_chart_query_say(v->db, query->id, v->practice_id, text, v->me->account_id, now);
	if (close)
		q_chart_query_close(v->db, v->me->account_id, now, v->practice_id, query->id);
	else
		q_chart_query_move(v->db, again ? "open" : "answered", v->practice_id, query->id);
	audit_query(v, close ? "query_closed" : again ? "query_asked" : "query_answered", query->id);
}

void
question_say_post(struct visit *v)
{
	struct chart_query_hold_row query;
	bool close = text_equal(form_text(v->form, "then"), "close");
	uint64_t id;

	db_begin(v->db);
	if (!text_to_u64(last_of_path(v), &id) ||
	    !q_chart_query_hold(v->db, v->practice_id, v->chart->id, id, &query)) {
		visit_error(v, 404, NULL);
		return;
	}
	check_saying(v, &query, close);
	if (form_has_errors(v->form)) {
		const struct abstraction *abs = chart_load(v);

		view_num(v->view, "said_to", (int64_t)id);
		show(v, abs, take_question(v, abs, query.element));
		return;
	}
	say(v, &query, close);
	db_commit(v->db);
	visit_go(v, question_path(v, query.element), close ? "query_closed" : "query_said");
}
