/*
 * Reads the .cql files: definitions, and the measures their tags make.
 *
 * The order in which a measure asks its clauses is itself written in the
 * measure language (outcome_text), so there is one evaluator and one place that
 * says what met and not met mean.
 */
#include <string.h>

#include "base/text.h"
#include "cql/lex.h"
#include "cql/parse.h"
#include "measure/loader.h"

static const char *const tag_names[] = { "measure", "title", "nqf", "direction", "certification",
	"fellowship", "new_to_qopi", "patient_centered", "parts", "any_of", "confidence", "source" };

static void
check_tags(struct loader *loader, const struct cql_definition *d)
{
	for (const struct cql_tag *tag = d->tags; tag != NULL; tag = tag->next) {
		bool known = false;

		for (size_t i = 0; i < sizeof tag_names / sizeof *tag_names; i++)
			known = known || text_equal(tag->name, tag_names[i]);
		if (!known)
			loader_error(loader, tag->place, "there is no tag \"@%s\"", tag->name);
	}
}

static const char *
required_tag(struct loader *loader, const struct cql_definition *d, const char *name)
{
	const char *value = cql_tag(d, name);

	if (value == NULL)
		loader_error(loader, d->place, "expected a tag \"@%s: ...\" above", name);
	return value != NULL ? value : "";
}

static bool
yes_tag(struct loader *loader, const struct cql_definition *d, const char *name)
{
	const char *value = cql_tag(d, name);

	if (value != NULL && !text_equal(value, "yes"))
		loader_error(loader, d->place, "expected \"@%s: yes\" or no such tag", name);
	return value != NULL;
}

static bool
is_lower(struct loader *loader, const struct cql_definition *d)
{
	const char *direction = required_tag(loader, d, "direction");

	if (!text_equal(direction, "higher") && !text_equal(direction, "lower"))
		loader_error(loader, d->place, "expected \"@direction: higher\" or \"lower\"");
	return text_equal(direction, "lower");
}

/* The measure that the tags above its first definition describe. */
static void
read_measure(struct loader *loader, const struct cql_definition *d, struct measure *m)
{
	check_tags(loader, d);
	m->number = cql_tag(d, "measure");
	m->title = required_tag(loader, d, "title");
	m->nqf = cql_tag(d, "nqf");
	m->lower_is_better = is_lower(loader, d);
	m->certification = yes_tag(loader, d, "certification");
	m->fellowship = yes_tag(loader, d, "fellowship");
	m->new_to_qopi = yes_tag(loader, d, "new_to_qopi");
	m->patient_centered = yes_tag(loader, d, "patient_centered");
	m->parts = cql_tag(d, "parts");
	m->any_of = cql_tag(d, "any_of");
	m->confidence = required_tag(loader, d, "confidence");
	m->source = required_tag(loader, d, "source");
}

static void
read_clauses(struct loader *loader, const struct cql_definition *d, struct measure *m)
{
	for (int kind = 0; kind < CLAUSE_KINDS; kind++) {
		const struct cql_definition *clause = cql_find(&loader->cat->library,
			arena_printf(loader->arena, "%s %s", m->number,
				clause_title((enum clause_kind)kind)));

		if (clause == NULL)
			continue;
		m->clauses[kind].text = clause->source;
		m->clauses[kind].condition = clause->body;
	}
	if (m->clauses[CLAUSE_DENOMINATOR].text == NULL
		|| m->clauses[CLAUSE_NUMERATOR].text == NULL)
		loader_error(loader, d->place,
			"expected definitions \"%s Denominator\" and \"%s Numerator\"", m->number,
			m->number);
}

static const char *
and_clause(struct loader *loader, const char *text, const struct measure *m,
	enum clause_kind kind, bool wanted)
{
	const char *state = wanted ? "is true" : "is not true";

	if (m->clauses[kind].text == NULL)
		return text;
	return arena_printf(loader->arena, "%s%s\"%s %s\" %s", text,
		text_is_empty(text) ? "" : " and ", m->number, clause_title(kind), state);
}

/*
 * When a measure has an outcome, in the measure language. What is not known
 * counts as not so: denominator, then exclusions, numerator, exceptions.
 */
static const char *
outcome_text(struct loader *loader, const struct measure *m, enum outcome outcome)
{
	const char *text = and_clause(loader, "", m, CLAUSE_DENOMINATOR, true);

	if (outcome == OUTCOME_EXCLUDED)
		return m->clauses[CLAUSE_EXCLUSIONS].text == NULL ? "false"
			: and_clause(loader, text, m, CLAUSE_EXCLUSIONS, true);
	if (outcome == OUTCOME_EXCEPTED && m->clauses[CLAUSE_EXCEPTIONS].text == NULL)
		return "false";
	text = and_clause(loader, text, m, CLAUSE_EXCLUSIONS, false);
	if (outcome == OUTCOME_MET)
		return and_clause(loader, text, m, CLAUSE_NUMERATOR, true);
	text = and_clause(loader, text, m, CLAUSE_NUMERATOR, false);
	return and_clause(loader, text, m, CLAUSE_EXCEPTIONS, outcome == OUTCOME_EXCEPTED);
}

/* Adds "Core 3 Met" and the like to the library. */
static void
define_outcomes(struct loader *loader, const struct measure *m)
{
	struct cql_place place = { "(outcomes)", 1, 1 };

	for (int o = OUTCOME_EXCLUDED; o < OUTCOME_KINDS; o++) {
		const char *text = arena_printf(loader->arena, "define \"%s %s\": %s", m->number,
			outcome_words((enum outcome)o), outcome_text(loader, m, (enum outcome)o));

		if (!cql_parse(loader->arena, &loader->cat->library, text, place, loader->errors))
			loader->wrong = true;
	}
}

/* Definitions that carry the name of a measure's clause belong to a measure. */
static void
refuse_strays(struct loader *loader)
{
	struct catalogue *cat = loader->cat;

	for (const struct cql_definition *d = cat->library.first; d != NULL; d = d->next) {
		if (d->tags != NULL && cql_tag(d, "measure") == NULL)
			loader_error(loader, d->place, "these tags lack \"@measure: number\"");
		for (int kind = 0; kind < CLAUSE_KINDS; kind++) {
			const char *title = clause_title((enum clause_kind)kind);
			size_t len = strlen(d->name), tail = strlen(title);
			const char *number;

			if (len <= tail + 1 || !text_equal(d->name + len - tail, title))
				continue;
			number = arena_strn(loader->arena, d->name, len - tail - 1);
			if (catalogue_measure(cat, number) == NULL)
				loader_error(loader, d->place,
					"no tag \"@measure\" names this measure");
		}
	}
}

static void
read_measures(struct loader *loader, const struct module *module)
{
	struct catalogue *cat = loader->cat;

	for (const struct cql_definition *d = cat->library.first; d != NULL; d = d->next) {
		const char *number = cql_tag(d, "measure");
		struct measure *m = &loader->measures[cat->n_measures];

		if (number == NULL || !text_equal(d->place.file, module->file))
			continue;
		if (catalogue_measure(cat, number) != NULL)
			loader_error(loader, d->place, "there is a measure %s already", number);
		read_measure(loader, d, m);
		read_clauses(loader, d, m);
		m->index = cat->n_measures++;
		m->module = module;
	}
}

void
load_measures(struct loader *loader)
{
	struct catalogue *cat = loader->cat;
	struct cql_place place = { NULL, 1, 1 };

	cql_library_start(&cat->library);
	for (const struct catalogue_file *f = loader->files; f != NULL; f = f->next) {
		size_t len = strlen(f->name);

		place.file = f->name;
		if (len > 4 && text_equal(f->name + len - 4, ".cql")
			&& !cql_parse(loader->arena, &cat->library, f->text, place, loader->errors))
			loader->wrong = true;
	}
	loader->measures = arena_array(loader->arena, cat->library.count, sizeof *loader->measures);
	cat->measures = loader->measures;
	for (size_t i = 0; i < cat->n_modules; i++) {
		loader_file(loader, cat->modules[i].file);
		read_measures(loader, &cat->modules[i]);
	}
	refuse_strays(loader);
	for (size_t i = 0; i < cat->n_measures; i++)
		define_outcomes(loader, &cat->measures[i]);
	if (!cql_check(loader->arena, &cat->library, &cat->dictionary, loader->errors))
		loader->wrong = true;
}


static void
note_element(void *arg, int element)
{
	((bool *)arg)[element] = true;
}

/* The questions a measure reads, in form order. */
static void
list_elements(struct loader *loader, struct measure *m)
{
	size_t count = loader->cat->n_elements;
	bool *read = arena_array(loader->arena, count, sizeof *read);
	size_t *list = arena_array(loader->arena, count, sizeof *list);

	for (int kind = 0; kind < CLAUSE_KINDS; kind++)
		cql_each_element(m->clauses[kind].condition, note_element, read);
	for (size_t i = 0; i < count; i++)
		if (read[i])
			list[m->n_elements++] = i;
	m->elements = list;
}

static void
plan_measure(struct loader *loader, struct cql_plan *plan, struct measure *m)
{
	m->steps[OUTCOME_NOT_IN] = -1;
	for (int o = OUTCOME_EXCLUDED; o < OUTCOME_KINDS; o++) {
		struct cql_definition *d = cql_find(&loader->cat->library,
			arena_printf(loader->arena, "%s %s", m->number, outcome_words((enum outcome)o)));

		m->steps[o] = cql_plan_add(plan, d->body);
	}
	for (int kind = 0; kind < CLAUSE_KINDS; kind++)
		if (m->clauses[kind].condition != NULL)
			cql_plan_add(plan, m->clauses[kind].condition);
}

/* What the form needs of the plan. */
static const struct cql_selection *
select_form(struct loader *loader, const struct catalogue *cat)
{
	int32_t *roots = arena_array(loader->arena, cat->n_elements + cat->n_rules, sizeof *roots);
	size_t n = 0;

	for (size_t i = 0; i < cat->n_elements; i++)
		if (cat->asked_steps[i] >= 0)
			roots[n++] = cat->asked_steps[i];
	for (size_t i = 0; i < cat->n_rules; i++)
		roots[n++] = cat->rule_steps[i];
	return cql_select(loader->arena, cat->plan, roots, n);
}

void
load_plan(struct loader *loader)
{
	struct catalogue *cat = loader->cat;
	struct cql_node **visible = arena_array(loader->arena, cat->n_elements, sizeof *visible);
	int32_t *asked = arena_array(loader->arena, cat->n_elements, sizeof *asked);
	int32_t *rules = arena_array(loader->arena, cat->n_rules, sizeof *rules);
	struct cql_plan *plan;

	for (size_t i = 0; i < cat->n_elements; i++)
		visible[i] = cat->elements[i].condition;
	if (!cql_plan_check(&cat->dictionary, visible, loader->arena, loader->errors)) {
		loader->wrong = true;
		return;
	}
	plan = cql_plan_new(loader->arena, &cat->dictionary, visible);
	for (size_t i = 0; i < cat->n_measures; i++) {
		list_elements(loader, &loader->measures[i]);
		plan_measure(loader, plan, &loader->measures[i]);
	}
	cat->measure_steps = plan->count;
	for (size_t i = 0; i < cat->n_elements; i++)
		asked[i] = cql_plan_hide(plan, (int)i);
	for (size_t i = 0; i < cat->n_rules; i++)
		rules[i] = cql_plan_add(plan, cat->rules[i]->condition);
	cat->plan = plan;
	cat->asked_steps = asked;
	cat->rule_steps = rules;
	cat->form_part = select_form(loader, cat);
}
