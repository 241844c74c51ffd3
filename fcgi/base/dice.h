/*
 * A repeatable source of numbers (SplitMix64: Steele, Lea, Flood, "Fast
 * Splittable Pseudorandom Number Generators", 2014). For draws that somebody
 * else must be able to repeat and for made-up data; never for secrets.
 */
#ifndef BASE_DICE_H
#define BASE_DICE_H

#include <stdbool.h>
#include <stdint.h>

struct dice {
	uint64_t state; /* the seed, at first */
};

uint64_t dice_next(struct dice *d);
uint32_t dice_below(struct dice *d, uint32_t limit); /* 0 to limit-1 */
bool dice_chance(struct dice *d, double share);      /* true so often, of 1 */

#endif
