/*
 * Compressed text that is made once and sent many times.
 *
 * A piece is deflate data (RFC 1951) that ends at a byte and refers to nothing
 * before it. So pieces stand one after another in one gzip body (RFC 1952),
 * and what is new each time goes between them as it is: a secret there is
 * never compressed together with other text.
 */
#ifndef BASE_DEFLATE_H
#define BASE_DEFLATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct piece {
	const unsigned char *data;
	uint32_t size;   /* bytes of it */
	uint32_t length; /* bytes of the text */
	uint32_t crc;    /* of the text */
};

enum { GZIP_TEXT_MAX = 65535 }; /* bytes of one gzip_text */

/* The text as a piece, on the arena. */
struct piece deflate_piece(struct arena *a, const char *text, size_t len);

/* Appends the piece's text to a buffer; what does not fit marks it full, as buf_add does. */
void inflate_piece(struct buf *out, const struct piece *piece);

/* A gzip body in the making. */
struct gzip {
	struct buf *out;
	uint32_t crc, length;
};

/* Begins one at the end of a buffer; pieces and texts follow, then the end. */
struct gzip gzip_begin(struct buf *out);
void gzip_piece(struct gzip *g, const struct piece *piece);
void gzip_text(struct gzip *g, const char *text, size_t len);
void gzip_end(struct gzip *g);

#endif
