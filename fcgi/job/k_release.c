/*
 * Releasing the reports of a round ("round:3") once all are built, with their files: all at one
 * moment, with the round itself and a mail to each practice. Where staff want
 * to look first it waits for their word. A report that they hold back follows
 * by a job of its own ("round:3/practice:17").
 */
#include "base/date.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "job/queue.h"
#include "model/audit.h"

enum { WAIT_FOR_STAFF_S = 10, LETTERS_AT_ONCE = 200 };

static struct letter
write_letter(struct job_context *c, const struct round_by_id_row *round,
	     const struct report_recipients_row *to)
{
	struct view *v = view_new(c->a);
	struct letter letter;

	view_str(v, "practice", to->practice_name);
	view_str(v, "round", round->name);
	view_str(v, "link", arena_printf(c->a, "%s/reports/%llu", c->conf->site_address,
					 (unsigned long long)to->report_id));
	view_str(v, "support", c->conf->support_mail);
	letter = queue_write_letter(c->a, c->letters, "mail/report_ready.cs", v);
	letter.recipient = to->email;
	return letter;
}

/* Mails to all practices of the round whose report is out, or to one. */
static void
tell_all(struct job_context *c, const struct round_by_id_row *round, uint64_t practice)
{
	size_t n;
	struct report_recipients_row *to = q_report_recipients(c->db, round->id, practice, &n);

	for (size_t at = 0; at < n; at += LETTERS_AT_ONCE) {
		struct arena_mark mark = arena_mark(c->a);
		struct letter letters[LETTERS_AT_ONCE];
		size_t count = 0;

		while (count < LETTERS_AT_ONCE && at + count < n) {
			letters[count] = write_letter(c, round, &to[at + count]);
			count++;
		}
		queue_letters(c->db, letters, count);
		arena_back(c->a, mark);
	}
	queue_letters_end(c->db);
}

/*
 * A report that was built again while its files were being made has lost them:
 * the job that makes them anew could not be put while the other ran.
 */
static bool
files_are_missing(struct job_context *c, uint64_t round)
{
	if (job_must_wait(c, "files", round))
		return true;
	c->later_s = 1;
	return q_job_put_files(c->db, time_now(), round) > 0;
}

enum job_outcome
job_release(struct job_context *c, const char *subject)
{
	struct round_by_id_row round;

	if (!job_round(c, subject, &round))
		return JOB_DONE;
	if (job_must_wait(c, "report", round.id) || files_are_missing(c, round.id))
		return JOB_LATER;
	if (round.release_by_hand && round.release_ordered_at == NULL) {
		c->later_s = WAIT_FOR_STAFF_S;
		return JOB_LATER;
	}
	db_begin(c->db);
	if (q_round_move(c->db, "released", round.id, "closed") == 0)
		return JOB_DONE; /* another run did; the job's end takes the transaction back */
	q_report_release(c->db, time_now(), round.id);
	q_site_stamp(c->db);
	tell_all(c, &round, 0);
	audit_add(c->db, c->a, 0, 0, "round_released", subject);
	db_commit(c->db);
	return JOB_DONE;
}

enum job_outcome
job_release_late(struct job_context *c, const char *subject)
{
	uint64_t practice = job_subject(c, subject, "practice"), id = job_subject(c, subject, "round");
	struct round_by_id_row round;

	db_begin(c->db);
	if (q_round_by_id(c->db, id, &round) &&
	    q_release_late(c->db, time_now(), practice, id) > 0) {
		q_practice_stamp(c->db, practice);
		tell_all(c, &round, practice);
		audit_add(c->db, c->a, 0, practice, "report_released", subject);
	}
	db_commit(c->db);
	return JOB_DONE;
}
