/* Questions as a Questionnaire: see fhir_form.h. */
#include "exchange/fhir_form.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "exchange/logic.h"

#define CORE "http://hl7.org/fhir/StructureDefinition/"
#define SDC "http://hl7.org/fhir/uv/sdc/StructureDefinition/"

/* A flat list of conditions on its way, of which all or any must hold. */
struct enabling {
	struct arena *a;
	const char *site;
	json_t *list;
	bool all, any; /* the list must be read so: both is impossible */
};

static bool put(struct enabling *w, const struct logic *l);

static void
put_condition(struct enabling *w, const struct element *e, const char *sign, const char *key,
	      json_t *answer)
{
	fhir_add(w->list, json_pack("{s:s, s:s, s:o}", "question", e->id, "operator", sign, key,
				    fhir_made(answer)));
}

/* Notes how the list must be read if this stands in it; false if it cannot. */
static bool
read_as(struct enabling *w, bool all)
{
	*(all ? &w->all : &w->any) = true;
	return !(w->all && w->any);
}

static json_t *
amount(const struct element *e, int32_t value)
{
	char day[DATE_TEXT_SIZE];

	return e->type == ELEMENT_DATE ? json_string(date_format(value, day))
				       : json_integer(value);
}

static void
put_amount(struct enabling *w, const struct element *e, const char *sign, int32_t value)
{
	put_condition(w, e, sign, e->type == ELEMENT_DATE ? "answerDate" : "answerInteger",
		      amount(e, value));
}

static bool
may_lack_value(const struct element *e)
{
	return e->not_documented || e->unknown;
}

/* The lowest value there is: what is at least that has a value. */
static int32_t
lowest(const struct element *e)
{
	int32_t day = INT32_MIN;

	if (e->type == ELEMENT_DATE)
		date_from_parts((struct date_parts){ 1, 1, 1 }, &day);
	return day;
}

static bool
put_given(struct enabling *w, const struct element *e, bool is)
{
	if (!may_lack_value(e)) {
		put_condition(w, e, "exists", "answerBoolean", json_boolean(is));
		return true;
	}
	if (e->type != ELEMENT_MULTIPLE) {
		if (is)
			put_amount(w, e, ">=", lowest(e));
		return is; /* what has no value for a reason cannot be told from what has one */
	}
	if (!read_as(w, false))
		return false;
	for (size_t i = 0; i < e->n_choices && is; i++)
		put_condition(w, e, "=", "answerCoding",
			      fhir_coding(w->a, w->site, e, &e->choices[i]));
	if (is)
		return true;
	put_condition(w, e, "exists", "answerBoolean", json_false());
	if (e->not_documented)
		put_condition(w, e, "=", "answerCoding", fhir_absent_coding("not_documented"));
	if (e->unknown)
		put_condition(w, e, "=", "answerCoding", fhir_absent_coding("unknown"));
	return true;
}

/* A question beside a constant. "Not equal" needs a value too: less, or more. */
static bool
put_comparison(struct enabling *w, const struct logic *l)
{
	static const enum cql_kind mirrored[][2] = {
		{ CQL_LESS, CQL_GREATER },
		{ CQL_GREATER, CQL_LESS },
		{ CQL_LESS_OR_EQUAL, CQL_GREATER_OR_EQUAL },
		{ CQL_GREATER_OR_EQUAL, CQL_LESS_OR_EQUAL },
	};
	const struct element *e = l->left.element;
	enum cql_kind relation = l->relation;
	int32_t value = l->right.constant;

	if ((e == NULL) == (l->right.element == NULL))
		return false;
	if (e == NULL) {
		e = l->right.element;
		value = l->left.constant;
		for (size_t i = 0; i < sizeof mirrored / sizeof *mirrored; i++)
			if (mirrored[i][0] == l->relation)
				relation = mirrored[i][1];
	}
	if (relation != CQL_NOT_EQUAL) {
		put_amount(w, e, logic_sign(relation, ""), value);
		return true;
	}
	put_amount(w, e, "<", value);
	put_amount(w, e, ">", value);
	return read_as(w, false);
}

static bool
put_parts(struct enabling *w, const struct logic *l)
{
	if (l->parts->next != NULL && !read_as(w, l->kind == LOGIC_ALL))
		return false;
	for (const struct logic *part = l->parts; part != NULL; part = part->next)
		if (!put(w, part))
			return false;
	return true;
}

static bool
put(struct enabling *w, const struct logic *l)
{
	switch (l->kind) {
	case LOGIC_ALWAYS: return false;
	case LOGIC_ALL:
	case LOGIC_ANY: return put_parts(w, l);
	case LOGIC_CODE:
		put_condition(w, l->element, l->is ? "=" : "!=", "answerCoding",
			      fhir_coding(w->a, w->site, l->element,
					  &l->element->choices[l->choice]));
		return true;
	case LOGIC_GIVEN: return put_given(w, l->element, l->is);
	case LOGIC_COMPARE: return put_comparison(w, l);
	}
	return false;
}

bool
fhir_enable_when(struct arena *a, const char *site, const struct catalogue *cat,
		 const struct cql_node *condition, json_t *item)
{
	struct enabling w = { a, site, fhir_made(json_array()), false, false };
	const struct logic *logic = logic_of(a, cat, condition);

	if (logic == NULL || !put(&w, logic)) {
		json_decref(w.list);
		return false;
	}
	if (json_array_size(w.list) > 1)
		fhir_set(item, "enableBehavior", json_string(w.all ? "all" : "any"));
	fhir_set(item, "enableWhen", w.list);
	return true;
}

/* What an item says by extensions. */
static void
extend(json_t *item, const char *url, const char *key, json_t *value)
{
	json_t *list = json_object_get(item, "extension");

	if (list == NULL) {
		list = fhir_made(json_array());
		fhir_set(item, "extension", list);
	}
	fhir_add(list, json_pack("{s:s, s:o}", "url", url, key, fhir_made(value)));
}

static void
put_choices(struct arena *a, const char *site, const struct element *e, json_t *item)
{
	json_t *options = fhir_made(json_array());

	for (size_t i = 0; i < e->n_choices; i++)
		fhir_add(options, json_pack("{s:o}", "valueCoding",
					    fhir_coding(a, site, e, &e->choices[i])));
	if (e->not_documented)
		fhir_add(options, json_pack("{s:o}", "valueCoding",
					    fhir_absent_coding("not_documented")));
	if (e->unknown)
		fhir_add(options, json_pack("{s:o}", "valueCoding", fhir_absent_coding("unknown")));
	fhir_set(item, "answerOption", options);
}

/* Reasons why a date or number may lack a value, and the range of a number. */
static void
put_limits(struct arena *a, const char *site, const struct element *e, json_t *item)
{
	const char *without = arena_printf(a, "%s/fhir/StructureDefinition/without-value", site);

	if (e->has_range) {
		extend(item, CORE "minValue", "valueInteger", json_integer(e->min));
		extend(item, CORE "maxValue", "valueInteger", json_integer(e->max));
	}
	if (e->not_documented)
		extend(item, without, "valueCode",
		       json_string(fhir_absent_reason("not_documented")));
	if (e->unknown)
		extend(item, without, "valueCode", json_string(fhir_absent_reason("unknown")));
}

static void
put_help(struct arena *a, const struct element *e, json_t *item)
{
	json_t *help;

	if (e->help == NULL)
		return;
	help = fhir_made(json_pack("{s:s, s:s, s:s}", "linkId", arena_printf(a, "%s.help", e->id),
				   "type", "display", "text", e->help));
	extend(help, CORE "questionnaire-itemControl", "valueCodeableConcept",
	       json_pack("{s:[{s:s, s:s}]}", "coding", "system",
			 "http://hl7.org/fhir/questionnaire-item-control", "code", "help"));
	fhir_set(item, "item", json_pack("[o]", help));
}

static json_t *
question(struct arena *a, const char *site, const struct catalogue *cat, const struct element *e)
{
	const char *type = e->n_choices > 0            ? "choice"
			   : e->type == ELEMENT_DATE ? "date"
						       : "integer";
	json_t *item = fhir_made(json_pack("{s:s, s:s, s:s}", "linkId", e->id, "text", e->question,
					   "type", type));

	if (e->condition != NULL && !fhir_enable_when(a, site, cat, e->condition, item))
		extend(item, SDC "sdc-questionnaire-enableWhenExpression", "valueExpression",
		       json_pack("{s:s, s:s}", "language", "text/cql", "expression",
				 e->asked_when));
	if (!e->optional)
		fhir_set(item, "required", json_true());
	if (e->type == ELEMENT_MULTIPLE)
		fhir_set(item, "repeats", json_true());
	if (e->n_choices > 0)
		put_choices(a, site, e, item);
	else
		put_limits(a, site, e, item);
	put_help(a, e, item);
	return item;
}

static json_t *
sections(struct arena *a, const char *site, const struct catalogue *cat, module_set modules)
{
	json_t *groups = fhir_made(json_array()), *items = NULL;
	const char *title = NULL;

	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];

		if (e->system || (e->modules & modules) == 0)
			continue;
		if (title == NULL || !text_equal(title, e->section)) {
			title = e->section;
			items = fhir_made(json_array());
			fhir_add(groups, json_pack("{s:s, s:s, s:s, s:o}", "linkId",
						   arena_printf(a, "section-%zu",
								json_array_size(groups) + 1),
						   "text", title, "type", "group", "item", items));
		}
		fhir_add(items, question(a, site, cat, e));
	}
	return groups;
}

const char *
fhir_form_id(struct arena *a, const struct catalogue *cat, module_set modules)
{
	const char *id = "";

	for (size_t i = 0; i < cat->n_modules; i++)
		if ((modules & module_bit(&cat->modules[i])) != 0)
			id = arena_printf(a, "%s%s%s", id, *id == '\0' ? "" : ".",
					  cat->modules[i].id);
	return id;
}

module_set
fhir_form_modules(struct arena *a, const struct catalogue *cat, const char *id)
{
	module_set set = 0;
	size_t n;
	char **ids = text_split(a, id, '.', &n);

	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, ids[i]);

		if (m == NULL)
			return 0;
		set |= module_bit(m);
	}
	return set;
}

const char *
fhir_form_url(struct arena *a, const char *site, const struct catalogue *cat, module_set modules)
{
	return arena_printf(a, "%s/fhir/Questionnaire/%s", site, fhir_form_id(a, cat, modules));
}

/* "Core, Symptom and Toxicity Management": the titles of modules. */
static const char *
titles(struct arena *a, const struct catalogue *cat, module_set modules)
{
	const char *text = "";

	for (size_t i = 0; i < cat->n_modules; i++)
		if ((modules & module_bit(&cat->modules[i])) != 0)
			text = arena_printf(a, "%s%s%s", text, *text == '\0' ? "" : ", ",
					    cat->modules[i].title);
	return text;
}

json_t *
fhir_form(struct arena *a, const char *site, const struct catalogue *cat, module_set modules)
{
	const char *id = fhir_form_id(a, cat, modules);

	return fhir_made(json_pack(
		"{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:[s], s:o}", "resourceType", "Questionnaire",
		"id", id, "url", fhir_form_url(a, site, cat, modules), "version",
		cat->hash, "name",
		arena_printf(a, "MyQOPI%.*s", (int)strcspn(id, "."), id), "title",
		titles(a, cat, modules), "status", "active", "subjectType", "Patient", "item",
		sections(a, site, cat, modules)));
}
