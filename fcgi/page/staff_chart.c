/*
 * ASCO staff and a practice's charts: they may look at one to ask about it.
 *
 * They see questions, answers and queries, neither the practice's label nor its
 * own remarks, and change nothing. Each look is a line of the audit log.
 */
#include "base/text.h"
#include "page/beside.h"
#include "page/chart.h"
#include "page/guard.h"
#include "page/pages.h"
#include "page/question.h"

/* The practice's address below /staff. */
static const char *
practice_path(const struct visit *v)
{
	return arena_printf(v->a, "/staff/practices/%llu", (unsigned long long)v->practice->id);
}

void
staff_chart_crumbs(struct visit *v, bool deeper)
{
	view_str(v->view, "Crumb.0.title", "Practices");
	view_str(v->view, "Crumb.0.href", "/staff/practices");
	view_str(v->view, "Crumb.1.title", v->practice->name);
	view_str(v->view, "Crumb.1.href", practice_path(v));
	view_str(v->view, "Crumb.2.title", "Charts");
	if (v->chart == NULL)
		return;
	view_str(v->view, "Crumb.2.href", arena_printf(v->a, "%s/charts", practice_path(v)));
	view_str(v->view, "Crumb.3.title", arena_printf(v->a, "Chart %u", v->chart->number));
	if (!deeper)
		return;
	view_str(v->view, "Crumb.3.href", question_chart_path(v));
	view_str(v->view, "Crumb.4.title", "A question");
}

void
staff_chart_list(struct visit *v)
{
	size_t n;
	struct chart_list_of_staff_row *rows = q_chart_list_of_staff(v->db, v->practice->id, &n);

	view_row(v->view, "practice", &Q_PRACTICE_BY_ID, v->practice);
	view_rows(v->view, "charts", &Q_CHART_LIST_OF_STAFF, rows, n);
	staff_chart_crumbs(v, false);
	visit_page(v, "staff/charts.cs");
}

/*
 * The chart that the address names second becomes the visit's; from here on it
 * acts on that practice. Answers 404 without one, and for a second chart, which
 * nobody asks about.
 */
static bool
take_chart(struct visit *v)
{
	uint64_t id;

	if (v->match.n < 2 || !text_to_u64(v->match.values[1], &id) ||
	    !guard_take_chart(v, v->practice->id, id) || v->chart->second_of != NULL) {
		visit_error(v, 404, NULL);
		return false;
	}
	v->practice_id = v->practice->id;
	return true;
}

static void
audit_look(struct visit *v)
{
	db_begin(v->db);
	visit_audit(v, v->practice_id, "chart_seen_by_staff",
		    arena_printf(v->a, "chart:%llu", (unsigned long long)v->chart->id));
	db_commit(v->db);
}

void
staff_chart(struct visit *v)
{
	const struct abstraction *abs;

	if (!take_chart(v))
		return;
	audit_look(v);
	abs = chart_load(v);
	paper_show_answers(v, abs, beside_load(v, abs));
	view_row(v->view, "practice", &Q_PRACTICE_BY_ID, v->practice);
	view_num(v->view, "chart.number", v->chart->number);
	view_str(v->view, "chart.state", v->chart->state);
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_str(v->view, "chart_path", question_chart_path(v));
	view_str(v->view, "Page.title", arena_printf(v->a, "Chart %u", v->chart->number));
	staff_chart_crumbs(v, false);
	visit_page(v, "staff/chart.cs");
}

void
staff_question(struct visit *v)
{
	if (!take_chart(v))
		return;
	audit_look(v);
	question_show(v);
}

void
staff_question_ask_post(struct visit *v)
{
	if (take_chart(v))
		question_ask_post(v);
}

void
staff_question_say_post(struct visit *v)
{
	if (take_chart(v))
		question_say_post(v);
}

void
staff_query_list(struct visit *v)
{
	size_t n;
	struct chart_query_of_staff_row *rows = q_chart_query_of_staff(v->db, &n);

	view_rows(v->view, "queries", &Q_CHART_QUERY_OF_STAFF, rows, n);
	for (size_t i = 0; i < n; i++)
		view_str(v->view, view_key(v->view, "queries.%zu.question", i),
			 question_title(v->app->catalogue, rows[i].element));
	visit_page(v, "staff/queries.cs");
}
