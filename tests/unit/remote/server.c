/* A real server for a test: see server.h. */
#define _GNU_SOURCE /* pipe2 */
#include "../test.h"

#include "server.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static pid_t
spawn(const char *const argv[], int in, int out)
{
	posix_spawn_file_actions_t files;
	pid_t pid;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
	assert_int_equal(posix_spawnp(&pid, argv[0], &files, NULL, (char *const *)argv, environ),
			 0);
	posix_spawn_file_actions_destroy(&files);
	return pid;
}

pid_t
server_spawn(const char *const argv[])
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	pid_t pid = spawn(argv, null, null);

	close(null);
	return pid;
}

void
server_run(const char *const argv[])
{
	pid_t pid = server_spawn(argv);
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

/* A certificate for 127.0.0.1 (not for localhost), signed by itself; its key beside it. */
static void
make_certificate(const struct server *s, const char *name, char path[96])
{
	char key[96];

	snprintf(path, 96, "%s/%s.pem", s->dir, name);
	snprintf(key, sizeof key, "%s/%s.key", s->dir, name);
	server_run((const char *const[]){ "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
		"ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
		"/CN=myQOPI test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", path,
		NULL });
}

void
server_file(const struct server *s, const char *name, const char *text, char path[96])
{
	FILE *out;

	snprintf(path, 96, "%s/%s", s->dir, name);
	out = fopen(path, "we");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

void
server_prepare(struct server *s)
{
	snprintf(s->dir, sizeof s->dir, "/tmp/myqopi-test-XXXXXX");
	assert_non_null(mkdtemp(s->dir));
	make_certificate(s, "server", s->cert);
	make_certificate(s, "other", s->other);
	server_file(s, "token", "token-of-the-test\n", s->token);
}

void
server_clean(const struct server *s)
{
	server_run((const char *const[]){ "rm", "-r", s->dir, NULL });
}

void
server_start(struct server *s, const char *script)
{
	int keep[2], says[2];
	char path[512];
	FILE *said;

	server_prepare(s);
	snprintf(path, sizeof path, "%s/tests/unit/remote/%s", SOURCE_DIR, script);
	assert_int_equal(pipe2(keep, O_CLOEXEC), 0);
	assert_int_equal(pipe2(says, O_CLOEXEC), 0);
	s->pid = spawn((const char *const[]){ "python3", path, s->dir, NULL }, keep[0], says[1]);
	close(keep[0]);
	close(says[1]);
	s->keep = keep[1];
	said = fdopen(says[0], "r");
	assert_non_null(said);
	assert_int_equal(fscanf(said, "port %d", &s->port), 1);
	fclose(said);
}

void
server_stop(struct server *s)
{
	close(s->keep);
	waitpid(s->pid, NULL, 0);
	server_clean(s);
}
