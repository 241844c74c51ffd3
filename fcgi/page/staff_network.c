/* Networks for ASCO staff: founding one, inviting practices, renaming and ending it. */
#include "base/date.h"
#include "base/text.h"
#include "job/queue.h"
#include "page/pages.h"
#include "report/network.h"

enum { NAME_MAX_LENGTH = 80, PURPOSE_MAX = 300, FOUND_MOST = 20 };

const struct field staff_network_form[] = {
	{ .name = "name",
	  .label = "Name",
	  .type = FIELD_TEXT,
	  .required = true,
	  .max = NAME_MAX_LENGTH },
	{ .name = "purpose",
	  .label = "Purpose",
	  .type = FIELD_TEXT,
	  .required = true,
	  .max = PURPOSE_MAX },
	{ .name = NULL },
};

const struct field staff_network_name_form[] = {
	{ .name = "name",
	  .label = "Name",
	  .type = FIELD_TEXT,
	  .required = true,
	  .max = NAME_MAX_LENGTH },
	{ .name = NULL },
};

const struct field staff_network_practice_form[] = {
	{ .name = "practice",
	  .label = "Practice",
	  .type = FIELD_WHOLE,
	  .required = true,
	  .min = 1,
	  .max = INT32_MAX },
	{ .name = NULL },
};

static const struct {
	const char *state, *word, *kind;
} looks[] = {
	{ "invited", "Invited", "info" },
	{ "member", "Member", "good" },
	{ "refused", "Refused", "idle" },
	{ "left", "Left", "idle" },
	{ "withdrawn", "Invitation taken back", "idle" },
};

void
network_show_state(struct visit *v, const char *key, const char *state)
{
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		if (!text_equal(looks[i].state, state))
			continue;
		view_str(v->view, arena_printf(v->a, "%s.word", key), looks[i].word);
		view_str(v->view, arena_printf(v->a, "%s.kind", key), looks[i].kind);
	}
}

const char *
network_subject(struct visit *v, uint64_t id)
{
	return arena_printf(v->a, "network:%llu", (unsigned long long)id);
}

static void
go_to(struct visit *v, uint64_t id, const char *notice)
{
	visit_go(v, arena_printf(v->a, "/staff/networks/%llu", (unsigned long long)id), notice);
}

void
staff_networks(struct visit *v)
{
	size_t n;
	struct network_list_row *rows = q_network_list(v->db, &n);

	if (v->form == NULL)
		v->form = form_new(v->a, staff_network_form);
	view_rows(v->view, "networks", &Q_NETWORK_LIST, rows, n);
	view_str(v->view, "Crumb.0.href", "/staff/practices");
	view_str(v->view, "Crumb.0.title", "Practices");
	view_str(v->view, "Crumb.1.title", "Networks");
	visit_show_form(v);
	visit_page(v, "staff/networks.cs");
}

void
staff_networks_post(struct visit *v)
{
	uint64_t id;

	if (form_has_errors(v->form)) {
		staff_networks(v);
		return;
	}
	db_begin(v->db);
	id = q_network_add(v->db, form_text(v->form, "name"), form_text(v->form, "purpose"),
			   v->me->account_id, time_now());
	if (id == 0) {
		form_error(v->form, "name",
			   "There is a network of that name, or there was one. "
			   "Choose another name.");
		staff_networks(v);
		return;
	}
	visit_audit(v, 0, "network_founded", network_subject(v, id));
	db_commit(v->db);
	go_to(v, id, "network_founded");
}

/* The network of the address; NULL and 404 if there is none. */
static struct network_by_id_row *
find(struct visit *v)
{
	struct network_by_id_row *network = arena_alloc(v->a, sizeof *network);
	uint64_t id;

	if (text_to_u64(v->match.values[0], &id) && q_network_by_id(v->db, id, network))
		return network;
	visit_error(v, 404, NULL);
	return NULL;
}

/* How many are invited or in it. */
static size_t
show_members(struct visit *v, uint64_t network)
{
	size_t n, present = 0;
	struct network_member_list_row *rows = q_network_member_list(v->db, network, &n);

	view_rows(v->view, "members", &Q_NETWORK_MEMBER_LIST, rows, n);
	for (size_t i = 0; i < n; i++) {
		bool invited = text_equal(rows[i].state, "invited");
		bool member = text_equal(rows[i].state, "member");

		present += invited || member;
		network_show_state(v, view_key(v->view, "members.%zu", i), rows[i].state);
		view_bool(v->view, view_key(v->view, "members.%zu.invited", i), invited);
		view_bool(v->view, view_key(v->view, "members.%zu.member", i), member);
	}
	return present;
}

/* ?find=WORDS: practices to invite. */
static void
show_found(struct visit *v, uint64_t network)
{
	const char *asked = req_query(v->req, "find");
	struct network_candidates_row *rows;
	size_t n;

	asked = asked == NULL ? "" : text_trim(v->a, asked);
	view_str(v->view, "find", asked);
	if (text_is_empty(asked))
		return;
	rows = q_network_candidates(v->db, asked, network, &n);
	view_bool(v->view, "found_more", n > FOUND_MOST);
	view_rows(v->view, "found", &Q_NETWORK_CANDIDATES, rows, n > FOUND_MOST ? FOUND_MOST : n);
}

static void
show_page(struct visit *v, const struct network_by_id_row *network)
{
	size_t present;

	view_row(v->view, "network", &Q_NETWORK_BY_ID, network);
	present = show_members(v, network->id);
	view_bool(v->view, "full", present >= NETWORK_MOST);
	view_num(v->view, "most", NETWORK_MOST);
	if (network->ended_at == NULL)
		show_found(v, network->id);
	if (v->form == NULL) {
		v->form = form_new(v->a, staff_network_name_form);
		form_set(v->form, "name", network->name);
	}
	visit_show_form(v);
	view_str(v->view, "Page.title", network->name);
	view_str(v->view, "Crumb.0.href", "/staff/practices");
	view_str(v->view, "Crumb.0.title", "Practices");
	view_str(v->view, "Crumb.1.href", "/staff/networks");
	view_str(v->view, "Crumb.1.title", "Networks");
	view_str(v->view, "Crumb.2.title", network->name);
	visit_page(v, "staff/network.cs");
}

void
staff_network(struct visit *v)
{
	const struct network_by_id_row *network = find(v);

	if (network != NULL)
		show_page(v, network);
}

void
staff_network_rename_post(struct visit *v)
{
	const struct network_by_id_row *network = find(v);
	int64_t renamed = 0;

	if (network == NULL)
		return;
	if (!form_has_errors(v->form)) {
		db_begin(v->db);
		renamed = q_network_rename(v->db, form_text(v->form, "name"), network->id);
		if (renamed == DB_DUPLICATE)
			form_error(v->form, "name",
				   "There is a network of that name, or there was "
				   "one. Choose another name.");
	}
	if (form_has_errors(v->form)) {
		show_page(v, network);
		return;
	}
	if (renamed > 0) {
		q_network_stamp(v->db, network->id);
		visit_audit(v, 0, "network_renamed", network_subject(v, network->id));
	}
	db_commit(v->db);
	go_to(v, network->id, "saved");
}

/* Tells the managers of the practice; `path` is where they look next. */
static void
tell_managers(struct visit *v, uint64_t practice, const char *template, const char *name,
	      const char *purpose, const char *path)
{
	struct view *letter = view_new(v->a);
	const struct practice_managers_row *who;
	size_t n;

	view_str(letter, "network", name);
	view_str(letter, "purpose", purpose);
	view_str(letter, "link", arena_printf(v->a, "%s%s", v->app->conf->site_address, path));
	view_str(letter, "support", v->app->conf->support_mail);
	who = q_practice_managers(v->db, practice, &n);
	for (size_t i = 0; i < n; i++)
		queue_letter(v->db, v->a, v->app->letters, template, letter, who[i].email);
}

/* The notice to show. */
static const char *
invite(struct visit *v, uint64_t network, uint64_t practice)
{
	struct network_hold_row held;
	size_t n, present = 0;
	const struct network_member_list_row *rows;

	if (!q_network_hold(v->db, network, &held))
		return "network_over";
	rows = q_network_member_list(v->db, network, &n);
	for (size_t i = 0; i < n; i++)
		present += text_equal(rows[i].state, "member") ||
			   text_equal(rows[i].state, "invited");
	if (present >= NETWORK_MOST)
		return "network_full";
	if (q_network_invite(v->db, network, v->me->account_id, time_now(), practice) == 0)
		return "network_invited_before";
	q_practice_stamp(v->db, practice);
	tell_managers(v, practice, "mail/network.cs", held.name, held.purpose,
		      arena_printf(v->a, "/practice/networks/%llu", (unsigned long long)network));
	visit_audit(v, practice, "network_invited", network_subject(v, network));
	return "network_invited";
}

void
staff_network_invite_post(struct visit *v)
{
	const struct network_by_id_row *network = find(v);
	const char *notice;

	if (network == NULL)
		return;
	if (form_has_errors(v->form)) {
		go_to(v, network->id, NULL);
		return;
	}
	db_begin(v->db);
	notice = invite(v, network->id, (uint64_t)form_whole(v->form, "practice"));
	db_commit(v->db);
	go_to(v, network->id, notice);
}

/* Ends that a practice is invited, or a member; what was done, or NULL if it is so no more. */
static const char *
take_out(struct visit *v, const struct network_by_id_row *network, uint64_t practice, bool member)
{
	int64_t now = time_now();
	const char *what = member ? "network_removed" : "network_withdrawn";

	if (form_has_errors(v->form) ||
	    (member ? q_network_leave(v->db, now, practice, network->id)
		    : q_network_withdraw(v->db, now, practice, network->id)) == 0)
		return NULL;
	q_practice_stamp(v->db, practice);
	visit_audit(v, practice, what, network_subject(v, network->id));
	if (member)
		tell_managers(v, practice, "mail/network_removed.cs", network->name, NULL,
			      "/reports");
	return what;
}

void
staff_network_withdraw_post(struct visit *v)
{
	const struct network_by_id_row *network = find(v);
	const char *done;

	if (network == NULL)
		return;
	db_begin(v->db);
	done = take_out(v, network, (uint64_t)form_whole(v->form, "practice"), false);
	db_commit(v->db);
	go_to(v, network->id, done != NULL ? done : "network_answered");
}

void
staff_network_remove_post(struct visit *v)
{
	const struct network_by_id_row *network = find(v);
	const char *done;

	if (network == NULL)
		return;
	db_begin(v->db);
	done = take_out(v, network, (uint64_t)form_whole(v->form, "practice"), true);
	db_commit(v->db);
	go_to(v, network->id, done != NULL ? done : "network_gone");
}

void
staff_network_end_post(struct visit *v)
{
	const struct network_by_id_row *network = find(v);
	int64_t now = time_now();

	if (network == NULL)
		return;
	db_begin(v->db);
	if (q_network_end(v->db, now, network->id) > 0) {
		q_network_stamp(v->db, network->id);
		q_network_end_members(v->db, now, network->id);
		visit_audit(v, 0, "network_ended", network_subject(v, network->id));
	}
	db_commit(v->db);
	go_to(v, network->id, "network_ended");
}
