/*
 * Where a practice stands among all, and what of that may be chance: from the
 * figures of a line to funnel limits, a shrunken rate and a percentile. Pure.
 */
#ifndef REPORT_AMONG_H
#define REPORT_AMONG_H

#include "report/result.h"

/*
 * The practices' shares, sorted upwards, as the aggregate keeps them; NULL and
 * 0 where there is none.
 */
const double *among_shares(struct bytes stored, size_t *count);

/* Fills l->among of a line whose own and national figures are known; else leaves it untold. */
void among_work_out(struct line *l, struct variation v, const double *shares, size_t count);

/*
 * Which of all measures of a report stay marked as different when so many are
 * compared: fills beyond_chance of their lines.
 */
void among_family(struct arena *a, struct result *r);

/* How many measures were compared, how many are marked, and how many of these stay so. */
struct among_count {
	size_t compared, marked, beyond_chance;
};
struct among_count among_count(const struct result *r);

/* "inside", "beyond_95", "beyond_998": for programs; and for people. */
const char *among_place_code(enum funnel_place place);
const char *among_place_words(enum funnel_place place);

/* "3 of 41 measures are marked ... Chance alone would mark up to 3 ..."; NULL: none compared. */
const char *among_chance_sentence(struct arena *a, const struct result *r);

/* One sentence on where the practice stands in a measure; NULL where it is not told. */
const char *among_sentence(struct arena *a, const struct line *l);

#endif
