/* A result that was stored is the result that was written. */
#include "../arena.h"

#include <string.h>

#include "base/fault.h"
#include "report/part.h"
#include "report/stored.h"
#include "sample.h"
#include "view/cache.h"

static void
what_is_read_is_written_again_as_it_was(void **state)
{
	const char *text = stored_write(arena, sample_result(arena, "St. Jude \"East\" \xc3\x9c"));

	(void)state;
	assert_string_equal(stored_write(arena, stored_read(arena, text)), text);
}

/* Bit by bit, where a decimal of fewer digits would be another number. */
static void
figures_keep_every_bit(void **state)
{
	struct result *r = sample_result(arena, "Lakeside");
	const struct result *got = stored_read(arena, stored_write(arena, r));
	const struct line *one = &r->sections[0].lines[0], *other = &got->sections[0].lines[0];

	(void)state;
	assert_memory_equal(&one->share, &other->share, sizeof one->share);
	assert_memory_equal(&one->interval, &other->interval, sizeof one->interval);
	assert_memory_equal(&one->compared.p, &other->compared.p, sizeof one->compared.p);
	assert_memory_equal(&one->national.mean, &other->national.mean, sizeof(double));
	assert_memory_equal(&one->national.q1, &other->national.q1, sizeof(double));
	assert_int_equal(other->verdict, VERDICT_WORSE);
	assert_int_equal(got->verdicts[VERDICT_WORSE], 1);
	assert_int_equal(got->verdicts[VERDICT_NONE], 2);
}

static void
earlier_rounds_come_back(void **state)
{
	const struct result *r = sample_result(arena, "Lakeside");
	const struct result *got = stored_read(arena, stored_write(arena, r));
	const struct line *l = got->sections[0].lines;

	(void)state;
	assert_int_equal(got->n_rounds, 3);
	assert_string_equal(got->rounds[1].name, "Spring 2026");
	assert_false(got->rounds[0].same_edition);
	assert_int_equal(l[0].past[0].rate.met, 3);
	assert_int_equal(l[0].past[1].rate.of, 0);
	assert_memory_equal(&l[0].past[2], &r->sections[0].lines[0].past[2], sizeof l[0].past[2]);
	assert_int_equal(l[0].trend.mark, STATS_HIGHER);
	assert_string_equal(history_sentence(arena, &l[0], 3),
			    "From 10.0 % to 51.2 % over 2 rounds: a trend for the better "
			    "(p below 0.001).");
	assert_null(l[1].past);
}

static void
units_come_back(void **state)
{
	const struct result *r = sample_result(arena, "Lakeside");
	const struct result *got = stored_read(arena, stored_write(arena, r));
	const struct unit_line *one = &r->units[0].lines[0], *other = &got->units[0].lines[0];

	(void)state;
	assert_int_equal(got->n_units, 2);
	assert_int_equal(got->no_site, 20);
	assert_int_equal(got->units[1].level, LEVEL_PHYSICIAN);
	assert_int_equal(got->units[1].id, 9);
	assert_string_equal(got->units[0].name, "West, \"new\"");
	assert_int_equal(got->units[0].charts, 21);
	assert_int_equal(other->own.of, 15);
	assert_int_equal(other->excluded, 2);
	assert_int_equal(other->missing, 1);
	assert_memory_equal(&one->share, &other->share, sizeof one->share);
	assert_memory_equal(&one->interval, &other->interval, sizeof one->interval);
	assert_memory_equal(&one->all.compared.p, &other->all.compared.p, sizeof(double));
	assert_int_equal(other->all.verdict, VERDICT_WORSE);
	assert_int_equal(other->rest.verdict, one->rest.verdict);
	assert_false(other->rest.few);
}

static void
peer_groups_come_back(void **state)
{
	const struct result *r = sample_result(arena, "Lakeside");
	const struct result *got = stored_read(arena, stored_write(arena, r));
	const struct peer_line *one = &r->peers[0].lines[0], *other = &got->peers[0].lines[0];

	(void)state;
	assert_int_equal(got->n_peers, 2);
	assert_string_equal(got->peers[0].code, "kind:employed");
	assert_string_equal(got->peers[1].title, "United States");
	assert_memory_equal(&one->all.share, &other->all.share, sizeof(double));
	assert_memory_equal(&one->compared.p, &other->compared.p, sizeof(double));
	assert_int_equal(other->verdict, VERDICT_WORSE);
	assert_false(got->peers[1].lines[0].all.shown);
	assert_string_equal(got->peers[1].lines[0].all.hidden, "complement");
	assert_null(got->peers[1].lines[1].all.hidden);
}

/* Results of before there were units are read as they are. */
static void
a_result_without_units_has_none(void **state)
{
	char *text = stored_write(arena, sample_result(arena, "Lakeside"));
	char *units = strstr(text, ",\"units\":");
	const struct result *got;

	(void)state;
	assert_non_null(units);
	units[0] = '}';
	units[1] = '\0';
	got = stored_read(arena, text);
	assert_int_equal(got->n_units, 0);
	assert_int_equal(got->no_site, 0);
	assert_int_equal(got->n_peers, 0);
	assert_int_equal(got->n_rounds, 3);
}

/* The sample with a score of two measures, one of which has too few charts. */
static struct result *
scored(enum overall_formula formula, uint32_t fewest)
{
	static struct overall_part parts[] = {
		{ "Core 1", "Pathology report", false, { 18, 20 }, true },
		{ "Core 2", "Stage", true, { 1, 2 }, true },
	};
	struct result *r = sample_result(arena, "Lakeside");

	r->overall = arena_alloc(arena, sizeof *r->overall);
	*r->overall = (struct overall){ .rule = { formula, fewest, 72.5, 20741 },
					.parts = parts,
					.n_parts = 2,
					.rate = { 19, 22 },
					.share = 19.0 / 22,
					.scorable = true,
					.reached = true };
	parts[1].counted = parts[1].good.of >= fewest;
	return r;
}

static void
the_score_comes_back(void **state)
{
	const struct overall *o = scored(INDICATOR_AVERAGE, 3)->overall;
	const struct overall *got =
		stored_read(arena, stored_write(arena, scored(INDICATOR_AVERAGE, 3)))->overall;

	(void)state;
	assert_int_equal(got->rule.formula, INDICATOR_AVERAGE);
	assert_int_equal(got->rule.fewest, 3);
	assert_memory_equal(&got->rule.threshold, &o->rule.threshold, sizeof(double));
	assert_int_equal(got->rule.valid_until, 20741);
	assert_memory_equal(&got->share, &o->share, sizeof(double));
	assert_true(got->parts[0].counted);
	assert_false(got->parts[1].counted);
}

static void
cut_out(char *text, const char *piece)
{
	char *at = strstr(text, piece);

	assert_non_null(at);
	memmove(at, at + strlen(piece), strlen(at + strlen(piece)) + 1);
}

/* Scores of before there was a choice are of all charts together. */
static void
a_score_without_formula_is_of_all_charts(void **state)
{
	char *text = stored_write(arena, scored(OVERALL_PERCENTAGE, 1));
	const char *whole = arena_str(arena, text);

	(void)state;
	cut_out(text, "\"formula\":\"overall_percentage\",\"fewest\":1,");
	cut_out(text, ",\"counted\":true");
	cut_out(text, ",\"counted\":true");
	assert_string_equal(stored_write(arena, stored_read(arena, text)), whole);
}

static void
what_there_is_none_of_stays_so(void **state)
{
	const struct result *got =
		stored_read(arena, stored_write(arena, sample_result(arena, "Lakeside")));
	const struct line *l = got->sections[0].lines;

	(void)state;
	assert_null(l[0].parts);
	assert_string_equal(l[1].parts, "Core 1; Core 2");
	assert_string_equal(l[2].any_of, "Core 3; Core 4");
	assert_false(l[1].national.shown);
	assert_string_equal(l[1].national.hidden, "charts");
	assert_false(l[2].national.shown);
	assert_null(l[2].national.hidden);
	assert_string_equal(got->unscored[0].label, "B-12");
	assert_null(got->unscored[1].label);
}

static const char *
page_of(const struct result *r)
{
	struct buf *errors = buf_new(arena, 1024), *page = buf_new(arena, 1024 * 1024);
	struct templates *pages =
		templates_load(arena, SOURCE_DIR "/templates", VIEW_HTML, errors);
	struct view *v = view_new(arena);

	assert_non_null(pages);
	report_show(v, arena, r, 7);
	view_render(pages, "report/part.cs", v, page);
	return page->data;
}

/* The page is made of the result, its files of the stored text: they must say the same. */
static void
the_page_is_that_of_what_was_stored(void **state)
{
	struct result *r = sample_result(arena, "St. Jude <East>");
	const char *page = page_of(r);

	(void)state;
	assert_string_equal(page_of(stored_read(arena, stored_write(arena, r))), page);
	assert_non_null(strstr(page, "West, &quot;new&quot;"));
	assert_non_null(strstr(page, "Dr. \xc3\x9cnal"));
}

static void
read_nothing(void *text)
{
	stored_read(arena, text);
}

static void
another_text_is_a_fault(void **state)
{
	char empty[] = "", other[] = "{}", later[] = "{\"form\":2}";
	char *whole = stored_write(arena, sample_result(arena, "Lakeside"));

	(void)state;
	assert_int_equal(fault_frame(read_nothing, empty), FAULT_INTERNAL);
	assert_int_equal(fault_frame(read_nothing, other), FAULT_INTERNAL);
	assert_int_equal(fault_frame(read_nothing, later), FAULT_INTERNAL);
	whole[strlen(whole) / 2] = '\0';
	assert_int_equal(fault_frame(read_nothing, whole), FAULT_INTERNAL);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(what_is_read_is_written_again_as_it_was, start, end),
	cmocka_unit_test_setup_teardown(figures_keep_every_bit, start, end),
	cmocka_unit_test_setup_teardown(earlier_rounds_come_back, start, end),
	cmocka_unit_test_setup_teardown(units_come_back, start, end),
	cmocka_unit_test_setup_teardown(peer_groups_come_back, start, end),
	cmocka_unit_test_setup_teardown(a_result_without_units_has_none, start, end),
	cmocka_unit_test_setup_teardown(the_score_comes_back, start, end),
	cmocka_unit_test_setup_teardown(a_score_without_formula_is_of_all_charts, start, end),
	cmocka_unit_test_setup_teardown(what_there_is_none_of_stays_so, start, end),
	cmocka_unit_test_setup_teardown(the_page_is_that_of_what_was_stored, start, end),
	cmocka_unit_test_setup_teardown(another_text_is_a_fault, start, end),
};

TEST_MAIN(tests)
