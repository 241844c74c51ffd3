/*
 * The `qopi` command: a table of calls, each served by its own layer. Errors go
 * to standard error as "qopi: what is wrong, where, what to do"; the exit
 * status is 0 done, 1 the work failed, 2 wrong arguments or input.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin/calls.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/start.h"
#include "base/text.h"

static const struct call {
	const char *name;
	int (*run)(struct admin *admin, int argc, char **argv);
	bool database; /* needs a configuration and a connection */
	const char *arguments, *sentence;
} calls[] = {
	{ "evaluate", call_evaluate, false,
	  "[--measures DIR] [--only MODULE | --asked] < charts.csv",
	  "Scores charts without a database." },
	{ "explain", call_explain, false, "--measure NUMBER [--chart ID] [--measures DIR] < charts.csv",
	  "Says why each chart has that outcome." },
	{ "elm", call_elm, false, "[--module MODULE] [--measures DIR]",
	  "Prints the measures as HL7 ELM JSON, which CQL engines run." },
	{ "catalogue", call_catalogue, true, "check | load | diff A B",
	  "Checks the catalogue files; loads them as an edition; says what changed from A to B "
	  "(folders, or editions by number or hash)." },
	{ "migrate", call_migrate, true, "", "Applies the schema steps and facts that are missing." },
	{ "account", call_account, true, "first-staff | create --email E --name N [--staff]",
	  "Makes an account and prints how to sign in." },
	{ "demo", call_demo, true, "", "Loads the demonstration data." },
	{ "round", call_round, true, "register|open|close|release|archive R",
	  "What the schedule does to a round, by hand; R is its number or name." },
	{ "simulate", call_simulate, true, "--practices N --charts M --round R --seed S [--answers]",
	  "Fills an open or new round with made-up practices and completed charts; the same seed makes "
	  "the same. Each answer as a row of its own takes long: only with --answers." },
	{ "charts", call_charts, true, "check | rebuild",
	  "Holds packed charts to their answers; packs those that differ again." },
	{ "audit", call_audit, true, "verify", "Checks the chain of the audit log." },
	{ "check", call_check, true, "", "Prepares every statement against the schema and compares." },
	{ "routes", call_routes, false, "", "Prints the table of pages: method, path, handler's title." },
	{ "config", call_config, false, "", "Prints the configuration file with all defaults, commented." },
};

enum { CALLS = sizeof calls / sizeof *calls, MEMORY = 1024 * 1024 * 1024 };

static void
usage(FILE *out)
{
	fprintf(out, "usage: qopi [--state DIR | --config FILE] CALL ...\n\n");
	for (int i = 0; i < CALLS; i++)
		fprintf(out, "  %s %s\n      %s\n", calls[i].name, calls[i].arguments, calls[i].sentence);
}

static const struct call *
call_named(const char *name)
{
	for (int i = 0; i < CALLS; i++)
		if (text_equal(calls[i].name, name))
			return &calls[i];
	return NULL;
}

/* Takes --state and --config off the front; the number of arguments taken. */
static int
take_options(struct admin *admin, int argc, char **argv)
{
	int at = 1;

	for (; at + 1 < argc && argv[at][0] == '-'; at += 2) {
		if (text_equal(argv[at], "--state")) {
			admin->state = argv[at + 1];
			admin->config = arena_printf(admin->arena, "%s/myqopi.conf", argv[at + 1]);
		} else if (text_equal(argv[at], "--config")) {
			admin->config = argv[at + 1];
		} else {
			break;
		}
	}
	return at;
}

/* Checking the catalogue's files, or comparing two folders, goes without a database. */
static bool
needs_database(const struct call *call, int argc, char **argv)
{
	if (!text_equal(call->name, "catalogue") || argc == 0)
		return call->database;
	if (text_equal(argv[0], "diff"))
		return argc == 3 && !(admin_is_folder(argv[1]) && admin_is_folder(argv[2]));
	return !text_equal(argv[0], "check");
}

static void
prepare(struct admin *admin, const struct call *call, bool database)
{
	conf_defaults(&admin->conf);
	if (admin->config != NULL)
		start_load(admin->arena, "qopi", admin->config, &admin->conf);
	if (!database)
		return;
	if (admin->config == NULL) {
		fprintf(stderr, "qopi: %s needs a database: name it by --state DIR or --config FILE\n",
			call->name);
		exit(EXIT_USAGE);
	}
	admin->db = db_new(admin->arena, &admin->conf);
}

struct run {
	struct admin *admin;
	const struct call *call;
	int argc;
	char **argv;
	int status;
};

static void
run_call(void *arg)
{
	struct run *r = arg;

	if (r->admin->db != NULL)
		db_use(r->admin->db, r->admin->arena);
	r->status = r->call->run(r->admin, r->argc, r->argv);
}

int
main(int argc, char **argv)
{
	struct admin admin = { .arena = arena_new(MEMORY) };
	struct run run = { .admin = &admin, .status = EXIT_FAILURE };
	int at = take_options(&admin, argc, argv);

	log_program("qopi");
	if (argc == 2 && (text_equal(argv[1], "--help") || text_equal(argv[1], "help"))) {
		usage(stdout);
		return EXIT_SUCCESS;
	}
	run.call = at < argc ? call_named(argv[at]) : NULL;
	if (run.call == NULL) {
		fprintf(stderr, "qopi: %s is no call of this command\n", at < argc ? argv[at] : "(nothing)");
		usage(stderr);
		return EXIT_USAGE;
	}
	if (at + 1 < argc && text_equal(argv[at + 1], "--help")) {
		printf("qopi %s %s\n%s\n", run.call->name, run.call->arguments, run.call->sentence);
		return EXIT_SUCCESS;
	}
	run.argc = argc - at - 1;
	run.argv = argv + at + 1;
	prepare(&admin, run.call, needs_database(run.call, run.argc, run.argv));
	if (fault_frame(run_call, &run) != FAULT_NONE) {
		fprintf(stderr, "qopi: %s: %s\n", run.call->name, fault_message());
		run.status = EXIT_FAILURE;
	}
	arena_free(admin.arena);
	return run.status;
}
