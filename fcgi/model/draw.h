/*
 * Drawing charts from a log of candidates, so that anybody can repeat it.
 *
 * Every candidate has a place in an order that depends on nothing but the
 * candidate and the seed: adding candidates later moves none of the others.
 *   recent  by the most recent office visit, backwards; the earlier number in
 *           the log first where two are of a day
 *   random  by rising first outputs of SplitMix64 begun at seed * 2^32 + number
 *
 * The order is walked once. An eligible candidate is taken if one of its
 * modules still needs charts, and counts in all of its modules.
 */
#ifndef MODEL_DRAW_H
#define MODEL_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "measure/catalogue.h"

struct draw_one {
	size_t index;        /* the caller's own, to find it again */
	uint32_t number;     /* in the log, from 1 */
	int32_t last_visit;
	module_set eligible; /* none: it is not taken */
	bool gone;           /* drawn before: it is not taken again */
	bool taken;          /* draw_take: so it is */
	uint64_t key;        /* draw_order: where it stands in a random order */
};

/* Sets the order. `random`: by the seed, else by the most recent visit. */
void draw_order(struct draw_one *all, size_t n, bool random, uint32_t seed);

/*
 * Walks the order. `needs` are the charts that each module still needs, by its
 * index, counted down; `always` is Core, which goes with every chart. Returns
 * how many were taken.
 */
size_t draw_take(struct draw_one *all, size_t n, uint32_t needs[MAX_MODULES], module_set always);

#endif
