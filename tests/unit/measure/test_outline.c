/* Conditions in words: outlines with the form's questions and labels. */
#include "../test.h"
#include "catalogue.h"
#include "small.h"

#include <string.h>

#include "measure/words.h"

static struct arena *arena;

#define MORE QUESTION "question: t\n\tsection: S\n\ttext: Topics?\n\ttype: multiple\n" \
	"\tchoice: a = Apples\n\tchoice: b = Berries\n\tmodules: M\n" \
	"question: d\n\tsection: S\n\ttext: When?\n\ttype: date\n\tmodules: M\n" \
	"question: n\n\tsection: S\n\ttext: How many?\n\ttype: integer\n\tmodules: M\n"

static void
write_lines(struct buf *out, const struct words *words, int depth)
{
	buf_printf(out, "%*s%s%s%s\n", depth * 2, "", words->text, words->wanted != NULL ? ": " : "",
		words->wanted != NULL ? words->wanted : "");
	for (const struct words *part = words->parts; part != NULL; part = part->next)
		write_lines(out, part, depth + 1);
}

/* The outline of a numerator, a line a part, two blanks a level. */
static const char *
outline_of(const char *numerator)
{
	struct buf *errors = buf_new(arena, 10000), *out = buf_new(arena, 10000);
	const struct catalogue *cat = small_catalogue(arena, MORE, arena_printf(arena, "%s"
		"define \"M 1 Denominator\": true\ndefine \"M 1 Numerator\": %s\n"
		"define \"Shared\": n is null\ndefine \"Both\": q = 'yes' and \"Shared\"\n"
		"// @measure: M 2\n// @title: T\n"
		"// @direction: higher\n// @confidence: low\n// @source: S\n"
		"define \"M 2 Denominator\": true\ndefine \"M 2 Numerator\": false\n",
		TAGS, numerator), errors);

	if (cat == NULL)
		fail_msg("%s", errors->data);
	write_lines(out, words_outline(cat,
		cat->measures[0].clauses[CLAUSE_NUMERATOR].condition, arena), 0);
	return out->data;
}

static void
chains_become_one_list(void **state)
{
	(void)state;
	assert_string_equal(outline_of("q = 'yes' and n >= 4 and (t contains 'a' or d is null)"),
		"All of these\n  Q?: Yes\n  How many?: at least 4\n  Any of these\n"
		"    Topics?: Apples\n    When?: no recorded value\n");
}

static void
not_is_carried_to_the_questions(void **state)
{
	(void)state;
	assert_string_equal(outline_of("not (q = 'yes' and n < 4)"),
		"Any of these\n  Q?: anything but Yes\n  How many?: at least 4\n");
	assert_string_equal(outline_of("not (q in { 'yes' })"),
		"Q?: anything but Yes, or no answer\n");
	assert_string_equal(outline_of("q !~ 'no'"), "Q?: anything but No, or no answer\n");
	assert_string_equal(outline_of("q = 'yes' implies t includes { 'a', 'b' }"),
		"Any of these\n  Q?: anything but Yes\n  Topics?: Apples and Berries\n");
	assert_string_equal(outline_of("(q = 'yes') is not true"), "Unless\n  Q?: Yes\n");
}

static void
definitions_and_measures_are_named(void **state)
{
	(void)state;
	assert_string_equal(outline_of("\"Shared\""), "“Shared”\n  How many?: no recorded value\n");
	assert_string_equal(outline_of("not \"Shared\""),
		"Not “Shared”\n  How many?: no recorded value\n");
	assert_string_equal(outline_of("\"Both\""), "“Both”, that is, all of these\n"
		"  Q?: Yes\n  “Shared”\n    How many?: no recorded value\n");
	assert_string_equal(outline_of("Eligible(\"M 2\") and not DefectFree({ \"M 2\" })"),
		"All of these\n  The chart is met or not met in M 2\n"
		"  Not so: Of M 2 at least one is met, and none is not met\n");
	assert_string_equal(outline_of("\"M 2 Met\" or true"),
		"Any of these\n  “M 2 Met”\n  Always\n");
}

static void
spans_name_both_dates(void **state)
{
	(void)state;
	assert_string_equal(outline_of("difference in days between d and @2026-01-31 <= 31"),
		"Days from “When?” to “2026-01-31”: at most 31\n");
	assert_string_equal(outline_of("d > @2026-01-31"), "When?: more than 2026-01-31\n");
}

static void
every_clause_of_the_catalogue_has_an_outline(void **state)
{
	struct fixture f = fixture_new();

	(void)state;
	for (size_t i = 0; i < f.cat->n_measures; i++)
		for (int kind = 0; kind < CLAUSE_KINDS; kind++) {
			const struct cql_node *node = f.cat->measures[i].clauses[kind].condition;
			struct buf *out = buf_new(f.arena, 1 << 16);

			if (node == NULL)
				continue;
			write_lines(out, words_outline(f.cat, node, f.arena), 0);
			assert_false(out->full);
			assert_null(strstr(out->data, ": \n"));
		}
	arena_free(f.arena);
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
	cmocka_unit_test_setup_teardown(chains_become_one_list, set_up, tear_down),
	cmocka_unit_test_setup_teardown(not_is_carried_to_the_questions, set_up, tear_down),
	cmocka_unit_test_setup_teardown(definitions_and_measures_are_named, set_up, tear_down),
	cmocka_unit_test_setup_teardown(spans_name_both_dates, set_up, tear_down),
	cmocka_unit_test_setup_teardown(every_clause_of_the_catalogue_has_an_outline, set_up,
		tear_down),
};
TEST_MAIN(tests)
