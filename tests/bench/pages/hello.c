/*
 * The least that a FastCGI program can do, as a peer for our pages: it answers
 * each request with one line and, given a database, reads one row by its primary
 * key before. Same library, same number of children, same socket options as ours.
 *
 *   hello SOCKET CHILDREN [DATABASE_SOCKET]
 */
#define _GNU_SOURCE
#include <fcgiapp.h>
#include <mysql.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BACKLOG = 4096, CHILDREN_MAX = 64, EMAIL_SIZE = 256 };

/* A prepared SELECT with its one parameter and its one column bound. */
struct lookup {
	MYSQL *link;
	MYSQL_STMT *statement;
	long long id;
	unsigned long length;
	char email[EMAIL_SIZE];
};

static _Noreturn void
die(const char *what, const char *why)
{
	fprintf(stderr, "hello: %s: %s\n", what, why);
	exit(EXIT_FAILURE);
}

static void
lookup_open(struct lookup *l, const char *socket)
{
	static const char sql[] = "SELECT email FROM account WHERE id = ?";
	MYSQL_BIND id = { .buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &l->id };
	MYSQL_BIND email = { .buffer_type = MYSQL_TYPE_STRING,
			     .buffer = l->email,
			     .buffer_length = sizeof l->email,
			     .length = &l->length };

	l->id = 1;
	l->link = mysql_init(NULL);
	if (l->link == NULL || mysql_real_connect(l->link, "localhost", "myqopi", NULL, "myqopi", 0,
						  socket, 0) == NULL)
		die("no connection", mysql_error(l->link));
	l->statement = mysql_stmt_init(l->link);
	if (mysql_stmt_prepare(l->statement, sql, sizeof sql - 1) != 0 ||
	    mysql_stmt_bind_param(l->statement, &id) != 0 ||
	    mysql_stmt_bind_result(l->statement, &email) != 0)
		die("the statement", mysql_stmt_error(l->statement));
}

static void
lookup_run(struct lookup *l)
{
	if (mysql_stmt_execute(l->statement) != 0 || mysql_stmt_store_result(l->statement) != 0 ||
	    mysql_stmt_fetch(l->statement) != 0)
		die("the account", mysql_stmt_error(l->statement));
	mysql_stmt_free_result(l->statement);
}

static _Noreturn void
child(int listener, const char *database)
{
	static const char page[] = "Content-Type: text/plain\r\n\r\nhello\n";
	struct lookup lookup;
	FCGX_Request request;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	FCGX_Init();
	FCGX_InitRequest(&request, listener, 0);
	if (database != NULL)
		lookup_open(&lookup, database);
	while (FCGX_Accept_r(&request) == 0) {
		if (database != NULL)
			lookup_run(&lookup);
		FCGX_PutStr(page, sizeof page - 1, request.out);
		FCGX_Finish_r(&request);
	}
	exit(EXIT_FAILURE);
}

int
main(int argc, char **argv)
{
	long children = argc > 2 ? strtol(argv[2], NULL, 10) : 0;
	int listener;

	if (children < 1 || children > CHILDREN_MAX)
		die("usage", "hello SOCKET CHILDREN [DATABASE_SOCKET]");
	listener = FCGX_OpenSocket(argv[1], BACKLOG);
	if (listener < 0)
		die(argv[1], "cannot listen there");
	for (long i = 0; i < children; i++)
		if (fork() == 0)
			child(listener, argc > 3 ? argv[3] : NULL);
	wait(NULL); /* children do not end: one that did ends them all */
	return EXIT_FAILURE;
}
