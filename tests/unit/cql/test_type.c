/* Names, types and codes against a dictionary. */
#include "../test.h"
#include "words.h"

#include <string.h>

static struct arena *arena;
static struct buf *errors;

/* Checks one definition; what is wrong with it is in `errors`. */
static bool
check(const char *body)
{
	struct cql_place place = { "a.cql", 1, 1 };
	struct cql_library library;

	buf_clear(errors);
	cql_library_start(&library);
	assert_true(cql_parse(arena, &library, arena_printf(arena, "define A: %s", body), place,
		errors));
	return cql_check(arena, &library, &dictionary, errors);
}

static void
sound_conditions_pass(void **state)
{
	static const char *const sound[] = { "sex = 'male'", "sex in { 'male', 'female' }",
		"sex !~ 'male' and sex is not null", "topics contains 'doses'",
		"topics includes { 'doses', 'contact' }", "exists (topics intersect { 'none' })",
		"exists topics", "difference in days between birth and diagnosis <= -31",
		"years between birth and Today() >= 18", "score in { 0, 10 }", "birth < @2020-02-29",
		"(true is not false) implies score = 3" };

	(void)state;
	for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) {
		check(sound[i]);
		assert_string_equal(errors->data, "");
	}
}

static void
unsound_conditions_are_refused_with_place_and_reason(void **state)
{
	static const struct { const char *body, *error; } unsound[] = {
		{ "age = 3", "a.cql:1:11: there is no question \"age\"; expected a date or a number\n" },
		{ "sex = 'man'", "a.cql:1:17: 'man' is not among the choices of sex; expected one of 'female', 'male', 'not_documented'\n" },
		{ "birth >= 3", "a.cql:1:20: a date cannot be compared with a number\n" },
		{ "sex >= 3", "a.cql:1:11: sex is a single choice; expected a date or a number\n" },
		{ "topics = 'doses'", "a.cql:1:11: topics is a multiple choice; expected \"contains\" or \"includes\"\n" },
		{ "sex contains 'male'", "a.cql:1:11: sex is a single choice; expected a multiple choice\n" },
		{ "sex", "a.cql:1:11: sex is a single choice; expected a condition such as sex = ...\n" },
		{ "\"B\"", "a.cql:1:11: there is no definition \"B\"\n" },
		{ "\"A\"", "a.cql:1:11: \"A\" needs itself: a definition may not go in a circle\n" },
		{ "years between score and birth > 1", "a.cql:1:25: expected a date, found a number\n" },
		{ "Eligible(\"X\")", "a.cql:1:20: there is no measure \"X\"; expected the number of a measure\n" },
		{ "Median(3)", "a.cql:1:11: expected Eligible(\"M\"), DefectFree({ \"M\", \"N\" }) or Today(), found Median\n" },
		{ "'male'", "a.cql:1:11: expected a condition, which is true or false\n" },
		{ "not sex = 'male'", "a.cql:1:11: \"not\" binds more tightly than this relation; write not (...)\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof unsound / sizeof *unsound; i++) {
		assert_false(check(unsound[i].body));
		assert_string_equal(errors->data, unsound[i].error);
	}
}

static void
circles_are_refused_however_long(void **state)
{
	struct cql_place place = { "a.cql", 1, 1 };
	struct cql_library library;

	(void)state;
	cql_library_start(&library);
	assert_true(cql_parse(arena, &library, "define A: \"B\"\ndefine B: true and \"C\"\n"
		"define C: not \"A\"\n", place, errors));
	assert_false(cql_check(arena, &library, &dictionary, errors));
	assert_string_equal(errors->data,
		"a.cql:3:15: \"A\" needs itself: a definition may not go in a circle\n");
}

/* Definitions 0 to 99, each the next one, written in this or the other order. */
static const char *
ladder_errors(bool upwards)
{
	struct cql_place place = { "a.cql", 1, 1 };
	struct cql_library library;

	buf_clear(errors);
	cql_library_start(&library);
	for (int i = 0; i < 100; i++) {
		int n = upwards ? i : 99 - i;
		const char *text = arena_printf(arena, n == 99 ? "define \"%d\": true"
			: "define \"%d\": \"%d\"", n, n + 1);

		assert_true(cql_parse(arena, &library, text, place, errors));
	}
	assert_false(cql_check(arena, &library, &dictionary, errors));
	return errors->data;
}

static void
definitions_inside_one_another_have_an_end(void **state)
{
	(void)state;
	assert_non_null(strstr(ladder_errors(true), "is more than 20 definitions inside one another"));
	assert_non_null(strstr(ladder_errors(false), "is more than 20 definitions inside one another"));
}

static void
functions_stand_for_definitions(void **state)
{
	struct cql_place place = { "a.cql", 1, 1 };
	struct cql_library library;
	const struct cql_node *body;

	(void)state;
	cql_library_start(&library);
	assert_true(cql_parse(arena, &library, "define \"M Met\": true\ndefine \"M Not met\": false\n"
		"define A: DefectFree({ \"M\" })", place, errors));
	assert_true(cql_check(arena, &library, &dictionary, errors));
	body = cql_find(&library, "A")->body->left;
	assert_int_equal(body->kind, CQL_AND);
	assert_string_equal(body->left->text, "M Met");
	assert_int_equal(body->right->kind, CQL_NOT);
	assert_string_equal(body->right->left->text, "M Not met");
}

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new(1 << 20);
	errors = buf_new(arena, 10000);
	return 0;
}

static void
a_definition_may_not_be_called_as_a_question_or_the_chart(void **state)
{
	struct cql_place place = { "a.cql", 1, 1 };
	struct cql_library library;

	(void)state;
	cql_library_start(&library);
	assert_true(cql_parse(arena, &library, "define sex: true define Patient: true", place,
		errors));
	assert_false(cql_check(arena, &library, &dictionary, errors));
	assert_string_equal(errors->data, "a.cql:1:8: \"sex\" is the name of a question\n"
		"a.cql:1:25: \"Patient\" is the name of the chart itself\n");
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(sound_conditions_pass, set_up, tear_down),
	cmocka_unit_test_setup_teardown(unsound_conditions_are_refused_with_place_and_reason,
		set_up, tear_down),
	cmocka_unit_test_setup_teardown(circles_are_refused_however_long, set_up, tear_down),
	cmocka_unit_test_setup_teardown(definitions_inside_one_another_have_an_end, set_up,
		tear_down),
	cmocka_unit_test_setup_teardown(functions_stand_for_definitions, set_up, tear_down),
	cmocka_unit_test_setup_teardown(a_definition_may_not_be_called_as_a_question_or_the_chart,
		set_up, tear_down),
};
TEST_MAIN(tests)
