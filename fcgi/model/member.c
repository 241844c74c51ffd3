/* Verifying members: see member.h. */
#include "model/member.h"

#include "base/date.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "db/queries.h"
#include "model/audit.h"

enum member_check
member_check(struct db *db, struct arena *a, struct directory *d, const struct conf *c,
	     const char *last_name, const char *member_id)
{
	const char *who = secret_keyed_hex(a, "member", arena_printf(a, "%s\n%s", member_id,
								     text_fold_name(a, last_name)));
	int64_t since = time_now() - (int64_t)c->directory_cache_min * 60;
	struct member_answer_get_row kept;
	struct member member;

	if (q_member_answer_get(db, who, since, &kept))
		return MEMBER_VERIFIED;
	switch (directory_verify(d, a, last_name, member_id, &member)) {
	case DIRECTORY_VERIFIED:
		q_member_answer_sweep(db, since);
		q_member_answer_put(db, who, time_now());
		return MEMBER_VERIFIED;
	case DIRECTORY_NO_MATCH:
		return MEMBER_NO_MATCH;
	case DIRECTORY_DOWN:
		return MEMBER_DOWN;
	}
	fault("the directory's answer is none of its kinds");
}

static void
write_answer(struct db *db, struct arena *a, uint64_t practice, uint64_t account, bool verified)
{
	db_begin(db);
	if (q_practice_set_member(db, verified ? "verified" : "refused", time_now(), practice) > 0) {
		q_practice_stamp(db, practice);
		audit_add(db, a, account, practice, verified ? "member_verified" : "member_refused", "");
	}
	db_commit(db);
}

enum member_check
member_check_practice_by(struct db *db, struct arena *a, struct directory *d, const struct conf *c,
			 uint64_t practice_id, uint64_t account)
{
	struct practice_by_id_row practice;
	enum member_check check;

	if (!q_practice_by_id(db, practice_id, &practice))
		fault("there is no practice %llu", (unsigned long long)practice_id);
	if (text_equal(practice.member_state, "verified"))
		return MEMBER_VERIFIED;
	check = member_check(db, a, d, c, practice.member_last_name, practice.member_id);
	switch (check) {
	case MEMBER_VERIFIED: case MEMBER_NO_MATCH:
		write_answer(db, a, practice_id, account, check == MEMBER_VERIFIED);
		break;
	case MEMBER_DOWN:
		break;
	}
	return check;
}

enum member_check
member_check_practice(struct db *db, struct arena *a, struct directory *d, const struct conf *c,
		      uint64_t practice_id)
{
	return member_check_practice_by(db, a, d, c, practice_id, 0);
}
