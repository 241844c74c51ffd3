/* Building one practice's report of a round ("round:3/practice:17"). */
#include "base/date.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "report/part.h"

enum { PART_MAX = 4 * 1024 * 1024 };

enum job_outcome
job_report(struct job_context *c, const char *subject)
{
	struct report_subject about = { .practice_id = job_subject(c, subject, "practice") };
	struct view *v = view_new(c->a);
	struct buf *part = buf_new(c->a, PART_MAX);
	struct round_by_id_row round;
	uint32_t charts;

	if (!job_round(c, subject, &round))
		return JOB_DONE;
	about.round = &round;
	about.cat = edition_catalogue(c->editions, c->db, c->a, round.edition_id,
				      round.edition_hash);
	charts = report_show(c->db, c->a, &about, v);
	view_render(c->pages, "report/part.cs", v, part);
	q_report_put(c->db, round.id, about.practice_id, round.edition_hash, charts, part->data,
		     time_now());
	return JOB_DONE;
}
