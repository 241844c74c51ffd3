/*
 * "Fewer eligible charts than required": a practice declares, by module, how
 * many eligible charts there are in all and why. It is no wall: charts go on
 * as before, and what was declared stands beside the figures.
 */
#include "base/date.h"
#include "base/text.h"
#include "model/abstraction.h"
#include "page/chart.h"
#include "page/pages.h"

enum { REASON_MAX = 500 };

const struct field fewer_form[] = {
	{ .name = "n_", .label = "Eligible charts", .type = FIELD_TABLE },
	{ .name = "r_", .label = "Reason", .type = FIELD_TABLE },
	{ .name = NULL },
};

/* What is declared of a module; `eligible` counts only if `there`. */
struct declared {
	bool there;
	uint32_t eligible;
	const char *reason;
};

static const char *
typed(const struct visit *v, const char *table, const char *module)
{
	struct pairs all = form_table(v->form, table);
	const char *text = pairs_get(&all, module);

	return text == NULL ? "" : text_trim(v->a, text);
}

/* Reads what is said of a module; a message, or NULL if it can be. */
static const char *
take(struct visit *v, const struct entry_progress_row *m, struct declared *d)
{
	const char *count = typed(v, "n_", m->module);
	uint64_t n;

	d->reason = typed(v, "r_", m->module);
	d->there = *count != '\0' || *d->reason != '\0';
	if (!d->there)
		return NULL;
	if (!text_to_u64(count, &n) || n >= m->required)
		return arena_printf(v->a, "Eligible charts must be a whole number below %u, which are "
				    "required.", m->required);
	if ((int64_t)n < m->complete)
		return arena_printf(v->a, "%lld charts are complete in it already, so they are eligible.",
				    (long long)m->complete);
	d->eligible = (uint32_t)n;
	if (*d->reason == '\0')
		return "A reason is needed: it stands in your report.";
	if (text_length(d->reason) > REASON_MAX)
		return arena_printf(v->a, "The reason is longer than %d characters.", REASON_MAX);
	return abstraction_remark_problem(d->reason);
}

static void
show(struct visit *v, const struct entry_progress_row *rows, size_t n)
{
	bool posted = v->req->method == METHOD_POST;
	struct view *view = v->view;
	size_t n_declared;
	struct declaration_list_row *old = q_declaration_list(v->db, v->practice_id, v->round->id,
							      &n_declared);

	view_rows(view, "modules", &Q_ENTRY_PROGRESS, rows, n);
	for (size_t i = 0; i < n; i++) {
		view_str(view, view_key(view, "modules.%zu.title", i),
			 module_title(visit_catalogue(v), rows[i].module));
		for (size_t j = 0; j < n_declared && !posted; j++)
			if (text_equal(old[j].module, rows[i].module)) {
				view_num(view, view_key(view, "modules.%zu.count", i),
					 old[j].eligible);
				view_str(view, view_key(view, "modules.%zu.reason", i),
					 old[j].reason);
			}
		if (!posted)
			continue;
		view_str(view, view_key(view, "modules.%zu.count", i),
			 typed(v, "n_", rows[i].module));
		view_str(view, view_key(view, "modules.%zu.reason", i),
			 typed(v, "r_", rows[i].module));
	}
	view_row(view, "round", &Q_ROUND_BY_ID, v->round);
	if (posted)
		visit_show_form(v);
	view_str(view, "Crumb.0.href", "/dashboard");
	view_str(view, "Crumb.0.title", "Dashboard");
	view_str(view, "Crumb.1.href", arena_printf(v->a, "/rounds/%llu",
						   (unsigned long long)v->round->id));
	view_str(view, "Crumb.1.title", v->round->name);
	view_str(view, "Crumb.2.title", "Fewer eligible charts");
	visit_page(v, "fewer/declare.cs");
}

void
fewer_declare(struct visit *v)
{
	size_t n;
	struct entry_progress_row *rows = q_entry_progress(v->db, v->practice_id, v->round->id, &n);

	show(v, rows, n);
}

static void
store(struct visit *v, const struct entry_progress_row *rows, const struct declared *all, size_t n)
{
	int64_t now = time_now();

	for (size_t i = 0; i < n; i++)
		if (all[i].there)
			q_declaration_put(v->db, v->practice_id, v->round->id, rows[i].module,
					  all[i].eligible, all[i].reason, v->me->account_id, now);
		else
			q_declaration_remove(v->db, v->practice_id, v->round->id, rows[i].module);
	q_practice_stamp(v->db, v->practice_id);
	visit_audit(v, v->practice_id, "fewer_charts_declared",
		    arena_printf(v->a, "round:%llu", (unsigned long long)v->round->id));
}

void
fewer_declare_post(struct visit *v)
{
	size_t n;
	struct entry_progress_row *rows;
	struct declared *all;

	if (!chart_begin_in_open_round(v))
		return;
	rows = q_entry_progress(v->db, v->practice_id, v->round->id, &n);
	all = arena_array(v->a, n, sizeof *all);
	for (size_t i = 0; i < n; i++) {
		const char *problem = take(v, &rows[i], &all[i]);

		view_str(v->view, view_key(v->view, "modules.%zu.error", i), problem);
		if (problem != NULL && !form_has_errors(v->form))
			form_error(v->form, "n_", "%s: %s",
				   module_title(visit_catalogue(v), rows[i].module), problem);
	}
	if (form_has_errors(v->form)) {
		show(v, rows, n);
		return;
	}
	store(v, rows, all, n);
	db_commit(v->db);
	visit_go(v, arena_printf(v->a, "/rounds/%llu", (unsigned long long)v->round->id), "declared");
}
