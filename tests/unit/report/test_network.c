/* Networks: whose counts members may know, and which measures they may see side by side. */
#include "../arena.h"

#include "report/network.h"
#include "report/peers.h"

static void
check_circle(const struct network_tie *ties, size_t n, uint64_t network, const uint64_t *wanted,
	     size_t n_wanted)
{
	size_t count;
	uint64_t *circle = network_circle(arena, ties, n, network, &count);

	assert_int_equal(count, n_wanted);
	for (size_t i = 0; i < n_wanted; i++)
		assert_int_equal(circle[i], wanted[i]);
}

static void
a_circle_is_the_members_of_a_network(void **state)
{
	static const struct network_tie ties[] = { { 1, 30 }, { 2, 40 }, { 1, 10 }, { 1, 20 } };
	static const uint64_t wanted[] = { 10, 20, 30 };

	(void)state;
	check_circle(ties, 4, 1, wanted, 3);
	check_circle(ties, 4, 3, wanted, 0);
}

/* 1 and 2 share practice 20, 2 and 3 share 30; 4 is apart. */
static void
networks_that_share_a_member_are_one_circle(void **state)
{
	static const struct network_tie ties[] = { { 3, 30 }, { 3, 50 }, { 2, 30 }, { 2, 20 },
						   { 1, 20 }, { 1, 10 }, { 4, 60 } };
	static const uint64_t wanted[] = { 10, 20, 30, 50 }, apart[] = { 60 };

	(void)state;
	check_circle(ties, 7, 1, wanted, 4);
	check_circle(ties, 7, 2, wanted, 4);
	check_circle(ties, 7, 3, wanted, 4);
	check_circle(ties, 7, 4, apart, 1);
}

/* A round's practices, and which of them the network knows. */
struct scene {
	struct disclose_practice practices[32];
	bool known[32];
	enum suppress hidden[PEERS_CELLS];
	size_t n;
};

static void
add(struct scene *s, size_t count, const char *kind, double fte, uint32_t charts, bool known)
{
	struct peer_traits traits = { kind, fte, "US", false };

	for (size_t i = 0; i < count; i++) {
		s->known[s->n] = known;
		s->practices[s->n++] = (struct disclose_practice){ peers_cells(traits), charts };
	}
}

/* Nothing is published but what is named after this. */
static struct scene
empty_scene(void)
{
	struct scene s = { .n = 0 };

	for (size_t i = 0; i < PEERS_CELLS; i++)
		s.hidden[i] = SUPPRESS_FEW_PRACTICES;
	return s;
}

static void
publish(struct scene *s, size_t cell)
{
	s->hidden[cell] = SUPPRESS_NOT;
}

static enum network_shown
check(const struct scene *s)
{
	return network_check(arena, s->practices, s->n, PEERS_CELLS, s->hidden, s->known);
}

/* Four members beside `count` others of `charts` charts each; all practices are published. */
static enum network_shown
beside(size_t count, uint32_t charts)
{
	struct scene s = empty_scene();

	add(&s, 4, "academic", 5, 30, true);
	add(&s, count, "academic", 5, charts, false);
	publish(&s, DISCLOSE_ALL);
	return check(&s);
}

static void
outside_are_none_or_five_practices_with_twenty_charts(void **state)
{
	(void)state;
	assert_int_equal(beside(0, 0), NETWORK_SHOWN);
	assert_int_equal(beside(1, 50), NETWORK_FEW_OUTSIDE);
	assert_int_equal(beside(4, 50), NETWORK_FEW_OUTSIDE);
	assert_int_equal(beside(5, 50), NETWORK_SHOWN);
	assert_int_equal(beside(5, 4), NETWORK_SHOWN);
	assert_int_equal(beside(6, 3), NETWORK_FEW_OUTSIDE);
	assert_int_equal(beside(7, 3), NETWORK_SHOWN);
}

static void
practices_without_charts_are_nobody(void **state)
{
	struct scene s = empty_scene();

	(void)state;
	add(&s, 4, "academic", 5, 30, true);
	add(&s, 4, "academic", 5, 30, false);
	add(&s, 3, "academic", 5, 0, false);
	publish(&s, DISCLOSE_ALL);
	assert_int_equal(check(&s), NETWORK_FEW_OUTSIDE);
}

static void
nothing_published_tells_nothing(void **state)
{
	struct scene s = empty_scene();

	(void)state;
	add(&s, 4, "academic", 5, 30, true);
	add(&s, 1, "academic", 5, 30, false);
	assert_int_equal(check(&s), NETWORK_SHOWN);
}

static void
one_practice_outside_with_most_charts_hides_it(void **state)
{
	struct scene s = empty_scene();

	(void)state;
	add(&s, 4, "academic", 5, 30, true);
	add(&s, 5, "academic", 5, 10, false);
	add(&s, 1, "academic", 5, 51, false);
	publish(&s, DISCLOSE_ALL);
	assert_int_equal(check(&s), NETWORK_FEW_OUTSIDE);
	s.practices[9].charts = 50;
	assert_int_equal(check(&s), NETWORK_SHOWN);
}

/* Nine practices, three of them programs: their rest are six others. */
static struct scene
with_programs(size_t known_programs, size_t known_others)
{
	struct scene s = empty_scene();

	add(&s, known_programs, "fellowship", 5, 30, true);
	add(&s, 3 - known_programs, "fellowship", 5, 30, false);
	add(&s, known_others, "academic", 5, 30, true);
	add(&s, 6 - known_others, "academic", 5, 30, false);
	publish(&s, DISCLOSE_ALL);
	publish(&s, DISCLOSE_PROGRAMS);
	return s;
}

static void
cells_are_subtracted_from_each_other_too(void **state)
{
	struct scene all = with_programs(3, 0), two = with_programs(2, 0);
	struct scene one = with_programs(0, 1), few = with_programs(0, 2);
	struct scene others = with_programs(0, 6), wide = with_programs(3, 1);

	(void)state;
	assert_int_equal(check(&all), NETWORK_SHOWN);
	assert_int_equal(check(&two), NETWORK_SINGLES_OUT); /* the one program that is left */
	assert_int_equal(check(&one), NETWORK_SHOWN);       /* five others */
	assert_int_equal(check(&few), NETWORK_SINGLES_OUT); /* all, less programs, less two: four */
	assert_int_equal(check(&others), NETWORK_SHOWN); /* the programs, as they are published */
	assert_int_equal(check(&wide), NETWORK_SHOWN);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_circle_is_the_members_of_a_network),
	cmocka_unit_test(networks_that_share_a_member_are_one_circle),
	cmocka_unit_test(outside_are_none_or_five_practices_with_twenty_charts),
	cmocka_unit_test(practices_without_charts_are_nobody),
	cmocka_unit_test(nothing_published_tells_nothing),
	cmocka_unit_test(one_practice_outside_with_most_charts_hides_it),
	cmocka_unit_test(cells_are_subtracted_from_each_other_too),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, start, end);
}
