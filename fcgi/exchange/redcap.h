/*
 * REDCap: a round's questions as its data dictionary, and its record exports.
 *
 * A question is a field of its own id; a single choice a radio field with our
 * codes, "yes" and "no" alone a yesno field (1, 0), a multiple choice checkboxes
 * (field___code in an export), dates date_ymd, numbers integer. Codes keep letters,
 * digits and underscores, other characters become an underscore; checkbox columns
 * have them in lower case, as REDCap makes them. "Not documented" and "unknown" of
 * dates, numbers and checkboxes are the project's missing data codes ND and UNK.
 * When a question is asked becomes its branching logic.
 */
#ifndef EXCHANGE_REDCAP_H
#define EXCHANGE_REDCAP_H

#include "base/buf.h"
#include "exchange/chart_column.h"
#include "measure/answer.h"

/* What a column of a record export (raw values, one row a record) is. */
struct chart_column redcap_column(struct arena *a, const struct catalogue *cat,
				  const char *heading);

/* A raw value as the canonical text of an answer; it may be none of the question's. */
const char *redcap_answer(const struct element *element, const char *text);

/* Takes a box into an answer; false if it is neither 0 nor 1, or not to be ticked with others. */
bool redcap_box(const struct chart_column *column, const char *text, struct answer *answer);

/* The data dictionary of the questions of these modules, as the CSV that REDCap uploads. */
void redcap_dictionary(struct buf *out, struct arena *a, const struct catalogue *cat,
		       module_set modules);

/*
 * The branching logic for a condition, true exactly where the condition is; NULL
 * where REDCap cannot say it.
 */
const char *redcap_logic(struct arena *a, const struct catalogue *cat,
			 const struct cql_node *condition);

#endif
