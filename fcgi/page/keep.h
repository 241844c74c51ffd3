/*
 * Rendered parts that a child keeps: a part stays true as long as its stamp.
 *
 * The session's own lookup brings the stamps of practice and site, so a page
 * that was rendered before costs no further statement. The oldest part makes
 * room for a new one.
 */
#ifndef PAGE_KEEP_H
#define PAGE_KEEP_H

#include <stdint.h>

#include "base/arena.h"

struct keep;

/* What a part depends on; equal keys mean an equal part. Zero all of it first. */
struct keep_key {
	uint64_t practice, practice_stamp, site_stamp, account;
	int64_t day;
	uint64_t roles;
};

/* An empty store; ends with the arena. */
struct keep *keep_new(struct arena *process);

/* The part of that key, or NULL. Good until the next keep_put. */
const char *keep_get(const struct keep *k, const struct keep_key *key);

/* Keeps a copy of `part`. */
void keep_put(struct keep *k, const struct keep_key *key, const char *part);

#endif
