/* Reads tracks.def: the modules, and the tracks a practice can take. */
#include "base/text.h"
#include "cql/lex.h"
#include "measure/loader.h"
#include "measure/stanza.h"

static const char *
required(struct loader *loader, const struct stanza *stanza, const char *key)
{
	const char *value = stanza_value(stanza, key);

	if (value == NULL)
		loader_error(loader, stanza->head.place, "%s %s: expected a line \"%s: ...\"",
			stanza->head.key, stanza->head.value, key);
	return value != NULL ? value : "";
}

static void
refuse_unknown(struct loader *loader, const struct stanza *stanza, const char *const *keys)
{
	for (const struct stanza_line *line = stanza->lines; line != NULL; line = line->next) {
		bool known = false;

		for (size_t i = 0; keys[i] != NULL; i++)
			known = known || text_equal(line->key, keys[i]);
		if (!known)
			loader_error(loader, line->place, "a %s has no key \"%s\"",
				stanza->head.key, line->key);
	}
}

static enum module_kind
read_kind(struct loader *loader, const struct stanza *stanza)
{
	const char *kind = required(loader, stanza, "kind");

	if (text_equal(kind, "core"))
		return MODULE_CORE;
	if (text_equal(kind, "disease"))
		return MODULE_DISEASE;
	if (!text_equal(kind, "domain"))
		loader_error(loader, stanza->head.place,
			"module %s: expected kind core, disease or domain", stanza->head.value);
	return MODULE_DOMAIN;
}

static void
read_module(struct loader *loader, const struct stanza *stanza, struct module *module)
{
	static const char *const keys[] = { "name", "title", "kind", "file", "rounds", NULL };

	refuse_unknown(loader, stanza, keys);
	module->id = stanza->head.value;
	module->name = required(loader, stanza, "name");
	module->title = required(loader, stanza, "title");
	module->kind = read_kind(loader, stanza);
	module->file = required(loader, stanza, "file");
	module->rounds = stanza_value(stanza, "rounds") == NULL
		|| !text_equal(stanza_value(stanza, "rounds"), "no");
}

static void
read_track(struct loader *loader, const struct stanza *stanza, struct track *track)
{
	static const char *const keys[] = { "title", "takes", "modules", NULL };

	refuse_unknown(loader, stanza, keys);
	track->id = stanza->head.value;
	track->title = required(loader, stanza, "title");
	track->takes = required(loader, stanza, "takes");
	track->modules = loader_modules(loader, required(loader, stanza, "modules"),
		stanza->head.place);
	if (!text_equal(track->takes, "certification") && !text_equal(track->takes, "fellowship"))
		loader_error(loader, stanza->head.place,
			"track %s: expected takes certification or fellowship", track->id);
}

module_set
loader_modules(struct loader *loader, const char *names, struct cql_place place)
{
	size_t count;
	char **parts = text_split(loader->arena, names, ' ', &count);
	module_set set = 0;

	for (size_t i = 0; i < count; i++) {
		const struct module *module = catalogue_module(loader->cat, parts[i]);

		if (text_is_empty(parts[i]))
			continue;
		if (module == NULL)
			loader_error(loader, place, "there is no module \"%s\"", parts[i]);
		else
			set |= module_bit(module);
	}
	return set;
}

static size_t
count_heads(const struct stanza *stanzas, const char *key)
{
	size_t count = 0;

	for (; stanzas != NULL; stanzas = stanzas->next)
		count += text_equal(stanzas->head.key, key);
	return count;
}

void
load_tracks(struct loader *loader)
{
	static const char name[] = "tracks.def";
	const char *text = loader_file(loader, name);
	struct stanza *stanzas;
	struct module *modules;
	struct track *tracks;

	if (text == NULL)
		return;
	stanzas = stanza_read(loader->arena, name, text, loader->errors, &loader->wrong);
	modules = arena_array(loader->arena, count_heads(stanzas, "module"), sizeof *modules);
	tracks = arena_array(loader->arena, count_heads(stanzas, "track"), sizeof *tracks);
	loader->cat->modules = modules;
	loader->cat->tracks = tracks;
	for (const struct stanza *s = stanzas; s != NULL; s = s->next) {
		if (text_equal(s->head.key, "module") && loader->cat->n_modules < MAX_MODULES) {
			modules[loader->cat->n_modules].index = loader->cat->n_modules;
			read_module(loader, s, &modules[loader->cat->n_modules++]);
		} else if (text_equal(s->head.key, "track")) {
			read_track(loader, s, &tracks[loader->cat->n_tracks++]);
		} else {
			loader_error(loader, s->head.place,
				"expected \"module\" (at most %d) or \"track\", found \"%s\"",
				MAX_MODULES, s->head.key);
		}
	}
}
