/*
 * FHIR R4 QuestionnaireResponses as rows of a file of charts (exchange/charts_in.h):
 * one resource, a Bundle of them, or one JSON a line. The first row names the columns:
 * chart_id (identifier.value), chart_modules (of the form that was filled), and every
 * question; the line of a row is the place of its response, from 1.
 *
 * A response that names a patient is refused with all others of its file: subject
 * and source with a display or identifier, and contained resources. What else is not
 * read (text, author, meta) is passed over, and nothing of it is kept.
 */
#ifndef EXCHANGE_FHIR_ROWS_H
#define EXCHANGE_FHIR_ROWS_H

#include "exchange/fhir.h"
#include "exchange/table.h"

/* What was found beside the rows. */
struct fhir_rows {
	size_t n;                    /* responses */
	size_t completed;            /* of them those with the status completed or amended */
	struct fhir_problem problem; /* code NULL: nothing is wrong */
};

/* Reads a file; the rows before a problem were handed out. */
struct fhir_rows fhir_rows(struct arena *a, const char *site, const struct catalogue *cat,
			   struct bytes file, table_fn fn, void *arg);

#endif
