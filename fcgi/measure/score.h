/* Counts to rates. */
#ifndef MEASURE_SCORE_H
#define MEASURE_SCORE_H

#include "measure/catalogue.h"

/* Charts by outcome. */
struct counts {
	uint64_t of[OUTCOME_KINDS];
};

struct score {
	uint64_t numerator;   /* met */
	uint64_t denominator; /* met and not met; excluded and excepted charts do not count */
	bool known;           /* false: the denominator is empty and there is no rate */
	double rate;          /* 0 to 1, as it is, also where lower is better */
};

/* The score of a measure's counts. An empty denominator has no rate, never 0. */
struct score score_of(const struct counts *counts);

#endif
