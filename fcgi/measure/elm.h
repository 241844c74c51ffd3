/* The measures of a catalogue as HL7 ELM: see cql/elm.h for its data model. */
#ifndef MEASURE_ELM_H
#define MEASURE_ELM_H

#include "measure/catalogue.h"

/*
 * Appends a library with the clauses and outcomes ("Core 3 Met") of all measures,
 * or of one module's, and all that they use. Its version is the edition's hash.
 */
void catalogue_elm(const struct catalogue *cat, const struct module *only, struct buf *out,
	struct arena *scratch);

#endif
