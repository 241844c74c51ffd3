/* Whole pages that a child keeps: see kept.h. */
#include "page/kept.h"

#include <string.h>

#include "base/fault.h"
#include "base/secret.h"
#include "page/chrome.h"

/* Stands where a token goes: a byte that no page has, since no text may hold it. */
#define BLANK '\001'

/* Overwrites each run of `len` bytes that is equal to `from` by `to`. */
static void
replace(char *text, const char *from, const char *to, size_t len)
{
	for (char *at = strstr(text, from); at != NULL; at = strstr(at + len, from))
		memcpy(at, to, len);
}

static char *
blank_for(struct arena *a, const char *token)
{
	char *blank = arena_str(a, token);

	memset(blank, BLANK, strlen(blank));
	return blank;
}

bool
kept_answer(struct visit *v, const struct keep_key *key)
{
	const char *page = chrome_notice(v) == NULL ? keep_get(v->app->kept, key) : NULL;
	struct buf *body = v->req->resp.body;
	const char *token;

	if (page == NULL)
		return false;
	token = secret_csrf(v->a, v->token);
	must(buf_str(body, page));
	replace(body->data, blank_for(v->a, token), token, strlen(token));
	chrome_headers(v, 200);
	return true;
}

void
kept_store(struct visit *v, const struct keep_key *key)
{
	const char *token = view_get(v->view, "Csrf");
	char *page;

	if (chrome_notice(v) != NULL || v->req->resp.status != 200 || token == NULL)
		return;
	page = arena_str(v->a, v->req->resp.body->data);
	replace(page, token, blank_for(v->a, token), strlen(token));
	keep_put(v->app->kept, key, page);
}
