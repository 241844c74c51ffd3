/*
 * Moving rounds by their dates ("site"): a planned round opens on its first
 * day, an open one closes when its last day is over; more time for a practice
 * ends the same way. Days are of UTC, as everywhere. Each round moves in a
 * transaction of its own that looks again under a lock, so any number of pools
 * move it once.
 */
#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "job/queue.h"
#include "model/extension.h"
#include "model/round.h"

enum { EVERY_S = 5 * 60, DAY_S = 86400 };

static void
move_round(struct job_context *c, uint64_t id, int32_t today)
{
	struct round_hold_due_row round;

	db_begin(c->db);
	if (!q_round_hold_due(c->db, id, today, &round)) {
		db_commit(c->db); /* another pool or staff moved it meanwhile */
		return;
	}
	if (text_equal(round.state, "planned")) {
		must(round_open(c->db, c->a, 0, id) == ROUND_MOVED);
	} else {
		must(round_close(c->db, c->a, 0, id) == ROUND_MOVED);
		queue_round_closed(c->db, c->a, id);
	}
	db_commit(c->db);
}

/* Those whose last day is over; with the last of a closed round its scoring begins. */
static void
end_extensions(struct job_context *c, int32_t today)
{
	size_t n;
	struct extension_over_row *over = q_extension_over(c->db, today, &n);

	for (size_t i = 0; i < n; i++) {
		uint64_t round = over[i].round_id;
		bool last;

		db_begin(c->db);
		if (extension_end(c->db, c->a, 0, round, over[i].practice_id, &last) && last)
			queue_round_closed(c->db, c->a, round);
		db_commit(c->db);
	}
}

/* Seconds until the next look: at the turn of the day, and a few minutes apart. */
static uint32_t
until_next(int64_t now)
{
	int64_t left = DAY_S - now % DAY_S;

	return left < EVERY_S ? (uint32_t)left : EVERY_S;
}

enum job_outcome
job_schedule(struct job_context *c, const char *subject)
{
	int64_t now = time_now();
	int32_t today = time_day(now);
	size_t n;
	struct round_due_row *due = q_round_due(c->db, today, &n);

	(void)subject;
	for (size_t i = 0; i < n; i++)
		move_round(c, due[i].id, today);
	end_extensions(c, today);
	c->later_s = until_next(now);
	return JOB_LATER;
}
