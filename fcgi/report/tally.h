/*
 * Counting charts by what the measures say of them. Pure: from stored marks
 * (measure/marks.h) to counts. Whoever wants the figures of some charts - of a
 * practice, a site, a physician, a fellow - makes a tally and adds the marks of
 * each of them; the database is read and written by others.
 */
#ifndef REPORT_TALLY_H
#define REPORT_TALLY_H

#include "measure/marks.h"
#include "measure/score.h"

/* A measure's charts. */
struct tally {
	struct counts counts; /* by outcome, of the charts of the measure's module */
	uint64_t missing;     /* charts in the measure that lack an answer to a question of it */
};

/* One tally a measure of the catalogue, all zero. */
struct tally *tally_new(struct arena *a, const struct catalogue *cat);

/*
 * Adds a completed chart by its stored marks: it counts for the measures of
 * its own modules only. False, and nothing is added, if they are not of this
 * edition.
 */
bool tally_add(struct tally *tallies, const struct catalogue *cat, struct bytes marks);

#endif
