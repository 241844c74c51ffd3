/*
 * Deleting what is past its time ("site"). It asks to be run again, for ever;
 * the pool puts it into the queue when it starts.
 */
#include "base/date.h"
#include "db/queries.h"
#include "job/kinds.h"

enum {
	EVERY_S = 10 * 60,
	HOUR_S = 3600,
	DAY_S = 86400,
	LINKS_DAYS = 1,          /* a used link explains itself for a day */
	REGISTRATIONS_DAYS = 30, /* nobody came back to it */
	CLOCKS_DAYS = 2,         /* no page reports later than that */
	JOBS_DAYS = 90,
	MAILS_DAYS = 90,
};

enum job_outcome
job_sweep(struct job_context *c, const char *subject)
{
	const struct conf *conf = c->conf;
	int64_t now = time_now(), window = (int64_t)conf->sign_in_window_min * 60;

	(void)subject;
	q_session_sweep(c->db, now - (int64_t)conf->session_idle_min * 60,
			now - (int64_t)conf->session_absolute_min * 60);
	q_attempt_sweep(c->db, now - (window > HOUR_S ? window : HOUR_S));
	q_mail_link_sweep(c->db, now - LINKS_DAYS * DAY_S);
	q_registration_sweep(c->db, now - REGISTRATIONS_DAYS * DAY_S);
	q_chart_clock_sweep(c->db, now - (int64_t)CLOCKS_DAYS * DAY_S);
	q_job_sweep(c->db, now - (int64_t)JOBS_DAYS * DAY_S);
	q_mail_sweep(c->db, now - (int64_t)MAILS_DAYS * DAY_S);
	q_import_sweep(c->db, now);
	c->later_s = EVERY_S;
	return JOB_LATER;
}
