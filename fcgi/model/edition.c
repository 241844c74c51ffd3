/* Editions: see edition.h. */
#define _GNU_SOURCE
#include "model/edition.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"

enum { HASH_MIN = 6, EDITIONS_MAX = 32, FILE_MAX = 8 * 1024 * 1024, ERRORS_MAX = 64 * 1024 };

struct editions {
	struct arena *process;
	const struct catalogue *known[EDITIONS_MAX];
	size_t n;
};

static int
is_catalogue_file(const struct dirent *d)
{
	const char *dot = strrchr(d->d_name, '.');

	return dot != NULL && (text_equal(dot, ".cql") || text_equal(dot, ".def"));
}

static const char *
read_whole(struct arena *a, const char *path)
{
	struct buf *text = buf_new(a, FILE_MAX);
	char part[8192];
	FILE *in = fopen(path, "re");
	size_t n;

	if (in == NULL)
		fault("%s: %s", path, strerror(errno));
	while ((n = fread(part, 1, sizeof part, in)) > 0)
		buf_add(text, part, n);
	fclose(in);
	return text->data;
}

uint32_t
edition_store(struct db *db, struct arena *a, const struct catalogue *cat, const char *dir)
{
	struct edition_by_hash_row row;
	struct dirent **names;
	uint32_t id;
	int n;

	if (q_edition_by_hash(db, cat->hash, &row))
		return row.id;
	n = scandir(dir, &names, is_catalogue_file, alphasort);
	if (n < 0)
		fault("%s: %s", dir, strerror(errno));
	db_begin(db);
	id = (uint32_t)q_edition_add(db, cat->hash, time_now());
	for (int i = 0; i < n; i++) {
		const char *path = arena_printf(a, "%s/%s", dir, names[i]->d_name);

		q_edition_file_add(db, id, names[i]->d_name, read_whole(a, path));
		free(names[i]);
	}
	free(names);
	db_commit(db);
	return id;
}

struct editions *
editions_new(struct arena *process, const struct catalogue *current)
{
	struct editions *e = arena_alloc(process, sizeof *e);

	e->process = process;
	e->known[e->n++] = current;
	return e;
}

/* Reads an edition from its files as the database holds them. */
static const struct catalogue *
read_edition(struct editions *e, struct db *db, struct arena *a, uint32_t id)
{
	struct buf *errors = buf_new(a, ERRORS_MAX);
	struct catalogue_file *files;
	const struct catalogue *cat;
	struct edition_files_row *rows;
	size_t n;

	rows = q_edition_files(db, id, &n);
	files = arena_array(e->process, n, sizeof *files);
	for (size_t i = 0; i < n; i++) {
		files[i].name = arena_str(e->process, rows[i].name);
		files[i].text = arena_str(e->process, rows[i].content);
		files[i].next = i + 1 < n ? &files[i + 1] : NULL;
	}
	cat = catalogue_of_files(e->process, files, errors);
	if (cat == NULL)
		fault("edition %u does not load any more: %s", id, errors->data);
	return cat;
}

const struct catalogue *
edition_named(struct db *db, struct arena *a, const char *name)
{
	struct editions e = { .process = a };
	size_t len = strlen(name), n;
	bool is_hash = len >= HASH_MIN && strspn(name, "0123456789abcdef") == len;
	struct edition_named_row *rows;
	uint64_t id;

	if (!text_to_u64(name, &id) || id > UINT32_MAX)
		id = 0;
	rows = q_edition_named(db, (uint32_t)id, is_hash ? name : "", &n);
	return n == 1 ? read_edition(&e, db, a, rows[0].id) : NULL;
}

const struct catalogue *
edition_catalogue(struct editions *e, struct db *db, struct arena *a, uint32_t id, const char *hash)
{
	const struct catalogue *cat;

	for (size_t i = 0; i < e->n; i++)
		if (text_equal(e->known[i]->hash, hash))
			return e->known[i];
	cat = read_edition(e, db, a, id);
	if (!text_equal(cat->hash, hash))
		fault("edition %u has the hash %s, not %s", id, cat->hash, hash);
	must(e->n < EDITIONS_MAX);
	e->known[e->n++] = cat;
	return cat;
}
