/*
 * myqopi-directory: a stand-in for ASCO's member directory, for development
 * and tests. It answers GET /members/{id}?last_name= from a file of made-up
 * members, as the contract of the verification client says, and can be told by
 * POST /control (mode=slow&count=2) to misbehave for the next requests.
 *
 * One process, one request at a time, behind nginx, which speaks TLS.
 */
#define _GNU_SOURCE /* ppoll, POLLRDHUP */
#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <getopt.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"

enum {
	MEMBERS_MAX = 10000,
	FORM_MAX = 1000,       /* bytes of a body to /control */
	ANSWER_MAX = 16 * 1024,
	SLOW_MS = 60000,       /* longer than any client waits */
	HUGE_BYTES = 256 * 1024,
	BACKLOG = 128,
	EXIT_USAGE = 2,
};

/* The columns of the members' file, which are the fields of an answer. */
static const char *const fields[] = { "member_id", "last_name", "first_name", "status",
				      "designation", "country" };
enum { FIELDS = sizeof fields / sizeof fields[0] };

struct roster {
	const char *(*members)[FIELDS];
	size_t count;
};

enum mode { MODE_OK, MODE_SLOW, MODE_ERROR, MODE_RUBBISH, MODE_HUGE, MODE_BREAK, MODE_BUSY,
	    MODE_UNAUTHORIZED, MODES };

static const char *const mode_names[MODES] = { "ok", "slow", "error", "rubbish", "huge", "break",
					       "busy", "unauthorized" };

struct standin {
	struct arena *process, *request;
	struct roster roster;
	const char *authorization; /* what a client must send */
	enum mode mode;
	uint64_t left;             /* requests that the mode is still for */
	int listener;
};

static volatile sig_atomic_t stop_asked;
static sigset_t stop_signals, outer_mask;

static void
ask_to_stop(int number)
{
	(void)number;
	stop_asked = 1;
}

/* Signals come in only while we wait: one in the middle would cut an answer. */
static void
hold_signals(void)
{
	struct sigaction stop = { .sa_handler = ask_to_stop }, ignore = { .sa_handler = SIG_IGN };

	sigaction(SIGTERM, &stop, NULL);
	sigaction(SIGINT, &stop, NULL);
	sigaction(SIGPIPE, &ignore, NULL);
	sigemptyset(&stop_signals);
	sigaddset(&stop_signals, SIGTERM);
	sigaddset(&stop_signals, SIGINT);
	sigprocmask(SIG_BLOCK, &stop_signals, &outer_mask);
}

/* Waits for an event on a descriptor with signals let in; false when asked to stop. */
static bool
wait_for(int fd, short events, int ms)
{
	struct pollfd poll_fd = { .fd = fd, .events = events };
	struct timespec most = { .tv_sec = ms / 1000 }, none = { 0 };

	ppoll(&poll_fd, 1, ms < 0 ? NULL : &most, &outer_mask);
	/* A ready socket is told before a waiting signal. */
	if (sigtimedwait(&stop_signals, NULL, &none) > 0)
		stop_asked = 1;
	return !stop_asked;
}

/* One line of the file into the roster; says what is wrong with it. */
static bool
take_member(struct arena *a, struct roster *r, const char *path, size_t number, const char *line)
{
	size_t count;
	char **parts = text_split(a, line, '\t', &count);

	if (count != FIELDS || text_is_empty(parts[0]) || r->count == MEMBERS_MAX ||
	    !text_is_clean_utf8(line, strlen(line))) {
		fprintf(stderr, "myqopi-directory: %s:%zu: %d columns of UTF-8 are wanted, the first not "
				"empty, and %d lines at most\n", path, number, FIELDS, MEMBERS_MAX);
		return false;
	}
	for (size_t i = 0; i < FIELDS; i++)
		r->members[r->count][i] = parts[i];
	r->count++;
	return true;
}

static bool
take_header(struct arena *a, const char *path, const char *line)
{
	size_t count;
	char **parts = text_split(a, line, '\t', &count);
	bool well = count == FIELDS;

	for (size_t i = 0; well && i < FIELDS; i++)
		well = text_equal(parts[i], fields[i]);
	if (!well)
		fprintf(stderr, "myqopi-directory: %s:1: not the header of a members' file\n", path);
	return well;
}

static bool
roster_load(struct arena *a, struct roster *r, const char *path)
{
	char line[1024];
	bool well = true;
	FILE *in = fopen(path, "re");

	if (in == NULL) {
		fprintf(stderr, "myqopi-directory: %s: %s\n", path, strerror(errno));
		return false;
	}
	r->members = arena_array(a, MEMBERS_MAX, sizeof *r->members);
	for (size_t number = 1; well && fgets(line, sizeof line, in) != NULL; number++) {
		line[strcspn(line, "\r\n")] = '\0';
		well = number == 1 ? take_header(a, path, line)
				   : take_member(a, r, path, number, line);
	}
	fclose(in);
	return well;
}

/* Status line, headers and body; `declared` may be more than there is. */
static void
answer_declared(FCGX_Request *q, struct arena *a, const char *status, const char *header,
		const char *body, size_t declared)
{
	const char *head = arena_printf(a, "Status: %s\r\nContent-Type: application/json\r\n%s"
					"Content-Length: %zu\r\n\r\n", status, header, declared);

	FCGX_PutStr(head, (int)strlen(head), q->out);
	FCGX_PutStr(body, (int)strlen(body), q->out);
	log_info("request", "status=%.3s", status);
}

static void
answer(FCGX_Request *q, struct arena *a, const char *status, const char *body)
{
	answer_declared(q, a, status, "", body, strlen(body));
}

static void
answer_error(FCGX_Request *q, struct arena *a, const char *status, const char *what)
{
	answer(q, a, status, arena_printf(a, "{\"error\": \"%s\"}\n", what));
}

static int
hex_digit(char c)
{
	const char *digits = "0123456789abcdef", *at = c == '\0' ? NULL : strchr(digits, c | 0x20);

	return at == NULL ? -1 : (int)(at - digits);
}

/* Undoes %XX, and + in queries; NULL if it is not well written or not clean text. */
static char *
decode(struct arena *a, const char *text, bool query)
{
	char *plain = arena_alloc(a, strlen(text) + 1);
	size_t n = 0;

	for (; *text != '\0'; text++) {
		if (*text == '%') {
			int high = hex_digit(text[1]), low = high < 0 ? -1 : hex_digit(text[2]);

			if (low < 0)
				return NULL;
			plain[n++] = (char)(high * 16 + low);
			text += 2;
		} else {
			plain[n++] = query && *text == '+' ? ' ' : *text;
		}
	}
	return text_is_clean_utf8(plain, n) ? plain : NULL;
}

/* The value of `name` in "a=1&b=2"; NULL if it is missing or badly written. */
static const char *
pair_value(struct arena *a, const char *pairs, const char *name)
{
	size_t count;
	char **parts = text_split(a, pairs, '&', &count);

	for (size_t i = 0; i < count; i++) {
		size_t len = strcspn(parts[i], "=");

		if (text_equal(arena_strn(a, parts[i], len), name))
			return parts[i][len] == '=' ? decode(a, parts[i] + len + 1, true) : "";
	}
	return NULL;
}

/* For json_dump_callback. */
static int
add_bytes(const char *bytes, size_t size, void *buf)
{
	return buf_add(buf, bytes, size) ? 0 : -1;
}

static void
answer_member(FCGX_Request *q, struct arena *a, const char *const member[FIELDS])
{
	json_t *object = json_object();
	struct buf *text = buf_new(a, ANSWER_MAX);

	for (size_t i = 0; i < FIELDS; i++)
		json_object_set_new(object, fields[i], json_string(member[i]));
	must(json_dump_callback(object, add_bytes, text, JSON_COMPACT) == 0);
	json_decref(object);
	answer(q, a, "200 OK", text->data);
}

/* GET /members/{id}?last_name={name}; the client compares the name itself. */
static void
look_up(struct standin *s, FCGX_Request *q, const char *id, const char *query)
{
	if (text_is_empty(id) || text_is_empty(pair_value(s->request, query, "last_name"))) {
		answer_error(q, s->request, "400 Bad Request", "an id and a last_name are wanted");
		return;
	}
	for (size_t i = 0; i < s->roster.count; i++)
		if (text_equal(s->roster.members[i][0], id)) {
			answer_member(q, s->request, s->roster.members[i]);
			return;
		}
	answer_error(q, s->request, "404 Not Found", "no such member");
}

/* A large answer that begins like a member and never ends within 64 kB. */
static const char *
huge_body(struct arena *a)
{
	char *pad = arena_alloc(a, HUGE_BYTES + 1);

	memset(pad, 'x', HUGE_BYTES);
	return arena_printf(a, "{\"member_id\": \"1\", \"last_name\": \"%s\"}", pad);
}

static void
misbehave(struct standin *s, FCGX_Request *q)
{
	struct arena *a = s->request;

	switch (s->mode) {
	case MODE_OK:
	case MODES:
		fault("not a way to misbehave: %d", (int)s->mode);
	case MODE_SLOW:
		/* nginx closes its side as soon as the client has gone. */
		wait_for(q->ipcFd, POLLRDHUP, SLOW_MS);
		answer_error(q, a, "504 Gateway Timeout", "slow");
		return;
	case MODE_ERROR:
		answer_error(q, a, "500 Internal Server Error", "broken");
		return;
	case MODE_RUBBISH:
		answer(q, a, "200 OK", "{\"member_id\": \"100");
		return;
	case MODE_HUGE:
		answer(q, a, "200 OK", huge_body(a));
		return;
	case MODE_BREAK:
		answer_declared(q, a, "200 OK", "", "{\"member_id\":", 500);
		return;
	case MODE_BUSY:
		answer_declared(q, a, "429 Too Many Requests", "Retry-After: 5\r\n", "", 0);
		return;
	case MODE_UNAUTHORIZED:
		answer_error(q, a, "401 Unauthorized", "token refused");
		return;
	}
}

static bool
mode_named(const char *name, enum mode *mode)
{
	for (int i = 0; i < MODES; i++)
		if (text_equal(name, mode_names[i])) {
			*mode = (enum mode)i;
			return true;
		}
	return false;
}

/* POST /control with mode=...&count=N (1 if left out). */
static void
take_orders(struct standin *s, FCGX_Request *q)
{
	char form[FORM_MAX + 1];
	int len = FCGX_GetStr(form, FORM_MAX, q->in);
	const char *name, *count;

	form[len > 0 ? len : 0] = '\0';
	name = pair_value(s->request, form, "mode");
	count = pair_value(s->request, form, "count");
	if (name == NULL || !mode_named(name, &s->mode) ||
	    !text_to_u64(count == NULL ? "1" : count, &s->left)) {
		s->mode = MODE_OK;
		answer_error(q, s->request, "400 Bad Request", "mode=ok|slow|error|rubbish|huge|break|"
			     "busy|unauthorized and count=N are wanted");
		return;
	}
	answer(q, s->request, "200 OK",
	       arena_printf(s->request, "{\"mode\": \"%s\", \"count\": %llu}\n",
			    mode_names[s->mode], (unsigned long long)s->left));
}

static const char *
parameter(FCGX_Request *q, const char *name)
{
	const char *value = FCGX_GetParam(name, q->envp);

	return value == NULL ? "" : value;
}

/* Token, then orders, then the fault of the hour, then the members. */
static void
handle(struct standin *s, FCGX_Request *q)
{
	const char *method = parameter(q, "REQUEST_METHOD"), *uri = parameter(q, "REQUEST_URI");
	size_t len = strcspn(uri, "?");
	const char *path = decode(s->request, arena_strn(s->request, uri, len), false);
	const char *query = uri[len] == '?' ? uri + len + 1 : "";

	if (path == NULL) {
		answer_error(q, s->request, "400 Bad Request", "not a well-written address");
	} else if (!secret_equal(parameter(q, "HTTP_AUTHORIZATION"), s->authorization)) {
		answer_error(q, s->request, "401 Unauthorized", "a bearer token is wanted");
	} else if (text_equal(path, "/control") && text_equal(method, "POST")) {
		take_orders(s, q);
	} else if (!text_starts(path, "/members/") || !text_equal(method, "GET")) {
		answer_error(q, s->request, "404 Not Found", "GET /members/{id} is what there is");
	} else if (s->mode != MODE_OK && s->left > 0) {
		s->left--;
		misbehave(s, q);
	} else {
		look_up(s, q, path + strlen("/members/"), query);
	}
}

static void
serve(void *arg)
{
	struct standin *s = arg;
	FCGX_Request q;

	if (FCGX_Init() != 0 || FCGX_InitRequest(&q, s->listener, 0) != 0)
		fault("libfcgi does not start");
	while (wait_for(s->listener, POLLIN, -1)) {
		/* EAGAIN: the client has gone again. Out of descriptors: try at the next. */
		if (FCGX_Accept_r(&q) < 0)
			continue;
		handle(s, &q);
		FCGX_Finish_r(&q);
		arena_reset(s->request);
	}
	FCGX_Free(&q, 1);
}

/* The socket's mode is left to the umask of who starts us. */
static int
listen_at(const char *path)
{
	int fd = FCGX_OpenSocket(path, BACKLOG); /* ends the program if it cannot */

	if (fcntl(fd, F_SETFL, O_NONBLOCK) != 0)
		fault("cannot listen without blocking at %s", path);
	return fd;
}

static int
usage(FILE *to, int status)
{
	fputs("Usage: myqopi-directory --socket PATH --members FILE --token-file FILE\n"
	      "\n"
	      "Stand-in member directory: a FastCGI program for nginx, in the foreground\n"
	      "until TERM or INT. FILE of members is tab-separated with the header\n"
	      "member_id last_name first_name status designation country.\n"
	      "POST /control with mode=ok|slow|error|rubbish|huge|break|busy|unauthorized\n"
	      "and count=N spoils the next N answers. All requests need the bearer token.\n", to);
	return status;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "socket", required_argument, NULL, 's' },
		{ "members", required_argument, NULL, 'm' },
		{ "token-file", required_argument, NULL, 't' },
		{ "help", no_argument, NULL, 'h' },
		{ 0 },
	};
	const char *socket_path = NULL, *members = NULL, *token_file = NULL;
	struct standin s = { .process = arena_new(16 << 20), .request = arena_new(4 << 20) };
	enum fault_kind end;

	for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		if (c == 's')
			socket_path = optarg;
		else if (c == 'm')
			members = optarg;
		else if (c == 't')
			token_file = optarg;
		else if (c == 'h')
			return usage(stdout, EXIT_SUCCESS);
		else
			return usage(stderr, EXIT_USAGE);
	}
	if (socket_path == NULL || members == NULL || token_file == NULL || optind < argc)
		return usage(stderr, EXIT_USAGE);
	log_program("directory");
	secret_init();
	if (!roster_load(s.process, &s.roster, members))
		return EXIT_USAGE;
	s.authorization = arena_printf(s.process, "Bearer %s", conf_secret(s.process, token_file));
	hold_signals();
	setenv("LIBFCGI_IS_AF_UNIX_KEEPER_POLL_TIMEOUT", "200", 1);
	s.listener = listen_at(socket_path);
	log_info("start", "members=%zu", s.roster.count);
	end = fault_frame(serve, &s);
	unlink(socket_path);
	log_info("stop", "fault=%d", (int)end);
	arena_free(s.request);
	arena_free(s.process);
	return end == FAULT_NONE ? EXIT_SUCCESS : EXIT_FAILURE;
}
