/*
 * One message over SMTP. The outbox in the database decides when and how often;
 * this sends once and says how it went.
 */
#ifndef REMOTE_MAIL_H
#define REMOTE_MAIL_H

#include <stdint.h>

#include "base/arena.h"
#include "base/conf.h"

enum mail_outcome {
	MAIL_SENT,    /* the server took it over */
	MAIL_REFUSED, /* for good: a bad address or text, or the server answered 5xx */
	MAIL_LATER,   /* unreachable, too slow, not trusted, not logged in, or 4xx: try again */
};

struct mail {
	const char *to;      /* "box@domain" */
	const char *subject; /* UTF-8, one line; control bytes are MAIL_REFUSED */
	const char *body;    /* UTF-8 text */
	const char *id;      /* the same at each try of one mail: letters, digits, - _ . ;
			      * NULL: a random one */
};

struct mailer;

/*
 * A sender by the options smtp_* and mail_from, for this process (after fork);
 * ends with the arena. TLS is demanded when smtp_ca_file or smtp_user is set.
 * A mail_from without an address is a fault.
 */
struct mailer *mailer_new(struct arena *a, const struct conf *c);

/* Other time-outs than 5 s to connect and 30 s in all. */
void mailer_set_times(struct mailer *m, uint32_t connect_ms, uint32_t total_ms);

/* Sends one message; memory in between comes from `a`. */
enum mail_outcome mail_send(struct mailer *m, struct arena *a, const struct mail *mail);

#endif
