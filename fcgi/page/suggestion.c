/*
 * What a patient's record says, beside the questions of a chart: the page that takes
 * the record, and the decisions. The record itself is read and forgotten. An answer
 * that stands is replaced only by who was shown it; each decision goes through the
 * ordinary save, so that the history has it.
 */
#include "page/suggestion.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "exchange/mcode.h"
#include "page/chart.h"
#include "page/pages.h"

enum { RECORD_MAX = 16000000, PASTE_MAX = 1000000 };

const struct field suggestion_form[] = {
	{ .name = "file", .label = "File", .type = FIELD_FILE, .max = RECORD_MAX },
	{ .name = "record", .label = "Record", .type = FIELD_LINES, .max = PASTE_MAX },
	{ .name = NULL },
};

static const struct form_choice decisions[] = {
	{ "accept", "Accept" }, { "refuse", "Refuse" }, { NULL, NULL }
};

const struct field suggestion_decide_form[] = {
	{ .name = "then", .label = "Decision", .type = FIELD_CHOICE, .required = true, .choices = decisions },
	{ .name = "replace", .label = "Answer to replace", .type = FIELD_WHOLE, .max = INT32_MAX },
	{ .name = "panel", .label = "Panel of measures", .type = FIELD_TEXT, .max = 8 },
	{ .name = NULL },
};

struct suggestions
suggestion_load(struct visit *v)
{
	struct suggestions s;

	s.all = q_suggestion_list(v->db, v->practice_id, v->chart->id, &s.n);
	return s;
}

/* The answer of a suggestion; false if the question does not take it. */
static bool
answer_of(struct visit *v, const struct element *e, const char *value, struct answer *answer)
{
	const char *message;

	return answer_read(e, value, answer, v->a, &message) && answer->state != ANSWER_NONE;
}

void
suggestion_show(struct visit *v, const struct suggestions *s, const struct abstraction *abs,
		const struct element *e, const char *key)
{
	struct answer answer;
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct suggestion_list_row *row = &s->all[i];
		const char *at;

		if (!text_equal(row->element, e->id) || !answer_of(v, e, row->value, &answer) ||
		    answer_equal(answer, abs->answers[e->index]))
			continue;
		at = arena_printf(v->a, "%s.%zu", key, n++);
		view_row(v->view, at, &Q_SUGGESTION_LIST, row);
		view_str(v->view, arena_printf(v->a, "%s.label", at), answer_label(e, answer, v->a));
	}
}

static const char *
chart_path(const struct visit *v)
{
	return arena_printf(v->a, "/charts/%llu", (unsigned long long)v->chart->id);
}

/* The page: the form, and what waits, question by question. */
static void
show(struct visit *v)
{
	const struct abstraction *abs = chart_load(v);
	struct suggestions s = suggestion_load(v);
	size_t n = 0;

	if (v->form == NULL)
		v->form = form_new(v->a, suggestion_form);
	visit_show_form(v);
	for (size_t i = 0; i < abs->cat->n_elements; i++) {
		const struct element *e = &abs->cat->elements[i];
		const char *at = view_key(v->view, "questions.%zu", n);

		suggestion_show(v, &s, abs, e, arena_printf(v->a, "%s.suggestions", at));
		if (view_get(v->view, arena_printf(v->a, "%s.suggestions.0.id", at)) == NULL)
			continue;
		view_str(v->view, arena_printf(v->a, "%s.element", at), e->id);
		view_str(v->view, arena_printf(v->a, "%s.label", at), e->question);
		if (abs->answers[e->index].state != ANSWER_NONE)
			view_str(v->view, arena_printf(v->a, "%s.answer", at),
				 answer_label(e, abs->answers[e->index], v->a));
		view_num(v->view, arena_printf(v->a, "%s.version", at), abs->versions[e->index]);
		n++;
	}
	view_row(v->view, "chart", &Q_CHART_OPEN, v->chart);
	view_str(v->view, "round.name", v->round->name);
	view_bool(v->view, "may_edit", text_equal(v->round->state, "open") &&
					       text_equal(v->chart->state, "open"));
	chart_crumbs(v, true);
	view_str(v->view, "Crumb.3.href", chart_path(v));
	view_str(v->view, "Crumb.4.title", "Suggestions");
	visit_page(v, "suggestion/show.cs");
}

void
suggestion_list(struct visit *v)
{
	show(v);
}

/* Whether a suggestion was refused before. */
static bool
was_refused(const struct mcode_suggestion *s, const struct suggestion_refused_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(rows[i].element, s->element->id) &&
		    text_equal(rows[i].value, s->value))
			return true;
	return false;
}

/* Keeps what is new of a record, in place of what an earlier one suggested; how many. */
static size_t
keep(struct visit *v, const struct mcode *record)
{
	const struct abstraction *abs = chart_load(v);
	struct suggestion_add_params *rows = arena_array(v->a, record->n, sizeof *rows);
	struct suggestion_refused_row *refused;
	int64_t now = time_now();
	size_t n = 0, n_refused;

	db_begin(v->db);
	refused = q_suggestion_refused(v->db, v->practice_id, v->chart->id, &n_refused);
	for (size_t i = 0; i < record->n; i++) {
		const struct mcode_suggestion *s = &record->all[i];
		struct answer answer;

		if (!chart_has_question(abs, s->element) ||
		    was_refused(s, refused, n_refused) ||
		    !answer_of(v, s->element, s->value, &answer) ||
		    answer_equal(answer, abs->answers[s->element->index]))
			continue;
		rows[n++] = (struct suggestion_add_params){
			v->chart->id, v->practice_id, s->element->id, s->value, s->source,
			s->dated ? &s->date : NULL, v->me->account_id, now
		};
	}
	q_suggestion_renew(v->db, v->me->account_id, now, v->practice_id, v->chart->id);
	if (n > 0)
		q_suggestion_add(v->db, rows, n);
	visit_audit(v, v->practice_id, "record_read",
		    arena_printf(v->a, "chart:%llu suggestions:%zu",
				 (unsigned long long)v->chart->id, n));
	db_commit(v->db);
	return n;
}

static bool
is_open(struct visit *v)
{
	if (text_equal(v->chart->state, "open"))
		return true;
	visit_error(v, 409, "This chart is complete. Open it again to change an answer.");
	return false;
}

void
suggestion_list_post(struct visit *v)
{
	struct bytes file = form_file(v->form, "file");
	const char *pasted = form_text(v->form, "record");
	bool is_file = file.size > 0;
	struct mcode record;

	if (!is_open(v))
		return;
	if (!is_file)
		file = (struct bytes){ pasted, strlen(pasted) };
	if (file.size == 0 && !form_has_errors(v->form))
		form_error(v->form, "file", "Choose a file, or paste a record below.");
	if (form_has_errors(v->form)) {
		show(v);
		return;
	}
	record = mcode_read(v->a, visit_catalogue(v), file);
	if (record.problem.code != NULL) {
		form_error(v->form, is_file ? "file" : "record", "%s%s%s", record.problem.text,
			   record.problem.expression == NULL ? "" : " Where: ",
			   record.problem.expression == NULL ? "" : record.problem.expression);
		show(v);
		return;
	}
	visit_go(v, arena_printf(v->a, "%s/suggestions", chart_path(v)),
		 keep(v, &record) > 0 ? "suggestions_kept" : "suggestions_none");
}

/* A decision at work. */
struct deciding {
	struct visit *v;
	struct abstraction *abs;
	const struct element *e;
	const struct suggestion_hold_row *held;
};

static void
end(const struct deciding *d, const char *state)
{
	struct visit *v = d->v;
	int64_t now = time_now();

	q_suggestion_decide(v->db, state, v->me->account_id, now, v->practice_id, v->chart->id,
			    d->held->id);
	if (text_equal(state, "accepted"))
		q_suggestion_close(v->db, v->me->account_id, now, v->practice_id, v->chart->id,
				   d->e->id);
	db_commit(v->db);
	if (visit_wants_json(v))
		chart_answer_json(v, d->abs, d->e);
	else
		visit_go(v, arena_printf(v->a, "%s#q-%s", chart_path(v), d->e->id),
			 text_equal(state, "accepted") ? "suggestion_taken" : "suggestion_refused");
}

/* There is another answer: the person chooses between both. */
static void
ask(const struct deciding *d)
{
	struct visit *v = d->v;
	const char *answer = answer_write(d->e, d->abs->answers[d->e->index], v->a);

	if (visit_wants_json(v)) {
		visit_json_of(v, 409, json_pack("{s:s, s:i}", "answer", answer, "version",
						(int)d->abs->versions[d->e->index]));
		return;
	}
	v->form = NULL;
	view_num(v->view, "asked", (int64_t)d->held->id);
	show(v);
}

static void
accept(const struct deciding *d)
{
	struct visit *v = d->v;
	const char *message;

	if (v->chart->abstractor_id == NULL)
		q_chart_take(v->db, v->me->account_id, v->practice_id, v->chart->id);
	switch (abstraction_save(v->db, v->a, d->abs, d->e, d->held->value,
				 d->abs->versions[d->e->index], v->me->account_id, &message)) {
	case SAVE_DONE:
	case SAVE_SAME: end(d, "accepted"); break;
	case SAVE_CONFLICT: ask(d); break;
	case SAVE_CLOSED:
	case SAVE_WRONG:
		visit_error(v, 409, "This answer can no longer be given in this chart.");
		break;
	}
}

void
suggestion_decide_post(struct visit *v)
{
	struct suggestion_hold_row held;
	struct chart_lock_row lock;
	struct deciding d = { .v = v, .held = &held };
	struct answer answer, stands;
	uint64_t id;

	db_begin(v->db);
	if (form_has_errors(v->form) || !text_to_u64(v->match.values[1], &id) ||
	    !q_chart_lock(v->db, v->practice_id, v->chart->id, &lock) ||
	    !q_suggestion_hold(v->db, v->practice_id, v->chart->id, id, &held)) {
		visit_error(v, 409, "Somebody decided this suggestion meanwhile, or a newer record "
				    "took its place.");
		return;
	}
	if (!is_open(v))
		return;
	d.abs = chart_load(v);
	d.e = catalogue_element(d.abs->cat, held.element);
	if (d.e == NULL || !chart_has_question(d.abs, d.e) ||
	    !answer_of(v, d.e, held.value, &answer)) {
		visit_error(v, 404, NULL);
		return;
	}
	if (text_equal(form_text(v->form, "then"), "refuse")) {
		end(&d, "refused");
		return;
	}
	stands = d.abs->answers[d.e->index];
	if (stands.state == ANSWER_NONE || answer_equal(stands, answer) ||
	    form_whole(v->form, "replace") == (int64_t)d.abs->versions[d.e->index])
		accept(&d);
	else
		ask(&d);
}
