/* From a report back to its charts: see report_charts.h. */
#include "page/report_charts.h"

#include "exchange/report_fhir_charts.h"
#include "measure/marks.h"
#include "measure/misses.h"
#include "page/pages.h"

/* The charts of a report that are looked for, among all of its round. */
struct found {
	const struct catalogue *cat;
	const struct measure *measure;
	const struct report_charts_row **rows;
	const struct answer **answers;
	size_t n;
};

/* The measures that the visit's report was scored by. */
static const struct catalogue *
catalogue_of_report(struct visit *v)
{
	struct round_by_id_row *round = arena_alloc(v->a, sizeof *round);

	if (!q_round_by_id(v->db, v->report->round_id, round))
		return NULL;
	v->round = round;
	return visit_catalogue(v);
}

/* Whether a chart has the outcome in the measure; its answers then. */
static const struct answer *
take(struct arena *a, const struct found *f, const struct report_charts_row *row)
{
	const uint8_t *marks = marks_read(f->cat, row->marks);
	struct answer *answers;

	if (marks == NULL || row->packed.data == NULL ||
	    (marks_at(marks, f->measure->index) & MARK_OUTCOME) != misses_outcome(f->measure))
		return NULL;
	answers = chart_new(a, f->cat);
	return chart_unpack(f->cat, row->packed, answers) ? answers : NULL;
}

static void
find(struct visit *v, struct found *f)
{
	size_t n;
	struct report_charts_row *rows = q_report_charts(v->db, v->practice_id,
							 v->report->round_id, &n);

	f->rows = arena_array(v->a, n, sizeof *f->rows);
	f->answers = arena_array(v->a, n, sizeof *f->answers);
	for (size_t i = 0; i < n; i++) {
		const struct answer *answers = take(v->a, f, &rows[i]);

		if (answers == NULL)
			continue;
		f->rows[f->n] = &rows[i];
		f->answers[f->n++] = answers;
	}
}

static void
show_miss(struct visit *v, size_t at, const struct found *f, const struct miss *m)
{
	struct view *view = v->view;

	view_num(view, view_key(view, "misses.%zu.count", at), (int64_t)m->n_charts);
	for (size_t i = 0; i < m->n_reasons; i++) {
		const struct reason *r = &m->reasons[i];

		view_str(view, view_key(view, "misses.%zu.reasons.%zu.question", at, i), r->question);
		view_str(view, view_key(view, "misses.%zu.reasons.%zu.answer", at, i), r->answer);
		view_str(view, view_key(view, "misses.%zu.reasons.%zu.wanted", at, i), r->wanted);
	}
	for (size_t i = 0; i < m->n_charts; i++) {
		const char *key = view_key(view, "misses.%zu.charts.%zu", at, i);

		view_row(view, key, &Q_REPORT_CHARTS, f->rows[m->charts[i].chart]);
		view_str(view, view_key(view, "misses.%zu.charts.%zu.detail", at, i),
			 m->charts[i].detail);
	}
}

void
report_show_misses(struct visit *v, const struct line *l)
{
	uint32_t wanted = l->lower_is_better ? l->own.met : l->own.of - l->own.met;
	struct found f = { 0 };
	const struct miss *misses;
	size_t n;

	if (wanted == 0 || (f.cat = catalogue_of_report(v)) == NULL)
		return;
	f.measure = catalogue_measure(f.cat, l->number);
	if (f.measure != NULL)
		find(v, &f);
	view_num(v->view, "miss_count", (int64_t)f.n);
	view_bool(v->view, "missing", f.n != wanted);
	if (f.n == 0)
		return;
	misses = misses_of(f.cat, f.measure, f.answers, f.n, v->a, &n);
	for (size_t i = 0; i < n; i++)
		show_miss(v, i, &f, &misses[i]);
}

/* The charts whose marks can be read, as the file wants them. */
static const struct fhir_chart *
charts_of(struct visit *v, const struct catalogue *cat, size_t *n)
{
	size_t count;
	struct report_charts_row *rows = q_report_charts(v->db, v->practice_id,
							 v->report->round_id, &count);
	struct fhir_chart *charts = arena_array(v->a, count, sizeof *charts);

	*n = 0;
	for (size_t i = 0; i < count; i++) {
		charts[*n] = (struct fhir_chart){ rows[i].number, marks_read(cat, rows[i].marks) };
		*n += charts[*n].marks != NULL;
	}
	return charts;
}

void
report_chart_file(struct visit *v)
{
	const struct result *r = report_stored(v);
	const struct catalogue *cat = r == NULL ? NULL : catalogue_of_report(v);
	const struct fhir_chart *charts;
	size_t n;

	if (cat == NULL) {
		visit_error(v, 404, NULL);
		return;
	}
	charts = charts_of(v, cat, &n);
	if (!report_fhir_charts(v->a, r, v->app->conf->site_address, cat, charts, n,
				v->req->resp.body)) {
		resp_clear(v->req);
		visit_error(v, 413, "These are more charts than one file can hold.");
		return;
	}
	resp_type(v->req, 200, "application/fhir+json; charset=utf-8");
	resp_header(v->req, "Content-Disposition",
		    arena_printf(v->a, "attachment; filename=\"performance-report-%llu-charts.json\"",
				 (unsigned long long)v->report->id));
	resp_header(v->req, "Cache-Control", "no-store");
}
