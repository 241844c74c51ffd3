/* Outcomes of charts, from the masks of the plan: see outcome.h. */
#include "measure/outcome.h"

#include "base/fault.h"

struct batch *
batch_of(struct arena *a, const struct catalogue *cat, const struct measure *const *measures,
	size_t n)
{
	struct batch *batch = arena_alloc(a, sizeof *batch);
	int32_t *roots = arena_array(a, n * OUTCOME_KINDS, sizeof *roots);
	size_t n_roots = 0;

	for (size_t i = 0; i < n; i++)
		for (int o = OUTCOME_EXCLUDED; o < OUTCOME_KINDS; o++)
			roots[n_roots++] = measures[i]->steps[o];
	batch->cat = cat;
	batch->part = cql_select(a, cat->plan, roots, n_roots);
	batch->block = cql_block_new(a, cat->plan, BATCH_SIZE);
	batch_start(batch);
	return batch;
}

struct batch *
batch_new(struct arena *a, const struct catalogue *cat)
{
	const struct measure **all = arena_array(a, cat->n_measures, sizeof(struct measure *));

	for (size_t i = 0; i < cat->n_measures; i++)
		all[i] = &cat->measures[i];
	return batch_of(a, cat, all, cat->n_measures);
}

void
batch_start(struct batch *batch)
{
	batch->count = 0;
	cql_block_clear_part(batch->block, BATCH_SIZE, batch->part);
}

bool
batch_add(struct batch *batch, const struct answer *chart)
{
	if (batch->count == BATCH_SIZE)
		return false;
	chart_put(batch->cat, chart, batch->block, batch->count++);
	return true;
}

void
batch_run(struct batch *batch)
{
	batch->block->rows = batch->count;
	batch->block->words = (batch->count + 63) / 64;
	cql_eval_part(batch->block, batch->part, 0);
}

enum outcome
outcome_at(const struct cql_block *block, const struct measure *measure, size_t row)
{
	for (int o = OUTCOME_EXCLUDED; o < OUTCOME_KINDS; o++)
		if (cql_truth_at(block, measure->steps[o], row) == CQL_IS_TRUE_HERE)
			return (enum outcome)o;
	return OUTCOME_NOT_IN;
}

enum outcome
batch_outcome(const struct batch *batch, const struct measure *measure, size_t row)
{
	must(row < batch->count);
	return outcome_at(batch->block, measure, row);
}

void
batch_count(const struct batch *batch, const struct measure *measure, struct counts *counts)
{
	uint64_t others = 0;

	for (int o = OUTCOME_EXCLUDED; o < OUTCOME_KINDS; o++) {
		const uint64_t *words = cql_true(batch->block, measure->steps[o]);

		for (size_t w = 0; w < batch->block->words; w++) {
			uint64_t some = (uint64_t)__builtin_popcountll(words[w]);

			counts->of[o] += some;
			others += some;
		}
	}
	counts->of[OUTCOME_NOT_IN] += batch->count - others;
}

void
chart_outcomes(const struct catalogue *cat, const struct answer *chart, struct arena *a,
	enum outcome *outcomes)
{
	struct cql_block *block = cql_block_new(a, cat->plan, 1);

	cql_block_clear(block, 1);
	chart_put(cat, chart, block, 0);
	cql_eval(block, cat->measure_steps, 0);
	for (size_t i = 0; i < cat->n_measures; i++)
		outcomes[i] = outcome_at(block, &cat->measures[i], 0);
}
