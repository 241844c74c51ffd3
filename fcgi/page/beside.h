/*
 * What people say beside a chart's questions: soft findings confirmed, remarks
 * with where the evidence stands, and queries. The form shows how many there
 * are; the page of a question, the printed chart and staff show them all.
 */
#ifndef PAGE_BESIDE_H
#define PAGE_BESIDE_H

#include "model/confirmation.h"
#include "page/visit.h"

enum { REMARK_MAX = 1000, REASON_MAX = CONFIRMATION_REASON_MAX };

/* All that was said in a chart. */
struct beside {
	const struct soft_finding *soft; /* as the chart stands today */
	const struct remark_list_row *remarks;
	const struct chart_query_list_row *said; /* the messages of all queries */
	const struct look *look;         /* at the chart as it stands today */
	const struct finding *findings;  /* of look_check */
	size_t n_soft, n_remarks, n_said, n_findings, blocking;
};

/* The findings alone: all that a save has to know. */
struct beside *beside_findings(struct visit *v, const struct abstraction *abs);
struct beside *beside_load(struct visit *v, const struct abstraction *abs);

/* The soft finding to show beside a question: one to be confirmed before one that is; or NULL. */
const struct soft_finding *beside_note(const struct beside *b, const struct element *e);

/* Queries beside a question (NULL: in the whole chart) that wait for an answer. */
size_t beside_open_queries(const struct beside *b, const struct element *e);

/* "2 notes, 1 open query" beside a question; NULL for nothing. */
const char *beside_words(struct arena *a, const struct beside *b, const struct element *e);

/* A confirmation in words: "Confirmed by Ann Lee: measured twice". */
const char *beside_confirmed_words(struct arena *a, const struct confirmation_list_row *row);

/*
 * All that stands beside a question, below `key`: soft.N.{text,answers,confirmed,
 * confirmed_at}, remarks.N.{body,document,page,dated,name,role,written_at} and
 * queries.N.{id,state,state_word,state_look,mine,messages.N.{body,name,role,written_at}}.
 * ASCO staff do not get the practice's own remarks.
 */
void beside_show(struct visit *v, const struct beside *b, const struct element *e,
		 const char *key);

/* Whether the visitor is of the side that asked: may add to the question, and close it. */
bool beside_is_asker(const struct visit *v, bool by_staff, uint64_t asked_by);

/*
 * Puts a person's own words through abstraction_remark_problem; what may be a
 * patient's number gets a message beside the field.
 */
void beside_check_words(struct visit *v, const char *field);

#endif
