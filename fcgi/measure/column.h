/*
 * Answers as text straight into a column of a block, for charts by the million.
 *
 * Only texts exactly as answer_write gives them are taken; for any other, and
 * to say what is wrong with it, there is answer_read.
 */
#ifndef MEASURE_COLUMN_H
#define MEASURE_COLUMN_H

#include "cql/eval.h"
#include "measure/catalogue.h"

struct column;

struct column *column_new(struct arena *a, const struct element *element);

/*
 * Puts the answer into row `row` of the question's column in a block that was
 * cleared; false, with nothing put, if the text is not taken. CSV_PADDING bytes
 * behind the text may be read.
 */
bool column_put(const struct column *column, struct cql_block *block, size_t row,
	const char *text, size_t len);

#endif
