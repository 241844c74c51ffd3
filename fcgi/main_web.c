/*
 * The web workers: a master that owns the socket, and single-threaded children
 * that each serve one request at a time.
 */
#include <stdlib.h>

#include "base/children.h"
#include "base/log.h"
#include "base/start.h"
#include "page/dispatch.h"
#include "page/keep.h"
#include "page/known.h"
#include "main_load.h"

enum { PROCESS_MEMORY = 256 * 1024 * 1024 };

/* What the master prepares for all children. */
struct master {
	struct arena *arena;
	struct conf conf;
	struct breaker *breaker;
	int listener;
};

/* A child's life: everything it uses is made here, after the fork. */
static int
child(void *arg)
{
	struct master *m = arg;
	struct app app = {
		.process = m->arena,
		.conf = &m->conf,
		.pages = load_templates(m->arena, &m->conf, VIEW_HTML),
		.letters = load_templates(m->arena, &m->conf, VIEW_TEXT),
		.catalogue = load_catalogue(m->arena, &m->conf),
	};
	struct server server = {
		.listener = m->listener,
		.request_memory = (size_t)m->conf.web_memory_mb * 1024 * 1024,
		.handle = dispatch,
		.apologize = dispatch_apology,
		.log = dispatch_log,
		.app = &app,
	};
	int status;

	app.editions = editions_new(m->arena, app.catalogue);
	app.db = db_new(m->arena, &m->conf);
	app.directory = directory_new(m->arena, &m->conf, m->breaker);
	app.kept = keep_new(m->arena);
	app.known = known_new(m->arena, m->conf.session_memory_s);
	log_info("child_ready", "templates=%zu", templates_count(app.pages));
	status = server_loop(&server);
	arena_free(m->arena);
	return status;
}

int
main(int argc, char **argv)
{
	struct master m = { .arena = arena_new(PROCESS_MEMORY) };

	start_with_config(m.arena, "web", argc, argv, &m.conf);
	load_templates(m.arena, &m.conf, VIEW_HTML); /* a broken one must not reach a child */
	load_templates(m.arena, &m.conf, VIEW_TEXT);
	load_catalogue(m.arena, &m.conf);
	m.breaker = directory_breaker(m.arena, &m.conf);
	m.listener = server_listen(m.conf.web_socket);
	return children_run((int)m.conf.web_children, child, &m);
}
