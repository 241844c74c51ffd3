/*
 * A practice's registration on its way: the draft that the wizard's steps
 * fill, and the practice that its last step makes.
 *
 * Whoever holds its token (a cookie) may go on with it; the database has the
 * token's digest only. Values are kept as they were typed, valid or not, so
 * that nothing is lost by going back; `reached` says how far all is valid.
 * A password is never among them.
 */
#ifndef MODEL_REGISTRATION_H
#define MODEL_REGISTRATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/queries.h"

/* In their order; the numbers are those of registration.step_reached. */
enum registration_step {
	STEP_MEMBER = 1,
	STEP_TERMS,
	STEP_PRACTICE,
	STEP_CONTACTS,
	STEP_ACCOUNT,
	STEP_AGREEMENTS,
};

enum { REGISTRATION_VALUE_MAX = 2000, REGISTRATION_SITES_MAX = 60 };

struct registration {
	uint64_t id;
	uint64_t account;               /* 0 before there is one */
	uint64_t practice_made;         /* 0 before it is finished */
	bool member_verified;           /* else the directory is asked later */
	enum registration_step reached; /* the first step that is not done */
	struct registration_values_row *values;
	size_t n;
};

/* The draft that the token opens. */
bool registration_by_token(struct db *db, struct arena *a, const char *token,
			   struct registration *r);

/* The newest unfinished draft of an account. */
bool registration_by_account(struct db *db, uint64_t account, struct registration *r);

/* Begins a draft; *token is for the cookie. */
void registration_begin(struct db *db, struct arena *a, const char **token, struct registration *r);

/* A new token for a draft; the old one opens nothing any more. */
const char *registration_new_token(struct db *db, struct arena *a, const struct registration *r);

/* A value as typed; "" if there is none. */
const char *registration_value(const struct registration *r, const char *field);

/* Keeps a value of at most REGISTRATION_VALUE_MAX characters. */
void registration_put(struct db *db, const struct registration *r, const char *field,
		      const char *value);

void registration_set_member(struct db *db, struct registration *r, bool verified);
void registration_set_account(struct db *db, struct registration *r, uint64_t account);

/* A step is done: the next one is reached, unless a later one is already. */
void registration_done(struct db *db, struct registration *r, enum registration_step step);

/* A step is not done any more: those behind it wait until it is again. */
void registration_undone(struct db *db, struct registration *r, enum registration_step step);

/* What is wrong with a practice's name for its kind. */
enum registration_name {
	NAME_FITS,
	NAME_LACKS_FELLOW, /* a fellowship program's must have the word Fellow or Fellowship */
	NAME_SAYS_FELLOW,  /* and no other practice's may */
};

/* Source of the rule: the registration guide for fellowship programs (qopi-domain 2, 9). */
enum registration_name registration_check_name(const char *name, const char *kind);

struct registration_site {
	const char *name, *city;
};

/*
 * Reads sites as a draft keeps them: one a line, name and city parted by a
 * tab. Gives 0, or the number of the first one (from 1) that lacks its name or
 * city, is too long, or is one too many. Names are in the arena.
 */
size_t registration_sites(struct arena *a, const char *text, struct registration_site **sites,
			  size_t *n);

/* What is signed in the last step. */
struct registration_signature {
	const char *name;
	const uint32_t *agreements;
	size_t n;
};

/*
 * Makes the practice of a draft whose steps are all done: with sites,
 * contacts, signatures, and the account as its first member. Inside the
 * caller's transaction, which adds the audit line. *made is false if an earlier
 * call made it already; the result is the practice's id either way.
 */
uint64_t registration_finish(struct db *db, struct arena *a, const struct registration *r,
			     const struct registration_signature *s, bool *made);

#endif
