/*
 * A completed chart is opened again to correct an answer. Why is asked once; the
 * history shows it beside each change that follows.
 */
#include "base/date.h"
#include "page/beside.h"
#include "page/chart.h"
#include "page/pages.h"
#include "page/routes.h"

const struct field chart_reopen_form[] = {
	{ .name = "reason", .label = "Why it is opened again", .type = FIELD_TEXT, .required = true,
	  .max = REASON_MAX },
	{ .name = NULL },
};

void
chart_show_reopening(struct visit *v)
{
	form_show(v->page->form == chart_reopen_form ? v->form
						     : form_new(v->a, chart_reopen_form), v->view);
}

void
chart_reopen_post(struct visit *v)
{
	struct abstraction *abs = chart_load(v);

	beside_check_words(v, "reason");
	if (form_has_errors(v->form)) {
		chart_show_form(v, abs, NULL, false);
		return;
	}
	if (!chart_begin_in_open_round(v))
		return;
	if (abstraction_reopen(v->db, abs)) {
		q_reopening_add(v->db, v->chart->id, v->practice_id, form_text(v->form, "reason"),
				v->me->account_id, time_now());
		q_practice_stamp(v->db, v->practice_id);
		visit_audit(v, v->practice_id, "chart_reopened",
			    arena_printf(v->a, "chart:%llu", (unsigned long long)v->chart->id));
	}
	db_commit(v->db);
	visit_go(v, arena_printf(v->a, "/charts/%llu", (unsigned long long)v->chart->id),
		 "chart_reopened");
}
