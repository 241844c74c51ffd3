/*
 * The Overall Quality Score of a practice in the certification track. A chart
 * did well if it met the measure; where lower is better, if it did not. A
 * composite counts as one measure, its parts only if they are certification
 * measures themselves (QOPI reference page, section 14, items 22 to 24).
 *
 * ASCO's own formula is not public, so it is a setting of the round, with the
 * threshold, the fewest charts that a measure needs to count, and the last day
 * on which a score is good. The formulas are the two of Reeves et al., "Combining
 * Multiple Indicators of Clinical Quality", Medical Care 45 (2007), 489-496, that
 * look at measures one by one:
 *
 *   overall_percentage  charts that did well, of all that count, over all
 *                       measures together (opportunity scoring in HL7's terms)
 *   indicator_average   the mean of the measures' shares: each counts the same
 */
#ifndef REPORT_OVERALL_H
#define REPORT_OVERALL_H

#include "report/result.h"

/* Reads it into the result, whose sections are there, of a practice in the track. */
void overall_read(struct db *db, struct arena *a, const struct report_subject *about,
		  struct result *r);

/*
 * Puts the score together from the sections: measures, sum, whether there are
 * enough charts, whether the threshold (compared before rounding) is reached. Pure.
 */
struct overall *overall_make(struct arena *a, const struct result *r, const struct catalogue *cat,
			     const struct overall_rule *rule);

/* The formula by its code in the database and in files; an unknown code is a fault. */
enum overall_formula overall_formula_of(const char *code);
const char *overall_formula_code(enum overall_formula formula);

/* The same for people: "Overall percentage", "Indicator average". */
const char *overall_formula_name(enum overall_formula formula);

/* "reached", "not_reached", "not_scorable": for programs. */
const char *overall_code(const struct overall *o);

/* The same for people: "Reached", "Not reached", "Not scorable". */
const char *overall_verdict(const struct overall *o);

/* Why it came out so, and until when it is good: sentences for all forms of a report. */
const char *overall_sentence(struct arena *a, const struct overall *o);

/* How it is put together, and of how many charts: sentences for all forms of a report. */
const char *overall_method(struct arena *a, const struct overall *o);

#endif
