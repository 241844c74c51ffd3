/*
 * The calls of the `qopi` command, by the file that holds them. Each takes
 * what stands behind its name and gives the exit status; it may fault.
 */
#ifndef ADMIN_CALLS_H
#define ADMIN_CALLS_H

#include <stdio.h>

#include "base/conf.h"
#include "db/db.h"

struct admin {
	struct arena *arena;
	const char *state;  /* DIR of --state, or NULL */
	const char *config; /* configuration file, or NULL */
	struct conf conf;
	struct db *db;      /* NULL for calls without a database */
};

/* measures.c */
int call_evaluate(struct admin *admin, int argc, char **argv);
int call_elm(struct admin *admin, int argc, char **argv);
int call_explain(struct admin *admin, int argc, char **argv);
int call_catalogue(struct admin *admin, int argc, char **argv);

/* operation.c */
int call_migrate(struct admin *admin, int argc, char **argv);
int call_account(struct admin *admin, int argc, char **argv);
int call_audit(struct admin *admin, int argc, char **argv);
int call_check(struct admin *admin, int argc, char **argv);
int call_config(struct admin *admin, int argc, char **argv);

/* routes.c */
int call_routes(struct admin *admin, int argc, char **argv);

/* demo.c */
int call_demo(struct admin *admin, int argc, char **argv);

/* A file that only its owner may read, empty; a fault if it can't be made. */
FILE *admin_private_file(const char *path);

/* charts.c */
int call_charts(struct admin *admin, int argc, char **argv);

/* Makes the marks of completed charts that have none yet: after a schema step. */
void admin_mark_charts(struct admin *admin);

/* rounds.c */
int call_round(struct admin *admin, int argc, char **argv);

/* A round by its number or its name; 0 if there is none. */
uint64_t admin_round(struct admin *admin, const char *which);

/* simulate.c */
int call_simulate(struct admin *admin, int argc, char **argv);

/* Whether a path names a folder. */
bool admin_is_folder(const char *path);

/* Prints "qopi: ..." to standard error; the exit status 2. */
int admin_wrong(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* The value behind "--name" among the arguments, or NULL. */
const char *admin_option(int argc, char **argv, const char *name);
bool admin_flag(int argc, char **argv, const char *name);

/* An account that can sign in at once; its line for an accounts file. 0 if the address is taken. */
uint64_t admin_account(struct admin *admin, const char *email, const char *name,
		       const char *password, const char *code_secret, bool staff);

/* A random secret for one-time codes in base32 (RFC 4648), 160 bits. */
char *admin_code_secret(struct arena *a);

#endif
