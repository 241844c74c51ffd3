/* Rounds: see round.h. */
#include "model/round.h"

#include <math.h>

#include "base/date.h"
#include "base/text.h"
#include "model/audit.h"
#include "model/criteria.h"

static const struct {
	const char *state, *word, *look;
} states[] = {
	{ "planned", "Coming", "idle" },
	{ "open", "Open for abstraction", "good" },
	{ "closed", "Closed, being scored", "info" },
	{ "released", "Reports released", "idle" },
};

enum { STATES = sizeof states / sizeof *states };

const char *
round_state_word(const char *state)
{
	for (int i = 0; i < STATES; i++)
		if (text_equal(states[i].state, state))
			return states[i].word;
	return state;
}

const char *
round_state_look(const char *state)
{
	for (int i = 0; i < STATES; i++)
		if (text_equal(states[i].state, state))
			return states[i].look;
	return "idle";
}

double
round_fte(double typed)
{
	/* 1.1 * 10 is a hair above 11: what is only a hair does not round up. */
	return ceil(typed * 10 - 1e-6) / 10;
}

uint32_t
round_charts(const struct round_chart_counts_row *table, size_t n, double fte)
{
	uint32_t charts = n > 0 ? table[0].charts : 0;

	for (size_t i = 0; i < n && table[i].fte_from <= fte + 1e-6; i++)
		charts = table[i].charts;
	return charts;
}

static const char *
row_problem(struct arena *a, const struct round_chart_counts_row *row,
	    const struct round_chart_counts_row *before)
{
	if (row->charts < 1 || row->charts > ROUND_CHARTS_MAX)
		return arena_printf(a, "Charts from %g FTE must be a number from 1 to %d.",
				    row->fte_from, ROUND_CHARTS_MAX);
	if (before == NULL)
		return NULL;
	if (row->fte_from <= before->fte_from)
		return arena_printf(a, "FTE must rise from row to row: %g does not come after %g.",
				    row->fte_from, before->fte_from);
	if (row->charts < before->charts)
		return arena_printf(a, "Charts must not fall as FTE rises: from %g FTE there are %u, "
				    "below it %u.", row->fte_from, row->charts, before->charts);
	return NULL;
}

const char *
round_table_problem(struct arena *a, const struct round_chart_counts_row *table, size_t n)
{
	const char *problem = NULL;

	if (n == 0)
		return "The chart-count table needs at least one row.";
	if (table[0].fte_from < 0 || table[0].fte_from > 1)
		return "The first row must begin at 0 or 1 FTE: it is for the smallest practices.";
	for (size_t i = 0; i < n && problem == NULL; i++)
		problem = row_problem(a, &table[i], i == 0 ? NULL : &table[i - 1]);
	return problem;
}

static const char *
subject(struct arena *a, uint64_t round)
{
	return arena_printf(a, "round:%llu", (unsigned long long)round);
}

static void
add_modules(struct db *db, struct arena *a, uint64_t round, const struct round_plan *plan)
{
	struct round_module_add_params *rows = arena_array(a, plan->n_modules, sizeof *rows);

	for (size_t i = 0; i < plan->n_modules; i++)
		rows[i] = (struct round_module_add_params){ round, plan->modules[i] };
	q_round_module_add(db, rows, plan->n_modules);
}

static void
add_counts(struct db *db, struct arena *a, uint64_t round, const struct round_plan *plan)
{
	struct round_chart_count_add_params *rows = arena_array(a, plan->n_counts, sizeof *rows);

	for (size_t i = 0; i < plan->n_counts; i++)
		rows[i] = (struct round_chart_count_add_params){ round, plan->counts[i].fte_from,
								 plan->counts[i].charts };
	q_round_chart_count_add(db, rows, plan->n_counts);
}

static uint32_t
or_usual(uint32_t charts, uint32_t usual)
{
	return charts == 0 ? usual : charts;
}

enum round_made
round_make(struct db *db, struct arena *a, uint64_t account, const struct round_plan *plan,
	   uint64_t *id)
{
	struct edition_newest_row edition;

	if (!q_edition_newest(db, &edition))
		return ROUND_NO_CATALOGUE;
	*id = q_round_add(db, plan->name, plan->opens, plan->closes, plan->reports_expected,
			  edition.id,
			  or_usual(plan->charts_a_physician, ROUND_CHARTS_A_PHYSICIAN),
			  or_usual(plan->charts_a_fellow, ROUND_CHARTS_A_FELLOW), time_now());
	if (*id == 0)
		return ROUND_NAME_TAKEN;
	add_modules(db, a, *id, plan);
	add_counts(db, a, *id, plan);
	criteria_begin(db, *id, plan->opens, plan->modules, plan->n_modules);
	audit_add(db, a, account, 0, "round_made", subject(a, *id));
	q_site_stamp(db);
	return ROUND_MADE;
}

/* What a move that found `rows` rounds to move comes to. */
static enum round_moved
moved(struct db *db, struct arena *a, uint64_t account, uint64_t id, int64_t rows,
      const char *action)
{
	struct round_by_id_row row;

	if (rows == 0)
		return q_round_by_id(db, id, &row) ? ROUND_NOT_IN_STATE : ROUND_NOT_THERE;
	audit_add(db, a, account, 0, action, subject(a, id));
	q_site_stamp(db);
	return ROUND_MOVED;
}

enum round_moved
round_open(struct db *db, struct arena *a, uint64_t account, uint64_t id)
{
	return moved(db, a, account, id, q_round_move(db, "open", id, "planned"), "round_opened");
}

enum round_moved
round_close(struct db *db, struct arena *a, uint64_t account, uint64_t id)
{
	return moved(db, a, account, id, q_round_close(db, time_now(), id), "round_closed");
}
