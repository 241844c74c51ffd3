/*
 * One HTTPS GET as a good client of someone else's service: time-outs, a size
 * limit, few retries with full jitter, a circuit breaker, verified TLS, a
 * bearer token. It knows nothing of what is asked.
 */
#ifndef REMOTE_HTTP_H
#define REMOTE_HTTP_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "remote/breaker.h"

struct http_settings {
	const char *ca_file;     /* empty: the system's authorities */
	const char *token_file;  /* empty: no Authorization is sent */
	uint32_t connect_ms;     /* longest time to connect, TLS included */
	uint32_t total_ms;       /* longest time of one try; all tries have twice that */
	uint32_t retries;        /* further tries after a connection error or a 5xx */
	uint32_t pause_ms;       /* the first pause before a retry is 0 to this; then doubled */
	size_t body_max;         /* bytes */
};

enum http_outcome {
	HTTP_OK,        /* an answer other than 5xx: status and body are set */
	HTTP_TOO_LARGE, /* the body passed body_max; not tried again */
	HTTP_UNTRUSTED, /* its certificate is not of our authority or not of its name */
	HTTP_DOWN,      /* unreachable, too slow, broken off, 5xx, or the breaker is open */
};

struct http_answer {
	long status;             /* of the last try; 0 if none came */
	const char *body;        /* in the arena, with a NUL behind it */
	size_t size;
	uint32_t tries;          /* 0 when the breaker was open */
	uint32_t ms;             /* of all tries and pauses */
	const char *error;       /* what broke the last try, for the log, or ""; static */
};

struct http;

/*
 * A client for one service, to be made in each child after fork (it keeps the
 * connection open between requests). The token is read now. Ends with the arena.
 */
struct http *http_new(struct arena *a, const struct http_settings *s, struct breaker *b);

/*
 * Asks for `url`. Redirects are answers like any other. An answer 429 or 503
 * with Retry-After holds the breaker for that time and is not tried again; a
 * try that ran out of total_ms is not either, since a slow service gets no
 * faster by more requests. Each try, not each call, counts for the breaker. An
 * address that is not https is a fault.
 */
enum http_outcome http_get(struct http *h, struct arena *a, const char *url,
			   struct http_answer *answer);

/* `text` as one part of an address: all but A-Z a-z 0-9 - . _ ~ as %XX. */
char *http_escape(struct arena *a, const char *text);

#endif
