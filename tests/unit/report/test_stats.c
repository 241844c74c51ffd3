/* The statistics against published examples and against reference.py. */
#include "../test.h"

#include "reference.h"

#include "base/fault.h"
#include "report/stats.h"

#include <math.h>
#include <string.h>

/* Newcombe, Stat Med 1998;17:857, table I, method 3; four decimals are printed. */
static void
wilson_as_published(void **state)
{
	static const struct { struct rate r; double low, high; } table[] = {
		{ { 81, 263 }, 0.2553, 0.3662 },
		{ { 15, 148 }, 0.0624, 0.1605 },
		{ { 0, 20 }, 0.0000, 0.1611 },
		{ { 1, 29 }, 0.0061, 0.1718 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct interval got;

		assert_true(stats_wilson(table[i].r, &got));
		assert_true(fabs(got.low - table[i].low) <= 0.00005);
		assert_true(fabs(got.high - table[i].high) <= 0.00005);
	}
}

static void
wilson_at_its_ends(void **state)
{
	struct interval got = { -1, -1 };

	(void)state;
	assert_false(stats_wilson((struct rate){ 0, 0 }, &got));
	assert_true(got.low < 0 && got.high < 0);
	for (uint32_t n = 1; n < 2000; n++) {
		assert_true(stats_wilson((struct rate){ 0, n }, &got));
		assert_true(got.low >= 0 && got.low <= 0 && got.high > 0 && got.high < 1);
		assert_true(stats_wilson((struct rate){ n, n }, &got));
		assert_true(got.high >= 1 && got.high <= 1 && got.low > 0 && got.low < 1);
	}
}

/* Fisher's lady tasting tea (34 of 70 ways) and the twins of criminals, both from
 * the examples of R's fisher.test, which prints 0.4857 and 0.0005367. */
static void
fisher_as_published(void **state)
{
	(void)state;
	assert_close(stats_fisher((struct rate){ 3, 4 }, (struct rate){ 1, 4 }), 34.0 / 70);
	assert_true(fabs(stats_fisher((struct rate){ 2, 17 }, (struct rate){ 10, 13 }) - 0.0005367)
		    <= 0.00000005);
}

static void
fisher_with_nothing_to_tell_is_one(void **state)
{
	(void)state;
	assert_close(stats_fisher((struct rate){ 0, 0 }, (struct rate){ 5, 9 }), 1);
	assert_close(stats_fisher((struct rate){ 5, 9 }, (struct rate){ 0, 0 }), 1);
	assert_close(stats_fisher((struct rate){ 0, 9 }, (struct rate){ 0, 7 }), 1);
	assert_close(stats_fisher((struct rate){ 9, 9 }, (struct rate){ 7, 7 }), 1);
}

static void
fisher_in_the_far_tail_is_small_not_nonsense(void **state)
{
	double p = stats_fisher((struct rate){ 0, 3000 }, (struct rate){ 100000, 100000 });

	(void)state;
	assert_true(p >= 0 && p < 1e-300);
}

static struct rate
rate_of(const double *two)
{
	return (struct rate){ (uint32_t)two[0], (uint32_t)two[1] };
}

static void
check_spread(const double *n)
{
	struct arena *a = arena_new(1 << 20);
	size_t count = (size_t)n[0];
	struct rate *practices = arena_array(a, count, sizeof *practices);
	const double *wanted = n + 1 + 2 * count;
	struct spread got;

	for (size_t i = 0; i < count; i++)
		practices[i] = rate_of(n + 1 + 2 * i);
	assert_true(stats_spread(a, practices, count, &got));
	assert_int_equal(got.practices, count);
	assert_close(got.mean, wanted[0]);
	assert_close(got.low, wanted[1]);
	assert_close(got.median, wanted[2]);
	assert_close(got.high, wanted[3]);
	arena_free(a);
}

static void
check_trend(const double *n)
{
	struct rate rates[8];
	size_t count = (size_t)n[0];

	assert_true(count <= 8);
	for (size_t i = 0; i < count; i++)
		rates[i] = rate_of(n + 1 + 2 * i);
	assert_close(stats_trend(rates, count).p, n[1 + 2 * count]);
}

static void
check_case(char *line)
{
	double n[256];
	size_t count = reference_numbers(line, n, 256);
	struct interval got;

	if (strncmp(line, "wilson ", 7) == 0) {
		assert_int_equal(count, 4);
		assert_true(stats_wilson(rate_of(n), &got));
		assert_close(got.low, n[2]);
		assert_close(got.high, n[3]);
	} else if (strncmp(line, "fisher ", 7) == 0) {
		assert_int_equal(count, 5);
		assert_close(stats_fisher(rate_of(n), rate_of(n + 2)), n[4]);
	} else if (strncmp(line, "chi ", 4) == 0) {
		assert_int_equal(count, 5);
		assert_close(stats_chi_square(rate_of(n), rate_of(n + 2)), n[4]);
	} else if (strncmp(line, "trend ", 6) == 0) {
		check_trend(n);
	} else {
		assert_int_equal(strncmp(line, "spread ", 7), 0);
		check_spread(n);
	}
}

static void
everything_as_worked_out_otherwise(void **state)
{
	(void)state;
	assert_true(reference_run("reference.py", check_case) > 500);
}

static void
a_comparison_chooses_its_test(void **state)
{
	struct comparison c;

	(void)state;
	/* Expected: 20 * 30/60 = 10 and more. */
	c = stats_compare((struct rate){ 16, 20 }, (struct rate){ 14, 40 });
	assert_int_equal(c.test, STATS_CHI_SQUARE);
	assert_int_equal(c.mark, STATS_HIGHER);
	assert_close(c.p, stats_chi_square((struct rate){ 16, 20 }, (struct rate){ 14, 40 }));
	/* Expected exactly 5: chi-square; one chart less: Fisher. */
	c = stats_compare((struct rate){ 2, 10 }, (struct rate){ 8, 10 });
	assert_int_equal(c.test, STATS_CHI_SQUARE);
	assert_int_equal(c.mark, STATS_LOWER);
	c = stats_compare((struct rate){ 2, 9 }, (struct rate){ 8, 10 });
	assert_int_equal(c.test, STATS_FISHER);
	assert_int_equal(c.mark, STATS_LOWER);
	assert_close(c.p, stats_fisher((struct rate){ 2, 9 }, (struct rate){ 8, 10 }));
}

static void
what_is_not_significant_is_the_same(void **state)
{
	struct comparison c = stats_compare((struct rate){ 12, 24 }, (struct rate){ 400, 720 });

	(void)state;
	assert_true(c.p > 0.05);
	assert_int_equal(c.mark, STATS_SAME);
	c = stats_compare((struct rate){ 24, 24 }, (struct rate){ 720, 720 });
	assert_int_equal(c.test, STATS_FISHER);
	assert_int_equal(c.mark, STATS_SAME);
	c = stats_compare((struct rate){ 0, 0 }, (struct rate){ 4, 7 });
	assert_int_equal(c.test, STATS_NONE);
	assert_int_equal(c.mark, STATS_SAME);
	c = stats_compare((struct rate){ 4, 7 }, (struct rate){ 0, 0 });
	assert_int_equal(c.test, STATS_NONE);
}

static void
practices_are_pooled_by_chart(void **state)
{
	static const struct rate practices[] = { { 1, 2 }, { 30, 40 }, { 0, 0 }, { 5, 8 } };
	struct rate all = stats_pooled(practices, 4), others = stats_others(all, practices[1]);

	(void)state;
	assert_int_equal(all.met, 36);
	assert_int_equal(all.of, 50);
	assert_close(stats_share(all), 0.72);
	assert_int_equal(others.met, 6);
	assert_int_equal(others.of, 10);
	assert_int_equal(stats_pooled(NULL, 0).of, 0);
}

static void
practices_without_charts_have_no_share(void **state)
{
	static const struct rate practices[] = { { 0, 0 }, { 3, 4 }, { 0, 0 } };
	struct arena *a = arena_new(1 << 20);
	struct spread got;

	(void)state;
	assert_true(stats_spread(a, practices, 3, &got));
	assert_int_equal(got.practices, 1);
	assert_close(got.low, 0.75);
	assert_close(got.median, 0.75);
	assert_close(got.high, 0.75);
	assert_close(got.mean, 0.75);
	assert_false(stats_spread(a, practices, 1, &got));
	assert_false(stats_spread(a, NULL, 0, &got));
	arena_free(a);
}

static void
a_trend_over_two_rounds_is_their_comparison(void **state)
{
	static const struct rate up[] = { { 14, 40 }, { 16, 20 } };
	static const struct rate down[] = { { 16, 20 }, { 14, 40 } };

	(void)state;
	assert_close(stats_trend(up, 2).p, stats_chi_square(up[0], up[1]));
	assert_int_equal(stats_trend(up, 2).mark, STATS_HIGHER);
	assert_int_equal(stats_trend(down, 2).mark, STATS_LOWER);
}

static void
there_is_no_trend_in_nothing(void **state)
{
	static const struct rate none[] = { { 0, 0 }, { 0, 0 } }, all[] = { { 9, 9 }, { 30, 30 } },
				 one[] = { { 0, 0 }, { 4, 9 }, { 0, 0 } };

	(void)state;
	assert_close(stats_trend(none, 2).p, 1);
	assert_close(stats_trend(all, 2).p, 1);
	assert_close(stats_trend(one, 3).p, 1);
	assert_int_equal(stats_trend(all, 2).mark, STATS_SAME);
}

static void
limits_are_three_standard_errors_and_shares(void **state)
{
	struct interval got = stats_limits(0.5, 100);

	(void)state;
	assert_close(got.low, 0.35);
	assert_close(got.high, 0.65);
	got = stats_limits(0.9, 9);
	assert_close(got.low, 0.6);
	assert_close(got.high, 1);
}

static void
take_more_than_all(void *unused)
{
	(void)unused;
	stats_others((struct rate){ 3, 10 }, (struct rate){ 4, 5 });
}

static void
share_of_nothing(void *unused)
{
	(void)unused;
	(void)stats_share((struct rate){ 0, 0 });
}

static void
impossible_counts_are_faults(void **state)
{
	(void)state;
	assert_int_equal(fault_frame(take_more_than_all, NULL), FAULT_INTERNAL);
	assert_int_equal(fault_frame(share_of_nothing, NULL), FAULT_INTERNAL);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(wilson_as_published),
	cmocka_unit_test(wilson_at_its_ends),
	cmocka_unit_test(fisher_as_published),
	cmocka_unit_test(fisher_with_nothing_to_tell_is_one),
	cmocka_unit_test(fisher_in_the_far_tail_is_small_not_nonsense),
	cmocka_unit_test(everything_as_worked_out_otherwise),
	cmocka_unit_test(a_comparison_chooses_its_test),
	cmocka_unit_test(what_is_not_significant_is_the_same),
	cmocka_unit_test(practices_are_pooled_by_chart),
	cmocka_unit_test(practices_without_charts_have_no_share),
	cmocka_unit_test(a_trend_over_two_rounds_is_their_comparison),
	cmocka_unit_test(there_is_no_trend_in_nothing),
	cmocka_unit_test(limits_are_three_standard_errors_and_shares),
	cmocka_unit_test(impossible_counts_are_faults),
};
TEST_MAIN(tests)
