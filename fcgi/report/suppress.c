/* The small-number rule: see suppress.h. */
#include "report/suppress.h"

#include "base/fault.h"

const struct suppress_rule SUPPRESS_ALL_PRACTICES = { .practices = 5, .charts = 20 };
const struct suppress_rule SUPPRESS_FELLOWSHIP = { .practices = 3, .charts = 20 };

struct cell
suppress_cell(const struct rate *practices, size_t count)
{
	struct cell c = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct cell one = { 1, practices[i].of, practices[i].of, 0 };

		if (practices[i].of > 0)
			c = suppress_join(c, one);
	}
	return c;
}

struct cell
suppress_join(struct cell one, struct cell other)
{
	struct cell c = {
		.practices = one.practices + other.practices,
		.charts = one.charts + other.charts,
	};
	bool first = one.largest >= other.largest;
	uint32_t next = first ? one.second : other.second;
	uint32_t beside = first ? other.largest : one.largest;

	must(one.charts <= UINT32_MAX - other.charts);
	c.largest = first ? one.largest : other.largest;
	c.second = next > beside ? next : beside;
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

/*
 * Few practices or charts are left for the reader that gave most. What one of
 * the others gave is the largest part of a rest if the reader is the second.
 */
enum suppress
suppress_check_rest(struct cell c, struct suppress_rule rule)
{
	must(c.second <= c.largest && c.largest <= c.charts && c.second <= c.charts - c.largest);
	if (c.practices <= rule.practices)
		return SUPPRESS_FEW_PRACTICES;
	if (c.charts - c.largest < rule.charts)
		return SUPPRESS_FEW_CHARTS;
	if (c.largest > c.charts - c.largest - c.second)
		return SUPPRESS_ONE_DOMINATES;
	return SUPPRESS_NOT;
}
