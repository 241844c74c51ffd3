/*
 * A request and the answer to it. Both live in one arena and end with it.
 *
 * This layer knows HTTP and nothing of the application: another one could be
 * served with it.
 */
#ifndef WEB_REQ_H
#define WEB_REQ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

enum method { METHOD_GET, METHOD_POST, METHOD_OTHER };

/*
 * A name and a value as the browser sent them, decoded; clean UTF-8. A file of a
 * multipart body is any `size` bytes, with a NUL behind them.
 */
struct pair {
	const char *name, *value;
	size_t size; /* of a file */
	bool file;
};

struct pairs {
	struct pair *all;
	size_t n;
};

/* Why a request was not understood; each has a status and a sentence. */
enum req_problem {
	REQ_FINE,
	REQ_BAD_ENCODING,   /* 400: percent escapes or UTF-8 */
	REQ_TOO_MANY,       /* 400: more fields than any form has */
	REQ_BAD_BODY,       /* 400: shorter than announced, or broken multipart */
	REQ_BODY_TOO_LARGE, /* 413 */
	REQ_BODY_TYPE,      /* 415: no kind of body that we read */
};

struct resp {
	int status;
	struct buf *headers; /* whole lines, each with CRLF */
	struct buf *body;
};

struct req {
	struct arena *arena;
	const char *id;      /* from nginx, or made here; for the log and error pages */
	enum method method;
	bool head;           /* HEAD: as GET, the body is left out at the end */
	const char *path;    /* decoded, begins with a slash */
	const char *address; /* of the client */
	const char *content_type;
	size_t content_length;
	struct pairs query, cookies, fields;
	struct resp resp;
	const char *const *env; /* CGI parameters, "NAME=value", ends with NULL */
	/* Reads up to `size` bytes of the body; fewer only at its end. */
	size_t (*read)(void *from, char *to, size_t size);
	void *from;
};

enum { RESP_BODY_MAX = 32 * 1024 * 1024, REQ_FIELDS_MAX = 1000 };

/*
 * Makes a request of CGI parameters (RFC 3875). The body is not read yet.
 * On a problem the request is usable for an error page all the same.
 */
enum req_problem req_open(struct req *r, struct arena *a, const char *const *env);

/* Whether the answer may be gzip: named, and not with weight 0 (RFC 9110, 12.5.3). */
bool req_takes_gzip(const struct req *r);

/* A CGI parameter, "" if not there. */
const char *req_env(const struct req *r, const char *name);

/* The first value of that name, or NULL. */
const char *pairs_get(const struct pairs *p, const char *name);
size_t pairs_count(const struct pairs *p, const char *name);
const char *req_query(const struct req *r, const char *name);
const char *req_cookie(const struct req *r, const char *name);

/* Status code and a sentence for people. */
int req_problem_status(enum req_problem problem);
const char *req_problem_text(enum req_problem problem);

/* Percent-decoding (RFC 3986; plus as space if asked). NULL if malformed. */
char *req_decode(struct arena *a, const char *text, size_t len, bool plus_is_space);

/* Splits "a=1&b=2" into decoded pairs. */
enum req_problem req_pairs(struct arena *a, const char *text, size_t len, struct pairs *out);

/* A part of a path or query, percent-encoded but for unreserved characters. */
char *req_encode(struct arena *a, const char *text);

#endif
