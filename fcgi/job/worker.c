/* A worker child: see worker.h. */
#define _GNU_SOURCE
#include "job/worker.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/log.h"

enum { MEMORY_MB = 1024, JOB_MB = 512, MIB = 1024 * 1024 };

/* One job's run inside the frame. */
struct run {
	struct job_context *context;
	const struct job_kind *kind;
	const struct work_order *order;
	enum job_outcome outcome;
};

static void
run_job(void *arg)
{
	struct run *r = arg;

	db_use(r->context->db, r->context->a);
	r->outcome = r->kind->run(r->context, r->order->subject);
}

/* A job that eats all memory must not take the machine with it. */
static void
limit_memory(void)
{
#ifndef __SANITIZE_ADDRESS__
	struct rlimit limit = { (rlim_t)MEMORY_MB * MIB, (rlim_t)MEMORY_MB * MIB };

	if (setrlimit(RLIMIT_AS, &limit) != 0)
		fault("setrlimit: %s", strerror(errno));
#endif
}

static void
send_report(int socket, const struct work_report *report)
{
	if (send(socket, report, sizeof *report, MSG_NOSIGNAL) != (ssize_t)sizeof *report)
		exit(EXIT_SUCCESS); /* the pool is gone; its lease gives the job to another */
}

static enum work_end
end_of(enum fault_kind fault, enum job_outcome outcome)
{
	switch (fault) {
	case FAULT_NONE:
		return outcome == JOB_DONE ? WORK_DONE : WORK_LATER;
	case FAULT_DATABASE_GONE:
	case FAULT_TRY_AGAIN:
		return WORK_AGAIN;
	case FAULT_INTERNAL:
		break;
	}
	return WORK_FAILED;
}

static const char *
end_word(enum work_end end)
{
	static const char *const words[] = {
		[WORK_READY] = "ready", [WORK_DONE] = "done", [WORK_LATER] = "later",
		[WORK_AGAIN] = "again", [WORK_FAILED] = "failed",
	};

	return words[end];
}

/* How long it took, and how much of that the database: reading rows, and all else. */
static void
log_job(const struct run *r, const char *end, double ms)
{
	const struct db_cost *cost = db_cost(r->context->db);

	log_info("job", "kind=%s subject=%s end=%s ms=%.1f read_ms=%.1f write_ms=%.1f statements=%u",
		 r->kind->name, r->order->subject, end, ms, cost->read_ms, cost->write_ms,
		 cost->statements);
}

/* Runs one job from its order to its report. False when the child has to end. */
static bool
work(const struct pool_plan *plan, struct job_context *c, const struct work_order *order,
     int socket)
{
	struct run r = { c, &plan->kinds[order->kind], order, JOB_DONE };
	struct work_report report = { .id = order->id };
	double from = time_clock_ms();
	enum fault_kind fault;
	char id[40];

	snprintf(id, sizeof id, "job-%llu", (unsigned long long)order->id);
	log_request_id(id);
	c->created_at = order->created_at;
	c->later_s = 0;
	alarm(r.kind->limit_s);
	fault = fault_frame(run_job, &r);
	alarm(0);
	arena_reset(c->a);
	report.end = end_of(fault, r.outcome);
	report.later_s = c->later_s;
	if (report.end == WORK_AGAIN || report.end == WORK_FAILED)
		snprintf(report.error, sizeof report.error, "%s", fault_message());
	log_job(&r, end_word(report.end), time_clock_ms() - from);
	log_request_id(NULL);
	send_report(socket, &report);
	return report.end != WORK_FAILED;
}

_Noreturn void
worker_live(const struct pool_plan *plan, int socket)
{
	struct job_context c = { .conf = plan->conf };
	struct work_report ready = { .end = WORK_READY };
	struct work_order order;

	limit_memory();
	plan->prepare(&c, plan->arg);
	c.db = db_new(plan->arena, plan->conf);
	c.a = arena_new((size_t)JOB_MB * MIB);
	send_report(socket, &ready);
	while (recv(socket, &order, sizeof order, 0) == (ssize_t)sizeof order)
		if (!work(plan, &c, &order, socket))
			exit(EXIT_FAILURE); /* after a fault nothing in here is to be trusted */
	exit(EXIT_SUCCESS);
}
