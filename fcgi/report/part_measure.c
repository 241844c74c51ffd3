/* One measure of a report with its funnel plot: see part.h. */
#include "report/among.h"
#include "report/line.h"
#include "report/part.h"

#include <math.h>

#include "base/buf.h"
#include "base/text.h"
#include "report/gap.h"
#include "report/history.h"

/* The plot, in units of its viewBox; what is drawn between the edges is 0 to 100 % high. */
enum { WIDTH = 520, HEIGHT = 280, LEFT = 44, RIGHT = 12, TOP = 12, BOTTOM = 40 };
enum { STEPS = 40, CURVE_MAX = 4096, CHARTS_LEAST = 20, ROWS = 6 };

/* A funnel while it is drawn. */
struct funnel {
	struct arena *a;
	const struct line *l;
	uint32_t most; /* charts at the right edge */
};

static double
x_of(const struct funnel *f, double charts)
{
	return LEFT + (WIDTH - LEFT - RIGHT) * charts / f->most;
}

static double
y_of(double share)
{
	return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share);
}

/* Charts at a step from the left, more of them where the curves bend. */
static uint32_t
charts_at(const struct funnel *f, int step)
{
	double part = (double)(step + 1) / STEPS;

	return (uint32_t)fmax(1, round(f->most * part * part));
}

static struct interval
limits(const struct funnel *f, uint32_t charts, double level)
{
	return variation_limits(f->l->national.share, charts, level,
				f->l->among.variation.inflation);
}

static const char *
curve(const struct funnel *f, double level, bool high)
{
	struct buf *out = buf_new(f->a, CURVE_MAX);

	for (int i = 0; i < STEPS; i++) {
		uint32_t charts = charts_at(f, i);
		struct interval at = limits(f, charts, level);

		buf_printf(out, "%s%.1f,%.1f", i > 0 ? " " : "", x_of(f, charts),
			   y_of(high ? at.high : at.low));
	}
	return out->data;
}

static void
show_curves(struct view *v, const struct funnel *f)
{
	view_str(v, "funnel.near_low", curve(f, 0.95, false));
	view_str(v, "funnel.near_high", curve(f, 0.95, true));
	view_str(v, "funnel.far_low", curve(f, 0.998, false));
	view_str(v, "funnel.far_high", curve(f, 0.998, true));
	view_f64(v, "funnel.target", y_of(f->l->national.share), 1);
	view_f64(v, "funnel.x", x_of(f, f->l->own.of), 1);
	view_f64(v, "funnel.y", y_of(f->l->share), 1);
	view_num(v, "funnel.most", f->most);
	view_num(v, "funnel.half", f->most / 2);
}

/* The practice's sites as small dots; `place` is the line's among those of all sections. */
static void
show_sites(struct view *v, const struct funnel *f, const struct result *r, size_t place)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_units; i++) {
		const struct unit_line *u = &r->units[i].lines[place];

		if (r->units[i].level != LEVEL_SITE || u->own.of == 0)
			continue;
		view_str(v, view_key(v, "funnel.sites.%zu.name", n), r->units[i].name);
		view_num(v, view_key(v, "funnel.sites.%zu.of", n), u->own.of);
		view_pct(v, view_key(v, "funnel.sites.%zu.rate", n), u->share);
		view_f64(v, view_key(v, "funnel.sites.%zu.x", n), x_of(f, u->own.of), 1);
		view_f64(v, view_key(v, "funnel.sites.%zu.y", n), y_of(u->share), 1);
		n++;
	}
}

/* The limits at some numbers of charts, for who reads the plot as a table. */
static void
show_rows(struct view *v, const struct funnel *f)
{
	for (size_t i = 0; i < ROWS; i++) {
		uint32_t charts = charts_at(f, (int)((i + 1) * STEPS / ROWS) - 1);
		struct interval near = limits(f, charts, 0.95), far = limits(f, charts, 0.998);

		view_num(v, view_key(v, "funnel.rows.%zu.charts", i), charts);
		view_pct(v, view_key(v, "funnel.rows.%zu.near_low", i), near.low);
		view_pct(v, view_key(v, "funnel.rows.%zu.near_high", i), near.high);
		view_pct(v, view_key(v, "funnel.rows.%zu.far_low", i), far.low);
		view_pct(v, view_key(v, "funnel.rows.%zu.far_high", i), far.high);
	}
}

static void
show_among(struct view *v, struct arena *a, const struct line *l)
{
	const struct among *m = &l->among;

	view_str(v, "among.sentence", among_sentence(a, l));
	view_str(v, "among.place", among_place_words(m->place));
	view_pct(v, "among.near_low", m->near.low);
	view_pct(v, "among.near_high", m->near.high);
	view_pct(v, "among.far_low", m->far.low);
	view_pct(v, "among.far_high", m->far.high);
	view_pct(v, "among.shrunken", m->shrunken.share);
	view_pct(v, "among.shrunken_low", m->shrunken.interval.low);
	view_pct(v, "among.shrunken_high", m->shrunken.interval.high);
	view_pct(v, "among.weight", m->shrunken.weight);
	view_bool(v, "among.alike", !(m->shrunken.weight > 0));
	view_bool(v, "among.stands", m->beyond_chance);
	view_bool(v, "among.marked", l->compared.mark != STATS_SAME);
	if (m->ranked)
		view_num(v, "among.percentile", (int64_t)floor(m->percentile));
}

const struct line *
report_line(const struct result *r, const char *number, size_t *place)
{
	*place = 0;
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++, ++*place)
			if (text_equal(r->sections[i].lines[j].number, number))
				return &r->sections[i].lines[j];
	return NULL;
}

void
report_show_measure(struct view *v, struct arena *a, const struct result *r, const struct line *l,
		    size_t place)
{
	struct funnel f = { a, l, CHARTS_LEAST };

	line_show(view_at(v, "row"), l, r->fellowship);
	view_str(v, "gap", gap_sentence(a, l));
	view_str(v, "practice", r->practice);
	view_str(v, "round", r->round);
	view_num(v, "small", RESULT_SMALL);
	if (l->past != NULL)
		view_str(v, "history_sentence", history_sentence(a, l, r->n_rounds));
	if (!l->among.told)
		return;
	if (f.most < 2 * l->own.of)
		f.most = 2 * l->own.of;
	show_among(v, a, l);
	show_curves(v, &f);
	show_sites(v, &f, r, place);
	show_rows(v, &f);
}
