/* A patient's record as suggestions: see mcode.h. This file takes the bundle apart. */
#include "exchange/mcode.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "exchange/mcode_find.h"
#include "exchange/mcode_value.h"
#include "model/abstraction.h"

enum { ID_MAX = 64, SUGGESTIONS_MAX = 300 };

struct taking {
	struct arena *a;
	struct mcode *out;
	struct mcode_resource *all;
	size_t n, patients;
	const char *subject; /* the id behind the references to the patient */
};

static bool
wrong(struct taking *t, const char *code, size_t entry, const char *text)
{
	t->out->problem = (struct fhir_problem){
		code, arena_printf(t->a, "Bundle.entry[%zu].resource", entry), text
	};
	return false;
}

/* Where a type of resource says when; NULL for a type that is not read. */
static const struct mcode_when *
when_of(const char *type)
{
	for (size_t i = 0; i < mcode_n_whens; i++)
		if (text_equal(mcode_whens[i].type, type))
			return &mcode_whens[i];
	return NULL;
}

/* What was not so, or is not meant. */
static bool
is_void(const json_t *resource)
{
	static const char *const voids[] = { "entered-in-error", "cancelled", "not-done", "refuted" };
	const char *status = fhir_text(resource, "status");

	for (size_t i = 0; i < sizeof voids / sizeof *voids; i++)
		if ((status != NULL && text_equal(status, voids[i])) ||
		    mcode_has_code(json_object_get(resource, "verificationStatus"), voids[i]))
			return true;
	return false;
}

/* Type and id; no id that may be a number of the patient's. */
static const char *
source_of(struct taking *t, const json_t *resource, const char *type)
{
	const char *id = fhir_text(resource, "id");

	if (id == NULL || *id == '\0' || strlen(id) > ID_MAX || text_equal(type, "Patient") ||
	    strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.") !=
		    strlen(id) ||
	    abstraction_label_problem(id) != NULL)
		return type;
	return arena_printf(t->a, "%s/%s", type, id);
}

/* The id at the end of a reference: "Patient/p1", "urn:uuid:..." */
static const char *
reference_id(const char *reference)
{
	const char *end = reference + strlen(reference);

	while (end > reference && end[-1] != '/' && end[-1] != ':')
		end--;
	return end;
}

/* Whether a resource is of the patient of those before it. */
static bool
is_of_one_patient(struct taking *t, const json_t *resource)
{
	const char *reference = mcode_text(resource, "subject.reference"), *id;

	if (reference == NULL)
		return true;
	id = reference_id(reference);
	if (t->subject == NULL)
		t->subject = id;
	return text_equal(t->subject, id);
}

static void
take(struct taking *t, const json_t *resource, const char *type, const struct mcode_when *when)
{
	struct mcode_resource *r = &t->all[t->n++];

	*r = (struct mcode_resource){ .type = when == NULL ? "Patient" : when->type,
				      .source = source_of(t, resource, type),
				      .json = resource,
				      .place = t->n };
	for (size_t i = 0; i < 4 && when != NULL && when->paths[i] != NULL && !r->dated; i++)
		r->dated = mcode_day(mcode_text(resource, when->paths[i]), &r->day);
}

static bool
take_entry(struct taking *t, const json_t *entry, size_t at)
{
	const json_t *resource = json_object_get(entry, "resource");
	const char *type = fhir_text(resource, "resourceType");
	const struct mcode_when *when;

	if (type == NULL)
		return wrong(t, "structure", at, "There is no resource with a resourceType.");
	when = when_of(type);
	if (text_equal(type, "Patient") && ++t->patients > 1)
		return wrong(t, "multiple-matches", at,
			     "There is a second patient. A record is of one patient.");
	if (when != NULL && !is_of_one_patient(t, resource))
		return wrong(t, "multiple-matches", at,
			     "This is of another patient than what stands before it. A record is "
			     "of one patient.");
	if ((when != NULL || text_equal(type, "Patient")) && !is_void(resource))
		take(t, resource, text_equal(type, "Patient") ? "Patient" : when->type, when);
	return true;
}

/* By day; what has none comes last, and of one day as they stand. */
static int
by_day(const void *one, const void *other)
{
	const struct mcode_resource *a = one, *b = other;

	if (a->dated != b->dated)
		return a->dated ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

static int
by_element(const void *one, const void *other)
{
	const struct mcode_suggestion *a = one, *b = other;

	if (a->element != b->element)
		return a->element->index < b->element->index ? -1 : 1;
	return strcmp(a->value, b->value);
}

/* The entries of a bundle; NULL with a problem. */
static const json_t *
entries_of(struct mcode *out, const json_t *root)
{
	static const char types[] = "collection batch transaction searchset";
	const char *type = fhir_text(root, "resourceType"), *kind = fhir_text(root, "type");
	const json_t *entries = json_object_get(root, "entry");

	if (type == NULL || !text_equal(type, "Bundle") || kind == NULL || !mcode_in_list(types, kind))
		out->problem = (struct fhir_problem){
			"structure", NULL, "A record is a Bundle of the type collection, batch, "
					   "transaction or searchset."
		};
	else if (!json_is_array(entries) || json_array_size(entries) == 0)
		out->problem = (struct fhir_problem){ "structure", "Bundle.entry",
						      "There is nothing in the record." };
	else if (json_array_size(entries) > FHIR_ENTRIES_MAX)
		out->problem = (struct fhir_problem){ "too-long", "Bundle.entry",
						      "These are more than 20,000 resources." };
	return out->problem.code == NULL ? entries : NULL;
}

struct mcode
mcode_read(struct arena *a, const struct catalogue *cat, struct bytes file)
{
	struct mcode out = { .n = 0 };
	const json_t *root = fhir_read(a, file, &out.problem), *entries;
	struct taking t = { .a = a, .out = &out };
	struct mcode_finding f = { .a = a, .cat = cat, .room = SUGGESTIONS_MAX };

	if (root == NULL || (entries = entries_of(&out, root)) == NULL)
		return out;
	t.all = arena_array(a, json_array_size(entries), sizeof *t.all);
	for (size_t i = 0; i < json_array_size(entries); i++)
		if (!take_entry(&t, json_array_get(entries, i), i))
			return out;
	qsort(t.all, t.n, sizeof *t.all, by_day);
	f.all = t.all;
	f.n = t.n;
	f.found = arena_array(a, f.room, sizeof *f.found);
	mcode_find(&f);
	qsort(f.found, f.n_found, sizeof *f.found, by_element);
	out.all = f.found;
	out.n = f.n_found;
	return out;
}
