/* People: see user.h. */
#include "model/user.h"

#include <liboath/oath.h>
#include <pwquality.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "db/queries.h"

enum {
	PASSWORD_LENGTH = 10,
	CODE_STEP_S = 30,
	CODE_DIGITS = 6,
	CODE_WINDOW = 1, /* steps a clock may be off, either way */
};

static const char *const purposes[] = {
	[LINK_CONFIRM] = "confirm",
	[LINK_PASSWORD] = "password",
};

void
user_count_try(struct db *db, struct arena *a, const char *what, const char *who)
{
	q_attempt_add(db, secret_keyed_hex(a, what, who), time_now());
}

int64_t
user_tries(struct db *db, struct arena *a, const char *what, const char *who, uint32_t window_min)
{
	struct attempt_count_row row;

	q_attempt_count(db, secret_keyed_hex(a, what, who), time_now() - (int64_t)window_min * 60,
			&row);
	return row.n;
}

/* An address may be shared by a whole practice, so it has four times the tries. */
static bool
is_locked(struct db *db, struct arena *a, const struct conf *c, const char *email,
	  const char *address)
{
	return user_tries(db, a, "sign-in", email, c->sign_in_window_min) >= c->sign_in_tries ||
	       user_tries(db, a, "sign-in", address, c->sign_in_window_min) >= 4 * c->sign_in_tries;
}

enum sign_in
user_check_password(struct db *db, struct arena *a, const struct conf *c, const char *email,
		    const char *password, const char *address, uint64_t *account)
{
	const char *folded = text_fold_name(a, email);
	struct account_by_email_row row;
	bool fits = false;

	if (is_locked(db, a, c, folded, address))
		return SIGN_IN_LOCKED;
	if (q_account_by_email(db, email, &row) && row.password_hash != NULL)
		fits = secret_password_fits(row.password_hash, password);
	else
		secret_password_pretend(password);
	if (!fits) {
		user_count_try(db, a, "sign-in", folded);
		user_count_try(db, a, "sign-in", address);
		return SIGN_IN_WRONG;
	}
	*account = row.id;
	if (!row.confirmed)
		return SIGN_IN_UNCONFIRMED;
	if (row.code_secret != NULL)
		return SIGN_IN_CODE;
	q_attempt_forget(db, secret_keyed_hex(a, "sign-in", folded));
	return SIGN_IN_OK;
}

/* The time step in which `code` is right, or -1. */
static int64_t
code_step(const char *base32, const char *code)
{
	char *key = NULL;
	size_t len = 0;
	int64_t now = time_now(), found = -1;

	if (oath_base32_decode(base32, strlen(base32), &key, &len) != OATH_OK)
		fault("a one-time-code secret is no base32");
	for (int64_t step = now / CODE_STEP_S - CODE_WINDOW;
	     step <= now / CODE_STEP_S + CODE_WINDOW; step++) {
		char right[CODE_DIGITS + 1];

		if (oath_totp_generate(key, len, step * CODE_STEP_S, CODE_STEP_S, 0, CODE_DIGITS,
				       right) == OATH_OK && secret_equal(right, code))
			found = step;
	}
	free(key);
	return found;
}

enum sign_in
user_check_code(struct db *db, struct arena *a, const struct conf *c, uint64_t account,
		const char *code)
{
	const char *who = arena_printf(a, "account %llu", (unsigned long long)account);
	struct account_by_id_row row;
	const char *secret;
	int64_t step;

	if (user_tries(db, a, "code", who, c->sign_in_window_min) >= c->sign_in_tries)
		return SIGN_IN_LOCKED;
	if (!q_account_by_id(db, account, &row) || row.code_secret == NULL)
		return SIGN_IN_WRONG;
	secret = secret_open(a, row.code_secret);
	if (secret == NULL)
		fault("the one-time-code secret of an account was sealed with another key");
	step = code_step(secret, code);
	if (step < 0 || q_account_use_code(db, step, account) == 0) {
		user_count_try(db, a, "code", who);
		return SIGN_IN_WRONG;
	}
	q_attempt_forget(db, secret_keyed_hex(a, "sign-in", text_fold_name(a, row.email)));
	return SIGN_IN_OK;
}

const char *
user_begin_session(struct db *db, struct arena *a, uint64_t account)
{
	const char *token = secret_token(a);

	q_session_add(db, secret_digest(a, token), account, time_now());
	return token;
}

const char *
user_password_problem(struct arena *a, const char *password, const char *email)
{
	pwquality_settings_t *settings = pwquality_default_settings();
	void *aux = NULL;
	char text[PWQ_MAX_ERROR_MESSAGE_LEN];
	int score;

	if (settings == NULL)
		fault("out of memory: password settings");
	pwquality_set_int_value(settings, PWQ_SETTING_MIN_LENGTH, PASSWORD_LENGTH);
	score = pwquality_check(settings, password, NULL, email, &aux);
	pwquality_free_settings(settings);
	if (text_length(password) < PASSWORD_LENGTH)
		return arena_printf(a, "Use at least %d characters; a short sentence is a good password.",
				    PASSWORD_LENGTH);
	if (score == PWQ_ERROR_CRACKLIB_CHECK && aux != NULL && text_starts(aux, "error loading"))
		fault("libpwquality has no dictionary: is cracklib-runtime installed?");
	if (score >= 0)
		return NULL;
	return arena_printf(a, "That password is too easy to guess: %s.",
			    pwquality_strerror(text, sizeof text, score, aux));
}

const char *
user_make_link(struct db *db, struct arena *a, const struct conf *c, uint64_t account,
	       enum link_purpose purpose)
{
	const char *token = secret_token(a);

	q_mail_link_add(db, secret_digest(a, token), purposes[purpose], account,
			time_now() + (int64_t)c->confirm_hours * 3600);
	return token;
}

enum link_state
user_find_link(struct db *db, struct arena *a, const char *token, enum link_purpose purpose,
	       uint64_t *account)
{
	struct mail_link_get_row row;

	if (!q_mail_link_get(db, secret_digest(a, token), purposes[purpose], time_now(), &row))
		return LINK_UNKNOWN;
	*account = row.account_id;
	return row.used ? LINK_USED : LINK_GOOD;
}

bool
user_use_link(struct db *db, struct arena *a, const char *token)
{
	return q_mail_link_use(db, time_now(), secret_digest(a, token)) > 0;
}
