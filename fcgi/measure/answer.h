/* One answer: from text and back. */
#ifndef MEASURE_ANSWER_H
#define MEASURE_ANSWER_H

#include "base/arena.h"
#include "measure/catalogue.h"

enum answer_state {
	ANSWER_NONE,           /* not answered */
	ANSWER_VALUE,
	ANSWER_NOT_DOCUMENTED, /* of dates, numbers and multiple choices; a single */
	ANSWER_UNKNOWN,        /* choice has these as choices of its own */
};

struct answer {
	enum answer_state state;
	int32_t value; /* choice index, bit set of choices, day number or number */
};

/*
 * Reads the canonical text of an answer: a code; codes with `;` between for a
 * multiple choice; YYYY-MM-DD; a whole number; not_documented or unknown where
 * the question allows it; "" for no answer. False, with a message for a person,
 * if the text is none of these. Ranges are not looked at: see chart_check.
 */
bool answer_read(const struct element *element, const char *text, struct answer *answer,
	struct arena *a, const char **message);

/* The canonical text; codes of a multiple choice in the order of the choices. */
const char *answer_write(const struct element *element, struct answer answer, struct arena *a);

/* The answer in the form's words: "Moderate (4-6)", "Height; Weight", "Not answered". */
const char *answer_label(const struct element *element, struct answer answer, struct arena *a);

bool answer_equal(struct answer one, struct answer other);

#endif
