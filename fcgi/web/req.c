/* A request: see req.h. CGI parameters in, decoded pairs out. */
#include "web/req.h"

#include <stdio.h>
#include <string.h>

#include "base/fault.h"
#include "base/text.h"

enum { COOKIES_MAX = 50, HEADERS_MAX = 16 * 1024 };

const char *
req_env(const struct req *r, const char *name)
{
	size_t len = strlen(name);

	for (const char *const *e = r->env; *e != NULL; e++)
		if (strncmp(*e, name, len) == 0 && (*e)[len] == '=')
			return *e + len + 1;
	return "";
}

const char *
pairs_get(const struct pairs *p, const char *name)
{
	for (size_t i = 0; i < p->n; i++)
		if (text_equal(p->all[i].name, name))
			return p->all[i].value;
	return NULL;
}

size_t
pairs_count(const struct pairs *p, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += text_equal(p->all[i].name, name);
	return n;
}

const char *
req_query(const struct req *r, const char *name)
{
	return pairs_get(&r->query, name);
}

const char *
req_cookie(const struct req *r, const char *name)
{
	return pairs_get(&r->cookies, name);
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

char *
req_decode(struct arena *a, const char *text, size_t len, bool plus_is_space)
{
	char *out = arena_alloc(a, len + 1);
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		char c = text[i];

		if (c == '%') {
			int high = i + 2 < len ? hex_digit(text[i + 1]) : -1;
			int low = i + 2 < len ? hex_digit(text[i + 2]) : -1;

			if (high < 0 || low < 0)
				return NULL;
			c = (char)(high * 16 + low);
			i += 2;
		} else if (c == '+' && plus_is_space) {
			c = ' ';
		}
		out[n++] = c;
	}
	if (memchr(out, '\0', n) != NULL || !text_is_clean_utf8(out, n))
		return NULL;
	return out;
}

static size_t
count_of(const char *text, size_t len, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += text[i] == c;
	return n;
}

bool
req_takes_gzip(const struct req *r)
{
	const char *gzip = strstr(req_env(r, "HTTP_ACCEPT_ENCODING"), "gzip");
	const char *weight;

	if (gzip == NULL)
		return false;
	weight = gzip + strlen("gzip");
	weight += strspn(weight, " ;");
	if (strncmp(weight, "q=0", 3) != 0)
		return true;
	weight += strlen("q=0");
	weight += strspn(weight, ".0");
	return *weight >= '1' && *weight <= '9';
}

enum req_problem
req_pairs(struct arena *a, const char *text, size_t len, struct pairs *out)
{
	const char *end = text + len;
	size_t most = count_of(text, len, '&') + 1;

	out->n = 0;
	if (most > REQ_FIELDS_MAX)
		return REQ_TOO_MANY;
	out->all = arena_array(a, most, sizeof *out->all);
	while (text < end) {
		const char *stop = memchr(text, '&', (size_t)(end - text));
		const char *equals;
		struct pair *p = &out->all[out->n];

		if (stop == NULL)
			stop = end;
		equals = memchr(text, '=', (size_t)(stop - text));
		p->name = req_decode(a, text, (size_t)((equals == NULL ? stop : equals) - text),
				     true);
		p->value = equals == NULL
				   ? ""
				   : req_decode(a, equals + 1, (size_t)(stop - equals - 1), true);
		if (p->name == NULL || p->value == NULL)
			return REQ_BAD_ENCODING;
		out->n += stop > text;
		text = stop + 1;
	}
	return REQ_FINE;
}

char *
req_encode(struct arena *a, const char *text)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = arena_alloc(a, 3 * strlen(text) + 1), *to = out;

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		    strchr("-._~", c) != NULL) {
			*to++ = (char)c;
		} else {
			*to++ = '%';
			*to++ = hex[c >> 4];
			*to++ = hex[c & 15];
		}
	}
	return out;
}

/* Cookies that are not well formed are left out: they are not ours. */
static void
read_cookies(struct req *r, const char *header)
{
	size_t count;
	char **parts = text_split(r->arena, header, ';', &count);

	r->cookies.all = arena_array(r->arena, count, sizeof *r->cookies.all);
	for (size_t i = 0; i < count && r->cookies.n < COOKIES_MAX; i++) {
		char *part = text_trim(r->arena, parts[i]);
		char *equals = strchr(part, '=');

		if (equals == NULL || !text_is_clean_utf8(part, strlen(part)))
			continue;
		*equals = '\0';
		r->cookies.all[r->cookies.n++] = (struct pair){ .name = part, .value = equals + 1 };
	}
}

static enum req_problem
read_path(struct req *r)
{
	const char *uri = req_env(r, "REQUEST_URI");
	size_t len = strcspn(uri, "?");
	char *path = req_decode(r->arena, uri, len, false);

	if (path == NULL || path[0] != '/') {
		r->path = "/";
		return REQ_BAD_ENCODING;
	}
	r->path = path;
	return uri[len] == '?' ? req_pairs(r->arena, uri + len + 1, strlen(uri + len + 1), &r->query)
			       : REQ_FINE;
}

enum req_problem
req_open(struct req *r, struct arena *a, const char *const *env)
{
	const char *method;
	uint64_t length = 0;

	*r = (struct req){ .arena = a, .env = env };
	r->resp = (struct resp){ 200, buf_new(a, HEADERS_MAX), buf_new(a, RESP_BODY_MAX) };
	r->id = req_env(r, "REQUEST_ID");
	r->address = req_env(r, "REMOTE_ADDR");
	r->content_type = req_env(r, "CONTENT_TYPE");
	method = req_env(r, "REQUEST_METHOD");
	r->head = text_equal(method, "HEAD");
	r->method = r->head || text_equal(method, "GET") ? METHOD_GET
		    : text_equal(method, "POST")          ? METHOD_POST
							  : METHOD_OTHER;
	read_cookies(r, req_env(r, "HTTP_COOKIE"));
	if (req_env(r, "CONTENT_LENGTH")[0] != '\0' &&
	    !text_to_u64(req_env(r, "CONTENT_LENGTH"), &length)) {
		r->path = "/";
		return REQ_BAD_BODY;
	}
	r->content_length = (size_t)length;
	return read_path(r);
}

int
req_problem_status(enum req_problem problem)
{
	switch (problem) {
	case REQ_FINE: return 200;
	case REQ_BAD_ENCODING: case REQ_TOO_MANY: case REQ_BAD_BODY: return 400;
	case REQ_BODY_TOO_LARGE: return 413;
	case REQ_BODY_TYPE: return 415;
	}
	return 400;
}

const char *
req_problem_text(enum req_problem problem)
{
	switch (problem) {
	case REQ_FINE: return "";
	case REQ_BAD_ENCODING: return "Part of the request is not valid UTF-8 text.";
	case REQ_TOO_MANY: return "The request has more fields than any form of this site.";
	case REQ_BAD_BODY: return "The request broke off before its end.";
	case REQ_BODY_TOO_LARGE: return "The request is larger than this page takes.";
	case REQ_BODY_TYPE: return "The request has a kind of body that this page does not read.";
	}
	return "";
}
