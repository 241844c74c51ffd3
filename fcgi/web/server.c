/*
 * The FastCGI side: see server.h.
 *
 * A bare write of libfcgi takes a signal for an error and cuts the answer off,
 * so signals stay blocked, and the wait learns of them from a descriptor.
 *
 * Each child waits in an epoll of its own that is marked exclusive: a connection
 * wakes one idle child, where poll would wake all of them for nothing.
 */
#define _GNU_SOURCE
#include "web/server.h"

#include <errno.h>
#include <fcgiapp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "base/date.h"
#include "base/log.h"
#include "web/resp.h"

enum { BACKLOG = 4096, TRIES = 3, PAUSE_MS = 200 };

int
server_listen(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd;

	if (strlen(path) >= sizeof address.sun_path)
		fault("the socket's path is too long: %s", path);
	memcpy(address.sun_path, path, strlen(path) + 1);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	unlink(path);
	if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0 ||
	    chmod(path, 0660) != 0 || listen(fd, BACKLOG) != 0)
		fault("cannot listen on %s: %s", path, strerror(errno));
	return fd;
}

/* One request's work inside the frame. */
struct turn {
	const struct server *server;
	struct req *req;
	enum req_problem problem;
	enum fault_kind fault;
};

static void
run_handler(void *arg)
{
	struct turn *t = arg;

	t->server->handle(t->req, t->problem, t->server->app);
}

static void
run_apology(void *arg)
{
	struct turn *t = arg;

	resp_clear(t->req);
	t->server->apologize(t->req, t->fault, t->server->app);
}

/* The body as it comes from nginx, kept so that the work can be begun again. */
struct source {
	FCGX_Request *request;
	struct buf *kept;
	size_t at;
};

static size_t
read_body(void *from, char *to, size_t size)
{
	struct source *s = from;
	size_t have = 0;

	if (s->at < s->kept->len) {
		have = s->kept->len - s->at < size ? s->kept->len - s->at : size;
		memcpy(to, s->kept->data + s->at, have);
	}
	while (have < size) {
		int n = FCGX_GetStr(to + have, (int)(size - have), s->request->in);

		if (n <= 0)
			break;
		buf_add(s->kept, to + have, (size_t)n);
		have += (size_t)n;
	}
	s->at += have;
	return have;
}

/* Sends what r->resp holds; a browser that is gone is nobody's fault. */
static void
send_answer(FCGX_Request *request, struct req *r)
{
	struct buf *head = buf_new(r->arena, 64 * 1024);

	buf_printf(head, "Status: %d %s\r\n", r->resp.status, resp_reason(r->resp.status));
	buf_add(head, r->resp.headers->data, r->resp.headers->len);
	buf_printf(head, "Content-Length: %zu\r\n\r\n", r->resp.body->len);
	FCGX_PutStr(head->data, (int)head->len, request->out);
	if (!r->head && r->resp.body->len > 0)
		FCGX_PutStr(r->resp.body->data, (int)r->resp.body->len, request->out);
}

static void
open_request(struct turn *t, struct source *from, struct arena *a)
{
	arena_reset(a);
	from->at = 0;
	t->problem = req_open(t->req, a, (const char *const *)from->request->envp);
	t->req->read = read_body;
	t->req->from = from;
}

/* Work that met a deadlock is begun again: nothing of it was kept. */
static void
work(struct turn *t, struct source *from, struct arena *a)
{
	for (int tries = 0; tries < TRIES; tries++) {
		open_request(t, from, a);
		log_request_id(t->req->id);
		t->fault = fault_frame(run_handler, t);
		if (t->fault != FAULT_TRY_AGAIN)
			break;
	}
	if (t->fault == FAULT_NONE)
		return;
	open_request(t, from, a);
	if (fault_frame(run_apology, t) != FAULT_NONE) {
		resp_clear(t->req);
		t->req->resp.status = 500;
	}
}

/* One request from accept to finish; how its work ended. */
static enum fault_kind
serve(const struct server *s, FCGX_Request *request, struct arena *a, struct arena *kept)
{
	struct source from = { request, buf_new(kept, s->request_memory), 0 };
	struct req req;
	struct turn turn = { s, &req, REQ_FINE, FAULT_NONE };
	double begun = time_clock_ms();

	work(&turn, &from, a);
	send_answer(request, &req);
	FCGX_Finish_r(request);
	s->log(&req, time_clock_ms() - begun, s->app);
	log_request_id(NULL);
	arena_reset(a);
	arena_reset(kept);
	return turn.fault;
}

static void
watch_one(int watched, int fd, uint32_t events)
{
	struct epoll_event event = { .events = events, .data.fd = fd };

	if (fd < 0 || epoll_ctl(watched, EPOLL_CTL_ADD, fd, &event) != 0)
		fault("cannot watch for requests: %s", strerror(errno));
}

/* What a child waits on: connections, and the signals that ask it to go. */
static int
watch(int listener)
{
	sigset_t all, going;
	int watched = epoll_create1(EPOLL_CLOEXEC);

	signal(SIGPIPE, SIG_IGN);
	signal(SIGUSR1, SIG_IGN);
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	sigemptyset(&going);
	sigaddset(&going, SIGTERM);
	sigaddset(&going, SIGHUP);
	watch_one(watched, listener, EPOLLIN | EPOLLEXCLUSIVE);
	watch_one(watched, signalfd(-1, &going, SFD_CLOEXEC | SFD_NONBLOCK), EPOLLIN);
	return watched;
}

/* Waits for a connection; false when it is time to go, even if there is one. */
static bool
wait_for_request(int watched, int listener)
{
	struct epoll_event ready[2];
	int n;

	while ((n = epoll_wait(watched, ready, 2, -1)) < 0)
		if (errno != EINTR)
			fault("epoll_wait: %s", strerror(errno));
	for (int i = 0; i < n; i++)
		if (ready[i].data.fd != listener)
			return false;
	return true;
}

/* libfcgi must not wait seconds for a peer that says nothing (LIBRARIES 1). */
static void
prepare_library(void)
{
	setenv("LIBFCGI_IS_AF_UNIX_KEEPER_POLL_TIMEOUT", "200", 1);
	setenv("LIBFCGI_OS_CLOSE_POLL_TIMEOUT", "200", 1);
	if (FCGX_Init() != 0)
		fault("libfcgi does not start");
}

int
server_loop(const struct server *s)
{
	struct arena *a = arena_new(s->request_memory), *kept = arena_new(s->request_memory);
	struct timespec pause = { 0, PAUSE_MS * 1000000L };
	enum fault_kind ended = FAULT_NONE;
	FCGX_Request request;
	int watched = watch(s->listener);

	prepare_library();
	FCGX_InitRequest(&request, s->listener, FCGI_FAIL_ACCEPT_ON_INTR);
	while (ended != FAULT_INTERNAL && wait_for_request(watched, s->listener)) {
		int got = FCGX_Accept_r(&request);

		if (got == 0)
			ended = serve(s, &request, a, kept);
		else if (got == -EMFILE || got == -ENFILE || got == -ENOMEM)
			nanosleep(&pause, NULL);
	}
	arena_free(kept);
	arena_free(a);
	return ended == FAULT_INTERNAL ? EXIT_FAILURE : EXIT_SUCCESS;
}
