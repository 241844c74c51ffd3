/* What all of FHIR shares: see fhir.h. */
#include "exchange/fhir.h"

#include <string.h>

#include "base/fault.h"
#include "base/text.h"

json_t *
fhir_made(json_t *json)
{
	if (json == NULL)
		fault("jansson made nothing");
	return json;
}

void
fhir_add(json_t *list, json_t *value)
{
	must(json_array_append_new(list, fhir_made(value)) == 0);
}

void
fhir_set(json_t *object, const char *key, json_t *value)
{
	must(json_object_set_new(object, key, fhir_made(value)) == 0);
}

static int
take(const char *bytes, size_t size, void *buf)
{
	return buf_add(buf, bytes, size) ? 0 : -1;
}

bool
fhir_write(struct buf *out, const json_t *root)
{
	enum { DIGITS = 15 };

	return json_dump_callback(root, take, out, JSON_COMPACT | JSON_REAL_PRECISION(DIGITS)) == 0;
}

/* How deep a text goes, and how many values it has, without making any of them. */
struct extent {
	size_t depth, deepest, values;
};

static struct extent
extent_of(struct bytes text)
{
	struct extent e = { 0, 0, 1 };
	const char *bytes = text.data;
	bool quoted = false;

	for (size_t i = 0; i < text.size; i++) {
		char c = bytes[i];

		if (quoted && c == '\\')
			i++;
		else if (c == '"')
			quoted = !quoted;
		else if (quoted)
			continue;
		else if (c == '{' || c == '[')
			e.depth++;
		else if ((c == '}' || c == ']') && e.depth > 0)
			e.depth--;
		else if (c == ',' || c == ':')
			e.values++;
		if (e.depth > e.deepest)
			e.deepest = e.depth;
	}
	return e;
}

static void
drop(void *json)
{
	json_decref(json);
}

/* A sentence about where the reading ended, without the text itself. */
static const char *
syntax(struct arena *a, const json_error_t *error)
{
	static const struct {
		enum json_error_code code;
		const char *what;
	} known[] = {
		{ json_error_duplicate_key, "A member stands there twice" },
		{ json_error_numeric_overflow, "A number is too large" },
		{ json_error_premature_end_of_input, "It ends too early" },
		{ json_error_invalid_utf8, "It is no UTF-8" },
		{ json_error_null_character, "There is a NUL in a text" },
		{ json_error_null_byte_in_key, "There is a NUL in a name" },
	};
	const char *what = "It is no JSON";

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].code == json_error_code(error))
			what = known[i].what;
	return arena_printf(a, "%s: line %d, column %d.", what, error->line, error->column);
}

json_t *
fhir_read(struct arena *a, struct bytes text, struct fhir_problem *problem)
{
	struct extent extent = extent_of(text);
	json_error_t error;
	json_t *root = NULL;

	*problem = (struct fhir_problem){ .code = "structure" };
	if (text.size == 0)
		problem->text = "The body is empty.";
	else if (extent.deepest > FHIR_DEPTH_MAX)
		problem->text = arena_printf(a, "It goes deeper than %d levels.", FHIR_DEPTH_MAX);
	else if (extent.values > FHIR_VALUES_MAX)
		problem->text = arena_printf(a, "It has more than %d values.", FHIR_VALUES_MAX);
	else if ((root = json_loadb(text.data, text.size, JSON_REJECT_DUPLICATES, &error)) == NULL)
		problem->text = syntax(a, &error);
	if (root != NULL)
		arena_defer(a, drop, root);
	if (root != NULL && !json_is_object(root)) {
		problem->text = "It must be one FHIR resource, a JSON object.";
		root = NULL;
	}
	if (root != NULL)
		problem->code = NULL;
	return root;
}

const char *
fhir_text(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

void
fhir_outcome_add(json_t *outcome, const char *severity, const struct fhir_problem *problem)
{
	json_t *issue = fhir_made(json_pack("{s:s, s:s, s:s}", "severity", severity, "code",
					    problem->code, "diagnostics", problem->text));

	if (problem->expression != NULL)
		fhir_set(issue, "expression", json_pack("[s]", problem->expression));
	fhir_add(json_object_get(outcome, "issue"), issue);
}

json_t *
fhir_outcome(const char *severity, const struct fhir_problem *problem)
{
	json_t *outcome = fhir_made(json_pack("{s:s, s:[]}", "resourceType", "OperationOutcome",
					      "issue"));

	fhir_outcome_add(outcome, severity, problem);
	return outcome;
}

/* A number with something else in place of its spaces. */
static const char *
number_with(struct arena *a, const char *number, const char *space)
{
	struct buf *out = buf_new(a, 256);

	for (; *number != '\0'; number++) {
		if (*number == ' ')
			buf_str(out, space);
		else
			buf_char(out, *number);
	}
	return out->data;
}

const char *
fhir_number_id(struct arena *a, const char *number)
{
	return number_with(a, number, "-");
}

const char *
fhir_measure_url(struct arena *a, const char *site, const char *number)
{
	return arena_printf(a, "%s/measures/%s", site, number_with(a, number, "%20"));
}

const char *
fhir_system(struct arena *a, const char *site, const struct element *e)
{
	return arena_printf(a, "%s/fhir/CodeSystem/%s", site, e->id);
}

static const struct {
	const char *code, *reason, *display;
} absent[] = {
	{ "not_documented", "asked-unknown", "Not documented" },
	{ "unknown", "unknown", "Unknown" },
};
enum { N_ABSENT = sizeof absent / sizeof *absent };

const char *
fhir_absent_reason(const char *code)
{
	for (size_t i = 0; i < N_ABSENT; i++)
		if (text_equal(absent[i].code, code))
			return absent[i].reason;
	return NULL;
}

const char *
fhir_absent_code(const char *reason)
{
	for (size_t i = 0; i < N_ABSENT; i++)
		if (text_equal(absent[i].reason, reason))
			return absent[i].code;
	return NULL;
}

static json_t *
coding(const char *system, const char *code, const char *display)
{
	return fhir_made(json_pack("{s:s, s:s, s:s}", "system", system, "code", code, "display",
				   display));
}

json_t *
fhir_coding(struct arena *a, const char *site, const struct element *e,
	    const struct choice *choice)
{
	const char *reason = fhir_absent_reason(choice->code);

	return reason == NULL ? coding(fhir_system(a, site, e), choice->code, choice->label)
			      : coding(FHIR_ABSENT_SYSTEM, reason, choice->label);
}

json_t *
fhir_absent_coding(const char *code)
{
	for (size_t i = 0; i < N_ABSENT; i++)
		if (text_equal(absent[i].code, code))
			return coding(FHIR_ABSENT_SYSTEM, absent[i].reason, absent[i].display);
	fault("%s is no reason for an absent value", code);
}

json_t *
fhir_entry(const char *url, json_t *resource)
{
	return fhir_made(json_pack("{s:s, s:o, s:{s:s}}", "fullUrl", url, "resource", resource,
				   "search", "mode", "match"));
}

json_t *
fhir_searchset(json_t *entries, size_t total, const char *self, const char *next)
{
	json_t *links = fhir_made(json_pack("[{s:s, s:s}]", "relation", "self", "url", self));
	json_t *bundle;

	if (next != NULL)
		fhir_add(links, json_pack("{s:s, s:s}", "relation", "next", "url", next));
	bundle = fhir_made(json_pack("{s:s, s:s, s:I, s:o}", "resourceType", "Bundle", "type",
				     "searchset", "total", (json_int_t)total, "link", links));
	if (json_array_size(entries) > 0)
		fhir_set(bundle, "entry", entries);
	else
		json_decref(entries);
	return bundle;
}
