/* The files of a report, as far as no other program is needed to read them. */
#include "../arena.h"

#include <string.h>

#include "../report/sample.h"
#include "exchange/report_csv.h"
#include "exchange/report_fhir.h"
#include "exchange/report_xlsx.h"
#include "report/print.h"

#ifdef __SANITIZE_ADDRESS__
/* fontconfig keeps what it knows of the fonts as long as the process lives. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}
#endif

static const char SITE[] = "https://myqopi.example";

typedef struct bytes (*make_fn)(struct arena *a, const struct result *r, const char *site);

static void
has_the_same_bytes_twice(make_fn make)
{
	const struct result *r = sample_result(arena, "Lakeside");
	struct bytes one = make(arena, r, SITE), other = make(arena, r, SITE);

	assert_true(one.size > 100);
	assert_int_equal(one.size, other.size);
	assert_memory_equal(one.data, other.data, one.size);
}

static void
every_file_has_the_same_bytes_twice(void **state)
{
	(void)state;
	has_the_same_bytes_twice(report_csv);
	has_the_same_bytes_twice(report_fhir);
	has_the_same_bytes_twice(report_print);
	has_the_same_bytes_twice(report_xlsx);
}

static void
every_file_is_of_its_kind(void **state)
{
	const struct result *r = sample_result(arena, "Lakeside");

	(void)state;
	assert_memory_equal(report_print(arena, r, SITE).data, "%PDF-", 5);
	assert_memory_equal(report_xlsx(arena, r, SITE).data, "PK\003\004", 4);
	assert_memory_equal(report_fhir(arena, r, SITE).data, "{\"resourceType\":\"Bundle\"", 24);
	assert_memory_equal(report_csv(arena, r, SITE).data, "practice,round,", 15);
}

static void
a_name_is_no_formula_for_a_spreadsheet(void **state)
{
	struct bytes csv = report_csv(arena, sample_result(arena, "=HYPERLINK(\"x\")"), SITE);

	(void)state;
	assert_non_null(strstr(csv.data, "\r\n\"'=HYPERLINK(\"\"x\"\")\",Fall 2026,"));
}

static void
quotes_and_commas_stay_in_their_field(void **state)
{
	struct bytes csv = report_csv(arena, sample_result(arena, "Lakeside"), SITE);

	(void)state;
	assert_non_null(strstr(csv.data, ",\"Report, \"\"signed\"\", in chart\",no,21,41,3,1,0,"));
}

/* Words longer than a line, marks of other scripts, no measures at all. */
static void
paper_takes_any_name_and_nothing(void **state)
{
	struct result *r;
	char name[161] = "";

	(void)state;
	memset(name, 'W', sizeof name - 1);
	r = sample_result(arena, name);
	assert_memory_equal(report_print(arena, r, SITE).data, "%PDF-", 5);
	r->practice = "\xe4\xb8\xad\xe6\x96\x87 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d";
	r->n_sections = 0;
	assert_memory_equal(report_print(arena, r, SITE).data, "%PDF-", 5);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(every_file_has_the_same_bytes_twice, start, end),
	cmocka_unit_test_setup_teardown(every_file_is_of_its_kind, start, end),
	cmocka_unit_test_setup_teardown(a_name_is_no_formula_for_a_spreadsheet, start, end),
	cmocka_unit_test_setup_teardown(quotes_and_commas_stay_in_their_field, start, end),
	cmocka_unit_test_setup_teardown(paper_takes_any_name_and_nothing, start, end),
};

TEST_MAIN(tests)
