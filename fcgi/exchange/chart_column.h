/* What a column of a file of charts holds, whatever its form. */
#ifndef EXCHANGE_CHART_COLUMN_H
#define EXCHANGE_CHART_COLUMN_H

#include "measure/catalogue.h"

enum column_kind {
	COLUMN_UNKNOWN, /* may not be there */
	COLUMN_NOTHING, /* passed over */
	COLUMN_RECORD,  /* the chart's name */
	COLUMN_ANSWER,  /* the answer to a question */
	COLUMN_BOX,     /* one box of a multiple choice: 1 or 0 */
	COLUMN_MODULES, /* modules of a new chart, joined by ";" */
	COLUMN_MODULE,  /* one of them: 1 or 0 */
	COLUMN_ONCE,    /* must be empty: the row repeats a chart */
};

/* Boxes in place of a choice: there is no value; one that the question does not have. */
enum { BOX_NOT_DOCUMENTED = -1, BOX_UNKNOWN = -2, BOX_NONE = -3 };

struct chart_column {
	enum column_kind kind;
	const struct element *element; /* of an answer or box */
	const struct module *module;   /* of a module's box */
	int choice;                    /* of a box: the choice, or one of those above */
};

#endif
