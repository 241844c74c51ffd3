/*
 * Making the files of one practice's report ("round:3/practice:17"): PDF,
 * workbook, CSV and FHIR, of the stored result as the page is. A released
 * report is left alone.
 */
#include "base/text.h"
#include "db/queries.h"
#include "exchange/report_csv.h"
#include "exchange/report_fhir.h"
#include "exchange/report_xlsx.h"
#include "job/kinds.h"
#include "report/levels.h"
#include "report/print.h"
#include "report/stored.h"

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
write_files(struct job_context *c, uint64_t practice, uint64_t report, const struct result *r,
	    bool named)
{
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct arena_mark mark = arena_mark(c->a);
		struct bytes file = files[i].make(c->a, r, c->conf->site_address);

		q_report_file_add(c->db, report, files[i].format, named, practice, file);
		arena_back(c->a, mark);
	}
}

/* One set without named people; and where there are any, one with them for managers. */
static void
write_sets(struct job_context *c, uint64_t practice, const struct report_hold_row *report)
{
	const struct result *r = stored_read(c->a, report->result);

	q_report_file_clear(c->db, practice, report->id);
	write_files(c, practice, report->id, levels_sites(c->a, r), false);
	if (levels_people(c->a, r)->n_units > 0)
		write_files(c, practice, report->id, r, true);
}

enum job_outcome
job_files(struct job_context *c, const char *subject)
{
	uint64_t practice = job_subject(c, subject, "practice");
	struct round_by_id_row round;
	struct report_hold_row report;

	if (!job_round(c, subject, &round))
		return JOB_DONE;
	db_begin(c->db);
	if (q_report_hold(c->db, practice, round.id, &report) && text_equal(report.state, "built"))
		write_sets(c, practice, &report);
	db_commit(c->db);
	return JOB_DONE;
}
