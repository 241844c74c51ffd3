/* Measures as FHIR: see fhir_measure.h. */
#include "exchange/fhir_measure.h"

#include <string.h>

#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "measure/elm.h"

enum { TEXT_MAX = 4 * 1024 * 1024 };

const struct measure *
fhir_measure_of(struct arena *a, const struct catalogue *cat, const char *id)
{
	for (size_t i = 0; i < cat->n_measures; i++)
		if (text_equal(fhir_number_id(a, cat->measures[i].number), id))
			return &cat->measures[i];
	return NULL;
}

const char *
fhir_measure_address(struct arena *a, const char *site, const struct measure *m)
{
	return arena_printf(a, "%s/fhir/Measure/%s", site, fhir_number_id(a, m->number));
}

static const char *
library_url(struct arena *a, const char *site, const struct module *module)
{
	return arena_printf(a, "%s/fhir/Library/%s", site, module->id);
}

static json_t *
concept(const char *system, const char *code, const char *display)
{
	return fhir_made(json_pack("{s:[{s:s, s:s, s:s*}]}", "coding", "system", system, "code",
				   code, "display", display));
}

static void
add_population(json_t *list, struct arena *a, const struct measure *m, const char *code,
	       const char *display, enum clause_kind kind)
{
	if (m->clauses[kind].text == NULL)
		return;
	fhir_add(list, json_pack("{s:o, s:{s:s, s:s}}", "code",
				 concept(FHIR_TERMINOLOGY "measure-population", code, display),
				 "criteria", "language", "text/cql", "expression",
				 arena_printf(a, "\"%s %s\"", m->number, clause_title(kind))));
}

/* As the reports count them (exchange/report_fhir.c). */
static json_t *
populations(struct arena *a, const struct measure *m)
{
	json_t *list = fhir_made(json_array());

	add_population(list, a, m, "initial-population", "Initial Population", CLAUSE_DENOMINATOR);
	add_population(list, a, m, "denominator", "Denominator", CLAUSE_DENOMINATOR);
	add_population(list, a, m, "denominator-exclusion", "Denominator Exclusion",
		       CLAUSE_EXCLUSIONS);
	add_population(list, a, m, "numerator", "Numerator", CLAUSE_NUMERATOR);
	add_population(list, a, m, "denominator-exception", "Denominator Exception",
		       CLAUSE_EXCEPTIONS);
	return list;
}

json_t *
fhir_measure(struct arena *a, const char *site, const struct measure *m,
	     const struct catalogue *cat)
{
	const char *library = arena_printf(a, "%s|%s", library_url(a, site, m->module), cat->hash);

	return fhir_made(json_pack(
		"{s:s, s:s, s:s, s:s, s:s, s:s, s:[s], s:o, s:o, s:[{s:o}]}", "resourceType",
		"Measure", "id", fhir_number_id(a, m->number), "url",
		fhir_measure_url(a, site, m->number), "version", cat->hash, "title", m->title,
		"status", "active", "library", library, "scoring",
		concept(FHIR_TERMINOLOGY "measure-scoring", "proportion", "Proportion"),
		"improvementNotation",
		concept(FHIR_TERMINOLOGY "measure-improvement-notation",
			m->lower_is_better ? "decrease" : "increase", NULL),
		"group", "population", populations(a, m)));
}

/* The definitions of the module and those that modules share, as they were written. */
static struct bytes
source(struct arena *a, const struct module *module, const struct catalogue *cat)
{
	struct buf *out = buf_new(a, TEXT_MAX);

	for (const struct cql_definition *d = cat->library.first; d != NULL; d = d->next)
		if (d->place.file != NULL && (text_equal(d->place.file, module->file) ||
					      text_equal(d->place.file, "populations.cql")))
			buf_printf(out, "define \"%s\": %s\n\n", d->name, d->source);
	must(!out->full);
	return (struct bytes){ out->data, out->len };
}

static json_t *
content(struct arena *a, const char *type, struct bytes bytes)
{
	return fhir_made(json_pack("{s:s, s:s}", "contentType", type, "data",
				   secret_base64(a, bytes)));
}

json_t *
fhir_library(struct arena *a, const char *site, const struct module *module,
	     const struct catalogue *cat)
{
	struct buf *elm = buf_new(a, TEXT_MAX);

	catalogue_elm(cat, module, elm, a);
	must(!elm->full);
	return fhir_made(json_pack(
		"{s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:[o, o]}", "resourceType", "Library", "id",
		module->id, "url", library_url(a, site, module), "version", cat->hash, "title",
		module->title, "status", "active", "type",
		concept(FHIR_TERMINOLOGY "library-type", "logic-library", "Logic Library"),
		"content",
		content(a, "application/elm+json", (struct bytes){ elm->data, elm->len }),
		content(a, "text/cql", source(a, module, cat))));
}
