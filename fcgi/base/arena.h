/*
 * Memory with a lifetime.
 *
 * There are three lifetimes in this program:
 *   process         configuration, measure catalogue, parsed templates
 *   request or job  all that one answer needs; reset when it is sent
 *   row             the inside of a long loop, between arena_mark and arena_back
 *
 * A function that takes an arena returns memory that lives as long as that
 * arena; nobody frees it. What a library hands out is tied to an arena with
 * arena_defer on the line after it was made.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A point in an arena's life, to come back to. */
struct arena_mark {
	void *chunk;
	size_t used;
	void *clean_up;
};

/*
 * Makes an arena that may grow to `cap` bytes; growing past it is a fault.
 * The caller owns it and ends it with arena_free.
 */
struct arena *arena_new(size_t cap);

/* Runs the clean-ups, newest first, and gives all memory back. */
void arena_free(struct arena *a);

/* As arena_free, but keeps the arena and its first chunk for the next request. */
void arena_reset(struct arena *a);

/* `size` zeroed bytes, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *a, size_t size);

/* Room for `count` elements of `size` bytes, zeroed; an overflow is a fault. */
void *arena_array(struct arena *a, size_t count, size_t size);

/* A copy of `text`; NULL stays NULL. */
char *arena_str(struct arena *a, const char *text);

/* A copy of the first `len` bytes of `text`, with a NUL behind them. */
char *arena_strn(struct arena *a, const char *text, size_t len);

/* As sprintf, into memory of the arena. */
char *arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

/* Calls fn(arg) when the arena is reset, freed or taken back behind this point. */
void arena_defer(struct arena *a, void (*fn)(void *), void *arg);

/* Takes back a deferred call without running it; unknown ones are ignored. */
void arena_cancel(struct arena *a, void (*fn)(void *), void *arg);

/* Remembers this point; arena_back returns to it and runs the clean-ups since. */
struct arena_mark arena_mark(struct arena *a);
void arena_back(struct arena *a, struct arena_mark mark);

/* Bytes handed out since the last reset. */
size_t arena_used(const struct arena *a);

#endif
