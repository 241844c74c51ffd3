/* Rows out of files: days of spreadsheets, encodings, and a workbook of our own read back. */
#include "../test.h"

#include <string.h>

#include "../measure/catalogue.h"
#include "../measure/charts.h"
#include "base/date.h"
#include "exchange/charts_in.h"
#include "exchange/charts_out.h"
#include "exchange/table.h"
#include "exchange/xlsx_file.h"

static void
is_day(double serial, bool from_1904, const char *wanted)
{
	char text[DATE_TEXT_SIZE];
	int32_t day;

	if (wanted == NULL) {
		assert_false(table_serial_day(serial, from_1904, &day));
		return;
	}
	assert_true(table_serial_day(serial, from_1904, &day));
	assert_string_equal(date_format(day, text), wanted);
}

static void
day_numbers_are_days_of_both_systems(void **state)
{
	(void)state;
	is_day(1, false, "1900-01-01");
	is_day(59, false, "1900-02-28");
	is_day(60, false, NULL); /* 29 February 1900 */
	is_day(61, false, "1900-03-01");
	is_day(25569, false, "1970-01-01");
	is_day(46055.75, false, "2026-02-02");
	is_day(2958465, false, "9999-12-31");
	is_day(2958466, false, NULL);
	is_day(44593, true, "2026-02-02");
	is_day(1, true, "1904-01-02");
	is_day(0, false, NULL);
	is_day(-5, false, NULL);
}

/* The rows of a file as one text: "a|b;c|d;". */
static bool
note_row(void *arg, const struct table_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		buf_printf(arg, "%s%s", i == 0 ? "" : "|", row->texts[i]);
	return buf_char(arg, ';');
}

static const char *
rows_of(struct arena *a, const void *bytes, size_t size)
{
	struct buf *out = buf_new(a, 100000);
	const char *problem = table_read(a, (struct bytes){ bytes, size }, note_row, out);

	return problem == NULL ? out->data : problem;
}

static const char *
rows_of_text(struct arena *a, const char *text)
{
	return rows_of(a, text, strlen(text));
}

static void
encodings_separators_and_line_ends_do_not_matter(void **state)
{
	static const char utf16[] = "\xff\xfe"
				    "a\0,\0\xe9\0\r\0\n\0"
				    "1\0,\0\x3d\xd8\x00\xde\n\0";
	struct arena *a = arena_new(64 << 20);

	(void)state;
	assert_string_equal(rows_of_text(a, "a,b\r\n\r\n,\n1,2\n"), "a|b;1|2;");
	assert_string_equal(rows_of_text(a, "a;b\r1;\"2,5\"\r"), "a|b;1|2,5;");
	assert_string_equal(rows_of_text(a, "\xef\xbb\xbf"
					    "a\tb\n1\t2"),
			    "a|b;1|2;");
	assert_string_equal(rows_of(a, utf16, sizeof utf16 - 1), "a|é;1|😀;");
	assert_non_null(strstr(rows_of_text(a, "a,b\n\xe9,1\n"), "not clean UTF-8"));
	assert_non_null(strstr(rows_of_text(a, ""), "empty"));
	arena_free(a);
}

/* A workbook with cells of every kind. */
static struct bytes
workbook_of_kinds(struct arena *a)
{
	struct xlsx_file *file = xlsx_file_new(a, false);
	lxw_worksheet *sheet = workbook_add_worksheet(file->book, NULL);
	lxw_format *days = workbook_add_format(file->book),
		   *money = workbook_add_format(file->book);
	lxw_datetime when = { .year = 2026, .month = 2, .day = 2, .hour = 13 };

	format_set_num_format(days, "[$-409]d\\-mmm\\-yy");
	format_set_num_format(money, "\"day\" #,##0.00");
	workbook_add_worksheet(file->book, "Other");
	worksheet_write_string(sheet, 0, 0, "name", NULL);
	worksheet_write_string(sheet, 0, 2, "<&> é", NULL);
	worksheet_write_datetime(sheet, 2, 0, &when, days);
	worksheet_write_number(sheet, 2, 1, 46055, money);
	worksheet_write_number(sheet, 2, 2, 2.5, NULL);
	worksheet_write_boolean(sheet, 2, 3, 1, NULL);
	worksheet_write_formula_str(sheet, 2, 4, "=\"a\"&\"b\"", NULL, "ab");
	return xlsx_file_end(file);
}

static void
cells_of_a_workbook_are_read_as_they_look(void **state)
{
	struct arena *a = arena_new(64 << 20);
	struct bytes file = workbook_of_kinds(a);

	(void)state;
	assert_true(table_is_workbook(file));
	assert_string_equal(rows_of(a, file.data, file.size),
			    "name||<&> é;2026-02-02|46055|2.5|1|ab;");
	arena_free(a);
}

static void
a_damaged_workbook_is_said_to_be_one(void **state)
{
	struct arena *a = arena_new(256 << 20);
	struct bytes file = workbook_of_kinds(a);
	char *copy = arena_strn(a, file.data, file.size);

	(void)state;
	for (size_t at = 4; at < file.size; at += 97) {
		struct arena_mark mark = arena_mark(a);

		copy[at] = (char)~copy[at];
		rows_of(a, copy, file.size); /* any answer will do, but it comes */
		copy[at] = (char)~copy[at];
		assert_non_null(strstr(rows_of(a, copy, file.size - at), "damaged"));
		arena_back(a, mark);
	}
	arena_free(a);
}

/* Random charts written and read again, as CSV and as XLSX. */
static void
charts_come_back_as_they_went(void **state)
{
	struct fixture f = fixture_new();
	struct there_chart charts[40];
	struct there there = { charts, 40, names_new(f.arena, 40) },
		     empty = { NULL, 0, names_new(f.arena, 1) };
	struct charts_wanted wanted = { .cat = f.cat,
					.there = &empty,
					.practice = ~(module_set)0,
					.modules = 1,
					.today = 20800 };
	struct buf *csv = buf_new(f.arena, 1 << 22);
	struct answer *back = chart_new(f.arena, f.cat);
	struct bytes files[2];
	uint32_t seed = 7;

	(void)state;
	for (uint32_t i = 0; i < 40; i++) {
		struct answer *chart = chart_random(&f, &seed);

		for (size_t e = 0; e < f.cat->n_elements; e++)
			if (f.cat->elements[e].system ||
			    (e + i) % 7 != 0) /* few, so that few rules break */
				chart[e] = (struct answer){ ANSWER_NONE, 0 };
		charts[i] = (struct there_chart){ .number = i + 1,
						  .state = "open",
						  .modules = 1,
						  .name = arena_printf(f.arena, "=R-%u", i),
						  .packed = chart_pack(f.cat, chart, f.arena) };
	}
	assert_true(charts_csv(csv, f.arena, f.cat, &there));
	files[0] = (struct bytes){ csv->data, csv->len };
	files[1] = charts_xlsx(f.arena, f.cat, &there);
	for (size_t file = 0; file < 2; file++) {
		struct charts_in *in = charts_read(f.arena, &wanted, files[file]);

		assert_null(in->unreadable);
		assert_int_equal(in->n_rows, 40);
		assert_int_equal(in->n + in->n_wrong, 40);
		assert_true(in->n >= 20);
		for (size_t i = 0; i < in->n; i++) { /* rules refuse the rest: answers are random */
			size_t from = in->rows[i].line - 2;

			assert_true(chart_unpack(f.cat, in->rows[i].packed, back));
			assert_string_equal(in->rows[i].name, charts[from].name);
			assert_memory_equal(in->rows[i].packed.data, charts[from].packed.data,
					    charts[from].packed.size);
		}
	}
	arena_free(f.arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(day_numbers_are_days_of_both_systems),
	cmocka_unit_test(encodings_separators_and_line_ends_do_not_matter),
	cmocka_unit_test(cells_of_a_workbook_are_read_as_they_look),
	cmocka_unit_test(a_damaged_workbook_is_said_to_be_one),
	cmocka_unit_test(charts_come_back_as_they_went),
};
TEST_MAIN(tests)
