/*
 * Charts as FHIR for programs with a token: fetched one by one or by pages, and
 * created. A response that comes in goes through the dry run and the import of any
 * other file; being one chart, it is written before it is answered. One that says it is
 * completed completes its chart if nothing stands against that; if something does, the
 * answers are stored, the chart stays open, and the answer says why.
 */
#include "exchange/fhir_response.h"

#include "base/date.h"
#include "base/text.h"
#include "model/import.h"
#include "page/beside.h"
#include "page/chart.h"
#include "page/fhir.h"
#include "page/import.h"
#include "page/pages.h"
#include "page/reabstraction.h"

enum { COUNT_USUAL = 50, COUNT_MAX = 200 };

#define ITEM_OF "QuestionnaireResponse.repeat(item).where(linkId='%s')"

static struct there
load(struct visit *v)
{
	return there_load(v->db, v->a, visit_catalogue(v), v->practice_id, v->round->id);
}

static void
note_export(struct visit *v, size_t charts)
{
	db_begin(v->db);
	visit_audit(v, v->practice_id, "charts_exported",
		    arena_printf(v->a, "round:%llu charts:%zu as:fhir",
				 (unsigned long long)v->round->id, charts));
	db_commit(v->db);
}

static json_t *
resource(struct visit *v, const struct there_chart *chart)
{
	return fhir_response(v->a, fhir_site(v), visit_catalogue(v), chart);
}

static const struct there_chart *
chart_of(const struct there *there, uint64_t id)
{
	for (size_t i = 0; i < there->n; i++)
		if (there->all[i].id == id)
			return &there->all[i];
	return NULL;
}

void
fhir_response_show(struct visit *v)
{
	struct there there;
	const struct there_chart *chart;
	uint64_t id;

	if (!reabstraction_allows_files(v))
		return;
	there = load(v);
	if (!text_to_u64(v->match.values[0], &id) || (chart = chart_of(&there, id)) == NULL) {
		visit_error(v, 404, "There is no such chart in the token's round.");
		return;
	}
	note_export(v, 1);
	fhir_send(v, 200, resource(v, chart));
}

/* A number of the query, at most `most`; false, and answered, if it is none. */
static bool
take_number(struct visit *v, const char *name, uint64_t usual, uint64_t most, uint64_t *n)
{
	const char *text = req_query(v->req, name);

	*n = usual;
	if (text == NULL || (text_to_u64(text, n) && *n <= most))
		return true;
	visit_error(v, 400, arena_printf(v->a, "%s must be a number from 0 to %llu.", name,
					 (unsigned long long)most));
	return false;
}

static const char *
page_url(struct visit *v, uint64_t count, uint64_t offset)
{
	return arena_printf(v->a, "%s/fhir/QuestionnaireResponse?_count=%llu&_offset=%llu",
			    fhir_site(v), (unsigned long long)count, (unsigned long long)offset);
}

/* The one chart of a label, or none. */
static void
list_named(struct visit *v, const struct there *there, const char *name)
{
	const struct there_chart *chart = there_named(there, name);
	json_t *entries = fhir_made(json_array());

	if (chart != NULL)
		fhir_add(entries, fhir_entry(fhir_response_url(v->a, fhir_site(v), chart->id),
					     resource(v, chart)));
	note_export(v, json_array_size(entries));
	fhir_send(v, 200, fhir_searchset(entries, json_array_size(entries),
					 arena_printf(v->a, "%s/fhir/QuestionnaireResponse?identifier=%s",
						      fhir_site(v), req_encode(v->a, name)),
					 NULL));
}

void
fhir_response_list(struct visit *v)
{
	const char *name = req_query(v->req, "identifier");
	uint64_t count, offset;
	struct there there;
	json_t *entries;
	size_t n = 0;

	if (!reabstraction_allows_files(v) || !take_number(v, "_count", COUNT_USUAL, COUNT_MAX, &count) ||
	    !take_number(v, "_offset", 0, UINT32_MAX, &offset))
		return;
	there = load(v);
	if (name != NULL) {
		list_named(v, &there, name);
		return;
	}
	entries = fhir_made(json_array());
	for (size_t i = (size_t)offset; i < there.n && n < count; i++, n++)
		fhir_add(entries,
			 fhir_entry(fhir_response_url(v->a, fhir_site(v), there.all[i].id),
				    resource(v, &there.all[i])));
	note_export(v, n);
	fhir_send(v, 200, fhir_searchset(entries, there.n, page_url(v, count, offset),
					 n > 0 && offset + n < there.n
						 ? page_url(v, count, offset + n)
						 : NULL));
}

/* What stands against the response: each problem an issue, without the values. */
static void
refuse(struct visit *v, const struct charts_in *in)
{
	const struct fhir_problem nothing = { "informational", NULL, "Nothing was stored." };
	json_t *outcome;

	if (in->unreadable != NULL) {
		fhir_send(v, 422, fhir_outcome("error", &in->fhir));
		return;
	}
	outcome = fhir_outcome("information", &nothing);
	for (size_t i = 0; i < in->n_problems && i < CHARTS_IN_PROBLEMS_MAX; i++) {
		const struct charts_problem *p = &in->problems[i];
		bool label = p->column == NULL || text_equal(p->column, "chart_id");
		struct fhir_problem issue = {
			p->conflict ? "conflict" : "value",
			label ? "QuestionnaireResponse.identifier"
			: text_equal(p->column, "chart_modules")
				? "QuestionnaireResponse.questionnaire"
				: arena_printf(v->a, ITEM_OF, p->column),
			p->text,
		};

		fhir_outcome_add(outcome, "error", &issue);
	}
	fhir_send(v, 422, outcome);
}

static void
tell_place(struct visit *v, uint64_t id)
{
	resp_header(v->req, "Location",
		    arena_printf(v->a, "/fhir/QuestionnaireResponse/%llu", (unsigned long long)id));
}

/* Answers with the chart as it stands now. */
static void
answer(struct visit *v, int status, uint64_t id)
{
	struct there there = load(v);
	const struct there_chart *chart = chart_of(&there, id);

	if (chart == NULL) {
		visit_error(v, 409, "The chart was taken away meanwhile.");
		return;
	}
	tell_place(v, id);
	fhir_send(v, status, resource(v, chart));
}

/* What a person would be asked before this chart could be completed; how much it is. */
static size_t
add_open(struct visit *v, const struct abstraction *abs, json_t *outcome)
{
	const struct beside *b = beside_findings(v, abs);
	size_t at = 0;

	for (size_t i = 0; i < b->n_findings && outcome != NULL; i++) {
		const struct finding *f = &b->findings[i];
		struct fhir_problem issue = {
			f->kind == FINDING_UNANSWERED ? "required" : "business-rule",
			arena_printf(v->a, ITEM_OF, f->element->id),
			f->message,
		};

		if (f->kind != FINDING_SOFT || b->soft[at++].confirmed == NULL)
			fhir_outcome_add(outcome, "warning", &issue);
	}
	return b->blocking + confirmation_lacking(b->soft, b->n_soft);
}

static struct abstraction *
load_answers(struct visit *v, const struct there_chart *chart)
{
	return abstraction_load(v->db, v->a, visit_catalogue(v), v->practice_id, chart->id,
				chart->modules);
}

/* Answers for a chart that was to be completed: as it stands, or what keeps it open. */
static void
answer_completed(struct visit *v, int status, uint64_t id)
{
	static const struct fhir_problem stored = {
		"incomplete", "QuestionnaireResponse.status",
		"The answers are stored. The chart stays open until the warnings are dealt with.",
	};
	struct there there = load(v);
	const struct there_chart *chart = chart_of(&there, id);
	json_t *outcome;

	if (chart == NULL || !text_equal(chart->state, "open")) {
		answer(v, status, id);
		return;
	}
	outcome = fhir_outcome("information", &stored);
	add_open(v, load_answers(v, chart), outcome);
	tell_place(v, id);
	fhir_send(v, status, outcome);
}

/* Completes a chart that has all its answers; false, and answered, in a closed round. */
static bool
complete(struct visit *v, const struct there_chart *chart)
{
	struct chart_lock_row lock;
	struct abstraction *abs;

	if (!chart_begin_in_open_round(v))
		return false;
	q_chart_lock(v->db, v->practice_id, chart->id, &lock);
	abs = load_answers(v, chart);
	if (add_open(v, abs, NULL) == 0 &&
	    abstraction_complete(v->db, v->a, abs, time_now(), visit_account(v))) {
		q_practice_stamp(v->db, v->practice_id);
		visit_audit(v, v->practice_id, "chart_completed",
			    arena_printf(v->a, "chart:%llu", (unsigned long long)chart->id));
	}
	db_commit(v->db);
	return true;
}

/* Writes the one chart that was kept, as the job would; what became of it. */
static bool
write(struct visit *v, uint64_t id, struct import_result_row *result)
{
	struct import_by_id_row import;

	if (!chart_begin_in_open_round(v))
		return false;
	q_import_by_id(v->db, v->practice_id, id, &import);
	import_start(v->db, v->a, v->practice_id, id, import_seal(v->a, import.digest));
	import_batch(v->db, v->a, visit_catalogue(v), v->practice_id, &import);
	import_end(v->db, v->a, v->practice_id, &import, "done");
	q_import_result(v->db, v->practice_id, id, result);
	db_commit(v->db);
	return true;
}

/* A response whose answers are all there already. */
static void
post_same(struct visit *v, const struct charts_row *row, bool completed)
{
	if (!completed)
		answer(v, 200, row->chart->id);
	else if (!text_equal(row->chart->state, "open") || complete(v, row->chart))
		answer_completed(v, 200, row->chart->id);
}

void
fhir_response_post(struct visit *v)
{
	struct import_wish wish = { .file = v->body,
				    .source = CHARTS_FHIR,
				    .modules = import_modules(v) };
	struct import_result_row result;
	struct charts_in *in;
	uint64_t id;

	if (!reabstraction_allows_files(v))
		return;
	in = import_check(v, &wish);
	if (in->unreadable != NULL || in->n_wrong > 0) {
		refuse(v, in);
		return;
	}
	if (in->n_rows != 1) {
		visit_error(v, 422, "One QuestionnaireResponse is created at a time.");
		return;
	}
	wish.complete = in->n_completed == 1;
	id = import_keep_rows(v, &wish, in, &v->bearer->id);
	if (id == 0) {
		post_same(v, &in->rows[0], wish.complete);
		return;
	}
	if (!write(v, id, &result))
		return;
	if (result.why != NULL)
		visit_error(v, 409, result.why);
	else
		(wish.complete ? answer_completed : answer)(
			v, text_equal(result.state, "made") ? 201 : 200, *result.chart_id);
}
