/*
 * A chart as a FHIR R4 QuestionnaireResponse, with its answers to the questions that
 * are asked of it; what is hidden now is left out, as FHIR wants it. The identifier is
 * the chart's name in files (model/there.h), so that it can come back in
 * (exchange/fhir_rows.h). It names no subject: who the patient is, is not here.
 */
#ifndef EXCHANGE_FHIR_RESPONSE_H
#define EXCHANGE_FHIR_RESPONSE_H

#include "exchange/fhir.h"
#include "model/there.h"

/* The resource, owned by the caller. */
json_t *fhir_response(struct arena *a, const char *site, const struct catalogue *cat,
		      const struct there_chart *chart);

/* Where it is fetched. */
const char *fhir_response_url(struct arena *a, const char *site, uint64_t chart);

#endif
