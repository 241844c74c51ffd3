/* Scoring one practice's charts of a closed round ("round:3/practice:17"). */
#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "report/scoring.h"

bool
job_round(struct job_context *c, const char *subject, struct round_by_id_row *round)
{
	uint64_t id = job_subject(c, subject, "round");

	if (!q_round_by_id(c->db, id, round))
		fault("there is no round %llu", (unsigned long long)id);
	return text_equal(round->state, "closed") && round->extensions == 0;
}

enum job_outcome
job_score(struct job_context *c, const char *subject)
{
	struct round_by_id_row round;

	if (!job_round(c, subject, &round))
		return JOB_DONE; /* released, say: its scores stay as they are */
	scoring_practice(c->db, c->a,
			 edition_catalogue(c->editions, c->db, c->a, round.edition_id,
					   round.edition_hash),
			 round.id, job_subject(c, subject, "practice"));
	return JOB_DONE;
}
