/*
 * The questions of modules as a FHIR R4 Questionnaire.
 *
 * A section is a group, a question an item whose linkId is the question's id. When a
 * question is asked stands in enableWhen wherever its flat list, all or any of it,
 * says exactly that; else in SDC's enableWhenExpression, as CQL, and enableWhen is
 * left out. A comparison there needs a value, so that a date or number without one,
 * for whatever reason, enables nothing.
 */
#ifndef EXCHANGE_FHIR_FORM_H
#define EXCHANGE_FHIR_FORM_H

#include "exchange/fhir.h"

/* "CORE.SMT": the id of the form of these modules. And back: 0 if it is none. */
const char *fhir_form_id(struct arena *a, const struct catalogue *cat, module_set modules);
module_set fhir_form_modules(struct arena *a, const struct catalogue *cat, const char *id);

/* The form's address, without its version. */
const char *fhir_form_url(struct arena *a, const char *site, const struct catalogue *cat,
			  module_set modules);

/* The form, owned by the caller. */
json_t *fhir_form(struct arena *a, const char *site, const struct catalogue *cat,
		  module_set modules);

/*
 * Puts enableWhen and enableBehavior into an item so that it is enabled exactly where
 * the condition is true; false, and nothing put, where that cannot be said so.
 */
bool fhir_enable_when(struct arena *a, const char *site, const struct catalogue *cat,
		      const struct cql_node *condition, json_t *item);

#endif
