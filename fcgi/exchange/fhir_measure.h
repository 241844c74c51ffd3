/*
 * Measures as FHIR R4: a Measure each, with its populations by the names of their
 * definitions, and a Library a module with those definitions as ELM (measure/elm.h)
 * and as the text they were written in.
 */
#ifndef EXCHANGE_FHIR_MEASURE_H
#define EXCHANGE_FHIR_MEASURE_H

#include "exchange/fhir.h"

/* The resource, owned by the caller. `site` is the address of this site. */
json_t *fhir_measure(struct arena *a, const char *site, const struct measure *m,
		     const struct catalogue *cat);
json_t *fhir_library(struct arena *a, const char *site, const struct module *module,
		     const struct catalogue *cat);

/* The measure of an id ("Core-6e"); NULL if there is none. */
const struct measure *fhir_measure_of(struct arena *a, const struct catalogue *cat,
				      const char *id);

/* The address of a measure's resource. */
const char *fhir_measure_address(struct arena *a, const char *site, const struct measure *m);

#endif
