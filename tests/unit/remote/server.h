/* A real server for a test: a script of this folder, on a free loopback port. */
#ifndef TESTS_UNIT_REMOTE_SERVER_H
#define TESTS_UNIT_REMOTE_SERVER_H

#include <sys/types.h>

struct server {
	pid_t pid;
	int keep;       /* the server ends when this is closed, however the test ends */
	int port;
	char dir[64];   /* a folder of its own */
	char cert[96];  /* its certificate for 127.0.0.1, which is its own authority */
	char other[96]; /* a certificate of somebody else */
	char token[96]; /* a file with the token "token-of-the-test" */
};

/* Makes folder, certificates and token; server_clean removes the folder. */
void server_prepare(struct server *s);
void server_clean(const struct server *s);

/* Starts a program; the caller ends it by its id and waits for it. */
pid_t server_spawn(const char *const argv[]);

/* Prepares, starts `script`, waits until it listens. */
void server_start(struct server *s, const char *script);
void server_stop(struct server *s);

/* Runs a program to its end and asserts that it went well. */
void server_run(const char *const argv[]);

/* Writes a small file into the server's folder; its path is put into `path`. */
void server_file(const struct server *s, const char *name, const char *text, char path[96]);

#endif
