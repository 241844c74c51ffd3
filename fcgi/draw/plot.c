/* Plots: see plot.h. */
#include "draw/plot.h"

/* A line with a short stroke across each end. */
static void
whisker(struct canvas *c, double left, double right, double y, double height)
{
	const double stroke = 0.8;

	canvas_line(c, left, y, right, y, stroke, INK_TEXT);
	canvas_line(c, left, y - height / 2, left, y + height / 2, stroke, INK_TEXT);
	canvas_line(c, right, y - height / 2, right, y + height / 2, stroke, INK_TEXT);
}

void
plot_rate(struct canvas *c, struct box at, const struct plot_rate *rate)
{
	const double radius = 1.5, marker = 1.8, edge = 3.4, above = 2.5;
	double middle = at.y + at.height / 2;

	canvas_box(c, at, radius, INK_TRACK);
	if (rate->has_own) {
		struct box bar = { at.x, at.y, at.width * rate->own, at.height };

		canvas_box(c, bar, radius, rate->small ? INK_FAINT : INK_BAR);
		whisker(c, at.x + at.width * rate->low, at.x + at.width * rate->high, middle,
			at.height / 2);
	}
	if (rate->has_others) {
		double x = at.x + at.width * rate->others;

		canvas_line(c, x, at.y - above, x, at.y + at.height + above, edge, INK_PAPER);
		canvas_line(c, x, at.y - above, x, at.y + at.height + above, marker, INK_MARKER);
	}
}

enum curve { CURVE_SHARE, CURVE_LOW, CURVE_HIGH };

static double
height_of(const struct plot_point *p, enum curve curve)
{
	switch (curve) {
	case CURVE_SHARE: return p->share;
	case CURVE_LOW: return p->low;
	case CURVE_HIGH: return p->high;
	}
	return 0;
}

/* Lines from each counted point to the next. */
static void
curve(struct canvas *c, struct box at, const struct plot_point *points, size_t n, enum curve which)
{
	const double step = at.width / (double)(n - 1);
	double x = 0, y = 0;
	bool begun = false;

	for (size_t i = 0; i < n; i++) {
		double to_x = at.x + step * (double)i;
		double to_y = at.y + at.height * (1 - height_of(&points[i], which));

		if (!points[i].counted)
			continue;
		if (begun && which == CURVE_SHARE)
			canvas_line(c, x, y, to_x, to_y, 1.4, INK_BAR);
		else if (begun)
			canvas_dashes(c, x, y, to_x, to_y, 0.6, INK_FAINT);
		begun = true;
		x = to_x;
		y = to_y;
	}
}

void
plot_rounds(struct canvas *c, struct box at, const struct plot_point *points, size_t n,
	    double center)
{
	const double dot = 3.6, edge = 5;
	struct box ground = { at.x - edge, at.y - edge, at.width + 2 * edge, at.height + 2 * edge };
	double middle = at.y + at.height * (1 - center);

	canvas_box(c, ground, 2, INK_SOFT);
	canvas_line(c, at.x, middle, at.x + at.width, middle, 0.5, INK_FAINT);
	curve(c, at, points, n, CURVE_LOW);
	curve(c, at, points, n, CURVE_HIGH);
	curve(c, at, points, n, CURVE_SHARE);
	for (size_t i = 0; i < n; i++)
		if (points[i].counted)
			canvas_dot(c, at.x + at.width * (double)i / (double)(n - 1),
				   at.y + at.height * (1 - points[i].share), dot, true, INK_ACCENT);
}
