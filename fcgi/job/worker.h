/*
 * A worker child: runs one job at a time, told by its pool over a socket.
 * Orders and reports are packets of these structs; both ends are one program.
 */
#ifndef JOB_WORKER_H
#define JOB_WORKER_H

#include <stddef.h>
#include <stdint.h>

#include "job/pool.h"

enum { WORK_SUBJECT_SIZE = 81, WORK_ERROR_SIZE = 400 };

struct work_order {
	uint64_t id;
	int64_t created_at;
	size_t kind; /* place in the plan's table */
	char subject[WORK_SUBJECT_SIZE];
};

enum work_end {
	WORK_READY,  /* the child is prepared; no job is meant */
	WORK_DONE,
	WORK_LATER,  /* run it again after later_s */
	WORK_AGAIN,  /* the database was gone, or a deadlock: not the job's fault */
	WORK_FAILED, /* `error` says why */
};

struct work_report {
	uint64_t id;
	enum work_end end;
	uint32_t later_s;
	char error[WORK_ERROR_SIZE];
};

/* A child's life on its end of the socket; ends when the pool closes the other. */
_Noreturn void worker_live(const struct pool_plan *plan, int socket);

#endif
