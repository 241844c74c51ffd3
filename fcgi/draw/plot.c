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
