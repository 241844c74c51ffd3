/*
 * The member directory: is there an active member with this ID and last name?
 *
 * Everything that is special to that service (path, field names, statuses)
 * stands in directory.c and in the options directory_*. Nothing is kept here:
 * positive answers are cached by whoever asks. The log gets a keyed hash of
 * the ID, never ID or name.
 */
#ifndef REMOTE_DIRECTORY_H
#define REMOTE_DIRECTORY_H

#include "base/arena.h"
#include "base/conf.h"
#include "remote/breaker.h"

enum directory_outcome {
	DIRECTORY_VERIFIED, /* an active member of that name; `struct member` is set */
	DIRECTORY_NO_MATCH, /* no such ID, another name, not active: on purpose not said which */
	DIRECTORY_DOWN,     /* no usable answer: ask again later */
};

/* As the directory writes them; what it leaves out is "". In the arena. */
struct member {
	const char *member_id, *last_name, *first_name, *designation, *country;
};

struct directory;

/* The breaker of the options directory_breaker_*; make it in the master, before fork. */
struct breaker *directory_breaker(struct arena *a, const struct conf *c);

/*
 * A client by the options directory_*, for this process (after fork); ends
 * with the arena. An address that is not https or a path without {id} is a
 * fault that says so.
 */
struct directory *directory_new(struct arena *a, const struct conf *c, struct breaker *b);

/*
 * Asks the directory. Names are the same when text_fold_name makes them the
 * same. May take up to twice directory_total_ms. `out` is set only for
 * DIRECTORY_VERIFIED. An ID or a name that cannot be any (empty, over-long,
 * not clean text) is DIRECTORY_NO_MATCH without asking.
 */
enum directory_outcome directory_verify(struct directory *d, struct arena *a,
					const char *last_name, const char *member_id,
					struct member *out);

#endif
