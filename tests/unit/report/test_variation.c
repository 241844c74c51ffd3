/* How far practices lie apart, against published examples and reference_variation.py. */
#include "../test.h"

#include "reference.h"

#include "report/variation.h"

#include <math.h>
#include <string.h>

enum { NUMBERS = 512 };

static struct rate
rate_of(const double *two)
{
	return (struct rate){ (uint32_t)two[0], (uint32_t)two[1] };
}

static void
check_variation(const double *n)
{
	struct arena *a = arena_new(1 << 20);
	size_t count = (size_t)n[0];
	struct rate *practices = arena_array(a, count, sizeof *practices);
	struct variation got;

	for (size_t i = 0; i < count; i++)
		practices[i] = rate_of(n + 2 + 2 * i);
	got = variation_of(a, practices, count, n[1]);
	assert_close(got.inflation, n[2 + 2 * count]);
	assert_close(got.between, n[3 + 2 * count]);
	arena_free(a);
}

static void
check_shrink(const double *n)
{
	struct shrunken got = variation_shrink(rate_of(n), n[2], n[3]);

	assert_close(got.weight, n[4]);
	assert_close(got.share, n[5]);
	assert_close(got.interval.low, n[6]);
	assert_close(got.interval.high, n[7]);
}

static void
check_case(char *line)
{
	double n[NUMBERS];
	size_t count = reference_numbers(line, n, NUMBERS);

	if (strncmp(line, "limits ", 7) == 0) {
		struct interval got = variation_limits(n[1], (uint32_t)n[0], n[2], n[3]);

		assert_int_equal(count, 6);
		assert_close(got.low, n[4]);
		assert_close(got.high, n[5]);
	} else if (strncmp(line, "variation ", 10) == 0) {
		check_variation(n);
	} else {
		assert_int_equal(strncmp(line, "shrink ", 7), 0);
		assert_int_equal(count, 8);
		check_shrink(n);
	}
}

static void
everything_as_worked_out_otherwise(void **state)
{
	(void)state;
	assert_true(reference_run("reference_variation.py", check_case) > 200);
}

static void
limits_narrow_with_charts_and_widen_with_dispersion(void **state)
{
	struct interval few = variation_limits(0.8, 10, 0.95, 1),
			many = variation_limits(0.8, 1000, 0.95, 1),
			wide = variation_limits(0.8, 1000, 0.95, 4),
			far = variation_limits(0.8, 1000, 0.998, 1);

	(void)state;
	assert_true(few.low < many.low && many.low < 0.8 && many.high > 0.8);
	assert_true(wide.low < many.low && wide.high > many.high);
	assert_true(far.low < many.low && far.high > many.high);
	assert_close(variation_limits(1, 5, 0.95, 1).low, 1);
	assert_close(variation_limits(0, 5, 0.95, 1).high, 0);
	assert_true(few.high <= 1);
}

/* Practices that were drawn from one share differ by chance; others do not. */
static void
chance_alone_is_no_variation(void **state)
{
	static const struct rate even[] = { { 7, 10 }, { 14, 20 }, { 21, 30 }, { 0, 0 } };
	static const struct rate apart[] = { { 10, 100 }, { 50, 100 }, { 90, 100 } };
	struct arena *a = arena_new(1 << 20);
	struct variation none = variation_of(a, even, 4, 0.7);
	struct variation some = variation_of(a, apart, 3, 0.5);

	(void)state;
	assert_close(none.inflation, 1);
	assert_close(none.between, 0);
	assert_true(some.inflation > 10 && some.between > 0.05);
	assert_close(variation_of(a, even, 4, 1).inflation, 1);
	assert_close(variation_of(a, even, 1, 0.7).inflation, 1);
	arena_free(a);
}

static void
few_charts_lean_on_all_practices(void **state)
{
	struct shrunken few = variation_shrink((struct rate){ 2, 2 }, 0.6, 0.01),
			many = variation_shrink((struct rate){ 200, 200 }, 0.6, 0.01),
			none = variation_shrink((struct rate){ 0, 0 }, 0.6, 0.01),
			same = variation_shrink((struct rate){ 2, 2 }, 0.6, 0);

	(void)state;
	assert_true(few.share > 0.6 && few.share < 0.7 && few.weight < 0.1);
	assert_true(many.share > 0.9 && many.weight > 0.8);
	assert_close(none.share, 0.6);
	assert_close(same.share, 0.6);
	assert_close(same.weight, 0);
	assert_true(few.interval.low < few.share && few.share < few.interval.high);
}

static void
percentiles_count_equals_half(void **state)
{
	static const double shares[] = { 0.2, 0.5, 0.5, 0.5, 0.9 };

	(void)state;
	assert_close(variation_percentile(shares, 5, 0.1), 0);
	assert_close(variation_percentile(shares, 5, 0.2), 10);
	assert_close(variation_percentile(shares, 5, 0.5), 50);
	assert_close(variation_percentile(shares, 5, 0.9), 90);
	assert_close(variation_percentile(shares, 5, 1), 100);
}

/* The example of Benjamini and Hochberg's paper: 15 p values, of which four stand. */
static void
many_comparisons_as_published(void **state)
{
	static const double p[] = { 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
				    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000 };
	struct arena *a = arena_new(1 << 20);
	bool beyond[15];

	(void)state;
	assert_int_equal(variation_beyond_chance(a, p, 15, beyond), 4);
	assert_true(beyond[0] && beyond[3] && !beyond[4] && !beyond[14]);
	assert_int_equal(variation_beyond_chance(a, p, 0, beyond), 0);
	assert_close(variation_by_chance(60), 3);
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(everything_as_worked_out_otherwise),
	cmocka_unit_test(limits_narrow_with_charts_and_widen_with_dispersion),
	cmocka_unit_test(chance_alone_is_no_variation),
	cmocka_unit_test(few_charts_lean_on_all_practices),
	cmocka_unit_test(percentiles_count_equals_half),
	cmocka_unit_test(many_comparisons_as_published),
};
TEST_MAIN(tests)
