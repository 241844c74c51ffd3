/* The statistics of a report: see stats.h. */
#include "report/stats.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "base/fault.h"

static const double CONFIDENCE = 0.95;
static const double SIGNIFICANCE = 0.05;
static const double EXPECTED_ENOUGH = 5; /* for the chi-square test */
static const double SIGMAS = 3;           /* limits of a p-chart */
static const double TIE = 1 + 1e-7;      /* two probabilities count as one */

double
stats_share(struct rate r)
{
	must(r.of > 0 && r.met <= r.of);
	return (double)r.met / r.of;
}

struct rate
stats_pooled(const struct rate *practices, size_t count)
{
	uint64_t met = 0, of = 0;

	for (size_t i = 0; i < count; i++) {
		must(practices[i].met <= practices[i].of);
		met += practices[i].met;
		of += practices[i].of;
	}
	must(of <= UINT32_MAX);
	return (struct rate){ (uint32_t)met, (uint32_t)of };
}

struct rate
stats_others(struct rate all, struct rate own)
{
	must(own.met <= all.met && own.of <= all.of && own.of - own.met <= all.of - all.met);
	return (struct rate){ all.met - own.met, all.of - own.of };
}

bool
stats_wilson(struct rate r, struct interval *interval)
{
	double n = r.of, z2, middle, half;

	if (r.of == 0)
		return false;
	z2 = pow(gsl_cdf_ugaussian_Pinv((1 + CONFIDENCE) / 2), 2);
	middle = (r.met + z2 / 2) / (n + z2);
	half = sqrt(z2 * (r.met * (n - r.met) / n + z2 / 4)) / (n + z2);
	/* Where the ends are 0 and 1 rounding must not leave a crumb. */
	interval->low = r.met == 0 ? 0 : middle - half;
	interval->high = r.met == r.of ? 1 : middle + half;
	return true;
}

/* The table with `k` met among own, its margins fixed. */
struct margins {
	double own, others, met; /* charts of own, of others, met in all */
};

/* How much more probable k + 1 is than k (hypergeometric distribution). */
static double
step_up(const struct margins *m, double k)
{
	return (m->own - k) * (m->met - k) / ((k + 1) * (m->others - m->met + k + 1));
}

/*
 * Walks from the table at hand, whose weight is 1, to both ends of what the
 * margins allow; so nothing needs a factorial. A weight that overflows on the
 * way to the middle makes the p it belongs to 0, which it is to 300 places.
 */
double
stats_fisher(struct rate own, struct rate others)
{
	struct margins m = { own.of, others.of, (double)own.met + others.met };
	double first = fmax(0, m.met - m.others), last = fmin(m.own, m.met);
	double all = 1, unlikely = 1, weight = 1;

	must(own.met <= own.of && others.met <= others.of);
	for (double k = own.met; k < last; k++) {
		weight *= step_up(&m, k);
		all += weight;
		unlikely += weight <= TIE ? weight : 0;
	}
	weight = 1;
	for (double k = own.met; k > first; k--) {
		weight /= step_up(&m, k - 1);
		all += weight;
		unlikely += weight <= TIE ? weight : 0;
	}
	return unlikely / all;
}

double
stats_chi_square(struct rate own, struct rate others)
{
	double a = own.met, b = (double)own.of - a, c = others.met, d = (double)others.of - c;
	double margins = (a + b) * (c + d) * (a + c) * (b + d);

	must(margins > 0);
	return gsl_cdf_chisq_Q((a + b + c + d) * pow(a * d - b * c, 2) / margins, 1);
}

/* The smallest of the four counts that equal rates would make us expect. */
static double
least_expected(struct rate own, struct rate others)
{
	double met = (double)own.met + others.met, of = (double)own.of + others.of;

	return fmin(met, of - met) * fmin(own.of, others.of) / of;
}

struct comparison
stats_compare(struct rate own, struct rate others)
{
	struct comparison c = { STATS_NONE, 1, STATS_SAME };

	if (own.of == 0 || others.of == 0)
		return c;
	if (least_expected(own, others) >= EXPECTED_ENOUGH) {
		c.test = STATS_CHI_SQUARE;
		c.p = stats_chi_square(own, others);
	} else {
		c.test = STATS_FISHER;
		c.p = stats_fisher(own, others);
	}
	if (c.p < SIGNIFICANCE)
		c.mark = stats_share(own) > stats_share(others) ? STATS_HIGHER : STATS_LOWER;
	return c;
}

struct trend
stats_trend(const struct rate *rates, size_t count)
{
	struct rate all = stats_pooled(rates, count);
	double share, slope = 0, sum = 0, squares = 0, variance;
	struct trend t = { 1, STATS_SAME };

	if (all.of == 0)
		return t;
	share = stats_share(all);
	for (size_t i = 0; i < count; i++) {
		double score = (double)i, of = rates[i].of;

		slope += score * (rates[i].met - of * share);
		sum += of * score;
		squares += of * score * score;
	}
	variance = share * (1 - share) * (squares - sum * sum / all.of);
	if (!(variance > 0))
		return t; /* all met or none did, or there is but one round */
	t.p = 2 * gsl_cdf_ugaussian_Q(fabs(slope) / sqrt(variance));
	if (t.p < SIGNIFICANCE)
		t.mark = slope > 0 ? STATS_HIGHER : STATS_LOWER;
	return t;
}

struct interval
stats_limits(double center, uint32_t of)
{
	double reach;

	must(of > 0 && center >= 0 && center <= 1);
	reach = SIGMAS * sqrt(center * (1 - center) / of);
	return (struct interval){ fmax(0, center - reach), fmin(1, center + reach) };
}

void
stats_sort(double *numbers, size_t count)
{
	gsl_sort(numbers, 1, count);
}

bool
stats_spread(struct arena *a, const struct rate *practices, size_t count, struct spread *spread)
{
	double *shares = arena_array(a, count, sizeof *shares);
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (practices[i].of > 0)
			shares[n++] = stats_share(practices[i]);
	if (n == 0)
		return false;
	gsl_sort(shares, 1, n);
	spread->practices = n;
	spread->mean = gsl_stats_mean(shares, 1, n);
	spread->low = gsl_stats_quantile_from_sorted_data(shares, 1, n, 0.25);
	spread->median = gsl_stats_quantile_from_sorted_data(shares, 1, n, 0.5);
	spread->high = gsl_stats_quantile_from_sorted_data(shares, 1, n, 0.75);
	return true;
}
