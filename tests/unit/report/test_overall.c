/* The Overall Quality Score of certification, of measures of the catalogue that ships. */
#include "../test.h"

#include <string.h>

#include "measure/catalogue.h"
#include "report/overall.h"

static struct arena *arena;
static const struct catalogue *cat;

static int
start(void **state)
{
	(void)state;
	arena = arena_new(64 << 20);
	cat = catalogue_load(arena, SOURCE_DIR "/measures", buf_new(arena, 1 << 20));
	return cat == NULL;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* The first measure of the catalogue that is so, and in the certification track or not. */
static const struct measure *
measure_that(bool certification, bool lower_is_better)
{
	const struct track *track = catalogue_track(cat, "certification");

	for (size_t i = 0; i < cat->n_measures; i++)
		if (track_takes(track, &cat->measures[i]) == certification &&
		    cat->measures[i].lower_is_better == lower_is_better)
			return &cat->measures[i];
	fail_msg("the catalogue has no such measure");
	return NULL;
}

static struct line
line_of(const struct measure *m, uint32_t met, uint32_t of)
{
	return (struct line){ .number = m->number,
			      .title = m->title,
			      .lower_is_better = m->lower_is_better,
			      .own = { met, of } };
}

/* A module with 24 charts of 24, and a certification measure, another, one turned round. */
static struct result *
sample(uint32_t met, uint32_t of)
{
	struct result *r = arena_alloc(arena, sizeof *r);

	r->sections = arena_array(arena, 1, sizeof *r->sections);
	r->n_sections = 1;
	r->sections[0] = (struct section){ .title = "Core", .required = 24, .complete = 24 };
	r->sections[0].lines = arena_array(arena, 3, sizeof(struct line));
	r->sections[0].lines[0] = line_of(measure_that(true, false), met, of);
	r->sections[0].lines[1] = line_of(measure_that(false, false), 0, 24);
	r->sections[0].n_lines = 2;
	return r;
}

static struct overall_rule
rule_of(enum overall_formula formula, uint32_t fewest)
{
	return (struct overall_rule){ formula, fewest, 75, 20741 };
}

static struct overall *
score_by(const struct result *r, enum overall_formula formula, uint32_t fewest)
{
	struct overall_rule rule = rule_of(formula, fewest);

	return overall_make(arena, r, cat, &rule);
}

static struct overall *
score(const struct result *r)
{
	return score_by(r, OVERALL_PERCENTAGE, 1);
}

/* Beside the sample's certification measure another, where lower is better. */
static struct result *
two_measures(uint32_t met, uint32_t of, uint32_t bad, uint32_t of_those)
{
	struct result *r = sample(met, of);

	r->sections[0].lines[2] = line_of(measure_that(true, true), bad, of_those);
	r->sections[0].n_lines = 3;
	return r;
}

static void
only_certification_measures_count(void **state)
{
	const struct overall *o = score(sample(18, 20));

	(void)state;
	assert_int_equal(o->n_parts, 1);
	assert_int_equal(o->rate.met, 18);
	assert_int_equal(o->rate.of, 20);
	assert_float_equal(o->share, 0.9, 1e-12);
	assert_true(o->reached);
}

static void
lower_is_better_is_turned_round(void **state)
{
	const struct overall *o = score(two_measures(18, 20, 1, 10));

	(void)state;
	assert_int_equal(o->n_parts, 2);
	assert_int_equal(o->parts[1].good.met, 9);
	assert_int_equal(o->rate.met, 27);
	assert_int_equal(o->rate.of, 30);
}

/* 74.97 % is shown as 75.0 % and does not reach 75. */
static void
the_threshold_is_compared_before_rounding(void **state)
{
	(void)state;
	assert_true(score(sample(75, 100))->reached);
	assert_false(score(sample(2999, 4000))->reached);
	assert_true(score(sample(3000, 4000))->reached);
}

static void
with_too_few_charts_there_is_no_score(void **state)
{
	struct result *r = sample(18, 20);
	const struct overall *o;

	(void)state;
	r->sections[0].complete = 23;
	o = score(r);
	assert_false(o->scorable);
	assert_false(o->reached);
	assert_string_equal(o->lacking, "Core");
	assert_string_equal(overall_code(o), "not_scorable");
	r->sections[0].reason = "No more patients";
	r->sections[0].eligible = 23;
	assert_true(score(r)->scorable);
	r->sections[0].eligible = 24;
	assert_false(score(r)->scorable);
}

/* A module without certification measures may have too few charts. */
static void
other_modules_do_not_matter(void **state)
{
	struct result *r = sample(18, 20);

	(void)state;
	r->sections[0].lines[0] = r->sections[0].lines[1];
	r->sections[0].n_lines = 1;
	r->sections[0].complete = 3;
	assert_null(score(r)->lacking);
	assert_false(score(r)->scorable);
	assert_string_equal(overall_sentence(arena, score(r)),
			    "No chart counts for any certification measure.");
}

/* 90 of 100 and 1 of 2: 91 of 102 charts, but 70 % on average. */
static void
an_average_counts_each_measure_the_same(void **state)
{
	const struct result *r = two_measures(90, 100, 1, 2);
	const struct overall *together = score_by(r, OVERALL_PERCENTAGE, 1);
	const struct overall *average = score_by(r, INDICATOR_AVERAGE, 1);

	(void)state;
	assert_float_equal(together->share, 91.0 / 102, 1e-12);
	assert_true(together->reached);
	assert_float_equal(average->share, 0.7, 1e-12);
	assert_true(average->scorable);
	assert_false(average->reached);
	assert_int_equal(average->rate.of, 102);
}

/* 70.1 % and 79.9 % are 75 % exactly, which neither binary number is. */
static void
an_average_reaches_what_it_equals(void **state)
{
	(void)state;
	assert_true(score_by(two_measures(701, 1000, 201, 1000), INDICATOR_AVERAGE, 1)->reached);
	assert_false(score_by(two_measures(701, 1000, 202, 1000), INDICATOR_AVERAGE, 1)->reached);
}

static void
a_measure_with_few_charts_does_not_count(void **state)
{
	const struct result *r = two_measures(90, 100, 1, 2);

	(void)state;
	for (int f = OVERALL_PERCENTAGE; f <= INDICATOR_AVERAGE; f++) {
		const struct overall *o = score_by(r, (enum overall_formula)f, 3);

		assert_int_equal(o->n_parts, 2);
		assert_true(o->parts[0].counted);
		assert_false(o->parts[1].counted);
		assert_float_equal(o->share, 0.9, 1e-12);
		assert_true(score_by(r, (enum overall_formula)f, 2)->parts[1].counted);
		assert_non_null(strstr(overall_method(arena, o), "fewer than 3 charts"));
	}
}

static void
without_a_counting_measure_there_is_no_score(void **state)
{
	const struct overall *o = score_by(sample(18, 20), INDICATOR_AVERAGE, 21);

	(void)state;
	assert_false(o->scorable);
	assert_string_equal(overall_sentence(arena, o),
			    "No certification measure has the 21 charts that it needs to count.");
}

static void
a_measure_without_charts_never_counts(void **state)
{
	const struct overall *o = score_by(two_measures(18, 20, 0, 0), INDICATOR_AVERAGE, 1);

	(void)state;
	assert_false(o->parts[1].counted);
	assert_float_equal(o->share, 0.9, 1e-12);
}

static void
formulas_have_codes(void **state)
{
	(void)state;
	for (int f = OVERALL_PERCENTAGE; f <= INDICATOR_AVERAGE; f++) {
		const char *code = overall_formula_code((enum overall_formula)f);

		assert_int_equal(overall_formula_of(code), f);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(only_certification_measures_count, start, end),
	cmocka_unit_test_setup_teardown(lower_is_better_is_turned_round, start, end),
	cmocka_unit_test_setup_teardown(the_threshold_is_compared_before_rounding, start, end),
	cmocka_unit_test_setup_teardown(with_too_few_charts_there_is_no_score, start, end),
	cmocka_unit_test_setup_teardown(other_modules_do_not_matter, start, end),
	cmocka_unit_test_setup_teardown(an_average_counts_each_measure_the_same, start, end),
	cmocka_unit_test_setup_teardown(an_average_reaches_what_it_equals, start, end),
	cmocka_unit_test_setup_teardown(a_measure_with_few_charts_does_not_count, start, end),
	cmocka_unit_test_setup_teardown(without_a_counting_measure_there_is_no_score, start, end),
	cmocka_unit_test_setup_teardown(a_measure_without_charts_never_counts, start, end),
	cmocka_unit_test_setup_teardown(formulas_have_codes, start, end),
};

TEST_MAIN(tests)
