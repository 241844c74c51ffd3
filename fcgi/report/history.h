/*
 * A practice's own earlier rounds beside this one: rates, limits of a p-chart,
 * and whether there is a trend.
 */
#ifndef REPORT_HISTORY_H
#define REPORT_HISTORY_H

#include "report/result.h"

/*
 * Reads the practice's released rounds before the subject's into the result,
 * and into the lines of its sections what they say. Leaves both as they are
 * where there is no earlier round.
 */
void history_read(struct db *db, struct arena *a, const struct report_subject *about,
		  struct result *r);

/* Fills what follows from a line's rates by round: shares, limits, trend. */
void history_work_out(struct line *l, size_t n_rounds);

/* "From 63.6 % to 75.0 % over 3 rounds: no more than chance would explain (p 0.41)." */
const char *history_sentence(struct arena *a, const struct line *l, size_t n_rounds);

#endif
