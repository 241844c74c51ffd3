/* What a line of a report says. */
#include "../test.h"

#include "report/line.h"

static struct yardstick
all(uint32_t met, uint32_t of)
{
	return (struct yardstick){ .shown = true, .rate = { met, of }, .median = 0.5 };
}

/* All practices: the own charts and 100 others, half of which met it. */
static struct line
line(bool lower_is_better, uint32_t met, uint32_t of)
{
	struct line l = { .number = "Core 1", .title = "Report in chart",
			  .lower_is_better = lower_is_better, .own = { met, of },
			  .national = all(50 + met, 100 + of) };

	result_work_out(&l);
	return l;
}

enum { MORE_IS_BETTER = false, LESS_IS_BETTER = true };

static void
expect(const struct line *l, enum verdict verdict, enum stats_mark mark)
{
	assert_int_equal(l->verdict, verdict);
	assert_int_equal(l->compared.mark, mark);
}

static void
higher_is_better_or_worse_as_the_measure_says(void **state)
{
	struct line good = line(MORE_IS_BETTER, 38, 40), bad = line(LESS_IS_BETTER, 38, 40);

	(void)state;
	expect(&good, VERDICT_BETTER, STATS_HIGHER);
	expect(&bad, VERDICT_WORSE, STATS_HIGHER);
	good = line(LESS_IS_BETTER, 4, 40);
	bad = line(MORE_IS_BETTER, 4, 40);
	expect(&good, VERDICT_BETTER, STATS_LOWER);
	expect(&bad, VERDICT_WORSE, STATS_LOWER);
}

static void
what_chance_explains_is_the_same(void **state)
{
	struct line l = line(MORE_IS_BETTER, 22, 40);

	(void)state;
	expect(&l, VERDICT_SAME, STATS_SAME);
}

static void
nothing_is_compared_with_a_hidden_figure_or_without_others(void **state)
{
	struct line hidden = line(MORE_IS_BETTER, 38, 40);
	struct line empty = line(MORE_IS_BETTER, 0, 0);
	struct line alone = { .own = { 3, 9 }, .national = all(3, 9) };

	(void)state;
	hidden.national = (struct yardstick){ .hidden = "practices" };
	result_work_out(&hidden);
	result_work_out(&alone);
	expect(&hidden, VERDICT_NONE, STATS_SAME);
	expect(&empty, VERDICT_NONE, STATS_SAME);
	expect(&alone, VERDICT_NONE, STATS_SAME);
}

static void
a_line_shows_its_figures(void **state)
{
	struct arena *a = arena_new(1024 * 1024);
	struct view *v = view_new(a);
	struct line l = line(LESS_IS_BETTER, 3, 9);

	(void)state;
	l.missing = 2;
	line_show(view_at(v, "m"), &l, false);
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
	struct line l = { .own = { 0, 0 }, .missing = 4, .national = { .hidden = "charts" } };

	(void)state;
	result_work_out(&l);
	line_show(view_at(v, "m"), &l, false);
	assert_null(view_get(v, "m.rate"));
	assert_null(view_get(v, "m.low"));
	assert_null(view_get(v, "m.missing")); /* said where lower is better only */
	assert_null(view_get(v, "m.national.rate"));
	assert_null(view_get(v, "m.national.of"));
	assert_null(view_get(v, "m.verdict.words"));
	assert_string_equal(view_get(v, "m.national.hidden"), "Too few charts to show");
	l.fellowship.hidden = "practices";
	line_show(view_at(v, "m"), &l, true);
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
