/* The catalogue of this source tree, and catalogues with errors. */
#include "../test.h"
#include "charts.h"
#include "small.h"

static struct fixture f;

static void
the_catalogue_is_complete(void **state)
{
	const struct measure *m = catalogue_measure(f.cat, "Core 6e");
	const struct element *e = catalogue_element(f.cat, "abstraction_date");

	(void)state;
	assert_int_equal(f.cat->n_modules, 10);
	assert_int_equal(f.cat->n_elements, 201);
	assert_int_equal(f.cat->n_measures, 140);
	assert_int_equal(strlen(f.cat->hash), 64);
	assert_string_equal(m->module->id, "CORE");
	assert_string_equal(m->parts, "Core 6; Core 6d");
	assert_string_equal(m->confidence, "high");
	assert_string_equal(m->clauses[CLAUSE_DENOMINATOR].text,
		"Eligible(\"Core 6\") and Eligible(\"Core 6d\")");
	assert_int_equal(m->n_elements, 13);
	assert_true(e->system);
	assert_int_equal(e->type, ELEMENT_DATE);
	assert_false(catalogue_module(f.cat, "REGISTRY")->rounds);
	assert_null(catalogue_measure(f.cat, "Core 99"));
}

static void
tracks_take_their_measures(void **state)
{
	const struct track *certification = catalogue_track(f.cat, "certification");
	const struct track *fellowship = catalogue_track(f.cat, "fellowship");
	size_t certified = 0, fellows = 0;

	(void)state;
	for (size_t i = 0; i < f.cat->n_measures; i++) {
		certified += track_takes(certification, &f.cat->measures[i]);
		fellows += track_takes(fellowship, &f.cat->measures[i]);
	}
	assert_int_equal(certified, 26);
	assert_int_equal(fellows, 48);
}

/* A measure's questions are asked in its module, or it could never be scored. */
struct asked {
	const struct element *by;
	size_t missing;
};

static void
look_at_element(void *arg, int element)
{
	struct asked *asked = arg;
	const struct element *e = &f.cat->elements[element];
	module_set lacking = asked->by->modules & ~e->modules;

	for (size_t i = 0; i < f.cat->n_modules; i++) {
		if ((lacking >> i & 1) == 0)
			continue;
		print_error("%s depends on %s, which %s does not ask\n", asked->by->id, e->id,
			f.cat->modules[i].id);
		asked->missing++;
	}
}

static void
a_module_asks_what_its_questions_and_measures_need(void **state)
{
	struct asked asked = { NULL, 0 };

	(void)state;
	for (size_t i = 0; i < f.cat->n_elements; i++) {
		asked.by = &f.cat->elements[i];
		cql_each_element(asked.by->condition, look_at_element, &asked);
	}
	for (size_t i = 0; i < f.cat->n_measures; i++) {
		const struct measure *m = &f.cat->measures[i];

		for (size_t n = 0; n < m->n_elements; n++) {
			const struct element *e = &f.cat->elements[m->elements[n]];

			if ((e->modules & module_bit(m->module)) != 0)
				continue;
			print_error("%s reads %s, which its module does not ask\n", m->number, e->id);
			asked.missing++;
		}
	}
	assert_int_equal(asked.missing, 0);
}

static void
note_later(void *arg, int element)
{
	struct asked *asked = arg;

	if ((size_t)element < asked->by->index)
		return;
	print_error("%s depends on %s, which comes later\n", asked->by->id,
		f.cat->elements[element].id);
	asked->missing++;
}

static void
conditions_depend_on_earlier_questions_only(void **state)
{
	struct asked asked = { NULL, 0 };

	(void)state;
	for (size_t i = 0; i < f.cat->n_elements; i++) {
		asked.by = &f.cat->elements[i];
		cql_each_element(asked.by->condition, note_later, &asked);
	}
	assert_int_equal(asked.missing, 0);
}

static void
every_rule_says_what_is_wrong(void **state)
{
	(void)state;
	assert_true(f.cat->n_rules > 60);
	for (size_t i = 0; i < f.cat->n_rules; i++)
		assert_false(text_is_empty(f.cat->rules[i]->message));
}

/* What is wrong with a small catalogue. */
static const char *
errors_of(const char *elements, const char *cql)
{
	struct buf *errors = buf_new(f.arena, 10000);
	const struct catalogue *cat = small_catalogue(f.arena, elements, cql, errors);

	assert_true((cat == NULL) == (errors->len > 0));
	return errors->data;
}

static void
a_small_catalogue_loads(void **state)
{
	(void)state;
	assert_string_equal(errors_of(QUESTION, TAGS CLAUSES), "");
}

static void
all_errors_of_all_files_come_at_once(void **state)
{
	(void)state;
	assert_string_equal(errors_of(QUESTION "\tcolor: red\n", TAGS
		"define \"M 1 Denominator\": p = 'yes'\ndefine \"M 1 Numerator\": q = 'maybe'\n"),
		"elements.def:8:2: a question has no key \"color\"\n"
		"m.cql:6:27: there is no question \"p\"; expected a date or a number\n"
		"m.cql:6:31: expected a date or a number\n"
		"m.cql:7:29: 'maybe' is not among the choices of q; expected one of 'yes', 'no'\n");
}

static void
a_measure_needs_its_tags_and_clauses(void **state)
{
	(void)state;
	assert_string_equal(errors_of(QUESTION, "// @measure: M 1\n// @title: T\n"
		"// @direction: up\n// @source: S\ndefine \"M 1 Denominator\": true\n"),
		"m.cql:5:8: expected \"@direction: higher\" or \"lower\"\n"
		"m.cql:5:8: expected a tag \"@confidence: ...\" above\n"
		"m.cql:5:8: expected definitions \"M 1 Denominator\" and \"M 1 Numerator\"\n");
	assert_string_equal(errors_of(QUESTION, TAGS CLAUSES "define \"M 2 Numerator\": true\n"),
		"m.cql:8:8: no tag \"@measure\" names this measure\n");
}

static void
a_comment_that_is_nearly_a_tag_is_an_error(void **state)
{
	(void)state;
	assert_string_equal(errors_of(QUESTION, TAGS CLAUSES "// @$measure: M 2\n"
		"define \"A\": true\n"), "m.cql:8:1: a tag is written \"@name: value\"\n");
}

static void
a_question_cannot_wait_for_itself(void **state)
{
	(void)state;
	assert_string_equal(errors_of(QUESTION "\tasked_when: q = 'yes'\n", TAGS CLAUSES),
		"elements.def:8:14: whether q is asked depends on its own answer\n");
}

static void
composites_in_a_circle_are_refused(void **state)
{
	const char *errors = errors_of(QUESTION, TAGS
		"define \"M 1 Denominator\": true\ndefine \"M 1 Numerator\": DefectFree({ \"M 1\" })\n");

	(void)state;
	assert_non_null(strstr(errors, "needs itself: a definition may not go in a circle"));
}

static void
a_folder_that_is_not_there_is_an_error(void **state)
{
	struct buf *errors = buf_new(f.arena, 1000);

	(void)state;
	assert_null(catalogue_load(f.arena, "/nonexistent", errors));
	assert_string_equal(errors->data,
		"/nonexistent:1:1: cannot be opened: No such file or directory\n");
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
	cmocka_unit_test(the_catalogue_is_complete),
	cmocka_unit_test(tracks_take_their_measures),
	cmocka_unit_test(a_module_asks_what_its_questions_and_measures_need),
	cmocka_unit_test(conditions_depend_on_earlier_questions_only),
	cmocka_unit_test(every_rule_says_what_is_wrong),
	cmocka_unit_test(a_small_catalogue_loads),
	cmocka_unit_test(all_errors_of_all_files_come_at_once),
	cmocka_unit_test(a_measure_needs_its_tags_and_clauses),
	cmocka_unit_test(a_comment_that_is_nearly_a_tag_is_an_error),
	cmocka_unit_test(a_question_cannot_wait_for_itself),
	cmocka_unit_test(composites_in_a_circle_are_refused),
	cmocka_unit_test(a_folder_that_is_not_there_is_an_error),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
