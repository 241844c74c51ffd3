/*
 * Building one practice's report of a round ("round:3/practice:17"): its result,
 * the page and the files made of it, all in one transaction. Making them again
 * before the release gives the same bytes; a released report is left alone.
 */
#include "base/date.h"
#include "base/text.h"
#include "db/queries.h"
#include "exchange/report_csv.h"
#include "exchange/report_fhir.h"
#include "exchange/report_xlsx.h"
#include "job/kinds.h"
#include "report/part.h"
#include "report/print.h"
#include "report/stored.h"

enum { PART_MAX = 4 * 1024 * 1024 };

/* What a report may be taken home as; the formats of table report_file. */
static const struct {
	const char *format;
	struct bytes (*make)(struct arena *a, const struct result *r, const char *site);
} files[] = {
	{ "csv", report_csv },
	{ "json", report_fhir },
	{ "pdf", report_print },
	{ "xlsx", report_xlsx },
};

static void
write_files(struct job_context *c, uint64_t practice, uint64_t id, const struct result *r)
{
	q_report_file_clear(c->db, practice, id);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct arena_mark mark = arena_mark(c->a);
		struct bytes file = files[i].make(c->a, r, c->conf->site_address);

		q_report_file_add(c->db, id, files[i].format, practice, file);
		arena_back(c->a, mark);
	}
}

static const char *
page_of(struct job_context *c, uint64_t id, const struct result *r)
{
	struct view *v = view_new(c->a);
	struct buf *part = buf_new(c->a, PART_MAX);

	report_show(v, c->a, r, id);
	view_render(c->pages, "report/part.cs", v, part);
	return part->data;
}

/* All forms are made of the stored text, not of what it was written from. */
static void
build(struct job_context *c, const struct report_subject *about, uint64_t id)
{
	const char *stored = stored_write(c->a, result_make(c->db, c->a, about));
	const struct result *r = stored_read(c->a, stored);

	q_report_store(c->db, about->round->edition_hash, r->charts, stored, page_of(c, id, r),
		       time_now(), about->practice_id, id);
	write_files(c, about->practice_id, id, r);
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
		build(c, &about, report.id);
	db_commit(c->db);
	return JOB_DONE;
}
