/*
 * Whether a practice's corresponding physician is an active ASCO member.
 *
 * The directory is somebody else's service: its positive answers are kept for
 * directory_cache_min, under a keyed hash of ID and name, and when it is down
 * the answer comes later.
 */
#ifndef MODEL_MEMBER_H
#define MODEL_MEMBER_H

#include <stdint.h>

#include "base/conf.h"
#include "db/db.h"
#include "remote/directory.h"

enum member_check {
	MEMBER_VERIFIED,
	MEMBER_NO_MATCH, /* no such active member of that name: on purpose not said which */
	MEMBER_DOWN,     /* no answer now: nothing was changed, ask again later */
};

/* Asks the kept answers, then the directory. Not inside a transaction: it may take seconds. */
enum member_check member_check(struct db *db, struct arena *a, struct directory *d,
			       const struct conf *c, const char *last_name, const char *member_id);

/*
 * Checks the physician of a practice and writes what came of it: member_state
 * 'verified' or 'refused', with a line in the audit log in the name of
 * `account` (0 for a job). A practice that is verified already stays so,
 * without asking. Has a transaction of its own.
 */
enum member_check member_check_practice_by(struct db *db, struct arena *a, struct directory *d,
					   const struct conf *c, uint64_t practice_id,
					   uint64_t account);

/* As above, for the job that verifies a pending practice. */
enum member_check member_check_practice(struct db *db, struct arena *a, struct directory *d,
					const struct conf *c, uint64_t practice_id);

#endif
