/*
 * The database: one connection a process, prepared statements only.
 *
 * Statements stand in sql/queries and are called by the functions that
 * sql/gen.awk makes of them (db/queries.h); nothing else sends SQL. Rows and
 * their texts live in the arena of the request or job.
 *
 * A lost connection is the fault FAULT_DATABASE_GONE; the next db_use makes a
 * new one. A deadlock, a lock that took too long, or a connection found dead by
 * the first statement is FAULT_TRY_AGAIN: the request or job may be run again
 * from its start.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/row.h"

struct db;

/* What an exec of kind `unique` gives for a duplicate key; an insert gives 0. */
enum { DB_DUPLICATE = -1 };

/* A handle without a connection yet; it ends with the arena. */
struct db *db_new(struct arena *process, const struct conf *c);

/*
 * Begins a request or job: what is read now lives in `a`. Connects where there
 * is no sound connection.
 */
void db_use(struct db *db, struct arena *a);

/* Ends the connection; the next db_use makes a new one. */
void db_drop(struct db *db);

/*
 * A transaction from here to db_commit. If the arena ends first, it is rolled
 * back. They do not nest.
 */
void db_begin(struct db *db);
void db_commit(struct db *db);

/* This host's epoch (db/epoch.h): ask before you read what you want to remember. */
uint64_t db_epoch(const struct db *db);

/* What was asked of the server since db_use. */
struct db_cost {
	uint32_t statements;
	double read_ms;  /* until the rows of those that give some were here */
	double write_ms; /* until the others, and commits, were answered */
};

const struct db_cost *db_cost(const struct db *db);

/*
 * Prepares the statement and compares what the server says of its columns with
 * the descriptor: number, names, types, NULLs. What differs goes to `errors`.
 */
void db_check(struct db *db, const struct query *q, struct buf *errors);

/*
 * Runs a script of plain SQL statements, each ended by a semicolon at the end
 * of a line: schema steps and seeds, by accounts that may do so.
 */
void db_script(struct db *db, const char *sql);

/* For the generated functions only. */
typedef void (*db_row_fn)(const void *row, void *arg);
bool db_one(struct db *db, const struct query *q, const void *const *args, void *row);
void *db_many(struct db *db, const struct query *q, const void *const *args, size_t *n);
void db_each(struct db *db, const struct query *q, const void *const *args, db_row_fn fn,
	     void *arg);
int64_t db_exec(struct db *db, const struct query *q, const void *const *args);
uint64_t db_insert(struct db *db, const struct query *q, const void *const *args);
uint64_t db_bulk(struct db *db, const struct query *q, const void *rows, size_t row_size,
		 size_t n);

#endif
