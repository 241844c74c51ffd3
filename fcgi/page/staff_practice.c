/*
 * ASCO staff look at practices and decide about those that wait. A practice
 * whose physician is not verified cannot be approved; staff may ask the member
 * directory again.
 */
#include "base/date.h"
#include "base/text.h"
#include "job/queue.h"
#include "model/member.h"
#include "model/practice.h"
#include "page/pages.h"
#include "page/reabstraction.h"

enum { DAY_S = 86400 };

static const struct form_choice decisions[] = {
	{ "approve", "Approve" },
	{ "decline", "Decline" },
	{ NULL, NULL },
};

const struct field staff_decision_form[] = {
	{ .name = "decision", .label = "Decision", .type = FIELD_CHOICE, .required = true,
	  .choices = decisions },
	{ .name = "reason", .label = "Reason", .type = FIELD_LINES, .max = 1000 },
	{ .name = NULL },
};

/* How long a practice has been waiting: "today", "1 day", "12 days". */
static const char *
waiting_word(struct visit *v, int64_t since)
{
	int64_t days = (time_now() - since) / DAY_S;

	if (days < 1)
		return "Less than a day";
	return arena_printf(v->a, "%lld day%s", (long long)days, days == 1 ? "" : "s");
}

static void
show_list(struct visit *v, const struct practice_list_row *rows, size_t n)
{
	view_rows(v->view, "practices", &Q_PRACTICE_LIST, rows, n);
	for (size_t i = 0; i < n; i++) {
		const struct practice_list_row *p = &rows[i];

		view_str(v->view, view_key(v->view, "practices.%zu.kind_word", i),
			 practice_kind_word(p->kind));
		view_str(v->view, view_key(v->view, "practices.%zu.status_word", i),
			 practice_status_word(p->status));
		view_str(v->view, view_key(v->view, "practices.%zu.status_look", i),
			 practice_status_look(p->status));
		view_str(v->view, view_key(v->view, "practices.%zu.member_word", i),
			 practice_member_word(p->member_state));
		view_str(v->view, view_key(v->view, "practices.%zu.member_look", i),
			 practice_member_look(p->member_state));
		if (text_equal(p->status, "waiting"))
			view_str(v->view, view_key(v->view, "practices.%zu.waiting", i),
				 waiting_word(v, p->created_at));
	}
}

/* ?state=waiting and so on; anything else shows all. */
void
staff_practices(struct visit *v)
{
	static const char *const states[] = { "waiting", "approved", "declined" };
	const char *asked = req_query(v->req, "state"), *state = "";
	struct practice_counts_row counts;
	const struct practice_list_row *rows;
	size_t n;

	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (asked != NULL && text_equal(states[i], asked))
			state = states[i];
	rows = q_practice_list(v->db, state, &n);
	q_practice_counts(v->db, &counts);
	show_list(v, rows, n);
	view_str(v->view, "state", state);
	view_row(v->view, "counts", &Q_PRACTICE_COUNTS, &counts);
	visit_page(v, "staff/practices.cs");
}

/* A declined practice may be approved after all; an approved one stays so. */
static bool
may_decide(const struct practice_by_id_row *p, const char *decision)
{
	return text_equal(p->status, "waiting") ||
	       (text_equal(p->status, "declined") && text_equal(decision, "approve"));
}

/* Others that may be the same practice: it should register once. */
static void
show_twins(struct visit *v, const struct practice_by_id_row *p)
{
	size_t n;
	const struct practice_twins_row *rows;

	rows = q_practice_twins(v->db, p->id, p->name, p->member_id, &n);
	view_rows(v->view, "twins", &Q_PRACTICE_TWINS, rows, n);
	for (size_t i = 0; i < n; i++) {
		view_str(v->view, view_key(v->view, "twins.%zu.status_word", i),
			 practice_status_word(rows[i].status));
		view_str(v->view, view_key(v->view, "twins.%zu.status_look", i),
			 practice_status_look(rows[i].status));
	}
}

void
staff_practice(struct visit *v)
{
	const struct practice_by_id_row *p = v->practice;

	if (v->form == NULL)
		v->form = form_new(v->a, staff_decision_form);
	view_str(v->view, "Page.title", p->name);
	view_str(v->view, "Crumb.0.title", "Practices");
	view_str(v->view, "Crumb.0.href", "/staff/practices");
	view_str(v->view, "Crumb.1.title", p->name);
	show_practice(v, p);
	show_practice_sites(v, p->id);
	show_practice_people(v, p->id);
	show_practice_signatures(v, p->id);
	show_twins(v, p);
	reabstraction_show_rounds(v, p->id);
	view_str(v->view, "waiting", waiting_word(v, p->created_at));
	view_bool(v->view, "may_approve", may_decide(p, "approve"));
	view_bool(v->view, "may_decline", may_decide(p, "decline"));
	view_bool(v->view, "verified", text_equal(p->member_state, "verified"));
	visit_show_form(v);
	visit_page(v, "staff/practice.cs");
}

static void
send_decision(struct visit *v, bool approved, const char *reason)
{
	struct view *letter = view_new(v->a);
	const struct practice_managers_row *who;
	size_t n;

	view_str(letter, "practice", v->practice->name);
	view_str(letter, "reason", reason);
	view_str(letter, "link", arena_printf(v->a, "%s/dashboard", v->app->conf->site_address));
	view_str(letter, "support", v->app->conf->support_mail);
	who = q_practice_managers(v->db, v->practice->id, &n);
	for (size_t i = 0; i < n; i++)
		queue_letter(v->db, v->a, v->app->letters,
			     approved ? "mail/approved.cs" : "mail/declined.cs", letter, who[i].email);
}

/* False if somebody was faster. */
static bool
decide(struct visit *v, bool approved, const char *reason)
{
	const struct practice_by_id_row *p = v->practice;
	bool decided;

	db_begin(v->db);
	decided = q_practice_decide(v->db, approved ? "approved" : "declined", reason, time_now(),
				    v->me->account_id, p->id, p->status) > 0;
	if (decided) {
		send_decision(v, approved, reason);
		q_practice_stamp(v->db, p->id);
		visit_audit(v, p->id, approved ? "practice_approved" : "practice_declined", "");
	}
	db_commit(v->db);
	return decided;
}

static void
check_decision(struct visit *v, bool approve)
{
	if (approve && !text_equal(v->practice->member_state, "verified"))
		form_error(v->form, "decision", "The corresponding physician is not verified as an "
			   "active ASCO member. Verify again first.");
	if (!approve && form_text(v->form, "reason")[0] == '\0')
		form_error(v->form, "reason", "Say why the practice is declined; the mail to them has "
			   "your words.");
}

void
staff_decision_post(struct visit *v)
{
	const char *decision = form_text(v->form, "decision"), *reason;
	const char *here = arena_printf(v->a, "/staff/practices/%llu",
					(unsigned long long)v->practice->id);
	bool approve = text_equal(decision, "approve");

	if (!form_has_errors(v->form))
		check_decision(v, approve);
	if (!may_decide(v->practice, decision)) {
		visit_go(v, here, "practice_decided");
		return;
	}
	if (form_has_errors(v->form)) {
		staff_practice(v);
		return;
	}
	reason = form_text(v->form, "reason");
	if (!decide(v, approve, reason[0] == '\0' ? NULL : reason))
		visit_go(v, here, "practice_decided");
	else
		visit_go(v, here, approve ? "practice_approved" : "practice_declined");
}

/* Asks the member directory again, now. */
void
staff_verify_post(struct visit *v)
{
	const char *here = arena_printf(v->a, "/staff/practices/%llu",
					(unsigned long long)v->practice->id);

	switch (member_check_practice_by(v->db, v->a, v->app->directory, v->app->conf,
					 v->practice->id, v->me->account_id)) {
	case MEMBER_VERIFIED:
		visit_go(v, here, "member_verified");
		return;
	case MEMBER_NO_MATCH:
		visit_go(v, here, "member_refused");
		return;
	case MEMBER_DOWN:
		visit_go(v, here, "member_down");
		return;
	}
}
