/*
 * What of the catalogue anybody may have as FHIR R4: forms, measures, their
 * libraries, and what this server can do.
 */
#include "base/date.h"
#include "base/text.h"
#include "exchange/fhir_form.h"
#include "exchange/fhir_measure.h"
#include "page/fhir.h"
#include "page/pages.h"

static void
drop(void *json)
{
	json_decref(json);
}

void
fhir_send(struct visit *v, int status, json_t *resource)
{
	arena_defer(v->a, drop, resource);
	if (!fhir_write(v->req->resp.body, resource)) {
		resp_clear(v->req);
		visit_error(v, 413, "That is more than one answer can hold. Ask for fewer with _count.");
		return;
	}
	resp_type(v->req, status, "application/fhir+json");
	resp_header(v->req, "Cache-Control", v->bearer == NULL ? "no-cache" : "no-store");
}

void
fhir_refuse(struct visit *v, int status, const char *why)
{
	static const struct {
		int status;
		const char *code;
	} codes[] = { { 400, "structure" }, { 401, "login" },    { 403, "forbidden" },
		      { 404, "not-found" }, { 409, "conflict" }, { 413, "too-long" },
		      { 415, "structure" }, { 422, "invalid" },  { 429, "throttled" } };
	struct fhir_problem problem = { "exception", NULL, why };

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (codes[i].status == status)
			problem.code = codes[i].code;
	fhir_send(v, status, fhir_outcome("error", &problem));
}

const char *
fhir_site(const struct visit *v)
{
	return v->app->conf->site_address;
}

static const char *
address(struct visit *v, const char *type)
{
	return arena_printf(v->a, "%s/fhir/%s", fhir_site(v), type);
}

/* A form of each module that charts are asked for. */
void
fhir_questionnaire_list(struct visit *v)
{
	const struct catalogue *cat = v->app->catalogue;
	json_t *entries = fhir_made(json_array());

	for (size_t i = 0; i < cat->n_modules; i++) {
		module_set set = module_bit(&cat->modules[i]);

		fhir_add(entries, fhir_entry(fhir_form_url(v->a, fhir_site(v), cat, set),
					     fhir_form(v->a, fhir_site(v), cat, set)));
	}
	fhir_send(v, 200, fhir_searchset(entries, json_array_size(entries),
					 address(v, "Questionnaire"), NULL));
}

void
fhir_questionnaire(struct visit *v)
{
	const struct catalogue *cat = v->app->catalogue;
	module_set set = fhir_form_modules(v->a, cat, v->match.values[0]);

	if (set == 0)
		visit_error(v, 404, "There is no such module. A form of several has their ids with a "
				    "dot between, such as CORE.BREAST.");
	else
		fhir_send(v, 200, fhir_form(v->a, fhir_site(v), cat, set));
}

void
fhir_measure_list(struct visit *v)
{
	const struct catalogue *cat = v->app->catalogue;
	json_t *entries = fhir_made(json_array());

	for (size_t i = 0; i < cat->n_measures; i++) {
		const struct measure *m = &cat->measures[i];

		fhir_add(entries, fhir_entry(fhir_measure_address(v->a, fhir_site(v), m),
					     fhir_measure(v->a, fhir_site(v), m, cat)));
	}
	fhir_send(v, 200, fhir_searchset(entries, cat->n_measures, address(v, "Measure"), NULL));
}

void
fhir_measure_show(struct visit *v)
{
	const struct catalogue *cat = v->app->catalogue;
	const struct measure *m = fhir_measure_of(v->a, cat, v->match.values[0]);

	if (m == NULL)
		visit_error(v, 404, "There is no measure of this number. It has a hyphen for its "
				    "space, such as Core-1.");
	else
		fhir_send(v, 200, fhir_measure(v->a, fhir_site(v), m, cat));
}

void
fhir_library_show(struct visit *v)
{
	const struct catalogue *cat = v->app->catalogue;
	const struct module *m = catalogue_module(cat, v->match.values[0]);

	if (m == NULL)
		visit_error(v, 404, "A library is named by its module, such as CORE.");
	else
		fhir_send(v, 200, fhir_library(v->a, fhir_site(v), m, cat));
}

/* What a type of resource can do here, as { type, interaction }. */
static json_t *
capability(const char *type, const char *const *interactions, const char *note)
{
	json_t *list = fhir_made(json_array());

	for (; *interactions != NULL; interactions++)
		fhir_add(list, json_pack("{s:s}", "code", *interactions));
	return fhir_made(json_pack("{s:s, s:o, s:s}", "type", type, "interaction", list,
				   "documentation", note));
}

void
fhir_metadata(struct visit *v)
{
	static const char *const search[] = { "read", "search-type", NULL };
	static const char *const read[] = { "read", NULL };
	static const char *const all[] = { "read", "search-type", "create", NULL };
	char day[DATE_TEXT_SIZE];
	json_t *rest = fhir_made(json_pack(
		"{s:s, s:{s:s}, s:[o, o, o, o]}", "mode", "server", "security", "description",
		"A token of a practice, made on its page: Authorization: Bearer myqopi_...",
		"resource",
		capability("Questionnaire", search, "Public. A form of several modules has "
			   "their ids with a dot between."),
		capability("QuestionnaireResponse", all,
			   "The charts of the token's practice and round. Parameters _count and "
			   "_offset, and identifier: the chart's label."),
		capability("Measure", search, "Public."), capability("Library", read, "Public.")));

	fhir_send(v, 200,
		  json_pack("{s:s, s:s, s:s, s:s, s:{s:s, s:s}, s:s, s:[s], s:[o]}",
			    "resourceType", "CapabilityStatement", "status", "active", "date",
			    date_format(time_day(time_now()), day), "kind", "instance",
			    "implementation", "description", "myQOPI", "url",
			    arena_printf(v->a, "%s/fhir", fhir_site(v)), "fhirVersion", "4.0.1",
			    "format", "json", "rest", rest));
}
