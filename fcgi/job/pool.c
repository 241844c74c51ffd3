/*
 * The pool of report workers: see pool.h.
 *
 *   master ── pool ─┬─ child   prepared once; runs a job at a time in a fault
 *                   ├─ child   frame, under an alarm and a memory limit
 *                   └─ ...
 *
 * The pool is the only one that claims: each worker_poll_ms, and when a job
 * ended and no other is in hand, it takes up to ten jobs in one transaction
 * under a lease, hands them to its children as they are free, and renews the
 * leases of all it holds. The end of a job comes back over the child's socket
 * and is written down in the next turn with the database, some together; if
 * the database is gone, the ends wait in the ledger and so do the claims.
 *
 * Nothing here waits for a child: orders and reports are single packets that
 * always fit, deaths come as SIGCHLD. A child that dies, or that its alarm
 * ends, leaves a failed try of its job behind and is replaced. If the pool
 * dies, the kernel ends its children, the master starts another pool, and the
 * leases run out. If a fault makes the pool's own turn impossible it tries
 * again with a new connection: its state is the ledger, which a fault in the
 * middle of a turn leaves as it was or one step on.
 */
#define _GNU_SOURCE
#include "job/pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/secret.h"
#include "job/ledger.h"

enum {
	CHILDREN_MOST = 64, /* as conf.c allows */
	DRAIN_MS = 20 * 1000,
	PAUSE_MAX_MS = 10 * 1000,
	DATABASE_PAUSE_MS = 1000,
};

struct child {
	pid_t pid;        /* 0 when not running */
	int socket;       /* the pool's end; -1 when closed */
	bool ready;
	struct held *job; /* what it runs, or NULL */
	int64_t start_at; /* of its successor, if it died before it was ready */
	int64_t pause_ms;
};

struct pool {
	const struct pool_plan *plan;
	struct ledger *ledger;
	struct child children[CHILDREN_MOST];
	size_t n;
	sigset_t waiting; /* the mask while it waits: TERM and CHLD come through */
	int64_t poll_at;  /* next claim */
	bool some_ended;  /* a job ended since the last turn: there may be more for the child */
	int64_t stop_at;  /* when it gives up waiting for its children; 0 while it is not stopping */
};

static volatile sig_atomic_t asked_to_stop;

static void
on_signal(int number)
{
	if (number != SIGCHLD)
		asked_to_stop = 1;
}

static int64_t
now_ms(void)
{
	return (int64_t)time_clock_ms();
}

static void
catch_signals(struct pool *p)
{
	struct sigaction catch = { .sa_handler = on_signal };
	sigset_t blocked;

	sigemptyset(&blocked);
	sigaddset(&blocked, SIGTERM);
	sigaddset(&blocked, SIGINT);
	sigaddset(&blocked, SIGCHLD);
	sigprocmask(SIG_BLOCK, &blocked, &p->waiting);
	sigdelset(&p->waiting, SIGTERM);
	sigdelset(&p->waiting, SIGCHLD);
	sigaddset(&p->waiting, SIGINT); /* Ctrl-C goes to the master, which sends TERM */
	sigaction(SIGTERM, &catch, NULL);
	sigaction(SIGCHLD, &catch, NULL);
}

/* Becomes a child: it keeps its socket and the log, nothing of the pool's. */
static _Noreturn void
be_child(const struct pool *p, pid_t pool, int socket)
{
	sigset_t none;

	signal(SIGTERM, SIG_IGN); /* it ends when the pool closes its socket */
	signal(SIGINT, SIG_IGN);
	signal(SIGCHLD, SIG_DFL);
	signal(SIGALRM, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != pool || dup2(socket, STDERR_FILENO + 1) < 0)
		exit(EXIT_SUCCESS);
	close_range(STDERR_FILENO + 2, ~0U, 0);
	worker_live(p->plan, STDERR_FILENO + 1);
}

static void
start(struct pool *p, struct child *c)
{
	pid_t pool = getpid();
	int ends[2];

	c->start_at = now_ms() + 1000; /* if it does not work out */
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
		log_error("socketpair", "errno=%d", errno);
		return;
	}
	c->pid = fork();
	if (c->pid == 0)
		be_child(p, pool, ends[1]);
	close(ends[1]);
	if (c->pid < 0) {
		log_error("fork", "errno=%d", errno);
		c->pid = 0;
		close(ends[0]);
		return;
	}
	c->socket = ends[0];
	c->ready = false;
}

static void
start_due(struct pool *p)
{
	for (size_t i = 0; i < p->n && p->stop_at == 0; i++)
		if (p->children[i].pid == 0 && p->children[i].start_at <= now_ms())
			start(p, &p->children[i]);
}

/* Queued jobs go to children that have none. */
static void
hand_out(struct pool *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct child *c = &p->children[i];
		struct held *h = ledger_next(p->ledger);

		if (h == NULL)
			return;
		if (!c->ready || c->job != NULL || c->socket < 0)
			continue;
		if (send(c->socket, &h->order, sizeof h->order, MSG_DONTWAIT | MSG_NOSIGNAL) < 0)
			continue; /* it is dying: SIGCHLD tells */
		h->state = HELD_RUNNING;
		c->job = h;
	}
}

/* Reads what a child has said. */
static void
listen_to(struct pool *p, struct child *c)
{
	struct work_report report;

	while (c->socket >= 0) {
		ssize_t n = recv(c->socket, &report, sizeof report, MSG_DONTWAIT);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			return;
		if (n != (ssize_t)sizeof report) { /* it is gone: SIGCHLD tells how */
			close(c->socket);
			c->socket = -1;
		} else if (report.end == WORK_READY) {
			c->ready = true;
			c->pause_ms = 0;
		} else if (c->job != NULL && report.id == c->job->order.id) {
			c->job->report = report;
			c->job->state = HELD_ENDED;
			c->job = NULL;
			p->some_ended = true;
		}
	}
}

/* Ends the job of a child that died, with what is known of the death. */
static void
note_death(struct pool *p, struct child *c, int status)
{
	const struct job_kind *kind = c->job == NULL ? NULL : &p->plan->kinds[c->job->order.kind];
	char why[WORK_ERROR_SIZE];

	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM && kind != NULL)
		snprintf(why, sizeof why, "took longer than the %u s that a job of its kind may",
			 kind->limit_s);
	else if (WIFSIGNALED(status))
		snprintf(why, sizeof why, "its process was ended by signal %d", WTERMSIG(status));
	else
		snprintf(why, sizeof why, "its process ended with status %d", WEXITSTATUS(status));
	if (status != 0)
		log_error("child_ended", "pid=%d why=%s", (int)c->pid, log_quote(why));
	if (c->job != NULL) {
		ledger_end(c->job, p->stop_at != 0 ? WORK_AGAIN : WORK_FAILED, why);
		c->job = NULL;
		p->some_ended = true;
	}
	if (!c->ready)
		c->pause_ms = c->pause_ms == 0 ? 1000
			: c->pause_ms * 2 < PAUSE_MAX_MS ? c->pause_ms * 2 : PAUSE_MAX_MS;
	c->pid = 0;
	c->ready = false;
	c->start_at = now_ms() + c->pause_ms;
}

static void
reap(struct pool *p)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (size_t i = 0; i < p->n; i++) {
			struct child *c = &p->children[i];

			if (c->pid != pid)
				continue;
			listen_to(p, c); /* its last words */
			if (c->socket >= 0)
				close(c->socket);
			c->socket = -1;
			note_death(p, c, status);
		}
}

/* Waits until a child says something, a signal comes or it is time for something. */
static void
wait_a_while(struct pool *p)
{
	struct pollfd fds[CHILDREN_MOST];
	int64_t ms = p->poll_at - now_ms();
	struct timespec limit;

	for (size_t i = 0; i < p->n; i++)
		fds[i] = (struct pollfd){ .fd = p->children[i].socket, .events = POLLIN };
	if (ms < 0)
		ms = 0;
	limit.tv_sec = ms / 1000;
	limit.tv_nsec = ms % 1000 * 1000000;
	ppoll(fds, p->n, &limit, &p->waiting);
	for (size_t i = 0; i < p->n; i++)
		listen_to(p, &p->children[i]);
	reap(p);
}

static size_t
busy(const struct pool *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += p->children[i].job != NULL;
	return n;
}

/*
 * An interval from now, a quarter of it more or less by chance, so that pools
 * do not march in step; often enough to renew leases.
 */
static int64_t
next_poll(const struct pool *p)
{
	uint32_t ms = p->plan->conf->worker_poll_ms;
	uint32_t most = p->plan->conf->worker_lease_s * 1000 / 5;

	if (ms > most)
		ms = most;
	return now_ms() + ms - ms / 4 + secret_random_below(ms / 2 + 1);
}

/*
 * The pool's share with the database: when it is time, and when jobs ended and none is left for the
 * child that ends next. Until then the ends of jobs wait for each other: a commit costs as much as
 * a short job.
 */
static void
take_turn(struct pool *p)
{
	bool due = now_ms() >= p->poll_at;
	size_t queued = ledger_count(p->ledger, HELD_QUEUED);
	bool hungry = p->some_ended ? queued == 0 : queued + busy(p) < p->n;

	if (!due && !(p->some_ended && (hungry || p->stop_at != 0)))
		return;
	if (ledger_turn(p->ledger, hungry && p->stop_at == 0))
		p->poll_at = due || hungry ? next_poll(p) : p->poll_at;
	else
		p->poll_at = now_ms() + DATABASE_PAUSE_MS;
	p->some_ended = false;
}

/* Ends the processes of cancelled jobs; what they had not committed is rolled back. */
static void
end_cancelled(struct pool *p)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct child *c = &p->children[i];

		if (c->pid > 0 && c->job != NULL && c->job->cancelled)
			kill(c->pid, SIGKILL);
	}
}

/* First sign of a stop: no more claims; children without a job end. */
static void
begin_stop(struct pool *p)
{
	p->stop_at = now_ms() + DRAIN_MS;
	ledger_give_back(p->ledger);
	p->some_ended = true;
	log_info("pool_stops", "running=%zu", busy(p));
}

/* Whether all is told and written, or the time for it is over. */
static bool
stopped(struct pool *p)
{
	if (p->stop_at == 0)
		return false;
	if (busy(p) == 0 && ledger_count(p->ledger, HELD_ENDED) == 0)
		return true;
	if (now_ms() < p->stop_at)
		return false;
	for (size_t i = 0; i < p->n; i++)
		if (p->children[i].job != NULL) {
			kill(p->children[i].pid, SIGKILL);
			ledger_end(p->children[i].job, WORK_AGAIN, "the pool stopped");
		}
	ledger_turn(p->ledger, false);
	return true;
}

int
pool_run(const struct pool_plan *plan)
{
	struct pool *p = arena_alloc(plan->arena, sizeof *p);

	p->plan = plan;
	p->n = plan->conf->worker_children;
	must(p->n <= CHILDREN_MOST && p->n + LEDGER_CLAIM <= LEDGER_MAX);
	for (size_t i = 0; i < p->n; i++)
		p->children[i].socket = -1;
	p->ledger = ledger_new(plan);
	catch_signals(p);
	log_info("pool_ready", "children=%zu kinds=%zu", p->n, plan->n_kinds);
	while (!stopped(p)) {
		if (asked_to_stop && p->stop_at == 0)
			begin_stop(p);
		start_due(p);
		hand_out(p); /* children work while the pool waits for the database */
		take_turn(p);
		end_cancelled(p);
		hand_out(p);
		wait_a_while(p);
	}
	return EXIT_SUCCESS;
}
