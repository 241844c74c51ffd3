/*
 * Charts in for programs with a token: the same dry run as on the page, told in
 * JSON. Query: format=csv|xlsx|redcap|fhir, dry_run=1, clean_only=1 (import the clean
 * charts although others are wrong), overwrite=1, complete=1, modules=CORE;SMT.
 */
#include "base/text.h"
#include "exchange/table.h"
#include "model/import.h"
#include "page/chart.h"
#include "page/import.h"
#include "page/pages.h"
#include "page/reabstraction.h"

/* A word of the query; "" if it is not there. */
static const char *
word(struct visit *v, const char *name)
{
	const char *value = req_query(v->req, name);

	return value == NULL ? "" : value;
}

static bool
is_set(struct visit *v, const char *name)
{
	return text_equal(word(v, name), "1");
}

static json_t *
problem_json(const struct charts_problem *p)
{
	return json_pack("{s:i, s:s*, s:s*, s:s*, s:s, s:s}", "row", (int)p->line, "chart",
			 p->chart, "column", p->column, "value", p->value, "message", p->text,
			 "kind", p->conflict ? "conflict" : "error");
}

static json_t *
found_json(const struct charts_in *in)
{
	json_t *root = json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I}", "rows",
				 (json_int_t)in->n_rows, "clean", (json_int_t)in->n, "wrong",
				 (json_int_t)in->n_wrong, "new", (json_int_t)in->of[CHARTS_NEW],
				 "changed", (json_int_t)in->of[CHARTS_CHANGED], "same",
				 (json_int_t)in->of[CHARTS_SAME], "complete",
				 (json_int_t)in->complete, "problems", (json_int_t)in->n_problems);
	json_t *errors = json_array();

	for (size_t i = 0; i < in->n_problems && i < CHARTS_IN_PROBLEMS_MAX; i++)
		json_array_append_new(errors, problem_json(&in->problems[i]));
	json_object_set_new(root, "errors", errors);
	return root;
}

/* Reads what is asked for; false, and answered, if it cannot be. */
static bool
read_wish(struct visit *v, struct import_wish *wish)
{
	const char *format = word(v, "format"), *modules = word(v, "modules");
	const struct catalogue *cat = visit_catalogue(v);
	module_set practice = import_modules(v);

	*wish = (struct import_wish){ .file = v->body,
				      .source = import_source(format),
				      .overwrite = is_set(v, "overwrite"),
				      .complete = is_set(v, "complete") };
	if (wish->source == CHARTS_OWN && !text_equal(format, "csv") &&
	    !text_equal(format, "xlsx")) {
		visit_error(v, 422, "The query must say format=csv, xlsx, redcap or fhir.");
		return false;
	}
	if (text_equal(format, "xlsx") != table_is_workbook(v->body)) {
		visit_error(v, 422, "The body is not of the format that the query names.");
		return false;
	}
	wish->modules = text_is_empty(modules) ? practice
					       : there_module_set(v->a, cat, modules) & practice;
	for (size_t i = 0; i < cat->n_modules; i++)
		if (cat->modules[i].kind == MODULE_CORE)
			wish->modules |= module_bit(&cat->modules[i]) & practice;
	return true;
}

/* Keeps and starts it at once: the program saw nothing that it could confirm. */
static uint64_t
start(struct visit *v, const struct import_wish *wish, const struct charts_in *in)
{
	struct import_by_id_row import;
	uint64_t id = import_keep_rows(v, wish, in, &v->bearer->id);

	if (id == 0 || !q_import_by_id(v->db, v->practice_id, id, &import))
		return 0;
	if (!chart_begin_in_open_round(v))
		return 0;
	import_go(v, id, import_seal(v->a, import.digest));
	db_commit(v->db);
	return id;
}

static void
answer(struct visit *v, int status, json_t *found, uint64_t import)
{
	if (import != 0) {
		const char *path = arena_printf(v->a, "/api/rounds/%llu/imports/%llu",
						(unsigned long long)v->round->id,
						(unsigned long long)import);

		json_object_set_new(found, "import", json_string(path));
		resp_header(v->req, "Location", path);
	}
	visit_json_of(v, status, found);
}

void
api_charts_post(struct visit *v)
{
	struct import_wish wish;
	struct charts_in *in;
	uint64_t id;

	if (!reabstraction_allows_files(v) || !read_wish(v, &wish))
		return;
	in = import_check(v, &wish);
	if (in->unreadable != NULL) {
		visit_error(v, 422, in->unreadable);
		return;
	}
	if (is_set(v, "dry_run") || (in->n_wrong > 0 && !is_set(v, "clean_only"))) {
		answer(v, in->n_wrong > 0 ? 422 : 200, found_json(in), 0);
		return;
	}
	id = start(v, &wish, in);
	if (v->req->resp.body->len == 0) /* else the round was closed meanwhile, and that is said */
		answer(v, id == 0 ? 200 : 202, found_json(in), id);
}

void
api_import(struct visit *v)
{
	const struct import_by_id_row *import = import_load(v);
	struct import_progress_row p = { .waiting = 0 };
	struct import_skipped_row *skipped;
	json_t *list;
	size_t n;

	if (import == NULL)
		return;
	q_import_progress(v->db, v->practice_id, import->id, &p);
	skipped = q_import_skipped(v->db, v->practice_id, import->id, CHARTS_IN_PROBLEMS_MAX, &n);
	list = json_array();
	for (size_t i = 0; i < n; i++)
		json_array_append_new(list,
				      json_pack("{s:i, s:s, s:s*}", "row", (int)skipped[i].line,
						"chart", skipped[i].name, "why", skipped[i].why));
	visit_json_of(v, 200,
		      json_pack("{s:s, s:i, s:I, s:I, s:I, s:I, s:I, s:I, s:o}", "state",
				import->state, "charts", (int)import->charts, "left",
				(json_int_t)p.waiting, "made", (json_int_t)p.made, "changed",
				(json_int_t)p.changed, "same", (json_int_t)p.same, "completed",
				(json_int_t)p.completed, "skipped", (json_int_t)p.skipped,
				"skipped_charts", list));
}
