/* Two editions side by side: see difference.h. */
#include "measure/difference.h"

#include <string.h>

#include "base/text.h"
#include "cql/parse.h"

enum { NAMED_MAX = 8 }; /* measures named of those that use a definition */

struct difference {
	const struct catalogue *old, *now;
	struct buf *out;
	struct arena *scratch;
	const char *kind, *name; /* what is being compared: "Measure", "Core 3" */
	bool headed;             /* its line stands already */
	size_t count;
};

/* The text with each run of white space as one blank; NULL stays NULL. */
static const char *
flat(struct difference *d, const char *text)
{
	struct buf *out;
	bool gap = false;

	if (text == NULL)
		return NULL;
	out = buf_new(d->scratch, strlen(text) + 1);
	for (; *text != '\0'; text++) {
		bool blank = strchr(" \t\r\n", *text) != NULL;

		if (!blank && gap && out->len > 0)
			buf_char(out, ' ');
		if (!blank)
			buf_char(out, *text);
		gap = blank;
	}
	return out->data;
}

static void
begin(struct difference *d, const char *kind, const char *name)
{
	d->kind = kind;
	d->name = name;
	d->headed = false;
}

/* A line that says all: "Measure Core 7 removed: Title". */
static void
say_whole(struct difference *d, const char *what, const char *title)
{
	buf_printf(d->out, "%s %s %s%s%s\n", d->kind, d->name, what, title != NULL ? ": " : "",
		title != NULL ? title : "");
	d->count++;
}

static void
say_part(struct difference *d, const char *what)
{
	if (!d->headed)
		buf_printf(d->out, "%s %s changed\n", d->kind, d->name);
	d->count += !d->headed;
	d->headed = true;
	buf_printf(d->out, "\t%s\n", what);
}

/* Compares one text of the thing; NULL: it has none. */
static void
compare(struct difference *d, const char *what, const char *old, const char *now)
{
	old = flat(d, old);
	now = flat(d, now);
	if (old == NULL ? now == NULL : now != NULL && text_equal(old, now))
		return;
	say_part(d, what);
	if (old != NULL)
		buf_printf(d->out, "\t\t- %s\n", old);
	if (now != NULL)
		buf_printf(d->out, "\t\t+ %s\n", now);
}

static void
compare_yes(struct difference *d, const char *what, bool old, bool now)
{
	compare(d, what, old ? "yes" : "no", now ? "yes" : "no");
}

static void
compare_measure(struct difference *d, const struct measure *old, const struct measure *now)
{
	begin(d, "Measure", now->number);
	compare(d, "title", old->title, now->title);
	compare(d, "module", old->module->id, now->module->id);
	compare(d, "NQF number", old->nqf, now->nqf);
	compare_yes(d, "lower is better", old->lower_is_better, now->lower_is_better);
	compare_yes(d, "certification", old->certification, now->certification);
	compare_yes(d, "fellowship", old->fellowship, now->fellowship);
	compare_yes(d, "new to QOPI", old->new_to_qopi, now->new_to_qopi);
	compare_yes(d, "patient-centered", old->patient_centered, now->patient_centered);
	compare(d, "parts", old->parts, now->parts);
	compare(d, "met by any of", old->any_of, now->any_of);
	for (int kind = 0; kind < CLAUSE_KINDS; kind++)
		compare(d, clause_name((enum clause_kind)kind), old->clauses[kind].text,
			now->clauses[kind].text);
	compare(d, "confidence", old->confidence, now->confidence);
	compare(d, "source", old->source, now->source);
}

static void
compare_measures(struct difference *d)
{
	for (size_t i = 0; i < d->now->n_measures; i++) {
		const struct measure *now = &d->now->measures[i];
		const struct measure *old = catalogue_measure(d->old, now->number);

		if (old != NULL) {
			compare_measure(d, old, now);
			continue;
		}
		begin(d, "Measure", now->number);
		say_whole(d, "added", now->title);
	}
	for (size_t i = 0; i < d->old->n_measures; i++) {
		const struct measure *old = &d->old->measures[i];

		begin(d, "Measure", old->number);
		if (catalogue_measure(d->now, old->number) == NULL)
			say_whole(d, "removed", old->title);
	}
}

static bool
uses(const struct cql_node *node, const struct cql_definition *definition)
{
	for (; node != NULL; node = node->next)
		if (node->reference == definition
			|| (node->reference != NULL && uses(node->reference->body, definition))
			|| uses(node->left, definition) || uses(node->right, definition))
			return true;
	return false;
}

/* "it counts in Core 1, Core 2 and 30 more": the measures that use a definition. */
static const char *
users(struct difference *d, const struct catalogue *cat, const struct cql_definition *definition)
{
	const char *words = "";
	size_t n = 0;

	for (size_t i = 0; i < cat->n_measures; i++) {
		const struct measure *m = &cat->measures[i];
		bool used = false;

		for (int kind = 0; kind < CLAUSE_KINDS; kind++)
			used = used || uses(m->clauses[kind].condition, definition);
		if (used && n++ < NAMED_MAX)
			words = arena_printf(d->scratch, "%s%s%s", words, n == 1 ? "" : ", ",
				m->number);
	}
	if (n == 0)
		return "no measure uses it";
	return arena_printf(d->scratch, n > NAMED_MAX ? "it counts in %s and %zu more"
		: "it counts in %s", words, n - NAMED_MAX);
}

/* Definitions that measures share; clauses and outcomes are the measures' own. */
static void
compare_definitions(struct difference *d)
{
	for (const struct cql_definition *now = d->now->library.first; now; now = now->next) {
		const struct cql_definition *old = cql_find(&d->old->library, now->name);

		if (catalogue_measure_of(d->now, now) != NULL)
			continue;
		begin(d, "Definition", arena_printf(d->scratch, "\"%s\"", now->name));
		if (old == NULL)
			say_whole(d, "added", flat(d, now->source));
		else
			compare(d, users(d, d->now, now), old->source, now->source);
	}
	for (const struct cql_definition *old = d->old->library.first; old; old = old->next) {
		begin(d, "Definition", arena_printf(d->scratch, "\"%s\"", old->name));
		if (catalogue_measure_of(d->old, old) == NULL
			&& cql_find(&d->now->library, old->name) == NULL)
			say_whole(d, "removed", flat(d, old->source));
	}
}

static void
compare_choices(struct difference *d, const struct element *old, const struct element *now)
{
	for (size_t i = 0; i < now->n_choices; i++) {
		int at = element_choice(old, now->choices[i].code);

		compare(d, arena_printf(d->scratch, "choice %s", now->choices[i].code),
			at < 0 ? NULL : old->choices[at].label, now->choices[i].label);
	}
	for (size_t i = 0; i < old->n_choices; i++)
		if (element_choice(now, old->choices[i].code) < 0)
			compare(d, arena_printf(d->scratch, "choice %s", old->choices[i].code),
				old->choices[i].label, NULL);
}

static const char *
type_name(enum element_type type)
{
	static const char *const names[] = { [ELEMENT_SINGLE] = "single",
		[ELEMENT_YES_NO] = "yes-no", [ELEMENT_MULTIPLE] = "multiple",
		[ELEMENT_DATE] = "date", [ELEMENT_INTEGER] = "integer" };

	return names[type];
}

/* The modules of a set by their names. */
static const char *
module_names(struct difference *d, const struct catalogue *cat, module_set set)
{
	const char *names = "";

	for (size_t i = 0; i < cat->n_modules; i++)
		if ((set & module_bit(&cat->modules[i])) != 0)
			names = arena_printf(d->scratch, "%s %s", names, cat->modules[i].name);
	return names;
}

/* All rules of a question with their messages, in one text. */
static const char *
rules_text(struct difference *d, const struct element *element)
{
	const char *text = "";

	for (const struct rule *rule = element->rules; rule != NULL; rule = rule->next)
		text = arena_printf(d->scratch, "%s %s %s (%s)", text,
			rule->hard ? "must" : "should", rule->text, rule->message);
	return text_is_empty(text) ? NULL : text;
}

static void
compare_question(struct difference *d, const struct element *old, const struct element *now)
{
	begin(d, "Question", now->id);
	compare(d, "text", old->question, now->question);
	compare(d, "section", old->section, now->section);
	compare(d, "type", type_name(old->type), type_name(now->type));
	compare_choices(d, old, now);
	compare_yes(d, "may be not_documented", old->not_documented, now->not_documented);
	compare_yes(d, "may be unknown", old->unknown, now->unknown);
	compare_yes(d, "filled by the program", old->system, now->system);
	compare_yes(d, "may stay empty", old->optional, now->optional);
	compare(d, "asked when", old->asked_when, now->asked_when);
	compare(d, "rules", rules_text(d, old), rules_text(d, now));
	compare(d, "modules", module_names(d, d->old, old->modules),
		module_names(d, d->now, now->modules));
	compare(d, "help", old->help, now->help);
	compare(d, "FHIR source", old->fhir, now->fhir);
}

static void
compare_questions(struct difference *d)
{
	for (size_t i = 0; i < d->now->n_elements; i++) {
		const struct element *now = &d->now->elements[i];
		const struct element *old = catalogue_element(d->old, now->id);

		if (old != NULL) {
			compare_question(d, old, now);
			continue;
		}
		begin(d, "Question", now->id);
		say_whole(d, "added", now->question);
	}
	for (size_t i = 0; i < d->old->n_elements; i++) {
		const struct element *old = &d->old->elements[i];

		begin(d, "Question", old->id);
		if (catalogue_element(d->now, old->id) == NULL)
			say_whole(d, "removed", old->question);
	}
}

static void
compare_modules(struct difference *d)
{
	for (size_t i = 0; i < d->now->n_modules; i++) {
		const struct module *now = &d->now->modules[i];
		const struct module *old = catalogue_module(d->old, now->id);

		begin(d, "Module", now->id);
		if (old == NULL) {
			say_whole(d, "added", now->title);
			continue;
		}
		compare(d, "title", old->title, now->title);
		compare_yes(d, "offered in rounds", old->rounds, now->rounds);
	}
	for (size_t i = 0; i < d->old->n_modules; i++) {
		begin(d, "Module", d->old->modules[i].id);
		if (catalogue_module(d->now, d->old->modules[i].id) == NULL)
			say_whole(d, "removed", d->old->modules[i].title);
	}
}

size_t
catalogue_difference(const struct catalogue *old, const struct catalogue *now, struct buf *out,
	struct arena *scratch)
{
	struct difference d = { .old = old, .now = now, .out = out, .scratch = scratch };

	compare_modules(&d);
	compare_measures(&d);
	compare_definitions(&d);
	compare_questions(&d);
	return d.count;
}
