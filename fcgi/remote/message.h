/*
 * The text of a mail (RFC 5322, MIME): headers that cannot be injected into,
 * encoded words (RFC 2047), quoted-printable where the text needs it.
 */
#ifndef REMOTE_MESSAGE_H
#define REMOTE_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

struct message {
	const char *from;    /* "Name <box@domain>" or "box@domain" */
	const char *to;      /* "box@domain" */
	const char *subject; /* UTF-8, one line */
	const char *body;    /* UTF-8; lines end with LF or CR LF */
	const char *id;      /* left part of the Message-ID; NULL: a random one. Give the same one
			      * when a mail is sent again, so that the reader gets it once. */
	int64_t time;        /* of the Date header, seconds since 1970 */
};

/*
 * Whether `text` can be the address of a box: printable ASCII, one @, no
 * spaces, quotes or brackets, at most 254 bytes (RFC 5321 4.5.3.1.3).
 */
bool message_is_address(const char *text);

/* The box in "Name <box@domain>" or "box@domain"; NULL if there is none. */
char *message_address(struct arena *a, const char *from);

/*
 * The whole mail with CR LF line ends, or NULL if it cannot be one: no
 * address, a subject with control bytes, text that is not UTF-8, or larger
 * than 1 MiB.
 */
struct buf *message_build(struct arena *a, const struct message *m);

#endif
