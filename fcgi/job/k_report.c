/*
 * Building one practice's report of a round ("round:3/practice:17"): its result
 * and the page made of it, in one transaction. Its files are a job of their own
 * (k_files.c), which the release waits for as well. Making them again before
 * the release gives the same bytes; a released report is left alone.
 */
#include "base/date.h"
#include "base/text.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "job/queue.h"
#include "report/part.h"
#include "report/stored.h"

enum { PART_MAX = 4 * 1024 * 1024 };

static const char *
page_of(struct job_context *c, uint64_t id, const struct result *r)
{
	struct view *v = view_new(c->a);
	struct buf *part = buf_new(c->a, PART_MAX);

	report_show(v, c->a, r, id);
	view_render(c->pages, "report/part.cs", v, part);
	return part->data;
}

/*
 * The page is made of the stored text, as the files are, not of what it was
 * written from. Files that were made of an earlier one go.
 */
static void
build(struct job_context *c, const struct report_subject *about, uint64_t id, const char *subject)
{
	const char *stored = stored_write(c->a, result_make(c->db, c->a, about));
	const struct result *r = stored_read(c->a, stored);

	q_report_store(c->db, about->round->edition_hash, r->charts, stored, page_of(c, id, r),
		       time_now(), about->practice_id, id);
	q_report_file_clear(c->db, about->practice_id, id);
	queue_put(c->db, "files", subject);
}

enum job_outcome
job_report(struct job_context *c, const char *subject)
{
	struct report_subject about = { .practice_id = job_subject(c, subject, "practice") };
	struct round_by_id_row round;
	struct report_hold_row report;

	if (!job_round(c, subject, &round))
		return JOB_DONE;
	about.round = &round;
	about.cat = edition_catalogue(c->editions, c->db, c->a, round.edition_id,
				      round.edition_hash);
	db_begin(c->db);
	q_report_add(c->db, round.id, about.practice_id, round.edition_hash, time_now());
	if (q_report_hold(c->db, about.practice_id, round.id, &report) &&
	    text_equal(report.state, "built"))
		build(c, &about, report.id, subject);
	db_commit(c->db);
	return JOB_DONE;
}
