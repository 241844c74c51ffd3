/*
 * Counting charts by what the measures say of them. Pure: from packed charts
 * to counts; the database is read and written by scoring.c.
 */
#ifndef REPORT_TALLY_H
#define REPORT_TALLY_H

#include "measure/catalogue.h"
#include "measure/chart.h"
#include "measure/score.h"

/* A measure's charts. */
struct tally {
	struct counts counts;
	uint64_t missing; /* charts in the measure that tally_lacks says so of */
};

/* One tally a measure of the catalogue, all zero. */
struct tally *tally_new(struct arena *a, const struct catalogue *cat);

/* The modules named in "CORE SMT"; names that the catalogue does not know are left out. */
module_set tally_modules(const struct catalogue *cat, struct arena *a, const char *names);

/*
 * Whether a chart lacks an answer to a question of a measure: one that is asked
 * of the chart, that a person is to answer, and that has no value. A date, a
 * number or a list answered "not documented" or "unknown" has none, since the
 * measure reads it as empty; a choice that says so is an answer that the
 * measure names. In a lower-is-better measure such charts may look better than
 * they are (measures notes, null rules).
 */
bool tally_lacks(const struct measure *measure, const struct catalogue *cat,
		 const struct answer *chart, const bool *asked);

/*
 * Adds a completed chart: it counts for the measures of its own modules only.
 * `a` is for the time in between. False if the bytes are not of this edition.
 */
bool tally_add(struct tally *tallies, const struct catalogue *cat, struct arena *a,
	       module_set modules, struct bytes packed, struct bytes outcomes);

#endif
