/* Plots of a report, each onto a canvas. Shares are from 0 to 1. */
#ifndef DRAW_PLOT_H
#define DRAW_PLOT_H

#include "draw/canvas.h"

/* A rate as a bar, its interval as a line over it, all practices as a marker across. */
struct plot_rate {
	bool has_own, has_others;
	bool small; /* so few charts that the bar is grey */
	double own, low, high;
	double others;
};

void plot_rate(struct canvas *c, struct box at, const struct plot_rate *rate);

#endif
