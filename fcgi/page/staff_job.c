/* What the report workers do, for staff: progress, jobs that were set aside, mails. */
#include "base/date.h"
#include "base/text.h"
#include "page/pages.h"

enum { MINUTE_S = 60 };

/* "about 3 minutes", of a round whose jobs were done at that rate so far. */
static const char *
time_left(struct arena *a, const struct job_rounds_row *r, double a_second)
{
	double minutes = a_second > 0 ? (double)r->left_over / a_second / MINUTE_S : 0;

	if (r->left_over == 0)
		return r->dead == 0 ? "Finished" : "Waits for the jobs set aside";
	if (a_second <= 0)
		return "Not known yet";
	if (minutes < 1)
		return "Less than a minute";
	return arena_printf(a, "About %.0f minutes", minutes + 0.5);
}

static void
show_rounds_of_jobs(struct visit *v)
{
	size_t n;
	struct job_rounds_row *rows = q_job_rounds(v->db, &n);
	int64_t now = time_now();

	view_rows(v->view, "rounds", &Q_JOB_ROUNDS, rows, n);
	for (size_t i = 0; i < n; i++) {
		const struct job_rounds_row *r = &rows[i];
		int64_t until = r->left_over > 0 || r->last_at == NULL ? now : *r->last_at;
		int64_t took = r->first_at == NULL ? 0 : until - *r->first_at;
		double a_second = took > 0 ? (double)r->done / (double)took : 0;

		view_num(v->view, view_key(v->view, "rounds.%zu.of", i), r->done + r->left_over + r->dead);
		if (a_second > 0)
			view_num(v->view, view_key(v->view, "rounds.%zu.rate", i),
				 (int64_t)(a_second * MINUTE_S + 0.5));
		view_str(v->view, view_key(v->view, "rounds.%zu.time_left", i),
			 time_left(v->a, r, a_second));
	}
}

static void
show_dead(struct visit *v)
{
	size_t n;
	struct job_dead_row *rows = q_job_dead(v->db, &n);

	view_rows(v->view, "dead", &Q_JOB_DEAD, rows, n);
	for (size_t i = 0; i < n; i++)
		if (text_starts(rows[i].subject, "round:"))
			view_bool(v->view, "waits", true);
}

void
staff_job_list(struct visit *v)
{
	struct job_kinds_row *kinds;
	struct job_next_row *next;
	struct mail_counts_row mails;
	size_t n;

	show_dead(v);
	show_rounds_of_jobs(v);
	next = q_job_next(v->db, &n);
	view_rows(v->view, "next", &Q_JOB_NEXT, next, n);
	kinds = q_job_kinds(v->db, &n);
	view_rows(v->view, "kinds", &Q_JOB_KINDS, kinds, n);
	if (q_mail_counts(v->db, &mails))
		view_row(v->view, "mail", &Q_MAIL_COUNTS, &mails);
	view_str(v->view, "Page.script", "staff/jobs.js");
	visit_page(v, "staff/jobs.cs");
}

/* If the same work is in the queue anew already, the dead job is only forgotten. */
void
staff_job_again_post(struct visit *v)
{
	const char *notice = "job_again";
	uint64_t id;

	if (!text_to_u64(v->match.values[0], &id)) {
		visit_error(v, 404, NULL);
		return;
	}
	db_begin(v->db);
	switch (q_job_again(v->db, time_now(), id)) {
	case DB_DUPLICATE:
		q_job_forget(v->db, id);
		break;
	case 0:
		notice = "job_moved_on";
		break;
	default:
		visit_audit(v, 0, "job_again", arena_printf(v->a, "job:%llu", (unsigned long long)id));
		break;
	}
	db_commit(v->db);
	visit_go(v, "/staff/jobs", notice);
}

void
staff_job_cancel_post(struct visit *v)
{
	const char *notice = "job_cancelled";
	uint64_t id;

	if (!text_to_u64(v->match.values[0], &id)) {
		visit_error(v, 404, NULL);
		return;
	}
	db_begin(v->db);
	if (q_job_cancel(v->db, time_now(), id) > 0)
		visit_audit(v, 0, "job_cancelled", arena_printf(v->a, "job:%llu", (unsigned long long)id));
	else
		notice = "job_ended";
	db_commit(v->db);
	visit_go(v, "/staff/jobs", notice);
}
