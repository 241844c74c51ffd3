/*
 * Scoring the charts of some practices of a closed round: those whose numbers
 * lie between two ("round:3/from:17/to:230"), or one ("round:3/practice:17").
 */
#include <string.h>

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
	bool one = strstr(subject, "/practice:") != NULL;
	struct round_by_id_row round;

	if (!job_round(c, subject, &round))
		return JOB_DONE; /* released, say: its scores stay as they are */
	scoring_practices(c->db, c->a,
			  edition_catalogue(c->editions, c->db, c->a, round.edition_id,
					    round.edition_hash),
			  round.id, job_subject(c, subject, one ? "practice" : "from"),
			  job_subject(c, subject, one ? "practice" : "to"));
	return JOB_DONE;
}
