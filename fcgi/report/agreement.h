/*
 * How far two people who abstracted the same charts agree, by question and in
 * all. Pure functions over pairs of answers.
 *
 * A pair counts for a question that both were asked. Where only one was, the
 * difference follows from another answer and is counted there: such pairs are
 * told, not counted again. "Not documented" and "unknown" are answers like any
 * other; so is none, where a question is optional.
 */
#ifndef REPORT_AGREEMENT_H
#define REPORT_AGREEMENT_H

#include "measure/answer.h"
#include "report/stats.h"

enum { AGREEMENT_FEW = 20 }; /* with fewer pairs figures say little: said beside them */

/* A question of one chart. */
struct agreement_pair {
	const struct element *element;
	bool both;            /* asked of both charts; else first and second say nothing */
	struct answer first, second;
};

/* Cohen's kappa, unweighted (Educ Psychol Meas 1960;20:37). */
struct kappa {
	bool defined;         /* not when both gave one same answer throughout: chance alone agrees */
	double value;         /* from -1 to 1 */
};

/* Distances of pairs in which both gave a date or a number: days, or the number's own unit. */
struct gap {
	size_t pairs;
	double median;        /* of those pairs, the identical ones among them */
	double largest;
};

struct agreement {
	const struct element *element;
	struct rate identical;   /* pairs of which both were asked; sets of choices as a whole */
	size_t one_sided;        /* asked of one chart only */
	struct kappa kappa;      /* of single choices and yes-no; else not defined */
	struct gap gap;          /* of dates and numbers */
};

/* All questions of a kind together. */
struct agreement_total {
	struct rate identical;
	struct kappa kappa;      /* of coded questions, pooled */
	struct gap gap;          /* of dates, in days; numbers have units of their own: none */
};

struct agreement_set {
	struct agreement *questions; /* those with a pair, in form order */
	size_t n;
	size_t one_sided;
	/* single choices and yes-no; multiple choices; dates; numbers */
	struct agreement_total coded, choices, dates, numbers;
};

/*
 * Counts pairs, in any order, of questions of one catalogue. The pooled kappa
 * adds up observed and expected agreement over the pairs of all questions
 * before it divides (De Vries, Elliott, Kanouse, Teleki, Field Methods
 * 2008;20:272, each question weighted by its pairs).
 */
struct agreement_set agreement_count(struct arena *a, const struct catalogue *cat,
				     const struct agreement_pair *pairs, size_t n);

/*
 * Cohen's kappa of n pairs of categories from 0 to n_categories - 1. `expected`
 * gets the pairs that chance alone would make agree.
 */
struct kappa agreement_kappa(struct arena *a, const size_t *first, const size_t *second, size_t n,
			     size_t n_categories, double *expected);

#endif
