/*
 * A sheet of charts: CSV with a header of `chart_id` and ids of questions, then
 * a chart a line. What is wrong is written with line and column. What an export
 * of a round's charts adds (chart_number, chart_state, chart_modules) is passed over.
 */
#ifndef MEASURE_SHEET_H
#define MEASURE_SHEET_H

#include <stdio.h>

#include "measure/chart.h"
#include "measure/csv.h"

struct sheet {
	const struct catalogue *cat;
	struct arena *arena;
	FILE *err;
	struct csv *csv;
	struct sheet_column *columns; /* by field */
	size_t n_columns, id_column;
	const char *id;               /* of the chart read last; good until the next */
};

/* Reads the header; false (and said) if it is not right. */
bool sheet_open(struct sheet *sheet, const struct catalogue *cat, FILE *in, FILE *err,
	struct arena *a);

/*
 * Reads the next chart's line. CSV_WRONG: it is not right, which was said; if
 * csv->error is set nothing can be read behind it.
 */
enum csv_state sheet_next(struct sheet *sheet);

/*
 * The chart's answers, into a chart or straight into a row of a cleared block.
 * False if any is wrong; each wrong one is said.
 */
bool sheet_answers(struct sheet *sheet, struct answer *chart);
bool sheet_put(struct sheet *sheet, struct cql_block *block, size_t row);

#endif
