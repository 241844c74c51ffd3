/* Pieces that are compressed at different times make one gzip body that zlib itself reads. */
#include "../test.h"

#include <string.h>
#include <zlib.h>

#include "base/deflate.h"

static struct arena *arena;

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new(1 << 24);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* What a browser would read. */
static const char *
read_gzip(const struct buf *body, size_t most)
{
	char *text = arena_alloc(arena, most + 1);
	z_stream z = { .next_in = (z_const Bytef *)body->data, .avail_in = (uInt)body->len,
		       .next_out = (Bytef *)text, .avail_out = (uInt)most };

	assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK);
	assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END); /* checks sum and length as well */
	assert_int_equal(z.avail_in, 0);
	text[z.total_out] = '\0';
	inflateEnd(&z);
	return text;
}

static void
pieces_and_texts_make_one_body(void **state)
{
	struct piece one = deflate_piece(arena, "<p>one one one one</p>", 22);
	struct piece none = deflate_piece(arena, "", 0);
	struct piece two = deflate_piece(arena, "<p>two</p>", 10);
	struct buf *body = buf_new(arena, 1 << 16);
	struct gzip g = gzip_begin(body);

	(void)state;
	gzip_piece(&g, &one);
	gzip_text(&g, "token", 5);
	gzip_piece(&g, &none);
	gzip_text(&g, "", 0);
	gzip_piece(&g, &two);
	gzip_piece(&g, &one);
	gzip_end(&g);
	assert_string_equal(read_gzip(body, 1000),
			    "<p>one one one one</p>token<p>two</p><p>one one one one</p>");
}

static void
a_piece_gives_its_text_back(void **state)
{
	enum { LEN = 300000 };
	char *text = arena_alloc(arena, LEN + 1);
	struct buf *back = buf_new(arena, LEN);
	struct piece piece;

	(void)state;
	for (uint32_t i = 0, n = 1; i < LEN; i++, n = n * 1664525u + 1013904223u)
		text[i] = (char)('a' + (n >> 24) % 26);
	piece = deflate_piece(arena, text, LEN);
	assert_true(piece.size < LEN);
	inflate_piece(back, &piece);
	assert_false(back->full);
	assert_string_equal(back->data, text);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(pieces_and_texts_make_one_body, set_up, tear_down),
	cmocka_unit_test_setup_teardown(a_piece_gives_its_text_back, set_up, tear_down),
};

TEST_MAIN(tests)
