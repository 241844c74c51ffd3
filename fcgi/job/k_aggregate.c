/*
 * The figures of all practices of a closed round ("round:3"), once all of them
 * are scored; then their reports are put into the queue. A score job that was
 * set aside holds it up until staff have had it run again: figures of all
 * practices without one of them would be figures of nobody.
 */
#include "base/date.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "job/queue.h"
#include "report/scoring.h"

enum { FIRST_WAIT_S = 1, LAST_WAIT_S = 4, WAIT_FOR_STAFF_S = 10 };

bool
job_must_wait(struct job_context *c, const char *kind, uint64_t round)
{
	struct job_unfinished_row left;

	q_job_unfinished(c->db, kind, arena_printf(c->a, "round:%llu/%%", (unsigned long long)round),
			 &left);
	if (left.waiting > 0)
		job_later(c, FIRST_WAIT_S, LAST_WAIT_S); /* unless the last one wakes it (ledger.c) */
	else
		c->later_s = WAIT_FOR_STAFF_S;
	return left.waiting > 0 || left.dead > 0;
}

enum job_outcome
job_aggregate(struct job_context *c, const char *subject)
{
	struct round_by_id_row round;

	if (!job_round(c, subject, &round))
		return JOB_DONE;
	if (job_must_wait(c, "score", round.id))
		return JOB_LATER;
	db_begin(c->db);
	scoring_round(c->db, c->a, round.id);
	q_job_put_reports(c->db, time_now(), round.id);
	queue_put(c->db, "release", subject);
	db_commit(c->db);
	return JOB_DONE;
}
