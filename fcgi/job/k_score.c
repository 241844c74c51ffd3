/*
 * Scoring the charts of some practices of a closed round: those whose numbers
 * lie between two ("round:3/from:17/to:230"), or one ("round:3/practice:17").
 */
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
	uint64_t one;
	bool alone = job_subject_has(c->a, subject, "practice", &one);

	if (!job_round(c, subject, &round))
		return JOB_DONE; /* released, say: its scores stay as they are */
	scoring_practices(c->db, c->a,
			  edition_catalogue(c->editions, c->db, c->a, round.edition_id,
					    round.edition_hash),
			  round.id, alone ? one : job_subject(c, subject, "from"),
			  alone ? one : job_subject(c, subject, "to"));
	return JOB_DONE;
}

static const char *
range(struct arena *a, uint64_t round, uint64_t from, uint64_t to)
{
	unsigned long long r = round, first = from, last = to;

	return from == to ? arena_printf(a, "round:%llu/practice:%llu", r, first)
			  : arena_printf(a, "round:%llu/from:%llu/to:%llu", r, first, last);
}

bool
job_score_split(struct arena *a, const char *subject, const char *halves[2])
{
	uint64_t round, from, to, middle;

	if (!job_subject_has(a, subject, "round", &round) ||
	    !job_subject_has(a, subject, "from", &from) ||
	    !job_subject_has(a, subject, "to", &to) || from >= to)
		return false;
	middle = from + (to - from) / 2;
	halves[0] = range(a, round, from, middle);
	halves[1] = range(a, round, middle + 1, to);
	return true;
}
