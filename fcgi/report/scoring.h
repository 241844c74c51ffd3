/* Scores of a round in the database: of each practice, and of all together. */
#ifndef REPORT_SCORING_H
#define REPORT_SCORING_H

#include <stdint.h>

#include "db/db.h"
#include "measure/catalogue.h"
#include "report/suppress.h"
#include "report/variation.h"

/*
 * Counts the completed charts of the practices from `first` to `last` that
 * entered the round, and writes their score rows in place of those they had:
 * one a measure of the modules each signed up for. Has a transaction of its own.
 */
void scoring_practices(struct db *db, struct arena *a, const struct catalogue *cat,
		       uint64_t round_id, uint64_t first, uint64_t last);

/* What is known of all practices together, for one measure. */
struct pooled {
	enum suppress hidden; /* unless SUPPRESS_NOT, nothing below may be shown or kept */
	uint32_t practices;   /* with charts that count */
	struct rate rate;     /* of all charts */
	struct spread spread; /* of the practices' rates */
	struct variation variation; /* of these around the rate of all charts */
	struct bytes shares;        /* the practices' rates, sorted upwards (double) */
};

/* Works it out from the practices' own rates. */
struct pooled scoring_pool(struct arena *a, const struct rate *practices, size_t n,
			   struct suppress_rule rule);

/*
 * Writes the aggregate rows of a round in place of those it had, for all
 * practices and for the fellowship programs. Inside the caller's transaction.
 */
void scoring_round(struct db *db, struct arena *a, uint64_t round_id);

#endif
