/* Forms: typed values out of fields, and a message for each kind of slip. */
#include "../test.h"

#include <string.h>

#include "web/form.h"

static const struct form_choice kinds[] = {
	{ "solo", "Solo" }, { "group", "Group" }, { NULL, NULL },
};

static const struct field fields[] = {
	{ .name = "name", .label = "Name", .type = FIELD_TEXT, .required = true, .min = 2, .max = 10 },
	{ .name = "email", .label = "E-mail", .type = FIELD_EMAIL },
	{ .name = "fte", .label = "FTE", .type = FIELD_DECIMAL, .min = 0, .max = 500 },
	{ .name = "patients", .label = "Patients", .type = FIELD_WHOLE, .min = 1, .max = 1000 },
	{ .name = "opens", .label = "Opens", .type = FIELD_DATE },
	{ .name = "kind", .label = "Kind", .type = FIELD_CHOICE, .choices = kinds },
	{ .name = "agree", .label = "I agree", .type = FIELD_TICK },
	{ .name = "count_", .label = "Counts", .type = FIELD_TABLE },
	{ .name = NULL },
};

static struct arena *arena;

static int
fresh_arena(void **state)
{
	(void)state;
	arena = arena_new(8 << 20);
	return 0;
}

static int
drop_arena(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* Reads "a=1&b=2" as a form of the table. */
static struct form *
read_form(const char *body, enum form_outcome *outcome)
{
	struct form *f = form_new(arena, fields);
	struct req r = { .arena = arena };

	assert_int_equal(req_pairs(arena, body, strlen(body), &r.fields), REQ_FINE);
	*outcome = form_read(f, &r);
	return f;
}

static const char *
shown(const struct form *f, const char *key)
{
	struct view *v = view_new(arena);

	form_show(f, v);
	return view_get(v, key);
}

static void
values_come_typed(void **state)
{
	enum form_outcome outcome;
	struct form *f = read_form("name=+Ada++&email=a%40b.org&fte=2.5&patients=40&opens=2026-01-05"
				   "&kind=group&agree=yes&count_CORE=24&count_SMT=12&_csrf=x", &outcome);
	struct pairs counts = form_table(f, "count_");
	int32_t day;

	(void)state;
	assert_int_equal(outcome, FORM_FINE);
	assert_string_equal(form_text(f, "name"), "Ada");
	assert_true(form_decimal(f, "fte") > 2.49 && form_decimal(f, "fte") < 2.51);
	assert_int_equal(form_whole(f, "patients"), 40);
	assert_true(form_date(f, "opens", &day));
	assert_int_equal(day, 20458);
	assert_true(form_tick(f, "agree"));
	assert_int_equal(counts.n, 2);
	assert_string_equal(pairs_get(&counts, "SMT"), "12");
}

static void
each_slip_has_a_message_and_keeps_what_was_typed(void **state)
{
	static const struct {
		const char *body, *field, *part;
	} slips[] = {
		{ "name=", "name", "needed" },
		{ "name=A", "name", "too short" },
		{ "name=ABCDEFGHIJK", "name", "too long" },
		{ "name=AB%0ACD", "name", "one line" },
		{ "name=Ada&email=nobody", "email", "look like" },
		{ "name=Ada&email=a%40b", "email", "look like" },
		{ "name=Ada&fte=much", "fte", "number" },
		{ "name=Ada&fte=501", "fte", "from 0 to 500" },
		{ "name=Ada&fte=2.555", "fte", "number" },
		{ "name=Ada&patients=1.5", "patients", "whole" },
		{ "name=Ada&opens=2026-02-30", "opens", "YYYY-MM-DD" },
		{ "name=Ada&kind=other", "kind", "choices" },
		{ "name=Ada&agree=maybe", "agree", "ticked" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
		enum form_outcome outcome;
		struct form *f = read_form(slips[i].body, &outcome);
		const char *error = shown(f, arena_printf(arena, "Form.%s.error", slips[i].field));

		assert_int_equal(outcome, FORM_ERRORS);
		assert_non_null(error);
		assert_non_null(strstr(error, slips[i].part));
		assert_string_equal(shown(f, "Form_errors.0.field"), slips[i].field);
	}
}

static void
what_no_page_sends_is_broken(void **state)
{
	enum form_outcome outcome;

	(void)state;
	assert_non_null(form_broken(read_form("name=Ada&admin=1", &outcome)));
	assert_int_equal(outcome, FORM_BROKEN);
	read_form("name=Ada&name=Bob", &outcome);
	assert_int_equal(outcome, FORM_BROKEN);
}

static void
choices_are_shown_with_the_one_that_was_taken(void **state)
{
	enum form_outcome outcome;
	struct form *f = read_form("name=Ada&kind=group", &outcome);

	(void)state;
	assert_string_equal(shown(f, "Form.kind.choices.1.label"), "Group");
	assert_string_equal(shown(f, "Form.kind.choices.1.selected"), "1");
	assert_string_equal(shown(f, "Form.kind.choices.0.selected"), "0");
}

#define A_TEST(f) cmocka_unit_test_setup_teardown(f, fresh_arena, drop_arena)

static const struct CMUnitTest tests[] = {
	A_TEST(values_come_typed),
	A_TEST(each_slip_has_a_message_and_keeps_what_was_typed),
	A_TEST(what_no_page_sends_is_broken),
	A_TEST(choices_are_shown_with_the_one_that_was_taken),
};
TEST_MAIN(tests)
