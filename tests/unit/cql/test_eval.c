/* The null rules, hiding, and that a block gives what single charts give. */
#include "../test.h"
#include "words.h"

#include <string.h>

#include "base/date.h"
#include "cql/eval.h"
#include "cql/trace.h"

static struct arena *arena;
static struct buf *errors;

/* A chart of the small dictionary in column values; zeros are no answer. */
struct row {
	uint8_t sex;
	uint16_t topics;
	const char *birth, *diagnosis;
	int32_t score;
};

static const struct row nothing = { 0, 0, NULL, NULL, CQL_NO_NUMBER };

static struct cql_node *
condition(const char *text)
{
	struct cql_place place = { "a.cql", 1, 1 };
	struct cql_node *node = cql_parse_condition(arena, text, place, errors);
	struct cql_library library;

	cql_library_start(&library);
	if (node == NULL || !cql_check_condition(arena, &library, &dictionary, node, errors))
		fail_msg("%s", errors->data);
	return node;
}

static int32_t
day(const char *text)
{
	int32_t n = CQL_NO_NUMBER;

	if (text != NULL)
		assert_true(date_parse(text, &n));
	return n;
}

static void
put(struct cql_block *block, size_t i, struct row row)
{
	block->columns[SEX].choice[i] = row.sex;
	block->columns[TOPICS].multiple[i] = row.topics;
	block->columns[BIRTH].number[i] = day(row.birth);
	block->columns[DIAGNOSIS].number[i] = day(row.diagnosis);
	block->columns[SCORE].number[i] = row.score;
}

static enum cql_truth
value(const char *text, struct row row)
{
	struct cql_plan *plan = cql_plan_new(arena, &dictionary, NULL);
	int32_t step = cql_plan_add(plan, condition(text));
	struct cql_block *block = cql_block_new(arena, plan, 1);

	cql_block_clear(block, 1);
	put(block, 0, row);
	cql_eval(block, plan->count, day("2026-01-31"));
	return cql_truth_at(block, step, 0);
}

#define assert_true_for(text, row) assert_int_equal(value(text, row), CQL_IS_TRUE_HERE)
#define assert_false_for(text, row) assert_int_equal(value(text, row), CQL_IS_FALSE_HERE)
#define assert_unknown_for(text, row) assert_int_equal(value(text, row), CQL_IS_UNKNOWN)

static void
an_unanswered_choice(void **state)
{
	(void)state;
	assert_unknown_for("sex = 'male'", nothing);
	assert_unknown_for("sex != 'male'", nothing);
	assert_false_for("sex in { 'male' }", nothing);
	assert_true_for("not (sex in { 'male' })", nothing);
	assert_false_for("sex ~ 'male'", nothing);
	assert_true_for("sex !~ 'male'", nothing);
	assert_true_for("sex is null", nothing);
	assert_false_for("sex is not null", nothing);
}

static void
an_answered_choice(void **state)
{
	struct row male = { 2, 0, NULL, NULL, CQL_NO_NUMBER };

	(void)state;
	assert_true_for("sex = 'male'", male);
	assert_false_for("sex != 'male'", male);
	assert_true_for("sex in { 'not_documented', 'male' }", male);
	assert_false_for("sex in { 'not_documented', 'female' }", male);
	assert_true_for("sex !~ 'female'", male);
}

static void
multiple_choices(void **state)
{
	struct row both = { 0, CQL_TICKED | 3, NULL, NULL, CQL_NO_NUMBER };
	struct row one = { 0, CQL_TICKED | 2, NULL, NULL, CQL_NO_NUMBER };

	(void)state;
	assert_true_for("topics includes { 'doses', 'contact' }", both);
	assert_false_for("topics includes { 'doses', 'contact' }", one);
	assert_true_for("topics contains 'contact'", one);
	assert_false_for("topics contains 'none'", both);
	assert_true_for("exists (topics intersect { 'doses', 'contact' })", one);
	assert_false_for("exists (topics intersect { 'none' })", one);
	assert_unknown_for("topics includes { 'doses' }", nothing);
	assert_false_for("topics contains 'doses'", nothing);
	assert_false_for("exists topics", nothing);
}

static void
three_valued_logic(void **state)
{
	(void)state;
	assert_false_for("score = 1 and false", nothing);
	assert_unknown_for("score = 1 and true", nothing);
	assert_true_for("score = 1 or true", nothing);
	assert_unknown_for("score = 1 or false", nothing);
	assert_unknown_for("not (score = 1)", nothing);
	assert_true_for("(score = 1) is not true", nothing);
	assert_false_for("(score = 1) is false", nothing);
	assert_true_for("score = 1 implies true", nothing);
	assert_unknown_for("score = 1 implies false", nothing);
}

static void
dates_and_ages(void **state)
{
	struct row leap = { 0, 0, "2000-02-29", "2018-02-28", 4 };
	struct row march = { 0, 0, "2000-02-29", "2018-03-01", 4 };

	(void)state;
	assert_false_for("years between birth and diagnosis >= 18", leap);
	assert_true_for("years between birth and diagnosis >= 18", march);
	assert_true_for("difference in days between diagnosis and birth < -6570", leap);
	assert_true_for("diagnosis = @2018-02-28", leap);
	assert_true_for("difference in days between diagnosis and Today() = 2894", leap);
	assert_unknown_for("years between birth and diagnosis >= 18", nothing);
	assert_true_for("score in { 3, 4 }", leap);
	assert_false_for("score in { 3, 4 }", nothing);
	assert_unknown_for("score < 4", nothing);
}

static void
a_hidden_answer_counts_as_none(void **state)
{
	struct cql_node *visible[N_WORDS] = { [SCORE] = condition("sex = 'male'"),
		[TOPICS] = condition("score > 3") };
	struct cql_plan *plan = cql_plan_new(arena, &dictionary, visible);
	int32_t step = cql_plan_add(plan, condition("topics contains 'doses'"));
	struct row row = { 1, CQL_TICKED | 1, NULL, NULL, 4 };
	struct cql_block *block = cql_block_new(arena, plan, 2);

	(void)state;
	cql_block_clear(block, 2);
	put(block, 0, row);
	row.sex = 2;
	put(block, 1, row);
	cql_eval(block, plan->count, 0);
	assert_int_equal(cql_truth_at(block, step, 0), CQL_IS_FALSE_HERE);
	assert_int_equal(cql_truth_at(block, step, 1), CQL_IS_TRUE_HERE);
	assert_int_equal(block->columns[SCORE].number[0], CQL_NO_NUMBER);
}

static void
questions_may_not_ask_for_each_other(void **state)
{
	struct cql_node *visible[N_WORDS] = { [SCORE] = condition("sex = 'male'"),
		[SEX] = condition("score > 3") };

	(void)state;
	assert_false(cql_plan_check(&dictionary, visible, arena, errors));
	assert_non_null(strstr(errors->data, "depends on its own answer"));
}

static void
shared_parts_are_worked_out_once(void **state)
{
	struct cql_plan *plan = cql_plan_new(arena, &dictionary, NULL);
	size_t steps;

	(void)state;
	cql_plan_add(plan, condition("sex = 'male' and years between birth and diagnosis > 17"));
	steps = plan->count;
	cql_plan_add(plan, condition("years between birth and diagnosis > 17 and sex = 'male'"));
	assert_int_equal(plan->count, steps);
}

/* A small generator, so that each run tries the same charts. */
static uint32_t
next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void
a_block_gives_what_single_charts_give(void **state)
{
	static const char text[] = "(sex in { 'female', 'not_documented' } or topics includes "
		"{ 'doses', 'none' }) and not (score >= 5) implies years between birth and "
		"diagnosis > 20 or exists (topics intersect { 'contact' })";
	static const char *const dates[] = { NULL, "1980-02-29", "2000-03-01", "2001-02-28" };
	enum { ROWS = 1000 };
	struct cql_plan *plan = cql_plan_new(arena, &dictionary, NULL);
	int32_t step = cql_plan_add(plan, condition(text));
	struct cql_block *block = cql_block_new(arena, plan, ROWS);
	size_t seen[3] = { 0, 0, 0 }, counted = 0;
	struct row rows[ROWS];
	uint32_t seed = 1;

	(void)state;
	cql_block_clear(block, ROWS);
	for (size_t i = 0; i < ROWS; i++) {
		rows[i] = (struct row){ (uint8_t)(next(&seed) % 4), (uint16_t)(next(&seed) % 8),
			dates[next(&seed) % 4], dates[next(&seed) % 4],
			(int32_t)(next(&seed) % 10) };
		rows[i].topics = (uint16_t)(rows[i].topics | (next(&seed) % 3 ? CQL_TICKED : 0));
		rows[i].score = rows[i].score == 9 ? CQL_NO_NUMBER : rows[i].score;
		put(block, i, rows[i]);
	}
	cql_eval(block, plan->count, 0);
	for (size_t i = 0; i < ROWS; i++) {
		enum cql_truth truth = cql_truth_at(block, step, i);

		seen[truth]++;
		if (i % 7 == 0)
			assert_int_equal(truth, value(text, rows[i]));
	}
	for (size_t w = 0; w < block->words; w++)
		counted += (size_t)__builtin_popcountll(cql_true(block, step)[w]);
	assert_int_equal(counted, seen[CQL_IS_TRUE_HERE]);
	assert_true(seen[0] > 0 && seen[1] > 0 && seen[2] > 0);
}

static void
note(void *arg, const struct cql_reason *reason)
{
	struct buf *out = arg;

	buf_printf(out, "%s%s ", reason->negated ? "!" : "", words[reason->relation->left->element].id);
}

static void
the_trace_names_what_decided(void **state)
{
	struct cql_plan *plan = cql_plan_new(arena, &dictionary, NULL);
	struct cql_node *node = condition("sex = 'male' and (score > 3 or birth is null) and not (score = 2)");
	struct row row = { 2, 0, "1980-01-01", NULL, 2 };
	struct cql_block *block;

	(void)state;
	cql_plan_add(plan, node);
	block = cql_block_new(arena, plan, 1);
	cql_block_clear(block, 1);
	put(block, 0, row);
	cql_eval(block, plan->count, 0);
	cql_trace(block, 0, node, note, errors);
	assert_string_equal(errors->data, "score birth !score ");
}

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new(1 << 26);
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
	cmocka_unit_test_setup_teardown(an_unanswered_choice, set_up, tear_down),
	cmocka_unit_test_setup_teardown(an_answered_choice, set_up, tear_down),
	cmocka_unit_test_setup_teardown(multiple_choices, set_up, tear_down),
	cmocka_unit_test_setup_teardown(three_valued_logic, set_up, tear_down),
	cmocka_unit_test_setup_teardown(dates_and_ages, set_up, tear_down),
	cmocka_unit_test_setup_teardown(a_hidden_answer_counts_as_none, set_up, tear_down),
	cmocka_unit_test_setup_teardown(questions_may_not_ask_for_each_other, set_up, tear_down),
	cmocka_unit_test_setup_teardown(shared_parts_are_worked_out_once, set_up, tear_down),
	cmocka_unit_test_setup_teardown(a_block_gives_what_single_charts_give, set_up, tear_down),
	cmocka_unit_test_setup_teardown(the_trace_names_what_decided, set_up, tear_down),
};
TEST_MAIN(tests)
