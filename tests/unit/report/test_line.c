/* What a line of a report says. */
#include "../test.h"

#include "report/line.h"

static const struct measure more_is_better = { .number = "Core 1", .title = "Report in chart" };
static const struct measure less_is_better = { .number = "SMT 28a", .title = "Too much",
					       .lower_is_better = true };

static struct yardstick
all(uint32_t met, uint32_t of)
{
	return (struct yardstick){ .shown = true, .rate = { met, of }, .median = 0.5 };
}

static struct line
line(const struct measure *m, uint32_t met, uint32_t of)
{
	/* All practices: the own charts and 100 others, half of which met it. */
	return (struct line){ .measure = m, .own = { met, of },
			      .national = all(50 + met, 100 + of) };
}

static void
expect(const struct line *l, enum verdict verdict, enum stats_mark mark)
{
	struct verdict_of v = line_verdict(l);

	assert_int_equal(v.verdict, verdict);
	assert_int_equal(v.mark, mark);
}

static void
higher_is_better_or_worse_as_the_measure_says(void **state)
{
	struct line good = line(&more_is_better, 38, 40), bad = line(&less_is_better, 38, 40);

	(void)state;
	expect(&good, VERDICT_BETTER, STATS_HIGHER);
	expect(&bad, VERDICT_WORSE, STATS_HIGHER);
	good = line(&less_is_better, 4, 40);
	bad = line(&more_is_better, 4, 40);
	expect(&good, VERDICT_BETTER, STATS_LOWER);
	expect(&bad, VERDICT_WORSE, STATS_LOWER);
}

static void
what_chance_explains_is_the_same(void **state)
{
	struct line l = line(&more_is_better, 22, 40);

	(void)state;
	expect(&l, VERDICT_SAME, STATS_SAME);
}

static void
nothing_is_compared_with_a_hidden_figure_or_without_others(void **state)
{
	struct line hidden = line(&more_is_better, 38, 40);
	struct line empty = line(&more_is_better, 0, 0);
	struct line alone = { .measure = &more_is_better, .own = { 3, 9 }, .national = all(3, 9) };

	(void)state;
	hidden.national = (struct yardstick){ .hidden = "practices" };
	expect(&hidden, VERDICT_NONE, STATS_SAME);
	expect(&empty, VERDICT_NONE, STATS_SAME);
	expect(&alone, VERDICT_NONE, STATS_SAME);
}

static void
a_line_shows_its_figures(void **state)
{
	struct arena *a = arena_new(1024 * 1024);
	struct view *v = view_new(a);
	struct line l = line(&less_is_better, 3, 9);

	(void)state;
	l.missing = 2;
	line_show(v, a, "m", &l);
	assert_string_equal(view_get(v, "m.met"), "3");
	assert_string_equal(view_get(v, "m.of"), "9");
	assert_string_equal(view_get(v, "m.rate"), "33.3 %");
	assert_string_equal(view_get(v, "m.low.number"), "12.1"); /* Wilson, as R's prop.test */
	assert_string_equal(view_get(v, "m.high.number"), "64.6");
	assert_string_equal(view_get(v, "m.small"), "1");
	assert_string_equal(view_get(v, "m.missing"), "2");
	assert_string_equal(view_get(v, "m.national.of"), "109");
	assert_string_equal(view_get(v, "m.verdict.words"), "Same");
	assert_null(view_get(v, "m.fellowship.rate"));
	arena_free(a);
}

static void
what_is_hidden_leaves_no_figure(void **state)
{
	struct arena *a = arena_new(1024 * 1024);
	struct view *v = view_new(a);
	struct line l = { .measure = &more_is_better, .own = { 0, 0 }, .missing = 4,
			  .national = { .hidden = "charts" } };

	(void)state;
	line_show(v, a, "m", &l);
	assert_null(view_get(v, "m.rate"));
	assert_null(view_get(v, "m.low"));
	assert_null(view_get(v, "m.missing")); /* said where lower is better only */
	assert_null(view_get(v, "m.national.rate"));
	assert_null(view_get(v, "m.national.of"));
	assert_null(view_get(v, "m.verdict.words"));
	assert_string_equal(view_get(v, "m.national.hidden"), "Too few charts to show");
	l.fellowship.hidden = "practices";
	l.with_fellowship = true;
	line_show(v, a, "m", &l);
	assert_string_equal(view_get(v, "m.fellowship.hidden"), "Too few programs to show");
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(higher_is_better_or_worse_as_the_measure_says),
	cmocka_unit_test(what_chance_explains_is_the_same),
	cmocka_unit_test(nothing_is_compared_with_a_hidden_figure_or_without_others),
	cmocka_unit_test(a_line_shows_its_figures),
	cmocka_unit_test(what_is_hidden_leaves_no_figure),
};

TEST_MAIN(tests)
