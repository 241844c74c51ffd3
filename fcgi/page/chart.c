/* A round's charts: the list of a practice, making one, completing, opening again. */
#include "base/date.h"
#include "base/text.h"
#include "measure/catalogue.h"
#include "model/abstraction.h"
#include "page/beside.h"
#include "page/chart.h"
#include "page/pages.h"
#include "page/reabstraction.h"

enum { LABEL_MAX = 40 };

const struct field chart_new_form[] = {
	{ .name = "label", .label = "Your own label", .type = FIELD_TEXT, .max = LABEL_MAX },
	{ .name = "treating", .label = "Treating physician or fellow", .type = FIELD_WHOLE, .max = INT32_MAX },
	{ .name = "module_", .label = "Modules", .type = FIELD_TABLE },
	{ .name = NULL },
};

/* The modules of the practice's sign-up, each with a box that is ticked at first. */
static void
show_modules(struct visit *v)
{
	const struct catalogue *cat = visit_catalogue(v);
	struct pairs ticked = form_table(v->form, "module_");
	bool typed = v->req->method == METHOD_POST;
	size_t n;
	struct entry_progress_row *rows = q_entry_progress(v->db, v->practice_id, v->round->id, &n);

	view_rows(v->view, "modules", &Q_ENTRY_PROGRESS, rows, n);
	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, rows[i].module);

		view_str(v->view, view_key(v->view, "modules.%zu.title", i),
			 m == NULL ? rows[i].module : m->title);
		view_bool(v->view, view_key(v->view, "modules.%zu.core", i),
			  m != NULL && m->kind == MODULE_CORE);
		view_bool(v->view, view_key(v->view, "modules.%zu.ticked", i),
			  !typed || pairs_get(&ticked, rows[i].module) != NULL);
	}
}

static void
show_list(struct visit *v)
{
	size_t n;
	struct chart_list_row *rows = q_chart_list(v->db, v->practice_id, v->round->id, &n);

	if (v->form == NULL)
		v->form = form_new(v->a, chart_new_form);
	visit_show_form(v);
	show_modules(v);
	chart_show_people(v, "Form.treating.choices", false,
			  (uint64_t)form_whole(v->form, "treating"));
	if (text_equal(v->entry->track, "fellowship"))
		chart_show_fellows(v);
	reabstraction_show_own(v);
	view_rows(v->view, "charts", &Q_CHART_LIST, rows, n);
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_bool(v->view, "round.is_open", text_equal(v->round->state, "open"));
	view_bool(v->view, "can_abstract", (v->roles & ABSTRACTORS) != 0);
	chart_crumbs(v, false);
	visit_page(v, "chart/list.cs");
}

void
chart_list(struct visit *v)
{
	show_list(v);
}

/* The ticked modules that the practice signed up for; Core is always one of them. */
static module_set
ticked_modules(struct visit *v, const struct catalogue *cat)
{
	struct pairs ticked = form_table(v->form, "module_");
	module_set set = 0;
	size_t n;
	struct entry_progress_row *rows = q_entry_progress(v->db, v->practice_id, v->round->id, &n);

	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, rows[i].module);

		if (m != NULL &&
		    (m->kind == MODULE_CORE || pairs_get(&ticked, rows[i].module) != NULL))
			set |= module_bit(m);
	}
	return set;
}

bool
chart_begin_in_open_round(struct visit *v)
{
	struct round_hold_open_row round;
	struct entry_hold_row entry;

	db_begin(v->db);
	if (q_round_hold_open(v->db, v->round->id, v->practice_id, time_day(time_now()), &round) &&
	    q_entry_hold(v->db, v->practice_id, v->round->id, &entry))
		return true;
	visit_error(v, 409, "The round was closed a moment ago, so nothing was changed.");
	return false;
}

void
chart_list_post(struct visit *v)
{
	const struct catalogue *cat = visit_catalogue(v);
	const char *label = form_text(v->form, "label");
	const char *problem = abstraction_label_problem(label);
	bool fellow;
	const uint64_t *treating = chart_take_person(v, "treating", false, &fellow);
	enum own_chart own = abstraction_own_chart(v->me->account_id,
						   (v->roles & ROLE_FELLOW) != 0, treating);
	uint64_t id;

	if (own == OWN_CHART_REFUSED)
		form_error(v->form, "treating", "A fellow may not abstract charts of their own "
			   "patients: somebody else starts this one.");
	if (problem != NULL)
		form_error(v->form, "label", "%s", problem);
	if (form_has_errors(v->form)) {
		show_list(v);
		return;
	}
	if (!chart_begin_in_open_round(v))
		return;
	id = abstraction_new(v->db, cat, v->practice_id, v->round->id, label,
			     ticked_modules(v, cat), v->me->account_id);
	q_chart_set_people(v->db, &v->me->account_id, treating, v->practice_id, id);
	q_practice_stamp(v->db, v->practice_id);
	db_commit(v->db);
	visit_go(v, arena_printf(v->a, "/charts/%llu", (unsigned long long)id),
		 own == OWN_CHART_WARNED ? "chart_made_own" : "chart_made");
}

/*
 * What stands against completing, above the form; the form shows the rest beside
 * the questions. What is packed is read under the chart's lock, so that no answer
 * that somebody saves in this moment is left out of it.
 */
void
chart_complete_post(struct visit *v)
{
	struct chart_lock_row lock;
	struct abstraction *abs;
	const struct beside *b;

	if (!chart_begin_in_open_round(v))
		return;
	q_chart_lock(v->db, v->practice_id, v->chart->id, &lock);
	abs = chart_load(v);
	b = beside_load(v, abs);
	if (b->blocking > 0 || confirmation_lacking(b->soft, b->n_soft) > 0) {
		chart_show_form(v, abs, NULL, true);
		return;
	}
	if (abstraction_complete(v->db, v->a, abs, time_now(), v->me->account_id)) {
		q_practice_stamp(v->db, v->practice_id);
		visit_audit(v, v->practice_id, "chart_completed",
			    arena_printf(v->a, "chart:%llu", (unsigned long long)v->chart->id));
	}
	db_commit(v->db);
	visit_go(v, arena_printf(v->a, "/rounds/%llu/charts", (unsigned long long)v->round->id),
		 v->chart->second_of != NULL	      ? "second_complete"
		 : beside_open_queries(b, NULL) > 0 ? "chart_complete_asked"
						    : "chart_complete");
}
