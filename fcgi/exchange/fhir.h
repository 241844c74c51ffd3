/*
 * What all of FHIR R4 (4.0.1) shares here: addresses, codes, and JSON in and out.
 *
 * Choices are codings. Each question has a code system of its own below the site's
 * address, since "yes" of one is not "yes" of another. "Not documented" and
 * "unknown" are everywhere the codes asked-unknown (the chart was asked and does not
 * say) and unknown of HL7's data-absent-reason; of a date or number they stand in its
 * data-absent-reason extension, without a value.
 */
#ifndef EXCHANGE_FHIR_H
#define EXCHANGE_FHIR_H

#include <jansson.h>

#include "base/buf.h"
#include "base/row.h"
#include "measure/catalogue.h"

#define FHIR_TERMINOLOGY "http://terminology.hl7.org/CodeSystem/"
#define FHIR_ABSENT "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
#define FHIR_ABSENT_SYSTEM FHIR_TERMINOLOGY "data-absent-reason"

enum {
	FHIR_DEPTH_MAX = 40,       /* objects and lists inside one another */
	FHIR_VALUES_MAX = 400000,  /* of one file */
	FHIR_ENTRIES_MAX = 20000,  /* of one bundle */
};

/* What is wrong with a resource: a code of OperationOutcome, where, and a sentence. */
struct fhir_problem {
	const char *code;       /* structure, value, invalid, ... ; NULL: nothing is wrong */
	const char *expression; /* "QuestionnaireResponse.item[2]", or NULL */
	const char *text;
};

/* A value that jansson made; NULL is a fault. */
json_t *fhir_made(json_t *json);

/* Appends to a list, or sets a member; both take the reference over. */
void fhir_add(json_t *list, json_t *value);
void fhir_set(json_t *object, const char *key, json_t *value);

/* Appends it as JSON; false if it does not fit. */
bool fhir_write(struct buf *out, const json_t *root);

/*
 * Reads an object, which lives as long as the arena. NULL with a problem if it is
 * no JSON, too deep, too large, or names something twice.
 */
json_t *fhir_read(struct arena *a, struct bytes text, struct fhir_problem *problem);

/* A member that is a text; NULL if it is not there or something else. */
const char *fhir_text(const json_t *object, const char *key);

/* An OperationOutcome of one issue, and one more issue for it. */
json_t *fhir_outcome(const char *severity, const struct fhir_problem *problem);
void fhir_outcome_add(json_t *outcome, const char *severity, const struct fhir_problem *problem);

/* A measure's number as an id: "Core-6e". */
const char *fhir_number_id(struct arena *a, const char *number);

/* The address of a measure's page, which is its canonical. */
const char *fhir_measure_url(struct arena *a, const char *site, const char *number);

/* The code system of a question, and of a code the system where it stands. */
const char *fhir_system(struct arena *a, const char *site, const struct element *e);

/* Our "not_documented" or "unknown" as a data-absent-reason, and back; NULL for others. */
const char *fhir_absent_reason(const char *code);
const char *fhir_absent_code(const char *reason);

/* The coding of a choice. */
json_t *fhir_coding(struct arena *a, const char *site, const struct element *e,
		    const struct choice *choice);

/* The coding of "not_documented" or "unknown". */
json_t *fhir_absent_coding(const char *code);

/* A searchset of resources below the site, one page of `total`; takes the list of entries over. */
json_t *fhir_searchset(json_t *entries, size_t total, const char *self, const char *next);
json_t *fhir_entry(const char *url, json_t *resource);

#endif
