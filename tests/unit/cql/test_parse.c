/* Tokens to tree: shape, precedence, and messages that say where and what. */
#include "../test.h"

#include <string.h>

#include "cql/parse.h"

static struct arena *arena;
static struct buf *errors;

static struct cql_node *
parse(const char *source)
{
	struct cql_place place = { "a.cql", 1, 1 };

	buf_clear(errors);
	return cql_parse_condition(arena, source, place, errors);
}

static void
and_binds_before_or_before_implies(void **state)
{
	struct cql_node *node = parse("true or false and false implies true");

	(void)state;
	assert_non_null(node);
	assert_int_equal(node->kind, CQL_IMPLIES);
	assert_int_equal(node->left->kind, CQL_OR);
	assert_int_equal(node->left->right->kind, CQL_AND);
}

static void
the_and_of_between_is_not_a_condition(void **state)
{
	struct cql_node *node = parse("difference in days between a and b <= 31 and true");

	(void)state;
	assert_non_null(node);
	assert_int_equal(node->kind, CQL_AND);
	assert_int_equal(node->left->kind, CQL_LESS_OR_EQUAL);
	assert_int_equal(node->left->left->kind, CQL_DAYS);
	assert_int_equal(node->left->right->number, 31);
}

static void
not_binds_before_a_relation_as_in_cql(void **state)
{
	struct cql_node *node = parse("not a = 'b'");

	(void)state;
	assert_int_equal(node->kind, CQL_EQUAL);
	assert_int_equal(node->left->kind, CQL_NOT);
}

static void
each_wrong_text_is_told_where_and_what_was_expected(void **state)
{
	static const struct { const char *source, *error; } wrong[] = {
		{ "a = ", "a.cql:1:5: expected a question, a value or a condition, found the end of the text\n" },
		{ "a = 'b' c", "a.cql:1:9: expected \"and\", \"or\" or the end of the condition, found c\n" },
		{ "(a = 'b'", "a.cql:1:9: expected \")\", found the end of the text\n" },
		{ "a in {}", "a.cql:1:7: expected at least one item in the list, found }\n" },
		{ "a is 3", "a.cql:1:6: expected \"null\", \"true\" or \"false\" after \"is\", found 3\n" },
		{ "difference in weeks", "a.cql:1:15: expected \"days\", found weeks\n" },
		{ "a = 'b' = 'c'", "a.cql:1:9: expected one relation only; use \"and\" or \"or\" between two, found =\n" },
		{ "and", "a.cql:1:1: expected a question, a value or a condition, found and\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_null(parse(wrong[i].source));
		assert_string_equal(errors->data, wrong[i].error);
	}
}

static void
all_errors_of_a_file_are_reported(void **state)
{
	struct cql_place place = { "a.cql", 1, 1 };
	struct cql_library library;

	(void)state;
	cql_library_start(&library);
	assert_false(cql_parse(arena, &library, "define A: true or\ndefine B true\n"
		"define C: true\ndefine C: false\n", place, errors));
	assert_string_equal(errors->data,
		"a.cql:2:1: expected a question, a value or a condition, found define\n"
		"a.cql:2:10: expected \":\", found true\n"
		"a.cql:4:8: \"C\" is defined already at a.cql:3\n");
	assert_non_null(cql_find(&library, "C"));
	assert_null(cql_find(&library, "A"));
}

static void
definitions_keep_their_text_and_tags(void **state)
{
	struct cql_place place = { "a.cql", 1, 1 };
	struct cql_library library;
	const struct cql_definition *d;

	(void)state;
	cql_library_start(&library);
	assert_true(cql_parse(arena, &library, "// @title: First\ndefine \"A b\":\n\ttrue // so\n"
		"\t\tand false\n// @title: Second\ndefine B: \"A b\"\n", place, errors));
	d = cql_find(&library, "A b");
	assert_string_equal(cql_tag(d, "title"), "First");
	assert_string_equal(d->source, "true // so\n\t\tand false");
	assert_string_equal(cql_tag(cql_find(&library, "B"), "title"), "Second");
	assert_null(cql_tag(d, "nqf"));
}

static void
nesting_has_an_end(void **state)
{
	char deep[5001];

	(void)state;
	memset(deep, '(', sizeof deep - 1);
	deep[sizeof deep - 1] = '\0';
	assert_null(parse(deep));
	assert_non_null(strstr(errors->data, "fewer conditions inside one another"));
}

static void
a_chain_has_an_end(void **state)
{
	struct buf *chain = buf_new(arena, 1 << 20);

	(void)state;
	buf_str(chain, "true");
	for (int i = 0; i < 400; i++)
		buf_str(chain, " and true");
	assert_non_null(parse(chain->data));
	for (int i = 0; i < 20000; i++)
		buf_str(chain, " and true");
	assert_null(parse(chain->data));
	assert_non_null(strstr(errors->data, "expected a shorter condition"));
}

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new(1 << 22);
	errors = buf_new(arena, 10000);
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
	cmocka_unit_test_setup_teardown(and_binds_before_or_before_implies, set_up, tear_down),
	cmocka_unit_test_setup_teardown(the_and_of_between_is_not_a_condition, set_up, tear_down),
	cmocka_unit_test_setup_teardown(not_binds_before_a_relation_as_in_cql, set_up, tear_down),
	cmocka_unit_test_setup_teardown(each_wrong_text_is_told_where_and_what_was_expected, set_up,
		tear_down),
	cmocka_unit_test_setup_teardown(all_errors_of_a_file_are_reported, set_up, tear_down),
	cmocka_unit_test_setup_teardown(definitions_keep_their_text_and_tags, set_up, tear_down),
	cmocka_unit_test_setup_teardown(nesting_has_an_end, set_up, tear_down),
	cmocka_unit_test_setup_teardown(a_chain_has_an_end, set_up, tear_down),
};
TEST_MAIN(tests)
