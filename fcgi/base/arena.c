/*
 * Memory with a lifetime: see arena.h.
 *
 * A list of chunks, bump-allocated. The first chunk stays over a reset, so an
 * ordinary request asks the system for no memory at all. Under address
 * sanitizer free space is poisoned; with --enable-arena-debug every piece has
 * a malloc of its own, so that tools see each overrun.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#endif

enum { FIRST_CHUNK = 64 * 1024, ALIGN = alignof(max_align_t) };

struct chunk {
	struct chunk *below;
	size_t size, used;
	alignas(max_align_t) unsigned char bytes[];
};

struct clean_up {
	struct clean_up *below;
	void (*fn)(void *);
	void *arg;
};

struct arena {
	struct chunk *top;
	struct clean_up *clean_ups;
	size_t cap, total;
};

static struct chunk *
chunk_new(struct chunk *below, size_t size)
{
	struct chunk *c = malloc(sizeof *c + size);

	if (c == NULL)
		fault("out of memory: a chunk of %zu bytes", size);
	c->below = below;
	c->size = size;
	c->used = 0;
	POISON(c->bytes, size);
	return c;
}

struct arena *
arena_new(size_t cap)
{
	struct arena *a = calloc(1, sizeof *a);

	if (a == NULL)
		fault("out of memory: an arena");
	a->cap = cap;
	a->top = chunk_new(NULL, FIRST_CHUNK);
	a->total = FIRST_CHUNK;
	return a;
}

/* Runs the clean-ups above `until`. One may register another: it runs too. */
static void
clean_down_to(struct arena *a, const struct clean_up *until)
{
	while (a->clean_ups != until) {
		struct clean_up *c = a->clean_ups;

		a->clean_ups = c->below;
		c->fn(c->arg);
	}
}

static void
pop_down_to(struct arena *a, const struct chunk *until)
{
	while (a->top != until) {
		struct chunk *c = a->top;

		a->top = c->below;
		a->total -= c->size;
		UNPOISON(c->bytes, c->size);
		free(c);
	}
}

static struct chunk *
first_chunk(const struct arena *a)
{
	struct chunk *c = a->top;

	while (c->below != NULL)
		c = c->below;
	return c;
}

void
arena_reset(struct arena *a)
{
	clean_down_to(a, NULL);
	pop_down_to(a, first_chunk(a));
	a->top->used = 0;
	POISON(a->top->bytes, a->top->size);
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	clean_down_to(a, NULL);
	pop_down_to(a, NULL);
	free(a);
}

static size_t
aligned(size_t n)
{
	return (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

static void
grow(struct arena *a, size_t need)
{
	size_t size = a->total;

#ifdef ARENA_DEBUG
	size = need;
#endif
	if (size < need)
		size = need;
	if (size > a->cap - a->total)
		size = need;
	if (a->total > a->cap || size > a->cap - a->total)
		fault("arena is full: %zu bytes used, %zu more wanted, %zu allowed", a->total, need,
		      a->cap);
	a->top = chunk_new(a->top, size);
	a->total += size;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	size_t need = aligned(size == 0 ? 1 : size);
	unsigned char *p;

	if (need < size)
		fault("arena: a piece of %zu bytes", size);
#ifdef ARENA_DEBUG
	grow(a, need);
#else
	if (need > a->top->size - a->top->used)
		grow(a, need);
#endif
	p = a->top->bytes + a->top->used;
	a->top->used += need;
	UNPOISON(p, size);
	memset(p, 0, size);
	return p;
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 2 / size)
		fault("arena: an array of %zu times %zu bytes", count, size);
	return arena_alloc(a, count * size);
}

char *
arena_strn(struct arena *a, const char *text, size_t len)
{
	char *copy = arena_alloc(a, len + 1);

	memcpy(copy, text, len);
	return copy;
}

char *
arena_str(struct arena *a, const char *text)
{
	return text == NULL ? NULL : arena_strn(a, text, strlen(text));
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	char small[256];
	va_list again;
	char *text;
	int len;

	va_copy(again, ap);
	len = vsnprintf(small, sizeof small, fmt, again);
	va_end(again);
	if (len < 0)
		fault("bad format: %s", fmt);
	if ((size_t)len < sizeof small)
		return arena_strn(a, small, (size_t)len);
	text = arena_alloc(a, (size_t)len + 1);
	vsnprintf(text, (size_t)len + 1, fmt, ap);
	return text;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return text;
}

void
arena_defer(struct arena *a, void (*fn)(void *), void *arg)
{
	struct clean_up *c = arena_alloc(a, sizeof *c);

	c->fn = fn;
	c->arg = arg;
	c->below = a->clean_ups;
	a->clean_ups = c;
}

void
arena_cancel(struct arena *a, void (*fn)(void *), void *arg)
{
	for (struct clean_up **at = &a->clean_ups; *at != NULL; at = &(*at)->below) {
		if ((*at)->fn == fn && (*at)->arg == arg) {
			*at = (*at)->below;
			return;
		}
	}
}

struct arena_mark
arena_mark(struct arena *a)
{
	return (struct arena_mark){ a->top, a->top->used, a->clean_ups };
}

void
arena_back(struct arena *a, struct arena_mark mark)
{
	clean_down_to(a, mark.clean_up);
	pop_down_to(a, mark.chunk);
	a->top->used = mark.used;
	POISON(a->top->bytes + mark.used, a->top->size - mark.used);
}

size_t
arena_used(const struct arena *a)
{
	size_t n = 0;

	for (const struct chunk *c = a->top; c != NULL; c = c->below)
		n += c->used;
	return n;
}
