/*
 * More time in a round for one practice.
 *
 * The round closes for all others on its day. It is scored when the last
 * extension has ended: on the day after its own last day, or when staff end
 * it. A scored round takes no extension: figures of all practices would change
 * under those who have read them.
 */
#ifndef MODEL_EXTENSION_H
#define MODEL_EXTENSION_H

#include <stdbool.h>
#include <stdint.h>

#include "db/queries.h"

enum { EXTENSION_DAYS_MAX = 60, EXTENSION_REASON_MAX = 500 };

/*
 * Changes a round to what it is for a practice: while its extension runs, the
 * round is open until the day of it. The extension, on the arena; NULL if the
 * practice has none that runs.
 */
const struct extension_of_row *extension_apply(struct db *db, struct arena *a, uint64_t practice,
					       struct round_by_id_row *round);

struct extension_plan {
	uint64_t round, practice, account; /* account: who grants it */
	int32_t until;                     /* last day; after the round's own */
	const char *reason;
};

/*
 * Grants it, or replaces the one there was; in the caller's transaction, with
 * the audit line and the stamp of the practice's dashboard. False if the round
 * is neither open nor closed with an extension that runs.
 */
bool extension_grant(struct db *db, struct arena *a, const struct extension_plan *plan);

/*
 * Ends one, as extension_grant; `account` 0 is the schedule. False if it does
 * not run any more. *last says that the round is closed and no other runs: then
 * the caller calls queue_round_closed (job/queue.h) before the commit.
 */
bool extension_end(struct db *db, struct arena *a, uint64_t account, uint64_t round,
		   uint64_t practice, bool *last);

#endif
