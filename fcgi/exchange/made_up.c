/*
 * Made-up charts: see made_up.h.
 *
 * The questions are answered in form order, each if it is asked by then; dates
 * lie a random while behind another date. Then answers that break a rule are
 * drawn again until none does.
 */
#include "exchange/made_up.h"

#include <string.h>

#include "base/fault.h"
#include "base/text.h"

enum { ROUNDS = 40, TRIES = 40 };

/* Which date a date follows, and by how many days. */
static const struct {
	const char *id, *after;
	int32_t from, to;
} dates[] = {
	{ "birth_date", "abstraction_date", -31000, -15000 },
	{ "dx_date", "abstraction_date", -500, -200 },
	{ "first_visit_date", "dx_date", 3, 30 },
	{ "third_visit_date", "first_visit_date", 20, 60 },
	{ "stage_doc_date", "first_visit_date", -5, 45 },
	{ "death_date", "abstraction_date", -60, -5 },
	{ "chemo_first_dose_date", "dx_date", 20, 60 },
	{ "chemo_intent_date", "chemo_first_dose_date", -15, 20 },
	{ "intent_discussed_date", "chemo_first_dose_date", -15, 20 },
	{ "chemo_end_date", "chemo_first_dose_date", 40, 90 },
	{ "tx_summary_date", "chemo_end_date", 1, 45 },
	{ "tx_summary_patient_date", "tx_summary_date", 0, 5 },
	{ "tx_summary_provider_date", "tx_summary_date", 0, 5 },
	{ "tobacco_status_date", "abstraction_date", -400, -1 },
	{ "adv_directive_date", "first_visit_date", 0, 40 },
	{ "fertility_risk_date", "chemo_first_dose_date", -20, 3 },
};

/* Answers that do not depend on care: how often each is "yes". */
static const struct {
	const char *id;
	double yes;
} facts[] = {
	{ "deceased", .08 },
	{ "office_visits_2plus", .98 },
	{ "opioid_prescribed", .3 },
	{ "distant_mets", .25 },
	{ "oral_chemo", .3 },
	{ "chemo_completed", .6 },
	{ "oral_adherence_problem", .2 },
	{ "emo_problem", .35 },
	{ "fertility_na", .3 },
	{ "path_report", .99 },
};

struct making {
	const struct catalogue *cat;
	struct arena *a;
	struct dice *dice;
	struct answer *chart;
	double care;
};

static struct answer
value(int32_t n)
{
	return (struct answer){ ANSWER_VALUE, n };
}

/* The row of a date in the table, or the row of none: some days behind the diagnosis. */
static size_t
date_row(const char *id)
{
	size_t i = 0;

	while (i < sizeof dates / sizeof *dates && !text_equal(dates[i].id, id))
		i++;
	return i;
}

/* The date that one follows; where that is missing, the one before it. */
static int32_t
base_date(const struct making *m, const char *id)
{
	while (date_row(id) < sizeof dates / sizeof *dates) {
		const struct element *base = catalogue_element(m->cat, dates[date_row(id)].after);

		if (m->chart[base->index].state == ANSWER_VALUE)
			return m->chart[base->index].value;
		id = base->id;
	}
	return m->chart[catalogue_element(m->cat, "dx_date")->index].value;
}

static struct answer
date_answer(const struct making *m, const struct element *e)
{
	size_t row = date_row(e->id);
	bool known = row < sizeof dates / sizeof *dates;
	int32_t from = known ? dates[row].from : 5, to = known ? dates[row].to : 60;

	if (e->not_documented && dice_chance(m->dice, (1 - m->care) / 4))
		return (struct answer){ ANSWER_NOT_DOCUMENTED, 0 };
	return value(base_date(m, e->id) + from +
		     (int32_t)dice_below(m->dice, (uint32_t)(to - from + 1)));
}

/* A code of ours by its place; 0 if the question does not have it. */
static int32_t
code_at(const struct element *e, const char *code)
{
	int at = element_choice(e, code);

	return at < 0 ? 0 : at;
}

static struct answer
choice_answer(const struct making *m, const struct element *e)
{
	double yes = m->care;
	uint32_t n = (uint32_t)e->n_choices;
	bool has_absent = element_choice(e, "not_documented") >= 0;

	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
		if (text_equal(facts[i].id, e->id))
			yes = facts[i].yes;
	if (element_choice(e, "yes") >= 0)
		return value(code_at(e, dice_chance(m->dice, yes) ? "yes" : "no"));
	if (text_equal(e->id, "stage_doc_status"))
		return value(code_at(e, dice_chance(m->dice, .7 + m->care * .3) ? "documented"
										: "not_documented"));
	if (text_equal(e->id, "chemo_status"))
		return value(code_at(e, dice_chance(m->dice, .8) ? "by_practice" : "none"));
	if (has_absent && dice_chance(m->dice, (1 - m->care) / 2))
		return value(code_at(e, "not_documented"));
	return value((int32_t)dice_below(m->dice, has_absent ? n - 1 : n));
}

/* Each box is ticked as care goes; none of them is the box "none". */
static struct answer
choices_answer(const struct making *m, const struct element *e)
{
	int none = element_choice(e, "none");
	int32_t bits = 0;

	for (int i = 0; i < (int)e->n_choices; i++)
		if (i != none && !text_equal(e->choices[i].code, "declined") &&
		    dice_chance(m->dice, .3 + m->care * .68))
			bits |= (int32_t)1 << i;
	if (text_equal(e->id, "antiemetic_contra") && !dice_chance(m->dice, .1))
		bits = 0;
	if (bits == 0 && none >= 0)
		bits = (int32_t)1 << none;
	return value(bits);
}

static struct answer
number_answer(const struct making *m, const struct element *e)
{
	int32_t min = e->has_range ? e->min : 0, max = e->has_range ? e->max : 10;
	int32_t step = max == 100 ? 10 : 1; /* a Karnofsky score goes in tens */

	if (e->not_documented && dice_chance(m->dice, (1 - m->care) / 2))
		return (struct answer){ ANSWER_NOT_DOCUMENTED, 0 };
	return value(min + step * (int32_t)dice_below(m->dice, (uint32_t)((max - min) / step + 1)));
}

static void
draw(struct making *m, const struct element *e)
{
	struct answer *answer = &m->chart[e->index];

	switch (e->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO: *answer = choice_answer(m, e); break;
	case ELEMENT_MULTIPLE: *answer = choices_answer(m, e); break;
	case ELEMENT_DATE: *answer = date_answer(m, e); break;
	case ELEMENT_INTEGER: *answer = number_answer(m, e); break;
	}
}

/*
 * Draws what is asked and open, and again what breaks a rule; what is only
 * unlikely, too, while `gently`. What was drawn last, or NULL.
 */
static const struct finding *
draw_open(struct making *m, module_set modules, int32_t day, bool gently)
{
	size_t count;
	const struct finding *drawn = NULL;
	const struct finding *all = chart_check(m->cat, m->chart, modules, day, m->a, &count);

	for (size_t i = 0; i < count; i++) {
		if ((all[i].kind == FINDING_SOFT && !gently) || all[i].element->system)
			continue;
		draw(m, all[i].element);
		drawn = &all[i];
	}
	return drawn;
}

/* One try at a chart: NULL when it is done, else what stands against it. */
static const struct finding *
try_chart(struct making *m, module_set modules, int32_t day)
{
	const struct finding *open = NULL;

	memset(m->chart, 0, m->cat->n_elements * sizeof *m->chart);
	m->chart[catalogue_element(m->cat, "abstraction_date")->index] = value(day);
	for (int i = 0; i < ROUNDS; i++) {
		open = draw_open(m, modules, day, i < ROUNDS / 2);
		if (open == NULL)
			break;
	}
	return open;
}

struct answer *
made_up_chart(const struct catalogue *cat, struct arena *a, module_set modules, struct dice *dice,
	      double care, int32_t day)
{
	struct making m = { cat, a, dice, chart_new(a, cat), care };
	const struct finding *open = NULL;

	for (int i = 0; i < TRIES; i++) {
		open = try_chart(&m, modules, day);
		if (open == NULL)
			return m.chart;
	}
	fault("no chart without findings in %d tries; last %s: %s", TRIES, open->element->id,
	      open->message);
}
