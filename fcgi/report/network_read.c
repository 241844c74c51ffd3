/*
 * A network in a round, read: members' figures as their stored reports have them, and which
 * measures may be side by side, from the round's scores and published cells.
 */
#include "base/fault.h"
#include "base/text.h"
#include "report/network.h"
#include "report/peers.h"
#include "report/stored.h"

/* What decides on each measure of the catalogue. */
struct deciding {
	struct arena *a;
	const struct catalogue *cat;
	const struct score_members_row *members; /* of the round, in the order of their ids */
	bool *in_circle;                         /* one a member */
	size_t n_members;
	enum suppress (*hidden)[PEERS_CELLS]; /* one a measure */
	enum network_shown *shown;            /* one a measure */
	/* the measure whose charts come now, and its practices so far */
	const struct measure *measure;
	struct disclose_practice *practices;
	bool *known;
	size_t n, next;
};

static void
read_circle(struct db *db, struct deciding *d, uint64_t round, uint64_t network)
{
	size_t n_ties, n, at = 0;
	struct network_ties_row *rows = q_network_ties(db, round, &n_ties);
	struct network_tie *ties = arena_array(d->a, n_ties, sizeof *ties);
	const uint64_t *circle;

	for (size_t i = 0; i < n_ties; i++)
		ties[i] = (struct network_tie){ rows[i].network_id, rows[i].practice_id };
	circle = network_circle(d->a, ties, n_ties, network, &n);
	d->in_circle = arena_array(d->a, d->n_members, sizeof *d->in_circle);
	for (size_t i = 0; i < d->n_members; i++) {
		while (at < n && circle[at] < d->members[i].id)
			at++;
		d->in_circle[i] = at < n && circle[at] == d->members[i].id;
	}
}

/* Where a published cell stands among those of a practice. */
static size_t
cell_of(const struct network_cells_row *row)
{
	if (text_equal(row->level, "national"))
		return DISCLOSE_ALL;
	if (text_equal(row->level, "fellowship"))
		return DISCLOSE_PROGRAMS;
	return DISCLOSE_PEERS + peers_named(row->peer);
}

static void
read_cells(struct db *db, struct deciding *d, uint64_t round)
{
	size_t n;
	struct network_cells_row *rows = q_network_cells(db, round, &n);

	d->hidden = arena_array(d->a, d->cat->n_measures, sizeof *d->hidden);
	for (size_t i = 0; i < d->cat->n_measures; i++)
		for (size_t cell = 0; cell < PEERS_CELLS; cell++)
			d->hidden[i][cell] = SUPPRESS_FEW_PRACTICES;
	for (size_t i = 0; i < n; i++) {
		const struct measure *m = catalogue_measure(d->cat, rows[i].measure);
		size_t cell = cell_of(&rows[i]);

		must(m != NULL && cell < PEERS_CELLS);
		d->hidden[m->index][cell] = SUPPRESS_NOT;
	}
}

/* All practices of the measure have come. */
static void
decide(struct deciding *d)
{
	if (d->measure == NULL)
		return;
	d->shown[d->measure->index] = network_check(d->a, d->practices, d->n, PEERS_CELLS,
						    d->hidden[d->measure->index], d->known);
}

static void
take_charts(const struct network_charts_row *row, void *arg)
{
	struct deciding *d = arg;
	const struct score_members_row *m;

	if (d->measure == NULL || !text_equal(d->measure->number, row->measure)) {
		decide(d);
		d->measure = catalogue_measure(d->cat, row->measure);
		must(d->measure != NULL);
		d->n = d->next = 0;
	}
	while (d->next < d->n_members && d->members[d->next].id < row->practice_id)
		d->next++;
	if (d->next == d->n_members || d->members[d->next].id != row->practice_id)
		fault("practice %llu has scores in a round that it did not enter",
		      (unsigned long long)row->practice_id);
	m = &d->members[d->next];
	d->known[d->n] = d->in_circle[d->next];
	d->practices[d->n++] =
		(struct disclose_practice){ peers_cells_of(m), (uint32_t)row->charts };
}

static void
decide_all(struct db *db, struct deciding *d, uint64_t round, uint64_t network)
{
	d->members = q_score_members(db, round, &d->n_members);
	read_circle(db, d, round, network);
	read_cells(db, d, round);
	d->shown = arena_array(d->a, d->cat->n_measures, sizeof *d->shown);
	d->practices = arena_array(d->a, d->n_members, sizeof *d->practices);
	d->known = arena_array(d->a, d->n_members, sizeof *d->known);
	q_network_charts(db, round, take_charts, d);
	decide(d);
}

/* The lines of each column's report by the measure's place in the catalogue; NULL for none. */
struct columns {
	const struct line **lines;
	size_t n_measures;
};

static const struct line *
line_at(const struct columns *c, size_t column, size_t measure)
{
	return c->lines[column * c->n_measures + measure];
}

static void
take_lines(struct columns *c, size_t column, const struct result *r, const struct catalogue *cat)
{
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++) {
			const struct line *l = &r->sections[i].lines[j];
			const struct measure *m = catalogue_measure(cat, l->number);

			must(m != NULL);
			c->lines[column * c->n_measures + m->index] = l;
		}
}

static struct columns
read_columns(struct db *db, struct arena *a, const struct report_subject *about, uint64_t network,
	     struct network_table *t)
{
	size_t n;
	struct network_results_row *rows = q_network_results(db, about->round->id, network, &n);
	struct columns c = { .n_measures = about->cat->n_measures };

	t->columns = arena_array(a, n, sizeof *t->columns);
	t->absent = arena_array(a, n, sizeof *t->absent);
	c.lines = arena_array(a, n * c.n_measures, sizeof *c.lines);
	for (size_t i = 0; i < n; i++) {
		struct network_column column = { rows[i].practice_id, rows[i].practice };

		if (rows[i].result == NULL) {
			t->absent[t->n_absent++] = column;
			continue;
		}
		take_lines(&c, t->n_columns, stored_read(a, rows[i].result), about->cat);
		t->columns[t->n_columns++] = column;
	}
	return c;
}

static struct network_cell
cell_from(const struct line *l)
{
	struct network_cell cell = { .all = { .compared = { STATS_NONE, 1, STATS_SAME } } };

	if (l == NULL || l->own.of == 0)
		return cell;
	cell.own = l->own;
	cell.share = l->share;
	cell.interval = l->interval;
	cell.all.few = l->own.of < RESULT_SMALL;
	if (cell.all.few)
		return cell;
	cell.all.compared = l->compared;
	cell.all.verdict = l->verdict;
	return cell;
}

/* The row of a measure; false where no column has charts in it. */
static bool
make_row(struct arena *a, const struct columns *c, size_t n, const struct measure *m,
	 enum network_shown shown, struct network_row *row)
{
	bool any = false;

	*row = (struct network_row){ .number = m->number,
				     .title = m->title,
				     .lower_is_better = m->lower_is_better,
				     .shown = shown };
	row->cells = arena_array(a, n, sizeof *row->cells);
	for (size_t i = 0; i < n; i++) {
		const struct line *l = line_at(c, i, m->index);

		if (l == NULL)
			continue;
		any |= l->own.of > 0;
		row->national = l->national;
		if (shown == NETWORK_SHOWN)
			row->cells[i] = cell_from(l);
	}
	return any;
}

static void
make_sections(struct arena *a, const struct catalogue *cat, const struct columns *c,
	      const enum network_shown *shown, struct network_table *t)
{
	struct network_row *rows = arena_array(a, cat->n_measures, sizeof *rows);

	t->sections = arena_array(a, cat->n_modules, sizeof *t->sections);
	for (size_t m = 0; m < cat->n_modules; m++) {
		struct network_section s = { cat->modules[m].id, cat->modules[m].title,
					     &rows[t->n_rows], 0 };

		for (size_t i = 0; i < cat->n_measures; i++) {
			if (cat->measures[i].module != &cat->modules[m] ||
			    !make_row(a, c, t->n_columns, &cat->measures[i], shown[i],
				      &s.rows[s.n_rows]))
				continue;
			t->n_hidden += s.rows[s.n_rows++].shown != NETWORK_SHOWN;
			t->n_rows++;
		}
		if (s.n_rows > 0)
			t->sections[t->n_sections++] = s;
	}
}

struct network_table *
network_read(struct db *db, struct arena *a, const struct report_subject *about, uint64_t network)
{
	struct network_table *t = arena_alloc(a, sizeof *t);
	struct deciding d = { .a = a, .cat = about->cat };
	struct columns c;

	t->round = about->round->name;
	c = read_columns(db, a, about, network, t);
	decide_all(db, &d, about->round->id, network);
	make_sections(a, about->cat, &c, d.shown, t);
	return t;
}
