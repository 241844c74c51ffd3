/* What the addresses below /fhir share: fhir_public.c, fhir_response.c. */
#ifndef PAGE_FHIR_H
#define PAGE_FHIR_H

#include "exchange/fhir.h"
#include "page/visit.h"

/* Answers with a resource, whose reference it takes over. */
void fhir_send(struct visit *v, int status, json_t *resource);

/* Answers with an OperationOutcome of that status; visit_error does so below /fhir. */
void fhir_refuse(struct visit *v, int status, const char *why);

/* This site's address, below which canonicals and code systems stand. */
const char *fhir_site(const struct visit *v);

#endif
