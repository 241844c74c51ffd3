/* The page of a performance report: see part.h. */
#include "report/part.h"

#include "base/buf.h"
#include "report/among.h"
#include "report/history.h"
#include "report/line.h"

enum { HASH_SHOWN = 12 };

static void
show_section(struct view *v, const struct section *s, bool fellowship)
{
	view_str(v, "title", s->title);
	view_str(v, "id", s->id);
	view_num(v, "required", s->required);
	view_num(v, "complete", s->complete);
	view_bool(v, "below", s->complete < s->required);
	if (s->reason != NULL)
		view_num(v, "declared", s->eligible);
	view_str(v, "reason", s->reason);
	for (size_t i = 0; i < s->n_lines; i++)
		line_show(view_at(v, view_key(v, "lines.%zu", i)), &s->lines[i], fellowship);
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
	view_str(v, "summary.chance", among_chance_sentence(a, r));
}

/* The plot of a line's rounds, in units of its viewBox. */
enum { PLOT_WIDTH = 150, PLOT_HEIGHT = 44, PLOT_EDGE = 6, POINTS_MAX = 2048 };

static double
plot_x(size_t i, size_t n)
{
	return PLOT_EDGE + (double)(PLOT_WIDTH - 2 * PLOT_EDGE) * (double)i / (double)(n - 1);
}

static double
plot_y(double share)
{
	return PLOT_EDGE + (PLOT_HEIGHT - 2 * PLOT_EDGE) * (1 - share);
}

/* "6.0,12.5 52.0,14.0": what `share` gives of each round with charts. */
static const char *
points(struct arena *a, const struct line *l, size_t n, double (*share)(const struct past *p))
{
	struct buf *out = buf_new(a, POINTS_MAX);

	for (size_t i = 0; i < n; i++)
		if (l->past[i].rate.of > 0)
			buf_printf(out, "%s%.1f,%.1f", out->len > 0 ? " " : "", plot_x(i, n),
				   plot_y(share(&l->past[i])));
	return out->data;
}

static double
past_share(const struct past *p)
{
	return p->share;
}

static double
past_low(const struct past *p)
{
	return p->limits.low;
}

static double
past_high(const struct past *p)
{
	return p->limits.high;
}

/* One of a line's rounds. */
static void
show_then(struct view *v, const char *round, const struct past *p, double x)
{
	view_str(v, "round", round);
	view_num(v, "of", p->rate.of);
	if (p->rate.of == 0)
		return;
	view_num(v, "met", p->rate.met);
	view_pct(v, "rate", p->share);
	view_f64(v, "x", x, 1);
	view_f64(v, "y", plot_y(p->share), 1);
}

static void
show_past(struct view *v, struct arena *a, const struct result *r, const struct line *l)
{
	size_t n = r->n_rounds;

	view_str(v, "number", l->number);
	view_str(v, "title", l->title);
	view_bool(v, "lower_is_better", l->lower_is_better);
	view_str(v, "sentence", history_sentence(a, l, n));
	view_str(v, "line", points(a, l, n, past_share));
	view_str(v, "low", points(a, l, n, past_low));
	view_str(v, "high", points(a, l, n, past_high));
	view_f64(v, "center", plot_y(l->center), 1);
	for (size_t i = 0; i < n; i++)
		show_then(view_at(v, view_key(v, "past.%zu", i)), r->rounds[i].name, &l->past[i],
			  plot_x(i, n));
}

static void
show_history(struct view *v, struct arena *a, const struct result *r)
{
	size_t place = 0;

	for (size_t i = 0; i < r->n_rounds; i++) {
		view_str(v, view_key(v, "rounds.%zu.name", i), r->rounds[i].name);
		if (!r->rounds[i].same_edition)
			view_bool(v, "history_editions", true);
	}
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++)
			if (r->sections[i].lines[j].past != NULL)
				show_past(view_at(v, view_key(v, "history.%zu", place++)), a, r,
					  &r->sections[i].lines[j]);
}

void
report_show(struct view *v, struct arena *a, const struct result *r, uint64_t id)
{
	show_head(v, a, r, id);
	for (size_t i = 0; i < r->n_sections; i++)
		show_section(view_at(v, view_key(v, "modules.%zu", i)), &r->sections[i],
			     r->fellowship);
	for (size_t i = 0; i < r->n_unscored; i++) {
		view_num(v, view_key(v, "incomplete.%zu.number", i), r->unscored[i].number);
		view_str(v, view_key(v, "incomplete.%zu.label", i), r->unscored[i].label);
	}
	show_history(v, a, r);
	report_show_levels(v, r);
	report_show_peers(v, r);
	report_show_overall(v, a, r);
}
