/* Answers from text and back. */
#include "../test.h"
#include "catalogue.h"

#include "measure/answer.h"

static struct fixture f;

static const struct element *
element(const char *id)
{
	const struct element *e = catalogue_element(f.cat, id);

	assert_non_null(e);
	return e;
}

/* The canonical text that a text comes to, or the message that refuses it. */
static const char *
read(const char *id, const char *text)
{
	struct answer answer;
	const char *message = NULL;

	if (!answer_read(element(id), text, &answer, f.arena, &message))
		return message;
	return answer_write(element(id), answer, f.arena);
}

static void
right_texts_come_back_in_canonical_form(void **state)
{
	(void)state;
	assert_string_equal(read("path_report", "yes"), "yes");
	assert_string_equal(read("path_report", " no "), "no");
	assert_string_equal(read("path_report", ""), "");
	assert_string_equal(read("body_measures", "weight;height"), "height;weight");
	assert_string_equal(read("body_measures", "not_documented"), "not_documented");
	assert_string_equal(read("dx_date", "2024-02-29"), "2024-02-29");
	assert_string_equal(read("death_date", "not_documented"), "not_documented");
	assert_string_equal(read("ed_visits_last30", "unknown"), "unknown");
	assert_string_equal(read("ed_visits_last30", "12"), "12");
	assert_string_equal(read("ajcc_stage", "not_documented"), "not_documented");
}

static void
wrong_texts_are_refused_with_a_message_for_a_person(void **state)
{
	static const char date[] = "There is no such day: write the date as YYYY-MM-DD";

	(void)state;
	assert_string_equal(read("path_report", "YES"), "Choose one of the answers");
	assert_string_equal(read("path_report", "not_documented"), "Choose one of the answers");
	assert_string_equal(read("body_measures", "height;length"), "Choose among the answers");
	assert_string_equal(read("body_measures", "height;"), "Choose among the answers");
	assert_string_equal(read("dx_date", "2025-02-29"), date);
	assert_string_equal(read("dx_date", "02/28/2025"), date);
	assert_string_equal(read("dx_date", "not_documented"), date);
	assert_string_equal(read("pain_score_2v", "3.5"), "Write a whole number in digits");
	assert_string_equal(read("pain_score_2v", "99999999999"), "Write a whole number in digits");
}

static void
labels_are_in_the_words_of_the_form(void **state)
{
	struct answer answer;
	const char *message;

	(void)state;
	assert_true(answer_read(element("body_measures"), "height;bsa", &answer, f.arena, &message));
	assert_string_equal(answer_label(element("body_measures"), answer, f.arena),
		"Height; Body surface area");
	assert_true(answer_read(element("pain_severity_2v"), "moderate", &answer, f.arena, &message));
	assert_string_equal(answer_label(element("pain_severity_2v"), answer, f.arena),
		"Moderate (4-6)");
	assert_true(answer_read(element("death_date"), "not_documented", &answer, f.arena, &message));
	assert_string_equal(answer_label(element("death_date"), answer, f.arena), "Not documented");
	assert_string_equal(answer_label(element("death_date"), (struct answer){ ANSWER_NONE, 0 },
		f.arena), "Not answered");
}

static int
set_up(void **state)
{
	(void)state;
	f = fixture_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(f.arena);
	return 0;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(right_texts_come_back_in_canonical_form, set_up, tear_down),
	cmocka_unit_test_setup_teardown(wrong_texts_are_refused_with_a_message_for_a_person, set_up,
		tear_down),
	cmocka_unit_test_setup_teardown(labels_are_in_the_words_of_the_form, set_up, tear_down),
};
TEST_MAIN(tests)
