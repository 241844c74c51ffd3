/* What changed between two editions, in words. */
#include "../test.h"
#include "catalogue.h"
#include "small.h"

#include <string.h>

#include "measure/difference.h"

static struct arena *arena;

static const struct catalogue *
edition(const char *elements, const char *cql)
{
	struct buf *errors = buf_new(arena, 10000);
	const struct catalogue *cat = small_catalogue(arena, elements, cql, errors);

	if (cat == NULL)
		fail_msg("%s", errors->data);
	return cat;
}

static const char *
difference(const struct catalogue *old, const struct catalogue *now, size_t count)
{
	struct buf *out = buf_new(arena, 10000);

	assert_int_equal(catalogue_difference(old, now, out, arena), count);
	return out->data;
}

static void
the_same_edition_has_no_difference(void **state)
{
	struct fixture f = fixture_new();

	(void)state;
	assert_string_equal(difference(f.cat, f.cat, 0), "");
	arena_free(f.arena);
}

static void
white_space_in_a_condition_is_no_difference(void **state)
{
	(void)state;
	assert_string_equal(difference(edition(QUESTION, TAGS CLAUSES), edition(QUESTION,
		TAGS "define \"M 1 Denominator\":\n\ttrue\n\n"
		"define \"M 1 Numerator\": q\n\t=  'yes'\n"), 0), "");
}

static void
a_changed_clause_shows_what_was_and_what_is(void **state)
{
	const struct catalogue *old = edition(QUESTION, TAGS CLAUSES);
	const struct catalogue *now = edition(QUESTION, TAGS CLAUSES
		"define \"M 1 Exceptions\": q = 'no'\n");
	const struct catalogue *lower = edition(QUESTION, "// @measure: M 1\n// @title: U\n"
		"// @direction: lower\n// @confidence: low\n// @source: S\n"
		"define \"M 1 Denominator\": true\ndefine \"M 1 Numerator\": q ~ 'yes'\n");

	(void)state;
	assert_string_equal(difference(old, now, 1),
		"Measure M 1 changed\n\texceptions\n\t\t+ q = 'no'\n");
	assert_string_equal(difference(now, old, 1),
		"Measure M 1 changed\n\texceptions\n\t\t- q = 'no'\n");
	assert_string_equal(difference(old, lower, 1),
		"Measure M 1 changed\n\ttitle\n\t\t- T\n\t\t+ U\n"
		"\tlower is better\n\t\t- no\n\t\t+ yes\n"
		"\tnumerator\n\t\t- q = 'yes'\n\t\t+ q ~ 'yes'\n");
}

static void
measures_and_shared_definitions_come_and_go(void **state)
{
	const struct catalogue *old = edition(QUESTION, TAGS
		"define \"M 1 Denominator\": \"A\"\ndefine \"M 1 Numerator\": q = 'yes'\n"
		"define \"A\": true\n");
	const struct catalogue *now = edition(QUESTION, "// @measure: M 2\n// @title: New\n"
		"// @direction: higher\n// @confidence: low\n// @source: S\n"
		"define \"M 2 Denominator\": \"B\"\ndefine \"M 2 Numerator\": q = 'yes'\n"
		"define \"B\": \"A\"\ndefine \"A\": q is null\n");

	(void)state;
	assert_string_equal(difference(old, now, 4), "Measure M 2 added: New\n"
		"Measure M 1 removed: T\n"
		"Definition \"B\" added: \"A\"\n"
		"Definition \"A\" changed\n\tit counts in M 2\n\t\t- true\n\t\t+ q is null\n");
}

static void
questions_change_in_text_choices_and_conditions(void **state)
{
	const struct catalogue *old = edition(QUESTION, TAGS CLAUSES);
	const struct catalogue *now = edition("question: q\n\tsection: S\n\ttext: Really?\n"
		"\ttype: single\n\tchoice: yes = Yes, really\n\tchoice: na = Does not apply\n"
		"\tmodules: M\n" "question: r\n\tsection: S\n\ttext: How many?\n"
		"\ttype: integer\n\trange: 0 to 10\n\tasked_when: q = 'yes'\n\tmodules: M\n",
		TAGS CLAUSES);

	(void)state;
	assert_string_equal(difference(old, now, 2), "Question q changed\n"
		"\ttext\n\t\t- Q?\n\t\t+ Really?\n"
		"\ttype\n\t\t- yes-no\n\t\t+ single\n"
		"\tchoice yes\n\t\t- Yes\n\t\t+ Yes, really\n"
		"\tchoice na\n\t\t+ Does not apply\n"
		"\tchoice no\n\t\t- No\n"
		"Question r added: How many?\n");
	assert_non_null(strstr(difference(now, old, 2), "Question r removed: How many?\n"));
}

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new(1 << 26);
	secret_init();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(the_same_edition_has_no_difference, set_up, tear_down),
	cmocka_unit_test_setup_teardown(white_space_in_a_condition_is_no_difference, set_up,
		tear_down),
	cmocka_unit_test_setup_teardown(a_changed_clause_shows_what_was_and_what_is, set_up,
		tear_down),
	cmocka_unit_test_setup_teardown(measures_and_shared_definitions_come_and_go, set_up,
		tear_down),
	cmocka_unit_test_setup_teardown(questions_change_in_text_choices_and_conditions, set_up,
		tear_down),
};
TEST_MAIN(tests)
