/* Which cells may be shown together: see disclose.h. */
#include "report/disclose.h"

#include <math.h>

#include "base/fault.h"

enum {
	ATOMS_MOST = 64,  /* five kinds, three sizes, two countries, certified or not: 60 */
	WEIGHT_BITS = 5,  /* weights of -DISCLOSE_CELLS to DISCLOSE_CELLS */
	REMEMBERED_BITS = 10,
	REMEMBERED = 1 << REMEMBERED_BITS,
};

/* Practices that are in the same cells. */
struct atom {
	uint32_t cells; /* as bits */
	struct cell of;
	bool safe; /* passes the rule for peers by itself; once only shown cells make atoms */
};

struct choosing {
	struct atom *atoms;
	size_t n_atoms;
	size_t shown[DISCLOSE_CELLS]; /* cells that are shown so far, the programs' aside */
	size_t n_shown;
	bool programs; /* the fellowship programs' is shown too */
};

static bool
is_in(const struct atom *atom, size_t cell)
{
	return (atom->cells >> cell & 1) != 0;
}

static void
add_atom(struct choosing *c, uint32_t cells, struct cell of)
{
	size_t at = 0;

	while (at < c->n_atoms && c->atoms[at].cells != cells)
		at++;
	if (at == c->n_atoms)
		c->atoms[c->n_atoms++].cells = cells;
	c->atoms[at].of = suppress_join(c->atoms[at].of, of);
}

static void
gather(struct choosing *c, struct arena *a, const struct disclose_practice *practices, size_t n)
{
	c->atoms = arena_array(a, n, sizeof *c->atoms);
	for (size_t i = 0; i < n; i++) {
		uint32_t charts = practices[i].charts;

		must((practices[i].cells & 1u << DISCLOSE_ALL) != 0);
		if (charts > 0)
			add_atom(c, practices[i].cells, (struct cell){ 1, charts, charts, 0 });
	}
}

static struct cell
cell_of(const struct choosing *c, size_t cell)
{
	struct cell sum = { 0 };

	for (size_t i = 0; i < c->n_atoms; i++)
		if (is_in(&c->atoms[i], cell))
			sum = suppress_join(sum, c->atoms[i].of);
	return sum;
}

/* The atoms that are in a cell. */
static uint64_t
atoms_in(const struct choosing *c, size_t cell)
{
	uint64_t set = 0;

	must(c->n_atoms <= ATOMS_MOST);
	for (size_t i = 0; i < c->n_atoms; i++)
		set |= (uint64_t)is_in(&c->atoms[i], cell) << i;
	return set;
}

/* Weights of all atoms at once: bit i of each stands in bits[i], negative ones as complements. */
struct weights {
	uint64_t bits[WEIGHT_BITS];
};

static struct weights
raised(struct weights w, uint64_t atoms)
{
	for (int i = 0; i < WEIGHT_BITS; i++) {
		uint64_t carry = w.bits[i] & atoms;

		w.bits[i] ^= atoms;
		atoms = carry;
	}
	return w;
}

static struct weights
lowered(struct weights w, uint64_t atoms)
{
	for (int i = 0; i < WEIGHT_BITS; i++) {
		uint64_t borrow = ~w.bits[i] & atoms;

		w.bits[i] ^= atoms;
		atoms = borrow;
	}
	return w;
}

/*
 * Looking through all sums and differences of some cells. There are thousands, of
 * few different sets of atoms: those that were found to be fine are remembered.
 */
struct search {
	const struct choosing *c;
	uint64_t cells[DISCLOSE_CELLS], programs; /* as sets of atoms */
	size_t n;
	uint64_t fine[REMEMBERED]; /* each set has one place, given by itself */
};

/* Whether the practices of these atoms may be told together. */
static bool
set_is_fine(struct search *s, uint64_t atoms)
{
	uint64_t *known = &s->fine[(atoms * 0x9e3779b97f4a7c15u) >> (64 - REMEMBERED_BITS)];
	struct cell sum = { 0 };

	if (atoms == 0 || *known == atoms) /* nobody is left: fine */
		return true;
	for (size_t i = 0; i < s->c->n_atoms; i++)
		if ((atoms >> i & 1) != 0)
			sum = suppress_join(sum, s->c->atoms[i].of);
	if (!(s->c->programs && atoms == s->programs) &&
	    suppress_check_rest(sum, SUPPRESS_ALL_PRACTICES) != SUPPRESS_NOT)
		return false;
	*known = atoms;
	return true;
}

/* Whether all sums and differences of `w` with the cells from `at` on are fine. */
static bool
sums_are_fine(struct search *s, struct weights w, size_t at)
{
	uint64_t some = 0;

	if (at < s->n)
		return sums_are_fine(s, w, at + 1) &&
		       sums_are_fine(s, raised(w, s->cells[at]), at + 1) &&
		       sums_are_fine(s, lowered(w, s->cells[at]), at + 1);
	for (int i = 0; i < WEIGHT_BITS; i++)
		some |= w.bits[i];
	return set_is_fine(s, some);
}

/* Those of the last cell with the ones before it, and the programs'. */
static bool
sums_with_last_are_fine(const struct choosing *c, struct arena *a)
{
	struct search *s = arena_alloc(a, sizeof *s);
	size_t before = c->n_shown - 1;

	s->c = c;
	s->programs = atoms_in(c, DISCLOSE_PROGRAMS);
	for (s->n = 0; s->n < before; s->n++)
		s->cells[s->n] = atoms_in(c, c->shown[s->n]);
	if (c->programs)
		s->cells[s->n++] = s->programs;
	return sums_are_fine(s, raised((struct weights){ 0 }, atoms_in(c, c->shown[before])), 0);
}

/* Rows in echelon form while a rank is counted; each has `width` numbers. */
struct echelon {
	double *rows;
	size_t leads[DISCLOSE_CELLS], rank, width;
};

/* Takes from a row what those before it say, and keeps it if something is left. */
static void
add_row(struct echelon *e, double *row)
{
	const double nothing = 1e-9;
	double *kept = &e->rows[e->rank * e->width];
	size_t lead = 0;

	for (size_t r = 0; r < e->rank; r++) {
		double by = row[e->leads[r]];

		for (size_t i = 0; i < e->width; i++)
			row[i] -= by * e->rows[r * e->width + i];
	}
	for (size_t i = 1; i < e->width; i++)
		if (fabs(row[i]) > fabs(row[lead]))
			lead = i;
	if (e->width == 0 || fabs(row[lead]) < nothing)
		return;
	for (size_t i = 0; i < e->width; i++)
		kept[i] = row[i] / row[lead];
	e->leads[e->rank++] = lead;
}

/* On safe atoms that the programs' cell says nothing of. */
static bool
counts_for_rank(const struct choosing *c, const struct atom *atom, bool safe_only)
{
	bool told = c->programs && is_in(atom, DISCLOSE_PROGRAMS);

	return !safe_only || (atom->safe && !told);
}

/* The rank of the shown cells (with the programs' if it is) on all atoms, or the safe ones. */
static size_t
rank_of(const struct choosing *c, struct arena *a, bool safe_only)
{
	struct echelon e = { .width = 0 };
	double *row = arena_array(a, c->n_atoms, sizeof *row);

	e.rows = arena_array(a, c->n_atoms * DISCLOSE_CELLS, sizeof *e.rows);
	for (size_t at = 0; at < c->n_atoms; at++)
		e.width += counts_for_rank(c, &c->atoms[at], safe_only);
	for (size_t i = 0; i < c->n_shown + (c->programs && !safe_only); i++) {
		size_t n = 0, cell = i < c->n_shown ? c->shown[i] : DISCLOSE_PROGRAMS;

		for (size_t at = 0; at < c->n_atoms; at++)
			if (counts_for_rank(c, &c->atoms[at], safe_only))
				row[n++] = is_in(&c->atoms[at], cell);
		add_row(&e, row);
	}
	return e.rank;
}

/* The same choice with atoms as only the shown cells make them. */
static struct choosing
by_shown(const struct choosing *c, struct arena *a)
{
	struct choosing shown = *c;
	uint32_t mask = c->programs ? 1u << DISCLOSE_PROGRAMS : 0;

	for (size_t i = 0; i < c->n_shown; i++)
		mask |= 1u << c->shown[i];
	shown.atoms = arena_array(a, c->n_atoms, sizeof *shown.atoms);
	shown.n_atoms = 0;
	for (size_t i = 0; i < c->n_atoms; i++)
		add_atom(&shown, c->atoms[i].cells & mask, c->atoms[i].of);
	for (size_t i = 0; i < shown.n_atoms; i++)
		shown.atoms[i].safe = suppress_check_rest(shown.atoms[i].of,
							  SUPPRESS_ALL_PRACTICES) == SUPPRESS_NOT;
	return shown;
}

/*
 * Whether the cell that was put last goes with those before it. Sums without it
 * were looked at before; those with its negative are the negatives of others.
 */
static bool
last_fits(const struct choosing *c, struct arena *a)
{
	struct arena_mark mark = arena_mark(a);
	struct choosing shown = by_shown(c, a);
	bool fits = rank_of(&shown, a, true) == rank_of(&shown, a, false) - c->programs;

	fits = fits && sums_with_last_are_fine(&shown, a);
	arena_back(a, mark);
	return fits;
}

/* All practices and the programs, each as the rule says, and what lies between them. */
static void
choose_sourced(struct choosing *c, enum suppress *hidden)
{
	struct cell all = cell_of(c, DISCLOSE_ALL), rest = { 0 };
	struct cell programs = cell_of(c, DISCLOSE_PROGRAMS);

	hidden[DISCLOSE_ALL] = suppress_check(all, SUPPRESS_ALL_PRACTICES);
	hidden[DISCLOSE_PROGRAMS] = suppress_check(programs, SUPPRESS_FELLOWSHIP);
	for (size_t i = 0; i < c->n_atoms; i++)
		if (!is_in(&c->atoms[i], DISCLOSE_PROGRAMS))
			rest = suppress_join(rest, c->atoms[i].of);
	if (hidden[DISCLOSE_ALL] == SUPPRESS_NOT && hidden[DISCLOSE_PROGRAMS] == SUPPRESS_NOT &&
	    rest.practices > 0 &&
	    suppress_check_rest(rest, SUPPRESS_ALL_PRACTICES) != SUPPRESS_NOT)
		hidden[DISCLOSE_PROGRAMS] = SUPPRESS_COMPLEMENT;
	c->programs = hidden[DISCLOSE_PROGRAMS] == SUPPRESS_NOT;
	if (hidden[DISCLOSE_ALL] == SUPPRESS_NOT)
		c->shown[c->n_shown++] = DISCLOSE_ALL;
}

void
disclose_choose(struct arena *a, const struct disclose_practice *practices, size_t n,
		size_t n_cells, enum suppress *hidden)
{
	struct choosing c = { 0 };

	must(n_cells >= DISCLOSE_PEERS && n_cells <= DISCLOSE_CELLS);
	gather(&c, a, practices, n);
	choose_sourced(&c, hidden);
	for (size_t cell = DISCLOSE_PEERS; cell < n_cells; cell++) {
		hidden[cell] = suppress_check_rest(cell_of(&c, cell), SUPPRESS_ALL_PRACTICES);
		if (hidden[cell] != SUPPRESS_NOT)
			continue;
		c.shown[c.n_shown++] = cell;
		if (last_fits(&c, a))
			continue;
		hidden[cell] = SUPPRESS_COMPLEMENT;
		c.n_shown--;
	}
}

/* The practices outside, and the shown cells; the programs' like any other if one is known. */
static struct choosing
outside(struct arena *a, const struct disclose_practice *practices, size_t n, size_t n_cells,
	const enum suppress *hidden, const bool *known)
{
	struct choosing c = { 0 };
	struct disclose_practice *others = arena_array(a, n, sizeof *others);
	size_t n_others = 0;
	bool program_known = false;

	for (size_t i = 0; i < n; i++) {
		if (!known[i])
			others[n_others++] = practices[i];
		else if ((practices[i].cells >> DISCLOSE_PROGRAMS & 1) != 0)
			program_known |= practices[i].charts > 0;
	}
	gather(&c, a, others, n_others);
	for (size_t cell = 0; cell < n_cells; cell++) {
		if (hidden[cell] != SUPPRESS_NOT)
			continue;
		if (cell == DISCLOSE_PROGRAMS && !program_known)
			c.programs = true;
		else
			c.shown[c.n_shown++] = cell;
	}
	return c;
}

/* Marks the atoms that no sum can single a practice out of. */
static void
mark_safe(struct choosing *c)
{
	uint32_t most = 0;

	for (size_t i = 0; i < c->n_atoms; i++)
		if (c->atoms[i].of.largest > most)
			most = c->atoms[i].of.largest;
	for (size_t i = 0; i < c->n_atoms; i++) {
		struct cell of = c->atoms[i].of;

		c->atoms[i].safe = of.charts >= most &&
				   suppress_check(of, SUPPRESS_ALL_PRACTICES) == SUPPRESS_NOT;
	}
}

bool
disclose_holds(struct arena *a, const struct disclose_practice *practices, size_t n,
	       size_t n_cells, const enum suppress *hidden, const bool *known)
{
	struct arena_mark mark = arena_mark(a);
	struct choosing c = outside(a, practices, n, n_cells, hidden, known), shown;
	bool holds;

	must(n_cells >= DISCLOSE_PEERS && n_cells <= DISCLOSE_CELLS);
	shown = by_shown(&c, a);
	mark_safe(&shown);
	holds = rank_of(&shown, a, true) == rank_of(&shown, a, false) - shown.programs;
	arena_back(a, mark);
	return holds;
}
