/* Counting charts: see tally.h. */
#include "report/tally.h"

#include "base/text.h"
#include "measure/outcome.h"

struct tally *
tally_new(struct arena *a, const struct catalogue *cat)
{
	return arena_array(a, cat->n_measures, sizeof(struct tally));
}

module_set
tally_modules(const struct catalogue *cat, struct arena *a, const char *names)
{
	module_set set = 0;
	size_t n;
	char **name = text_split(a, names == NULL ? "" : names, ' ', &n);

	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, name[i]);

		if (m != NULL)
			set |= module_bit(m);
	}
	return set;
}

bool
tally_lacks(const struct measure *measure, const struct catalogue *cat,
	    const struct answer *chart, const bool *asked)
{
	for (size_t i = 0; i < measure->n_elements; i++) {
		const struct element *e = &cat->elements[measure->elements[i]];

		if (asked[e->index] && !e->system && !e->optional &&
		    chart[e->index].state != ANSWER_VALUE)
			return true;
	}
	return false;
}

bool
tally_add(struct tally *tallies, const struct catalogue *cat, struct arena *a,
	  module_set modules, struct bytes packed, struct bytes outcomes)
{
	enum outcome *outcome = arena_array(a, cat->n_measures, sizeof *outcome);
	bool *asked = arena_array(a, cat->n_elements, sizeof *asked);
	struct answer *chart = chart_new(a, cat);

	if (!chart_unpack(cat, packed, chart) || !outcomes_unpack(cat, outcomes, outcome))
		return false;
	chart_asked(cat, chart, modules, a, asked);
	for (size_t i = 0; i < cat->n_measures; i++) {
		const struct measure *m = &cat->measures[i];

		if ((modules & module_bit(m->module)) == 0)
			continue;
		tallies[i].counts.of[outcome[i]]++;
		if (outcome[i] != OUTCOME_NOT_IN && tally_lacks(m, cat, chart, asked))
			tallies[i].missing++;
	}
	return true;
}
