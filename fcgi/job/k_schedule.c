/*
 * Moving rounds by their dates ("site"): sign-up begins, abstraction opens and
 * closes, a released round is archived (model/round.h has the rule); more time
 * for a practice ends the same way. Days are of UTC, as everywhere. Each round
 * moves in a transaction of its own that holds it at the version it was seen
 * in, so any number of pools move it once. One that lags, because no worker
 * ran for days, moves one step a look.
 */
#include "base/date.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "job/queue.h"
#include "model/extension.h"
#include "model/round.h"

enum { EVERY_S = 5 * 60, DAY_S = 86400 };

static void
move_round(struct job_context *c, const struct round_moving_row *round, enum round_step step)
{
	struct round_hold_version_row held;

	db_begin(c->db);
	if (q_round_hold_version(c->db, round->id, round->version, &held) &&
	    round_move(c->db, c->a, 0, round->id, step) == ROUND_MOVED &&
	    step == ROUND_STEP_CLOSE)
		queue_round_closed(c->db, c->a, round->id);
	db_commit(c->db); /* of nothing, where another pool or staff moved it meanwhile */
}

static void
move_rounds(struct job_context *c, int32_t today)
{
	size_t n;
	struct round_moving_row *rounds = q_round_moving(c->db, &n);

	for (size_t i = 0; i < n; i++) {
		struct round_dates dates = { rounds[i].registers, rounds[i].opens, rounds[i].closes,
					     rounds[i].archives };
		enum round_step step = round_due(rounds[i].state, &dates, today);

		if (step != ROUND_STEP_NONE)
			move_round(c, &rounds[i], step);
	}
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

	(void)subject;
	move_rounds(c, today);
	end_extensions(c, today);
	c->later_s = until_next(now);
	return JOB_LATER;
}
