/*
 * A practice's own figures of a round that is open: of its completed charts so
 * far, worked out from their marks, and never beside those of others.
 */
#include "base/fault.h"
#include "base/text.h"
#include "page/pages.h"
#include "report/line.h"
#include "report/tally.h"

/* The counts of the charts in the rows; how many charts there are. */
static struct tally *
count_charts(struct visit *v, const struct catalogue *cat,
	     const struct provisional_charts_row *rows, size_t n, size_t *charts)
{
	struct tally *tallies = tally_new(v->a, cat);

	*charts = 0;
	for (size_t i = 0; i < n; i++) {
		if (rows[i].id == NULL)
			continue;
		if (!tally_add(tallies, cat, rows[i].marks))
			fault("chart %llu is complete and has no marks of its round's edition: run "
			      "`qopi charts rebuild`", (unsigned long long)*rows[i].id);
		++*charts;
	}
	return tallies;
}

static struct line
line_of(const struct measure *m, const struct tally *t)
{
	const uint64_t *n = t->counts.of;
	struct line l = {
		.number = m->number,
		.title = m->title,
		.lower_is_better = m->lower_is_better,
		.own = { (uint32_t)n[OUTCOME_MET],
			 (uint32_t)(n[OUTCOME_MET] + n[OUTCOME_NOT_MET]) },
		.excluded = (uint32_t)n[OUTCOME_EXCLUDED],
		.excepted = (uint32_t)n[OUTCOME_EXCEPTED],
		.missing = (uint32_t)t->missing,
	};

	result_work_out(&l);
	return l;
}

/* The measures that have a chart, by module. */
static void
show_modules(struct visit *v, const struct catalogue *cat, const struct tally *tallies)
{
	size_t shown = 0;

	for (size_t m = 0; m < cat->n_modules; m++) {
		size_t lines = 0;

		for (size_t i = 0; i < cat->n_measures; i++) {
			struct line l = line_of(&cat->measures[i], &tallies[i]);

			if (cat->measures[i].module != &cat->modules[m] ||
			    l.own.of + l.excluded + l.excepted == 0)
				continue;
			line_show(view_at(v->view, view_key(v->view, "modules.%zu.lines.%zu", shown,
							    lines++)),
				  &l, false);
		}
		if (lines == 0)
			continue;
		view_str(v->view, view_key(v->view, "modules.%zu.id", shown), cat->modules[m].id);
		view_str(v->view, view_key(v->view, "modules.%zu.title", shown++),
			 cat->modules[m].title);
	}
}

void
provisional_show(struct visit *v)
{
	const struct catalogue *cat = visit_catalogue(v);
	size_t n, charts;
	struct provisional_charts_row *rows =
		q_provisional_charts(v->db, v->practice_id, v->round->id, &n);
	bool open = text_equal(v->round->state, "open");

	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_bool(v->view, "open", open);
	view_bool(v->view, "shown", open && n > 0 && rows[0].shown);
	view_num(v->view, "small", RESULT_SMALL);
	view_str(v->view, "Crumb.0.href", "/dashboard");
	view_str(v->view, "Crumb.0.title", "Dashboard");
	view_str(v->view, "Crumb.1.href",
		 arena_printf(v->a, "/rounds/%llu", (unsigned long long)v->round->id));
	view_str(v->view, "Crumb.1.title", v->round->name);
	view_str(v->view, "Crumb.2.title", "Preliminary figures");
	if (open) {
		const struct tally *tallies = count_charts(v, cat, rows, n, &charts);

		view_num(v->view, "charts", (int64_t)charts);
		show_modules(v, cat, tallies);
	}
	visit_page(v, "round/provisional.cs");
}
