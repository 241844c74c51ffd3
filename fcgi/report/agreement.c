/* Agreement of two abstractions: see agreement.h. */
#include "report/agreement.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <stdlib.h>

struct kappa
agreement_kappa(struct arena *a, const size_t *first, const size_t *second, size_t n,
		size_t n_categories, double *expected)
{
	uint64_t *rows = arena_array(a, n_categories, sizeof *rows);
	uint64_t *columns = arena_array(a, n_categories, sizeof *columns);
	uint64_t same = 0, chance = 0, all = (uint64_t)n * n;
	struct kappa k = { .defined = false };

	*expected = 0;
	for (size_t i = 0; i < n; i++) {
		rows[first[i]]++;
		columns[second[i]]++;
		same += first[i] == second[i];
	}
	for (size_t c = 0; c < n_categories; c++)
		chance += rows[c] * columns[c];
	if (n == 0)
		return k;
	*expected = (double)chance / (double)n;
	k.defined = chance != all; /* in whole numbers: no rounding decides */
	if (k.defined)
		k.value = ((double)(same * n) - (double)chance) / (double)(all - chance);
	return k;
}

static bool
is_coded(const struct element *e)
{
	return e->type == ELEMENT_SINGLE || e->type == ELEMENT_YES_NO;
}

/* An answer to a single choice as a category: the states without a value come last. */
static size_t
category(const struct element *e, struct answer answer)
{
	return answer.state == ANSWER_VALUE ? (size_t)answer.value
					    : e->n_choices + (size_t)answer.state;
}

enum { STATES = ANSWER_UNKNOWN + 1 };

/* The pairs of one question, counted; expected agreement into `expected`, distances into `gaps`. */
struct counting {
	struct arena *a;
	const struct agreement_pair **pairs; /* of the question, asked of both */
	size_t n;
	double expected;
	double *gaps;
	size_t n_gaps;
};

static struct kappa
count_kappa(struct counting *c, const struct element *e)
{
	size_t *first = arena_array(c->a, c->n, sizeof *first);
	size_t *second = arena_array(c->a, c->n, sizeof *second);

	for (size_t i = 0; i < c->n; i++) {
		first[i] = category(e, c->pairs[i]->first);
		second[i] = category(e, c->pairs[i]->second);
	}
	return agreement_kappa(c->a, first, second, c->n, e->n_choices + STATES, &c->expected);
}

static void
count_gaps(struct counting *c)
{
	c->gaps = arena_array(c->a, c->n, sizeof *c->gaps);
	for (size_t i = 0; i < c->n; i++)
		if (c->pairs[i]->first.state == ANSWER_VALUE &&
		    c->pairs[i]->second.state == ANSWER_VALUE)
			c->gaps[c->n_gaps++] = (double)llabs((long long)c->pairs[i]->first.value -
							     c->pairs[i]->second.value);
}

/* Sorts the distances. */
static struct gap
gap_of(double *gaps, size_t n)
{
	if (n == 0)
		return (struct gap){ .pairs = 0 };
	gsl_sort(gaps, 1, n);
	return (struct gap){ n, gsl_stats_median_from_sorted_data(gaps, 1, n), gaps[n - 1] };
}

static struct agreement
count_question(struct counting *c, const struct element *e)
{
	struct agreement q = { .element = e };

	q.identical.of = (uint32_t)c->n;
	for (size_t i = 0; i < c->n; i++)
		q.identical.met += answer_equal(c->pairs[i]->first, c->pairs[i]->second);
	if (is_coded(e))
		q.kappa = count_kappa(c, e);
	else if (e->type != ELEMENT_MULTIPLE)
		count_gaps(c);
	q.gap = gap_of(c->gaps, c->n_gaps);
	return q;
}

static struct agreement_total *
total_of(struct agreement_set *s, const struct element *e)
{
	switch (e->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO: return &s->coded;
	case ELEMENT_MULTIPLE: return &s->choices;
	case ELEMENT_DATE: return &s->dates;
	case ELEMENT_INTEGER: break;
	}
	return &s->numbers;
}

/* The question's pairs that were asked of both; how many were asked of one alone. */
static size_t
take_pairs(struct counting *c, const struct element *e, const struct agreement_pair *pairs,
	   size_t n)
{
	size_t one_sided = 0;

	*c = (struct counting){ .a = c->a, .pairs = c->pairs };
	for (size_t i = 0; i < n; i++) {
		if (pairs[i].element != e)
			continue;
		if (pairs[i].both)
			c->pairs[c->n++] = &pairs[i];
		else
			one_sided++;
	}
	return one_sided;
}

static void
add(struct rate *total, struct rate one)
{
	total->met += one.met;
	total->of += one.of;
}

struct agreement_set
agreement_count(struct arena *a, const struct catalogue *cat, const struct agreement_pair *pairs,
		size_t n)
{
	struct agreement_set s = { .questions = arena_array(a, cat->n_elements,
							    sizeof *s.questions) };
	struct counting c = { .a = a, .pairs = arena_array(a, n, sizeof(struct agreement_pair *)) };
	double *days = arena_array(a, n, sizeof *days), expected = 0;
	size_t n_days = 0;

	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];
		size_t one_sided = take_pairs(&c, e, pairs, n);
		struct agreement q;

		if (c.n + one_sided == 0)
			continue;
		q = count_question(&c, e);
		q.one_sided = one_sided;
		s.questions[s.n++] = q;
		s.one_sided += one_sided;
		add(&total_of(&s, e)->identical, q.identical);
		expected += c.expected;
		for (size_t g = 0; e->type == ELEMENT_DATE && g < c.n_gaps; g++)
			days[n_days++] = c.gaps[g];
	}
	s.dates.gap = gap_of(days, n_days);
	s.coded.kappa.defined = expected < s.coded.identical.of;
	if (s.coded.kappa.defined)
		s.coded.kappa.value = (s.coded.identical.met - expected) /
				      (s.coded.identical.of - expected);
	return s;
}
