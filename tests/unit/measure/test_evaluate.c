/* Charts as CSV in, outcomes and explanations out; wrong input writes nothing. */
#include "../test.h"
#include "charts.h"

#include <stdio.h>
#include <stdlib.h>

#include "measure/evaluate.h"

static struct fixture f;

/* What a call wrote and how it ended. */
struct ran {
	char *out, *err;
	size_t out_len, err_len;
	int status;
};

static struct ran
run(const char *input, const char *only, const char *explain, const char *chart)
{
	FILE *in = fmemopen(arena_str(f.arena, input), strlen(input), "r");
	struct ran r = { NULL, NULL, 0, 0, 0 };
	FILE *out = open_memstream(&r.out, &r.out_len);
	FILE *err = open_memstream(&r.err, &r.err_len);

	r.status = explain != NULL ? explain_csv(f.cat, in, out, err, explain, chart)
		: evaluate_csv(f.cat, in, out, err, only);
	fclose(in);
	fclose(out);
	fclose(err);
	arena_defer(f.arena, free, r.out);
	arena_defer(f.arena, free, r.err);
	return r;
}

static void
charts_are_scored_in_their_order(void **state)
{
	struct ran r = run("\xef\xbb\xbf" "chart_id,sex,antiemetics_c1,birth_date,dx_date,"
		"office_visits_2plus,chemo_status,emetic_risk\r\n"
		"\"b,1\",female,ht3;steroid,1960-01-01,2025-01-01,yes,by_practice,high\r\n"
		"a,,,,,,,\n", "SMT", NULL, NULL);

	(void)state;
	assert_int_equal(r.status, 0);
	assert_string_equal(r.err, "");
	assert_string_equal(r.out, "chart_id,measure,outcome\r\n"
		"\"b,1\",SMT 27,met\r\n\"b,1\",SMT 28,not_met\r\n\"b,1\",SMT 28a,not_in\r\n"
		"\"b,1\",SMT 29,not_met\r\n\"b,1\",SMT 33,not_in\r\n\"b,1\",SMT 34,not_in\r\n"
		"a,SMT 27,not_in\r\na,SMT 28,not_in\r\na,SMT 28a,not_in\r\n"
		"a,SMT 29,not_in\r\na,SMT 33,not_in\r\na,SMT 34,not_in\r\n");
}

static void
measures_are_scored_by_number(void **state)
{
	static const char input[] = "chart_id,birth_date,dx_date,office_visits_2plus,path_report\n"
		"1,1960-01-01,2025-01-01,yes,yes\n";

	(void)state;
	assert_string_equal(run(input, "Core 2, Core 1", NULL, NULL).out,
		"chart_id,measure,outcome\r\n1,Core 1,met\r\n1,Core 2,not_met\r\n");
	assert_int_equal(run(input, "Core 1,Core 0", NULL, NULL).status, 2);
	assert_int_equal(run(input, "Core 1,Core 1", NULL, NULL).status, 2);
}

/* The outcomes of 1,500 random charts; `quote` puts around each answer. */
static const char *
outcomes_of_random_charts(const char *quote)
{
	struct buf *csv = buf_new(f.arena, 1 << 24);
	uint32_t seed = 7;

	buf_str(csv, "chart_id");
	for (size_t i = 0; i < f.cat->n_elements; i++)
		buf_printf(csv, ",%s", f.cat->elements[i].id);
	for (int n = 0; n < 1500; n++) {
		struct answer *chart = chart_random(&f, &seed);

		buf_printf(csv, "\r\n%d", n);
		for (size_t i = 0; i < f.cat->n_elements; i++)
			buf_printf(csv, ",%s%s%s", quote,
				answer_write(&f.cat->elements[i], chart[i], f.arena), quote);
	}
	buf_str(csv, "\r\n");
	assert_false(csv->full);
	return run(csv->data, NULL, NULL, NULL).out;
}

static void
quotes_make_no_difference(void **state)
{
	const char *plain = outcomes_of_random_charts("");

	(void)state;
	assert_non_null(strstr(plain, "\r\n1499,Core 1,"));
	assert_string_equal(plain, outcomes_of_random_charts("\""));
	assert_string_equal(plain, outcomes_of_random_charts(" "));
}

static void
every_measure_is_scored_unless_limited(void **state)
{
	struct ran r = run("chart_id\n1\n", NULL, NULL, NULL);
	size_t lines = 0;

	(void)state;
	for (const char *c = r.out; *c != '\0'; c++)
		lines += *c == '\n';
	assert_int_equal(lines, 1 + f.cat->n_measures);
	assert_int_equal(f.cat->n_measures, 140);
}

static void
wrong_input_is_told_with_line_and_column(void **state)
{
	static const struct { const char *input, *error; } wrong[] = {
		{ "", "qopi: line 1, column 1: the input is empty; expected a header with chart_id\n" },
		{ "sex\nmale\n", "qopi: line 1, column 1: the header has no column chart_id\n" },
		{ "chart_id,age\n", "qopi: line 1, column 2: there is no question \"age\"; expected chart_id or the id of a question\n" },
		{ "chart_id,sex,sex\n", "qopi: line 1, column 3: the column \"sex\" is there twice\n" },
		{ "chart_id,sex\n1,male\n2,man\n", "qopi: line 3, column 2: sex: \"man\": Choose one of the answers\n" },
		{ "chart_id,dx_date\n1,2025-02-29\n", "qopi: line 2, column 2: dx_date: \"2025-02-29\": There is no such day: write the date as YYYY-MM-DD\n" },
		{ "chart_id,sex\n1\n", "qopi: line 2, column 1: 1 fields; the header has 2\n" },
		{ "chart_id,sex\n,male\n", "qopi: line 2, column 1: the chart has no chart_id\n" },
		{ "chart_id,sex\n1,\"ma\"le\n", "qopi: line 2, column 2: expected a comma or the end of the line after a quoted field\n" },
		{ "chart_id,sex\n1,ma\"le\n", "qopi: line 2, column 2: a quote stands inside a field that is not quoted\n" },
		{ "chart_id,sex\n\"a\nb\",man\n", "qopi: line 3, column 2: sex: \"man\": Choose one of the answers\n" },
		{ "chart_id,sex\n\xff,male\n", "qopi: line 2, column 1: the field is not clean UTF-8 text\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct ran r = run(wrong[i].input, NULL, NULL, NULL);

		assert_string_equal(r.err, wrong[i].error);
		assert_string_equal(r.out, "");
		assert_int_equal(r.status, 2);
	}
}

static void
an_unknown_module_measure_or_chart_is_said(void **state)
{
	(void)state;
	assert_string_equal(run("chart_id\n1\n", "HEART", NULL, NULL).err,
		"qopi: there is no module \"HEART\"; "
		"--only takes a module, or numbers of measures with commas between, each once\n");
	assert_string_equal(run("chart_id\n1\n", NULL, "Core 99", NULL).err,
		"qopi: there is no measure \"Core 99\"\n");
	assert_string_equal(run("chart_id\n1\n", NULL, "Core 1", "2").err,
		"qopi: the input has no chart \"2\"\n");
}

static void
an_explanation_names_the_answers_that_decided(void **state)
{
	struct ran r = run("chart_id,birth_date,dx_date,office_visits_2plus,stage_doc_status,"
		"first_visit_date,stage_doc_date\n"
		"7,1960-01-01,2025-01-01,yes,documented,2025-01-10,2025-03-01\n8,,,,,,\n",
		NULL, "Core 2", "7");

	(void)state;
	assert_int_equal(r.status, 0);
	assert_non_null(strstr(r.out, "7  Core 2  Stage documented within one month of first "
		"office visit: Not met\n"));
	assert_non_null(strstr(r.out, "  denominator: holds\n"));
	assert_non_null(strstr(r.out, "  numerator: does not hold\n    - Days from “When was the "
		"first office visit with a practitioner of this practice for this cancer?” to “When "
		"was the stage first recorded?” — 50 (2025-01-10 to 2025-03-01) (wanted: at most 31)\n"));
	assert_null(strstr(r.out, "8  Core 2"));
}

static int
set_up(void **state)
{
	(void)state;
	f = fixture_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(f.arena);
	return 0;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(charts_are_scored_in_their_order),
	cmocka_unit_test(measures_are_scored_by_number),
	cmocka_unit_test(quotes_make_no_difference),
	cmocka_unit_test(every_measure_is_scored_unless_limited),
	cmocka_unit_test(wrong_input_is_told_with_line_and_column),
	cmocka_unit_test(an_unknown_module_measure_or_chart_is_said),
	cmocka_unit_test(an_explanation_names_the_answers_that_decided),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
