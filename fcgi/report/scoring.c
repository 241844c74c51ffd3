/* Scores of a round: see scoring.h. */
#include "report/scoring.h"

#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"
#include "report/peers.h"
#include "report/tally.h"

/* A practice of the round: the modules it signed up for, and its charts. */
struct entered {
	uint64_t practice;
	module_set modules;
	struct tally *tallies;
};

/* Charts come practice by practice, as those that entered. */
struct counting {
	const struct catalogue *cat;
	uint64_t round;
	struct entered *entered;
	size_t n_entered, at; /* the one whose charts come now */
};

static void
count_chart(const struct score_charts_row *row, void *arg)
{
	struct counting *c = arg;

	while (c->at < c->n_entered && c->entered[c->at].practice < row->practice_id)
		c->at++;
	if (c->at == c->n_entered || c->entered[c->at].practice != row->practice_id)
		return; /* its practice took the round back */
	if (!tally_add(c->entered[c->at].tallies, c->cat, row->marks))
		fault("chart %llu is complete and has no marks of its round's edition: run "
		      "`qopi charts rebuild`", (unsigned long long)row->id);
}

static struct score_add_params
row_of(uint64_t round, uint64_t practice, const char *measure, const struct tally *t)
{
	const uint64_t *of = t->counts.of;

	return (struct score_add_params){
		.round_id = round,
		.practice_id = practice,
		.measure = measure,
		.met = (uint32_t)of[OUTCOME_MET],
		.not_met = (uint32_t)of[OUTCOME_NOT_MET],
		.excluded = (uint32_t)of[OUTCOME_EXCLUDED],
		.excepted = (uint32_t)of[OUTCOME_EXCEPTED],
		.missing = (uint32_t)t->missing,
	};
}

/* Writes all counts, in the order of the table's key: half the time of another. */
static void
write_rows(struct db *db, struct arena *a, const struct counting *c)
{
	struct score_add_params *rows =
		arena_array(a, c->cat->n_measures * c->n_entered, sizeof *rows);
	size_t n = 0;

	for (size_t j = 0; j < c->n_entered; j++)
		for (size_t i = 0; i < c->cat->n_measures; i++) {
			const struct measure *m = &c->cat->measures[i];

			if ((c->entered[j].modules & module_bit(m->module)) != 0)
				rows[n++] = row_of(c->round, c->entered[j].practice, m->number,
						   &c->entered[j].tallies[i]);
		}
	q_score_add(db, rows, n);
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
			c->entered[c->n_entered++] = (struct entered){ rows[i].practice_id, 0,
								       tally_new(a, c->cat) };
		c->entered[c->n_entered - 1].modules |= module_bit(m);
	}
}

void
scoring_practices(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t round_id,
		  uint64_t first, uint64_t last)
{
	struct counting c = { .cat = cat, .round = round_id };

	db_begin(db);
	read_entered(db, a, &c, first, last);
	q_score_charts(db, round_id, first, last, count_chart, &c);
	q_score_clear(db, round_id, first, last);
	write_rows(db, a, &c);
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
scoring_pool(struct arena *a, const struct rate *practices, size_t n, enum suppress hidden)
{
	struct pooled p = { .hidden = hidden };

	if (p.hidden != SUPPRESS_NOT)
		return p;
	p.practices = suppress_cell(practices, n).practices;
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
	case SUPPRESS_COMPLEMENT:
		return "complement";
	}
	fault("no such reason: %d", (int)s);
}

/* The aggregates of a round while they are worked out, measure by measure. */
struct pooling {
	struct arena *a;
	uint64_t round;
	const struct score_members_row *members; /* in the order of their ids */
	size_t n_members;
	struct rate *rates; /* of one cell */
	struct disclose_practice *practices;
	struct aggregate_add_params *out;
	size_t n_out;
};

/* Where a cell's figures go: level and peer group. */
static void
name_cell(struct aggregate_add_params *row, size_t cell)
{
	row->level = cell == DISCLOSE_ALL	 ? "national"
		     : cell == DISCLOSE_PROGRAMS ? "fellowship"
						 : "peer";
	row->peer = cell < DISCLOSE_PEERS ? "" : peer_groups[cell - DISCLOSE_PEERS].code;
}

static void
add_aggregate(struct pooling *p, size_t cell, const char *measure, const struct pooled *pooled)
{
	struct aggregate_add_params *row = &p->out[p->n_out++];
	struct pooled *kept;

	*row = (struct aggregate_add_params){ .round_id = p->round, .measure = measure };
	name_cell(row, cell);
	row->hidden = hidden_word(pooled->hidden);
	if (row->hidden != NULL)
		return;
	kept = arena_alloc(p->a, sizeof *kept);
	*kept = *pooled;
	row->practices = &kept->practices;
	row->met = &kept->rate.met;
	row->counted = &kept->rate.of;
	row->mean = &kept->spread.mean;
	row->q1 = &kept->spread.low;
	row->median = &kept->spread.median;
	row->q3 = &kept->spread.high;
	row->inflation = &kept->variation.inflation;
	row->between_practices = &kept->variation.between;
	if (cell == DISCLOSE_ALL)
		row->shares = kept->shares;
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

/* Which cells each practice of the rows is in; both come in rising order. */
static void
place_practices(struct pooling *p, const struct score_all_row *rows, size_t n)
{
	size_t next = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t cells = 1u << DISCLOSE_ALL;

		while (next < p->n_members && p->members[next].id < rows[i].practice_id)
			next++;
		if (next < p->n_members && p->members[next].id == rows[i].practice_id)
			cells = peers_cells_of(&p->members[next]);
		p->practices[i].cells = cells;
		p->practices[i].charts = rows[i].met + rows[i].not_met;
	}
}

static void
pool_measure(struct pooling *p, const struct score_all_row *rows, size_t n)
{
	enum suppress hidden[PEERS_CELLS];

	place_practices(p, rows, n);
	disclose_choose(p->a, p->practices, n, PEERS_CELLS, hidden);
	for (size_t cell = 0; cell < PEERS_CELLS; cell++) {
		struct pooled pooled;
		size_t count = 0;

		for (size_t i = 0; i < n; i++)
			if ((p->practices[i].cells >> cell & 1) != 0)
				p->rates[count++] = (struct rate){ rows[i].met,
								   p->practices[i].charts };
		pooled = scoring_pool(p->a, p->rates, count, hidden[cell]);
		add_aggregate(p, cell, rows[0].measure, &pooled);
	}
}

void
scoring_round(struct db *db, struct arena *a, uint64_t round_id)
{
	struct pooling p = { .a = a, .round = round_id };
	size_t n, same, measures = 0;
	struct score_all_row *rows = q_score_all(db, round_id, &n);

	p.members = q_score_members(db, round_id, &p.n_members);
	p.rates = arena_array(a, n, sizeof *p.rates);
	p.practices = arena_array(a, n, sizeof *p.practices);
	for (size_t at = 0; at < n; at += same_measure(rows + at, n - at))
		measures++;
	p.out = arena_array(a, measures * PEERS_CELLS, sizeof *p.out);
	for (size_t at = 0; at < n; at += same) {
		same = same_measure(rows + at, n - at);
		pool_measure(&p, rows + at, same);
	}
	q_aggregate_count(db, round_id);
	q_aggregate_clear(db, round_id);
	q_aggregate_add(db, p.out, p.n_out);
}
