/*
 * Sending one mail of the outbox ("mail:17").
 *
 * A server that does not take it now is asked again after waits that grow to a
 * day; after five days (RFC 5321, 4.5.4.1) the mail is given up. A mail whose
 * worker dies between the sending and the note of it goes out twice, with the
 * same Message-ID.
 */
#include "base/date.h"
#include "db/queries.h"
#include "job/kinds.h"

enum { FIRST_WAIT_S = 30, LAST_WAIT_S = 86400, GIVE_UP_S = 5 * 86400 };

static enum job_outcome
wait_for_server(struct job_context *c, uint64_t id)
{
	int64_t now = time_now();

	if (now - c->created_at > GIVE_UP_S) {
		q_mail_refused(c->db, "the mail server did not take it for five days", id);
		return JOB_DONE;
	}
	job_later(c, FIRST_WAIT_S, LAST_WAIT_S);
	q_mail_later(c->db, "the mail server does not take it now", now + c->later_s, id);
	return JOB_LATER;
}

enum job_outcome
job_mail(struct job_context *c, const char *subject)
{
	uint64_t id = job_subject(c, subject, "mail");
	struct mail_waiting_row row;
	struct mail mail;

	if (!q_mail_waiting(c->db, id, &row))
		return JOB_DONE; /* an earlier run sent it */
	mail = (struct mail){ .to = row.recipient, .subject = row.subject, .body = row.body,
			      .id = arena_printf(c->a, "outbox-%llu", (unsigned long long)id) };
	switch (mail_send(c->mailer, c->a, &mail)) {
	case MAIL_SENT:
		q_mail_sent(c->db, time_now(), id);
		return JOB_DONE;
	case MAIL_REFUSED:
		q_mail_refused(c->db, "the mail server refused it", id);
		return JOB_DONE;
	case MAIL_LATER:
		break;
	}
	return wait_for_server(c, id);
}
