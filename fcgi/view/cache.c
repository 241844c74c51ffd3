/* Templates parsed once: see cache.h. */
#include "view/cache.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/text.h"
#include "base/files.h"
#include "view/neo.h"

struct template {
	const char *name;
	CSPARSE *parse;
};

struct templates {
	struct arena *arena;
	const char *dir;
	enum view_mode mode;
	HDF *config;          /* what parsing reads: the escape mode */
	HDF *site;            /* what every page sees besides its own data */
	struct template *all; /* in the order of strcmp */
	size_t count;
};

static const char mail_folder[] = "mail/";

static bool
belongs(const char *name, enum view_mode mode)
{
	return text_starts(name, mail_folder) == (mode == VIEW_TEXT);
}

/* A name like "layout/head.cs": below our folder, whatever a template says. */
static bool
is_own_name(const char *name)
{
	size_t len = strlen(name);

	return name[0] != '/' && strstr(name, "..") == NULL && strchr(name, '\\') == NULL &&
	       len > 3 && strcmp(name + len - 3, ".cs") == 0;
}

/*
 * ClearSilver asks for a file, for the template itself and for each include.
 * Not NERR_NOT_FOUND: an include would go on without the file.
 */
static NEOERR *
load_file(void *arg, HDF *hdf, const char *name, char **content)
{
	const struct templates *t = arg;
	char path[1024];
	size_t len;

	(void)hdf;
	*content = NULL;
	if (!is_own_name(name) || !belongs(name, t->mode))
		return nerr_raise(NERR_ASSERT, "%s may not be loaded here", name);
	if ((size_t)snprintf(path, sizeof path, "%s/%s", t->dir, name) >= sizeof path)
		return nerr_raise(NERR_ASSERT, "the path of %s is too long", name);
	*content = files_content(path, &len);
	if (*content == NULL)
		return nerr_raise(NERR_IO, "%s cannot be read", name);
	if (strlen(*content) != len) {
		free(*content);
		*content = NULL;
		return nerr_raise(NERR_PARSE, "%s has a zero byte", name);
	}
	return STATUS_OK;
}

static void
parse_end(void *arg)
{
	CSPARSE *parse = arg;

	cs_destroy(&parse);
}

/* The order matters: the escape mode is read by cs_init and fixed into the tree. */
static NEOERR *
parse_one(struct templates *t, const char *name, CSPARSE **parse)
{
	NEOERR *err = cs_init(parse, t->config);

	if (err != STATUS_OK)
		return err;
	arena_defer(t->arena, parse_end, *parse);
	cs_register_fileload(*parse, t, load_file);
	err = neo_escapes(*parse);
	if (err == STATUS_OK)
		err = cs_parse_file(*parse, name);
	(*parse)->global_hdf = t->site;
	(*parse)->hdf = NULL;
	return err;
}

static struct templates *
templates_new(struct arena *a, const char *dir, enum view_mode mode)
{
	struct templates *t = arena_alloc(a, sizeof *t);

	t->arena = a;
	t->dir = arena_str(a, dir);
	t->mode = mode;
	t->config = neo_tree(a);
	t->site = neo_tree(a);
	neo_check(hdf_set_value(t->config, "Config.VarEscapeMode",
				mode == VIEW_TEXT ? "none" : "html"), "the escape mode");
	return t;
}

static bool
is_template(const char *name)
{
	size_t len = strlen(name);

	return len > 3 && strcmp(name + len - 3, ".cs") == 0;
}

struct templates *
templates_load(struct arena *a, const char *dir, enum view_mode mode, struct buf *errors)
{
	struct templates *t = templates_new(a, dir, mode);
	size_t n;
	char **names = files_below(a, dir, &n);
	bool good = true;

	if (names == NULL) {
		buf_printf(errors, "templates: folder %s cannot be read\n", dir);
		return NULL;
	}
	t->all = arena_array(a, n + 1, sizeof *t->all);
	for (size_t i = 0; i < n; i++) {
		struct template *one = &t->all[t->count];
		NEOERR *err;

		if (!is_template(names[i]) || !belongs(names[i], mode))
			continue;
		one->name = names[i];
		err = parse_one(t, names[i], &one->parse);
		if (err != STATUS_OK) {
			buf_printf(errors, "%s/%s: %s\n", dir, names[i], neo_text(a, err));
			good = false;
		}
		t->count++;
	}
	return good ? t : NULL;
}

void
templates_site(struct templates *t, const char *key, const char *value)
{
	must(text_starts(key, "Site."));
	if (value != NULL)
		neo_check(hdf_set_value(t->site, key, value), key);
}

size_t
templates_count(const struct templates *t)
{
	return t->count;
}

const char *
templates_name(const struct templates *t, size_t i)
{
	must(i < t->count);
	return t->all[i].name;
}

static int
by_name(const void *name, const void *one)
{
	return strcmp(name, ((const struct template *)one)->name);
}

static const struct template *
find(const struct templates *t, const char *name)
{
	return bsearch(name, t->all, t->count, sizeof *t->all, by_name);
}

bool
templates_has(const struct templates *t, const char *name)
{
	return find(t, name) != NULL;
}

/* Called for each piece; must not jump over ClearSilver's frames, so it raises. */
static NEOERR *
add_piece(void *arg, char *piece)
{
	struct buf *out = arg;

	if (!buf_str(out, piece))
		return nerr_raise(NERR_OUTOFRANGE, "the page is over %zu bytes", out->max);
	return STATUS_OK;
}

void
view_render(const struct templates *t, const char *name, struct view *v, struct buf *out)
{
	const struct template *one = find(t, name);
	NEOERR *err;

	if (one == NULL)
		fault("no template %s", name);
	one->parse->hdf = v->hdf;
	err = cs_render(one->parse, out, add_piece);
	one->parse->hdf = NULL;
	neo_check(err, name);
}

/* FNV-1a: tells versions of our own files apart, no more. */
static uint64_t
digest(uint64_t so_far, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		so_far = (so_far ^ (unsigned char)bytes[i]) * 0x100000001b3u;
	return so_far;
}

/* In pieces: the folder holds videos too. */
static uint64_t
digest_file(uint64_t so_far, const char *path)
{
	char piece[16384];
	FILE *file = fopen(path, "rb");
	bool broken;
	size_t len;

	if (file == NULL)
		fault("%s cannot be read", path);
	while ((len = fread(piece, 1, sizeof piece, file)) > 0)
		so_far = digest(so_far, piece, len);
	broken = ferror(file) != 0;
	fclose(file);
	if (broken)
		fault("%s cannot be read to its end", path);
	return so_far;
}

char *
view_static_version(struct arena *a, const char *dir)
{
	uint64_t version = 0xcbf29ce484222325u;
	size_t n;
	char **names = files_below(a, dir, &n);

	if (names == NULL)
		fault("folder %s cannot be read", dir);
	for (size_t i = 0; i < n; i++) {
		version = digest(version, names[i], strlen(names[i]) + 1);
		version = digest_file(version, arena_printf(a, "%s/%s", dir, names[i]));
	}
	return arena_printf(a, "%016llx", (unsigned long long)version);
}
