/* The database: see db.h. Statements are prepared at first use and kept. */
#include "db/db.h"

#include <errmsg.h>
#include <mysql.h>
#include <mysqld_error.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "db/bind.h"
#include "db/epoch.h"

enum {
	STATEMENTS = 512,  /* more than sql/queries will ever hold */
	IDLE_PING_S = 30,  /* an older connection is tried before it is used */
	CONNECT_S = 3,
	READ_S = 20,
};

struct db {
	const struct conf *conf;
	struct arena *arena; /* of the request or job */
	MYSQL *link;         /* NULL without a connection */
	MYSQL_STMT *statements[STATEMENTS];
	time_t last_used;
	struct db_cost cost;
	bool in_transaction;
	struct epoch *epoch;
	bool raises; /* a statement was sent that raises it; maybe not committed yet */
	char *password;
};

/* What was sent is committed, or will never be: nobody may hold on to what was before. */
static void
settle(struct db *db)
{
	if (db->raises)
		epoch_raise(db->epoch);
	db->raises = false;
}

static void
drop(void *arg)
{
	struct db *db = arg;

	for (int i = 0; i < STATEMENTS; i++) {
		if (db->statements[i] != NULL)
			mysql_stmt_close(db->statements[i]);
		db->statements[i] = NULL;
	}
	if (db->link != NULL)
		mysql_close(db->link);
	db->link = NULL;
	db->in_transaction = false;
	settle(db);
}

struct db *
db_new(struct arena *process, const struct conf *c)
{
	struct db *db = arena_alloc(process, sizeof *db);

	db->conf = c;
	if (c->database_password_file[0] != '\0')
		db->password = conf_secret(process, c->database_password_file);
	db->epoch = epoch_open(process, c->epoch_file);
	arena_defer(process, drop, db);
	return db;
}

void
db_drop(struct db *db)
{
	drop(db);
}

/*
 * Ends the work at hand as the server's error demands. A connection that was
 * found dead by the first statement has lost nothing: the work may begin again.
 */
static _Noreturn void
end_by_error(struct db *db, const char *what, unsigned code, const char *text)
{
	char kept[200]; /* the connection's own text goes with the connection */

	snprintf(kept, sizeof kept, "%s", text);
	switch (code) {
	case ER_LOCK_DEADLOCK:
	case ER_LOCK_WAIT_TIMEOUT:
	case ER_CHECKREAD:
		fault_at(FAULT_TRY_AGAIN, __FILE__, __LINE__, "%s: %s", what, kept);
	case CR_SERVER_GONE_ERROR:
	case CR_SERVER_LOST:
	case CR_CONNECTION_ERROR:
	case CR_CONN_HOST_ERROR:
	case CR_SERVER_HANDSHAKE_ERR:
	case CR_COMMANDS_OUT_OF_SYNC:
	case ER_CONNECTION_KILLED:
	case ER_SERVER_SHUTDOWN:
	case ER_UNKNOWN_STMT_HANDLER:
	case ER_CON_COUNT_ERROR:
	case ER_UNKNOWN_COM_ERROR: /* a Galera node outside of the primary component */
	case ER_OPTION_PREVENTS_STATEMENT:
		drop(db);
		fault_at(db->cost.statements <= 1 ? FAULT_TRY_AGAIN : FAULT_DATABASE_GONE, __FILE__,
			 __LINE__, "%s: %s", what, kept);
	default:
		fault("%s: %u %s", what, code, kept);
	}
}

static void
set_options(const struct db *db, MYSQL *link)
{
	const struct conf *c = db->conf;
	unsigned connect_s = CONNECT_S, read_s = READ_S;
	my_bool yes = 1;

	mysql_options(link, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(link, MYSQL_OPT_CONNECT_TIMEOUT, &connect_s);
	mysql_options(link, MYSQL_OPT_READ_TIMEOUT, &read_s);
	mysql_options(link, MYSQL_OPT_WRITE_TIMEOUT, &read_s);
	if (c->database_socket[0] != '\0')
		return;
	mysql_options(link, MYSQL_OPT_SSL_ENFORCE, &yes);
	mysql_options(link, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes);
	if (c->database_ca_file[0] != '\0')
		mysql_ssl_set(link, NULL, NULL, c->database_ca_file, NULL, NULL);
}

/* The known state that every statement may count on. */
static void
set_session(struct db *db)
{
	char sql[400];

	snprintf(sql, sizeof sql,
		 "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,"
		 "NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', "
		 "time_zone = '+00:00', innodb_lock_wait_timeout = 5, "
		 "tx_isolation = 'READ-COMMITTED', max_statement_time = %u.%03u",
		 db->conf->database_statement_ms / 1000, db->conf->database_statement_ms % 1000);
	if (mysql_query(db->link, sql) != 0)
		end_by_error(db, "session settings", mysql_errno(db->link), mysql_error(db->link));
}

static void
connect_now(struct db *db)
{
	const struct conf *c = db->conf;
	bool by_socket = c->database_socket[0] != '\0';

	db->link = mysql_init(NULL);
	if (db->link == NULL)
		fault("out of memory: a database connection");
	set_options(db, db->link);
	if (mysql_real_connect(db->link, by_socket ? "localhost" : c->database_host,
			       c->database_user, db->password, c->database_name,
			       by_socket ? 0 : c->database_port,
			       by_socket ? c->database_socket : NULL, CLIENT_FOUND_ROWS) == NULL) {
		char text[200];

		snprintf(text, sizeof text, "%s", mysql_error(db->link));
		drop(db);
		fault_at(FAULT_DATABASE_GONE, __FILE__, __LINE__, "no connection: %s", text);
	}
	set_session(db);
}

void
db_use(struct db *db, struct arena *a)
{
	time_t now = time(NULL);

	db->arena = a;
	db->cost = (struct db_cost){ 0 };
	if (db->link != NULL && now - db->last_used > IDLE_PING_S && mysql_ping(db->link) != 0)
		drop(db);
	if (db->link == NULL)
		connect_now(db);
	db->last_used = now;
}

const struct db_cost *
db_cost(const struct db *db)
{
	return &db->cost;
}

static void
simple(struct db *db, const char *sql)
{
	double from = time_clock_ms();

	db->cost.statements++;
	if (mysql_query(db->link, sql) != 0)
		end_by_error(db, sql, mysql_errno(db->link), mysql_error(db->link));
	db->cost.write_ms += time_clock_ms() - from;
}

static void
roll_back(void *arg)
{
	struct db *db = arg;

	if (!db->in_transaction)
		return;
	db->in_transaction = false;
	if (db->link != NULL && mysql_query(db->link, "ROLLBACK") != 0)
		drop(db);
	settle(db);
}

void
db_begin(struct db *db)
{
	must(!db->in_transaction);
	simple(db, "START TRANSACTION");
	db->in_transaction = true;
	arena_defer(db->arena, roll_back, db);
}

void
db_commit(struct db *db)
{
	must(db->in_transaction);
	simple(db, "COMMIT");
	db->in_transaction = false;
	settle(db);
	arena_cancel(db->arena, roll_back, db);
}

uint64_t
db_epoch(const struct db *db)
{
	return epoch_now(db->epoch);
}

static _Noreturn void
end_by_statement(struct db *db, const struct query *q, MYSQL_STMT *stmt)
{
	end_by_error(db, q->name, mysql_stmt_errno(stmt), mysql_stmt_error(stmt));
}

static MYSQL_STMT *
prepared(struct db *db, const struct query *q)
{
	MYSQL_STMT *stmt = db->statements[q->number];

	must(q->number < STATEMENTS);
	if (stmt != NULL)
		return stmt;
	stmt = mysql_stmt_init(db->link);
	if (stmt == NULL)
		fault("out of memory: a statement");
	db->statements[q->number] = stmt;
	if (mysql_stmt_prepare(stmt, q->sql, strlen(q->sql)) != 0)
		end_by_statement(db, q, stmt);
	must(mysql_stmt_param_count(stmt) == q->n_marks);
	return stmt;
}

/* Runs it; false is a duplicate key where the statement allows one. */
static bool
run(struct db *db, const struct query *q, MYSQL_STMT *stmt)
{
	double from = time_clock_ms();
	int failed;

	db->raises |= q->raises_epoch;
	failed = mysql_stmt_execute(stmt);
	if (!db->in_transaction)
		settle(db);
	db->cost.statements++;
	*(q->n_cols > 0 ? &db->cost.read_ms : &db->cost.write_ms) += time_clock_ms() - from;
	if (failed == 0)
		return true;
	if (q->unique && mysql_stmt_errno(stmt) == ER_DUP_ENTRY)
		return false;
	end_by_statement(db, q, stmt);
}

static bool
execute(struct db *db, const struct query *q, const void *const *args)
{
	MYSQL_STMT *stmt = prepared(db, q);
	MYSQL_BIND binds[BIND_MAX];
	struct bind_value *values = arena_array(db->arena, q->n_marks, sizeof *values);

	bind_params(binds, values, q, args);
	if (q->n_marks > 0 && mysql_stmt_bind_param(stmt, binds) != 0)
		end_by_statement(db, q, stmt);
	return run(db, q, stmt);
}

/* Reads one row into `row`; false at the end. */
static bool
fetch(struct db *db, const struct query *q, MYSQL_BIND *binds, struct bind_value *values,
      void *row)
{
	MYSQL_STMT *stmt = db->statements[q->number];
	int got = mysql_stmt_fetch(stmt);
	const char *null_column;

	if (got == MYSQL_NO_DATA)
		return false;
	if (got != 0 && got != MYSQL_DATA_TRUNCATED)
		end_by_statement(db, q, stmt);
	null_column = bind_finish_row(db->arena, stmt, binds, values, q, row);
	if (null_column != NULL)
		fault("%s: column %s is NULL", q->name, null_column);
	return true;
}

/* Runs the statement and has its rows ready; their number. */
static size_t
open_rows(struct db *db, const struct query *q, const void *const *args)
{
	MYSQL_STMT *stmt;
	double from;

	execute(db, q, args);
	stmt = db->statements[q->number];
	if (mysql_stmt_field_count(stmt) != q->n_cols)
		fault("%s gives %u columns, not %u", q->name, mysql_stmt_field_count(stmt), q->n_cols);
	from = time_clock_ms();
	if (mysql_stmt_store_result(stmt) != 0)
		end_by_statement(db, q, stmt);
	db->cost.read_ms += time_clock_ms() - from;
	return (size_t)mysql_stmt_num_rows(stmt);
}

static void
bind_row(struct db *db, const struct query *q, MYSQL_BIND *binds, struct bind_value *values,
	 void *row)
{
	bind_columns(binds, values, q, row);
	if (mysql_stmt_bind_result(db->statements[q->number], binds) != 0)
		end_by_statement(db, q, db->statements[q->number]);
}

bool
db_one(struct db *db, const struct query *q, const void *const *args, void *row)
{
	MYSQL_BIND binds[BIND_MAX];
	struct bind_value *values = arena_array(db->arena, q->n_cols, sizeof *values);
	bool found;

	memset(row, 0, q->row_size);
	open_rows(db, q, args);
	bind_row(db, q, binds, values, row);
	found = fetch(db, q, binds, values, row);
	mysql_stmt_free_result(db->statements[q->number]);
	return found;
}

void *
db_many(struct db *db, const struct query *q, const void *const *args, size_t *n)
{
	MYSQL_BIND binds[BIND_MAX];
	struct bind_value *values = arena_array(db->arena, q->n_cols, sizeof *values);
	size_t rows = open_rows(db, q, args);
	char *table = arena_array(db->arena, rows, q->row_size);

	for (*n = 0; *n < rows; ++*n) {
		bind_row(db, q, binds, values, table + *n * q->row_size);
		if (!fetch(db, q, binds, values, table + *n * q->row_size))
			break;
	}
	mysql_stmt_free_result(db->statements[q->number]);
	return table;
}

void
db_each(struct db *db, const struct query *q, const void *const *args, db_row_fn fn, void *arg)
{
	MYSQL_BIND binds[BIND_MAX];
	struct bind_value *values = arena_array(db->arena, q->n_cols, sizeof *values);
	void *row = arena_alloc(db->arena, q->row_size);

	open_rows(db, q, args);
	bind_row(db, q, binds, values, row);
	for (;;) {
		struct arena_mark mark = arena_mark(db->arena);
		bool got = fetch(db, q, binds, values, row);

		if (got)
			fn(row, arg);
		arena_back(db->arena, mark);
		if (!got)
			break;
	}
	mysql_stmt_free_result(db->statements[q->number]);
}

int64_t
db_exec(struct db *db, const struct query *q, const void *const *args)
{
	if (!execute(db, q, args))
		return DB_DUPLICATE;
	return (int64_t)mysql_stmt_affected_rows(db->statements[q->number]);
}

uint64_t
db_insert(struct db *db, const struct query *q, const void *const *args)
{
	if (!execute(db, q, args))
		return 0;
	return mysql_stmt_insert_id(db->statements[q->number]);
}

uint64_t
db_bulk(struct db *db, const struct query *q, const void *rows, size_t row_size, size_t n)
{
	MYSQL_STMT *stmt = prepared(db, q);
	MYSQL_BIND binds[BIND_MAX];
	unsigned count = (unsigned)n;
	struct arena_mark mark = arena_mark(db->arena);

	must(n <= UINT32_MAX && q->n_marks <= BIND_MAX);
	if (n == 0)
		return 0;
	for (int i = 0; i < q->n_marks; i++)
		bind_bulk(db->arena, &binds[i], &q->params[q->marks[i]], rows, row_size, n);
	mysql_stmt_attr_set(stmt, STMT_ATTR_ARRAY_SIZE, &count);
	if (mysql_stmt_bind_param(stmt, binds) != 0)
		end_by_statement(db, q, stmt);
	run(db, q, stmt);
	arena_back(db->arena, mark);
	return mysql_stmt_affected_rows(stmt);
}

void
db_script(struct db *db, const char *sql)
{
	while (*sql != '\0') {
		const char *end = strstr(sql, ";\n");
		size_t len = end == NULL ? strlen(sql) : (size_t)(end - sql);
		char *statement = text_trim(db->arena, arena_strn(db->arena, sql, len));

		if (statement[0] != '\0')
			simple(db, statement);
		sql += len + (end == NULL ? 0 : 2);
	}
	db->raises = true; /* it may have changed anything */
	settle(db);
}

static void
check_column(const struct query *q, int i, const MYSQL_FIELD *field, struct buf *errors)
{
	const struct col *col = &q->cols[i];

	if (strcmp(col->name, field->name) != 0)
		buf_printf(errors, "%s: column %d is %s in the SQL and %s in its out line\n", q->name,
			   i + 1, field->name, col->name);
	else if (!bind_type_fits(col, field))
		buf_printf(errors, "%s: column %s has the server's type %d (character set %u)\n",
			   q->name, col->name, (int)field->type, field->charsetnr);
	else if ((field->flags & NOT_NULL_FLAG) == 0 && !col->nullable)
		buf_printf(errors, "%s: column %s may be NULL: write its type with ?\n", q->name,
			   col->name);
}

void
db_check(struct db *db, const struct query *q, struct buf *errors)
{
	MYSQL_STMT *stmt = mysql_stmt_init(db->link);
	MYSQL_RES *fields;

	if (stmt == NULL || mysql_stmt_prepare(stmt, q->sql, strlen(q->sql)) != 0) {
		buf_printf(errors, "%s: %s\n", q->name, mysql_stmt_error(stmt));
	} else if (mysql_stmt_field_count(stmt) != q->n_cols) {
		buf_printf(errors, "%s: %u columns in the SQL, %u in its out line\n", q->name,
			   mysql_stmt_field_count(stmt), q->n_cols);
	} else if (q->n_cols > 0) {
		fields = mysql_stmt_result_metadata(stmt);
		for (int i = 0; i < q->n_cols; i++)
			check_column(q, i, mysql_fetch_field_direct(fields, (unsigned)i), errors);
		mysql_free_result(fields);
	}
	mysql_stmt_close(stmt);
}
