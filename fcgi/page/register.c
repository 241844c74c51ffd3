/*
 * The registration wizard: its steps, and those that only keep what was
 * typed. The others are in register_practice.c, register_account.c and
 * register_sign.c.
 *
 * The draft begins with the first step's success, so a passing visitor leaves
 * no row. Each step says how far all is valid; nobody gets ahead of that.
 */
#include "page/register.h"

#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "model/member.h"
#include "model/user.h"
#include "page/pages.h"
#include "page/routes.h"

const struct field register_member_form[] = {
	{ .name = "last_name", .label = "Last name", .type = FIELD_TEXT, .required = true,
	  .max = 80 },
	{ .name = "member_id", .label = "ASCO Member ID", .type = FIELD_TEXT, .required = true,
	  .max = 20 },
	{ .name = NULL },
};

/* The eight prequalification questions (qopi-domain 2); their words are in register/terms.cs. */
const struct field register_terms_form[] = {
	{ .name = "permission", .label = "permission to review charts", .type = FIELD_TICK,
	  .required = true },
	{ .name = "answers", .label = "internet access and answers in time", .type = FIELD_TICK,
	  .required = true },
	{ .name = "two_rounds", .label = "two rounds by QOPI's instructions", .type = FIELD_TICK,
	  .required = true },
	{ .name = "methodology", .label = "QOPI's methodology", .type = FIELD_TICK,
	  .required = true },
	{ .name = "no_payment", .label = "no payment for staff time", .type = FIELD_TICK,
	  .required = true },
	{ .name = "sharing", .label = "results shared inside your practice", .type = FIELD_TICK,
	  .required = true },
	{ .name = "aggregate", .label = "aggregate results kept inside your practice",
	  .type = FIELD_TICK, .required = true },
	{ .name = "audits", .label = "random audits", .type = FIELD_TICK, .required = true },
	{ .name = NULL },
};

const struct field register_contacts_form[] = {
	{ .name = "physician_name", .label = "Name of the corresponding physician",
	  .type = FIELD_TEXT, .required = true, .max = 120 },
	{ .name = "physician_email", .label = "E-mail of the corresponding physician",
	  .type = FIELD_EMAIL, .required = true },
	{ .name = "physician_phone", .label = "Phone of the corresponding physician",
	  .type = FIELD_TEXT, .max = 40 },
	{ .name = "administrator_name", .label = "Name of the administrative contact",
	  .type = FIELD_TEXT, .max = 120 },
	{ .name = "administrator_email", .label = "E-mail of the administrative contact",
	  .type = FIELD_EMAIL },
	{ .name = NULL },
};

static const struct {
	const char *name, *title, *template;
	const struct field *form;
	void (*prepare)(struct visit *v, const struct registration *r); /* or NULL */
} steps[] = {
	[STEP_MEMBER] = { "member", "Physician", "register/member.cs", register_member_form, NULL },
	[STEP_TERMS] = { "terms", "Ground rules", "register/terms.cs", register_terms_form, NULL },
	[STEP_PRACTICE] = { "practice", "Practice", "register/practice.cs",
			    register_practice_form, register_prepare_practice },
	[STEP_CONTACTS] = { "contacts", "Contacts", "register/contacts.cs",
			    register_contacts_form, NULL },
	[STEP_ACCOUNT] = { "account", "Account", "register/account.cs", register_account_form,
			   register_prepare_account },
	[STEP_AGREEMENTS] = { "agreements", "Agreements", "register/agreements.cs",
			      register_agreements_form, register_prepare_agreements },
};

void
register_keep_token(struct visit *v, const char *token)
{
	resp_cookie(v->req, v->app->conf->site_https, "registration", token);
}

bool
register_open(struct visit *v, struct registration *r)
{
	bool https = v->app->conf->site_https;
	const char *token = req_cookie(v->req, resp_cookie_name(v->req, https, "registration"));

	*r = (struct registration){ .reached = STEP_MEMBER };
	if (!text_is_empty(token) && registration_by_token(v->db, v->a, token, r))
		return true;
	if (v->me == NULL || !registration_by_account(v->db, v->me->account_id, r))
		return false;
	register_keep_token(v, registration_new_token(v->db, v->a, r));
	return true;
}

const char *
register_path(struct visit *v, enum registration_step step)
{
	return arena_printf(v->a, "/register/%s", steps[step].name);
}

bool
register_enter(struct visit *v, struct registration *r, enum registration_step step)
{
	if (!register_open(v, r)) {
		if (step == STEP_MEMBER)
			return true;
		visit_go(v, "/register/member", "registration_begin");
		return false;
	}
	if (r->practice_made != 0) {
		visit_go(v, "/register/done", NULL);
		return false;
	}
	if (step > r->reached) {
		visit_go(v, register_path(v, r->reached), NULL);
		return false;
	}
	return true;
}

/* Passwords are never kept; the rows of a table are kept by their step. */
static bool
is_kept(const struct field *f)
{
	return f->type != FIELD_PASSWORD && f->type != FIELD_TABLE;
}

void
register_fill(struct visit *v, const struct registration *r, const struct field *table)
{
	v->form = form_new(v->a, table);
	for (const struct field *f = table; f->name != NULL; f++)
		if (is_kept(f))
			form_set(v->form, f->name, registration_value(r, f->name));
}

static void
show_steps(struct visit *v, const struct registration *r, enum registration_step current)
{
	for (enum registration_step step = STEP_MEMBER; step <= STEP_AGREEMENTS; step++) {
		size_t i = step - STEP_MEMBER;
		const char *state = step == current ? "current"
						    : step < r->reached ? "done" : "open";

		view_str(v->view, view_key(v->view, "Steps.%zu.title", i), steps[step].title);
		view_str(v->view, view_key(v->view, "Steps.%zu.state", i), state);
		view_str(v->view, view_key(v->view, "Steps.%zu.href", i), register_path(v, step));
	}
}

void
register_show(struct visit *v, const struct registration *r, enum registration_step step)
{
	view_str(v->view, "Page.title",
		 arena_printf(v->a, "%s – New registration", steps[step].title));
	visit_show_form(v);
	show_steps(v, r, step);
	if (steps[step].prepare != NULL)
		steps[step].prepare(v, r);
	visit_page(v, steps[step].template);
}

bool
register_save(struct visit *v, const struct registration *r)
{
	const struct field *table = v->page->form;

	for (const struct field *f = table; f->name != NULL; f++)
		if (is_kept(f) &&
		    text_length(form_text(v->form, f->name)) > REGISTRATION_VALUE_MAX)
			return false;
	for (const struct field *f = table; f->name != NULL; f++)
		if (is_kept(f))
			registration_put(v->db, r, f->name, form_text(v->form, f->name));
	return true;
}

bool
register_went_back(struct visit *v, struct registration *r, enum registration_step step)
{
	const char *go = pairs_get(&v->req->fields, "_go");
	bool more = go != NULL && text_equal(go, "more"), saved;
	const char *here = arena_printf(v->a, "%s#more", register_path(v, step));

	if (go == NULL || (!more && !text_equal(go, "back")))
		return false;
	db_begin(v->db);
	saved = register_save(v, r);
	if (saved && form_has_errors(v->form))
		registration_undone(v->db, r, step);
	db_commit(v->db);
	if (saved)
		visit_go(v, more ? here : register_path(v, step - 1), NULL);
	else
		register_show(v, r, step); /* the field that is too long says so */
	return true;
}

void
register_go_on(struct visit *v, struct registration *r, enum registration_step step)
{
	db_begin(v->db);
	must(register_save(v, r));
	registration_done(v->db, r, step);
	db_commit(v->db);
	visit_go(v, register_path(v, step + 1), NULL);
}

/* To the first step that is not done; a finished registration makes room for another one. */
void
register_start(struct visit *v)
{
	struct registration r;

	if (register_open(v, &r) && r.practice_made != 0) {
		register_keep_token(v, NULL);
		r.reached = STEP_MEMBER;
	}
	visit_go(v, register_path(v, r.reached), NULL);
}

void
register_step(struct visit *v)
{
	const char *name = v->match.values[0];
	struct registration r;

	for (enum registration_step step = STEP_MEMBER; step <= STEP_AGREEMENTS; step++) {
		if (!text_equal(steps[step].name, name))
			continue;
		if (!register_enter(v, &r, step))
			return;
		register_fill(v, &r, steps[step].form);
		register_show(v, &r, step);
		return;
	}
	visit_error(v, 404, NULL);
}

/* The member is verified, or will be later: keeps that and goes on. */
static void
member_named(struct visit *v, struct registration *r, bool verified)
{
	const char *token;

	db_begin(v->db);
	if (r->id == 0) {
		registration_begin(v->db, v->a, &token, r);
		register_keep_token(v, token);
	}
	must(register_save(v, r));
	registration_set_member(v->db, r, verified);
	registration_done(v->db, r, STEP_MEMBER);
	db_commit(v->db);
	visit_go(v, "/register/terms", verified ? NULL : "member_pending");
}

/* Wrong answers are counted by address: IDs of five or six digits could be tried out. */
void
register_member_post(struct visit *v)
{
	const struct conf *c = v->app->conf;
	struct registration r;

	if (!register_enter(v, &r, STEP_MEMBER))
		return;
	if (form_has_errors(v->form)) {
		register_show(v, &r, STEP_MEMBER);
		return;
	}
	if (user_tries(v->db, v->a, "member", v->req->address, 60) >= c->member_tries) {
		visit_error(v, 429, "From your address there were too many look-ups of members that did "
			    "not succeed. Wait an hour, or write to us.");
		return;
	}
	switch (member_check(v->db, v->a, v->app->directory, c, form_text(v->form, "last_name"),
			     form_text(v->form, "member_id"))) {
	case MEMBER_VERIFIED:
		member_named(v, &r, true);
		return;
	case MEMBER_DOWN:
		member_named(v, &r, false);
		return;
	case MEMBER_NO_MATCH:
		user_count_try(v->db, v->a, "member", v->req->address);
		form_error(v->form, "member_id", "There is no active ASCO member with this last name "
			   "and this ID. Check both: they stand on the membership card and in the "
			   "ASCO account.");
		register_show(v, &r, STEP_MEMBER);
		return;
	}
}

void
register_terms_post(struct visit *v)
{
	struct registration r;

	if (!register_enter(v, &r, STEP_TERMS) || register_went_back(v, &r, STEP_TERMS))
		return;
	if (form_has_errors(v->form))
		register_show(v, &r, STEP_TERMS);
	else
		register_go_on(v, &r, STEP_TERMS);
}

/* The administrative contact is wanted whole or not at all. */
static void
check_administrator(struct form *f)
{
	bool name = form_text(f, "administrator_name")[0] != '\0';
	bool email = form_text(f, "administrator_email")[0] != '\0';

	if (name && !email)
		form_error(f, "administrator_email", "E-mail of the administrative contact is needed, "
			   "or leave out the name as well.");
	if (email && !name)
		form_error(f, "administrator_name", "Name of the administrative contact is needed, "
			   "or leave out the e-mail as well.");
}

void
register_contacts_post(struct visit *v)
{
	struct registration r;

	if (!register_enter(v, &r, STEP_CONTACTS))
		return;
	check_administrator(v->form);
	if (register_went_back(v, &r, STEP_CONTACTS))
		return;
	if (form_has_errors(v->form))
		register_show(v, &r, STEP_CONTACTS);
	else
		register_go_on(v, &r, STEP_CONTACTS);
}
