/* A master and its children: see children.h. */
#define _GNU_SOURCE
#include "base/children.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/log.h"

enum { YOUNG_S = 5, PAUSE_MAX_S = 10, DRAIN_S = 30 };

struct child {
	pid_t pid;      /* 0 when not running */
	time_t started;
	time_t not_before; /* when it may be started again */
	int pause_s;
};

struct master {
	struct child children[CHILDREN_MAX];
	int count;
	int (*run)(void *arg);
	void *arg;
	sigset_t before; /* the signal mask to give to children */
};

/* Becomes the child; never comes back. */
static _Noreturn void
be_child(const struct master *m, pid_t master)
{
	signal(SIGTERM, SIG_DFL);
	signal(SIGHUP, SIG_DFL);
	signal(SIGINT, SIG_IGN); /* Ctrl-C goes to the master, which drains */
	sigprocmask(SIG_SETMASK, &m->before, NULL);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != master)
		exit(EXIT_SUCCESS);
	exit(m->run(m->arg));
}

static void
start(struct master *m, struct child *c)
{
	pid_t master = getpid();

	c->pid = fork();
	c->started = time(NULL);
	if (c->pid == 0)
		be_child(m, master);
	if (c->pid < 0) {
		log_error("fork", "errno=%d", errno);
		c->pid = 0;
		c->not_before = c->started + 1;
	}
}

static void
start_due(struct master *m)
{
	time_t now = time(NULL);

	for (int i = 0; i < m->count; i++)
		if (m->children[i].pid == 0 && m->children[i].not_before <= now)
			start(m, &m->children[i]);
}

/* Notes that a child ended, and when another may take its place. */
static void
note_end(struct child *c, int status)
{
	time_t now = time(NULL);
	bool clean = WIFEXITED(status) && WEXITSTATUS(status) == 0;

	c->pid = 0;
	if (clean || now - c->started > YOUNG_S)
		c->pause_s = 0;
	else
		c->pause_s = c->pause_s == 0 ? 1 : c->pause_s * 2;
	if (c->pause_s > PAUSE_MAX_S)
		c->pause_s = PAUSE_MAX_S;
	c->not_before = now + c->pause_s;
	if (!clean)
		log_error("child_ended", "status=%d signal=%d pause_s=%d",
			  WIFEXITED(status) ? WEXITSTATUS(status) : -1,
			  WIFSIGNALED(status) ? WTERMSIG(status) : 0, c->pause_s);
}

/* Takes all children that ended; how many still run. */
static int
reap(struct master *m)
{
	int status, running = 0;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (int i = 0; i < m->count; i++)
			if (m->children[i].pid == pid)
				note_end(&m->children[i], status);
	for (int i = 0; i < m->count; i++)
		running += m->children[i].pid != 0;
	return running;
}

static void
signal_all(const struct master *m, int number)
{
	for (int i = 0; i < m->count; i++)
		if (m->children[i].pid != 0)
			kill(m->children[i].pid, number);
}

/* Asks all children to finish and waits for them, at the end by force. */
static void
drain(struct master *m, const sigset_t *set)
{
	struct timespec second = { 1, 0 };
	time_t until = time(NULL) + DRAIN_S;

	signal_all(m, SIGTERM);
	while (reap(m) > 0 && time(NULL) < until)
		sigtimedwait(set, NULL, &second);
	if (reap(m) > 0)
		signal_all(m, SIGKILL);
}

int
children_run(int count, int (*run)(void *arg), void *arg)
{
	struct master *m = calloc(1, sizeof *m);
	struct timespec second = { 1, 0 };
	sigset_t set;

	must(m != NULL && count > 0 && count <= CHILDREN_MAX);
	m->count = count;
	m->run = run;
	m->arg = arg;
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, &m->before);
	for (;;) {
		int number;

		reap(m);
		start_due(m);
		number = sigtimedwait(&set, NULL, &second);
		if (number == SIGTERM || number == SIGINT)
			break;
		if (number == SIGHUP)
			signal_all(m, SIGTERM);
	}
	log_info("draining", "children=%d", reap(m));
	drain(m, &set);
	free(m);
	return EXIT_SUCCESS;
}
