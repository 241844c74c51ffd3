/*
 * One measure's line in a report: from counts to what a person reads. Pure;
 * the words stand in line.c, the figures come from stats.h.
 */
#ifndef REPORT_LINE_H
#define REPORT_LINE_H

#include "measure/catalogue.h"
#include "report/stats.h"
#include "view/view.h"

enum { REPORT_SMALL = 10 }; /* rates of fewer charts are grey (QOPI reference page, 14, item 18) */

/* What is known of all practices, or why it is not shown. */
struct yardstick {
	bool shown;
	const char *hidden;  /* "practices", "charts", "dominant"; NULL: nothing is known */
	struct rate rate;
	double median;
};

struct line {
	const struct measure *measure;
	struct rate own;
	uint32_t excluded, excepted, missing;
	struct yardstick national, fellowship;
	bool with_fellowship; /* the practice is a fellowship program: show that yardstick too */
};

enum verdict {
	VERDICT_NONE,   /* nothing to compare with, or it is not shown */
	VERDICT_SAME,
	VERDICT_BETTER,
	VERDICT_WORSE,
};

/* How own charts lie to all others of the round, and which way that is. */
struct verdict_of {
	enum verdict verdict;
	enum stats_mark mark; /* the direction of the rate */
};
struct verdict_of line_verdict(const struct line *l);

/* Puts a line into the view below `key`; names in between are of `a`. */
void line_show(struct view *v, struct arena *a, const char *key, const struct line *l);

#endif
