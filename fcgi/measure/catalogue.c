/* Reads a folder of catalogue files into a catalogue: see catalogue.h. */
#include "measure/catalogue.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/fault.h"
#include "base/files.h"
#include "base/secret.h"
#include "base/text.h"
#include "cql/lex.h"
#include "measure/loader.h"

enum { MAX_ALL = 16 * 1024 * 1024 };

static bool
is_catalogue_file(const char *name)
{
	return text_ends(name, ".cql") || text_ends(name, ".def");
}

/* The whole text of a file; NULL, and reported, if it cannot be read. */
static const char *
read_whole(struct loader *loader, const char *dir, const char *name)
{
	const char *text = files_text(loader->arena, arena_printf(loader->arena, "%s/%s", dir, name));
	struct cql_place place = { name, 1, 1 };

	if (text == NULL)
		loader_error(loader, place, "cannot be read, or is larger than 8 MB");
	else if (!text_is_clean_utf8(text, strlen(text)))
		loader_error(loader, place, "is not clean UTF-8 text");
	else
		return text;
	return NULL;
}

/* Adds a file to the list, which stays in the order of names. */
static void
add_file(struct arena *a, struct catalogue_file **at, const char *name, const char *text)
{
	struct catalogue_file *file = arena_alloc(a, sizeof *file);

	file->name = name;
	file->text = text;
	while (*at != NULL && strcmp((*at)->name, name) < 0)
		at = &(*at)->next;
	file->next = *at;
	*at = file;
}

static struct catalogue_file *
read_files(struct loader *loader, const char *dir)
{
	struct cql_place place = { dir, 1, 1 };
	struct catalogue_file *files = NULL;
	size_t n;
	char **names = files_below(loader->arena, dir, &n);

	if (names == NULL)
		loader_error(loader, place, "cannot be opened: %s", strerror(errno));
	for (size_t i = 0; names != NULL && i < n; i++) {
		const char *text;

		if (!is_catalogue_file(names[i]))
			continue;
		text = read_whole(loader, dir, names[i]);
		if (text != NULL)
			add_file(loader->arena, &files, names[i], text);
	}
	return files;
}

const char *
loader_file(struct loader *loader, const char *name)
{
	struct cql_place place = { name, 1, 1 };

	for (const struct catalogue_file *f = loader->files; f != NULL; f = f->next)
		if (text_equal(f->name, name))
			return f->text;
	loader_error(loader, place, "the catalogue has no such file");
	return NULL;
}

/* The edition's hash: over names and bytes of all files, in the order of names. */
static const char *
edition_hash(struct loader *loader)
{
	struct buf *all = buf_new(loader->arena, MAX_ALL);
	struct buf *hex = buf_new(loader->arena, 2 * SECRET_DIGEST_SIZE);
	struct bytes digest;

	for (const struct catalogue_file *f = loader->files; f != NULL; f = f->next)
		buf_printf(all, "%s\n%zu\n", f->name, strlen(f->text)), buf_str(all, f->text);
	must(!all->full);
	digest = secret_digest(loader->arena, all->data);
	for (size_t i = 0; i < digest.size; i++)
		buf_printf(hex, "%02x", ((const unsigned char *)digest.data)[i]);
	return hex->data;
}

/* The catalogue of the loader's files; NULL if anything is or was wrong. */
static struct catalogue *
load_all(struct loader *loader)
{
	loader->cat = arena_alloc(loader->arena, sizeof *loader->cat);
	load_tracks(loader);
	load_elements(loader);
	load_measures(loader);
	load_conditions(loader);
	if (!loader->wrong)
		load_plan(loader);
	if (loader->wrong)
		return NULL;
	loader->cat->hash = edition_hash(loader);
	return loader->cat;
}

struct catalogue *
catalogue_load(struct arena *a, const char *dir, struct buf *errors)
{
	struct loader loader = { .arena = a, .errors = errors };

	loader.files = read_files(&loader, dir);
	return loader.files != NULL ? load_all(&loader) : NULL;
}

struct catalogue *
catalogue_of_files(struct arena *a, const struct catalogue_file *files, struct buf *errors)
{
	struct loader loader = { .arena = a, .errors = errors, .files = files };

	return load_all(&loader);
}

const struct module *
catalogue_module(const struct catalogue *cat, const char *id_or_name)
{
	for (size_t i = 0; i < cat->n_modules; i++)
		if (text_equal(cat->modules[i].id, id_or_name)
			|| text_equal(cat->modules[i].name, id_or_name))
			return &cat->modules[i];
	return NULL;
}

module_set
catalogue_modules(const struct catalogue *cat, struct arena *a, const char *names)
{
	module_set set = 0;
	size_t n;
	char **name = text_split(a, names, ' ', &n);

	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, name[i]);

		if (m != NULL)
			set |= module_bit(m);
	}
	return set;
}

const struct track *
catalogue_track(const struct catalogue *cat, const char *id)
{
	for (size_t i = 0; i < cat->n_tracks; i++)
		if (text_equal(cat->tracks[i].id, id))
			return &cat->tracks[i];
	return NULL;
}

const struct element *
catalogue_element(const struct catalogue *cat, const char *id)
{
	for (size_t i = 0; i < cat->n_elements; i++)
		if (text_equal(cat->elements[i].id, id))
			return &cat->elements[i];
	return NULL;
}

const struct measure *
catalogue_measure(const struct catalogue *cat, const char *number)
{
	for (size_t i = 0; i < cat->n_measures; i++)
		if (text_equal(cat->measures[i].number, number))
			return &cat->measures[i];
	return NULL;
}

/* Whether `rest` names a clause or an outcome: what stands behind a measure's number. */
static bool
is_title(const char *rest)
{
	for (int kind = 0; kind < CLAUSE_KINDS; kind++)
		if (text_equal(rest, clause_title((enum clause_kind)kind)))
			return true;
	for (int outcome = OUTCOME_EXCLUDED; outcome < OUTCOME_KINDS; outcome++)
		if (text_equal(rest, outcome_words((enum outcome)outcome)))
			return true;
	return false;
}

const struct measure *
catalogue_measure_of(const struct catalogue *cat, const struct cql_definition *definition)
{
	for (size_t i = 0; i < cat->n_measures; i++) {
		const struct measure *m = &cat->measures[i];
		size_t len = strlen(m->number);

		if (text_starts(definition->name, m->number) && definition->name[len] == ' '
			&& is_title(definition->name + len + 1))
			return m;
	}
	return NULL;
}

int
element_choice(const struct element *element, const char *code)
{
	for (size_t i = 0; i < element->n_choices; i++)
		if (text_equal(element->choices[i].code, code))
			return (int)i;
	return -1;
}

bool
track_takes(const struct track *track, const struct measure *measure)
{
	if ((track->modules & module_bit(measure->module)) == 0)
		return false;
	return text_equal(track->takes, "fellowship") ? measure->fellowship
		: measure->certification;
}

module_set
module_bit(const struct module *module)
{
	return (module_set)1 << module->index;
}

const char *
clause_title(enum clause_kind kind)
{
	static const char *const titles[CLAUSE_KINDS] = { "Denominator", "Exclusions", "Numerator",
		"Exceptions" };

	return titles[kind];
}

const char *
clause_name(enum clause_kind kind)
{
	static const char *const names[CLAUSE_KINDS] = { "denominator", "exclusions", "numerator",
		"exceptions" };

	return names[kind];
}

const char *
outcome_code(enum outcome outcome)
{
	static const char *const codes[OUTCOME_KINDS] = { "not_in", "excluded", "not_met",
		"excepted", "met" };

	return codes[outcome];
}

const char *
outcome_words(enum outcome outcome)
{
	static const char *const words[OUTCOME_KINDS] = { "Not in the measure", "Excluded",
		"Not met", "Excepted", "Met" };

	return words[outcome];
}
