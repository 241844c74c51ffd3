/* Releasing reports, for ASCO staff: looking at them first, holding one back, all at once. */
#include "base/date.h"
#include "base/text.h"
#include "job/queue.h"
#include "page/pages.h"

static const char *
round_subject(struct visit *v, uint64_t round)
{
	return arena_printf(v->a, "round:%llu", (unsigned long long)round);
}

/* Whether every job of a closed round is done, but the release that waits for staff. */
static bool
waits_for_staff(struct visit *v)
{
	const struct round_by_id_row *r = v->round;
	const char *subject = round_subject(v, r->id);
	struct round_jobs_row jobs;
	struct job_unfinished_row release;

	return text_equal(r->state, "closed") && r->release_by_hand && r->extensions == 0 &&
	       r->release_ordered_at == NULL &&
	       q_round_jobs(v->db, subject, arena_printf(v->a, "%s/%%", subject), &jobs) &&
	       jobs.dead == 0 && jobs.jobs - jobs.done == 1 &&
	       q_job_unfinished(v->db, "release", subject, &release) && release.waiting == 1;
}

void
show_releases(struct visit *v)
{
	size_t n;
	struct release_list_row *rows = q_release_list(v->db, v->round->id, &n);

	view_rows(v->view, "reports", &Q_RELEASE_LIST, rows, n);
	view_bool(v->view, "releasable", n > 0 && waits_for_staff(v));
}

void
staff_release_post(struct visit *v)
{
	const char *subject = round_subject(v, v->round->id), *notice = "round_moved_on";
	int64_t now = time_now();

	db_begin(v->db);
	if (q_round_order_release(v->db, now, v->round->id) > 0) {
		visit_audit(v, 0, "release_ordered", subject);
		q_job_soon(v->db, now, "release", subject);
		notice = "release_ordered";
	}
	db_commit(v->db);
	visit_go(v, arena_printf(v->a, "/staff/rounds/%llu", (unsigned long long)v->round->id), notice);
}

/* The report of the address; NULL and 404 if there is none. */
static const struct release_look_row *
find_report(struct visit *v)
{
	struct release_look_row *report = arena_alloc(v->a, sizeof *report);
	uint64_t id;

	if (text_to_u64(v->match.values[0], &id) && q_release_look(v->db, id, report))
		return report;
	visit_error(v, 404, NULL);
	return NULL;
}

static const char *
path_to_round(struct visit *v, const struct release_look_row *report)
{
	return arena_printf(v->a, "/staff/rounds/%llu", (unsigned long long)report->round_id);
}

void
staff_report(struct visit *v)
{
	const struct release_look_row *report = find_report(v);

	if (report == NULL)
		return;
	view_str(v->view, "Page.title", arena_printf(v->a, "Report of %s", report->practice));
	view_str(v->view, "Page.kind", "wide");
	view_str(v->view, "Crumb.0.href", "/staff/rounds");
	view_str(v->view, "Crumb.0.title", "Rounds");
	view_str(v->view, "Crumb.1.href", path_to_round(v, report));
	view_str(v->view, "Crumb.1.title", report->round_name);
	view_str(v->view, "Crumb.2.title", report->practice);
	visit_page_around(v, report_whole(v, report->practice_id, report->id, report->page));
}

static void
hold(struct visit *v, bool held)
{
	const struct release_look_row *report = find_report(v);
	const char *notice = "round_moved_on", *subject;

	if (report == NULL)
		return;
	subject = arena_printf(v->a, "%s/practice:%llu", round_subject(v, report->round_id),
			       (unsigned long long)report->practice_id);
	db_begin(v->db);
	if (q_release_hold(v->db, held, report->practice_id, report->id) > 0) {
		visit_audit(v, report->practice_id, held ? "report_held" : "report_let_go", subject);
		if (!held)
			queue_put(v->db, "release_late", subject);
		notice = held ? "report_held" : "report_released";
	}
	db_commit(v->db);
	visit_go(v, path_to_round(v, report), notice);
}

void
staff_report_hold_post(struct visit *v)
{
	hold(v, true);
}

void
staff_report_release_post(struct visit *v)
{
	hold(v, false);
}
