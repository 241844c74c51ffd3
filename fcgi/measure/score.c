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

struct score
score_overall(const struct measure *const *measures, const struct counts *counts, size_t n)
{
	uint64_t good = 0, all = 0;

	for (size_t i = 0; i < n; i++) {
		struct score one = score_of(&counts[i]);

		good += measures[i]->lower_is_better ? one.denominator - one.numerator
			: one.numerator;
		all += one.denominator;
	}
	return score_make(good, all);
}
