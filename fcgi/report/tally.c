/* Counting charts: see tally.h. */
#include "report/tally.h"

struct tally *
tally_new(struct arena *a, const struct catalogue *cat)
{
	return arena_array(a, cat->n_measures, sizeof(struct tally));
}

bool
tally_add(struct tally *tallies, const struct catalogue *cat, struct bytes marks)
{
	const uint8_t *halves = marks_read(cat, marks);

	if (halves == NULL)
		return false;
	for (size_t i = 0; i < cat->n_measures; i++) {
		unsigned mark = marks_at(halves, i), outcome = mark & MARK_OUTCOME;

		if (outcome >= OUTCOME_KINDS)
			continue; /* MARK_NONE */
		tallies[i].counts.of[outcome]++;
		tallies[i].missing += (mark & MARK_LACKS) != 0;
	}
	return true;
}
