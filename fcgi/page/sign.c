/*
 * Signing in and out, confirming an address, setting a new password.
 *
 * Between password and one-time code nothing is stored: a sealed cookie says
 * whose password fitted, and until when that counts.
 */
#include "base/date.h"
#include "base/secret.h"
#include "base/text.h"
#include "job/queue.h"
#include "model/user.h"
#include "page/pages.h"
#include "page/kept.h"

enum { HALF_S = 300, ADDRESS_MAX = 254, PASSWORD_MAX = 200 };

const struct field sign_form[] = {
	{ .name = "email", .label = "E-mail address", .type = FIELD_EMAIL, .required = true },
	{ .name = "password", .label = "Password", .type = FIELD_PASSWORD, .required = true,
	  .max = PASSWORD_MAX },
	{ .name = "next", .label = "Next page", .type = FIELD_TEXT, .max = 200 },
	{ .name = NULL },
};

const struct field sign_code_form[] = {
	{ .name = "code", .label = "One-time code", .type = FIELD_TEXT, .required = true, .min = 6,
	  .max = 8 },
	{ .name = "next", .label = "Next page", .type = FIELD_TEXT, .max = 200 },
	{ .name = NULL },
};

const struct field sign_reset_form[] = {
	{ .name = "email", .label = "E-mail address", .type = FIELD_EMAIL, .required = true },
	{ .name = NULL },
};

const struct field sign_password_form[] = {
	{ .name = "token", .label = "Link", .type = FIELD_TEXT, .required = true, .max = 100 },
	{ .name = "password", .label = "New password", .type = FIELD_PASSWORD, .required = true,
	  .max = PASSWORD_MAX },
	{ .name = NULL },
};

/* A path of this site to go to after signing in; never another site. */
static const char *
safe_next(const char *next)
{
	if (text_is_empty(next) || next[0] != '/' || next[1] == '/' || next[1] == '\\')
		return "/dashboard";
	for (const char *c = next; *c != '\0'; c++)
		if ((unsigned char)*c <= ' ' || *c == '\\')
			return "/dashboard";
	return next;
}

static void
show_login(struct visit *v)
{
	if (v->form == NULL) {
		v->form = form_new(v->a, sign_form);
		form_set(v->form, "next", req_query(v->req, "next"));
	}
	visit_show_form(v);
	visit_page(v, "sign/login.cs");
}

void
sign_login(struct visit *v)
{
	struct keep_key everybodys = { .roles = ROLE_NOBODY };

	if (v->me != NULL) {
		visit_go(v, "/dashboard", NULL);
	} else if (v->req->query.n > 0) {
		show_login(v); /* it leads to another page than most */
	} else if (!kept_answer(v, &everybodys)) {
		show_login(v);
		kept_store(v, &everybodys);
	}
}

static void
begin_session(struct visit *v, uint64_t account, const char *next)
{
	const struct conf *c = v->app->conf;

	resp_cookie(v->req, c->site_https, "session", user_begin_session(v->db, v->a, account));
	resp_cookie(v->req, c->site_https, "half", NULL);
	visit_go(v, safe_next(next), NULL);
}

static void
ask_for_code(struct visit *v, uint64_t account)
{
	char *half = secret_seal(v->a, arena_printf(v->a, "half %lld %llu",
						    (long long)time_now() + HALF_S,
						    (unsigned long long)account));

	resp_cookie(v->req, v->app->conf->site_https, "half", half);
	visit_go(v, arena_printf(v->a, "/login/code?next=%s",
				 req_encode(v->a, safe_next(form_text(v->form, "next")))), NULL);
}

void
sign_send_confirmation(struct visit *v, uint64_t account, const char *email)
{
	struct view *letter = view_new(v->a);

	view_str(letter, "link",
		 arena_printf(v->a, "%s/login/confirm?token=%s", v->app->conf->site_address,
			      user_make_link(v->db, v->a, v->app->conf, account, LINK_CONFIRM)));
	view_num(letter, "hours", v->app->conf->confirm_hours);
	view_str(letter, "support", v->app->conf->support_mail);
	queue_letter(v->db, v->a, v->app->letters, "mail/confirm.cs", letter, email);
}

void
sign_login_post(struct visit *v)
{
	const char *email = form_text(v->form, "email");
	uint64_t account = 0;

	if (form_has_errors(v->form)) {
		show_login(v);
		return;
	}
	switch (user_check_password(v->db, v->a, v->app->conf, email, form_text(v->form, "password"),
				    v->req->address, &account)) {
	case SIGN_IN_OK:
		begin_session(v, account, form_text(v->form, "next"));
		return;
	case SIGN_IN_CODE:
		ask_for_code(v, account);
		return;
	case SIGN_IN_WRONG:
		form_error(v->form, "password", "E-mail address and password do not fit together.");
		break;
	case SIGN_IN_UNCONFIRMED:
		db_begin(v->db);
		sign_send_confirmation(v, account, email);
		db_commit(v->db);
		form_error(v->form, "email", "This address is not confirmed yet. We have just sent the "
			   "link again: open it, then sign in.");
		break;
	case SIGN_IN_LOCKED:
		form_error(v->form, "email", "Too many wrong tries. Wait %u minutes, or set a new "
			   "password.", v->app->conf->sign_in_window_min);
		break;
	}
	show_login(v);
}

/* The account whose password fitted a moment ago; 0 if none did. */
static uint64_t
half_signed_in(struct visit *v)
{
	const char *cookie = req_cookie(v->req, resp_cookie_name(v->req, v->app->conf->site_https,
								 "half"));
	const char *text = cookie == NULL ? NULL : secret_open(v->a, cookie);
	char **part;
	size_t n;
	int64_t until;
	uint64_t account;

	if (text == NULL)
		return 0;
	part = text_split(v->a, text, ' ', &n);
	if (n != 3 || !text_equal(part[0], "half") || !text_to_i64(part[1], &until) ||
	    !text_to_u64(part[2], &account) || until < time_now())
		return 0;
	return account;
}

static void
show_code(struct visit *v)
{
	if (v->form == NULL) {
		v->form = form_new(v->a, sign_code_form);
		form_set(v->form, "next", req_query(v->req, "next"));
	}
	visit_show_form(v);
	visit_page(v, "sign/code.cs");
}

void
sign_code(struct visit *v)
{
	if (half_signed_in(v) == 0)
		visit_go(v, "/login", NULL);
	else
		show_code(v);
}

void
sign_code_post(struct visit *v)
{
	uint64_t account = half_signed_in(v);

	if (account == 0) {
		visit_go(v, "/login", "sign_in_first");
		return;
	}
	if (form_has_errors(v->form)) {
		show_code(v);
		return;
	}
	switch (user_check_code(v->db, v->a, v->app->conf, account, form_text(v->form, "code"))) {
	case SIGN_IN_OK:
		begin_session(v, account, form_text(v->form, "next"));
		return;
	case SIGN_IN_LOCKED:
		form_error(v->form, "code", "Too many wrong codes. Wait %u minutes.",
			   v->app->conf->sign_in_window_min);
		break;
	case SIGN_IN_CODE: case SIGN_IN_WRONG: case SIGN_IN_UNCONFIRMED:
		form_error(v->form, "code", "That code does not fit, or was used already. Wait for the "
			   "next one.");
		break;
	}
	show_code(v);
}

void
sign_logout_post(struct visit *v)
{
	if (v->me != NULL)
		q_session_end(v->db, secret_digest(v->a, v->token));
	resp_cookie(v->req, v->app->conf->site_https, "session", NULL);
	visit_go(v, "/login", "bye");
}

/*
 * A link that was used already is no error, while it lasts: whoever registers
 * comes back to their registration by it.
 */
void
sign_confirm(struct visit *v)
{
	const char *token = req_query(v->req, "token");
	const char *resumed;
	uint64_t account;

	if (token == NULL || user_find_link(v->db, v->a, token, LINK_CONFIRM, &account) ==
	    LINK_UNKNOWN) {
		visit_page_status(v, 404, "sign/stale.cs");
		return;
	}
	db_begin(v->db);
	q_account_confirm(v->db, time_now(), account);
	user_use_link(v->db, v->a, token);
	resumed = register_resume(v, account);
	db_commit(v->db);
	if (resumed != NULL)
		visit_go(v, resumed, "confirmed_go_on");
	else
		visit_go(v, "/login", "confirmed");
}

static void
show_reset(struct visit *v)
{
	if (v->form == NULL)
		v->form = form_new(v->a, sign_reset_form);
	visit_show_form(v);
	visit_page(v, "sign/reset.cs");
}

void
sign_reset(struct visit *v)
{
	show_reset(v);
}

static void
send_reset(struct visit *v, uint64_t account, const char *email)
{
	struct view *letter = view_new(v->a);

	view_str(letter, "link",
		 arena_printf(v->a, "%s/password/new?token=%s", v->app->conf->site_address,
			      user_make_link(v->db, v->a, v->app->conf, account, LINK_PASSWORD)));
	view_num(letter, "hours", v->app->conf->confirm_hours);
	view_str(letter, "support", v->app->conf->support_mail);
	queue_letter(v->db, v->a, v->app->letters, "mail/password.cs", letter, email);
}

/* Answers the same whether there is such an account or not. */
void
sign_reset_post(struct visit *v)
{
	const char *email = form_text(v->form, "email");
	struct account_by_email_row row;

	if (form_has_errors(v->form)) {
		show_reset(v);
		return;
	}
	if (user_tries(v->db, v->a, "reset", v->req->address, 60) >= v->app->conf->member_tries) {
		visit_error(v, 429, NULL);
		return;
	}
	db_begin(v->db);
	user_count_try(v->db, v->a, "reset", v->req->address);
	if (q_account_by_email(v->db, email, &row))
		send_reset(v, row.id, row.email);
	db_commit(v->db);
	visit_go(v, "/login", "reset_sent");
}

static void
show_password(struct visit *v, const char *token)
{
	if (v->form == NULL) {
		v->form = form_new(v->a, sign_password_form);
		form_set(v->form, "token", token);
	}
	visit_show_form(v);
	visit_page(v, "sign/password.cs");
}

void
sign_password(struct visit *v)
{
	const char *token = req_query(v->req, "token");
	uint64_t account;

	if (token == NULL ||
	    user_find_link(v->db, v->a, token, LINK_PASSWORD, &account) != LINK_GOOD)
		visit_page_status(v, 404, "sign/stale.cs");
	else
		show_password(v, token);
}

/* Whoever opened the link holds the mailbox, so the address is confirmed as well. */
void
sign_password_post(struct visit *v)
{
	const char *token = form_text(v->form, "token"), *password = form_text(v->form, "password");
	struct account_by_id_row row;
	uint64_t account;
	const char *problem;

	if (user_find_link(v->db, v->a, token, LINK_PASSWORD, &account) != LINK_GOOD ||
	    !q_account_by_id(v->db, account, &row)) {
		visit_page_status(v, 404, "sign/stale.cs");
		return;
	}
	problem = form_has_errors(v->form)
			  ? NULL
			  : user_password_problem(v->a, password, row.email);
	if (problem != NULL)
		form_error(v->form, "password", "%s", problem);
	if (form_has_errors(v->form)) {
		show_password(v, token);
		return;
	}
	db_begin(v->db);
	if (user_use_link(v->db, v->a, token)) {
		q_account_set_password(v->db, secret_password_hash(v->a, password), account);
		q_account_confirm(v->db, time_now(), account);
		q_session_end_all(v->db, account);
		visit_audit(v, 0, "password_set",
			    arena_printf(v->a, "account:%llu", (unsigned long long)account));
	}
	db_commit(v->db);
	visit_go(v, "/login", "password_set");
}
