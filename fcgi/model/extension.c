/* More time in a round for one practice: see extension.h. */
#include "model/extension.h"

#include "base/date.h"
#include "base/text.h"
#include "model/audit.h"

const struct extension_of_row *
extension_apply(struct db *db, struct arena *a, uint64_t practice, struct round_by_id_row *round)
{
	struct extension_of_row *row = arena_alloc(a, sizeof *row);

	if (!text_equal(round->state, "open") && !text_equal(round->state, "closed"))
		return NULL;
	if (!q_extension_of(db, practice, round->id, time_day(time_now()), row))
		return NULL;
	round->state = "open";
	round->closes = row->until;
	return row;
}

static void
put_down(struct db *db, struct arena *a, uint64_t account, uint64_t round, uint64_t practice,
	 const char *action)
{
	audit_add(db, a, account, practice, action,
		  arena_printf(a, "round:%llu", (unsigned long long)round));
	q_practice_stamp(db, practice);
}

bool
extension_grant(struct db *db, struct arena *a, const struct extension_plan *plan)
{
	struct round_hold_extendable_row round;

	if (!q_round_hold_extendable(db, plan->round, &round))
		return false;
	q_extension_put(db, plan->round, plan->practice, plan->until, plan->reason, plan->account,
			time_now());
	put_down(db, a, plan->account, plan->round, plan->practice, "extension_granted");
	return true;
}

bool
extension_end(struct db *db, struct arena *a, uint64_t account, uint64_t round, uint64_t practice,
	      bool *last)
{
	struct round_hold_extendable_row held;
	struct extension_running_row more_time;
	int64_t now = time_now();

	*last = false;
	if (!q_round_hold_extendable(db, round, &held) ||
	    q_extension_end(db, now, practice, round) == 0)
		return false;
	put_down(db, a, account, round, practice, "extension_ended");
	*last = text_equal(held.state, "closed") &&
		q_extension_running(db, round, &more_time) && more_time.running == 0;
	if (*last)
		q_round_settle(db, now, round);
	return true;
}
