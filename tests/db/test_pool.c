/*
 * The pool of report workers on a real database: every job once, whoever dies.
 *
 * Each test has a database of its own beside the one of the instance that
 * MYQOPI_STATE names, and pools of kinds made for it; what the jobs did is in
 * the table `ran`. Nothing sleeps for a guessed time: all waits are for a
 * condition, with a limit that only a failure reaches.
 */
#include "../unit/test.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "db/migrate.h"
#include "db/queries.h"
#include "job/pool.h"
#include "job/queue.h"

enum { WAIT_S = 30, TICK_MS = 20, POOLS = 4, LEASE_S = 2 };

static struct arena *process, *arena;
static struct conf conf;
static struct db *db;
static pid_t pools[POOLS];
static int n_pools;

static void
tick(void)
{
	struct timespec t = { 0, TICK_MS * 1000000L };

	nanosleep(&t, NULL);
}

/* ---- kinds that tell what became of them ---- */

static void
note(struct job_context *c, const char *subject)
{
	db_script(c->db, arena_printf(c->a, "INSERT INTO ran (subject, pid) VALUES ('%s', %d)", subject,
				      (int)getpid()));
}

static enum job_outcome
run_once(struct job_context *c, const char *subject)
{
	note(c, subject);
	return JOB_DONE;
}

static enum job_outcome
run_poisoned(struct job_context *c, const char *subject)
{
	note(c, subject);
	fault("the poison of %s", subject);
}

/* Says that it runs; the first time it does not come to an end. */
static enum job_outcome
run_stuck_at_first(struct job_context *c, const char *subject)
{
	struct job_unfinished_row left;

	note(c, subject);
	q_job_unfinished(c->db, "free", subject, &left);
	while (left.waiting > 0) {
		tick();
		q_job_unfinished(c->db, "free", subject, &left);
	}
	return JOB_DONE;
}

static enum job_outcome
run_for_ever(struct job_context *c, const char *subject)
{
	note(c, subject);
	while (time_now() > 0)
		tick();
	return JOB_DONE;
}

/* The first run asks for another one. */
static enum job_outcome
run_later(struct job_context *c, const char *subject)
{
	note(c, subject);
	c->later_s = 1;
	return time_now() - c->created_at < 1 ? JOB_LATER : JOB_DONE;
}

/* Not before all parts are done; an hour later, unless somebody wakes it. */
static enum job_outcome
run_after_parts(struct job_context *c, const char *subject)
{
	struct job_unfinished_row left;

	q_job_unfinished(c->db, "part", arena_printf(c->a, "%s/%%", subject), &left);
	c->later_s = 3600;
	if (left.waiting > 0)
		return JOB_LATER;
	note(c, subject);
	return JOB_DONE;
}

static const struct job_kind kinds[] = {
	{ "once", run_once, 60, 3, NULL, "Runs.", NULL, NULL },
	{ "poisoned", run_poisoned, 60, 3, NULL, "Always ends in a fault.", NULL, NULL },
	{ "stuck", run_stuck_at_first, 60, 3, NULL, "Waits while there is a job `free` of its subject.", NULL, NULL },
	{ "endless", run_for_ever, 1, 1, NULL, "Takes longer than it may.", NULL, NULL },
	{ "later", run_later, 60, 3, NULL, "Asks to be run again.", NULL, NULL },
	{ "part", run_once, 60, 3, NULL, "Runs, and somebody waits for it.", NULL, "whole" },
	{ "whole", run_after_parts, 60, 3, NULL, "Runs when its parts are done.", NULL, NULL },
	{ "always", run_later, 60, 3, "site", "Is there by itself.", NULL, NULL },
};

/* ---- a database and its pools ---- */

static int64_t
number(const char *sql)
{
	struct query q = { .name = "test", .sql = sql, .kind = QUERY_ONE, .n_cols = 1,
			   .row_size = sizeof(int64_t), .number = 500 };
	static const struct col col = { "n", COL_I64, false, 0 };
	struct db *fresh = db_new(arena, &conf);
	int64_t n = 0;

	q.cols = &col;
	db_use(fresh, arena);
	assert_true(db_one(fresh, &q, NULL, &n));
	db_drop(fresh);
	return n;
}

/* Waits until the count is as expected. */
static void
await(const char *sql, int64_t wanted)
{
	int64_t n = -1;

	for (int i = 0; i < WAIT_S * 1000 / TICK_MS; i++) {
		n = number(sql);
		if (n == wanted)
			return;
		tick();
	}
	fail_msg("%s: %lld, not %lld", sql, (long long)n, (long long)wanted);
}

static int
make_database(void **state)
{
	const char *folder = getenv("MYQOPI_STATE");
	char *name;

	(void)state;
	if (folder == NULL) {
		fputs("MYQOPI_STATE is not set: run this by tests/run integration\n", stderr);
		return -1;
	}
	secret_init();
	conf_defaults(&conf);
	process = arena_new(64 * 1024 * 1024);
	arena = arena_new(256 * 1024 * 1024);
	if (!conf_load(process, arena_printf(process, "%s/owner.conf", folder), &conf,
		       buf_new(process, 64 * 1024)))
		return -1;
	conf.worker_poll_ms = 100;
	conf.worker_lease_s = LEASE_S;
	conf.worker_children = 2;
	db = db_new(process, &conf);
	db_use(db, arena);
	name = arena_printf(process, "myqopi_pool_%d", (int)getpid());
	db_script(db, arena_printf(arena, "CREATE DATABASE %s;\n", name));
	db_drop(db);
	conf.database_name = name;
	db_use(db, arena);
	migrate(db, arena, "schema", conf.schema_dir);
	db_script(db, "CREATE TABLE ran (id INT AUTO_INCREMENT PRIMARY KEY, subject VARCHAR(80), pid INT);\n");
	return 0;
}

static int
drop_database(void **state)
{
	(void)state;
	db_script(db, arena_printf(arena, "DROP DATABASE %s;\n", conf.database_name));
	arena_free(arena);
	arena_free(process);
	return 0;
}

static void
prepare(struct job_context *c, void *arg)
{
	(void)c;
	(void)arg;
}

static pid_t
start_pool(void)
{
	pid_t pid = fork();

	if (pid == 0) {
		struct pool_plan plan = { .arena = process, .conf = &conf, .kinds = kinds,
					  .n_kinds = sizeof kinds / sizeof *kinds,
					  .prepare = prepare };

		log_program("pool");
		exit(pool_run(&plan));
	}
	assert_true(pid > 0 && n_pools < POOLS);
	return pools[n_pools++] = pid;
}

static int
end_of_pool(pid_t pid, int sig)
{
	int status = -1;

	for (int i = 0; i < n_pools; i++)
		if (pools[i] == pid)
			pools[i] = 0;
	kill(pid, sig);
	waitpid(pid, &status, 0);
	return status;
}

static int
clean(void **state)
{
	(void)state;
	for (int i = 0; i < n_pools; i++)
		if (pools[i] != 0)
			end_of_pool(pools[i], SIGKILL);
	n_pools = 0;
	db_script(db, "DELETE FROM job;\nDELETE FROM ran;\n");
	return 0;
}

static void
put(const char *kind, const char *subject)
{
	assert_true(queue_put(db, kind, subject));
}

/* The child that ran the job last. */
static pid_t
worker_of(const char *subject)
{
	return (pid_t)number(arena_printf(arena, "SELECT CAST(MAX(pid) AS SIGNED) AS n FROM ran "
					  "WHERE subject = '%s'", subject));
}

/* ---- the stories ---- */

static void
two_pools_run_each_job_once(void **state)
{
	enum { JOBS = 60 };

	(void)state;
	db_begin(db);
	for (int i = 0; i < JOBS; i++)
		put("once", arena_printf(arena, "job:%d", i));
	db_commit(db);
	start_pool();
	start_pool();
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'once' AND state = 'done'", JOBS);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM ran WHERE subject LIKE 'job:%'"), JOBS);
	assert_int_equal(number("SELECT COUNT(DISTINCT subject) AS n FROM ran WHERE subject LIKE 'job:%'"),
			 JOBS);
}

static void
a_poisoned_job_is_set_aside_while_others_go_on(void **state)
{
	(void)state;
	put("poisoned", "bad:1");
	for (int i = 0; i < 10; i++)
		put("once", arena_printf(arena, "good:%d", i));
	start_pool();
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'once' AND state = 'done'", 10);
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'poisoned' AND state = 'dead' AND tries = 3 "
	      "AND error LIKE '%the poison of bad:1'", 1);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM ran WHERE subject = 'bad:1'"), 3);
}

static void
a_killed_child_costs_its_job_one_try(void **state)
{
	(void)state;
	put("free", "x:1"); /* nobody claims it before the pool is there, which does not know it */
	db_script(db, "UPDATE job SET run_after = '2999-01-01' WHERE kind = 'free';\n");
	put("stuck", "x:1");
	start_pool();
	await("SELECT COUNT(*) AS n FROM ran WHERE subject = 'x:1'", 1);
	kill(worker_of("x:1"), SIGKILL);
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'stuck' AND tries = 1 "
	      "AND error LIKE '%signal 9%'", 1);
	db_script(db, "DELETE FROM job WHERE kind = 'free';\n");
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'stuck' AND state = 'done'", 1);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM ran WHERE subject = 'x:1'"), 2);
}

static void
another_pool_takes_over_from_a_killed_one(void **state)
{
	pid_t first, worker;

	(void)state;
	put("free", "x:2");
	db_script(db, "UPDATE job SET run_after = '2999-01-01' WHERE kind = 'free';\n");
	put("stuck", "x:2");
	first = start_pool();
	await("SELECT COUNT(*) AS n FROM ran WHERE subject = 'x:2'", 1);
	worker = worker_of("x:2");
	end_of_pool(first, SIGKILL);
	db_script(db, "DELETE FROM job WHERE kind = 'free';\n");
	for (int i = 0; kill(worker, 0) == 0 && i < WAIT_S * 1000 / TICK_MS; i++)
		tick(); /* the kernel ends the children of a pool that is gone */
	assert_int_not_equal(kill(worker, 0), 0);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM job WHERE kind = 'stuck' AND state = 'running'"),
			 1);
	start_pool();
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'stuck' AND state = 'done'", 1);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM ran WHERE subject = 'x:2'"), 2);
}

static void
a_job_that_runs_keeps_its_lease(void **state)
{
	int64_t lease;

	(void)state;
	put("free", "x:3");
	db_script(db, "UPDATE job SET run_after = '2999-01-01' WHERE kind = 'free';\n");
	put("stuck", "x:3");
	start_pool();
	start_pool();
	await("SELECT COUNT(*) AS n FROM ran WHERE subject = 'x:3'", 1);
	lease = number("SELECT UNIX_TIMESTAMP(lease_until) AS n FROM job WHERE kind = 'stuck'");
	await(arena_printf(arena, "SELECT UNIX_TIMESTAMP(lease_until) > %lld AS n FROM job "
			   "WHERE kind = 'stuck'", (long long)lease + LEASE_S), 1);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM ran WHERE subject = 'x:3'"), 1);
	db_script(db, "DELETE FROM job WHERE kind = 'free';\n");
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'stuck' AND state = 'done' AND tries = 0", 1);
}

static void
a_job_that_takes_too_long_is_ended(void **state)
{
	(void)state;
	put("endless", "x:4");
	start_pool();
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'endless' AND state = 'dead' "
	      "AND error LIKE 'took longer than the 1 s%'", 1);
}

static void
a_cancelled_job_is_ended_and_others_go_on(void **state)
{
	int64_t running, waiting;
	pid_t worker;

	(void)state;
	put("free", "x:9");
	db_script(db, "UPDATE job SET run_after = '2999-01-01' WHERE kind = 'free';\n");
	put("stuck", "x:9");
	put("once", "x:10");
	db_script(db, "UPDATE job SET run_after = '2999-01-01' WHERE kind = 'once';\n");
	start_pool();
	await("SELECT COUNT(*) AS n FROM ran WHERE subject = 'x:9'", 1);
	worker = worker_of("x:9");
	running = number("SELECT CAST(id AS SIGNED) AS n FROM job WHERE kind = 'stuck'");
	waiting = number("SELECT CAST(id AS SIGNED) AS n FROM job WHERE kind = 'once'");
	assert_int_equal(q_job_cancel(db, time_now(), (uint64_t)running), 1);
	assert_int_equal(q_job_cancel(db, time_now(), (uint64_t)waiting), 1);
	assert_int_equal(q_job_cancel(db, time_now(), (uint64_t)waiting), 0);
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'stuck' AND state = 'cancelled' "
	      "AND worker IS NULL AND tries = 0", 1);
	assert_int_not_equal(kill(worker, 0), 0);
	put("once", "x:11");
	await("SELECT COUNT(*) AS n FROM job WHERE subject = 'x:11' AND state = 'done'", 1);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM ran WHERE subject = 'x:10'"), 0);
	db_script(db, "DELETE FROM job WHERE kind = 'free';\n");
	assert_int_equal(q_job_again(db, time_now(), (uint64_t)running), 1);
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'stuck' AND state = 'done'", 1);
}

static void
a_kind_that_nobody_knows_is_set_aside(void **state)
{
	(void)state;
	put("nonsense", "x:5");
	start_pool();
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'nonsense' AND state = 'dead' "
	      "AND error LIKE '%does not know%'", 1);
}

static void
a_job_that_asks_for_it_runs_again_and_costs_no_try(void **state)
{
	(void)state;
	put("later", "x:6");
	start_pool();
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'later' AND state = 'done' AND tries = 0", 1);
	assert_true(number("SELECT COUNT(*) AS n FROM ran WHERE subject = 'x:6'") >= 2);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM job WHERE kind = 'always'"), 1);
}

static void
the_last_of_the_jobs_it_waits_for_wakes_it(void **state)
{
	(void)state;
	put("whole", "w:1");
	for (int i = 0; i < 25; i++)
		put("part", arena_printf(arena, "w:1/%d", i));
	start_pool();
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'whole' AND state = 'done'", 1);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM ran WHERE subject LIKE 'w:1/%'"), 25);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM ran WHERE subject = 'w:1'"), 1);
}

static void
the_pool_survives_losing_its_connections(void **state)
{
	struct db *other = db_new(arena, &conf);

	(void)state;
	put("once", "x:7");
	start_pool();
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'once' AND state = 'done'", 1);
	db_use(other, arena);
	db_script(other, arena_printf(arena,
		"BEGIN NOT ATOMIC DECLARE done INT DEFAULT 0; DECLARE c BIGINT; "
		"DECLARE all_of CURSOR FOR SELECT id FROM information_schema.processlist "
		"WHERE db = '%s' AND id <> CONNECTION_ID(); "
		"DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1; "
		"DECLARE CONTINUE HANDLER FOR 1094 BEGIN END; "
		"OPEN all_of; FETCH all_of INTO c; "
		"WHILE done = 0 DO KILL c; FETCH all_of INTO c; END WHILE; END;\n",
		conf.database_name));
	db_drop(other);
	db_drop(db);
	db_use(db, arena);
	put("once", "x:8");
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'once' AND state = 'done' AND tries = 0", 2);
}

static void
a_pool_that_is_asked_to_stop_finishes_and_gives_back(void **state)
{
	pid_t pool;

	(void)state;
	for (int i = 0; i < 5; i++) {
		put("free", arena_printf(arena, "y:%d", i));
		put("stuck", arena_printf(arena, "y:%d", i));
	}
	db_script(db, "UPDATE job SET run_after = '2999-01-01' WHERE kind = 'free';\n");
	pool = start_pool();
	await("SELECT COUNT(*) AS n FROM ran WHERE subject LIKE 'y:%'", 2);
	kill(pool, SIGTERM);
	await("SELECT COUNT(*) AS n FROM job WHERE kind = 'stuck' AND state = 'waiting' AND tries = 0", 3);
	db_script(db, "DELETE FROM job WHERE kind = 'free';\n");
	assert_int_equal(end_of_pool(pool, 0), 0);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM job WHERE kind = 'stuck' AND state = 'done'"), 2);
	assert_int_equal(number("SELECT COUNT(*) AS n FROM job WHERE kind = 'stuck' AND state = 'waiting'"),
			 3);
}

#define story(test) cmocka_unit_test_teardown(test, clean)

static const struct CMUnitTest tests[] = {
	story(two_pools_run_each_job_once),
	story(a_poisoned_job_is_set_aside_while_others_go_on),
	story(a_killed_child_costs_its_job_one_try),
	story(another_pool_takes_over_from_a_killed_one),
	story(a_job_that_runs_keeps_its_lease),
	story(a_job_that_takes_too_long_is_ended),
	story(a_cancelled_job_is_ended_and_others_go_on),
	story(a_kind_that_nobody_knows_is_set_aside),
	story(a_job_that_asks_for_it_runs_again_and_costs_no_try),
	story(the_last_of_the_jobs_it_waits_for_wakes_it),
	story(the_pool_survives_losing_its_connections),
	story(a_pool_that_is_asked_to_stop_finishes_and_gives_back),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, make_database, drop_database);
}
