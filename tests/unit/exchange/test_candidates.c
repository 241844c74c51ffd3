/* Lists of candidates: what is read, and what is said of the rest. */
#include "../test.h"

#include "base/buf.h"
#include "base/date.h"
#include "exchange/candidates.h"

#include <string.h>

#define HEAD "label,cancer_type,age_at_diagnosis,diagnosis_date,first_visit,visits,death_date\n"
#define GOOD "B-017,breast,61,2025-11-03,2025-12-01,2026-02-02;2026-05-12,\n"

static struct arena *arena;
static const struct catalogue *cat;

static int
start(void **state)
{
	struct buf *errors;

	(void)state;
	arena = arena_new(256 << 20);
	errors = buf_new(arena, 1 << 20);
	cat = catalogue_load(arena, SOURCE_DIR "/measures", errors);
	if (cat == NULL)
		fail_msg("%s", errors->data);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static bool
is_drawn(const void *about, const char *label)
{
	return strcmp(about, label) == 0;
}

static int32_t
day(const char *text)
{
	int32_t n = 0;

	assert_true(date_parse(text, &n));
	return n;
}

static struct candidate_list *
list_of(const char *text)
{
	return candidates_read(arena, cat, text, day("2026-11-23"), is_drawn, "D-9");
}

/* The list has one problem: in that line and column, and it says so. */
static void
assert_problem(const char *text, int line, const char *column, const char *says)
{
	const struct candidate_list *list = list_of(text);

	if (list->n_problems != 1)
		fail_msg("%zu problems, not one: %s", list->n_problems, text);
	assert_int_equal(list->problems[0].line, line);
	if (column == NULL)
		assert_null(list->problems[0].column);
	else
		assert_string_equal(list->problems[0].column, column);
	if (strstr(list->problems[0].text, says) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", list->problems[0].text, says);
}

static void
a_clean_list_is_read(void **state)
{
	const struct candidate_list *list =
		list_of("\xef\xbb\xbf" HEAD GOOD
			"\"L-4\",Non-small cell lung,97,03/18/2026,3/25/2026,\"03/25/2026; "
			"04/22/2026\",05/30/2026\r\n\r\n");

	(void)state;
	assert_int_equal(list->n_problems, 0);
	assert_int_equal(list->n, 2);
	assert_string_equal(list->patients[0].label, "B-017");
	assert_int_equal(list->patients[0].n_visits, 2);
	assert_false(list->patients[0].died);
	assert_string_equal(list->patients[1].cancer, "nsclc");
	assert_int_equal(list->patients[1].age, 90);
	assert_int_equal(list->patients[1].visits[1], day("2026-04-22"));
	assert_int_equal(list->patients[1].death, day("2026-05-30"));
}

static void
cells_of_a_spreadsheet_are_read_in_any_order(void **state)
{
	const struct candidate_list *list =
		list_of("Visits\tLabel\tFirst visit\tDiagnosis date\tAge at diagnosis\tCancer type\n"
			"2026-05-12\tB, 17\t2025-12-01\t2025-11-03\t61\tBreast\n");

	(void)state;
	assert_int_equal(list->n_problems, 0);
	assert_int_equal(list->n, 1);
	assert_string_equal(list->patients[0].label, "B, 17");
}

static void
each_mistake_has_its_line_and_column(void **state)
{
	(void)state;
	assert_problem(HEAD GOOD "John Smith,breast,61,2025-11-03,2025-12-01,2026-02-02,\n", 3,
		       "label", "may be a name");
	assert_problem(HEAD "123-45-6789,breast,61,2025-11-03,2025-12-01,2026-02-02,\n", 2, "label",
		       "social security");
	assert_problem(HEAD ",breast,61,2025-11-03,2025-12-01,2026-02-02,\n", 2, "label", "empty");
	assert_problem(HEAD GOOD "b-017,breast,61,2025-11-03,2025-12-01,2026-02-02,\n", 3, "label",
		       "that of line 2");
	assert_problem(HEAD "D-9,breast,61,2025-11-03,2025-12-01,2026-02-02,\n", 2, "label",
		       "drawn");
	assert_problem(HEAD "B-1,lung,61,2025-11-03,2025-12-01,2026-02-02,\n", 2, "cancer_type",
		       "none of the cancers");
	assert_problem(HEAD "B-1,breast,1961,2025-11-03,2025-12-01,2026-02-02,\n", 2,
		       "age_at_diagnosis", "years");
	assert_problem(HEAD "B-1,breast,61,2025-02-29,2025-12-01,2026-02-02,\n", 2,
		       "diagnosis_date", "calendar");
	assert_problem(HEAD "B-1,breast,61,3/4/25,2025-12-01,2026-02-02,\n", 2, "diagnosis_date",
		       "calendar");
	assert_problem(HEAD "B-1,breast,61,2026-11-24,2025-12-01,2026-02-02,\n", 2,
		       "diagnosis_date", "future");
	assert_problem(HEAD "B-1,breast,61,2025-11-03,1825-12-01,2026-02-02,\n", 2, "first_visit",
		       "before 1900");
	assert_problem(HEAD "B-1,breast,61,2025-11-03,2025-12-01,,\n", 2, "visits", "empty");
	assert_problem(HEAD "B-1,breast,61,2025-11-03,2025-12-01,2025-11-30,\n", 2, "visits",
		       "before the first visit");
	assert_problem(HEAD "B-1,breast,61,2025-11-03,2025-12-01,2026-02-02,2026-02-01\n", 2,
		       "visits", "after the death");
	assert_problem(HEAD "B-1,breast,61,2025-11-03,2025-12-01,2026-02-02,,x\n", 2, NULL,
		       "more fields");
}

static void
columns_that_may_not_be_there_stop_it(void **state)
{
	(void)state;
	assert_problem("label,mrn\nB-1,4\n", 1, NULL, "Column 2 is none of those");
	assert_problem("label,label\nB-1,4\n", 1, NULL, "twice");
	assert_problem("label\nB-1\n", 1, NULL, "cancer_type is missing");
	assert_problem("B-1,breast,61,2025-11-03,2025-12-01,2026-02-02,\n", 1, NULL, "Column 1");
	assert_problem("", 1, NULL, "empty");
	assert_true(list_of("label,mrn\nB-1,4\n")->unreadable);
}

static void
broken_csv_gives_no_row_at_all(void **state)
{
	const struct candidate_list *list = list_of(HEAD GOOD "\"B-18,breast\n");

	(void)state;
	assert_true(list->unreadable);
	assert_int_equal(list->n, 0);
	assert_int_equal(list->n_problems, 1);
	assert_non_null(strstr(list->problems[0].text, "a quoted field has no end"));
}

static void
clean_rows_stand_beside_wrong_ones(void **state)
{
	const struct candidate_list *list = list_of(HEAD "x,y,z,1,2,3,4\n" GOOD "Smith,breast,61,"
						    "2025-11-03,2025-12-01,2026-02-02,\n");

	(void)state;
	assert_int_equal(list->n, 1);
	assert_int_equal(list->n_rows, 3);
	assert_int_equal(list->n_wrong, 2);
	assert_int_equal(list->n_problems, 8);
	assert_false(list->unreadable);
}

static void
a_huge_list_is_refused(void **state)
{
	struct buf *text = buf_new(arena, 4 << 20);
	const struct candidate_list *list;

	(void)state;
	buf_str(text, HEAD);
	for (int i = 0; i <= CANDIDATE_ROWS_MAX; i++)
		buf_printf(text, "B-%d,x,,,,,\n", i);
	list = list_of(text->data);
	assert_true(list->unreadable);
	assert_int_equal(list->n_problems, 1);
	assert_int_equal(list->problems[0].line, CANDIDATE_ROWS_MAX + 2);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(a_clean_list_is_read, start, end),
	cmocka_unit_test_setup_teardown(cells_of_a_spreadsheet_are_read_in_any_order, start, end),
	cmocka_unit_test_setup_teardown(each_mistake_has_its_line_and_column, start, end),
	cmocka_unit_test_setup_teardown(columns_that_may_not_be_there_stop_it, start, end),
	cmocka_unit_test_setup_teardown(broken_csv_gives_no_row_at_all, start, end),
	cmocka_unit_test_setup_teardown(clean_rows_stand_beside_wrong_ones, start, end),
	cmocka_unit_test_setup_teardown(a_huge_list_is_refused, start, end),
};
TEST_MAIN(tests)
