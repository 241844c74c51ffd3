/*
 * Stanzas: the form of elements.def and tracks.def.
 *
 *   # a comment
 *   head: value          a line that begins at the margin opens a stanza
 *   	key: value        an indented line belongs to it
 */
#ifndef MEASURE_STANZA_H
#define MEASURE_STANZA_H

#include "base/arena.h"
#include "base/buf.h"
#include "cql/tree.h"

struct stanza_line {
	const char *key, *value;
	struct cql_place place;       /* of the key */
	struct cql_place value_place; /* of the value, for errors inside it */
	struct stanza_line *next;
};

struct stanza {
	struct stanza_line head;
	struct stanza_line *lines; /* in their order; without the head */
	struct stanza *next;
};

/*
 * Reads a file's text. Lines that are neither are reported to `errors` as
 * "file:line:column: text" and left out; *wrong is set.
 */
struct stanza *stanza_read(struct arena *a, const char *file, const char *text,
	struct buf *errors, bool *wrong);

/* The value of the first line with that key, or NULL. */
const char *stanza_value(const struct stanza *stanza, const char *key);

#endif
