/* Drawing charts: see draw.h. */
#include "model/draw.h"

#include <stdlib.h>

#include "base/dice.h"

static int
by_number(const struct draw_one *a, const struct draw_one *b)
{
	return a->number < b->number ? -1 : a->number > b->number;
}

static int
by_recent(const void *one, const void *other)
{
	const struct draw_one *a = one, *b = other;

	if (a->last_visit != b->last_visit)
		return a->last_visit > b->last_visit ? -1 : 1;
	return by_number(a, b);
}

static int
by_key(const void *one, const void *other)
{
	const struct draw_one *a = one, *b = other;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return by_number(a, b);
}

void
draw_order(struct draw_one *all, size_t n, bool random, uint32_t seed)
{
	for (size_t i = 0; i < n; i++) {
		struct dice dice = { (uint64_t)seed << 32 | all[i].number };

		all[i].key = dice_next(&dice);
	}
	if (n > 1)
		qsort(all, n, sizeof *all, random ? by_key : by_recent);
}

size_t
draw_take(struct draw_one *all, size_t n, uint32_t needs[MAX_MODULES], module_set always)
{
	size_t taken = 0;

	for (size_t i = 0; i < n; i++) {
		module_set counts = all[i].eligible | always, wanted = 0;

		all[i].taken = false;
		if (all[i].gone || all[i].eligible == 0)
			continue;
		for (size_t m = 0; m < MAX_MODULES; m++)
			if ((counts & (module_set)1 << m) != 0 && needs[m] > 0)
				wanted |= (module_set)1 << m;
		for (size_t m = 0; m < MAX_MODULES; m++)
			needs[m] -= (wanted & (module_set)1 << m) != 0;
		all[i].taken = wanted != 0;
		taken += wanted != 0;
	}
	return taken;
}
