/*
 * Which cells of a round may be shown together: the small-number rule
 * (suppress.h) carried on to whatever a reader can work out from the cells that
 * are shown by adding and subtracting them, its own counts known. Pure.
 *
 * Cells are sums over practices: all of the round, the fellowship programs,
 * peer groups. Practices that are in the same cells form an atom; no sum of
 * multiples of cells tells them apart, so it gives each of them the same
 * weight. What makes a choice of cells safe:
 *
 * 1. The cell of all practices and that of the fellowship programs pass the
 *    rule as its source has it, the reader's own charts counted.
 * 2. Every other cell, and every sum and difference of shown cells (the rest of
 *    all practices, the other groups together, the one group of a division that
 *    is hidden), passes the rule for peers without any one reader's charts: the
 *    practices with a weight in it are a cell like any other.
 * 3. Any other multiples: whatever a reader weighs the shown cells by, unless
 *    it is the fellowship programs alone, all practices of some atom that
 *    passes the same rule have a weight in it. So no practice, and no set
 *    smaller than such an atom, can be singled out. This holds if the cells
 *    are as independent on those atoms as they are on all.
 *
 * Cells are taken in the order given, and one that does not fit those before it
 * stays hidden (complementary suppression).
 */
#ifndef REPORT_DISCLOSE_H
#define REPORT_DISCLOSE_H

#include <stdbool.h>

#include "base/arena.h"
#include "report/suppress.h"

enum { DISCLOSE_CELLS = 12 }; /* sums and differences of more would take long */

/* The first two cells; the others are peer groups. */
enum { DISCLOSE_ALL, DISCLOSE_PROGRAMS, DISCLOSE_PEERS };

/* A practice: the cells that it is in, as bits, and its charts that count. */
struct disclose_practice {
	uint32_t cells;
	uint32_t charts;
};

/*
 * Sets for each of the `n_cells` cells whether it is shown, and otherwise why
 * not. Practices without charts are in no cell. Each practice is in the first cell.
 */
void disclose_choose(struct arena *a, const struct disclose_practice *practices, size_t n,
		     size_t n_cells, enum suppress *hidden);

/*
 * Whether the shown cells (`hidden` says which) still tell of nobody singly before readers who
 * know the exact counts of several practices, `known`, and take them all away.
 *
 * What such readers work out is a sum of multiples of shown cells over the practices that are not
 * known: outside. It is fine if nobody outside has a weight in it, or all practices of an atom
 * that is safe: by itself it passes the rule for peers, and no practice outside has more charts
 * than it, so that no sum with it is mostly of one practice. As in item 3 that holds for all
 * multiples if the cells are as independent on the safe atoms as on all atoms outside. The
 * fellowship programs' cell may be told as it is published while none of them is known.
 */
bool disclose_holds(struct arena *a, const struct disclose_practice *practices, size_t n,
		    size_t n_cells, const enum suppress *hidden, const bool *known);

#endif
