/*
 * The pool of report workers: claims jobs from the queue and has children run
 * them. How it works stands at the top of pool.c.
 */
#ifndef JOB_POOL_H
#define JOB_POOL_H

#include "job/kinds.h"

struct pool_plan {
	struct arena *arena; /* of the process */
	const struct conf *conf;
	const struct job_kind *kinds;
	size_t n_kinds;
	/* Fills the first part of a child's context but for `db`; called in each child. */
	void (*prepare)(struct job_context *c, void *arg);
	void *arg;
};

/* Runs the pool until TERM; the exit status of its process. */
int pool_run(const struct pool_plan *plan);

#endif
