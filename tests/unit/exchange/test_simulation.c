/* Made-up practices and charts: the same for the same seed, sound, and of many sizes. */
#include "../test.h"

#include <string.h>

#include "exchange/simulation.h"
#include "measure/marks.h"

enum { STOCK = 4, PRACTICES = 300 };

static struct arena *a;
static const struct catalogue *cat;

static void
nobody(size_t done, size_t of)
{
	assert_true(done <= of);
}

static struct simulation *
simulate(uint64_t seed, const char *modules)
{
	struct simulation_plan plan = { cat, catalogue_modules(cat, a, modules), seed, 20700,
					STOCK };

	return simulation_new(a, &plan, nobody);
}

static bool
same_chart(struct simulated_chart x, struct simulated_chart y)
{
	return x.packed.size == y.packed.size &&
	       memcmp(x.packed.data, y.packed.data, x.packed.size) == 0 &&
	       x.marks.size == y.marks.size &&
	       memcmp(x.marks.data, y.marks.data, x.marks.size) == 0;
}

static void
a_seed_makes_the_same_again(void **state)
{
	struct simulation *one = simulate(7, "CORE SMT"), *again = simulate(7, "CORE SMT");
	struct simulation *other = simulate(8, "CORE SMT");
	size_t different = 0;

	(void)state;
	for (uint32_t i = PRACTICES; i > 0; i--) { /* in whichever order */
		struct simulated_practice p = simulation_practice(one, a, i);
		struct simulated_practice q = simulation_practice(again, a, i);
		struct simulated_practice r = simulation_practice(other, a, i);

		assert_string_equal(p.name, q.name);
		assert_float_equal(p.fte, q.fte, 0);
		assert_int_equal(p.level, q.level);
		assert_true(
			same_chart(simulation_chart(one, &p, 3), simulation_chart(again, &q, 3)));
		different += !same_chart(simulation_chart(one, &p, 3),
					 simulation_chart(other, &r, 3));
	}
	assert_true(different > PRACTICES / 2);
}

static void
practices_are_of_many_sizes_and_some_are_programs(void **state)
{
	struct simulation *s = simulate(3, "CORE");
	size_t small = 0, large = 0, programs = 0, abroad = 0;

	(void)state;
	for (uint32_t i = 1; i <= PRACTICES; i++) {
		struct simulated_practice p = simulation_practice(s, a, i);

		assert_true(p.fte >= 1 && p.fte <= 60 && p.level < SIMULATION_LEVELS);
		assert_int_equal(p.fellows > 0, strcmp(p.kind, "fellowship") == 0);
		small += p.fte < 3;
		large += p.fte > 10;
		programs += p.fellows > 0;
		abroad += strcmp(p.country, "US") != 0;
	}
	assert_true(small > PRACTICES / 4 && large > 0 && programs > 0 && abroad > 0);
}

/* Chart n is of the disease module whose turn it is, and of no other. */
static void
charts_are_marked_for_the_module_whose_turn_it_is(void **state)
{
	struct simulation *s = simulate(5, "CORE BREAST CRC");
	struct simulated_practice p = simulation_practice(s, a, 1);

	(void)state;
	for (uint32_t n = 1; n <= 4; n++) {
		const uint8_t *marks = marks_read(cat, simulation_chart(s, &p, n).marks);

		assert_non_null(marks);
		for (size_t i = 0; i < cat->n_measures; i++) {
			const struct module *m = cat->measures[i].module;
			uint32_t turns, turn = simulation_turn(s, m, &turns);
			bool in = (catalogue_modules(cat, a, "CORE BREAST CRC") & module_bit(m)) !=
				  0;

			assert_int_equal(marks_at(marks, i) != MARK_NONE, in && n % turns == turn);
		}
	}
}

/* What is stored is what the answers make. */
static void
marks_are_those_of_the_answers(void **state)
{
	struct simulation *s = simulate(9, "CORE SMT");
	struct simulated_practice p = simulation_practice(s, a, 2);
	module_set modules = catalogue_modules(cat, a, "CORE SMT");

	(void)state;
	for (uint32_t n = 1; n <= 10; n++) {
		struct simulated_chart c = simulation_chart(s, &p, n);
		struct simulated_chart by_hand = { chart_pack(cat, c.answers, a),
						   marks_of(cat, c.answers, modules, a), NULL };

		assert_true(same_chart(c, by_hand));
	}
}

static int
load(void **state)
{
	(void)state;
	a = arena_new(512 * 1024 * 1024);
	cat = catalogue_load(a, SOURCE_DIR "/measures", buf_new(a, 64 * 1024));
	return cat == NULL;
}

static int
unload(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_seed_makes_the_same_again),
	cmocka_unit_test(practices_are_of_many_sizes_and_some_are_programs),
	cmocka_unit_test(charts_are_marked_for_the_module_whose_turn_it_is),
	cmocka_unit_test(marks_are_those_of_the_answers),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, load, unload);
}
