/* What the pages of a chart share: chart.c, chart_form.c, chart_save.c. */
#ifndef PAGE_CHART_H
#define PAGE_CHART_H

#include <jansson.h>

#include "model/abstraction.h"
#include "page/visit.h"

/* What came of one question of a save, by element. */
struct chart_try {
	const char *typed;   /* as it was sent, when it was not saved; else NULL */
	const char *message; /* what is wrong with it; else NULL */
	bool conflict;
};

/* The visit's chart with its answers. */
struct abstraction *chart_load(struct visit *v);

/*
 * Answers with the form. `tries` is NULL or what came of a save, by element;
 * `strict` shows what is missing, too, as when completing was asked for.
 */
void chart_show_form(struct visit *v, const struct abstraction *abs,
		     const struct chart_try *tries, bool strict);

/* Answers a script with what stands in the chart after this question's answer was saved. */
void chart_answer_json(struct visit *v, struct abstraction *abs, const struct element *saved);

/* Whether the form of these modules asks this question of a person at all. */
bool chart_has_question(const struct abstraction *abs, const struct element *e);

/*
 * Begins a transaction that holds the round open and the sign-up as it is: who
 * closes the round or changes modules waits for us, or was first. False when
 * the round was closed meanwhile, and that is answered.
 */
bool chart_begin_in_open_round(struct visit *v);

/* The fields of a form that says where a chart belongs. */
#define CHART_PLACE_FIELDS                                                                 \
	{ .name = "site", .label = "Site", .type = FIELD_WHOLE, .max = INT32_MAX },         \
	{ .name = "physician", .label = "Treating physician or fellow",                     \
	  .type = FIELD_WHOLE, .max = INT32_MAX }

/* Where a chart belongs; NULL for what is not known. */
struct chart_place {
	const uint64_t *site_id, *physician_id;
	const uint64_t *account_id; /* of the physician or fellow */
};

/*
 * The practice's sites, and its physicians and fellows, as choices:
 * `key`.N.{value,label,selected}. Closed ones only where they are selected (0:
 * none). Says several_sites, and some_physicians.
 */
void chart_show_sites(struct visit *v, const char *key, uint64_t selected);
void chart_show_physicians(struct visit *v, const char *key, uint64_t selected);

/*
 * What CHART_PLACE_FIELDS of the visit's form say; messages beside the fields
 * for what is none of the practice's. A site that was not chosen is the only
 * open one, or that of the physician.
 */
struct chart_place chart_take_place(struct visit *v);

/*
 * Where the chart stands in its measures: standing (a sentence) and
 * standing.N.{number,title,code,words,missing.M}; and the same as JSON, the
 * caller's own reference: {summary, measures}, these only where asked for.
 */
void chart_show_standing(struct visit *v, const struct look *look);
json_t *chart_standing_json(const struct look *look, struct arena *a, bool with_measures);

/* Time on the chart: chart.time in words, and times.N.{section,time}. */
void chart_show_time(struct visit *v);

/* The form that opens a completed chart again: Form.reason, as it was typed. */
void chart_show_reopening(struct visit *v);

/*
 * The modules of the practice's sign-up, each with a box that is ticked at first:
 * modules.N. And those ticked in the form's table "module_"; Core is always one of them.
 */
void chart_show_modules(struct visit *v);
module_set chart_ticked_modules(struct visit *v, const struct catalogue *cat);

/* The fellows of the practice with their charts: fellows.N, charts_a_fellow. */
void chart_show_fellows(struct visit *v);

/*
 * The chart's questions that are asked, or that somebody wrote beside, each with
 * its answer in words: sections.N.{title,questions.N.{id,text,answer}}, and what
 * page/beside.h puts there.
 */
struct beside;
void paper_show_answers(struct visit *v, const struct abstraction *abs, const struct beside *b);

/* "Chart 7", or "Chart 7, second abstraction". */
const char *chart_title(const struct visit *v);

/* Dashboard > round > charts > this one. */
void chart_crumbs(struct visit *v, bool with_chart);

#endif
