/*
 * Releasing the reports of a round ("round:3") once all are built: all at one
 * moment, with the round itself and a mail to each practice.
 */
#include "base/date.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "job/queue.h"
#include "model/audit.h"

static void
tell(struct job_context *c, const struct round_by_id_row *round,
     const struct report_recipients_row *to)
{
	struct arena_mark mark = arena_mark(c->a);
	struct view *v = view_new(c->a);

	view_str(v, "practice", to->practice_name);
	view_str(v, "round", round->name);
	view_str(v, "link", arena_printf(c->a, "%s/reports/%llu", c->conf->site_address,
					 (unsigned long long)to->report_id));
	view_str(v, "support", c->conf->support_mail);
	queue_letter(c->db, c->a, c->letters, "mail/report_ready.cs", v, to->email);
	arena_back(c->a, mark);
}

enum job_outcome
job_release(struct job_context *c, const char *subject)
{
	struct round_by_id_row round;
	struct report_recipients_row *to;
	size_t n;

	if (!job_round(c, subject, &round))
		return JOB_DONE;
	if (job_must_wait(c, "report", round.id))
		return JOB_LATER;
	db_begin(c->db);
	if (q_round_move(c->db, "released", round.id, "closed") == 0)
		return JOB_DONE; /* another run did; the job's end takes the transaction back */
	q_report_release(c->db, time_now(), round.id);
	q_site_stamp(c->db);
	to = q_report_recipients(c->db, round.id, &n);
	for (size_t i = 0; i < n; i++)
		tell(c, &round, &to[i]);
	audit_add(c->db, c->a, 0, 0, "round_released", subject);
	db_commit(c->db);
	return JOB_DONE;
}
