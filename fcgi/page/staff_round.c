/* Rounds for ASCO staff: all of them, making one, and how one stands. */
#include "base/date.h"
#include "base/text.h"
#include "measure/catalogue.h"
#include "model/round.h"
#include "model/entry.h"
#include "page/pages.h"

enum { DAYS_MAX = 366 }; /* of abstraction: a round is half a year at most, so this is a slip */

const struct field staff_round_form[] = {
	{ .name = "name", .label = "Name", .type = FIELD_TEXT, .required = true,
	  .max = ROUND_NAME_MAX },
	{ .name = "registers", .label = "First day of sign-up", .type = FIELD_DATE },
	{ .name = "opens", .label = "First day of abstraction", .type = FIELD_DATE, .required = true },
	{ .name = "closes", .label = "Last day of abstraction", .type = FIELD_DATE, .required = true },
	{ .name = "reports_expected", .label = "Reports expected", .type = FIELD_DATE },
	{ .name = "archives", .label = "Archived on", .type = FIELD_DATE },
	{ .name = "module_", .label = "Modules", .type = FIELD_TABLE },
	{ .name = "row_", .label = "Chart counts", .type = FIELD_TABLE },
	{ .name = "a_physician", .label = "Charts a physician", .type = FIELD_WHOLE, .min = 1,
	  .max = ROUND_CHARTS_MAX },
	{ .name = "a_fellow", .label = "Charts a fellow", .type = FIELD_WHOLE, .min = 1,
	  .max = ROUND_CHARTS_MAX },
	{ .name = NULL },
};

/* What a new form starts with: only the first row has a source (qopi-domain 14, 1). */
static const struct round_chart_counts_row usual_counts[] = {
	{ 1, 24 }, { 2, 32 }, { 4, 40 }, { 7, 48 }, { 11, 64 }, { 21, 80 },
};

static void
show_crumbs(struct visit *v, const char *here)
{
	view_str(v->view, "Crumb.0.href", "/staff/rounds");
	view_str(v->view, "Crumb.0.title", "Rounds");
	view_str(v->view, "Crumb.1.title", here);
}

void
staff_round_list(struct visit *v)
{
	size_t n;
	struct round_overview_row *rows = q_round_overview(v->db, &n);

	view_rows(v->view, "rounds", &Q_ROUND_OVERVIEW, rows, n);
	for (size_t i = 0; i < n; i++) {
		view_str(v->view, view_key(v->view, "rounds.%zu.state_word", i),
			 round_state_word(rows[i].state));
		view_str(v->view, view_key(v->view, "rounds.%zu.state_look", i),
			 round_state_look(rows[i].state));
	}
	visit_page(v, "staff/rounds.cs");
}

/* The modules that rounds may offer, ticked as the form says; all of them at first. */
static void
show_modules(struct visit *v, bool all)
{
	const struct catalogue *cat = v->app->catalogue;
	struct pairs ticks = form_table(v->form, "module_");
	struct view *view = v->view;

	for (size_t i = 0, n = 0; i < cat->n_modules; i++) {
		const struct module *m = &cat->modules[i];

		if (!m->rounds)
			continue;
		view_str(view, view_key(view, "modules.%zu.id", n), m->id);
		view_str(view, view_key(view, "modules.%zu.title", n), m->title);
		view_bool(view, view_key(view, "modules.%zu.core", n), m->kind == MODULE_CORE);
		view_bool(view, view_key(view, "modules.%zu.wanted", n++),
			  all || m->kind == MODULE_CORE || pairs_get(&ticks, m->id) != NULL);
	}
}

/* One field of the chart-count table as typed, "" if it is not there. */
static const char *
cell(struct visit *v, const struct pairs *typed, size_t row, const char *column)
{
	const char *text = pairs_get(typed, arena_printf(v->a, "%zu_%s", row, column));

	return text == NULL ? "" : text;
}

static void
show_cells(struct visit *v, size_t row, const char *from, const char *charts)
{
	view_num(v->view, view_key(v->view, "rows.%zu.n", row), (int64_t)row);
	view_num(v->view, view_key(v->view, "rows.%zu.number", row), (int64_t)row + 1);
	view_str(v->view, view_key(v->view, "rows.%zu.from", row), from);
	view_str(v->view, view_key(v->view, "rows.%zu.charts", row), charts);
}

static void
show_new(struct visit *v)
{
	bool fresh = v->form == NULL;
	size_t usual = sizeof usual_counts / sizeof *usual_counts;
	struct pairs typed;

	if (fresh) {
		v->form = form_new(v->a, staff_round_form);
		form_set(v->form, "a_physician",
			 arena_printf(v->a, "%d", ROUND_CHARTS_A_PHYSICIAN));
		form_set(v->form, "a_fellow", arena_printf(v->a, "%d", ROUND_CHARTS_A_FELLOW));
	}
	typed = form_table(v->form, "row_");
	for (size_t i = 0; i < ROUND_COUNTS_MAX; i++) {
		if (!fresh)
			show_cells(v, i, cell(v, &typed, i, "from"), cell(v, &typed, i, "charts"));
		else if (i < usual)
			show_cells(v, i, arena_printf(v->a, "%g", usual_counts[i].fte_from),
				   arena_printf(v->a, "%u", usual_counts[i].charts));
		else
			show_cells(v, i, NULL, NULL);
	}
	show_modules(v, fresh);
	show_crumbs(v, "New round");
	view_num(v->view, "report_days", ROUND_REPORT_DAYS);
	view_num(v->view, "archive_days", ROUND_ARCHIVE_DAYS);
	visit_show_form(v);
	visit_page(v, "staff/round_new.cs");
}

void
staff_round_new(struct visit *v)
{
	show_new(v);
}

/* What became of a row of the table. */
enum taken { ROW_TAKEN, ROW_EMPTY, ROW_WRONG };

/* Reads a row; with a message if it is half or no numbers. */
static enum taken
take_row(struct visit *v, const struct pairs *typed, size_t i, struct round_chart_counts_row *row)
{
	const char *from = cell(v, typed, i, "from"), *charts = cell(v, typed, i, "charts");
	uint64_t count;

	if (text_is_empty(from) && text_is_empty(charts))
		return ROW_EMPTY;
	if (!text_to_f64(from, &row->fte_from) || row->fte_from > ROUND_FTE_MAX ||
	    !text_to_u64(charts, &count) || count > ROUND_CHARTS_MAX) {
		form_error(v->form, "row_", "Row %zu of the chart counts needs two numbers: FTE from 0 to "
			   "%d, and charts from 1 to %d.", i + 1, ROUND_FTE_MAX, ROUND_CHARTS_MAX);
		return ROW_WRONG;
	}
	row->charts = (uint32_t)count;
	return ROW_TAKEN;
}

static void
take_counts(struct visit *v, struct round_plan *plan)
{
	struct pairs typed = form_table(v->form, "row_");
	struct round_chart_counts_row *rows = arena_array(v->a, ROUND_COUNTS_MAX, sizeof *rows);
	const char *problem;

	for (size_t i = 0; i < ROUND_COUNTS_MAX; i++) {
		enum taken taken = take_row(v, &typed, i, &rows[plan->n_counts]);

		if (taken == ROW_WRONG)
			return;
		plan->n_counts += taken == ROW_TAKEN;
	}
	plan->counts = rows;
	problem = round_table_problem(v->a, rows, plan->n_counts);
	if (problem != NULL)
		form_error(v->form, "row_", "%s", problem);
}

/* The ticked modules, Core always. */
static void
take_modules(struct visit *v, struct round_plan *plan)
{
	const struct catalogue *cat = v->app->catalogue;
	struct pairs ticks = form_table(v->form, "module_");
	const char **ids = arena_array(v->a, cat->n_modules, sizeof *ids);
	size_t known = 0;

	for (size_t i = 0; i < cat->n_modules; i++) {
		const struct module *m = &cat->modules[i];
		bool ticked = m->rounds && pairs_get(&ticks, m->id) != NULL;

		known += ticked;
		if (ticked || m->kind == MODULE_CORE)
			ids[plan->n_modules++] = m->id;
	}
	plan->modules = ids;
	if (known < ticks.n)
		form_error(v->form, "module_", "Modules must be among those of the catalogue.");
	else if (plan->n_modules < 2)
		form_error(v->form, "module_", "Choose at least one module beside Core: a standard "
			   "sign-up takes two.");
}

static void
take_dates(struct visit *v, struct round_plan *plan)
{
	bool opens = form_date(v->form, "opens", &plan->opens);
	bool closes = form_date(v->form, "closes", &plan->closes);

	if (!form_date(v->form, "reports_expected", &plan->reports_expected))
		plan->reports_expected = plan->closes + ROUND_REPORT_DAYS;
	if (!form_date(v->form, "archives", &plan->archives))
		plan->archives = plan->closes + ROUND_ARCHIVE_DAYS;
	if (!form_date(v->form, "registers", &plan->registers))
		plan->registers = plan->opens;
	if (!opens || !closes)
		return;
	if (plan->registers > plan->opens)
		form_error(v->form, "registers", "First day of sign-up must not come after the first day "
			   "of abstraction.");
	if (plan->closes <= plan->opens)
		form_error(v->form, "closes", "Last day of abstraction must come after the first day.");
	else if (plan->closes - plan->opens > DAYS_MAX)
		form_error(v->form, "closes", "Last day of abstraction is more than a year after the "
			   "first day.");
	if (plan->reports_expected <= plan->closes)
		form_error(v->form, "reports_expected", "Reports expected must come after the last day "
			   "of abstraction.");
	else if (plan->archives <= plan->reports_expected)
		form_error(v->form, "archives", "Archived on must come after the day on which reports are "
			   "expected.");
}

/* Makes the round; 0 with a message in the form if that is not possible. */
static uint64_t
make(struct visit *v, const struct round_plan *plan)
{
	uint64_t id = 0;

	db_begin(v->db);
	switch (round_make(v->db, v->a, v->me->account_id, plan, &id)) {
	case ROUND_MADE:
		db_commit(v->db);
		return id;
	case ROUND_NAME_TAKEN:
		form_error(v->form, "name", "There is a round of that name already. Choose another name.");
		return 0;
	case ROUND_NO_CATALOGUE:
		form_error(v->form, "module_", "No measure catalogue is loaded yet. Ask the operator to "
			   "run: qopi catalogue load");
		return 0;
	}
	return 0;
}

static const char *
staff_path(struct visit *v, uint64_t round)
{
	return arena_printf(v->a, "/staff/rounds/%llu", (unsigned long long)round);
}

void
staff_round_new_post(struct visit *v)
{
	struct round_plan plan = {
		.name = form_text(v->form, "name"),
		.charts_a_physician = (uint32_t)form_whole(v->form, "a_physician"),
		.charts_a_fellow = (uint32_t)form_whole(v->form, "a_fellow"),
	};
	uint64_t id = 0;

	take_dates(v, &plan);
	take_modules(v, &plan);
	take_counts(v, &plan);
	if (!form_has_errors(v->form))
		id = make(v, &plan);
	if (id == 0)
		show_new(v);
	else
		visit_go(v, staff_path(v, id), "round_made");
}

/* The practices that entered. */
static void
show_entries(struct visit *v)
{
	size_t n;
	struct round_entries_row *rows = q_round_entries(v->db, v->round->id, &n);
	int64_t charts = 0;

	view_rows(v->view, "entries", &Q_ROUND_ENTRIES, rows, n);
	for (size_t i = 0; i < n; i++) {
		view_str(v->view, view_key(v->view, "entries.%zu.track_title", i),
			 entry_track_title(rows[i].track));
		charts += rows[i].complete;
	}
	view_num(v->view, "practices", (int64_t)n);
	view_num(v->view, "charts", charts);
}

/* What practices declared: fewer eligible charts than a module asks for. */
static void
show_declared(struct visit *v)
{
	size_t n;
	struct declaration_of_round_row *rows = q_declaration_of_round(v->db, v->round->id, &n);

	view_rows(v->view, "declarations", &Q_DECLARATION_OF_ROUND, rows, n);
	for (size_t i = 0; i < n; i++)
		view_str(v->view, view_key(v->view, "declarations.%zu.title", i),
			 module_title(visit_catalogue(v), rows[i].module));
}

/* How far the workers are with a closed round. */
static void
show_jobs(struct visit *v)
{
	struct round_jobs_row row;
	const char *subject = arena_printf(v->a, "round:%llu", (unsigned long long)v->round->id);

	if (q_round_jobs(v->db, subject, arena_printf(v->a, "%s/%%", subject), &row))
		view_row(v->view, "work", &Q_ROUND_JOBS, &row);
}

void
staff_round_show(struct visit *v)
{
	const struct round_by_id_row *r = v->round;
	size_t n_modules, n_counts;
	struct round_modules_row *modules = q_round_modules(v->db, r->id, &n_modules);
	struct round_chart_counts_row *counts = q_round_chart_counts(v->db, r->id, &n_counts);

	view_row(v->view, "round", &Q_ROUND_BY_ID, r);
	view_str(v->view, "round.state_word", round_state_word(r->state));
	view_str(v->view, "round.state_look", round_state_look(r->state));
	view_str(v->view, "round.edition", arena_strn(v->a, r->edition_hash, 12));
	view_bool(v->view, "round.over", r->closes < time_day(time_now()));
	for (size_t i = 0; i < n_modules; i++)
		view_str(v->view, view_key(v->view, "modules.%zu.title", i),
			 module_title(visit_catalogue(v), modules[i].module));
	show_chart_counts(v->view, counts, n_counts);
	show_entries(v);
	show_declared(v);
	show_round_settings(v);
	show_extensions(v);
	if (r->closed_at != NULL) {
		show_jobs(v);
		show_releases(v);
	}
	view_str(v->view, "Page.title", r->name);
	show_crumbs(v, r->name);
	visit_page(v, "staff/round.cs");
}
