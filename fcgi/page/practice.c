/*
 * The practice's own pages: what is known of it, its people, its agreements;
 * practice_sites.c, practice_physicians.c and practice_details.c have the rest.
 * Its managers may add people, also while it waits for approval.
 */
#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "job/queue.h"
#include "model/practice.h"
#include "model/user.h"
#include "page/pages.h"

static const struct form_choice roles[] = {
	{ "abstractor", "Abstractor: enters charts" },
	{ "fellow", "Fellow: enters charts of other physicians' patients" },
	{ "viewer", "Viewer: reads reports" },
	{ "administrator", "Administrator: manages the practice here" },
	{ NULL, NULL },
};

const struct field practice_person_form[] = {
	{ .name = "name", .label = "Name", .type = FIELD_TEXT, .required = true, .max = 120 },
	{ .name = "email", .label = "E-mail address", .type = FIELD_EMAIL, .required = true },
	{ .name = "role", .label = "Role", .type = FIELD_CHOICE, .required = true,
	  .choices = roles },
	{ .name = NULL },
};

static const struct {
	const char *path, *title;
} sections[] = {
	{ "/practice", "Overview" },
	{ "/practice/sites", "Sites" },
	{ "/practice/people", "People" },
	{ "/practice/physicians", "Physicians" },
	{ "/practice/agreements", "Agreements" },
	{ "/practice/tokens", "API tokens" },
};

void
show_practice_sections(struct visit *v)
{
	/* the last is for managers of approved practices */
	bool tokens = (v->roles & MANAGERS) != 0 && text_equal(v->me->practice_status, "approved");

	for (size_t i = 0; i < sizeof sections / sizeof *sections - !tokens; i++) {
		view_str(v->view, view_key(v->view, "Sections.%zu.href", i), sections[i].path);
		view_str(v->view, view_key(v->view, "Sections.%zu.title", i), sections[i].title);
		view_bool(v->view, view_key(v->view, "Sections.%zu.current", i),
			  text_equal(sections[i].path, v->req->path));
	}
	view_str(v->view, "practice.name", v->me->practice_name);
	view_bool(v->view, "manages", (v->roles & MANAGERS) != 0);
}

void
practice_show_crumbs(struct visit *v, const char *path, const char *section, const char *here)
{
	view_str(v->view, "Crumb.0.href", path);
	view_str(v->view, "Crumb.0.title", section);
	view_str(v->view, "Crumb.1.title", here);
	view_str(v->view, "Page.title", here);
}

void
show_practice(struct visit *v, const struct practice_by_id_row *p)
{
	size_t n;
	const struct practice_contacts_row *contacts;

	view_row(v->view, "practice", &Q_PRACTICE_BY_ID, p);
	view_str(v->view, "practice.kind_word", practice_kind_word(p->kind));
	view_str(v->view, "practice.status_word", practice_status_word(p->status));
	view_str(v->view, "practice.status_look", practice_status_look(p->status));
	view_str(v->view, "practice.member_word", practice_member_word(p->member_state));
	view_str(v->view, "practice.member_look", practice_member_look(p->member_state));
	contacts = q_practice_contacts(v->db, p->id, &n);
	view_rows(v->view, "contacts", &Q_PRACTICE_CONTACTS, contacts, n);
	show_certification(v, p->id);
}

void
show_practice_sites(struct visit *v, uint64_t practice)
{
	size_t n;
	const struct practice_sites_row *rows = q_practice_sites(v->db, practice, &n);

	view_rows(v->view, "sites", &Q_PRACTICE_SITES, rows, n);
}

void
show_practice_people(struct visit *v, uint64_t practice)
{
	size_t n;
	const struct practice_people_row *rows = q_practice_people(v->db, practice, &n);

	view_rows(v->view, "people", &Q_PRACTICE_PEOPLE, rows, n);
	for (size_t i = 0; i < n; i++)
		view_str(v->view, view_key(v->view, "people.%zu.role_title", i),
			 access_role_title(access_role(rows[i].role)));
}

void
show_practice_signatures(struct visit *v, uint64_t practice)
{
	size_t n;
	const struct practice_signatures_row *rows = q_practice_signatures(v->db, practice, &n);

	view_rows(v->view, "signatures", &Q_PRACTICE_SIGNATURES, rows, n);
}

void
practice_show(struct visit *v)
{
	struct practice_by_id_row practice;

	if (!q_practice_by_id(v->db, v->practice_id, &practice))
		fault("a membership of a practice that is not there");
	show_practice_sections(v);
	show_practice(v, &practice);
	visit_page(v, "practice/show.cs");
}

void
practice_agreements(struct visit *v)
{
	show_practice_sections(v);
	show_practice_signatures(v, v->practice_id);
	visit_page(v, "practice/agreements.cs");
}

void
practice_people(struct visit *v)
{
	if (v->form == NULL)
		v->form = form_new(v->a, practice_person_form);
	show_practice_sections(v);
	show_practice_people(v, v->practice_id);
	visit_show_form(v);
	visit_page(v, "practice/people.cs");
}

/* Tells somebody that they belong to the practice; with a link where they have no password yet. */
static void
send_invitation(struct visit *v, uint64_t account, const char *email, bool has_password)
{
	const char *site = v->app->conf->site_address;
	struct view *letter = view_new(v->a);

	view_str(letter, "practice", v->me->practice_name);
	view_str(letter, "inviter", v->me->name);
	view_str(letter, "support", v->app->conf->support_mail);
	if (has_password) {
		view_str(letter, "link", arena_printf(v->a, "%s/login", site));
		queue_letter(v->db, v->a, v->app->letters, "mail/added.cs", letter, email);
		return;
	}
	view_str(letter, "link", arena_printf(v->a, "%s/password/new?token=%s", site,
					      user_make_link(v->db, v->a, v->app->conf, account,
							     LINK_PASSWORD)));
	view_num(letter, "hours", v->app->conf->confirm_hours);
	queue_letter(v->db, v->a, v->app->letters, "mail/invited.cs", letter, email);
}

/* False if they belong to the practice already. */
static bool
add_person(struct visit *v)
{
	const char *email = form_text(v->form, "email"), *role = form_text(v->form, "role");
	uint64_t account = q_account_add(v->db, email, form_text(v->form, "name"), NULL, NULL, false,
					 NULL, time_now());
	struct account_by_email_row row = { .confirmed = false };

	if (account == 0) {
		if (!q_account_by_email(v->db, email, &row))
			return false; /* a closed account: it stays closed */
		account = row.id;
	}
	if (q_membership_add(v->db, account, v->practice_id, role) == DB_DUPLICATE)
		return false;
	q_physician_add_member(v->db, time_now(), v->practice_id, account);
	send_invitation(v, account, email, row.confirmed && row.password_hash != NULL);
	q_practice_stamp(v->db, v->practice_id);
	visit_audit(v, v->practice_id, "person_added",
		    arena_printf(v->a, "account:%llu role:%s", (unsigned long long)account, role));
	return true;
}

void
practice_people_post(struct visit *v)
{
	bool added;

	if (form_has_errors(v->form)) {
		practice_people(v);
		return;
	}
	db_begin(v->db);
	added = add_person(v);
	db_commit(v->db);
	if (added) {
		visit_go(v, "/practice/people", "person_added");
		return;
	}
	form_error(v->form, "email", "This address cannot be added: it belongs to one of your people "
		   "already, or its account is closed.");
	practice_people(v);
}
