/* The jobs a pool has in hand: see ledger.h. */
#include "job/ledger.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "db/queries.h"

enum {
	TURN_MEMORY = 4 * 1024 * 1024,
	LONGEST_WAIT_S = 3600, /* between two tries */
	AGAIN_WAIT_S = 4,
	WORKER_SIZE = 64,
};

struct ledger {
	const struct pool_plan *plan;
	struct db *db;
	struct arena *a; /* of one turn */
	char worker[WORKER_SIZE]; /* this pool, among all that ever were */
	int64_t renew_at;
	bool claim, recurring_put;
	struct held held[LEDGER_MAX];
};

struct ledger *
ledger_new(const struct pool_plan *plan)
{
	struct ledger *l = arena_alloc(plan->arena, sizeof *l);
	char host[32] = "host";

	gethostname(host, sizeof host - 1);
	snprintf(l->worker, sizeof l->worker, "%.31s %d %08x", host, (int)getpid(),
		 secret_random_below(UINT32_MAX));
	l->plan = plan;
	l->db = db_new(plan->arena, plan->conf);
	l->a = arena_new(TURN_MEMORY);
	return l;
}

size_t
ledger_count(const struct ledger *l, enum held_state state)
{
	size_t n = 0;

	for (size_t i = 0; i < LEDGER_MAX; i++)
		n += l->held[i].state == state;
	return n;
}

/* Oldest claim first: the job with the lowest id of those queued. */
struct held *
ledger_next(struct ledger *l)
{
	struct held *next = NULL;

	for (size_t i = 0; i < LEDGER_MAX; i++) {
		struct held *h = &l->held[i];

		if (h->state == HELD_QUEUED && (next == NULL || h->order.id < next->order.id))
			next = h;
	}
	return next;
}

void
ledger_end(struct held *h, enum work_end end, const char *error)
{
	h->state = HELD_ENDED;
	h->report = (struct work_report){ .id = h->order.id, .end = end };
	snprintf(h->report.error, sizeof h->report.error, "%s", error);
}

void
ledger_give_back(struct ledger *l)
{
	for (size_t i = 0; i < LEDGER_MAX; i++)
		if (l->held[i].state == HELD_QUEUED)
			ledger_end(&l->held[i], WORK_AGAIN, "the pool stops");
}

/* Seconds until the next try: 2, 4, 8 ... up to an hour, less up to half by chance. */
static int64_t
wait_after(uint32_t tries)
{
	uint32_t whole = tries < 11 ? 2u << tries : LONGEST_WAIT_S;

	return whole - secret_random_below(whole / 2 + 1);
}

/* Puts a job that failed again as its halves, if it has any; those who wait for it wait on. */
static bool
split(struct ledger *l, const struct held *h, int64_t now)
{
	const struct job_kind *kind = &l->plan->kinds[h->order.kind];
	const char *halves[2];

	if (!h->known_kind || kind->split == NULL ||
	    !kind->split(l->a, h->order.subject, halves) ||
	    q_job_halved(l->db, h->report.error, now, h->order.id, l->worker) == 0)
		return false;
	for (int i = 0; i < 2; i++)
		q_job_put(l->db, kind->name, halves[i], now, now);
	log_error("job_halved", "id=%llu subject=%s error=%s", (unsigned long long)h->order.id,
		  h->order.subject, log_quote(h->report.error));
	return true;
}

static void
write_failure(struct ledger *l, const struct held *h, int64_t now)
{
	const struct job_kind *kind = &l->plan->kinds[h->order.kind];
	bool dead = !h->known_kind || h->tries + 1 >= kind->tries;

	if (split(l, h, now))
		return;
	q_job_failed(l->db, dead, now + wait_after(h->tries), h->report.error, now, h->order.id,
		     l->worker);
	log_error("job_failed", "id=%llu subject=%s tries=%u dead=%d error=%s",
		  (unsigned long long)h->order.id, h->order.subject, h->tries + 1, dead,
		  log_quote(h->report.error));
}

/*
 * Writes down how a job ended; true where it is done, which is written for all at once, as `done`.
 * If another pool took it over meanwhile, nothing is written.
 */
static bool
write_end(struct ledger *l, struct held *h, struct job_done_params *done)
{
	int64_t now = time_now();
	uint64_t id = h->order.id;

	if (h->cancelled) {
		q_job_cancel_done(l->db, id, l->worker);
		return false;
	}
	switch (h->report.end) {
	case WORK_DONE:
		*done = (struct job_done_params){ now, id, l->worker };
		return true;
	case WORK_LATER:
		q_job_later(l->db, now + h->report.later_s, id, l->worker);
		break;
	case WORK_AGAIN:
		q_job_give_back(l->db, now + secret_random_below(AGAIN_WAIT_S), id, l->worker);
		break;
	case WORK_FAILED:
		write_failure(l, h, now);
		break;
	case WORK_READY:
		fault("job %llu ended by being ready", (unsigned long long)id);
	}
	return false;
}

/* A job of the kind that is done, if this pool has no other of it in hand; NULL. */
static const struct held *
last_of(const struct ledger *l, size_t kind)
{
	const struct held *last = NULL;

	for (size_t i = 0; i < LEDGER_MAX; i++) {
		const struct held *h = &l->held[i];

		if (h->state == HELD_NOT || !h->known_kind || h->order.kind != kind)
			continue;
		if (h->state != HELD_ENDED)
			return NULL;
		if (h->report.end == WORK_DONE)
			last = h;
	}
	return last;
}

/* Whoever waits for jobs of which this pool has no more looks at once whether any are left. */
static void
wake(struct ledger *l)
{
	struct job_wake_params *rows = arena_array(l->a, l->plan->n_kinds, sizeof *rows);
	int64_t now = time_now();
	size_t n = 0;

	for (size_t i = 0; i < l->plan->n_kinds; i++) {
		const char *waits = l->plan->kinds[i].wakes;
		const struct held *last = waits == NULL ? NULL : last_of(l, i);

		if (last != NULL)
			rows[n++] = (struct job_wake_params){
				now, waits,
				arena_strn(l->a, last->order.subject,
					   strcspn(last->order.subject, "/")),
			};
	}
	q_job_wake(l->db, rows, n);
}

/*
 * Writes down all that ended, in one transaction: a commit waits for the disk,
 * and jobs may be shorter than that. Only then do they leave the ledger.
 */
static void
write_ends(struct ledger *l)
{
	struct job_done_params done[LEDGER_MAX];
	size_t n = 0;

	if (ledger_count(l, HELD_ENDED) == 0)
		return;
	db_begin(l->db);
	for (size_t i = 0; i < LEDGER_MAX; i++)
		if (l->held[i].state == HELD_ENDED)
			n += write_end(l, &l->held[i], &done[n]);
	q_job_done(l->db, done, n);
	wake(l);
	db_commit(l->db);
	for (size_t i = 0; i < LEDGER_MAX; i++)
		if (l->held[i].state == HELD_ENDED)
			l->held[i].state = HELD_NOT;
}

/* Long before a lease ends it is made longer: all jobs in hand at once, in one transaction. */
static void
renew(struct ledger *l)
{
	struct job_renew_params *rows = arena_array(l->a, LEDGER_MAX, sizeof *rows);
	uint32_t lease_s = l->plan->conf->worker_lease_s;
	int64_t now = time_now();
	size_t n = 0;

	if (now < l->renew_at)
		return;
	for (size_t i = 0; i < LEDGER_MAX; i++)
		if (l->held[i].state != HELD_NOT)
			rows[n++] = (struct job_renew_params){ now + lease_s, l->held[i].order.id,
							       l->worker };
	db_begin(l->db);
	q_job_renew(l->db, rows, n);
	db_commit(l->db);
	l->renew_at = now + (lease_s < 6 ? 1 : lease_s / 4);
}

/* Notes which jobs in hand staff have cancelled; one that no child has ends here. */
static void
read_cancelled(struct ledger *l)
{
	size_t n;
	struct job_cancelled_row *rows = q_job_cancelled(l->db, l->worker, &n);

	for (size_t i = 0; i < LEDGER_MAX && n > 0; i++)
		for (size_t j = 0; j < n; j++) {
			struct held *h = &l->held[i];

			if (h->state == HELD_NOT || h->order.id != rows[j].id)
				continue;
			h->cancelled = true;
			if (h->state == HELD_QUEUED)
				ledger_end(h, WORK_DONE, "cancelled");
		}
}

static bool
holds(const struct ledger *l, uint64_t id)
{
	for (size_t i = 0; i < LEDGER_MAX; i++)
		if (l->held[i].state != HELD_NOT && l->held[i].order.id == id)
			return true;
	return false;
}

static struct held *
free_place(struct ledger *l)
{
	for (size_t i = 0; i < LEDGER_MAX; i++)
		if (l->held[i].state == HELD_NOT)
			return &l->held[i];
	fault("the pool holds %d jobs already", LEDGER_MAX);
}

/* What a claim read, from either of its two statements. */
struct claimed {
	uint64_t id;
	const char *kind, *subject;
	uint32_t tries;
	int64_t created_at;
};

/* A claimed job gets its place; one that must not run ends at once, with the reason. */
static void
hold(struct ledger *l, const struct claimed *c)
{
	struct held *h = free_place(l);
	size_t kind = 0;

	while (kind < l->plan->n_kinds && !text_equal(l->plan->kinds[kind].name, c->kind))
		kind++;
	memset(h, 0, sizeof *h);
	h->known_kind = kind < l->plan->n_kinds;
	h->tries = c->tries;
	h->order.id = c->id;
	h->order.created_at = c->created_at;
	h->order.kind = h->known_kind ? kind : 0;
	snprintf(h->order.subject, sizeof h->order.subject, "%s", c->subject);
	h->state = HELD_QUEUED;
	if (!h->known_kind)
		ledger_end(h, WORK_FAILED, "this program does not know jobs of that kind");
	else if (h->tries >= l->plan->kinds[kind].tries)
		ledger_end(h, WORK_FAILED, "the pools that ran it ended while they did");
}

/* Claims up to LEDGER_CLAIM jobs in one short transaction; abandoned ones first. */
static void
claim(struct ledger *l)
{
	struct claimed taken[LEDGER_CLAIM];
	struct job_claim_params rows[LEDGER_CLAIM];
	int64_t now = time_now(), lease = now + l->plan->conf->worker_lease_s;
	struct job_abandoned_row *old;
	struct job_claimable_row *new;
	size_t n_old, n_new = 0, n = 0;

	db_begin(l->db);
	old = q_job_abandoned(l->db, now, LEDGER_CLAIM, &n_old);
	for (size_t i = 0; i < n_old; i++)
		if (!holds(l, old[i].id))
			taken[n++] = (struct claimed){ old[i].id, old[i].kind, old[i].subject,
						       old[i].tries + 1, old[i].created_at };
	new = q_job_claimable(l->db, now, LEDGER_CLAIM - (uint32_t)n, &n_new);
	for (size_t i = 0; i < n_new; i++)
		taken[n++] = (struct claimed){ new[i].id, new[i].kind, new[i].subject,
					       new[i].tries, new[i].created_at };
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct job_claim_params){ l->worker, lease, taken[i].id };
	q_job_claim(l->db, rows, n);
	db_commit(l->db);
	for (size_t i = 0; i < n; i++)
		hold(l, &taken[i]);
}

/* Once: the jobs that are always there. */
static void
put_recurring(struct ledger *l)
{
	for (size_t i = 0; i < l->plan->n_kinds; i++) {
		const struct job_kind *kind = &l->plan->kinds[i];

		if (kind->always != NULL)
			q_job_put(l->db, kind->name, kind->always, time_now(), time_now());
	}
	l->recurring_put = true;
}

static void
turn(void *arg)
{
	struct ledger *l = arg;

	db_use(l->db, l->a);
	if (!l->recurring_put)
		put_recurring(l);
	read_cancelled(l);
	write_ends(l);
	renew(l);
	if (l->claim)
		claim(l);
}

bool
ledger_turn(struct ledger *l, bool claim_jobs)
{
	enum fault_kind ended;

	l->claim = claim_jobs;
	ended = fault_frame(turn, l);
	arena_reset(l->a);
	if (ended == FAULT_INTERNAL)
		db_drop(l->db);
	return ended == FAULT_NONE;
}
