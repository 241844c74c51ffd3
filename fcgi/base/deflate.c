/* Compressed text in pieces: see deflate.h. */
#include "base/deflate.h"

#include <zlib.h>

#include "base/fault.h"

/* Raw deflate; a long page is a quarter smaller at this level than at the first. */
enum { RAW = -15, MEMORY = 8, LEVEL = 6 };

struct piece
deflate_piece(struct arena *a, const char *text, size_t len)
{
	z_stream z = { .next_in = (z_const Bytef *)text, .avail_in = (uInt)len };
	unsigned char *data;
	uLong most;
	int said;

	must(len <= UINT32_MAX / 2);
	must(deflateInit2(&z, LEVEL, Z_DEFLATED, RAW, MEMORY, Z_DEFAULT_STRATEGY) == Z_OK);
	most = deflateBound(&z, len) + 16; /* the flush's empty block */
	data = arena_alloc(a, most);
	z.next_out = data;
	z.avail_out = (uInt)most;
	said = deflate(&z, Z_FULL_FLUSH);
	must(deflateEnd(&z) == Z_DATA_ERROR); /* which says that the last block is still to come */
	must(said == Z_OK && z.avail_in == 0 && z.avail_out > 0);
	return (struct piece){ data, (uint32_t)z.total_out, (uint32_t)len,
			       (uint32_t)crc32(0, (const Bytef *)text, (uInt)len) };
}

void
inflate_piece(struct buf *out, const struct piece *piece)
{
	unsigned char chunk[16 * 1024];
	z_stream z = { .next_in = (z_const Bytef *)piece->data, .avail_in = piece->size };
	int said;

	must(inflateInit2(&z, RAW) == Z_OK);
	do {
		z.next_out = chunk;
		z.avail_out = sizeof chunk;
		said = inflate(&z, Z_SYNC_FLUSH);
		buf_add(out, chunk, sizeof chunk - z.avail_out);
	} while (said == Z_OK && z.avail_out == 0);
	inflateEnd(&z);
	must(z.total_out == piece->length);
}

static void
add_number(struct buf *out, uint32_t n)
{
	unsigned char bytes[4] = { (unsigned char)n, (unsigned char)(n >> 8),
				   (unsigned char)(n >> 16), (unsigned char)(n >> 24) };

	buf_add(out, bytes, sizeof bytes);
}

struct gzip
gzip_begin(struct buf *out)
{
	static const unsigned char head[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255 };

	buf_add(out, head, sizeof head);
	return (struct gzip){ out, 0, 0 };
}

static void
count(struct gzip *g, uint32_t crc, uint32_t length)
{
	g->crc = (uint32_t)crc32_combine(g->crc, crc, (z_off_t)length);
	g->length += length;
}

void
gzip_piece(struct gzip *g, const struct piece *piece)
{
	buf_add(g->out, piece->data, piece->size);
	count(g, piece->crc, piece->length);
}

void
gzip_text(struct gzip *g, const char *text, size_t len)
{
	/* A stored block: its length, and that with all bits turned (RFC 1951, 3.2.4). */
	unsigned char head[] = { 0, (unsigned char)len, (unsigned char)(len >> 8),
				 (unsigned char)~len, (unsigned char)(~len >> 8) };

	must(len <= GZIP_TEXT_MAX);
	buf_add(g->out, head, sizeof head);
	buf_add(g->out, text, len);
	count(g, (uint32_t)crc32(0, (const Bytef *)text, (uInt)len), (uint32_t)len);
}

void
gzip_end(struct gzip *g)
{
	static const unsigned char last[] = { 3, 0 }; /* an empty block, the last */

	buf_add(g->out, last, sizeof last);
	add_number(g->out, g->crc);
	add_number(g->out, g->length);
}
