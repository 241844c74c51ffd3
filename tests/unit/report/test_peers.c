/* Who is in which peer group, and which groups are shown beside one another. */
#include "../test.h"

#include "report/peers.h"

/* Of a practice in the United States that is not certified. */
static uint32_t
groups_us(const char *kind, double fte)
{
	return peers_of((struct peer_traits){ kind, fte, "US", false });
}

static uint32_t
cells_us(const char *kind, double fte)
{
	return peers_cells((struct peer_traits){ kind, fte, "US", false });
}

static void
groups_have_their_edges(void **state)
{
	uint32_t of = groups_us("employed", 3);

	(void)state;
	assert_int_equal(of, 1u << peers_named("kind:employed") | 1u << peers_named("size:small") |
				     1u << peers_named("country:us"));
	of = peers_of((struct peer_traits){ "academic", 3.1, "ES", true });
	assert_int_equal(of, 1u << peers_named("kind:academic") | 1u << peers_named("size:middle") |
				     1u << peers_named("country:other") | 1u << peers_named("certified:yes"));
	of = groups_us("private_independent", 10.1);
	assert_true((of & 1u << peers_named("size:large")) != 0);
	assert_int_equal(peers_named("kind:fellowship"), PEERS);
}

static void
a_program_is_in_no_group_by_kind(void **state)
{
	(void)state;
	assert_int_equal(groups_us("fellowship", 10), 1u << peers_named("size:middle") |
								   1u << peers_named("country:us"));
	assert_true((cells_us("fellowship", 10) & 1u << DISCLOSE_PROGRAMS) != 0);
	assert_true((cells_us("academic", 10) & 1u << DISCLOSE_PROGRAMS) == 0);
}

/* So many practices of a kind with 10 charts each, behind those that are there. */
static size_t
add(struct disclose_practice *p, size_t n, size_t more, const char *kind, double fte)
{
	for (size_t i = 0; i < more; i++)
		p[n + i] = (struct disclose_practice){ cells_us(kind, fte), 10 };
	return n + more;
}

static enum suppress
of_group(const enum suppress *hidden, const char *code)
{
	return hidden[DISCLOSE_PEERS + peers_named(code)];
}

static void
one_hidden_group_hides_another(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct disclose_practice p[64];
	enum suppress hidden[PEERS_CELLS];
	size_t n = add(p, 0, 10, "employed", 2);

	(void)state;
	n = add(p, n, 12, "academic", 2);
	disclose_choose(a, p, n, PEERS_CELLS, hidden);
	assert_int_equal(of_group(hidden, "kind:employed"), SUPPRESS_NOT);
	assert_int_equal(of_group(hidden, "kind:academic"), SUPPRESS_NOT);
	n = add(p, n, 2, "private_independent", 2);
	disclose_choose(a, p, n, PEERS_CELLS, hidden);
	assert_int_equal(hidden[DISCLOSE_ALL], SUPPRESS_NOT);
	assert_int_equal(of_group(hidden, "kind:private_independent"), SUPPRESS_FEW_PRACTICES);
	assert_int_equal(of_group(hidden, "kind:employed"), SUPPRESS_NOT);
	assert_int_equal(of_group(hidden, "kind:academic"), SUPPRESS_COMPLEMENT);
	arena_free(a);
}

/* Two divisions whose groups differ by two practices. */
static void
groups_of_two_divisions_tell_nothing_by_their_difference(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct disclose_practice p[64];
	enum suppress hidden[PEERS_CELLS];
	size_t n = add(p, 0, 12, "employed", 2);

	(void)state;
	n = add(p, n, 2, "academic", 2);
	n = add(p, n, 14, "academic", 6);
	disclose_choose(a, p, n, PEERS_CELLS, hidden);
	assert_int_equal(of_group(hidden, "kind:employed"), SUPPRESS_NOT);
	assert_int_equal(of_group(hidden, "kind:academic"), SUPPRESS_NOT);
	assert_int_equal(of_group(hidden, "size:small"), SUPPRESS_COMPLEMENT);
	assert_int_equal(of_group(hidden, "size:middle"), SUPPRESS_COMPLEMENT);
	arena_free(a);
}

/* Thousands of sums and differences, none of them of few. */
static void
many_groups_of_many_practices_are_all_shown(void **state)
{
	enum { MANY = 5 * 3 * 2 * 2 * 12 }; /* a dozen of each kind, size and country, certified or not */
	static const char *const kinds[] = { "private_academic", "private_independent", "employed",
					     "academic", "fellowship" };
	static const double sizes[] = { 2, 6, 12 };
	struct arena *a = arena_new(4 << 20);
	struct disclose_practice *p = arena_array(a, MANY, sizeof *p);
	enum suppress hidden[PEERS_CELLS];
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < MANY; i++)
		p[n++] = (struct disclose_practice){
			peers_cells((struct peer_traits){ kinds[i % 5], sizes[i / 5 % 3],
							  i / 15 % 2 == 0 ? "US" : "GR",
							  i / 30 % 2 == 0 }),
			20,
		};
	disclose_choose(a, p, n, PEERS_CELLS, hidden);
	for (size_t cell = 0; cell < PEERS_CELLS; cell++)
		assert_int_equal(hidden[cell], SUPPRESS_NOT);
	arena_free(a);
}

static void
programs_are_hidden_where_the_others_would_be_few(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct disclose_practice p[64];
	enum suppress hidden[PEERS_CELLS];
	size_t n = add(p, 0, 3, "fellowship", 6);

	(void)state;
	n = add(p, n, 5, "employed", 6);
	disclose_choose(a, p, n, PEERS_CELLS, hidden);
	assert_int_equal(hidden[DISCLOSE_ALL], SUPPRESS_NOT);
	assert_int_equal(hidden[DISCLOSE_PROGRAMS], SUPPRESS_COMPLEMENT);
	n = add(p, n, 1, "employed", 6);
	disclose_choose(a, p, n, PEERS_CELLS, hidden);
	assert_int_equal(hidden[DISCLOSE_PROGRAMS], SUPPRESS_NOT);
	arena_free(a);
}

static void
a_group_is_compared_without_the_own_charts(void **state)
{
	struct line of = { .own = { 30, 30 } };
	struct peer_line p = { .all = { .shown = true, .rate = { 60, 90 } } };

	(void)state;
	peers_work_out(&p, &of);
	assert_float_equal(p.all.share, 60.0 / 90, 1e-9);
	assert_float_equal(p.compared.p, stats_compare(of.own, (struct rate){ 30, 60 }).p, 1e-12);
	assert_int_equal(p.verdict, VERDICT_BETTER);
	of.lower_is_better = true;
	peers_work_out(&p, &of);
	assert_int_equal(p.verdict, VERDICT_WORSE);
	p.all.shown = false;
	peers_work_out(&p, &of);
	assert_int_equal(p.verdict, VERDICT_NONE);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(groups_have_their_edges),
	cmocka_unit_test(a_program_is_in_no_group_by_kind),
	cmocka_unit_test(one_hidden_group_hides_another),
	cmocka_unit_test(groups_of_two_divisions_tell_nothing_by_their_difference),
	cmocka_unit_test(many_groups_of_many_practices_are_all_shown),
	cmocka_unit_test(programs_are_hidden_where_the_others_would_be_few),
	cmocka_unit_test(a_group_is_compared_without_the_own_charts),
};

TEST_MAIN(tests)
