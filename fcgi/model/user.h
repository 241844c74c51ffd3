/*
 * People: signing in, passwords, mailed links.
 *
 * Wrong tries are counted by account and by address, in keyed hashes; an
 * unknown account costs the same time as a known one.
 */
#ifndef MODEL_USER_H
#define MODEL_USER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/conf.h"
#include "db/db.h"

enum sign_in {
	SIGN_IN_OK,
	SIGN_IN_CODE,        /* the password fits; a one-time code is wanted too */
	SIGN_IN_WRONG,       /* address or password; not said which */
	SIGN_IN_UNCONFIRMED, /* fits, but the address is not confirmed yet */
	SIGN_IN_LOCKED,      /* too many wrong tries; wait */
};

/* Checks address and password. *account is set unless WRONG or LOCKED. */
enum sign_in user_check_password(struct db *db, struct arena *a, const struct conf *c,
				 const char *email, const char *password, const char *address,
				 uint64_t *account);

/* Checks a one-time code (RFC 6238, 30 s, one step either way); each is good once. */
enum sign_in user_check_code(struct db *db, struct arena *a, const struct conf *c,
			     uint64_t account, const char *code);

/* Begins a session; its token, for the cookie. */
const char *user_begin_session(struct db *db, struct arena *a, uint64_t account);

/*
 * Whether a password is good enough: NULL, or a sentence that says what is
 * wrong (libpwquality with at least 10 characters; `email` must not be in it).
 */
const char *user_password_problem(struct arena *a, const char *password, const char *email);

enum link_purpose { LINK_CONFIRM, LINK_PASSWORD };

/* A new token for a mailed link, good for conf's confirm_hours. */
const char *user_make_link(struct db *db, struct arena *a, const struct conf *c,
			   uint64_t account, enum link_purpose purpose);

enum link_state { LINK_GOOD, LINK_USED, LINK_UNKNOWN };

/* Whose link it is. */
enum link_state user_find_link(struct db *db, struct arena *a, const char *token,
			       enum link_purpose purpose, uint64_t *account);

/* Uses a link up; false if it was used meanwhile. */
bool user_use_link(struct db *db, struct arena *a, const char *token);

/* Counts a try of `who` (an address, an account) for `what`, keyed. */
void user_count_try(struct db *db, struct arena *a, const char *what, const char *who);

/* Tries counted in the last `window_min` minutes. */
int64_t user_tries(struct db *db, struct arena *a, const char *what, const char *who,
		   uint32_t window_min);

#endif
