/* What the measures say: of one chart, or of many at a time. */
#ifndef MEASURE_OUTCOME_H
#define MEASURE_OUTCOME_H

#include "base/arena.h"
#include "measure/chart.h"
#include "measure/score.h"

/* The outcome of a measure for one chart of a block that was worked out. */
enum outcome outcome_at(const struct cql_block *block, const struct measure *measure, size_t row);

/* The outcome of every measure for one chart; `outcomes` has cat->n_measures places. */
void chart_outcomes(const struct catalogue *cat, const struct answer *chart, struct arena *a,
	enum outcome *outcomes);

/*
 * Many charts: fill a batch with up to BATCH_SIZE charts, run it, read it.
 *
 *   struct batch *b = batch_new(a, cat);
 *   for (...) { batch_start(b); while (batch_add(b, chart)) ...; batch_run(b); ... }
 */
enum { BATCH_SIZE = CQL_BLOCK };

struct batch {
	const struct catalogue *cat;
	struct cql_block *block;
	const struct cql_selection *part; /* what the batch's measures need */
	size_t count; /* charts added since batch_start */
};

struct batch *batch_new(struct arena *a, const struct catalogue *cat);

/* A batch that works out these measures only; nothing may be asked of others. */
struct batch *batch_of(struct arena *a, const struct catalogue *cat,
	const struct measure *const *measures, size_t n);

void batch_start(struct batch *batch);

/* Adds a chart; false if the batch is full (then it was not added). */
bool batch_add(struct batch *batch, const struct answer *chart);

void batch_run(struct batch *batch);

/* After batch_run: the outcome of a measure for chart `row`, in order of adding. */
enum outcome batch_outcome(const struct batch *batch, const struct measure *measure, size_t row);

/* After batch_run: adds the batch's outcomes of a measure to its counts. */
void batch_count(const struct batch *batch, const struct measure *measure, struct counts *counts);

#endif
