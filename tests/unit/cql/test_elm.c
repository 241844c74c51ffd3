/* Trees as ELM: what each construct becomes, and what a library holds. */
#include "../test.h"
#include "words.h"

#include <string.h>

#include "cql/elm.h"

static struct arena *arena;
static struct buf *errors, *out;

static bool
is_wanted(void *arg, const struct cql_definition *definition)
{
	return strcmp(definition->name, arg) == 0;
}

/* The library of these definitions as ELM; `wanted`: only that one and what it uses. */
static const char *
library_of(const char *source, const char *wanted, struct cql_node *const *visible)
{
	static struct cql_library library;
	struct cql_place place = { "a.cql", 1, 1 };
	struct cql_elm elm = { .id = "T", .version = "1", .library = &library,
		.dictionary = &dictionary, .visible = visible,
		.wanted = wanted != NULL ? is_wanted : NULL, .arg = arena_str(arena, wanted) };

	cql_library_start(&library);
	if (!cql_parse(arena, &library, source, place, errors)
		|| !cql_check(arena, &library, &dictionary, errors))
		fail_msg("%s", errors->data);
	buf_clear(out);
	cql_elm_write(out, &elm, arena);
	return out->data;
}

static void
assert_elm(const char *condition, const char *elm)
{
	const char *all = library_of(arena_printf(arena, "define A: %s", condition), NULL, NULL);

	if (strstr(all, arena_printf(arena, "\"expression\":%s}\n]}}}\n", elm)) == NULL)
		fail_msg("%s became\n%s", condition, all);
}

#define SEX_REF "{\"type\":\"ExpressionRef\",\"name\":\"sex\"}"
#define TOPICS_REF "{\"type\":\"ExpressionRef\",\"name\":\"topics\"}"
#define TEXT(code) "{\"type\":\"Literal\",\"valueType\":\"{urn:hl7-org:elm-types:r1}String\"," \
	"\"value\":\"" code "\"}"
#define NUMBER(n) "{\"type\":\"Literal\",\"valueType\":\"{urn:hl7-org:elm-types:r1}Integer\"," \
	"\"value\":\"" n "\"}"

static void
choices_are_compared_as_text(void **state)
{
	(void)state;
	assert_elm("sex = 'male'",
		"{\"type\":\"Equal\",\"operand\":[" SEX_REF "," TEXT("male") "]}");
	assert_elm("sex !~ 'male'", "{\"type\":\"Not\",\"operand\":"
		"{\"type\":\"Equivalent\",\"operand\":[" SEX_REF "," TEXT("male") "]}}");
	assert_elm("sex in { 'male', 'female' }", "{\"type\":\"In\",\"operand\":[" SEX_REF
		",{\"type\":\"List\",\"element\":[" TEXT("male") "," TEXT("female") "]}]}");
	assert_elm("exists (topics intersect { 'doses' })", "{\"type\":\"Exists\",\"operand\":"
		"{\"type\":\"Intersect\",\"operand\":[" TOPICS_REF
		",{\"type\":\"List\",\"element\":[" TEXT("doses") "]}]}}");
	assert_elm("(topics contains 'doses') is not true", "{\"type\":\"Not\",\"operand\":"
		"{\"type\":\"IsTrue\",\"operand\":{\"type\":\"Contains\",\"operand\":["
		TOPICS_REF "," TEXT("doses") "]}}}");
}

static void
days_and_years_are_counted_between_dates(void **state)
{
	(void)state;
	assert_elm("years between birth and @2020-02-29 >= 18",
		"{\"type\":\"GreaterOrEqual\",\"operand\":[{\"type\":\"DurationBetween\","
		"\"precision\":\"Year\",\"operand\":[{\"type\":\"ExpressionRef\",\"name\":\"birth\"},"
		"{\"type\":\"Date\",\"year\":" NUMBER("2020") ",\"month\":" NUMBER("2") ",\"day\":"
		NUMBER("29") "}]}," NUMBER("18") "]}");
	assert_elm("difference in days between Today() and birth < -31",
		"{\"type\":\"Less\",\"operand\":[{\"type\":\"DifferenceBetween\","
		"\"precision\":\"Day\",\"operand\":[{\"type\":\"Today\"},"
		"{\"type\":\"ExpressionRef\",\"name\":\"birth\"}]}," NUMBER("-31") "]}");
}

static void
a_question_not_asked_is_null(void **state)
{
	struct cql_place place = { "a.def", 1, 1 };
	struct cql_node *visible[N_WORDS] = { NULL };
	struct cql_library none;
	const char *all;

	(void)state;
	cql_library_start(&none);
	visible[SCORE] = cql_parse_condition(arena, "sex is null", place, errors);
	assert_true(cql_check_condition(arena, &none, &dictionary, visible[SCORE], errors));
	all = library_of("define A: score = 3", NULL, visible);
	assert_non_null(strstr(all, "{\"name\":\"score\",\"context\":\"Patient\","
		"\"accessLevel\":\"Public\",\"expression\":{\"type\":\"If\",\"condition\":"
		"{\"type\":\"IsNull\",\"operand\":" SEX_REF "},\"then\":{\"type\":\"Property\","
		"\"path\":\"score\",\"source\":{\"type\":\"ExpressionRef\",\"name\":\"Patient\"}},"
		"\"else\":{\"type\":\"Null\"}}}"));
	assert_true(strstr(all, "{\"name\":\"sex\"") < strstr(all, "{\"name\":\"score\""));
}

static void
only_what_is_wanted_and_what_it_uses_is_written_once(void **state)
{
	const char *all = library_of("define A: \"B b\" and \"B b\" "
		"define \"B b\": true define C: sex is null", "A", NULL);

	(void)state;
	assert_null(strstr(all, "\"name\":\"C\""));
	assert_null(strstr(all, "\"name\":\"sex\""));
	assert_non_null(strstr(all, "{\"name\":\"B b\",\"context\":\"Patient\","));
	assert_true(strstr(all, "{\"name\":\"B ") < strstr(all, "{\"name\":\"A\""));
}

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new(1 << 24);
	errors = buf_new(arena, 1 << 16);
	out = buf_new(arena, 1 << 16);
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
	cmocka_unit_test_setup_teardown(choices_are_compared_as_text, set_up, tear_down),
	cmocka_unit_test_setup_teardown(days_and_years_are_counted_between_dates, set_up,
		tear_down),
	cmocka_unit_test_setup_teardown(a_question_not_asked_is_null, set_up, tear_down),
	cmocka_unit_test_setup_teardown(only_what_is_wanted_and_what_it_uses_is_written_once,
		set_up, tear_down),
};
TEST_MAIN(tests)
