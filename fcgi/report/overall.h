/*
 * The Overall Quality Score of a practice in the certification track: charts
 * that met, of the charts that count, over the track's certification measures
 * together; where lower is better, charts that did not meet. A composite counts
 * as one measure, its parts only if they are certification measures themselves
 * (QOPI reference page, section 14, items 22 to 24). ASCO's own formula is not
 * public, so there is one formula and no setting for it; the threshold and the
 * last day on which a score is good are settings of the round.
 */
#ifndef REPORT_OVERALL_H
#define REPORT_OVERALL_H

#include "report/result.h"

/* Reads it into the result, whose sections are there, of a practice in the track. */
void overall_read(struct db *db, struct arena *a, const struct report_subject *about,
		  struct result *r);

/*
 * Puts the score together from the sections: measures, sum, whether there are
 * enough charts, whether the threshold (percent, compared before rounding) is
 * reached. Pure.
 */
struct overall *overall_make(struct arena *a, const struct result *r, const struct catalogue *cat,
			     double threshold, int32_t valid_until);

/* "reached", "not_reached", "not_scorable": for programs. */
const char *overall_code(const struct overall *o);

/* The same for people: "Reached", "Not reached", "Not scorable". */
const char *overall_verdict(const struct overall *o);

/* Why it came out so, and until when it is good: sentences for all forms of a report. */
const char *overall_sentence(struct arena *a, const struct overall *o);

#endif
