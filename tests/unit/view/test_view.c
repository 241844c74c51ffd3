/* What C values look like to a template. */
#include "../test.h"

#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "view/view.h"

struct chart_row {
	uint64_t id;
	const char *label;
	bool done;
	uint32_t *score;
	int32_t seen;
	int64_t saved;
	double share;
	struct bytes packed;
	int32_t *closed;
};

#define COL(name, type, nullable) { #name, type, nullable, offsetof(struct chart_row, name) }

static const struct col chart_cols[] = {
	COL(id, COL_U64, false),    COL(label, COL_TEXT, true),  COL(done, COL_BOOL, false),
	COL(score, COL_U32, true),  COL(seen, COL_DATE, false),  COL(saved, COL_TIME, false),
	COL(share, COL_F64, false), COL(packed, COL_BLOB, false), COL(closed, COL_DATE, true),
};

static const struct query chart_query = {
	.name = "chart_list",
	.kind = QUERY_MANY,
	.cols = chart_cols,
	.n_cols = sizeof chart_cols / sizeof *chart_cols,
	.row_size = sizeof(struct chart_row),
};

struct page {
	struct arena *arena;
	struct view *view;
};

static int
setup(void **state)
{
	static struct page page;

	page.arena = arena_new(8 << 20);
	page.view = view_new(page.arena);
	*state = &page;
	return 0;
}

static int
teardown(void **state)
{
	arena_free(((struct page *)*state)->arena);
	return 0;
}

static struct view *
view_of(void **state)
{
	return ((struct page *)*state)->view;
}

static int32_t
day(const char *iso)
{
	int32_t number = 0;

	assert_true(date_parse(iso, &number));
	return number;
}

static void
rows_show_under_the_names_of_their_columns(void **state)
{
	uint32_t score = 1234;
	struct chart_row rows[2] = {
		{ .id = UINT64_C(18446744073709551615), .label = "A-17", .done = true,
		  .score = &score, .seen = day("2026-05-31"), .saved = 1780236300, .share = 2.50 },
		{ .id = 8, .label = "B", .seen = day("2026-01-01") },
	};
	struct view *v = view_of(state);

	view_rows(v, "charts", &chart_query, rows, 2);

	assert_string_equal(view_get(v, "charts.0.id"), "18446744073709551615");
	assert_string_equal(view_get(v, "charts.0.label"), "A-17");
	assert_string_equal(view_get(v, "charts.0.done"), "1");
	assert_string_equal(view_get(v, "charts.0.score"), "1234");
	assert_string_equal(view_get(v, "charts.0.score.text"), "1,234");
	assert_string_equal(view_get(v, "charts.0.seen"), "May 31, 2026");
	assert_string_equal(view_get(v, "charts.0.seen.iso"), "2026-05-31");
	assert_string_equal(view_get(v, "charts.0.saved"), "May 31, 2026, 14:05 UTC");
	assert_string_equal(view_get(v, "charts.0.saved.iso"), "2026-05-31T14:05:00Z");
	assert_string_equal(view_get(v, "charts.0.saved.day"), "May 31, 2026");
	assert_string_equal(view_get(v, "charts.0.share"), "2.5");
	assert_string_equal(view_get(v, "charts.1.done"), "0");
	assert_string_equal(view_get(v, "charts.1.label"), "B");
}

static void
null_and_blobs_store_nothing(void **state)
{
	struct chart_row row = { .packed = { "xyz", 3 } };
	struct view *v = view_of(state);

	view_row(v, "chart", &chart_query, &row);
	view_str(v, "note", NULL);

	assert_null(view_get(v, "chart.label"));
	assert_null(view_get(v, "chart.score"));
	assert_null(view_get(v, "chart.closed"));
	assert_null(view_get(v, "chart.packed"));
	assert_null(view_get(v, "note"));
	assert_string_equal(view_get(v, "chart.id"), "0");
}

static void
numbers_have_a_form_for_reading(void **state)
{
	struct view *v = view_of(state);

	view_num(v, "small", 999);
	view_num(v, "large", INT64_MIN);
	view_num(v, "minus", -1000);

	assert_string_equal(view_get(v, "small.text"), "999");
	assert_string_equal(view_get(v, "large"), "-9223372036854775808");
	assert_string_equal(view_get(v, "large.text"), "-9,223,372,036,854,775,808");
	assert_string_equal(view_get(v, "minus.text"), "-1,000");
}

static void
fractions_are_cut_in_rows_and_kept_by_hand(void **state)
{
	struct chart_row rows[] = { { .share = 0.126 }, { .share = 100 }, { .share = -0.001 },
				    { .share = NAN } };
	struct view *v = view_of(state);

	view_rows(v, "r", &chart_query, rows, 4);
	view_f64(v, "fte", 4, 1);
	view_f64(v, "p", 0.0004, 3);
	view_f64(v, "none", INFINITY, 3);

	assert_string_equal(view_get(v, "r.0.share"), "0.13");
	assert_string_equal(view_get(v, "r.1.share"), "100");
	assert_string_equal(view_get(v, "r.2.share"), "0");
	assert_null(view_get(v, "r.3.share"));
	assert_string_equal(view_get(v, "fte"), "4.0");
	assert_string_equal(view_get(v, "p"), "0.000");
	assert_null(view_get(v, "none"));
}

static void
shares_are_percent_and_a_bare_number_for_drawings(void **state)
{
	struct view *v = view_of(state);

	view_pct(v, "rate", 0.75);
	view_pct(v, "third", 1.0 / 3);
	view_pct(v, "empty", 0.0 / 1);
	view_pct(v, "none", NAN);

	assert_string_equal(view_get(v, "rate"), "75.0 %");
	assert_string_equal(view_get(v, "rate.number"), "75.0");
	assert_string_equal(view_get(v, "third.number"), "33.3");
	assert_string_equal(view_get(v, "empty"), "0.0 %");
	assert_null(view_get(v, "none"));
}

static void
dates_hold_over_their_whole_range(void **state)
{
	struct view *v = view_of(state);

	view_date(v, "first", day("0001-01-01"));
	view_date(v, "leap", day("2024-02-29"));
	view_date(v, "last", day("9999-12-31"));
	view_time(v, "before", -1);

	assert_string_equal(view_get(v, "first"), "January 1, 1");
	assert_string_equal(view_get(v, "leap"), "February 29, 2024");
	assert_string_equal(view_get(v, "last"), "December 31, 9999");
	assert_string_equal(view_get(v, "before"), "December 31, 1969, 23:59 UTC");
}

static void
keys_may_hold_numbers_only(void **state)
{
	struct view *v = view_of(state);

	assert_string_equal(view_key(v, "sections.%zu.items.%zu.title", (size_t)3, (size_t)0),
			    "sections.3.items.0.title");
}

static void
set_a_users_key(void *arg)
{
	view_str(arg, "Form.a=b\nc.value", "x");
}

static void
format_text_into_a_key(void *arg)
{
	view_str(arg, view_key(arg, "Form.%s", "name"), "x");
}

static void
set_an_empty_key(void *arg)
{
	view_str(arg, "", "x");
}

static void
text_of_a_user_cannot_become_a_key(void **state)
{
	assert_int_equal(fault_frame(set_a_users_key, view_of(state)), FAULT_INTERNAL);
	assert_int_equal(fault_frame(format_text_into_a_key, view_of(state)), FAULT_INTERNAL);
	assert_int_equal(fault_frame(set_an_empty_key, view_of(state)), FAULT_INTERNAL);
}

static void
values_keep_equals_signs_and_line_ends(void **state)
{
	struct view *v = view_of(state);

	view_str(v, "note", "a=b\nPage.title = owned");

	assert_string_equal(view_get(v, "note"), "a=b\nPage.title = owned");
	assert_null(view_get(v, "Page.title"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

static const struct CMUnitTest tests[] = {
	TEST(rows_show_under_the_names_of_their_columns),
	TEST(null_and_blobs_store_nothing),
	TEST(numbers_have_a_form_for_reading),
	TEST(fractions_are_cut_in_rows_and_kept_by_hand),
	TEST(shares_are_percent_and_a_bare_number_for_drawings),
	TEST(dates_hold_over_their_whole_range),
	TEST(keys_may_hold_numbers_only),
	TEST(text_of_a_user_cannot_become_a_key),
	TEST(values_keep_equals_signs_and_line_ends),
};

TEST_MAIN(tests)
