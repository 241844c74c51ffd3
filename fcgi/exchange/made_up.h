/*
 * Made-up charts for demonstrations, simulations and tests: plausible, without
 * any patient behind them, and the same for the same seed.
 */
#ifndef EXCHANGE_MADE_UP_H
#define EXCHANGE_MADE_UP_H

#include "base/dice.h"
#include "measure/chart.h"

/*
 * A complete chart for these modules without findings that would block it,
 * abstracted on `day`. `care` (0 to 1) is how often the practice does and
 * documents what the measures ask for.
 */
struct answer *made_up_chart(const struct catalogue *cat, struct arena *a, module_set modules,
			     struct dice *dice, double care, int32_t day);

#endif
