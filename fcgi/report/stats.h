/*
 * The statistics of a report: rates, their intervals, own against others,
 * quartiles of practices. Pure functions over counts of charts; no database,
 * no words, and no figure without its denominator.
 */
#ifndef REPORT_STATS_H
#define REPORT_STATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Charts that met a measure, of the charts in its denominator; met <= of. */
struct rate {
	uint32_t met, of;
};

/* The rate as a share from 0 to 1. An empty denominator has none: a fault. */
double stats_share(struct rate r);

/* All charts of all practices as one rate; a sum over 32 bits is a fault. */
struct rate stats_pooled(const struct rate *practices, size_t count);

/* `all` without `own`, which must be part of it: what own is compared with. */
struct rate stats_others(struct rate all, struct rate own);

struct interval {
	double low, high; /* shares from 0 to 1 */
};

/*
 * Wilson's score interval at 95 % without continuity correction (Wilson 1927;
 * method 3 of Newcombe, Stat Med 1998;17:857). The low end for none met is 0
 * and the high end for all met is 1, exactly. False, and nothing set, for an
 * empty denominator.
 */
bool stats_wilson(struct rate r, struct interval *interval);

/*
 * Two-sided p of Fisher's exact test: the tables with these margins that are
 * no more probable than this one (within a relative 1e-7, as R's fisher.test).
 * 1 when a margin is empty.
 */
double stats_fisher(struct rate own, struct rate others);

/*
 * p of Pearson's chi-square test of the same table, one degree of freedom,
 * without continuity correction. No margin may be empty.
 */
double stats_chi_square(struct rate own, struct rate others);

enum stats_test {
	STATS_NONE,       /* one side has no charts: nothing to compare */
	STATS_FISHER,     /* some expected count is below 5 */
	STATS_CHI_SQUARE, /* all expected counts are 5 or more */
};

/* How the own rate lies to the others'; better or worse is the measure's affair. */
enum stats_mark { STATS_SAME, STATS_HIGHER, STATS_LOWER };

struct comparison {
	enum stats_test test;
	double p;             /* 1 when there is nothing to compare */
	enum stats_mark mark; /* other than the same when p < 0.05 */
};

/* Own against the others (QOPI reference page, section 14, item 21). */
struct comparison stats_compare(struct rate own, struct rate others);

/* Sorts numbers upwards. */
void stats_sort(double *numbers, size_t count);

struct spread {
	size_t practices;           /* with charts in the denominator */
	double mean;                /* of their shares, each practice alike */
	double low, median, high;   /* first, second and third quartile of them */
};

/* How rates in an order go. */
struct trend {
	double p;             /* 1 when there is nothing to tell */
	enum stats_mark mark; /* which way, when p < 0.05 */
};

/*
 * Two-sided p of the Cochran-Armitage test for a linear trend in shares, the
 * scores 0, 1, 2, ... (Armitage, Biometrics 1955;11:375; no continuity
 * correction, as R's prop.trend.test). Rates without charts keep their place
 * and say nothing.
 */
struct trend stats_trend(const struct rate *rates, size_t count);

/*
 * Limits of a p-chart for a sample of `of` charts: three standard errors on
 * both sides of the center (Shewhart), not below 0 or above 1.
 */
struct interval stats_limits(double center, uint32_t of);

/*
 * The spread of the practices' shares. Quartiles interpolate between order
 * statistics at (n - 1) f, type 7 of Hyndman and Fan (Am Stat 1996;50:361), the
 * default of R and of spreadsheets. Practices without charts are left out;
 * false, and nothing set, when none is left.
 */
bool stats_spread(struct arena *a, const struct rate *practices, size_t count,
		  struct spread *spread);

#endif
