/*
 * Circuit breaker: leaves a broken service alone for a while.
 *
 * After `failures` failures in a row it is open for `open_s` seconds and lets
 * nobody through; then it lets one try through, which closes it or opens it
 * again. Its state lies in memory that children share with the master that
 * made it before they were forked: what one child learns, all know. It is
 * plain counters moved by atomic operations, so a child that dies at any point
 * leaves nothing locked; a try that never reports costs `open_s` seconds.
 */
#ifndef REMOTE_BREAKER_H
#define REMOTE_BREAKER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct breaker;

/* A closed breaker; make it in the master. It ends with the arena. */
struct breaker *breaker_new(struct arena *a, uint32_t failures, uint32_t open_s);

/* Whether a try may be made now. After true, say how it ended by breaker_report. */
bool breaker_allows(struct breaker *b);
void breaker_report(struct breaker *b, bool well);

/*
 * Opens it for `seconds`, because the service asked for that (Retry-After);
 * more than five minutes are taken as five.
 */
void breaker_hold(struct breaker *b, int64_t seconds);

/* Another clock than clock_ms, for tests; of this process only. */
void breaker_set_clock(struct breaker *b, int64_t (*now_ms)(void));

/* Milliseconds of the host's monotonic clock, the same in all its processes. */
int64_t clock_ms(void);

#endif
