/*
 * `qopi evaluate`, `qopi explain` and `qopi catalogue check`: charts as CSV in,
 * outcomes out, without a database.
 *
 * Input: a header with `chart_id` and ids of questions, then a chart a line;
 * texts of answers as answer_read takes them. Anything wrong is written to
 * `err` with line and column, nothing to `out`. All functions give the exit
 * status: 0 done, 1 the work failed, 2 wrong input.
 */
#ifndef MEASURE_EVALUATE_H
#define MEASURE_EVALUATE_H

#include <stdio.h>

#include "measure/catalogue.h"

/* Writes chart_id,measure,outcome for each chart and measure; `only`: a module, or NULL. */
int evaluate_csv(const struct catalogue *cat, FILE *in, FILE *out, FILE *err, const char *only);

/* Writes chart_id,question for each question that the form asks of each chart, in form order. */
int asked_csv(const struct catalogue *cat, FILE *in, FILE *out, FILE *err);

/* Writes in words why each chart has its outcome; `chart_id`: only that one, or NULL. */
int explain_csv(const struct catalogue *cat, FILE *in, FILE *out, FILE *err,
	const char *measure, const char *chart_id);

/* Loads the catalogue of a folder and says what is in it, or what is wrong. */
int catalogue_check(const char *dir, FILE *out, FILE *err);

#endif
