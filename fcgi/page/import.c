/*
 * Import of charts: a file or a list is checked and what would come of it shown,
 * row by row; nothing is written until the person says so. What was refused stands
 * in that one answer only: the clean charts alone are kept until then.
 */
#include "model/import.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "exchange/table.h"
#include "job/queue.h"
#include "page/chart.h"
#include "page/import.h"
#include "page/pages.h"
#include "page/reabstraction.h"

enum { LIST_MAX = 1000000, FILE_MAX = 16000000, SKIPPED_SHOWN = 500, LOOK_AGAIN_S = 2 };

static const struct form_choice sources[] = {
	{ "own", "Charts in the columns of the template (CSV or Excel)" },
	{ "redcap", "A REDCap record export (CSV, raw values)" },
	{ "fhir", "FHIR R4 QuestionnaireResponses (JSON: one, a Bundle, or one a line)" },
	{ NULL, NULL },
};

const struct field import_form[] = {
	{ .name = "source",
	  .label = "What it is",
	  .type = FIELD_CHOICE,
	  .required = true,
	  .choices = sources },
	{ .name = "file", .label = "File", .type = FIELD_FILE, .max = FILE_MAX },
	{ .name = "list", .label = "List", .type = FIELD_LINES, .max = LIST_MAX },
	{ .name = "module_", .label = "Modules", .type = FIELD_TABLE },
	{ .name = "overwrite", .label = "Replace answers", .type = FIELD_TICK },
	{ .name = "complete", .label = "Complete charts", .type = FIELD_TICK },
	{ .name = NULL },
};

const struct field import_start_form[] = {
	{ .name = "seal", .label = "Import", .type = FIELD_TEXT, .required = true, .max = 64 },
	{ .name = NULL },
};

enum charts_source
import_source(const char *word)
{
	return text_equal(word, "redcap") ? CHARTS_REDCAP
	       : text_equal(word, "fhir") ? CHARTS_FHIR
					  : CHARTS_OWN;
}

module_set
import_modules(struct visit *v)
{
	const struct catalogue *cat = visit_catalogue(v);
	module_set set = 0;
	size_t n;
	struct entry_progress_row *rows = q_entry_progress(v->db, v->practice_id, v->round->id, &n);

	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, rows[i].module);

		if (m != NULL)
			set |= module_bit(m);
	}
	return set;
}

struct charts_in *
import_check(struct visit *v, const struct import_wish *wish)
{
	const struct catalogue *cat = visit_catalogue(v);
	struct there there = there_load(v->db, v->a, cat, v->practice_id, v->round->id);
	struct charts_wanted wanted = {
		.cat = cat,
		.source = wish->source,
		.site = v->app->conf->site_address,
		.there = &there,
		.practice = import_modules(v),
		.modules = wish->modules,
		.overwrite = wish->overwrite,
		.fellow = (v->roles & ROLE_FELLOW) != 0 ? visit_account(v) : 0,
		.today = time_day(time_now()),
	};

	return charts_read(v->a, &wanted, wish->file);
}

uint64_t
import_keep_rows(struct visit *v, const struct import_wish *wish, const struct charts_in *in,
		 const uint64_t *token)
{
	struct import_row *rows = arena_array(v->a, in->n, sizeof *rows);
	struct import_plan plan = {
		.practice_id = v->practice_id,
		.round_id = v->round->id,
		.account = visit_account(v),
		.token_id = token,
		.edition_id = v->round->edition_id,
		.overwrite = wish->overwrite,
		.format = wish->source == CHARTS_REDCAP   ? "redcap"
			  : wish->source == CHARTS_FHIR   ? "fhir"
			  : table_is_workbook(wish->file) ? "xlsx"
							  : "csv",
		.complete = wish->complete,
		.rows = rows,
		.wrong = in->n_wrong,
	};
	uint64_t id;

	for (size_t i = 0; i < in->n; i++)
		if (in->rows[i].what != CHARTS_SAME)
			rows[plan.n++] = (struct import_row){
				in->rows[i].line,
				in->rows[i].name,
				in->rows[i].chart == NULL ? NULL : &in->rows[i].chart->id,
				there_modules(v->a, visit_catalogue(v), in->rows[i].modules),
				in->rows[i].packed,
			};
	if (plan.n == 0)
		return 0;
	db_begin(v->db);
	id = import_keep(v->db, v->a, &plan);
	db_commit(v->db);
	return id;
}

static char *
import_path(struct visit *v, uint64_t id)
{
	return arena_printf(v->a, "/rounds/%llu/imports/%llu", (unsigned long long)v->round->id,
			    (unsigned long long)id);
}

static void
show_frame(struct visit *v, const char *title)
{
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_bool(v->view, "round.is_open", text_equal(v->round->state, "open"));
	chart_crumbs(v, false);
	view_str(v->view, "Crumb.2.href",
		 arena_printf(v->a, "/rounds/%llu/charts", (unsigned long long)v->round->id));
	view_str(v->view, "Crumb.3.title", title);
}

/* The page with the form; `in` is what came of a check, or NULL. */
static void
show(struct visit *v)
{
	size_t n;
	struct import_recent_row *recent = q_import_recent(v->db, v->practice_id, v->round->id, &n);

	if (v->form == NULL) {
		v->form = form_new(v->a, import_form);
		form_set(v->form, "source", "own");
	}
	visit_show_form(v);
	chart_show_modules(v);
	view_rows(v->view, "imports", &Q_IMPORT_RECENT, recent, n);
	show_frame(v, "Import");
	visit_page(v, "import/show.cs");
}

void
import_show(struct visit *v)
{
	show(v);
}

/* What the dry run found, row by row. */
static void
show_problems(struct visit *v, const struct charts_in *in)
{
	size_t shown = in->n_problems < CHARTS_IN_PROBLEMS_MAX ? in->n_problems
							       : CHARTS_IN_PROBLEMS_MAX;
	size_t conflicts = 0;

	for (size_t i = 0; i < shown; i++) {
		const struct charts_problem *p = &in->problems[i];

		view_num(v->view, view_key(v->view, "problems.%zu.line", i), p->line);
		view_str(v->view, view_key(v->view, "problems.%zu.chart", i), p->chart);
		view_str(v->view, view_key(v->view, "problems.%zu.column", i), p->column);
		view_str(v->view, view_key(v->view, "problems.%zu.value", i), p->value);
		view_str(v->view, view_key(v->view, "problems.%zu.text", i), p->text);
		conflicts += p->conflict;
	}
	view_num(v->view, "found.problems", (int64_t)in->n_problems);
	view_bool(v->view, "found.conflicts", conflicts > 0);
}

static void
show_found(struct visit *v, const struct charts_in *in)
{
	view_num(v->view, "found.rows", (int64_t)in->n_rows);
	view_num(v->view, "found.clean", (int64_t)(in->of[CHARTS_NEW] + in->of[CHARTS_CHANGED]));
	view_num(v->view, "found.wrong", (int64_t)in->n_wrong);
	view_num(v->view, "found.fresh", (int64_t)in->of[CHARTS_NEW]);
	view_num(v->view, "found.changed", (int64_t)in->of[CHARTS_CHANGED]);
	view_num(v->view, "found.same", (int64_t)in->of[CHARTS_SAME]);
	view_num(v->view, "found.complete", (int64_t)in->complete);
	view_num(v->view, "found.soft", (int64_t)in->soft);
	view_num(v->view, "found.unanswered", (int64_t)in->unanswered);
	show_problems(v, in);
}

/* The stored import, with what its buttons send. */
static void
show_import(struct visit *v, const struct import_by_id_row *import)
{
	view_row(v->view, "import", &Q_IMPORT_BY_ID, import);
	view_str(v->view, "import.seal", import_seal(v->a, import->digest));
	view_str(v->view, "import.path", import_path(v, import->id));
}

static struct import_wish
wish_of(struct visit *v)
{
	struct import_wish wish = {
		.file = form_file(v->form, "file"),
		.source = import_source(form_text(v->form, "source")),
		.overwrite = form_tick(v->form, "overwrite"),
		.complete = form_tick(v->form, "complete"),
		.modules = chart_ticked_modules(v, visit_catalogue(v)),
	};
	const char *list = form_text(v->form, "list");

	if (wish.file.size == 0)
		wish.file = (struct bytes){ list, strlen(list) };
	return wish;
}

void
import_show_post(struct visit *v)
{
	struct import_wish wish = wish_of(v);
	struct import_by_id_row import;
	struct charts_in *in;
	uint64_t id;

	if (!reabstraction_allows_files(v))
		return;
	if (wish.file.size == 0 && !form_has_errors(v->form))
		form_error(v->form, "file", "Choose a file, or paste a list below.");
	if (form_has_errors(v->form)) {
		show(v);
		return;
	}
	in = import_check(v, &wish);
	if (in->unreadable != NULL) {
		form_error(v->form, form_file(v->form, "file").size > 0 ? "file" : "list", "%s",
			   in->unreadable);
		show(v);
		return;
	}
	show_found(v, in);
	id = import_keep_rows(v, &wish, in, NULL);
	if (id != 0 && q_import_by_id(v->db, v->practice_id, id, &import))
		show_import(v, &import);
	show(v);
}

const struct import_by_id_row *
import_load(struct visit *v)
{
	struct import_by_id_row *import = arena_alloc(v->a, sizeof *import);
	uint64_t id;

	if (v->match.n > 1 && text_to_u64(v->match.values[1], &id) &&
	    q_import_by_id(v->db, v->practice_id, id, import) && import->round_id == v->round->id)
		return import;
	visit_error(v, 404, NULL);
	return NULL;
}

void
import_progress(struct visit *v)
{
	const struct import_by_id_row *import = import_load(v);
	struct import_progress_row p = { .waiting = 0 };
	struct import_skipped_row *skipped;
	size_t n;

	if (import == NULL)
		return;
	q_import_progress(v->db, v->practice_id, import->id, &p);
	skipped = q_import_skipped(v->db, v->practice_id, import->id, SKIPPED_SHOWN, &n);
	show_import(v, import);
	view_row(v->view, "progress", &Q_IMPORT_PROGRESS, &p);
	view_num(v->view, "progress.done", p.made + p.changed + p.same + p.skipped);
	view_rows(v->view, "skipped", &Q_IMPORT_SKIPPED, skipped, n);
	show_frame(v, "Import");
	if (text_equal(import->state, "running"))
		resp_header(v->req, "Refresh", arena_printf(v->a, "%d", LOOK_AGAIN_S));
	visit_page(v, "import/progress.cs");
}

enum import_started
import_go(struct visit *v, uint64_t id, const char *seal)
{
	enum import_started started = import_start(v->db, v->a, v->practice_id, id, seal);

	if (started == IMPORT_STARTED)
		queue_put(v->db, "import",
			  arena_printf(v->a, "import:%llu/practice:%llu", (unsigned long long)id,
				       (unsigned long long)v->practice_id));
	return started;
}

void
import_start_post(struct visit *v)
{
	const struct import_by_id_row *import = import_load(v);
	enum import_started started;

	if (import == NULL || !reabstraction_allows_files(v) || !chart_begin_in_open_round(v))
		return;
	started = import_go(v, import->id, form_text(v->form, "seal"));
	db_commit(v->db);
	if (started == IMPORT_NOT_SHOWN)
		visit_go(
			v,
			arena_printf(v->a, "/rounds/%llu/import", (unsigned long long)v->round->id),
			"import_changed");
	else
		visit_go(v, import_path(v, import->id), NULL);
}

void
import_drop_post(struct visit *v)
{
	const struct import_by_id_row *import = import_load(v);
	bool gone;

	if (import == NULL)
		return;
	gone = q_import_remove(v->db, v->practice_id, import->id) > 0;
	visit_go(v,
		 gone ? arena_printf(v->a, "/rounds/%llu/charts", (unsigned long long)v->round->id)
		      : import_path(v, import->id),
		 gone ? "import_dropped" : NULL);
}
