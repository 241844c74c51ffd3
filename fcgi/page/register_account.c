/*
 * The registration's step about the account of whoever registers.
 *
 * Nobody learns here whether an address has an account: the page says "look
 * into your mail" either way, and only the mail says which it is. So the
 * wizard goes on when the mail's link was opened (it confirms the address and
 * brings the draft along, in whatever browser), or when somebody with an
 * account signs in. Agreements are thereby signed by a known mailbox only.
 */
#include "base/date.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "job/queue.h"
#include "model/user.h"
#include "page/pages.h"
#include "page/register.h"

enum { MAILS_AN_HOUR = 30, PASSWORD_MAX = 200 };

static const struct form_choice roles[] = {
	{ "physician", "Corresponding physician" },
	{ "administrator", "Administrator of the practice" },
	{ "director", "Director of the fellowship program" },
	{ NULL, NULL },
};

const struct field register_account_form[] = {
	{ .name = "email", .label = "E-mail address", .type = FIELD_EMAIL, .required = true },
	{ .name = "your_name", .label = "Your name", .type = FIELD_TEXT, .required = true,
	  .max = 120 },
	{ .name = "role", .label = "Your role", .type = FIELD_CHOICE, .required = true,
	  .choices = roles },
	{ .name = "password", .label = "Password", .type = FIELD_PASSWORD, .required = true,
	  .max = PASSWORD_MAX },
	{ .name = "password_again", .label = "Password, again", .type = FIELD_PASSWORD,
	  .required = true, .max = PASSWORD_MAX },
	{ .name = NULL },
};

const struct field register_role_form[] = {
	{ .name = "role", .label = "Your role", .type = FIELD_CHOICE, .required = true,
	  .choices = roles },
	{ .name = NULL },
};

/* The confirmed account that may sign for the draft: who is signed in, else the draft's own. */
static bool
known_account(struct visit *v, const struct registration *r, struct account_by_id_row *row)
{
	uint64_t id = v->me != NULL ? v->me->account_id : r->account;

	return id != 0 && q_account_by_id(v->db, id, row) && row->confirmed;
}

void
register_prepare_account(struct visit *v, const struct registration *r)
{
	struct account_by_id_row account;

	if (!known_account(v, r, &account))
		return;
	view_str(v->view, "account.name", account.name);
	view_str(v->view, "account.email", account.email);
}

static void
check_role(struct visit *v, const struct registration *r)
{
	if (text_equal(form_text(v->form, "role"), "director") &&
	    !text_equal(registration_value(r, "kind"), "fellowship"))
		form_error(v->form, "role", "Only a fellowship program has a program director: choose "
			   "another role, or go back and change the kind of practice.");
}

static void
check_password(struct visit *v)
{
	const char *password = form_text(v->form, "password"), *problem;

	if (form_has_errors(v->form))
		return;
	problem = user_password_problem(v->a, password, form_text(v->form, "email"));
	if (problem != NULL)
		form_error(v->form, "password", "%s", problem);
	else if (!text_equal(password, form_text(v->form, "password_again")))
		form_error(v->form, "password_again", "The two passwords are not the same.");
}

/* An address that has an account: its mailbox is told, the visitor is not. */
static void
tell_known(struct visit *v, const char *email)
{
	struct view *letter = view_new(v->a);

	view_str(letter, "link", arena_printf(v->a, "%s/login?next=/register/account",
					      v->app->conf->site_address));
	view_str(letter, "reset", arena_printf(v->a, "%s/password", v->app->conf->site_address));
	view_str(letter, "support", v->app->conf->support_mail);
	queue_letter(v->db, v->a, v->app->letters, "mail/known.cs", letter, email);
}

/*
 * Makes the account, or makes the draft's own unconfirmed one anew, and sends
 * its link. The hash is made before, so that both cases take the same time.
 */
static void
make_account(struct visit *v, struct registration *r, const char *hash)
{
	const char *email = form_text(v->form, "email"), *name = form_text(v->form, "your_name");
	struct account_by_email_row row;
	uint64_t account = q_account_add(v->db, email, name, hash, NULL, false, NULL, time_now());

	if (account == 0) {
		if (!q_account_by_email(v->db, email, &row) || row.id != r->account ||
		    row.confirmed) {
			tell_known(v, email);
			return;
		}
		account = row.id;
		q_account_set_password(v->db, hash, account);
		q_account_set_name(v->db, name, account);
	}
	registration_set_account(v->db, r, account);
	sign_send_confirmation(v, account, email);
}

void
register_account_post(struct visit *v)
{
	struct registration r;
	const char *hash;

	if (!register_enter(v, &r, STEP_ACCOUNT))
		return;
	check_role(v, &r);
	if (register_went_back(v, &r, STEP_ACCOUNT))
		return;
	check_password(v);
	if (form_has_errors(v->form)) {
		register_show(v, &r, STEP_ACCOUNT);
		return;
	}
	if (user_tries(v->db, v->a, "register", v->req->address, 60) >= MAILS_AN_HOUR) {
		visit_error(v, 429, "Too many mails were asked for from your address. Wait an hour.");
		return;
	}
	hash = secret_password_hash(v->a, form_text(v->form, "password"));
	db_begin(v->db);
	user_count_try(v->db, v->a, "register", v->req->address);
	must(register_save(v, &r));
	registration_undone(v->db, &r, STEP_ACCOUNT);
	make_account(v, &r, hash);
	db_commit(v->db);
	visit_go(v, "/register/mail", NULL);
}

/* With an account there is already: only the role is asked. */
void
register_role_post(struct visit *v)
{
	struct account_by_id_row account;
	struct registration r;

	if (!register_enter(v, &r, STEP_ACCOUNT))
		return;
	if (!known_account(v, &r, &account)) {
		visit_go(v, "/register/account", "sign_in_first");
		return;
	}
	check_role(v, &r);
	if (register_went_back(v, &r, STEP_ACCOUNT))
		return;
	if (form_has_errors(v->form)) {
		register_show(v, &r, STEP_ACCOUNT);
		return;
	}
	db_begin(v->db);
	must(register_save(v, &r));
	registration_set_account(v->db, &r, account.id);
	registration_done(v->db, &r, STEP_ACCOUNT);
	db_commit(v->db);
	visit_go(v, "/register/agreements", NULL);
}

void
register_mail(struct visit *v)
{
	struct registration r;

	if (!register_enter(v, &r, STEP_ACCOUNT))
		return;
	if (r.reached > STEP_ACCOUNT || registration_value(&r, "email")[0] == '\0') {
		visit_go(v, register_path(v, r.reached), NULL);
		return;
	}
	view_str(v->view, "email", registration_value(&r, "email"));
	view_num(v->view, "hours", v->app->conf->confirm_hours);
	visit_page(v, "register/mail.cs");
}

const char *
register_resume(struct visit *v, uint64_t account)
{
	struct registration r, here;

	if (!registration_by_account(v->db, account, &r))
		return NULL;
	if (!register_open(v, &here) || here.id != r.id)
		register_keep_token(v, registration_new_token(v->db, v->a, &r));
	registration_done(v->db, &r, STEP_ACCOUNT);
	return register_path(v, r.reached);
}
