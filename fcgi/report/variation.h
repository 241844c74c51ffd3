/*
 * How far practices lie apart, and how far chance alone would put them: funnel
 * limits, overdispersion, shrunken estimates, percentiles, and how many marks
 * chance sets among many measures. Pure functions over counts of charts.
 */
#ifndef REPORT_VARIATION_H
#define REPORT_VARIATION_H

#include "report/stats.h"

/* What practices differ by beyond the chance of drawing charts. */
struct variation {
	double inflation; /* factor of the variance, 1 or more; 1: no more than chance */
	double between;   /* variance of the practices' true shares; 0: no more than chance */
};

/*
 * Overdispersion around `target`, a share (Spiegelhalter, Stat Med 2005;24:1185,
 * sections 4 and 5): the mean squared z score of the practices, the tenth of
 * them at either end winsorised, is the inflation; the moment estimate of the
 * between variance follows from it (DerSimonian and Laird). Both count only
 * where the sum of squares is beyond its 95 % point by chance. Practices
 * without charts are left out.
 */
struct variation variation_of(struct arena *a, const struct rate *practices, size_t count,
			      double target);

/*
 * Limits of a funnel plot around `target` for `of` charts that chance alone
 * passes with the probability 1 - `level`, half on each side: 0.95 and 0.998
 * stand for two and three standard deviations. Exact binomial, interpolated
 * between whole charts (the same, appendix A.1.1), and stretched by the root
 * of the inflation. Not below 0 or above 1, the target between them; `of` > 0.
 */
struct interval variation_limits(double target, uint32_t of, double level, double inflation);

/* An estimate that borrows from all practices what its own few charts cannot say. */
struct shrunken {
	double weight; /* of the own charts, 0 to 1 */
	double share;
	struct interval interval; /* 95 %, of the share */
};

/*
 * The beta-binomial posterior of a practice's share, its prior having the mean
 * `target` and the variance between practices (empirical Bayes: Efron and
 * Morris, J Am Stat Assoc 1975;70:311). Without any between variance all
 * practices have the target's share. A between variance as large as single
 * charts have is taken for just below it.
 */
struct shrunken variation_shrink(struct rate own, double target, double between);

/*
 * Where a share stands among the practices' shares, sorted upwards: of 100, how
 * many are below, and half of those that are equal. `count` > 0.
 */
double variation_percentile(const double *sorted, size_t count, double share);

/* How many of `compared` measures chance alone marks as different at p < 0.05: at most so many. */
double variation_by_chance(size_t compared);

/*
 * Which of these p values are beyond chance as a family: the procedure of
 * Benjamini and Hochberg (J R Stat Soc B 1995;57:289) at a false discovery rate
 * of 5 %. Sets `beyond` by p; how many are.
 */
size_t variation_beyond_chance(struct arena *a, const double *p, size_t count, bool *beyond);

#endif
