/*
 * The jobs a pool has in hand, and what the database is told of them: claims,
 * leases, ends. Only the pool's own process calls this.
 */
#ifndef JOB_LEDGER_H
#define JOB_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "job/worker.h"

enum { LEDGER_MAX = 128, LEDGER_CLAIM = 10 };

enum held_state {
	HELD_NOT,     /* a free place */
	HELD_QUEUED,  /* claimed; waits for a child */
	HELD_RUNNING,
	HELD_ENDED,   /* its report is to be written down */
};

struct held {
	enum held_state state;
	struct work_order order;
	struct work_report report;
	uint32_t tries;  /* failed runs before this one */
	bool known_kind;
	bool cancelled;  /* by staff: its process is to be ended */
};

struct ledger;

/* Ends with the plan's arena. */
struct ledger *ledger_new(const struct pool_plan *plan);

/*
 * One turn with the database: writes down what ended, renews leases where it
 * is time, and claims jobs if `claim`. False when the database is not to be
 * had, or does not do as it should: what was not written is so at the next turn.
 */
bool ledger_turn(struct ledger *l, bool claim);

/* Jobs in that state. */
size_t ledger_count(const struct ledger *l, enum held_state state);

/* The first queued job, or NULL. */
struct held *ledger_next(struct ledger *l);

/* Stopping: jobs that no child has yet are given back with the next turn. */
void ledger_give_back(struct ledger *l);

/* Ends a job in the name of a child that cannot say it any more. */
void ledger_end(struct held *h, enum work_end end, const char *error);

#endif
