/* A repeatable source of numbers: see dice.h. */
#include "base/dice.h"

uint64_t
dice_next(struct dice *d)
{
	uint64_t z = d->state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

uint32_t
dice_below(struct dice *d, uint32_t limit)
{
	return (uint32_t)(dice_next(d) % limit);
}

bool
dice_chance(struct dice *d, double share)
{
	return (double)(dice_next(d) >> 11) < share * 9007199254740992.0; /* 2^53 */
}
