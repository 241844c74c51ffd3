/* Plots of a report, each onto a canvas. Shares are from 0 to 1. */
#ifndef DRAW_PLOT_H
#define DRAW_PLOT_H

#include <stddef.h>

#include "draw/canvas.h"

/* A rate as a bar, its interval as a line over it, all practices as a marker across. */
struct plot_rate {
	bool has_own, has_others;
	bool small; /* so few charts that the bar is grey */
	double own, low, high;
	double others;
};

void plot_rate(struct canvas *c, struct box at, const struct plot_rate *rate);

/* One round of a p-chart. */
struct plot_point {
	bool counted; /* it has charts; else its place stays empty */
	double share, low, high;
};

/* Rates over rounds: a line with dots, the share of all, and dashed limits. At least two points. */
void plot_rounds(struct canvas *c, struct box at, const struct plot_point *points, size_t n,
		 double center);

#endif
