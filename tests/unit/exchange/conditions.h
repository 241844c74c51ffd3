/*
 * Conditions of every kind and mixtures of answers, for those who write conditions
 * in another form: what they write must be true exactly where the condition is.
 */
#ifndef TESTS_UNIT_EXCHANGE_CONDITIONS_H
#define TESTS_UNIT_EXCHANGE_CONDITIONS_H

#include "../measure/small.h"
#include "measure/chart.h"

static const char questions[] =
	"question: q\n\tsection: S\n\ttext: Q?\n\ttype: single\n\tchoice: a = A\n\tchoice: b = B\n"
	"\tchoice: C = C\n\tmodules: M\n"
	"question: y\n\tsection: S\n\ttext: Q?\n\ttype: yes-no\n\tchoice: yes = Y\n\tchoice: no = "
	"N\n"
	"\tmodules: M\n"
	"question: m\n\tsection: S\n\ttext: Q?\n\ttype: multiple\n\tchoice: x = X\n\tchoice: Y = "
	"Y\n"
	"\twithout_value: not_documented\n\tmodules: M\n"
	"question: n\n\tsection: S\n\ttext: Q?\n\ttype: integer\n\twithout_value: not_documented\n"
	"\tmodules: M\n"
	"question: k\n\tsection: S\n\ttext: Q?\n\ttype: integer\n\tmodules: M\n"
	"question: z\n\tsection: S\n\ttext: Q?\n\ttype: integer\n\tmodules: M\n\tasked_when: ";
static const char measures[] =
	"define \"Shared\": q = 'a' and n > 3\n" TAGS
	"define \"M 1 Denominator\": true\ndefine \"M 1 Numerator\": q = 'a'\n";

enum { Q, Y, M, N, K, Z };

static const char *const conditions[] = {
	"q = 'a'",
	"q != 'a'",
	"q ~ 'C'",
	"q !~ 'a'",
	"q in { 'a', 'C' }",
	"not (q in { 'a', 'C' })",
	"not (q = 'a')",
	"not (q != 'a')",
	"not (q !~ 'a')",
	"y = 'yes'",
	"not (y = 'yes')",
	"m contains 'x'",
	"not (m contains 'Y')",
	"m includes { 'x', 'Y' }",
	"not (m includes { 'x', 'Y' })",
	"exists (m intersect { 'x', 'Y' })",
	"not (exists (m intersect { 'x', 'Y' }))",
	"n >= 4",
	"not (n >= 4)",
	"n = 4",
	"n != 4",
	"n < k",
	"not (n <= k)",
	"k > n",
	"q is null",
	"q is not null",
	"n is null",
	"n is not null",
	"m is null",
	"m is not null",
	"q = 'a' or n >= 4",
	"not (q = 'a' or n >= 4)",
	"not (q = 'a' and n >= 4)",
	"q = 'a' and (n >= 4 or y = 'no')",
	"q = 'a' implies n > 3",
	"not (q = 'a' implies n > 3)",
	"(q = 'a') is true",
	"(n > 3) is false",
	"not (not (n > 3))",
	"\"Shared\"",
	"not \"Shared\"",
	"true",
	"not true",
};
enum { N_CONDITIONS = sizeof conditions / sizeof *conditions, MIXTURES = 600 };

/* The catalogue whose last question is asked under a condition. */
static inline const struct catalogue *
catalogue_with(struct arena *a, const char *condition)
{
	struct buf *errors = buf_new(a, 10000);
	const struct catalogue *cat = small_catalogue(
		a, arena_printf(a, "%s%s\n", questions, condition), measures, errors);

	if (cat == NULL)
		fail_msg("%s: %s", condition, errors->data);
	return cat;
}

/* Answers: 0 none, then each possible one. n = 1, m = 4: not documented; m = 3: both. */
struct mixture {
	unsigned q, y, n, k, m;
};

static inline struct mixture
mixture_of(unsigned number)
{
	return (struct mixture){ number % 4, number / 4 % 3, number / 12 % 5, number / 60 % 2,
				 number / 120 % 5 };
}

static inline struct answer *
mixture_chart(struct arena *a, const struct catalogue *cat, struct mixture x)
{
	struct answer *chart = chart_new(a, cat);

	if (x.q > 0)
		chart[Q] = (struct answer){ ANSWER_VALUE, (int32_t)x.q - 1 };
	if (x.y > 0)
		chart[Y] = (struct answer){ ANSWER_VALUE, (int32_t)x.y - 1 };
	if (x.n > 0)
		chart[N] = x.n == 1 ? (struct answer){ ANSWER_NOT_DOCUMENTED, 0 }
				    : (struct answer){ ANSWER_VALUE, (int32_t)x.n + 1 };
	if (x.k > 0)
		chart[K] = (struct answer){ ANSWER_VALUE, 4 };
	if (x.m > 0)
		chart[M] = x.m == 4 ? (struct answer){ ANSWER_NOT_DOCUMENTED, 0 }
				    : (struct answer){ ANSWER_VALUE, (int32_t)x.m };
	return chart;
}

/* Whether the last question is asked of it, as the measure language has it. */
static inline bool
mixture_asks(struct arena *a, const struct catalogue *cat, struct mixture x)
{
	bool *asked = arena_array(a, cat->n_elements, sizeof *asked);

	chart_asked(cat, mixture_chart(a, cat, x), ~(module_set)0, a, asked);
	return asked[Z];
}

#endif
