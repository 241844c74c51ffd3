/*
 * Growing bytes with a maximum.
 *
 * The maximum is said when the buffer is made, so that no input can make the
 * program grow without limit. Past it the buffer stays as it was and is marked
 * full; who fills it asks once, at the end.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct buf {
	char *data;     /* always followed by a NUL; never NULL once made */
	size_t len;     /* bytes in use, the NUL not counted */
	size_t cap;     /* bytes there is room for */
	size_t max;     /* bytes there may ever be */
	bool full;      /* something did not fit and was left out whole */
};

/* An empty buffer whose memory ends with the arena. */
struct buf *buf_new(struct arena *a, size_t max);

/* Appends; false (and `full`) when it would pass the maximum. */
bool buf_add(struct buf *b, const void *bytes, size_t len);
bool buf_str(struct buf *b, const char *text);
bool buf_char(struct buf *b, char c);
bool buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Empties it; the memory and the maximum stay. */
void buf_clear(struct buf *b);

#endif
