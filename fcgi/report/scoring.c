/* Scores of a round: see scoring.h. */
#include "report/scoring.h"

#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"
#include "report/tally.h"

/* What the rows of a practice's charts are added up in. */
struct counting {
	const struct catalogue *cat;
	struct tally *tallies;
};

static void
count_chart(const struct score_charts_row *row, void *arg)
{
	struct counting *c = arg;

	if (!tally_add(c->tallies, c->cat, row->marks))
		fault("chart %llu is complete and has no marks of its round's edition: run "
		      "`qopi charts rebuild`", (unsigned long long)row->id);
}

static module_set
entered_modules(struct db *db, const struct catalogue *cat, uint64_t round_id,
		uint64_t practice_id)
{
	module_set set = 0;
	size_t n;
	struct entry_progress_row *rows = q_entry_progress(db, practice_id, round_id, &n);

	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, rows[i].module);

		if (m == NULL)
			fault("round %llu has the module %s, which its edition does not know",
			      (unsigned long long)round_id, rows[i].module);
		set |= module_bit(m);
	}
	return set;
}

void
scoring_practice(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t round_id,
		 uint64_t practice_id)
{
	struct counting c = { cat, tally_new(a, cat) };
	struct score_add_params *rows = arena_array(a, cat->n_measures, sizeof *rows);
	module_set entered;
	size_t n = 0;

	db_begin(db);
	entered = entered_modules(db, cat, round_id, practice_id);
	q_score_charts(db, practice_id, round_id, count_chart, &c);
	for (size_t i = 0; i < cat->n_measures; i++) {
		const uint64_t *of = c.tallies[i].counts.of;

		if ((entered & module_bit(cat->measures[i].module)) == 0)
			continue;
		rows[n++] = (struct score_add_params){
			.round_id = round_id,
			.practice_id = practice_id,
			.measure = cat->measures[i].number,
			.met = (uint32_t)of[OUTCOME_MET],
			.not_met = (uint32_t)of[OUTCOME_NOT_MET],
			.excluded = (uint32_t)of[OUTCOME_EXCLUDED],
			.excepted = (uint32_t)of[OUTCOME_EXCEPTED],
			.missing = (uint32_t)c.tallies[i].missing,
		};
	}
	q_score_clear(db, practice_id, round_id);
	q_score_add(db, rows, n);
	db_commit(db);
}

struct pooled
scoring_pool(struct arena *a, const struct rate *practices, size_t n, struct suppress_rule rule)
{
	struct cell cell = suppress_cell(practices, n);
	struct pooled p = { .hidden = suppress_check(cell, rule) };

	if (p.hidden != SUPPRESS_NOT)
		return p;
	p.practices = cell.practices;
	p.rate = stats_pooled(practices, n);
	stats_spread(a, practices, n, &p.spread);
	return p;
}

/* As the table names it; NULL for a cell that may be shown. */
static const char *
hidden_word(enum suppress s)
{
	switch (s) {
	case SUPPRESS_NOT:
		return NULL;
	case SUPPRESS_FEW_PRACTICES:
		return "practices";
	case SUPPRESS_FEW_CHARTS:
		return "charts";
	case SUPPRESS_ONE_DOMINATES:
		return "dominant";
	}
	fault("no such reason: %d", (int)s);
}

static struct aggregate_add_params
aggregate_row(struct arena *a, uint64_t round_id, const char *level, const char *measure,
	      const struct pooled *p)
{
	struct pooled *kept = arena_alloc(a, sizeof *kept);
	struct aggregate_add_params row = { .round_id = round_id, .level = level };

	row.measure = measure;
	row.hidden = hidden_word(p->hidden);
	if (row.hidden != NULL)
		return row;
	*kept = *p;
	row.practices = &kept->practices;
	row.met = &kept->rate.met;
	row.counted = &kept->rate.of;
	row.mean = &kept->spread.mean;
	row.q1 = &kept->spread.low;
	row.median = &kept->spread.median;
	row.q3 = &kept->spread.high;
	return row;
}

/* The practices of one measure: how many rows from `rows` on are of it. */
static size_t
same_measure(const struct score_all_row *rows, size_t n)
{
	size_t same = 1;

	while (same < n && text_equal(rows[same].measure, rows[0].measure))
		same++;
	return same;
}

/* The rates of these practices, or of the fellowship programs among them. */
static size_t
rates_of(const struct score_all_row *rows, size_t n, bool fellowship, struct rate *rates)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (!fellowship || rows[i].fellowship)
			rates[count++] = (struct rate){ rows[i].met,
							rows[i].met + rows[i].not_met };
	return count;
}

void
scoring_round(struct db *db, struct arena *a, uint64_t round_id)
{
	size_t n, same, n_out = 0;
	struct score_all_row *rows = q_score_all(db, round_id, &n);
	struct rate *rates = arena_array(a, n, sizeof *rates);
	struct aggregate_add_params *out = arena_array(a, 2 * n, sizeof *out);

	for (size_t at = 0; at < n; at += same) {
		struct pooled all, fellowship;

		same = same_measure(rows + at, n - at);
		all = scoring_pool(a, rates, rates_of(rows + at, same, false, rates),
				   SUPPRESS_ALL_PRACTICES);
		fellowship = scoring_pool(a, rates, rates_of(rows + at, same, true, rates),
					  SUPPRESS_FELLOWSHIP);
		out[n_out++] = aggregate_row(a, round_id, "national", rows[at].measure, &all);
		out[n_out++] = aggregate_row(a, round_id, "fellowship", rows[at].measure, &fellowship);
	}
	q_aggregate_clear(db, round_id);
	q_aggregate_add(db, out, n_out);
}
