/*
 * The frame of the site, and the ways to answer a visit.
 *
 * A notice after a redirect travels as a code in a cookie: its text stands in
 * the table here, so no text of users comes back out of a cookie.
 */
#include "page/chrome.h"

#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "model/audit.h"
#include "page/fhir.h"
#include "page/routes.h"

static const struct {
	const char *code, *kind, *text;
} notices[] = {
	{ "sign_in_first", "info", "Please sign in to see that page." },
	{ "signed_out", "info", "You are signed out. What you sent was not saved: sign in and send it again." },
	{ "bye", "info", "You are signed out." },
	{ "not_approved", "info", "ASCO staff have not approved your practice yet. You get a mail when they have." },
	{ "confirmed", "good", "Your e-mail address is confirmed. You can sign in now." },
	{ "password_set", "good", "Your new password is set. Sign in with it." },
	{ "reset_sent", "info", "If there is an account with that address, a mail with a link is on its way." },
	{ "saved", "good", "Saved." },
	{ "suggestions_kept", "good", "The record was read. What it suggests stands below and beside the questions, and is no answer until you accept it." },
	{ "suggestions_none", "info", "The record was read. It suggests nothing that the chart does not have already." },
	{ "suggestion_taken", "good", "The suggestion is the answer now." },
	{ "suggestion_refused", "info", "The suggestion is gone. The answer is as it was." },
	{ "registered", "good", "Your registration is complete. ASCO staff will look at it within two business days." },
	{ "registration_saved", "info", "Your registration is kept. The link in the mail brings you back here." },
	{ "registration_begin", "info", "There is no registration under way in this browser. Begin here, or open the link in the mail we sent you." },
	{ "confirmed_go_on", "good", "Your e-mail address is confirmed. Go on with your registration here." },
	{ "member_pending", "warn", "The member directory does not answer just now. We have kept what you entered and verify it later; please go on." },
	{ "member_verified", "good", "The corresponding physician is verified as an active ASCO member." },
	{ "member_refused", "warn", "The directory knows no such active member with that name and ID." },
	{ "member_down", "warn", "The member directory does not answer just now. Nothing was changed; try again later." },
	{ "site_added", "good", "The site is added." },
	{ "physician_added", "good", "Added to the list." },
	{ "person_added", "good", "Added. A mail tells them how to sign in." },
	{ "interest_thanks", "good", "Thank you. We have your answers and will write to you." },
	{ "joined_before", "info", "Your practice is signed up already; this is how it stands." },
	{ "modules_changed", "good", "Your sign-up is changed." },
	{ "joined", "good", "You are signed up for the round." },
	{ "candidates_added", "good", "The candidates are in the log. See below whom the criteria take." },
	{ "candidates_same", "info", "All of these candidates were in the log already, so nothing was changed." },
	{ "charts_drawn", "good", "The charts are drawn and ready to be abstracted." },
	{ "draw_nothing", "info", "Nothing was drawn: no eligible candidate is left, or every module has its charts." },
	{ "chart_replaced", "good", "The chart does not count any more. The next eligible one in the order took its place." },
	{ "chart_not_replaced", "warn", "The chart does not count any more. No eligible candidate was left to take its place." },
	{ "chart_refused_before", "info", "Somebody put that down already; this is how things stand now." },
	{ "declared", "good", "Your declaration is saved. It stands on your dashboard and in your report." },
	{ "criteria_saved", "good", "The selection criteria are saved." },
	{ "import_dropped", "info", "The import is discarded. Nothing of it was written." },
	{ "import_changed", "warn", "That import is not there any more, or is not the one you saw. Nothing was written: check the file again." },
	{ "token_revoked", "good", "The token is revoked and does nothing any more." },
	{ "chart_made_own", "warn", "The chart is ready. You named yourself as its treating physician: it is better abstracted by somebody else." },
	{ "people_saved", "good", "The people and the site of the chart are saved." },
	{ "people_own", "warn", "Saved. This person is the treating physician, too: the chart is better abstracted by somebody else." },
	{ "chart_made", "good", "The chart is ready to be abstracted." },
	{ "chart_complete", "good", "The chart is complete and counts." },
	{ "chart_complete_asked", "good", "The chart is complete and counts. A query of it is still open: please answer it." },
	{ "confirmed_answer", "good", "Kept as right. It holds until one of these answers is changed." },
	{ "remark_kept", "good", "Your note is kept." },
	{ "query_asked", "good", "Your question is open until it is answered. You close the query when you are content." },
	{ "query_said", "good", "What you wrote is added to the query." },
	{ "query_closed", "good", "The query is closed." },
	{ "second_drawn", "good", "The sample is drawn. Each chart waits for its second abstraction." },
	{ "second_nothing", "info", "Nothing was drawn: the sample holds as many charts as it asks for." },
	{ "second_complete", "good", "The second abstraction is complete. When the first is, too, both are compared." },
	{ "second_late", "info", "That second abstraction is complete already, so nothing was changed." },
	{ "chart_reopened", "info", "The chart is open again. It counts once it is complete." },
	{ "practice_approved", "good", "The practice is approved; a mail tells them." },
	{ "practice_declined", "good", "The practice is declined; a mail tells them why." },
	{ "certification_recorded", "good", "The term is recorded." },
	{ "practice_decided", "info", "Somebody decided about this practice already." },
	{ "round_made", "good", "The round is made." },
	{ "round_sign_up_opened", "good", "Practices can sign up for the round now." },
	{ "round_opened", "good", "The round is open." },
	{ "round_archived", "good", "The round is archived." },
	{ "round_closed", "good", "The round is closed. The report workers score it now." },
	{ "round_moved_on", "info", "Somebody moved this round on already; this is how it stands now." },
	{ "round_settings", "good", "The settings of the round are saved." },
	{ "extension_granted", "good", "The practice has more time; a mail tells them." },
	{ "extension_ended", "good", "The extension is ended." },
	{ "release_ordered", "good", "The reports go out as soon as all of them are built." },
	{ "plan_made", "good", "The plan is made. It stands beside the measure in the next rounds." },
	{ "report_held", "good", "The report is held back." },
	{ "report_released", "good", "The report goes out: with the others, or within a minute if they are released already." },
	{ "network_founded", "good", "The network is founded. Invite practices to it now." },
	{ "network_invited", "good", "The practice is invited; a mail tells its managers." },
	{ "network_invited_before", "info", "That practice is invited already or in the network, so nothing was changed." },
	{ "network_full", "warn", "The network holds no more practices. Nothing was changed." },
	{ "network_over", "info", "The network has ended, so nothing was changed." },
	{ "network_withdrawn", "good", "The invitation is taken back." },
	{ "network_removed", "good", "The practice is taken out of the network; a mail tells its managers." },
	{ "network_gone", "info", "That practice had left already; this is how things stand now." },
	{ "network_answered", "info", "That invitation was answered already; this is how things stand now." },
	{ "network_ended", "good", "The network has ended. Its pages are gone." },
	{ "network_joined", "good", "Your practice is in the network. You can see its members side by side now." },
	{ "network_refused", "good", "The invitation is refused. Nothing of yours is shared." },
	{ "network_left", "good", "Your practice has left the network. Its results are gone from the network's pages." },
	{ "network_moved_on", "info", "That was decided already, or the invitation was taken back; this is how things stand now." },
	{ "announced", "good", "It stands on the dashboards of all practices from its first day on." },
	{ "announcement_ended", "good", "It is not shown any more." },
	{ "job_again", "good", "The job will run again." },
	{ "job_cancelled", "good", "The job is cancelled. It stands under \"Set aside\" and can run again." },
	{ "job_ended", "info", "That job has ended already; this is how things stand now." },
	{ "job_moved_on", "info", "That job is not set aside any more; this is how things stand now." },
};

static const struct {
	unsigned who;
	const char *href, *title;
} menu[] = {
	{ ROLE_NOBODY, "/", "Home" },
	{ SIGNED_IN, "/dashboard", "Dashboard" },
	{ MEMBERS, "/practice", "Practice" },
	{ MEMBERS, "/reports", "Reports" },
	{ STAFF, "/staff/practices", "Practices" },
	{ STAFF, "/staff/rounds", "Rounds" },
	{ STAFF, "/staff/announcements", "Announcements" },
	{ STAFF, "/staff/jobs", "Jobs" },
	{ STAFF, "/staff/audit", "Audit log" },
	{ ANYONE, "/measures", "Measures" },
};

static void
show_menu(struct visit *v)
{
	size_t n = 0;

	for (size_t i = 0; i < sizeof menu / sizeof *menu; i++) {
		const char *href = menu[i].href;
		bool here = text_equal(href, "/") ? text_equal(v->req->path, "/")
						  : text_starts(v->req->path, href);

		if ((menu[i].who & v->roles) == 0)
			continue;
		view_str(v->view, view_key(v->view, "Nav.%zu.href", n), href);
		view_str(v->view, view_key(v->view, "Nav.%zu.title", n), menu[i].title);
		view_bool(v->view, view_key(v->view, "Nav.%zu.current", n++), here);
	}
}

const char *
chrome_notice(const struct visit *v)
{
	return req_cookie(v->req, resp_cookie_name(v->req, v->app->conf->site_https, "notice"));
}

/* The notice that the last answer left in a cookie; shown once. */
static void
show_notice(struct visit *v)
{
	const char *code = chrome_notice(v);

	if (code == NULL)
		return;
	resp_cookie(v->req, v->app->conf->site_https, "notice", NULL);
	for (size_t i = 0; i < sizeof notices / sizeof *notices; i++) {
		if (text_equal(notices[i].code, code)) {
			view_str(v->view, "Flash.0.kind", notices[i].kind);
			view_str(v->view, "Flash.0.text", notices[i].text);
		}
	}
}

void
chrome_show(struct visit *v)
{
	if (view_get(v->view, "Page.title") == NULL && v->page != NULL)
		view_str(v->view, "Page.title", v->page->title);
	view_str(v->view, "Page.request_id", v->req->id);
	view_str(v->view, "Page.path", v->req->path);
	view_str(v->view, "Site.support", v->app->conf->support_mail);
	if (v->token != NULL)
		view_str(v->view, "Csrf", secret_csrf(v->a, v->token));
	if (v->me != NULL) {
		view_str(v->view, "User.name", v->me->name);
		view_str(v->view, "User.practice", v->me->practice_name);
		view_str(v->view, "User.role", access_role_title(v->roles & ~(unsigned)ROLE_STAFF));
		view_bool(v->view, "User.staff", (v->roles & ROLE_STAFF) != 0);
	}
	show_menu(v);
	show_notice(v);
}

const struct catalogue *
visit_catalogue(struct visit *v)
{
	return edition_catalogue(v->app->editions, v->db, v->a, v->round->edition_id,
				 v->round->edition_hash);
}

void
chrome_headers(struct visit *v, int status)
{
	resp_type(v->req, status, "text/html; charset=utf-8");
	resp_header(v->req, "Cache-Control", v->me == NULL ? "no-cache" : "no-store");
}

void
visit_page_status(struct visit *v, int status, const char *template)
{
	chrome_show(v);
	view_render(v->app->pages, template, v->view, v->req->resp.body);
	chrome_headers(v, status);
}

void
visit_page_around(struct visit *v, const char *part)
{
	struct buf *body = v->req->resp.body;

	chrome_show(v);
	view_render(v->app->pages, "layout/head.cs", v->view, body);
	if (!buf_str(body, part))
		fault("a part of %s does not fit into a page", v->req->path);
	view_render(v->app->pages, "layout/foot.cs", v->view, body);
	chrome_headers(v, 200);
}

void
visit_page(struct visit *v, const char *template)
{
	visit_page_status(v, v->form != NULL && form_has_errors(v->form) ? 422 : 200, template);
}

static const struct {
	int status;
	const char *template, *title;
} errors[] = {
	{ 400, "error/400.cs", "This request was not understood" },
	{ 401, "error/404.cs", "A token is needed" },
	{ 403, "error/403.cs", "This form is out of date" },
	{ 404, "error/404.cs", "There is no such page" },
	{ 405, "error/405.cs", "This page does not take that" },
	{ 409, "error/409.cs", "Not any more" },
	{ 413, "error/413.cs", "Too large" },
	{ 415, "error/400.cs", "This request was not understood" },
	{ 422, "error/400.cs", "This cannot be taken as it is" },
	{ 429, "error/429.cs", "Too many tries" },
	{ 500, "error/500.cs", "Something went wrong here" },
	{ 503, "error/503.cs", "Back in a moment" },
};

void
visit_error(struct visit *v, int status, const char *why)
{
	size_t i = 0;

	while (errors[i].status != status) {
		i++;
		must(i < sizeof errors / sizeof *errors);
	}
	if (text_starts(v->req->path, "/fhir/")) {
		fhir_refuse(v, status, why == NULL ? errors[i].title : why);
		return;
	}
	if (v->page != NULL && (v->page->who & TOKENS) != 0) {
		visit_json_of(v, status, json_pack("{s:s, s:s*}", "error", errors[i].title,
						   "message", why));
		return;
	}
	view_str(v->view, "Page.title", errors[i].title);
	view_str(v->view, "Error.why", why);
	visit_page_status(v, status, errors[i].template);
}

void
visit_go(struct visit *v, const char *path, const char *notice)
{
	if (notice != NULL)
		resp_cookie(v->req, v->app->conf->site_https, "notice", notice);
	resp_redirect(v->req, path);
}

bool
visit_wants_json(const struct visit *v)
{
	return strstr(req_env(v->req, "HTTP_ACCEPT"), "application/json") != NULL;
}

void
visit_json(struct visit *v, int status, const char *json)
{
	buf_str(v->req->resp.body, json);
	resp_type(v->req, status, "application/json");
	resp_header(v->req, "Cache-Control", "no-store");
}

static void
drop_json(void *root)
{
	json_decref(root);
}

void
visit_json_of(struct visit *v, int status, json_t *root)
{
	char *text;

	arena_defer(v->a, drop_json, root);
	text = json_dumps(root, JSON_COMPACT);
	if (text == NULL)
		fault("out of memory: JSON of %s", v->req->path);
	arena_defer(v->a, free, text);
	visit_json(v, status, text);
}

void
visit_show_form(struct visit *v)
{
	form_show(v->form, v->view);
}

uint64_t
visit_account(const struct visit *v)
{
	if (v->bearer != NULL)
		return v->bearer->made_by;
	return v->me == NULL ? 0 : v->me->account_id;
}

void
visit_audit(struct visit *v, uint64_t practice, const char *action, const char *detail)
{
	audit_add(v->db, v->a, visit_account(v), practice, action, detail);
}
