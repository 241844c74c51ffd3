/* The table of kinds: see kinds.h. Adding a kind is a line here and a file k_<name>.c. */
#include "job/kinds.h"

#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"

const struct job_kind job_kinds[] = {
	{ "mail", job_mail, 60, 5, NULL, "Sends one mail of the outbox.", NULL, NULL },
	{ "member", job_member, 60, 5, NULL, "Asks the member directory about a practice's physician.", NULL, NULL },
	{ "score", job_score, 120, 5, NULL, "Counts the charts of some practices of a round, measure by measure.", job_score_split, "aggregate" },
	{ "aggregate", job_aggregate, 300, 5, NULL, "Works out the figures of all practices of a round.", NULL, NULL },
	{ "report", job_report, 120, 5, NULL, "Builds the page of a practice's performance report of a round.", NULL, NULL },
	{ "files", job_files, 120, 5, NULL, "Makes the PDF, workbook, CSV and FHIR files of a report.", NULL, "release" },
	{ "release", job_release, 300, 5, NULL, "Releases a round's reports and tells the practices.", NULL, NULL },
	{ "release_late", job_release_late, 60, 5, NULL, "Releases a report that was held back.", NULL, NULL },
	{ "import", job_import, 120, 5, NULL, "Writes the charts of an import, batch by batch.", NULL, NULL },
	{ "remind", job_remind, 300, 5, "site", "Reminds practices of missing charts before their last day.", NULL, NULL },
	{ "schedule", job_schedule, 120, 5, "site", "Opens and closes rounds, and ends extensions, on their days.", NULL, NULL },
	{ "sweep", job_sweep, 120, 5, "site", "Deletes what is past its time: sessions, links, counted tries.", NULL, NULL },
};

const size_t n_job_kinds = sizeof job_kinds / sizeof *job_kinds;

enum job_outcome
job_later(struct job_context *c, uint32_t least_s, uint32_t most_s)
{
	int64_t half = (time_now() - c->created_at) / 2;

	c->later_s = half < least_s ? least_s : half > most_s ? most_s : (uint32_t)half;
	return JOB_LATER;
}

bool
job_subject_has(struct arena *a, const char *subject, const char *name, uint64_t *number)
{
	size_t parts, len = strlen(name);
	char **part = text_split(a, subject, '/', &parts);

	for (size_t i = 0; i < parts; i++)
		if (text_starts(part[i], name) && part[i][len] == ':' &&
		    text_to_u64(part[i] + len + 1, number))
			return true;
	return false;
}

uint64_t
job_subject(struct job_context *c, const char *subject, const char *name)
{
	uint64_t number;

	if (!job_subject_has(c->a, subject, name, &number))
		fault("the subject %s names no %s", subject, name);
	return number;
}
