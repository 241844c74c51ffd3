/* Counts to rates: see score.h. */
#include "measure/score.h"

static struct score
score_make(uint64_t numerator, uint64_t denominator)
{
	struct score score = { numerator, denominator, denominator > 0, 0.0 };

	if (score.known)
		score.rate = (double)numerator / (double)denominator;
	return score;
}

struct score
score_of(const struct counts *counts)
{
	return score_make(counts->of[OUTCOME_MET],
		counts->of[OUTCOME_MET] + counts->of[OUTCOME_NOT_MET]);
}
