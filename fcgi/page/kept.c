/*
 * Whole pages that a child keeps: see kept.h.
 *
 * A page is kept as compressed pieces (base/deflate.h), split where a token
 * stood. So answering it copies a tenth of its bytes, and nobody compresses it
 * again; the one visitor in many who takes no gzip gets it unpacked.
 */
#include "page/kept.h"

#include <string.h>

#include "base/date.h"
#include "base/deflate.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "page/chrome.h"

enum { KEPT_MAX = 256 * 1024 };

/* Before the bytes of each piece. */
struct head {
	uint32_t size, length, crc;
	uint32_t token; /* bytes of the token that comes after it */
};

struct keep_key
kept_own(const struct visit *v, uint64_t report)
{
	return (struct keep_key){
		.practice = v->practice_id,
		.practice_stamp = *v->me->practice_stamp,
		.site_stamp = v->me->site_stamp,
		.account = v->me->account_id,
		.names = keep_names(v->me->name, v->me->practice_name),
		.day = time_day(time_now()),
		.roles = v->roles,
		.report = report,
	};
}

static void
add_piece(struct buf *kept, struct arena *a, const char *text, size_t len, size_t token)
{
	struct piece p = deflate_piece(a, text, len);
	struct head head = { p.size, p.length, p.crc, (uint32_t)token };

	buf_add(kept, &head, sizeof head);
	buf_add(kept, p.data, p.size);
}

/* The page in pieces, without the token. */
static struct buf *
take_apart(struct arena *a, const char *page, const char *token)
{
	struct buf *kept = buf_new(a, KEPT_MAX);
	size_t len = strlen(token);

	for (const char *at = strstr(page, token); at != NULL; at = strstr(page, token)) {
		add_piece(kept, a, page, (size_t)(at - page), len);
		page = at + len;
	}
	add_piece(kept, a, page, strlen(page), 0);
	return kept;
}

/* Takes the next piece off the front; false at the end. */
static bool
next_piece(struct bytes *kept, struct piece *piece, struct head *head)
{
	const unsigned char *at = kept->data;

	if (kept->size == 0)
		return false;
	memcpy(head, at, sizeof *head);
	*piece = (struct piece){ at + sizeof *head, head->size, head->length, head->crc };
	kept->data = at + sizeof *head + head->size;
	kept->size -= sizeof *head + head->size;
	return true;
}

static void
put_packed(struct buf *body, struct bytes kept, const char *token)
{
	struct gzip g = gzip_begin(body);
	struct piece piece;
	struct head head;

	while (next_piece(&kept, &piece, &head)) {
		gzip_piece(&g, &piece);
		if (head.token > 0)
			gzip_text(&g, token, head.token);
	}
	gzip_end(&g);
}

static void
put_plain(struct buf *body, struct bytes kept, const char *token)
{
	struct piece piece;
	struct head head;

	while (next_piece(&kept, &piece, &head)) {
		inflate_piece(body, &piece);
		buf_add(body, token, head.token);
	}
}

/* The body in place of what is in it; tokens are of one length. */
static void
put(struct visit *v, struct bytes kept, const char *token)
{
	struct buf *body = v->req->resp.body;

	buf_clear(body);
	resp_header(v->req, "Vary", "Accept-Encoding");
	if (req_takes_gzip(v->req)) {
		put_packed(body, kept, token);
		resp_header(v->req, "Content-Encoding", "gzip");
	} else {
		put_plain(body, kept, token);
	}
	must(!body->full);
}

bool
kept_answer(struct visit *v, const struct keep_key *key)
{
	struct bytes kept = keep_get(v->app->kept, key);

	if (kept.size == 0 || chrome_notice(v) != NULL)
		return false;
	put(v, kept, secret_csrf(v->a, v->token));
	chrome_headers(v, 200);
	return true;
}

void
kept_store(struct visit *v, const struct keep_key *key)
{
	const char *token = view_get(v->view, "Csrf");
	struct buf *kept;
	struct bytes bytes;

	if (chrome_notice(v) != NULL || v->req->resp.status != 200 || text_is_empty(token))
		return;
	kept = take_apart(v->a, v->req->resp.body->data, token);
	if (kept->full)
		return;
	bytes = (struct bytes){ kept->data, kept->len };
	keep_put(v->app->kept, key, bytes);
	put(v, bytes, token);
}
