/*
 * Every statement of sql/queries against the schema of a real instance: it
 * prepares, its columns are what its "out" line says, and the hot ones read by
 * an index.
 */
#include "../unit/test.h"

#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fault.h"
#include "db/queries.h"

enum { MOST = 1 << 20 };

static struct arena *arena;
static struct conf conf;

static int
start(void **state)
{
	const char *dir = getenv("MYQOPI_STATE");
	struct buf *errors;

	(void)state;
	assert_non_null(dir);
	arena = arena_new(64 << 20);
	errors = buf_new(arena, MOST);
	conf_defaults(&conf);
	if (!conf_load(arena, arena_printf(arena, "%s/myqopi.conf", dir), &conf, errors))
		fail_msg("%s", errors->data);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static void
every_statement_fits_the_schema(void **state)
{
	struct db *db = db_new(arena, &conf);
	struct buf *errors = buf_new(arena, MOST);

	(void)state;
	db_use(db, arena);
	for (int i = 0; i < QUERIES; i++)
		db_check(db, all_queries[i], errors);
	if (errors->len > 0)
		fail_msg("%s", errors->data);
}

static void
a_wrong_statement_is_found(void **state)
{
	static const struct col cols[] = { { "id", COL_TEXT, false, 0 },
					   { "name", COL_TEXT, false, 0 } };
	struct query wrong = { .name = "wrong",
			       .sql = "SELECT id, status_reason AS name FROM practice",
			       .kind = QUERY_MANY,
			       .n_cols = 2,
			       .cols = cols };
	struct db *db = db_new(arena, &conf);
	struct buf *errors = buf_new(arena, MOST);

	(void)state;
	db_use(db, arena);
	db_check(db, &wrong, errors);
	assert_non_null(strstr(errors->data, "column id has the server's type"));
	assert_non_null(strstr(errors->data, "column name may be NULL"));
	wrong.sql = "SELECT idd, name FROM practice";
	buf_clear(errors);
	db_check(db, &wrong, errors);
	assert_non_null(strstr(errors->data, "Unknown column"));
}

static MYSQL *
open_link(void)
{
	MYSQL *link = mysql_init(NULL);

	assert_non_null(mysql_real_connect(link, "localhost", conf.database_user, NULL,
					   conf.database_name, 0, conf.database_socket, 0));
	return link;
}

/* Binds 1 to every parameter, or a text where a text is wanted. */
static void
bind_samples(MYSQL_STMT *stmt, const struct query *q)
{
	static char text[] = "1";
	static long long one = 1;
	MYSQL_BIND *binds = arena_array(arena, (size_t)q->n_marks + 1, sizeof *binds);

	for (int i = 0; i < q->n_marks; i++) {
		bool number = q->params[q->marks[i]].type < COL_F64;

		binds[i].buffer_type = number ? MYSQL_TYPE_LONGLONG : MYSQL_TYPE_STRING;
		binds[i].buffer = number ? (void *)&one : (void *)text;
		binds[i].buffer_length = 1;
	}
	assert_int_equal(mysql_stmt_bind_param(stmt, binds), 0);
}

/*
 * Fails if a statement can only be answered by reading a whole table. Where an index would do
 * (possible_keys), the server may still rather read all of a table that is as small as here.
 */
static void
reads_by_index(MYSQL *link, const struct query *q)
{
	MYSQL_STMT *stmt = mysql_stmt_init(link);
	char *sql = arena_printf(arena, "EXPLAIN %s", q->sql);
	char table[64] = "", type[64] = "";
	MYSQL_BIND columns[10] = { 0 };
	my_bool no_index = false;

	assert_int_equal(mysql_stmt_prepare(stmt, sql, strlen(sql)), 0);
	bind_samples(stmt, q);
	assert_int_equal(mysql_stmt_execute(stmt), 0);
	for (int i = 0; i < 10; i++)
		columns[i].buffer_type = MYSQL_TYPE_NULL;
	columns[2] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING,
				   .buffer = table,
				   .buffer_length = sizeof table };
	columns[3] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING,
				   .buffer = type,
				   .buffer_length = sizeof type };
	columns[4] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING, .is_null = &no_index };
	mysql_stmt_bind_result(stmt, columns);
	mysql_stmt_store_result(stmt);
	while (mysql_stmt_fetch(stmt) != MYSQL_NO_DATA)
		if (strcmp(type, "ALL") == 0 && no_index)
			fail_msg("%s reads the whole table %s", q->name, table);
	mysql_stmt_close(stmt);
}

static void
hot_statements_read_by_an_index(void **state)
{
	static const struct query *const hot[] = {
		&Q_SESSION_OPEN,     &Q_SESSION_TOUCH,    &Q_TOKEN_OPEN,      &Q_ROUND_BY_ID,
		&Q_ENTRY_OF,         &Q_IMPORT_WAITING,   &Q_EXCHANGE_CHARTS, &Q_EXCHANGE_ANSWERS,
		&Q_CHART_OPEN,       &Q_CHART_LOCK,       &Q_ANSWER_LIST,     &Q_ANSWER_CHANGE,
		&Q_CHART_LIST,       &Q_REPORT_PAGE,      &Q_REPORT_LIST,     &Q_ACCOUNT_BY_EMAIL,
		&Q_ATTEMPT_COUNT,    &Q_MAIL_LINK_GET
	};
	MYSQL *link = open_link();

	(void)state;
	for (size_t i = 0; i < sizeof hot / sizeof *hot; i++)
		reads_by_index(link, hot[i]);
	mysql_close(link);
}

struct note {
	struct db *db;
	struct arena *a;
};

static void
leave_open(void *arg)
{
	struct note *n = arg;

	db_use(n->db, n->a);
	db_begin(n->db);
	q_attempt_add(n->db, "test", 0);
	fault("on purpose");
}

static void
what_a_fault_left_open_is_rolled_back(void **state)
{
	struct arena *request = arena_new(1 << 20);
	struct note n = { db_new(arena, &conf), request };
	struct attempt_count_row row;

	(void)state;
	assert_int_equal(fault_frame(leave_open, &n), FAULT_INTERNAL);
	arena_reset(request);
	db_use(n.db, request);
	q_attempt_count(n.db, "test", -1, &row);
	assert_int_equal(row.n, 0);
	arena_free(request);
}

/* A connection with an epoch that nobody else raises. */
static struct db *
with_own_epoch(struct arena *request)
{
	static char path[] = "/tmp/test_statements.XXXXXX";
	struct conf *own = arena_alloc(request, sizeof *own);
	int fd = mkstemp(path);
	struct db *db;

	assert_true(fd >= 0);
	close(fd);
	*own = conf;
	own->epoch_file = path;
	db = db_new(request, own);
	unlink(path);
	db_use(db, request);
	return db;
}

/* Raised by what may change a session's look-up, and not before it is committed. */
static void
the_epoch_is_raised_by_the_commit(void **state)
{
	struct arena *request = arena_new(1 << 20);
	struct db *db = with_own_epoch(request);
	uint64_t before = db_epoch(db);

	(void)state;
	q_attempt_add(db, "test", 0);
	q_session_touch(db, 0, (struct bytes){ "none", 4 });
	assert_int_equal(db_epoch(db), before);
	q_site_stamp(db);
	assert_int_equal(db_epoch(db), before + 1);
	db_begin(db);
	q_site_stamp(db);
	q_session_end(db, (struct bytes){ "none", 4 });
	assert_int_equal(db_epoch(db), before + 1);
	db_commit(db);
	assert_int_equal(db_epoch(db), before + 2);
	arena_free(request);
}

static void
count_with_dead_link(void *arg)
{
	struct note *n = arg;
	struct attempt_count_row row;

	q_attempt_count(n->db, "test", 0, &row);
}

static void
kill_all_others(MYSQL *link)
{
	MYSQL_RES *result;
	MYSQL_ROW row;

	assert_int_equal(mysql_query(link, "SELECT id FROM information_schema.processlist"), 0);
	result = mysql_store_result(link);
	while ((row = mysql_fetch_row(result)) != NULL) {
		char sql[64];

		snprintf(sql, sizeof sql, "KILL %s", row[0]);
		if (strtoul(row[0], NULL, 10) != mysql_thread_id(link))
			mysql_query(link, sql);
	}
	mysql_free_result(result);
}

static void
a_killed_connection_is_a_fault_once(void **state)
{
	struct arena *request = arena_new(1 << 20);
	struct note n = { db_new(arena, &conf), request };
	MYSQL *link = open_link();

	(void)state;
	db_use(n.db, request);
	count_with_dead_link(&n);
	kill_all_others(link);
	assert_int_equal(fault_frame(count_with_dead_link, &n), FAULT_DATABASE_GONE);
	db_use(n.db, request);
	kill_all_others(link);
	assert_int_equal(fault_frame(count_with_dead_link, &n), FAULT_TRY_AGAIN);
	db_use(n.db, request);
	count_with_dead_link(&n);
	mysql_close(link);
	arena_free(request);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(every_statement_fits_the_schema),
	cmocka_unit_test(a_wrong_statement_is_found),
	cmocka_unit_test(hot_statements_read_by_an_index),
	cmocka_unit_test(what_a_fault_left_open_is_rolled_back),
	cmocka_unit_test(the_epoch_is_raised_by_the_commit),
	cmocka_unit_test(a_killed_connection_is_a_fault_once),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, start, end);
}
