/* The small-number rule: see suppress.h. */
#include "report/suppress.h"

#include "base/fault.h"

const struct suppress_rule SUPPRESS_ALL_PRACTICES = { .practices = 5, .charts = 20 };
const struct suppress_rule SUPPRESS_FELLOWSHIP = { .practices = 3, .charts = 20 };

struct cell
suppress_cell(const struct rate *practices, size_t count)
{
	struct cell c = { .charts = stats_pooled(practices, count).of };

	for (size_t i = 0; i < count; i++) {
		c.practices += practices[i].of > 0;
		if (practices[i].of > c.largest)
			c.largest = practices[i].of;
	}
	return c;
}

enum suppress
suppress_check(struct cell c, struct suppress_rule rule)
{
	must(c.largest <= c.charts && c.practices <= c.charts);
	if (c.practices < rule.practices)
		return SUPPRESS_FEW_PRACTICES;
	if (c.charts < rule.charts)
		return SUPPRESS_FEW_CHARTS;
	if (c.largest > c.charts - c.largest)
		return SUPPRESS_ONE_DOMINATES;
	return SUPPRESS_NOT;
}
