/*
 * Asking the member directory about a practice that registered while the
 * directory was down ("practice:17").
 */
#include "db/queries.h"
#include "job/kinds.h"
#include "model/member.h"

enum { FIRST_WAIT_S = 60, LAST_WAIT_S = 6 * 3600 };

enum job_outcome
job_member(struct job_context *c, const char *subject)
{
	uint64_t practice = job_subject(c, subject, "practice");

	switch (member_check_practice(c->db, c->a, c->directory, c->conf, practice)) {
	case MEMBER_VERIFIED:
	case MEMBER_NO_MATCH:
		return JOB_DONE;
	case MEMBER_DOWN:
		break;
	}
	return job_later(c, FIRST_WAIT_S, LAST_WAIT_S);
}
