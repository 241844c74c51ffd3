/*
 * From a score back to the charts: those that did not meet a measure, put
 * together by the answers that decided it. Of a measure where lower is better
 * they are the charts that met it.
 */
#ifndef MEASURE_MISSES_H
#define MEASURE_MISSES_H

#include "measure/explain.h"

/* A chart among those given. */
struct miss_chart {
	size_t chart;       /* its place among them */
	const char *detail; /* its own answers, where those of the group differ; or NULL */
};

/* Charts with the same reason. */
struct miss {
	const struct reason *reasons; /* answer and wanted are NULL where the charts differ */
	size_t n_reasons;
	struct miss_chart *charts; /* in the order given */
	size_t n_charts;
};

/* The outcome that is looked for: not met; of a lower-is-better measure met. */
enum outcome misses_outcome(const struct measure *measure);

/*
 * Groups the charts by their reasons: the largest group first, those of a size
 * as they came. All of them have that outcome; their answers live as long as
 * the arena, in which the groups are made.
 */
const struct miss *misses_of(const struct catalogue *cat, const struct measure *measure,
	const struct answer *const *charts, size_t n, struct arena *a, size_t *n_misses);

#endif
