/*
 * The page of a performance report: one practice's figures of one round, put
 * into a view for the template report/part.cs.
 */
#ifndef REPORT_PART_H
#define REPORT_PART_H

#include "db/queries.h"
#include "measure/catalogue.h"
#include "view/view.h"

/* What a report is about. */
struct report_subject {
	const struct round_by_id_row *round;
	const struct catalogue *cat; /* of the round's edition */
	uint64_t practice_id;
};

/*
 * Reads the practice's scores and the aggregates of the round and fills the
 * view. The number of the practice's completed charts.
 */
uint32_t report_show(struct db *db, struct arena *a, const struct report_subject *about,
		     struct view *v);

#endif
