/*
 * Rendered text that a child keeps: it stays true as long as its key.
 *
 * The session's own lookup brings the stamps of practice and site, so a page
 * that was rendered before costs no further statement. A newer text takes the
 * place of an older one of the same person.
 */
#ifndef PAGE_KEEP_H
#define PAGE_KEEP_H

#include <stdint.h>

#include "base/arena.h"

struct keep;

/* What a text depends on; equal keys mean an equal text. Zero all of it first. */
struct keep_key {
	uint64_t practice, practice_stamp, site_stamp, account;
	int64_t day;
	uint64_t roles;
	uint64_t names; /* see keep_names */
};

/* An empty store; ends with the arena. */
struct keep *keep_new(struct arena *process);

/* The text of that key, or NULL. Good until the next keep_put. */
const char *keep_get(const struct keep *k, const struct keep_key *key);

/* Keeps a copy of `text`. */
void keep_put(struct keep *k, const struct keep_key *key, const char *text);

/* Stands in a key for two names that a page shows; NULL is no name. */
uint64_t keep_names(const char *one, const char *other);

#endif
