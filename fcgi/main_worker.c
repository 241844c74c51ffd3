/*
 * The report workers: a master that watches the pool (job/pool.c), which
 * claims jobs from the queue and has its children run them.
 */
#include <stdlib.h>

#include "base/children.h"
#include "base/log.h"
#include "base/start.h"
#include "job/pool.h"
#include "main_load.h"

enum { PROCESS_MEMORY = 512 * 1024 * 1024 };

/* What the master prepares for the pool and its children. */
struct master {
	struct arena *arena;
	struct conf conf;
	struct breaker *breaker;
};

static void
prepare(struct job_context *c, void *arg)
{
	struct master *m = arg;

	c->pages = load_templates(m->arena, &m->conf, VIEW_HTML);
	c->letters = load_templates(m->arena, &m->conf, VIEW_TEXT);
	c->editions = editions_new(m->arena, load_catalogue(m->arena, &m->conf));
	c->figures = figures_new(m->arena);
	c->directory = directory_new(m->arena, &m->conf, m->breaker);
	c->mailer = mailer_new(m->arena, &m->conf);
}

static int
pool(void *arg)
{
	struct master *m = arg;
	struct pool_plan plan = {
		.arena = m->arena,
		.conf = &m->conf,
		.kinds = job_kinds,
		.n_kinds = n_job_kinds,
		.prepare = prepare,
		.arg = m,
	};

	return pool_run(&plan);
}

int
main(int argc, char **argv)
{
	struct master m = { .arena = arena_new(PROCESS_MEMORY) };
	int status;

	start_with_config(m.arena, "worker", argc, argv, &m.conf);
	load_templates(m.arena, &m.conf, VIEW_HTML); /* a broken one must not reach a child */
	load_templates(m.arena, &m.conf, VIEW_TEXT);
	load_catalogue(m.arena, &m.conf);
	m.breaker = directory_breaker(m.arena, &m.conf);
	status = children_run(1, pool, &m);
	arena_free(m.arena);
	return status;
}
