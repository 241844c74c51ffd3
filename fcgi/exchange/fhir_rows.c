/* QuestionnaireResponses as rows: see fhir_rows.h. */
#include "exchange/fhir_rows.h"

#include <string.h>

#include "base/text.h"
#include "exchange/fhir_form.h"
#include "model/there.h"

enum { DOCUMENT_MEMORY = 64 * 1024 * 1024, OWN_COLUMNS = 2, CODE_MAX = 64 };

/* One file at work. Each JSON of it lives in `scratch`, which is emptied behind it. */
struct reading {
	struct arena *a, *scratch;
	const char *site;
	const struct catalogue *cat;
	table_fn fn;
	void *arg;
	const char **texts; /* of a row: chart_id, chart_modules, a column each question */
	struct fhir_rows out;
};

/* Says what is wrong; false, so that the caller can end with it. */
static bool
wrong(struct reading *r, const char *code, const char *where, const char *text)
{
	if (r->out.problem.code == NULL)
		r->out.problem = (struct fhir_problem){ code, arena_str(r->a, where),
							arena_str(r->a, text) };
	return false;
}

static const char *
below(struct reading *r, const char *where, const char *name)
{
	return arena_printf(r->scratch, "%s.%s", where, name);
}

static const char *
nth(struct reading *r, const char *where, const char *name, size_t n)
{
	return arena_printf(r->scratch, "%s.%s[%zu]", where, name, n);
}

/* A member that must be a list where it is there; *list is NULL where it is not. */
static bool
take_list(struct reading *r, const json_t *object, const char *key, const char *where,
	  const json_t **list)
{
	*list = json_object_get(object, key);
	if (*list == NULL)
		return true;
	if (!json_is_array(*list) || json_array_size(*list) == 0)
		return wrong(r, "structure", below(r, where, key),
			     "This must be a list, and not an empty one.");
	return true;
}

/* The reason of a value that is absent, as our code; NULL if there is none. */
static const char *
absent_code(const json_t *primitive)
{
	const json_t *list = json_object_get(primitive, "extension");

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *extension = json_array_get(list, i);
		const char *url = fhir_text(extension, "url"),
			   *reason = fhir_text(extension, "valueCode");

		if (url != NULL && reason != NULL && text_equal(url, FHIR_ABSENT))
			return fhir_absent_code(reason);
	}
	return NULL;
}

static bool
take_coding(struct reading *r, const struct element *e, const json_t *value, const char *where,
	    const char **text)
{
	const char *code = fhir_text(value, "code"), *system = fhir_text(value, "system");

	if (code == NULL || *code == '\0' || strlen(code) > CODE_MAX || strchr(code, ';') != NULL)
		return wrong(r, "value", where, "A coding needs a code of this question.");
	if (system != NULL && text_equal(system, FHIR_ABSENT_SYSTEM)) {
		*text = fhir_absent_code(code);
		return *text != NULL || wrong(r, "value", where,
					      "Of the reasons for absent data asked-unknown and "
					      "unknown are taken.");
	}
	if (json_object_get(value, "system") != NULL &&
	    (system == NULL || !text_equal(system, fhir_system(r->scratch, r->site, e))))
		return wrong(r, "value", where, "The system is not the one of this question's codes.");
	*text = code;
	return true;
}

/* The one member of an answer that is its value; everything else but ids and items is refused. */
static bool
take_value(struct reading *r, const struct element *e, const json_t *answer, const char *where,
	   const char **text)
{
	const char *key = e->n_choices > 0            ? "valueCoding"
			  : e->type == ELEMENT_DATE ? "valueDate"
						      : "valueInteger";
	const json_t *value = json_object_get(answer, key);
	const json_t *beside = json_object_get(answer, arena_printf(r->scratch, "_%s", key));

	*text = NULL;
	if (value == NULL)
		*text = absent_code(beside);
	else if (e->n_choices > 0 && json_is_object(value))
		return take_coding(r, e, value, below(r, where, key), text);
	else if (e->type == ELEMENT_DATE && json_is_string(value))
		*text = json_string_value(value);
	else if (e->type == ELEMENT_INTEGER && json_is_integer(value))
		*text = arena_printf(r->scratch, "%lld", (long long)json_integer_value(value));
	return *text != NULL || wrong(r, "value", where,
				      arena_printf(r->scratch,
						   "An answer here has one %s%s.", key,
						   e->n_choices > 0 ? ""
								    : ", or a reason why it is absent"));
}

static bool take_items(struct reading *r, const json_t *parent, const char *where);

static bool
take_answers(struct reading *r, const struct element *e, const json_t *item, const char *where)
{
	const char **text = &r->texts[OWN_COLUMNS + e->index], *one;
	const json_t *answers;

	if (**text != '\0')
		return wrong(r, "duplicate", where, "This question is answered twice.");
	if (!take_list(r, item, "answer", where, &answers))
		return false;
	if (json_array_size(answers) > (e->type == ELEMENT_MULTIPLE ? e->n_choices : 1))
		return wrong(r, "structure", below(r, where, "answer"),
			     "These are more answers than the question takes.");
	for (size_t i = 0; i < json_array_size(answers); i++) {
		const json_t *answer = json_array_get(answers, i);
		const char *here = nth(r, where, "answer", i);

		if (!json_is_object(answer))
			return wrong(r, "structure", here, "An answer is an object.");
		if (!take_value(r, e, answer, here, &one) || !take_items(r, answer, here))
			return false;
		*text = **text == '\0' ? one : arena_printf(r->scratch, "%s;%s", *text, one);
	}
	return true;
}

static bool
take_item(struct reading *r, const json_t *item, const char *where)
{
	const char *link = fhir_text(item, "linkId");
	const struct element *e;

	if (!json_is_object(item) || link == NULL)
		return wrong(r, "structure", where, "An item is an object with a linkId.");
	e = catalogue_element(r->cat, link);
	if (e != NULL && e->system)
		return wrong(r, "value", where, "This is filled by the program. Take it out.");
	if (e != NULL && !take_answers(r, e, item, where))
		return false;
	if (e == NULL && (!text_starts(link, "section-") || json_object_get(item, "answer") != NULL))
		return wrong(r, "not-found", below(r, where, "linkId"),
			     "This is no question of this round. Take it out: names, record numbers "
			     "and contact data may not be in it.");
	return take_items(r, item, where);
}

static bool
take_items(struct reading *r, const json_t *parent, const char *where)
{
	const json_t *items;

	if (!take_list(r, parent, "item", where, &items))
		return false;
	for (size_t i = 0; i < json_array_size(items); i++)
		if (!take_item(r, json_array_get(items, i), nth(r, where, "item", i)))
			return false;
	return true;
}

/* Who the patient is may not be here, not even to be thrown away unseen. */
static bool
is_nameless(struct reading *r, const json_t *response, const char *where)
{
	static const char *const keys[] = { "subject", "source" };

	if (json_object_get(response, "contained") != NULL)
		return wrong(r, "security", below(r, where, "contained"),
			     "Take contained resources out: they may tell who the patient is.");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const json_t *who = json_object_get(response, keys[i]);

		if (who != NULL && (!json_is_object(who) || json_object_get(who, "display") != NULL ||
				    json_object_get(who, "identifier") != NULL))
			return wrong(r, "security", below(r, where, keys[i]),
				     "Take display and identifier out: they may tell who the patient "
				     "is. A chart is known by identifier.value, a label of yours.");
	}
	return true;
}

static bool
take_label(struct reading *r, const json_t *response, const char *where)
{
	const json_t *identifier = json_object_get(response, "identifier");
	const char *value = fhir_text(identifier, "value");

	where = below(r, where, "identifier");
	if (identifier != NULL && !json_is_object(identifier))
		return wrong(r, "structure", where, "A response has one identifier, an object.");
	if (value == NULL)
		return wrong(r, "required", where,
			     "identifier.value is the chart's label: one of your own, such as B-017.");
	if (json_object_get(identifier, "type") != NULL)
		return wrong(r, "security", below(r, where, "type"),
			     "Only a label of your own may stand here, no record number. Take the "
			     "type out.");
	r->texts[0] = value;
	return true;
}

/* The modules of the form; a response need not name it. */
static bool
take_form(struct reading *r, const json_t *response, const char *where)
{
	const char *form = fhir_text(response, "questionnaire"),
		   *base = arena_printf(r->scratch, "%s/fhir/Questionnaire/", r->site);
	size_t parts;
	char **part;
	module_set set;

	where = below(r, where, "questionnaire");
	if (form == NULL)
		return json_object_get(response, "questionnaire") == NULL ||
		       wrong(r, "structure", where, "This must be the address of a form.");
	part = text_split(r->scratch, form, '|', &parts);
	set = text_starts(part[0], base) && parts <= 2
		      ? fhir_form_modules(r->scratch, r->cat, part[0] + strlen(base))
		      : 0;
	if (set == 0)
		return wrong(r, "value", where,
			     arena_printf(r->scratch, "This is no form of here: they are %sCORE and "
						      "the like.", base));
	if (parts == 2 && !text_equal(part[1], r->cat->hash))
		return wrong(r, "value", where,
			     "This form is of another edition than the round. Fetch it again.");
	r->texts[1] = there_modules(r->scratch, r->cat, set);
	return true;
}

static bool
take_status(struct reading *r, const json_t *response, const char *where)
{
	const char *status = fhir_text(response, "status");

	if (status != NULL && (text_equal(status, "completed") || text_equal(status, "amended")))
		r->out.completed++;
	else if (status == NULL || !text_equal(status, "in-progress"))
		return wrong(r, "value", below(r, where, "status"),
			     "The status must be in-progress, completed or amended.");
	return true;
}

static bool
take_response(struct reading *r, const json_t *response, const char *where)
{
	size_t n = OWN_COLUMNS + r->cat->n_elements;
	const char *type = fhir_text(response, "resourceType");
	struct table_row row = { .n = n, .texts = r->texts };

	if (type == NULL || !text_equal(type, "QuestionnaireResponse"))
		return wrong(r, "not-supported", where,
			     "Only resources of the type QuestionnaireResponse are taken. Take "
			     "others out.");
	if (r->out.n == FHIR_ENTRIES_MAX)
		return wrong(r, "too-long", where, "These are more than 20,000 responses.");
	for (size_t i = 0; i < n; i++)
		r->texts[i] = "";
	row.line = (unsigned)++r->out.n;
	return is_nameless(r, response, where) && take_status(r, response, where) &&
	       take_label(r, response, where) && take_form(r, response, where) &&
	       take_items(r, response, where) && r->fn(r->arg, &row);
}

static bool
take_bundle(struct reading *r, const json_t *bundle)
{
	const json_t *entries;

	if (!take_list(r, bundle, "entry", "Bundle", &entries))
		return false;
	for (size_t i = 0; i < json_array_size(entries); i++) {
		const char *where = arena_printf(r->scratch, "Bundle.entry[%zu].resource", i);
		const json_t *resource = json_object_get(json_array_get(entries, i), "resource");

		if (!json_is_object(resource))
			return wrong(r, "structure", where, "There is no resource.");
		if (!take_response(r, resource, where))
			return false;
	}
	return true;
}

/* One JSON: a response or a bundle. */
static bool
take_document(struct reading *r, struct bytes text)
{
	struct fhir_problem problem;
	const json_t *root = fhir_read(r->scratch, text, &problem);
	const char *type = fhir_text(root, "resourceType");
	bool fine;

	if (root == NULL)
		return wrong(r, problem.code, problem.expression, problem.text);
	if (type != NULL && text_equal(type, "Bundle"))
		fine = take_bundle(r, root);
	else
		fine = take_response(r, root, "QuestionnaireResponse");
	arena_reset(r->scratch);
	return fine;
}

/* Whether each line is a JSON of its own: the first one is whole. */
static bool
is_by_lines(struct bytes file)
{
	const char *end = memchr(file.data, '\n', file.size);
	size_t len = end == NULL ? 0 : (size_t)(end - (const char *)file.data);

	while (len > 0 && strchr(" \t\r", end[-1]) != NULL) {
		end--;
		len--;
	}
	return len > 1 && end[-1] == '}';
}

static bool
take_lines(struct reading *r, struct bytes file)
{
	const char *at = file.data, *end = at + file.size;

	while (at < end) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t len = newline == NULL ? (size_t)(end - at) : (size_t)(newline - at);
		const char *line = at;

		at += len + (newline != NULL);
		if (len > 0 && strspn(line, " \t\r") < len &&
		    !take_document(r, (struct bytes){ line, len }))
			return false;
	}
	return true;
}

static void
free_arena(void *arena)
{
	arena_free(arena);
}

struct fhir_rows
fhir_rows(struct arena *a, const char *site, const struct catalogue *cat, struct bytes file,
	  table_fn fn, void *arg)
{
	struct reading r = { .a = a, .scratch = arena_new(DOCUMENT_MEMORY), .site = site,
			     .cat = cat, .fn = fn, .arg = arg };
	struct table_row heading = { .n = OWN_COLUMNS + cat->n_elements };

	arena_defer(a, free_arena, r.scratch);
	r.texts = arena_array(a, heading.n, sizeof *r.texts);
	heading.texts = r.texts;
	r.texts[0] = "chart_id";
	r.texts[1] = "chart_modules";
	for (size_t i = 0; i < cat->n_elements; i++)
		r.texts[OWN_COLUMNS + i] = cat->elements[i].id;
	if (fn(arg, &heading))
		(void)(is_by_lines(file) ? take_lines(&r, file) : take_document(&r, file));
	return r.out;
}
