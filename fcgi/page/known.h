/*
 * Whose session a cookie is, as a child has just read it: who opens one page
 * after another, or saves one answer after another, is asked for in the
 * database only once in a few seconds.
 *
 * Nothing remembered outlives its epoch (db/epoch.h), so signing out, a new
 * role or a new stamp counts at once on this host; the setting session_memory_s
 * says how long another host's change may take. When a session ends by time is
 * looked at each time.
 */
#ifndef PAGE_KNOWN_H
#define PAGE_KNOWN_H

#include <stdint.h>

#include "base/arena.h"
#include "db/queries.h"

struct known;

/* An empty memory of so many seconds; 0 remembers nothing. Ends with the arena. */
struct known *known_new(struct arena *process, uint32_t seconds);

/*
 * The session of that digest, if it was read at this epoch; NULL if it must be looked up.
 * Good until the next known_put.
 */
const struct session_open_row *known_get(const struct known *k, struct bytes digest,
					 uint64_t epoch, int64_t now);

/* Remembers what was looked up after that epoch was asked for. */
void known_put(struct known *k, struct bytes digest, uint64_t epoch, int64_t now,
	       const struct session_open_row *me);

#endif
