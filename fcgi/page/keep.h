/*
 * What a child keeps of pages: it stays true as long as its key.
 *
 * The session's own lookup brings the stamps of practice and site, so a page
 * that was rendered before costs no further statement. A newer one takes the
 * place of an older one of the same person and page. What the bytes are, only
 * page/kept.c knows.
 */
#ifndef PAGE_KEEP_H
#define PAGE_KEEP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/row.h"

struct keep;

/* What a page depends on; equal keys mean an equal page. Zero all of it first. */
struct keep_key {
	uint64_t practice, practice_stamp, site_stamp, account;
	int64_t day;
	uint64_t roles;
	uint64_t names; /* see keep_names */
	uint64_t report; /* its number; 0 for the one page of that person that is none */
};

/* An empty store; ends with the arena. */
struct keep *keep_new(struct arena *process);

/* The bytes of that key; size 0 for none. Good until the next keep_put. */
struct bytes keep_get(const struct keep *k, const struct keep_key *key);

/* Keeps a copy; bytes that are too many are not kept. */
void keep_put(struct keep *k, const struct keep_key *key, struct bytes bytes);

/* Stands in a key for two names that a page shows; NULL is no name. */
uint64_t keep_names(const char *one, const char *other);

#endif
