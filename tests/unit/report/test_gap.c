/* How many charts are missing up to the median. */
#include "../test.h"

#include "report/gap.h"

static struct line
line(bool lower_is_better, uint32_t met, uint32_t of, double median)
{
	return (struct line){ .lower_is_better = lower_is_better, .own = { met, of },
			      .national = { .shown = true, .median = median } };
}

static void
expect(struct line l, uint32_t gap, const char *sentence)
{
	struct arena *a = arena_new(1 << 16);
	const char *told = gap_sentence(a, &l);

	assert_int_equal(gap_charts(&l), gap);
	if (sentence == NULL)
		assert_null(told);
	else
		assert_string_equal(told, sentence);
	arena_free(a);
}

static void
the_least_number_that_reaches_it(void **state)
{
	(void)state;
	expect(line(false, 20, 40, 0.8125), 13,
	       "13 more charts met would reach the median of all practices, 81.3 %.");
	expect(line(false, 12, 16, 0.8125), 1,
	       "1 more chart met would reach the median of all practices, 81.3 %.");
	expect(line(true, 10, 40, 0.2), 2,
	       "2 fewer charts met would reach the median of all practices, 20.0 %.");
	expect(line(true, 10, 40, 0.2499), 1,
	       "1 fewer chart met would reach the median of all practices, 25.0 %.");
	expect(line(false, 0, 3, 1), 3,
	       "3 more charts met would reach the median of all practices, 100.0 %.");
	expect(line(true, 3, 3, 0), 3,
	       "3 fewer charts met would reach the median of all practices, 0.0 %.");
}

/* With thirds and tenths, which no double holds: the median is a practice's own share. */
static void
a_share_that_is_the_median_reaches_it(void **state)
{
	(void)state;
	for (uint32_t of = 1; of <= 60; of++) {
		for (uint32_t met = 0; met <= of; met++) {
			double share = stats_share((struct rate){ met, of });

			expect(line(false, met, of, share), 0, NULL);
			expect(line(true, met, of, share), 0, NULL);
			if (met > 0) {
				struct line below = line(false, met - 1, of, share);

				assert_int_equal(gap_charts(&below), 1);
			}
		}
	}
}

static void
nothing_is_said_where_there_is_none(void **state)
{
	struct line hidden = line(false, 1, 40, 0.8), empty = line(false, 0, 0, 0.8);

	(void)state;
	hidden.national.shown = false;
	expect(hidden, 0, NULL);
	expect(empty, 0, NULL);
	expect(line(false, 36, 40, 0.8), 0, NULL);
	expect(line(true, 1, 40, 0.2), 0, NULL);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(the_least_number_that_reaches_it),
	cmocka_unit_test(a_share_that_is_the_median_reaches_it),
	cmocka_unit_test(nothing_is_said_where_there_is_none),
};

TEST_MAIN(tests)
