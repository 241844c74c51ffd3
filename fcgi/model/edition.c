/* Editions: see edition.h. */
#define _GNU_SOURCE
#include "model/edition.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/files.h"
#include "base/text.h"
#include "db/queries.h"

enum { HASH_MIN = 6, EDITIONS_MAX = 32, ERRORS_MAX = 64 * 1024 };

struct editions {
	struct arena *process;
	const struct catalogue *known[EDITIONS_MAX];
	size_t n;
};

static bool
is_catalogue_file(const char *name)
{
	return text_ends(name, ".cql") || text_ends(name, ".def");
}

uint32_t
edition_store(struct db *db, struct arena *a, const struct catalogue *cat, const char *dir)
{
	struct edition_by_hash_row row;
	char **names;
	uint32_t id;
	size_t n;

	if (q_edition_by_hash(db, cat->hash, &row))
		return row.id;
	names = files_below(a, dir, &n);
	db_begin(db);
	id = (uint32_t)q_edition_add(db, cat->hash, time_now());
	for (size_t i = 0; names != NULL && i < n; i++) {
		const char *text;

		if (!is_catalogue_file(names[i]))
			continue;
		text = files_text(a, arena_printf(a, "%s/%s", dir, names[i]));
		if (text == NULL)
			fault("%s/%s cannot be read", dir, names[i]);
		q_edition_file_add(db, id, names[i], text);
	}
	db_commit(db);
	return id;
}

struct editions *
editions_new(struct arena *process, const struct catalogue *current)
{
	struct editions *e = arena_alloc(process, sizeof *e);

	e->process = process;
	if (current != NULL)
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
