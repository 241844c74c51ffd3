/*
 * Rounds: making them, their states, the chart-count table.
 *
 * A round goes planned, open, closed, released, and never back. What it asks
 * of a practice stands in its own table, because no published rule gives it.
 */
#ifndef MODEL_ROUND_H
#define MODEL_ROUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/queries.h"

enum {
	ROUND_REPORT_DAYS = 21,    /* reports come two to three weeks after the close */
	ROUND_NAME_MAX = 80,
	ROUND_COUNTS_MAX = 8,      /* rows of a chart-count table */
	ROUND_CHARTS_MAX = 1000,   /* charts a module */
	ROUND_FTE_MAX = 2000,
	ROUND_CHARTS_A_PHYSICIAN = 24, /* a module; qopi-domain section 14, 1 */
	ROUND_CHARTS_A_FELLOW = 10,
};

/* The word for people: "open" is "Open for abstraction". */
const char *round_state_word(const char *state);

/* How a state looks, for the status macro: "good", "info", "idle". */
const char *round_state_look(const char *state);

/* FTE oncologists as they count: rounded up to one place (qopi-domain section 14, 2). */
double round_fte(double typed);

/*
 * Charts a module for that many FTE oncologists by a table in rising order
 * (qopi-domain section 14, 1). Fewer than its first row takes the first row.
 */
uint32_t round_charts(const struct round_chart_counts_row *table, size_t n, double fte);

/* What is wrong with a chart-count table, as a sentence of the arena; NULL if nothing is. */
const char *round_table_problem(struct arena *a, const struct round_chart_counts_row *table,
				size_t n);

/* A round to be made; its dates are in order and its table has no problem. */
struct round_plan {
	const char *name;
	int32_t opens, closes, reports_expected;
	const char *const *modules;
	size_t n_modules;
	const struct round_chart_counts_row *counts;
	size_t n_counts;
	uint32_t charts_a_physician, charts_a_fellow; /* 0: as many as usual */
};

enum round_made {
	ROUND_MADE,
	ROUND_NAME_TAKEN,
	ROUND_NO_CATALOGUE, /* no edition of the measure catalogue is loaded */
};

/*
 * Makes a planned round of the newest edition, in the caller's transaction,
 * with its audit line. `account` is who does it; 0 for the command line.
 */
enum round_made round_make(struct db *db, struct arena *a, uint64_t account,
			   const struct round_plan *plan, uint64_t *id);

enum round_moved {
	ROUND_MOVED,
	ROUND_NOT_THERE,    /* no such round */
	ROUND_NOT_IN_STATE, /* it is in another state: somebody was faster */
};

/*
 * Opens a planned round; closes an open one. In the caller's transaction, with
 * the audit line and the stamp of all dashboards. Whoever closes also calls
 * queue_round_closed (job/queue.h) before the commit: an outcome of
 * ROUND_MOVED comes once, so its practices are scored once.
 */
enum round_moved round_open(struct db *db, struct arena *a, uint64_t account, uint64_t id);
enum round_moved round_close(struct db *db, struct arena *a, uint64_t account, uint64_t id);

#endif
