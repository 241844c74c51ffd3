/*
 * What a patient's record says, as suggestions for answers: a FHIR R4 Bundle of one
 * patient, as mCODE STU3 and US Core fill it.
 *
 * Names, identifiers, addresses and texts are never read. A day counts only where
 * the record has all of it. What was entered in error, refuted, cancelled or not done
 * is passed over. A suggestion is always an answer that its question takes; which
 * resource of which question is a candidate stands in exchange/mcode_map.h. Where the
 * record says several things, each is suggested.
 */
#ifndef EXCHANGE_MCODE_H
#define EXCHANGE_MCODE_H

#include "exchange/fhir.h"

struct mcode_suggestion {
	const struct element *element;
	const char *value;  /* the canonical text of an answer */
	const char *source; /* "Condition/c1"; the type alone of the patient and of ids that may be a number of theirs */
	bool dated;
	int32_t date;       /* what the resource tells of */
};

struct mcode {
	struct mcode_suggestion *all; /* in the form's order */
	size_t n;
	struct fhir_problem problem;  /* code NULL: nothing is wrong */
};

struct mcode mcode_read(struct arena *a, const struct catalogue *cat, struct bytes file);

#endif
