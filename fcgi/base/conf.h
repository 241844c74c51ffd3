/*
 * Configuration: one file of `name = value` lines, read once at the start.
 *
 * The table in conf.c is the manual: name, type, default, range and a sentence
 * for each option; `qopi config` prints it as a commented file. Secrets are
 * names of files, never values. An unknown name is an error.
 */
#ifndef BASE_CONF_H
#define BASE_CONF_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"

struct conf {
	/* this site */
	const char *site_address;     /* "https://myqopi.example", no slash at the end */
	bool site_https;              /* cookies with __Host- and Secure */
	const char *support_mail;
	const char *secret_key_file;  /* 32 random bytes in hex, mode 0600 */
	/* where our files are */
	const char *templates_dir;
	const char *measures_dir;
	const char *schema_dir;
	const char *static_dir;       /* for the hashes in the names of static files */
	/* database */
	const char *database_socket;
	const char *database_host;
	uint32_t database_port;
	const char *database_name;
	const char *database_user;
	const char *database_password_file;
	const char *database_ca_file;
	uint32_t database_statement_ms;
	const char *epoch_file;
	/* web workers */
	const char *web_socket;
	uint32_t web_children;
	uint32_t web_memory_mb;
	/* report workers */
	uint32_t worker_children;
	uint32_t worker_poll_ms;
	uint32_t worker_lease_s;
	/* sessions and sign-in */
	uint32_t session_idle_min;
	uint32_t session_memory_s;
	uint32_t session_absolute_min;
	uint32_t sign_in_tries;       /* wrong tries an account may have in sign_in_window_min */
	uint32_t sign_in_window_min;
	uint32_t confirm_hours;       /* how long a mailed link is good */
	uint32_t member_tries;        /* member look-ups an address may have an hour */
	/* member directory */
	const char *directory_base;
	const char *directory_path;   /* {id} and {name} are replaced */
	const char *directory_token_file;
	const char *directory_ca_file;
	uint32_t directory_connect_ms;
	uint32_t directory_total_ms;
	uint32_t directory_retries;
	uint32_t directory_breaker_failures;
	uint32_t directory_breaker_s;
	uint32_t directory_cache_min;
	/* mail */
	const char *smtp_url;
	const char *smtp_user;
	const char *smtp_password_file;
	const char *smtp_ca_file;
	const char *mail_from;
};

/* The defaults. */
void conf_defaults(struct conf *c);

/*
 * Reads `path` over the defaults; texts live in the arena. On errors (all of
 * them, one a line, each with file and line) they are in `errors` and the
 * answer is false.
 */
bool conf_load(struct arena *a, const char *path, struct conf *c, struct buf *errors);

/* Prints the commented file with the values of `c`. */
void conf_print(const struct conf *c, FILE *out);

/* The first line of a small file (a token, a password); a fault if unreadable. */
char *conf_secret(struct arena *a, const char *path);

#endif
