/*
 * The dashboard. A practice's one is the page that people open most: it is kept
 * (page/kept.h) under the stamps that the session's lookup brings, so that it
 * costs no statement of its own while nothing has changed.
 */
#include "base/date.h"
#include "base/text.h"
#include "measure/catalogue.h"
#include "model/entry.h"
#include "model/round.h"
#include "page/kept.h"
#include "page/pages.h"

enum { SOON_DAYS = 14 };

/* What a practice's part is made of. */
struct dashboard {
	struct dashboard_rounds_row *rounds; /* open, coming, closed; none released or archived */
	struct dashboard_progress_row *progress;
	struct report_list_row *reports;
	size_t n_rounds, n_progress, n_reports;
};

static struct dashboard
load(struct visit *v)
{
	struct dashboard d;

	d.rounds = q_dashboard_rounds(v->db, v->practice_id, time_day(time_now()), &d.n_rounds);
	d.progress = q_dashboard_progress(v->db, v->practice_id, &d.n_progress);
	d.reports = q_report_list(v->db, v->practice_id, &d.n_reports);
	return d;
}

/* The first module of a round with fewer charts than it can have, or NULL. */
static const struct dashboard_progress_row *
lacking(const struct dashboard *d, uint64_t round)
{
	for (size_t i = 0; i < d->n_progress; i++)
		if (d->progress[i].round_id == round &&
		    d->progress[i].complete <
			    entry_wanted(d->progress[i].required, d->progress[i].declared))
			return &d->progress[i];
	return NULL;
}

/* The first round in a state, entered or not as asked; NULL if there is none. */
static const struct dashboard_rounds_row *
find(const struct dashboard *d, const char *state, bool entered)
{
	for (size_t i = 0; i < d->n_rounds; i++)
		if (text_equal(d->rounds[i].state, state) &&
		    (d->rounds[i].track != NULL) == entered)
			return &d->rounds[i];
	return NULL;
}

/* An open round of the practice that still lacks charts. */
static const struct dashboard_rounds_row *
unfinished(const struct dashboard *d)
{
	for (size_t i = 0; i < d->n_rounds; i++)
		if (text_equal(d->rounds[i].state, "open") && lacking(d, d->rounds[i].id) != NULL)
			return &d->rounds[i];
	return NULL;
}

static void
show_step(struct visit *v, const char *step, const struct dashboard_rounds_row *round)
{
	view_str(v->view, "next.step", step);
	if (round != NULL)
		view_row(v->view, "next.round", &Q_DASHBOARD_ROUNDS, round);
}

static void
show_lacking(struct visit *v, const struct dashboard_progress_row *module)
{
	view_str(v->view, "next.module", module_title(v->app->catalogue, module->module));
	view_num(v->view, "next.done", module->complete);
	view_num(v->view, "next.of", entry_wanted(module->required, module->declared));
}

/* One clear next step: what has an end in sight comes before what only waits. */
static void
show_next(struct visit *v, const struct dashboard *d)
{
	const struct dashboard_rounds_row *round;

	if (!text_equal(v->me->practice_status, "approved")) {
		show_step(v, v->me->practice_status, NULL);
	} else if ((round = unfinished(d)) != NULL) {
		show_step(v, (v->roles & ABSTRACTORS) != 0 ? "abstract" : "watch", round);
		show_lacking(v, lacking(d, round->id));
	} else if ((round = find(d, "open", false)) != NULL) {
		show_step(v, (v->roles & MANAGERS) != 0 ? "join" : "ask", round);
	} else if ((round = find(d, "registration", false)) != NULL) {
		show_step(v, (v->roles & MANAGERS) != 0 ? "join" : "ask", round);
	} else if ((round = find(d, "open", true)) != NULL) {
		show_step(v, "done", round);
	} else if ((round = find(d, "closed", true)) != NULL) {
		show_step(v, "scoring", round);
	} else if (d->n_reports > 0) {
		show_step(v, "report", NULL);
	} else if ((round = find(d, "registration", true)) != NULL) {
		show_step(v, "signed_up", round);
	} else if ((round = find(d, "planned", false)) != NULL) {
		show_step(v, "coming", round);
	} else {
		show_step(v, "nothing", NULL);
	}
}

/* The modules of one round: rounds.N.modules.N.{title,required,declared,complete}. */
static void
show_progress(struct visit *v, const struct dashboard *d, size_t round)
{
	struct view *view = v->view;
	size_t n = 0;

	for (size_t i = 0; i < d->n_progress; i++) {
		const struct dashboard_progress_row *p = &d->progress[i];

		if (p->round_id != d->rounds[round].id)
			continue;
		view_str(view, view_key(view, "rounds.%zu.modules.%zu.title", round, n),
			 module_title(v->app->catalogue, p->module));
		view_num(view, view_key(view, "rounds.%zu.modules.%zu.required", round, n), p->required);
		if (p->declared != NULL)
			view_num(view, view_key(view, "rounds.%zu.modules.%zu.declared", round, n),
				 *p->declared);
		view_num(view, view_key(view, "rounds.%zu.modules.%zu.complete", round, n++),
			 p->complete);
	}
}

static void
show_rounds_of(struct visit *v, const struct dashboard *d)
{
	struct view *view = v->view;
	int32_t today = time_day(time_now());

	view_rows(view, "rounds", &Q_DASHBOARD_ROUNDS, d->rounds, d->n_rounds);
	for (size_t i = 0; i < d->n_rounds; i++) {
		const struct dashboard_rounds_row *r = &d->rounds[i];

		view_str(view, view_key(view, "rounds.%zu.state_word", i), round_state_word(r->state));
		view_str(view, view_key(view, "rounds.%zu.state_look", i), round_state_look(r->state));
		view_bool(view, view_key(view, "rounds.%zu.takes_sign_up", i),
			  round_takes_sign_up(r->state));
		view_num(view, view_key(view, "rounds.%zu.days_left", i), (int64_t)r->closes - today);
		if (r->track != NULL)
			view_str(view, view_key(view, "rounds.%zu.track_title", i),
				 entry_track_title(r->track));
		show_progress(v, d, i);
		if (text_equal(r->state, "open") && r->track != NULL)
			dashboard_show_pace(v, r, i, d->progress, d->n_progress);
	}
}

static void
show_announcements(struct visit *v)
{
	size_t n;
	struct announcement_current_row *rows;

	rows = q_announcement_current(v->db, time_day(time_now()), &n);
	view_rows(v->view, "announcements", &Q_ANNOUNCEMENT_CURRENT, rows, n);
}

/* Networks that the practice is invited to: invitations.N. */
static void
show_invitations(struct visit *v)
{
	size_t n;
	struct network_of_practice_row *rows = q_network_of_practice(v->db, v->practice_id, 0, &n);
	size_t invited = 0;

	while (invited < n && text_equal(rows[invited].state, "invited"))
		invited++; /* they come first */
	view_rows(v->view, "invitations", &Q_NETWORK_OF_PRACTICE, rows, invited);
	view_bool(v->view, "decides", (v->roles & MANAGERS) != 0);
}

/* Queries that wait for the practice, or for this person: queries.N. */
static void
show_queries(struct visit *v)
{
	size_t n;
	struct chart_query_waiting_row *rows;

	rows = q_chart_query_waiting(v->db, v->practice_id, v->me->account_id, &n);
	view_rows(v->view, "queries", &Q_CHART_QUERY_WAITING, rows, n);
	for (size_t i = 0; i < n; i++)
		view_str(v->view, view_key(v->view, "queries.%zu.question", i),
			 question_title(v->app->catalogue, rows[i].element));
}

/* Fills the view for dashboard/practice.cs. */
static void
fill_page(struct visit *v)
{
	struct dashboard d = load(v);

	view_str(v->view, "practice", v->me->practice_name);
	view_bool(v->view, "approved", text_equal(v->me->practice_status, "approved"));
	show_announcements(v);
	show_invitations(v);
	show_next(v, &d);
	show_rounds_of(v, &d);
	show_queries(v);
	view_rows(v->view, "reports", &Q_REPORT_LIST, d.reports, d.n_reports);
}

static void
practice_dashboard(struct visit *v)
{
	struct keep_key key = kept_own(v, 0);

	if (kept_answer(v, &key))
		return;
	fill_page(v);
	visit_page(v, "dashboard/practice.cs");
	kept_store(v, &key);
}

/* Why a round waits for staff, or NULL. */
static const char *
round_waits(const struct round_overview_row *r, int32_t today)
{
	if (text_equal(r->state, "planned") && r->registers <= today && today < r->opens)
		return "sign_up";
	if (r->opens <= today &&
	    (text_equal(r->state, "planned") || text_equal(r->state, "registration")))
		return "open";
	if (text_equal(r->state, "open") && r->closes < today)
		return "overdue";
	if (text_equal(r->state, "open") && r->closes - today <= SOON_DAYS)
		return "closes_soon";
	if (text_equal(r->state, "closed"))
		return r->reports_expected < today ? "late" : "scoring";
	return NULL;
}

static void
show_due(struct visit *v, const struct round_overview_row *round, const char *why)
{
	view_row(v->view, "due", &Q_ROUND_OVERVIEW, round);
	view_str(v->view, "due.why", why);
}

static void
staff_dashboard(struct visit *v)
{
	struct staff_waiting_row waiting;
	size_t n, shown = 0;
	struct round_overview_row *rows = q_round_overview(v->db, &n);

	if (q_staff_waiting(v->db, &waiting))
		view_row(v->view, "waiting", &Q_STAFF_WAITING, &waiting);
	for (size_t i = 0; i < n; i++) {
		const char *why = round_waits(&rows[i], time_day(time_now()));

		if (why == NULL)
			continue;
		view_row(v->view, view_key(v->view, "rounds.%zu", shown), &Q_ROUND_OVERVIEW, &rows[i]);
		view_str(v->view, view_key(v->view, "rounds.%zu.why", shown++), why);
		if (text_equal(why, "sign_up") || text_equal(why, "open") || text_equal(why, "overdue"))
			show_due(v, &rows[i], why);
	}
	visit_page(v, "dashboard/staff.cs");
}

void
dashboard_show(struct visit *v)
{
	if ((v->roles & ROLE_STAFF) != 0)
		staff_dashboard(v);
	else if ((v->roles & ROLE_APPLICANT) != 0)
		visit_go(v, "/register", NULL); /* where they left off */
	else
		practice_dashboard(v);
}
