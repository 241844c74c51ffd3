/* Charts for tests, written as "question = answer, question = answer". */
#ifndef TESTS_UNIT_MEASURE_CHARTS_H
#define TESTS_UNIT_MEASURE_CHARTS_H

#include <string.h>

#include "base/text.h"
#include "catalogue.h"
#include "measure/chart.h"

static inline void
chart_set(const struct fixture *f, struct answer *chart, const char *id, const char *text)
{
	const struct element *e = catalogue_element(f->cat, id);
	const char *message = "there is no such question";

	if (e == NULL || !answer_read(e, text, &chart[e->index], f->arena, &message))
		fail_msg("%s = %s: %s", id, text, message);
}

static inline struct answer *
chart_of(const struct fixture *f, const char *answers)
{
	struct answer *chart = chart_new(f->arena, f->cat);
	size_t count;
	char **parts = text_split(f->arena, answers, ',', &count);

	for (size_t i = 0; i < count && !text_is_empty(answers); i++) {
		size_t pair;
		char **sides = text_split(f->arena, parts[i], '=', &pair);

		assert_int_equal(pair, 2);
		chart_set(f, chart, text_trim(f->arena, sides[0]), sides[1]);
	}
	return chart;
}

/* A chart with random answers of every kind; the same seed makes the same one. */
static inline struct answer *
chart_random(const struct fixture *f, uint32_t *seed)
{
	struct answer *chart = chart_new(f->arena, f->cat);

	for (size_t i = 0; i < f->cat->n_elements; i++) {
		const struct element *e = &f->cat->elements[i];
		uint32_t die = (*seed = *seed * 1664525u + 1013904223u) >> 8;

		chart[i].state = die % 10 == 0 ? ANSWER_NONE : ANSWER_VALUE;
		if (die % 10 == 1 && e->not_documented)
			chart[i].state = ANSWER_NOT_DOCUMENTED;
		if (die % 10 == 1 && e->unknown)
			chart[i].state = ANSWER_UNKNOWN;
		if (chart[i].state != ANSWER_VALUE)
			continue;
		die /= 16;
		if (e->type == ELEMENT_DATE)
			chart[i].value = 20000 + (int32_t)(die % 400)
				- (text_equal(e->id, "birth_date") ? 20000 : 0);
		else if (e->type == ELEMENT_INTEGER)
			chart[i].value = (int32_t)(die % 12);
		else if (e->type == ELEMENT_MULTIPLE)
			chart[i].value = 1 + (int32_t)(die % ((1u << e->n_choices) - 1));
		else
			chart[i].value = die % 2 == 0 ? 0 : (int32_t)(die / 2 % e->n_choices);
	}
	return chart;
}

#endif
