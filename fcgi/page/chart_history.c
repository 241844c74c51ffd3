/*
 * Who changed which answer of a chart, when, from what to what, and why after it
 * was complete; and what was confirmed.
 */
#include "measure/catalogue.h"
#include "page/chart.h"
#include "page/pages.h"

/* A stored answer in the form's words. */
static const char *
words(struct visit *v, const struct element *e, const char *text)
{
	struct answer answer;
	const char *message;

	if (text == NULL || *text == '\0')
		return "No answer";
	if (e == NULL || !answer_read(e, text, &answer, v->a, &message))
		return text;
	return answer_label(e, answer, v->a);
}

static void
show_change(struct visit *v, size_t i, const struct answer_changes_row *row)
{
	const struct element *e = catalogue_element(visit_catalogue(v), row->element);
	struct view *view = v->view;

	view_str(view, view_key(view, "changes.%zu.question", i),
		 question_title(visit_catalogue(v), row->element));
	view_str(view, view_key(view, "changes.%zu.before", i), words(v, e, row->before));
	view_str(view, view_key(view, "changes.%zu.after", i), words(v, e, row->after));
	view_str(view, view_key(view, "changes.%zu.role", i),
		 row->role == NULL ? "No longer of the practice"
				   : access_role_title(access_role(row->role)));
}

/* Confirmed findings, those of older answers too: confirmed.N.{question,finding,...}. */
static void
show_confirmations(struct visit *v)
{
	size_t n;
	struct confirmation_list_row *rows;

	rows = q_confirmation_list(v->db, v->practice_id, v->chart->id, &n);
	view_rows(v->view, "confirmed", &Q_CONFIRMATION_LIST, rows, n);
	for (size_t i = 0; i < n; i++)
		view_str(v->view, view_key(v->view, "confirmed.%zu.question", i),
			 question_title(visit_catalogue(v), rows[i].element));
}

void
chart_history(struct visit *v)
{
	size_t n, n_reopened;
	struct answer_changes_row *rows = q_answer_changes(v->db, v->practice_id, v->chart->id, &n);
	struct reopening_list_row *reopened = q_reopening_list(v->db, v->practice_id, v->chart->id,
							       &n_reopened);

	view_rows(v->view, "reopened", &Q_REOPENING_LIST, reopened, n_reopened);
	show_confirmations(v);
	chart_show_time(v);
	view_rows(v->view, "changes", &Q_ANSWER_CHANGES, rows, n);
	for (size_t i = 0; i < n; i++)
		show_change(v, i, &rows[i]);
	view_row(v->view, "chart", &Q_CHART_OPEN, v->chart);
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_str(v->view, "Page.kind", "wide");
	chart_crumbs(v, true);
	visit_page(v, "chart/history.cs");
}
