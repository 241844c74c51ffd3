/* Circuit breaker: see breaker.h. */
#include "remote/breaker.h"

#include <stdatomic.h>
#include <sys/mman.h>
#include <time.h>

#include "base/fault.h"
#include "base/log.h"

enum { HOLD_MAX_S = 300 };

/* What the processes share. Open means: failures >= limit. */
struct state {
	_Atomic uint32_t failures;   /* in a row */
	_Atomic int64_t open_until;  /* of clock_ms; has a meaning only while open */
};

_Static_assert(ATOMIC_LLONG_LOCK_FREE == 2, "atomics must work between processes");

struct breaker {
	struct state *state;
	uint32_t limit;
	int64_t open_ms;
	int64_t (*now_ms)(void);
};

int64_t
clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void
unmap(void *state)
{
	munmap(state, sizeof(struct state));
}

struct breaker *
breaker_new(struct arena *a, uint32_t failures, uint32_t open_s)
{
	struct breaker *b = arena_alloc(a, sizeof *b);
	void *shared = mmap(NULL, sizeof(struct state), PROT_READ | PROT_WRITE,
			    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	must(failures > 0);
	if (shared == MAP_FAILED)
		fault("no shared memory for a circuit breaker");
	arena_defer(a, unmap, shared);
	b->state = shared;
	b->limit = failures;
	b->open_ms = (int64_t)open_s * 1000;
	b->now_ms = clock_ms;
	return b;
}

void
breaker_set_clock(struct breaker *b, int64_t (*now_ms)(void))
{
	b->now_ms = now_ms;
}

bool
breaker_allows(struct breaker *b)
{
	int64_t now = b->now_ms();
	int64_t until = atomic_load(&b->state->open_until);

	if (atomic_load(&b->state->failures) < b->limit)
		return true;
	if (now < until)
		return false;
	/* Its time is over: whoever moves the time on makes the one try. */
	return atomic_compare_exchange_strong(&b->state->open_until, &until, now + b->open_ms);
}

/* Open until `until` at least; a longer time that somebody set stays. */
static void
stay_open_until(struct breaker *b, int64_t until)
{
	int64_t old = atomic_load(&b->state->open_until);

	while (old < until && !atomic_compare_exchange_weak(&b->state->open_until, &old, until))
		;
}

void
breaker_report(struct breaker *b, bool well)
{
	if (well) {
		if (atomic_exchange(&b->state->failures, 0) >= b->limit)
			log_info("breaker", "state=closed");
		return;
	}
	/* First the time, then the count that makes the time count: no gap between. */
	stay_open_until(b, b->now_ms() + b->open_ms);
	if (atomic_fetch_add(&b->state->failures, 1) + 1 == b->limit)
		log_error("breaker", "state=open seconds=%lld", (long long)(b->open_ms / 1000));
}

void
breaker_hold(struct breaker *b, int64_t seconds)
{
	if (seconds <= 0)
		return;
	if (seconds > HOLD_MAX_S)
		seconds = HOLD_MAX_S;
	stay_open_until(b, b->now_ms() + seconds * 1000);
	if (atomic_exchange(&b->state->failures, b->limit) < b->limit)
		log_error("breaker", "state=held seconds=%lld", (long long)seconds);
}
