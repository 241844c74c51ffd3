/*
 * The FastCGI side: the listening socket and a child's accept loop. The only
 * place, beside the stand-in directory, that knows libfcgi.
 */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "base/fault.h"
#include "web/req.h"

/*
 * What a child does with one request: fills r->resp, or faults. `problem` is
 * what req_open said. Called inside a fault frame.
 */
typedef void (*server_handler)(struct req *r, enum req_problem problem, void *app);

/* How a request that ended in a fault is answered: fills r->resp and must not fault. */
typedef void (*server_apology)(struct req *r, enum fault_kind fault, void *app);

struct server {
	int listener;
	size_t request_memory; /* bytes an arena may have */
	server_handler handle;
	server_apology apologize;
	void (*log)(const struct req *r, double ms, void *app);
	void *app;
};

/*
 * Makes the unix socket (mode 0660, backlog 4096), in place of an old one. A
 * fault if it can't be made. Call in the master, before any child.
 */
int server_listen(const char *path);

/*
 * Serves until TERM or HUP arrives between two requests, or until a fault left
 * this process unsound. The exit status for the child.
 */
int server_loop(const struct server *s);

#endif
