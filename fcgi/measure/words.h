/* Conditions in plain words, with the form's own questions and labels. */
#ifndef MEASURE_WORDS_H
#define MEASURE_WORDS_H

#include "measure/catalogue.h"

/* A relation's side that is looked at: a question, or "Days from “...” to “...”". */
const char *words_question(const struct catalogue *cat, const struct cql_node *relation,
	struct arena *a);

/* The same of one date or number expression. */
const char *words_amount(const struct catalogue *cat, const struct cql_node *amount,
	struct arena *a);

/* What a relation between dates or numbers asks for, without its right side: "at most ". */
const char *words_relation(enum cql_kind kind, bool negated);

/* What any other relation asks for: "Yes", "Moderate or Severe", "a recorded value". */
const char *words_wanted(const struct catalogue *cat, const struct cql_node *relation,
	bool negated, struct arena *a);

/* A condition as an outline: a heading with parts below, or a question and what it asks for. */
struct words {
	const char *text;    /* "All of these", or the question */
	const char *wanted;  /* of a question; NULL of a heading */
	struct words *parts; /* of a heading, linked by next */
	struct words *next;
};

/* When a condition is true. */
const struct words *words_outline(const struct catalogue *cat, const struct cql_node *condition,
	struct arena *a);

#endif
