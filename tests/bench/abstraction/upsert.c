/*
 * The bare rate of what saving an answer costs MariaDB: the statement that changes
 * it, committed to disk by itself, from a number of connections at once. The peer
 * of saves through the pages: same server, same table, same statement.
 *
 *   upsert SOCKET STATEMENT PRACTICE ELEMENT ACCOUNT ONE OTHER SECONDS CHART...
 *
 * One connection a chart; STATEMENT is the text of answer_change with its eight
 * question marks, as the programs send it. Prints changes a second.
 */
#define _GNU_SOURCE
#include <mysql.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PARAMETERS = 7, CONNECTIONS_MAX = 64, TIME_SIZE = 32 };

static struct {
	const char *socket, *statement, *element, *values[2];
	unsigned long long practice, account;
	double until;
} job;

/* A connection's own values; the statement reads them where they are. */
struct worker {
	pthread_t thread;
	unsigned long long chart;
	unsigned version;
	unsigned long long done;
	MYSQL_TIME now;
};

static _Noreturn void
die(const char *what, const char *why)
{
	fprintf(stderr, "upsert: %s: %s\n", what, why);
	exit(EXIT_FAILURE);
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static MYSQL *
open_link(void)
{
	MYSQL *link = mysql_init(NULL);

	if (link == NULL || mysql_real_connect(link, "localhost", "myqopi", NULL, "myqopi", 0,
					       job.socket, CLIENT_FOUND_ROWS) == NULL)
		die("no connection", mysql_error(link));
	if (mysql_query(link, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED") != 0)
		die("the session", mysql_error(link));
	return link;
}

static void
bind_number(MYSQL_BIND *bind, void *number, enum enum_field_types type)
{
	*bind = (MYSQL_BIND){ .buffer_type = type, .buffer = number, .is_unsigned = 1 };
}

static void
bind_text(MYSQL_BIND *bind, const char *text)
{
	*bind = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING,
			      .buffer = (void *)text,
			      .buffer_length = strlen(text) };
}

/* In the order of answer_change: value, account, now, practice, chart, element, version. */
static void
change(MYSQL_STMT *statement, struct worker *w)
{
	MYSQL_BIND binds[PARAMETERS];

	bind_text(&binds[0], job.values[w->version % 2]);
	bind_number(&binds[1], &job.account, MYSQL_TYPE_LONGLONG);
	binds[2] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_DATETIME, .buffer = &w->now };
	bind_number(&binds[3], &job.practice, MYSQL_TYPE_LONGLONG);
	bind_number(&binds[4], &w->chart, MYSQL_TYPE_LONGLONG);
	bind_text(&binds[5], job.element);
	bind_number(&binds[6], &w->version, MYSQL_TYPE_LONG);
	if (mysql_stmt_bind_param(statement, binds) != 0 || mysql_stmt_execute(statement) != 0)
		die("a change", mysql_stmt_error(statement));
	if (mysql_stmt_affected_rows(statement) != 1)
		die("a change", "the answer does not have the version it should have");
	w->version++;
	w->done++;
}

static void *
work(void *arg)
{
	struct worker *w = arg;
	MYSQL *link = open_link();
	MYSQL_STMT *statement = mysql_stmt_init(link);

	w->now = (MYSQL_TIME){
		.year = 2026, .month = 1, .day = 1, .time_type = MYSQL_TIMESTAMP_DATETIME
	};
	if (mysql_stmt_prepare(statement, job.statement, strlen(job.statement)) != 0)
		die("the statement", mysql_stmt_error(statement));
	if (mysql_stmt_param_count(statement) != PARAMETERS)
		die("the statement", "it does not have the parameters of answer_change any more");
	while (seconds() < job.until)
		change(statement, w);
	mysql_stmt_close(statement);
	mysql_close(link);
	return NULL;
}

int
main(int argc, char **argv)
{
	struct worker workers[CONNECTIONS_MAX] = { 0 };
	unsigned long long done = 0;
	double length;
	int n = argc - 9;

	if (n < 1 || n > CONNECTIONS_MAX)
		die("usage", "upsert SOCKET STATEMENT PRACTICE ELEMENT ACCOUNT ONE OTHER SECONDS CHART:VERSION...");
	job.socket = argv[1];
	job.statement = argv[2];
	job.practice = strtoull(argv[3], NULL, 10);
	job.element = argv[4];
	job.account = strtoull(argv[5], NULL, 10);
	job.values[0] = argv[6];
	job.values[1] = argv[7];
	length = strtod(argv[8], NULL);
	mysql_library_init(0, NULL, NULL);
	job.until = seconds() + length;
	for (int i = 0; i < n; i++) {
		char *version;

		workers[i].chart = strtoull(argv[9 + i], &version, 10);
		workers[i].version = (unsigned)strtoul(version + 1, NULL, 10);
		pthread_create(&workers[i].thread, NULL, work, &workers[i]);
	}
	for (int i = 0; i < n; i++) {
		pthread_join(workers[i].thread, NULL);
		done += workers[i].done;
	}
	printf("%.1f\n", (double)done / length);
	return 0;
}
