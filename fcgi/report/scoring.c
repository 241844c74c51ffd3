/* Scores of a round: see scoring.h. */
#include "report/scoring.h"

#include <string.h>

#include "base/buf.h"
#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"
#include "report/tally.h"

enum { COUNTS_MAX = 12 * 1024 * 1024 }; /* of one statement; the server takes 16 MiB */

/* The modules that a practice signed up for. */
struct entered {
	uint64_t practice;
	module_set modules;
};

/* Charts come practice by practice; each practice's counts become rows when its last came. */
struct counting {
	const struct catalogue *cat;
	uint64_t round;
	struct entered *entered;
	size_t n_entered, at; /* the one whose charts come now */
	struct tally *tallies;
	struct buf *rows; /* as score_put takes them */
};

static void
write_row(struct counting *c, size_t measure)
{
	const struct tally *t = &c->tallies[measure];
	const char *number = c->cat->measures[measure].number;
	const uint64_t *of = t->counts.of;

	must(strpbrk(number, "\"\\") == NULL);
	buf_printf(c->rows, "%c[%llu,\"%s\",%llu,%llu,%llu,%llu,%llu]", c->rows->len == 0 ? '[' : ',',
		   (unsigned long long)c->entered[c->at].practice, number,
		   (unsigned long long)of[OUTCOME_MET], (unsigned long long)of[OUTCOME_NOT_MET],
		   (unsigned long long)of[OUTCOME_EXCLUDED],
		   (unsigned long long)of[OUTCOME_EXCEPTED], (unsigned long long)t->missing);
}

/* Of the practice whose charts are all counted. */
static void
write_rows(struct counting *c)
{
	module_set modules = c->entered[c->at].modules;

	for (size_t i = 0; i < c->cat->n_measures; i++)
		if ((modules & module_bit(c->cat->measures[i].module)) != 0)
			write_row(c, i);
	tally_clear(c->tallies, c->cat);
	c->at++;
}

static void
count_chart(const struct score_charts_row *row, void *arg)
{
	struct counting *c = arg;

	while (c->at < c->n_entered && c->entered[c->at].practice < row->practice_id)
		write_rows(c);
	if (c->at == c->n_entered || c->entered[c->at].practice != row->practice_id)
		return; /* its practice took the round back */
	if (!tally_add(c->tallies, c->cat, row->marks))
		fault("chart %llu is complete and has no marks of its round's edition: run "
		      "`qopi charts rebuild`", (unsigned long long)row->id);
}

static void
read_entered(struct db *db, struct arena *a, struct counting *c, uint64_t first, uint64_t last)
{
	size_t n;
	struct score_modules_row *rows = q_score_modules(db, c->round, first, last, &n);

	c->entered = arena_array(a, n, sizeof *c->entered);
	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(c->cat, rows[i].module);

		if (m == NULL)
			fault("round %llu has the module %s, which its edition does not know",
			      (unsigned long long)c->round, rows[i].module);
		if (i == 0 || rows[i].practice_id != rows[i - 1].practice_id)
			c->entered[c->n_entered++].practice = rows[i].practice_id;
		c->entered[c->n_entered - 1].modules |= module_bit(m);
	}
}

void
scoring_practices(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t round_id,
		  uint64_t first, uint64_t last)
{
	struct counting c = { .cat = cat, .round = round_id, .tallies = tally_new(a, cat),
			      .rows = buf_new(a, COUNTS_MAX) };

	db_begin(db);
	read_entered(db, a, &c, first, last);
	q_score_charts(db, round_id, first, last, count_chart, &c);
	while (c.at < c.n_entered)
		write_rows(&c);
	if (c.rows->len > 0) {
		buf_char(c.rows, ']');
		must(!c.rows->full);
		q_score_put(db, round_id, c.rows->data);
	}
	db_commit(db);
}

static struct bytes
sorted_shares(struct arena *a, const struct rate *practices, size_t n)
{
	double *shares = arena_array(a, n, sizeof *shares);
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (practices[i].of > 0)
			shares[count++] = stats_share(practices[i]);
	stats_sort(shares, count);
	return (struct bytes){ shares, count * sizeof *shares };
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
	p.variation = variation_of(a, practices, n, stats_share(p.rate));
	p.shares = sorted_shares(a, practices, n);
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
	row.inflation = &kept->variation.inflation;
	row.between_practices = &kept->variation.between;
	row.shares = kept->shares;
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

/* The rates of the programs among these practices; both come in rising order. */
static size_t
rates_of_programs(const struct score_all_row *rows, size_t n,
		  const struct score_programs_row *programs, size_t n_programs, struct rate *rates)
{
	size_t count = 0, next = 0;

	for (size_t i = 0; i < n && next < n_programs; i++) {
		while (next < n_programs && programs[next].id < rows[i].practice_id)
			next++;
		if (next < n_programs && programs[next].id == rows[i].practice_id)
			rates[count++] = (struct rate){ rows[i].met,
							rows[i].met + rows[i].not_met };
	}
	return count;
}

void
scoring_round(struct db *db, struct arena *a, uint64_t round_id)
{
	size_t n, same, n_out = 0, n_programs;
	struct score_programs_row *programs = q_score_programs(db, round_id, &n_programs);
	struct score_all_row *rows = q_score_all(db, round_id, &n);
	struct rate *rates = arena_array(a, n, sizeof *rates);
	struct aggregate_add_params *out = NULL;
	size_t measures = 0;

	for (size_t at = 0; at < n; at += same_measure(rows + at, n - at))
		measures++;
	out = arena_array(a, 2 * measures, sizeof *out);
	for (size_t at = 0; at < n; at += same) {
		struct pooled all, fellowship;
		const char *measure = rows[at].measure;

		same = same_measure(rows + at, n - at);
		for (size_t i = 0; i < same; i++)
			rates[i] = (struct rate){ rows[at + i].met,
						  rows[at + i].met + rows[at + i].not_met };
		all = scoring_pool(a, rates, same, SUPPRESS_ALL_PRACTICES);
		fellowship = scoring_pool(a, rates,
					  rates_of_programs(rows + at, same, programs, n_programs,
							    rates),
					  SUPPRESS_FELLOWSHIP);
		out[n_out++] = aggregate_row(a, round_id, "national", measure, &all);
		out[n_out++] = aggregate_row(a, round_id, "fellowship", measure, &fellowship);
	}
	q_aggregate_clear(db, round_id);
	q_aggregate_add(db, out, n_out);
}
