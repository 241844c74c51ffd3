/*
 * Which completed charts are abstracted a second time: how many, and whom a
 * draw takes. Pure, so that anybody can draw again.
 */
#ifndef MODEL_SECOND_DRAW_H
#define MODEL_SECOND_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { SECOND_CHARTS_MIN = 2 }; /* of a sample (qopi-domain section 14, 32) */

/*
 * How many charts a draw takes: what `drawn` lacks of `share` percent of the
 * `complete` charts, rounded up, at least SECOND_CHARTS_MIN, at most the `left`
 * that were not drawn before.
 */
uint32_t second_draw_size(size_t complete, uint32_t share, size_t drawn, size_t left);

/*
 * Marks in `taken` (n places) the `take` charts that come first in the order of
 * the seed: for each, the first output of SplitMix64 with the state
 * seed * 2^32 + number, as model/draw.h orders candidates at random.
 */
void second_draw_take(struct arena *a, const uint32_t *numbers, size_t n, uint32_t seed,
		      uint32_t take, bool *taken);

/* Rising chart numbers as text, "1-7 9 12-13"; and back, NULL if it is no such text. */
const char *second_draw_write(struct arena *a, const uint32_t *numbers, size_t n);
const uint32_t *second_draw_read(struct arena *a, const char *text, size_t *n);

#endif
