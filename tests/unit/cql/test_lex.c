/* Measure text to tokens, with their places and tags. */
#include "../test.h"

#include "cql/lex.h"

static struct arena *arena;
static struct buf *errors;

static void
start(struct cql_lexer *lex, const char *source)
{
	struct cql_place place = { "a.cql", 1, 1 };

	buf_clear(errors);
	cql_lex_start(lex, arena, source, place, errors);
}

static void
assert_token(struct cql_lexer *lex, enum cql_token_kind kind, const char *text, int line,
	int column)
{
	struct cql_token token = cql_lex_next(lex);

	assert_int_equal(token.kind, kind);
	assert_string_equal(token.text, text);
	assert_int_equal(token.place.line, line);
	assert_int_equal(token.place.column, column);
}

static void
tokens_know_where_they_stand(void **state)
{
	struct cql_lexer lex;

	(void)state;
	start(&lex, "define \"Core 3\":\n\tsex !~ 'male' // end\n and age >= 18");
	assert_token(&lex, CQL_TOKEN_WORD, "define", 1, 1);
	assert_token(&lex, CQL_TOKEN_QUOTED, "Core 3", 1, 8);
	assert_token(&lex, CQL_TOKEN_SIGN, ":", 1, 16);
	assert_token(&lex, CQL_TOKEN_WORD, "sex", 2, 2);
	assert_token(&lex, CQL_TOKEN_SIGN, "!~", 2, 6);
	assert_token(&lex, CQL_TOKEN_STRING, "male", 2, 9);
	assert_token(&lex, CQL_TOKEN_WORD, "and", 3, 2);
	assert_token(&lex, CQL_TOKEN_WORD, "age", 3, 6);
	assert_token(&lex, CQL_TOKEN_SIGN, ">=", 3, 10);
	assert_token(&lex, CQL_TOKEN_NUMBER, "18", 3, 13);
	assert_token(&lex, CQL_TOKEN_END, "", 3, 15);
	assert_int_equal(errors->len, 0);
}

static void
dates_become_days(void **state)
{
	struct cql_lexer lex;
	struct cql_token token;

	(void)state;
	start(&lex, "@1970-01-02 @2025-02-29");
	token = cql_lex_next(&lex);
	assert_int_equal(token.kind, CQL_TOKEN_DAY);
	assert_int_equal(token.number, 1);
	assert_int_equal(cql_lex_next(&lex).kind, CQL_TOKEN_WRONG);
	assert_string_equal(errors->data,
		"a.cql:1:13: @2025-02-29 is no date; expected a day as @YYYY-MM-DD\n");
}

static void
tags_are_kept_and_comments_are_not(void **state)
{
	struct cql_lexer lex;
	struct cql_tag *tags;

	(void)state;
	start(&lex, "// @measure: Core 3\n// just words: here\n/* @no: tag */\n// @nqf:  0384 \ndefine");
	assert_token(&lex, CQL_TOKEN_WORD, "define", 5, 1);
	tags = cql_take_tags(&lex);
	assert_string_equal(tags->name, "measure");
	assert_string_equal(tags->value, "Core 3");
	assert_string_equal(tags->next->name, "nqf");
	assert_string_equal(tags->next->value, "0384");
	assert_null(tags->next->next);
	assert_null(cql_take_tags(&lex));
}

static void
what_is_no_token_is_named(void **state)
{
	static const struct { const char *source, *error; } wrong[] = {
		{ "'open", "a.cql:1:1: this text has no end; expected '\n" },
		{ "\"open\n", "a.cql:1:1: this text has no end; expected \"\n" },
		{ "  ?", "a.cql:1:3: \"?\" means nothing here\n" },
		{ "/* open", "a.cql:1:1: this comment has no end; expected */\n" },
		{ "// @tag without", "a.cql:1:1: a tag is written \"@name: value\"\n" },
		{ "99999999999", "a.cql:1:1: 99999999999 is too large a number; at most 1000000000\n" },
	};
	struct cql_lexer lex;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		start(&lex, wrong[i].source);
		while (cql_lex_next(&lex).kind != CQL_TOKEN_END)
			;
		assert_string_equal(errors->data, wrong[i].error);
	}
}

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new(1 << 20);
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
	cmocka_unit_test_setup_teardown(tokens_know_where_they_stand, set_up, tear_down),
	cmocka_unit_test_setup_teardown(dates_become_days, set_up, tear_down),
	cmocka_unit_test_setup_teardown(tags_are_kept_and_comments_are_not, set_up, tear_down),
	cmocka_unit_test_setup_teardown(what_is_no_token_is_named, set_up, tear_down),
};
TEST_MAIN(tests)
