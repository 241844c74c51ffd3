/* Reads elements.def: the questions of the abstraction form. */
#include <string.h>

#include "base/text.h"
#include "cql/lex.h"
#include "cql/parse.h"
#include "measure/loader.h"
#include "measure/stanza.h"

/* The question being read. */
struct draft {
	struct loader *loader;
	struct element *element;
	struct choice *choices;
	struct rule **last_rule;
	struct rule *unsaid;     /* a rule that still needs its `say` */
	const struct stanza_line *asked_when;
};

static void
set_text(struct draft *d, const struct stanza_line *line, const char **field)
{
	if (*field != NULL)
		loader_error(d->loader, line->place, "\"%s\" is given twice", line->key);
	*field = line->value;
}

static void
set_type(struct draft *d, const struct stanza_line *line)
{
	static const char *const names[] = { "single", "yes-no", "multiple", "date", "integer" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (text_equal(line->value, names[i])) {
			d->element->type = (enum element_type)i;
			return;
		}
	}
	loader_error(d->loader, line->value_place,
		"expected single, yes-no, multiple, date or integer, found \"%s\"", line->value);
}

static void
add_choice(struct draft *d, const struct stanza_line *line)
{
	const char *sign = strstr(line->value, " = ");
	const char *code;

	if (sign == NULL || sign == line->value) {
		loader_error(d->loader, line->value_place, "expected \"code = label\"");
		return;
	}
	code = arena_strn(d->loader->arena, line->value, (size_t)(sign - line->value));
	if (element_choice(d->element, code) >= 0)
		loader_error(d->loader, line->value_place, "the code \"%s\" is there already", code);
	d->choices[d->element->n_choices++] = (struct choice){ code, sign + 3 };
}

static void
set_without_value(struct draft *d, const struct stanza_line *line)
{
	if (text_equal(line->value, "not_documented"))
		d->element->not_documented = true;
	else if (text_equal(line->value, "unknown"))
		d->element->unknown = true;
	else
		loader_error(d->loader, line->value_place,
			"expected not_documented or unknown, found \"%s\"", line->value);
}

/* Reads a condition; its names are checked when all questions are known. */
static struct cql_node *
read_condition(struct draft *d, const char *text, struct cql_place place)
{
	struct cql_node *node = cql_parse_condition(d->loader->arena, text, place,
		d->loader->errors);

	d->loader->wrong = d->loader->wrong || node == NULL;
	return node;
}

static struct rule *
add_rule(struct draft *d, bool hard, const char *text, struct cql_place place)
{
	struct rule *rule = arena_alloc(d->loader->arena, sizeof *rule);

	rule->element = d->element->index;
	rule->hard = hard;
	rule->text = text;
	rule->condition = read_condition(d, text, place);
	*d->last_rule = rule;
	d->last_rule = &rule->next;
	d->loader->cat->n_rules++;
	return rule;
}

static void
add_range(struct draft *d, const struct stanza_line *line)
{
	struct arena *a = d->loader->arena;
	const char *to = strstr(line->value, " to ");
	int64_t min, max;

	if (to == NULL || !text_to_i64(to + 4, &max)
		|| !text_to_i64(arena_strn(a, line->value, (size_t)(to - line->value)), &min)
		|| min < INT16_MIN || max > INT16_MAX || min > max) {
		loader_error(d->loader, line->value_place, "expected a range as \"0 to 10\"");
		return;
	}
	d->element->has_range = true;
	d->element->min = (int32_t)min;
	d->element->max = (int32_t)max;
	add_rule(d, true, arena_printf(a, "%s >= %d and %s <= %d", d->element->id, (int)min,
		d->element->id, (int)max), line->value_place)->message =
		arena_printf(a, "Give a whole number from %d to %d", (int)min, (int)max);
}

static void
say(struct draft *d, const struct stanza_line *line)
{
	if (d->unsaid == NULL)
		loader_error(d->loader, line->place, "\"say\" follows a \"must\" or \"should\"");
	else
		d->unsaid->message = line->value;
	d->unsaid = NULL;
}

static void
read_line(struct draft *d, const struct stanza_line *line)
{
	struct element *e = d->element;

	if (text_equal(line->key, "section"))
		set_text(d, line, &e->section);
	else if (text_equal(line->key, "text"))
		set_text(d, line, &e->question);
	else if (text_equal(line->key, "type"))
		set_type(d, line);
	else if (text_equal(line->key, "choice"))
		add_choice(d, line);
	else if (text_equal(line->key, "without_value"))
		set_without_value(d, line);
	else if (text_equal(line->key, "system"))
		e->system = text_equal(line->value, "yes");
	else if (text_equal(line->key, "optional"))
		e->optional = text_equal(line->value, "yes");
	else if (text_equal(line->key, "range"))
		add_range(d, line);
	else if (text_equal(line->key, "must") || text_equal(line->key, "should"))
		d->unsaid = add_rule(d, line->key[0] == 'm', line->value, line->value_place);
	else if (text_equal(line->key, "say"))
		say(d, line);
	else if (text_equal(line->key, "help"))
		set_text(d, line, &e->help);
	else if (text_equal(line->key, "fhir"))
		set_text(d, line, &e->fhir);
	else if (text_equal(line->key, "modules"))
		e->modules = loader_modules(d->loader, line->value, line->value_place);
	else if (text_equal(line->key, "asked_when"))
		d->asked_when = line;
	else
		loader_error(d->loader, line->place, "a question has no key \"%s\"", line->key);
}

/* What a question must have, whatever its lines are. */
static void
check_element(struct draft *d, const struct stanza *stanza)
{
	const struct element *e = d->element;
	struct cql_place place = stanza->head.place;
	bool chooses = e->type != ELEMENT_DATE && e->type != ELEMENT_INTEGER;
	size_t most = e->type == ELEMENT_MULTIPLE ? CQL_MAX_MULTIPLE : CQL_MAX_CODES;

	if (e->section == NULL || e->question == NULL)
		loader_error(d->loader, place, "%s: expected \"section\" and \"text\"", e->id);
	if (stanza_value(stanza, "type") == NULL)
		loader_error(d->loader, place, "%s: expected a \"type\"", e->id);
	if (e->modules == 0)
		loader_error(d->loader, place, "%s: expected \"modules\"", e->id);
	if (chooses != (e->n_choices > 0) || e->n_choices > most)
		loader_error(d->loader, place, "%s: expected %s", e->id,
			chooses ? "one to 60 choices (13 of a multiple choice)" : "no choices");
	if (d->unsaid != NULL)
		loader_error(d->loader, place, "%s: expected \"say\" after its last rule", e->id);
}

static void
read_element(struct loader *loader, const struct stanza *stanza, struct element *element)
{
	struct draft d = { .loader = loader, .element = element };
	size_t lines = 0;

	element->id = stanza->head.value;
	for (const struct stanza_line *line = stanza->lines; line != NULL; line = line->next)
		lines++;
	d.choices = arena_array(loader->arena, lines, sizeof *d.choices);
	d.last_rule = &element->rules;
	element->choices = d.choices;
	for (const struct stanza_line *line = stanza->lines; line != NULL; line = line->next)
		read_line(&d, line);
	if (d.asked_when != NULL) {
		element->asked_when = d.asked_when->value;
		element->condition = read_condition(&d, d.asked_when->value,
			d.asked_when->value_place);
	}
	check_element(&d, stanza);
}

static enum cql_type
language_type(enum element_type type)
{
	switch (type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO:
		return CQL_CHOICE_TYPE;
	case ELEMENT_MULTIPLE:
		return CQL_MULTIPLE_TYPE;
	case ELEMENT_DATE:
		return CQL_DATE_TYPE;
	case ELEMENT_INTEGER:
		return CQL_INTEGER_TYPE;
	}
	return CQL_CHOICE_TYPE;
}

/* The questions as the measure language sees them. */
static void
make_dictionary(struct loader *loader)
{
	struct catalogue *cat = loader->cat;
	struct cql_element *words = arena_array(loader->arena, cat->n_elements, sizeof *words);

	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];
		const char **codes = arena_array(loader->arena, e->n_choices, sizeof *codes);

		for (size_t c = 0; c < e->n_choices; c++)
			codes[c] = e->choices[c].code;
		words[i] = (struct cql_element){ e->id, language_type(e->type), codes,
			e->n_choices };
	}
	cat->dictionary = (struct cql_dictionary){ words, cat->n_elements };
}

void
load_elements(struct loader *loader)
{
	static const char name[] = "elements.def";
	const char *text = loader_file(loader, name);
	struct catalogue *cat = loader->cat;
	struct stanza *stanzas;
	size_t count = 0;

	if (text == NULL)
		return;
	stanzas = stanza_read(loader->arena, name, text, loader->errors, &loader->wrong);
	for (const struct stanza *s = stanzas; s != NULL; s = s->next)
		count++;
	loader->elements = arena_array(loader->arena, count, sizeof *loader->elements);
	cat->elements = loader->elements;
	for (const struct stanza *s = stanzas; s != NULL; s = s->next) {
		struct element *element = &loader->elements[cat->n_elements];

		if (!text_equal(s->head.key, "question")) {
			loader_error(loader, s->head.place, "expected \"question\", found \"%s\"",
				s->head.key);
			continue;
		}
		if (catalogue_element(cat, s->head.value) != NULL)
			loader_error(loader, s->head.place, "there is a question %s already",
				s->head.value);
		element->index = cat->n_elements;
		read_element(loader, s, element);
		cat->n_elements++;
	}
	make_dictionary(loader);
}

void
load_conditions(struct loader *loader)
{
	struct catalogue *cat = loader->cat;
	size_t n = 0;

	cat->rules = arena_array(loader->arena, cat->n_rules, sizeof *cat->rules);
	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];

		if (e->condition != NULL && !cql_check_condition(loader->arena, &cat->library,
			&cat->dictionary, e->condition, loader->errors))
			loader->wrong = true;
		for (const struct rule *rule = e->rules; rule != NULL; rule = rule->next) {
			cat->rules[n++] = rule;
			if (rule->condition != NULL && !cql_check_condition(loader->arena,
				&cat->library, &cat->dictionary, rule->condition, loader->errors))
				loader->wrong = true;
		}
	}
}
