/*
 * An attack on what is shown of a round: a reader who knows its own charts adds
 * and subtracts shown cells, by whatever multiples and over rounds, to single
 * out a few practices. It must not succeed; on cells that are only looked at
 * one by one it does.
 *
 * A cell is a row of ones for its practices. Multiples of the rows that tell of
 * no practice but those of a set exist if and only if the rows lose rank when
 * the set's columns are taken out. The reader's own column is out from the
 * start, and with it its sites, physicians and fellows, whose counts it knows.
 */
#include "../test.h"

#include <math.h>
#include <string.h>

#include "base/dice.h"
#include "report/peers.h"

enum { FEW = 4, MOST = 160, ROWS = 2 * PEERS_CELLS, SMALL_ROUNDS = 40, LARGE_ROUNDS = 40 };

/* Practices of a round (or of two, side by side) and the cells that are shown of them. */
struct scene {
	struct disclose_practice practices[MOST];
	size_t n;
	double rows[ROWS][MOST];
	size_t n_rows;
	bool programs; /* one row is the fellowship programs' */
};

static uint32_t
cells_at_random(struct dice *dice)
{
	static const char *const kinds[] = { "private_academic", "private_independent", "employed",
					     "academic", "fellowship" };
	static const double sizes[] = { 1.5, 2.5, 6, 8, 15 };

	return peers_cells((struct peer_traits){ kinds[dice_below(dice, 5)],
						 sizes[dice_below(dice, 5)],
						 dice_below(dice, 4) == 0 ? "BR" : "US",
						 dice_below(dice, 3) == 0 });
}

static void
people(struct scene *s, struct dice *dice, size_t n)
{
	memset(s, 0, sizeof *s);
	s->n = n;
	for (size_t i = 0; i < n; i++) {
		s->practices[i].cells = cells_at_random(dice);
		s->practices[i].charts = 5 + dice_below(dice, dice_below(dice, 8) == 0 ? 200 : 40);
	}
}

/* Each cell for itself, as if nobody could subtract. */
static void
choose_naively(const struct scene *s, enum suppress *hidden)
{
	for (size_t cell = 0; cell < PEERS_CELLS; cell++) {
		struct rate rates[MOST];
		size_t n = 0;

		for (size_t i = 0; i < s->n; i++)
			if ((s->practices[i].cells >> cell & 1) != 0)
				rates[n++] = (struct rate){ 0, s->practices[i].charts };
		hidden[cell] = suppress_check(suppress_cell(rates, n),
					      cell == DISCLOSE_PROGRAMS ? SUPPRESS_FELLOWSHIP
									: SUPPRESS_ALL_PRACTICES);
	}
}

/* Adds the rows of what is shown of the practices from `first` on; how many peer groups are. */
static size_t
show(struct scene *s, size_t first, const enum suppress *hidden)
{
	size_t groups = 0;

	for (size_t cell = 0; cell < PEERS_CELLS; cell++) {
		if (hidden[cell] != SUPPRESS_NOT)
			continue;
		groups += cell >= DISCLOSE_PEERS;
		s->programs = s->programs || cell == DISCLOSE_PROGRAMS;
		for (size_t i = first; i < s->n; i++)
			s->rows[s->n_rows][i] = (s->practices[i].cells >> cell & 1) != 0;
		s->n_rows++;
	}
	return groups;
}

static size_t
choose_and_show(struct arena *a, struct scene *s, size_t first)
{
	enum suppress hidden[PEERS_CELLS];

	disclose_choose(a, s->practices + first, s->n - first, PEERS_CELLS, hidden);
	return show(s, first, hidden);
}

/* The rank of the rows without the columns that are `out`. */
static size_t
rank_without(const struct scene *s, const bool *out)
{
	static double rows[ROWS][MOST];
	size_t rank = 0;

	memcpy(rows, s->rows, sizeof rows);
	for (size_t col = 0; col < s->n && rank < s->n_rows; col++) {
		size_t best = rank;

		if (out[col])
			continue;
		for (size_t r = rank; r < s->n_rows; r++)
			if (fabs(rows[r][col]) > fabs(rows[best][col]))
				best = r;
		if (fabs(rows[best][col]) < 1e-9)
			continue;
		for (size_t c = 0; c < s->n; c++) {
			double swap = rows[best][c];

			rows[best][c] = rows[rank][c];
			rows[rank][c] = swap;
		}
		for (size_t r = rank + 1; r < s->n_rows; r++) {
			double by = rows[r][col] / rows[rank][col];

			for (size_t c = col; c < s->n && fabs(by) > 0; c++)
				rows[r][c] -= by * rows[rank][c];
		}
		rank++;
	}
	return rank;
}

/* The programs are told together from three on (its source says so): that one row may lose. */
static bool
holds_all_programs(const struct scene *s, const bool *out)
{
	if (!s->programs)
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (!out[i] && (s->practices[i].cells >> DISCLOSE_PROGRAMS & 1) != 0)
			return false;
	return true;
}

/* How many sets of `left` more practices from `from` on the reader can single out. */
static size_t
singled_out(const struct scene *s, bool *out, size_t from, size_t left, size_t whole)
{
	size_t found = 0;

	if (left == 0)
		return rank_without(s, out) + holds_all_programs(s, out) < whole;
	for (size_t i = from; i < s->n; i++) {
		if (out[i])
			continue;
		out[i] = true;
		found += singled_out(s, out, i + 1, left - 1, whole);
		out[i] = false;
	}
	return found;
}

/* Tries it as one reader of each sort (those in the same cells see the same), and as none. */
static size_t
attack(const struct scene *s, size_t set)
{
	size_t found = 0;

	for (size_t reader = 0; reader <= s->n; reader++) {
		bool out[MOST] = { false };
		size_t alike = 0;

		while (reader < s->n && alike < reader &&
		       s->practices[alike].cells != s->practices[reader].cells)
			alike++;
		if (reader < s->n && alike < reader)
			continue;
		if (reader < s->n)
			out[reader] = true;
		found += singled_out(s, out, 0, set, rank_without(s, out));
	}
	return found;
}

static void
no_few_practices_of_a_small_round_are_singled_out(void **state)
{
	struct arena *a = arena_new(16 << 20);
	struct dice dice = { 5 };
	struct scene *s = arena_alloc(a, sizeof *s);
	size_t rows = 0;

	(void)state;
	for (size_t i = 0; i < SMALL_ROUNDS; i++) {
		people(s, &dice, 7 + dice_below(&dice, 9));
		choose_and_show(a, s, 0);
		rows += s->n_rows;
		assert_int_equal(attack(s, FEW), 0);
	}
	assert_true(rows > SMALL_ROUNDS / 2);
	arena_free(a);
}

static void
no_practice_of_a_large_round_is_singled_out(void **state)
{
	struct arena *a = arena_new(16 << 20);
	struct dice dice = { 6 };
	struct scene *s = arena_alloc(a, sizeof *s);
	size_t groups = 0;

	(void)state;
	for (size_t i = 0; i < LARGE_ROUNDS; i++) {
		people(s, &dice, 20 + dice_below(&dice, MOST - 20));
		groups += choose_and_show(a, s, 0);
		assert_int_equal(attack(s, 1), 0);
	}
	assert_true(groups > 3 * LARGE_ROUNDS); /* so there was something to attack */
	arena_free(a);
}

/* The last practice leaves and another comes; what is shown of both rounds is put together. */
static void
two_rounds_together_tell_no_more(void **state)
{
	struct arena *a = arena_new(16 << 20);
	struct dice dice = { 7 };
	struct scene *s = arena_alloc(a, sizeof *s);

	(void)state;
	for (size_t i = 0; i < SMALL_ROUNDS / 2; i++) {
		size_t n = 7 + dice_below(&dice, 3);

		people(s, &dice, n);
		choose_and_show(a, s, 0);
		memcpy(s->practices + n, s->practices, n * sizeof *s->practices);
		s->practices[2 * n - 1].cells = cells_at_random(&dice);
		s->n = 2 * n;
		choose_and_show(a, s, n);
		assert_int_equal(attack(s, FEW - 1), 0);
	}
	arena_free(a);
}

/* The attack is worth something: it breaks cells that were looked at one by one. */
static void
cells_that_only_pass_by_themselves_are_broken(void **state)
{
	struct arena *a = arena_new(16 << 20);
	struct dice dice = { 8 };
	struct scene *s = arena_alloc(a, sizeof *s);
	size_t broken = 0;

	(void)state;
	for (size_t i = 0; i < LARGE_ROUNDS; i++) {
		enum suppress hidden[PEERS_CELLS];

		people(s, &dice, 20 + dice_below(&dice, 20));
		choose_naively(s, hidden);
		show(s, 0, hidden);
		broken += attack(s, 1) > 0;
	}
	assert_true(broken > 0);
	arena_free(a);
}

/* What sums and differences weigh, without each reader: enough charts, none with over half. */
static void
check_sum(const struct scene *s, const double *sum)
{
	for (size_t reader = 0; reader < s->n; reader++) {
		uint32_t charts = 0, largest = 0;
		size_t practices = 0;

		for (size_t i = 0; i < s->n; i++) {
			if (i == reader || fabs(sum[i]) < 0.5)
				continue;
			practices++;
			charts += s->practices[i].charts;
			if (s->practices[i].charts > largest)
				largest = s->practices[i].charts;
		}
		if (practices == 0)
			return;
		assert_true(practices >= 5);
		assert_true(charts >= 20);
		assert_true(2 * largest <= charts);
	}
}

/* All sums and differences of two or more rows that hold a peer group. */
static void
check_sums(const struct scene *s, size_t row, size_t first_group, double *sum, bool group)
{
	double with[MOST];

	if (row == s->n_rows) {
		if (group)
			check_sum(s, sum);
		return;
	}
	for (int by = -1; by <= 1; by++) {
		for (size_t i = 0; i < s->n; i++)
			with[i] = sum[i] + by * s->rows[row][i];
		check_sums(s, row + 1, first_group, with, group || (by != 0 && row >= first_group));
	}
}

static void
what_is_left_by_subtracting_passes_the_rule(void **state)
{
	struct arena *a = arena_new(16 << 20);
	struct dice dice = { 9 };
	struct scene *s = arena_alloc(a, sizeof *s);

	(void)state;
	for (size_t i = 0; i < LARGE_ROUNDS; i++) {
		double nothing[MOST] = { 0 };

		people(s, &dice, 15 + dice_below(&dice, 45));
		for (size_t p = 0; p < s->n; p++)
			if ((s->practices[p].cells >> DISCLOSE_PROGRAMS & 1) != 0)
				s->practices[p].cells = 1; /* without programs: their rule is another */
		choose_and_show(a, s, 0);
		if (s->n_rows <= 7)
			check_sums(s, 0, 1, nothing, false);
	}
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(no_few_practices_of_a_small_round_are_singled_out),
	cmocka_unit_test(no_practice_of_a_large_round_is_singled_out),
	cmocka_unit_test(two_rounds_together_tell_no_more),
	cmocka_unit_test(cells_that_only_pass_by_themselves_are_broken),
	cmocka_unit_test(what_is_left_by_subtracting_passes_the_rule),
};

TEST_MAIN(tests)
