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
	CHART_PLACE_FIELDS,
	{ .name = "module_", .label = "Modules", .type = FIELD_TABLE },
	{ .name = NULL },
};

void
chart_show_modules(struct visit *v)
{
	const struct catalogue *cat = visit_catalogue(v);
	struct pairs ticked = form_table(v->form, "module_");
	bool typed = v->req->method == METHOD_POST;
	size_t n;
	struct entry_progress_row *rows = q_entry_progress(v->db, v->practice_id, v->round->id, &n);

	view_rows(v->view, "modules", &Q_ENTRY_PROGRESS, rows, n);
	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, rows[i].module);
		bool core = m != NULL && m->kind == MODULE_CORE;

		view_str(v->view, view_key(v->view, "modules.%zu.title", i),
			 m == NULL ? rows[i].module : m->title);
		view_bool(v->view, view_key(v->view, "modules.%zu.core", i), core);
		view_bool(v->view, view_key(v->view, "modules.%zu.ticked", i),
			  core || !typed || pairs_get(&ticked, rows[i].module) != NULL);
	}
}

/* The number of a part of the query, "?site=3"; 0 where there is none. */
static uint64_t
asked_for(struct visit *v, const char *name)
{
	const char *text = req_query(v->req, name);
	uint64_t id;

	return text != NULL && text_to_u64(text, &id) ? id : 0;
}

/* The charts that ?site= and ?physician= ask for, and the form that asks. */
static void
show_charts(struct visit *v)
{
	uint64_t site = asked_for(v, "site"), physician = asked_for(v, "physician");
	size_t n, without = 0;
	struct chart_list_row *rows = q_chart_list(v->db, v->practice_id, v->round->id, site,
						   physician, &n);

	for (size_t i = 0; i < n; i++)
		without += rows[i].site == NULL && !text_equal(rows[i].state, "ineligible");
	view_rows(v->view, "charts", &Q_CHART_LIST, rows, n);
	view_num(v->view, "without_site", (int64_t)without);
	view_bool(v->view, "filtered", site != 0 || physician != 0);
	chart_show_sites(v, "filter.sites", site);
	chart_show_physicians(v, "filter.physicians", physician);
}

/* How far each physician's own charts are, whose figures the report will show. */
static void
show_physicians(struct visit *v)
{
	size_t n;
	struct entry_physician_progress_row *rows = q_entry_physician_progress(
		v->db, v->practice_id, v->round->id, &n);

	view_rows(v->view, "physicians", &Q_ENTRY_PHYSICIAN_PROGRESS, rows, n);
	for (size_t i = 0; i < n; i++) {
		view_bool(v->view, view_key(v->view, "physicians.%zu.next", i),
			  i == 0 || rows[i].physician_id != rows[i - 1].physician_id);
		view_str(v->view, view_key(v->view, "physicians.%zu.title", i),
			 module_title(visit_catalogue(v), rows[i].module));
	}
	view_num(v->view, "charts_a_physician", v->round->charts_a_physician);
}

static void
show_list(struct visit *v)
{
	if (v->form == NULL)
		v->form = form_new(v->a, chart_new_form);
	visit_show_form(v);
	chart_show_modules(v);
	chart_show_sites(v, "Form.site.choices", (uint64_t)form_whole(v->form, "site"));
	chart_show_physicians(v, "Form.physician.choices",
			      (uint64_t)form_whole(v->form, "physician"));
	if (text_equal(v->entry->track, "fellowship"))
		chart_show_fellows(v);
	show_physicians(v);
	reabstraction_show_own(v);
	show_charts(v);
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

module_set
chart_ticked_modules(struct visit *v, const struct catalogue *cat)
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
	struct chart_place place = chart_take_place(v);
	enum own_chart own = abstraction_own_chart(
		v->me->account_id, (v->roles & ROLE_FELLOW) != 0, place.account_id);
	uint64_t id;

	if (own == OWN_CHART_REFUSED)
		form_error(v->form, "physician", "A fellow may not abstract charts of their own "
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
			     chart_ticked_modules(v, cat), v->me->account_id);
	q_chart_set_people(v->db, &v->me->account_id, place.physician_id, place.site_id,
			   v->practice_id, id);
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
