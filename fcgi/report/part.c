/* The page of a performance report: see part.h. */
#include "report/part.h"

#include "report/line.h"

enum { HASH_SHOWN = 12 };

static void
show_section(struct view *v, struct arena *a, size_t place, const struct section *s,
	     bool fellowship)
{
	view_str(v, view_key(v, "modules.%zu.title", place), s->title);
	view_str(v, view_key(v, "modules.%zu.id", place), s->id);
	view_num(v, view_key(v, "modules.%zu.required", place), s->required);
	view_num(v, view_key(v, "modules.%zu.complete", place), s->complete);
	view_bool(v, view_key(v, "modules.%zu.below", place), s->complete < s->required);
	if (s->reason != NULL)
		view_num(v, view_key(v, "modules.%zu.declared", place), s->eligible);
	view_str(v, view_key(v, "modules.%zu.reason", place), s->reason);
	for (size_t i = 0; i < s->n_lines; i++)
		line_show(v, a, view_key(v, "modules.%zu.lines.%zu", place, i), &s->lines[i],
			  fellowship);
}

/* What the figures are of, and what made them. */
static void
show_head(struct view *v, struct arena *a, const struct result *r, uint64_t id)
{
	view_num(v, "report.id", (int64_t)id);
	view_str(v, "report.practice", r->practice);
	view_bool(v, "report.fellowship", r->fellowship);
	view_str(v, "report.round.name", r->round);
	view_date(v, "report.round.opens", r->opens);
	view_date(v, "report.round.closes", r->closes);
	view_num(v, "report.charts", r->charts);
	view_num(v, "report.small", RESULT_SMALL);
	view_str(v, "report.edition", arena_strn(a, r->edition, HASH_SHOWN));
	view_str(v, "report.version", r->version);
	view_time(v, "report.cut", r->cut);
	view_num(v, "summary.better", (int64_t)r->verdicts[VERDICT_BETTER]);
	view_num(v, "summary.worse", (int64_t)r->verdicts[VERDICT_WORSE]);
	view_num(v, "summary.same", (int64_t)r->verdicts[VERDICT_SAME]);
	view_num(v, "summary.none", (int64_t)r->verdicts[VERDICT_NONE]);
}

void
report_show(struct view *v, struct arena *a, const struct result *r, uint64_t id)
{
	show_head(v, a, r, id);
	for (size_t i = 0; i < r->n_sections; i++)
		show_section(v, a, i, &r->sections[i], r->fellowship);
	for (size_t i = 0; i < r->n_unscored; i++) {
		view_num(v, view_key(v, "incomplete.%zu.number", i), r->unscored[i].number);
		view_str(v, view_key(v, "incomplete.%zu.label", i), r->unscored[i].label);
	}
}
