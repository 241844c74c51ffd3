/* How far practices lie apart: see variation.h. */
#include "report/variation.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sort.h>
#include <math.h>

#include "base/fault.h"

static const double SIGNIFICANCE = 0.05;
static const double WINSORISED = 0.1; /* of the practices, at either end */
static const double PRIOR_LEAST = 1;  /* charts that a prior weighs at least */

static const double NEAR = 1e-14; /* of a quantile: two steps so close are one */

enum { STEPS = 200 };

/* The sum of squared z scores, with those at the ends drawn in to their neighbours. */
static double
winsorised_squares(double *z, size_t n)
{
	size_t cut = (size_t)floor(WINSORISED * (double)n);
	double sum = 0;

	gsl_sort(z, 1, n);
	for (size_t i = 0; i < n; i++) {
		double drawn = z[i < cut ? cut : i >= n - cut ? n - cut - 1 : i];

		sum += drawn * drawn;
	}
	return sum;
}

struct variation
variation_of(struct arena *a, const struct rate *practices, size_t count, double target)
{
	struct variation v = { .inflation = 1, .between = 0 };
	double *z = arena_array(a, count, sizeof *z);
	double of_one = target * (1 - target), weights = 0, squares = 0, sum;
	size_t n = 0;

	must(target >= 0 && target <= 1);
	if (!(of_one > 0))
		return v;
	for (size_t i = 0; i < count; i++) {
		double weight = practices[i].of / of_one;

		if (practices[i].of == 0)
			continue;
		weights += weight;
		squares += weight * weight;
		z[n++] = (stats_share(practices[i]) - target) * sqrt(weight);
	}
	if (n < 2)
		return v;
	sum = winsorised_squares(z, n);
	if (sum <= gsl_cdf_chisq_Qinv(SIGNIFICANCE, (double)(n - 1)))
		return v;
	v.inflation = fmax(1, sum / (double)n);
	v.between = fmax(0, (sum - (double)(n - 1)) / (weights - squares / weights));
	return v;
}

static double
at_most(double met, double target, uint32_t of)
{
	return met < 0 ? 0 : gsl_cdf_binomial_P((unsigned)met, target, of);
}

/* The share that chance stays at or below with probability p. */
static double
binomial_point(double p, double target, uint32_t of)
{
	double low = 0, high = of, over;

	while (low < high) {
		double middle = floor((low + high) / 2);

		if (at_most(middle, target, of) >= p)
			high = middle;
		else
			low = middle + 1;
	}
	over = (at_most(low, target, of) - p) /
	       (at_most(low, target, of) - at_most(low - 1, target, of));
	return (low - over) / of;
}

struct interval
variation_limits(double target, uint32_t of, double level, double inflation)
{
	double side = (1 - level) / 2, stretch = sqrt(inflation);
	struct interval limits = { target, target };

	must(of > 0 && target >= 0 && target <= 1 && level > 0 && level < 1 && inflation >= 1);
	if (!(target > 0 && target < 1))
		return limits;
	limits.low += stretch * (binomial_point(side, target, of) - target);
	limits.high += stretch * (binomial_point(1 - side, target, of) - target);
	/* Of very few charts even none met is no surprise: the target stays between. */
	limits.low = fmin(target, fmax(0, limits.low));
	limits.high = fmax(target, fmin(1, limits.high));
	return limits;
}

/*
 * The quantile of a beta distribution, by Newton's steps between bounds that close
 * in: GSL's own is not exact to the last digits.
 */
static double
beta_point(double p, double a, double b)
{
	double low = 0, high = 1, at = a / (a + b), next = at;

	for (int i = 0; i < STEPS; i++) {
		double over = gsl_cdf_beta_P(at, a, b) - p;

		if (over < 0)
			low = at;
		else
			high = at;
		next = at - over / gsl_ran_beta_pdf(at, a, b);
		if (!(next > low && next < high))
			next = (low + high) / 2;
		if (fabs(next - at) <= NEAR * at)
			break;
		at = next;
	}
	return next;
}

struct shrunken
variation_shrink(struct rate own, double target, double between)
{
	double of_one = target * (1 - target), prior, a, b;

	must(own.met <= own.of && target >= 0 && target <= 1 && between >= 0);
	if (!(between > 0 && of_one > 0))
		return (struct shrunken){ 0, target, { target, target } };
	prior = fmax(PRIOR_LEAST, of_one / between - 1);
	a = own.met + prior * target;
	b = own.of - own.met + prior * (1 - target);
	return (struct shrunken){
		.weight = own.of / (own.of + prior),
		.share = a / (a + b),
		.interval = { beta_point(SIGNIFICANCE / 2, a, b),
			      beta_point(1 - SIGNIFICANCE / 2, a, b) },
	};
}

double
variation_percentile(const double *sorted, size_t count, double share)
{
	double below = 0, equal = 0;

	must(count > 0);
	for (size_t i = 0; i < count; i++) {
		below += sorted[i] < share;
		equal += !(sorted[i] < share) && !(sorted[i] > share);
	}
	return 100 * (below + equal / 2) / (double)count;
}

double
variation_by_chance(size_t compared)
{
	return SIGNIFICANCE * (double)compared;
}

size_t
variation_beyond_chance(struct arena *a, const double *p, size_t count, bool *beyond)
{
	size_t *order = arena_array(a, count, sizeof *order), found = 0;

	gsl_sort_index(order, p, 1, count);
	for (size_t i = 0; i < count; i++)
		if (p[order[i]] <= SIGNIFICANCE * (double)(i + 1) / (double)count)
			found = i + 1;
	for (size_t i = 0; i < count; i++)
		beyond[order[i]] = i < found;
	return found;
}
