/* A part of a practice beside the rest of it, and beside all other practices. */
#include "../test.h"

#include "report/levels.h"

enum { MET = 14, OF = 20 };

/* A practice of 40 charts among 240, of which a unit has 20. */
static struct line
practice(bool lower_is_better)
{
	return (struct line){
		.number = "Core 1",
		.lower_is_better = lower_is_better,
		.own = { 30, 40 },
		.national = { .shown = true, .practices = 6, .rate = { 210, 240 } },
	};
}

static struct unit_line
unit(uint32_t met, uint32_t of, const struct line *l)
{
	struct unit_line u = { .own = { met, of } };

	levels_work_out(&u, l);
	return u;
}

static void
the_others_have_none_of_the_practice(void **state)
{
	struct line l = practice(false);
	struct unit_line u = unit(MET, OF, &l);
	struct comparison all = stats_compare((struct rate){ MET, OF }, (struct rate){ 180, 200 });
	struct comparison rest = stats_compare((struct rate){ MET, OF }, (struct rate){ 16, 20 });

	(void)state;
	assert_memory_equal(&u.all.compared.p, &all.p, sizeof all.p);
	assert_int_equal(u.all.compared.test, all.test);
	assert_memory_equal(&u.rest.compared.p, &rest.p, sizeof rest.p);
	assert_int_equal(u.all.verdict, VERDICT_WORSE);
	assert_int_equal(u.rest.verdict, VERDICT_SAME);
	assert_true(u.share > 0.6999 && u.share < 0.7001);
	assert_true(u.interval.low < u.share && u.share < u.interval.high);
}

static void
where_lower_is_better_it_is_turned_round(void **state)
{
	struct line l = practice(true);

	(void)state;
	assert_int_equal(unit(MET, OF, &l).all.verdict, VERDICT_BETTER);
}

/* Nine charts are too few, ten are not; also when the rest has nine. */
static void
below_the_small_number_nothing_is_told(void **state)
{
	struct line l = practice(false);
	struct unit_line nine = unit(0, 9, &l), ten = unit(0, 10, &l), most = unit(21, 31, &l);

	(void)state;
	assert_true(nine.all.few && nine.rest.few);
	assert_int_equal(nine.all.compared.test, STATS_NONE);
	assert_int_equal(nine.all.verdict, VERDICT_NONE);
	assert_false(ten.all.few || ten.rest.few);
	assert_int_equal(ten.all.verdict, VERDICT_WORSE);
	assert_false(most.all.few);
	assert_true(most.rest.few);
}

static void
without_charts_there_is_nothing_to_compare(void **state)
{
	struct line l = practice(false);
	struct unit_line none = unit(0, 0, &l), whole = unit(30, 40, &l);

	(void)state;
	assert_false(none.all.few || none.rest.few);
	assert_int_equal(none.all.verdict, VERDICT_NONE);
	assert_false(whole.rest.few);
	assert_int_equal(whole.rest.verdict, VERDICT_NONE);
	l.national = (struct yardstick){ .hidden = "practices" };
	assert_int_equal(unit(MET, OF, &l).all.verdict, VERDICT_NONE);
	assert_false(unit(MET, OF, &l).all.few);
	assert_int_equal(unit(MET, OF, &l).rest.verdict, VERDICT_SAME);
}

/* Three units without lines, of each level. */
static struct result *
with_units(struct arena *a)
{
	struct result *r = arena_alloc(a, sizeof *r);

	r->units = arena_array(a, 3, sizeof *r->units);
	r->n_units = 3;
	for (size_t i = 0; i < 3; i++)
		r->units[i] = (struct unit){ .level = (enum level)i, .id = 7 };
	r->units[2].id = 8;
	return r;
}

static void
people_are_kept_apart(void **state)
{
	struct arena *a = arena_new(1 << 20);
	const struct result *r = with_units(a);

	(void)state;
	assert_int_equal(levels_sites(a, r)->n_units, 1);
	assert_int_equal(levels_sites(a, r)->units[0].level, LEVEL_SITE);
	assert_int_equal(levels_people(a, r)->n_units, 2);
	assert_int_equal(levels_person(a, r, 7)->n_units, 1); /* not the site of that number */
	assert_int_equal(levels_person(a, r, 7)->units[0].level, LEVEL_PHYSICIAN);
	assert_int_equal(levels_person(a, r, 9)->n_units, 0);
	assert_int_equal(r->n_units, 3);
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(the_others_have_none_of_the_practice),
	cmocka_unit_test(where_lower_is_better_it_is_turned_round),
	cmocka_unit_test(below_the_small_number_nothing_is_told),
	cmocka_unit_test(without_charts_there_is_nothing_to_compare),
	cmocka_unit_test(people_are_kept_apart),
};

TEST_MAIN(tests)
