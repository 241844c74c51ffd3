/* Pages that are the same for all visitors: see same.h. */
#include "page/same.h"

#include <string.h>

#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "page/chrome.h"
#include "page/keep.h"
#include "page/routes.h"

/* Stands where a token goes: a byte that no page has, since no text may hold it. */
#define BLANK '\001'

static bool
is_everybodys(const struct visit *v)
{
	return v->me == NULL && v->req->method == METHOD_GET && v->req->query.n == 0 &&
	       chrome_notice(v) == NULL;
}

/* A page is kept by its line in the table of routes. */
static struct keep_key
key_of(const struct visit *v)
{
	return (struct keep_key){ .account = (uint64_t)(v->page - pages), .roles = v->roles };
}

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
same_answer(struct visit *v)
{
	struct buf *body = v->req->resp.body;
	struct keep_key key = key_of(v);
	const char *token, *page;

	page = is_everybodys(v) ? keep_get(v->app->same, &key) : NULL;
	if (page == NULL)
		return false;
	token = secret_csrf(v->a, v->token);
	must(buf_str(body, page));
	replace(body->data, blank_for(v->a, token), token, strlen(token));
	chrome_headers(v, 200);
	return true;
}

void
same_keep(struct visit *v)
{
	const char *token = view_get(v->view, "Csrf");
	struct keep_key key = key_of(v);
	char *page;

	if (!is_everybodys(v) || v->req->resp.status != 200 || token == NULL)
		return;
	page = arena_str(v->a, v->req->resp.body->data);
	replace(page, token, blank_for(v->a, token), strlen(token));
	keep_put(v->app->same, &key, page);
}
