/* The public measure catalogue: all measures with a search, and each by itself. */
#define _GNU_SOURCE
#include <string.h>

#include "base/text.h"
#include "measure/words.h"
#include "page/pages.h"

enum { SEARCH_MAX = 80 };

/* What the list is narrowed to; "" for no limit. */
struct filter {
	const char *words, *module, *set;
};

static const struct {
	const char *id, *title;
} sets[] = {
	{ "certification", "Certification measures" },
	{ "fellowship", "Fellowship Program Track" },
	{ "rounds", "Scored in rounds" },
};

enum { SETS = sizeof sets / sizeof *sets };

static struct filter
read_filter(struct visit *v)
{
	const char *words = req_query(v->req, "q"), *module = req_query(v->req, "module");
	const char *set = req_query(v->req, "set");
	struct filter f = { words == NULL ? "" : text_trim(v->a, words),
			    module == NULL ? "" : module, set == NULL ? "" : set };

	if (text_length(f.words) > SEARCH_MAX)
		f.words = "";
	return f;
}

static bool
in_set(const struct measure *m, const char *set)
{
	if (text_equal(set, "certification"))
		return m->certification;
	if (text_equal(set, "fellowship"))
		return m->fellowship;
	return !text_equal(set, "rounds") || m->module->rounds;
}

/* Every word must be in the number, the title or the module's title, whatever its case. */
static bool
has_words(struct arena *a, const struct measure *m, const char *words)
{
	const char *where = arena_printf(a, "%s %s %s %s", m->number, m->title, m->module->title,
					 m->nqf == NULL ? "" : m->nqf);
	size_t n;
	char **word = text_split(a, words, ' ', &n);

	for (size_t i = 0; i < n; i++)
		if (strcasestr(where, word[i]) == NULL)
			return false;
	return true;
}

static bool
passes(struct arena *a, const struct measure *m, const struct filter *f)
{
	return (f->module[0] == '\0' || text_equal(f->module, m->module->id)) &&
	       in_set(m, f->set) && has_words(a, m, f->words);
}

static void
show_choices(struct visit *v, const struct filter *f)
{
	const struct catalogue *cat = v->app->catalogue;
	struct view *view = v->view;

	view_str(view, "search.words", f->words);
	for (size_t i = 0; i < cat->n_modules; i++) {
		view_str(view, view_key(view, "modules.%zu.id", i), cat->modules[i].id);
		view_str(view, view_key(view, "modules.%zu.title", i), cat->modules[i].title);
		view_bool(view, view_key(view, "modules.%zu.selected", i),
			  text_equal(cat->modules[i].id, f->module));
	}
	for (size_t i = 0; i < SETS; i++) {
		view_str(view, view_key(view, "sets.%zu.id", i), sets[i].id);
		view_str(view, view_key(view, "sets.%zu.title", i), sets[i].title);
		view_bool(view, view_key(view, "sets.%zu.selected", i),
			  text_equal(sets[i].id, f->set));
	}
}

void
measure_list(struct visit *v)
{
	const struct catalogue *cat = v->app->catalogue;
	struct filter f = read_filter(v);
	struct view *view = v->view;
	size_t n = 0;

	for (size_t i = 0; i < cat->n_measures; i++) {
		const struct measure *m = &cat->measures[i];

		if (!passes(v->a, m, &f))
			continue;
		view_str(view, view_key(view, "measures.%zu.number", n), m->number);
		view_str(view, view_key(view, "measures.%zu.title", n), m->title);
		view_str(view, view_key(view, "measures.%zu.module", n), m->module->title);
		view_bool(view, view_key(view, "measures.%zu.certification", n), m->certification);
		view_bool(view, view_key(view, "measures.%zu.fellowship", n), m->fellowship);
		view_bool(view, view_key(view, "measures.%zu.lower", n++), m->lower_is_better);
	}
	view_num(view, "found", (int64_t)n);
	view_num(view, "all", (int64_t)cat->n_measures);
	show_choices(v, &f);
	visit_page(v, "measure/list.cs");
}

/* Whether ASCO's own number was seen in a source: the tag says "number=read". */
static bool
number_is_sure(const struct measure *m)
{
	return m->source != NULL && strstr(m->source, "number=read") != NULL;
}

/* Where the lines of a clause's outline go, and how many there are. */
struct outline {
	struct view *view;
	size_t clause, n;
};

/*
 * An outline as lines: text, wanted, whether a list opens below, and for each
 * list that ends behind the line an entry in closes.
 */
static void
show_words(struct outline *o, const struct words *words, size_t closing)
{
	struct view *view = o->view;
	size_t n = o->n++;

	view_str(view, view_key(view, "clauses.%zu.lines.%zu.text", o->clause, n), words->text);
	view_str(view, view_key(view, "clauses.%zu.lines.%zu.wanted", o->clause, n), words->wanted);
	view_bool(view, view_key(view, "clauses.%zu.lines.%zu.opens", o->clause, n),
		  words->parts != NULL);
	for (size_t i = 0; i < closing && words->parts == NULL; i++)
		view_num(view, view_key(view, "clauses.%zu.lines.%zu.closes.%zu", o->clause, n, i), 1);
	for (const struct words *part = words->parts; part != NULL; part = part->next)
		show_words(o, part, part->next == NULL ? closing + 1 : 0);
}

static void
show_clauses(struct visit *v, const struct measure *m)
{
	struct view *view = v->view;
	static const char *const titles[CLAUSE_KINDS] = {
		[CLAUSE_DENOMINATOR] = "Denominator: which charts count",
		[CLAUSE_EXCLUSIONS] = "Exclusions: taken out before anything else is asked",
		[CLAUSE_NUMERATOR] = "Numerator: what is measured",
		[CLAUSE_EXCEPTIONS] = "Exceptions: taken out when the numerator is not met",
	};
	size_t n = 0;

	for (size_t i = 0; i < CLAUSE_KINDS; i++) {
		if (m->clauses[i].text == NULL)
			continue;
		view_str(view, view_key(view, "clauses.%zu.title", n), titles[i]);
		show_words(&(struct outline){ view, n, 0 },
			   words_outline(v->app->catalogue, m->clauses[i].condition, v->a), 0);
		view_str(view, view_key(view, "clauses.%zu.text", n++), m->clauses[i].text);
	}
}

static void
show_questions(struct view *view, const struct catalogue *cat, const struct measure *m)
{
	for (size_t i = 0; i < m->n_elements; i++) {
		const struct element *e = &cat->elements[m->elements[i]];

		view_str(view, view_key(view, "questions.%zu.id", i), e->id);
		view_str(view, view_key(view, "questions.%zu.text", i), e->question);
		view_str(view, view_key(view, "questions.%zu.section", i), e->section);
	}
}

void
measure_show(struct visit *v)
{
	const struct catalogue *cat = v->app->catalogue;
	const struct measure *m = catalogue_measure(cat, v->match.values[0]);
	struct view *view = v->view;

	if (m == NULL) {
		visit_error(v, 404, NULL);
		return;
	}
	view_str(view, "measure.number", m->number);
	view_str(view, "measure.title", m->title);
	view_str(view, "measure.module", m->module->title);
	view_str(view, "measure.nqf", m->nqf);
	view_bool(view, "measure.lower", m->lower_is_better);
	view_bool(view, "measure.certification", m->certification);
	view_bool(view, "measure.fellowship", m->fellowship);
	view_bool(view, "measure.rounds", m->module->rounds);
	view_bool(view, "measure.sure", number_is_sure(m));
	view_str(view, "measure.confidence", m->confidence);
	view_str(view, "measure.source", m->source);
	view_str(view, "measure.parts", m->parts);
	view_str(view, "measure.any_of", m->any_of);
	view_str(view, "edition", arena_strn(v->a, cat->hash, 12));
	show_clauses(v, m);
	show_questions(view, cat, m);
	view_str(view, "Page.title", arena_printf(v->a, "%s: %s", m->number, m->title));
	view_str(view, "Crumb.0.title", "Measures");
	view_str(view, "Crumb.0.href", "/measures");
	view_str(view, "Crumb.1.title", m->number);
	visit_page(v, "measure/show.cs");
}
