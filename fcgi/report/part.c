/*
 * The page of a performance report: see part.h.
 *
 * Modules come in the catalogue's order, measures as written in it. Nothing
 * is worked out in the template but what is left out.
 */
#include "config.h"

#include "report/part.h"

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "report/line.h"

enum { HASH_SHOWN = 12 };

/* What was read for one report. */
struct report {
	struct db *db;
	struct arena *a;
	struct view *v;
	const struct report_subject *about;
	struct practice_by_id_row practice;
	struct entry_of_row entry;
	struct entry_progress_row *modules;
	size_t n_modules;
	struct line *lines; /* by measure of the catalogue; measure is NULL where there are no scores */
};

static void
read_scores(struct report *r)
{
	const struct catalogue *cat = r->about->cat;
	uint64_t practice = r->about->practice_id, round = r->about->round->id;
	size_t n;
	struct score_list_row *rows = q_score_list(r->db, practice, round, &n);

	for (size_t i = 0; i < n; i++) {
		const struct measure *m = catalogue_measure(cat, rows[i].measure);

		if (m == NULL)
			fault("a score of %s, which the edition does not know", rows[i].measure);
		r->lines[m->index] = (struct line){
			.measure = m,
			.own = { rows[i].met, rows[i].met + rows[i].not_met },
			.excluded = rows[i].excluded,
			.excepted = rows[i].excepted,
			.missing = rows[i].missing,
			.with_fellowship = text_equal(r->practice.kind, "fellowship"),
		};
	}
}

static void
read_aggregates(struct report *r)
{
	size_t n;
	struct aggregate_list_row *rows = q_aggregate_list(r->db, r->about->round->id, &n);

	for (size_t i = 0; i < n; i++) {
		const struct measure *m = catalogue_measure(r->about->cat, rows[i].measure);
		struct yardstick y = { .hidden = rows[i].hidden };
		struct line *l = m == NULL ? NULL : &r->lines[m->index];

		if (l == NULL || l->measure == NULL)
			continue; /* of a module that this practice did not take */
		if (rows[i].hidden == NULL) {
			must(rows[i].met != NULL && rows[i].counted != NULL);
			must(rows[i].median != NULL);
			y = (struct yardstick){ true, NULL, { *rows[i].met, *rows[i].counted },
						*rows[i].median };
		}
		if (text_equal(rows[i].level, "national"))
			l->national = y;
		else
			l->fellowship = y;
	}
}

static void
read_all(struct report *r)
{
	uint64_t practice = r->about->practice_id, round = r->about->round->id;

	if (!q_practice_by_id(r->db, practice, &r->practice) ||
	    !q_entry_of(r->db, practice, round, &r->entry))
		fault("practice %llu did not enter round %llu", (unsigned long long)practice,
		      (unsigned long long)round);
	r->modules = q_entry_progress(r->db, practice, round, &r->n_modules);
	r->lines = arena_array(r->a, r->about->cat->n_measures, sizeof *r->lines);
	read_scores(r);
	read_aggregates(r);
}

static const struct entry_progress_row *
entered(const struct report *r, const struct module *m)
{
	for (size_t i = 0; i < r->n_modules; i++)
		if (text_equal(r->modules[i].module, m->id))
			return &r->modules[i];
	return NULL;
}

/* How often each verdict came, for the summary at the top. */
struct summary {
	size_t of[VERDICT_WORSE + 1];
};

static void
show_module(struct report *r, size_t place, const struct module *m,
	    const struct entry_progress_row *progress, struct summary *sum)
{
	const struct catalogue *cat = r->about->cat;
	struct view *v = r->v;
	size_t n = 0;

	view_str(v, view_key(v, "modules.%zu.title", place), m->title);
	view_str(v, view_key(v, "modules.%zu.id", place), m->id);
	view_num(v, view_key(v, "modules.%zu.required", place), progress->required);
	view_num(v, view_key(v, "modules.%zu.complete", place), progress->complete);
	view_bool(v, view_key(v, "modules.%zu.below", place), progress->complete < progress->required);
	for (size_t i = 0; i < cat->n_measures; i++) {
		const struct line *l = &r->lines[i];

		if (l->measure == NULL || l->measure->module != m)
			continue;
		line_show(v, r->a, view_key(v, "modules.%zu.lines.%zu", place, n++), l);
		sum->of[line_verdict(l).verdict]++;
	}
}

static void
show_modules(struct report *r)
{
	const struct catalogue *cat = r->about->cat;
	struct summary sum = { { 0 } };
	size_t n = 0;

	for (size_t i = 0; i < cat->n_modules; i++) {
		const struct entry_progress_row *progress = entered(r, &cat->modules[i]);

		if (progress != NULL)
			show_module(r, n++, &cat->modules[i], progress, &sum);
	}
	view_num(r->v, "summary.better", (int64_t)sum.of[VERDICT_BETTER]);
	view_num(r->v, "summary.worse", (int64_t)sum.of[VERDICT_WORSE]);
	view_num(r->v, "summary.same", (int64_t)sum.of[VERDICT_SAME]);
	view_num(r->v, "summary.none", (int64_t)sum.of[VERDICT_NONE]);
}

/* What the figures are of, and what made them. */
static void
show_head(struct report *r, uint32_t charts)
{
	struct view *v = r->v;

	view_str(v, "report.practice", r->practice.name);
	view_bool(v, "report.fellowship", text_equal(r->practice.kind, "fellowship"));
	view_row(v, "report.round", &Q_ROUND_BY_ID, r->about->round);
	view_row(v, "report.entry", &Q_ENTRY_OF, &r->entry);
	view_num(v, "report.charts", charts);
	view_num(v, "report.small", REPORT_SMALL);
	view_str(v, "report.edition", arena_strn(r->a, r->about->cat->hash, HASH_SHOWN));
	view_str(v, "report.version", PACKAGE_VERSION);
	view_time(v, "report.built", time_now());
}

static void
show_incomplete(struct report *r)
{
	size_t n;
	struct report_incomplete_row *rows = q_report_incomplete(r->db, r->about->practice_id,
								 r->about->round->id, &n);

	view_rows(r->v, "incomplete", &Q_REPORT_INCOMPLETE, rows, n);
}

uint32_t
report_show(struct db *db, struct arena *a, const struct report_subject *about, struct view *v)
{
	struct report r = { .db = db, .a = a, .v = v, .about = about };
	struct report_chart_count_row charts;

	read_all(&r);
	q_report_chart_count(db, about->practice_id, about->round->id, &charts);
	show_head(&r, (uint32_t)charts.complete);
	show_modules(&r);
	show_incomplete(&r);
	return (uint32_t)charts.complete;
}
