/* Growing bytes with a maximum: see buf.h. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"

enum { FIRST_SIZE = 256 };

static void
buf_drop(void *arg)
{
	struct buf *b = arg;

	free(b->data);
}

struct buf *
buf_new(struct arena *a, size_t max)
{
	struct buf *b = arena_alloc(a, sizeof *b);

	b->max = max;
	b->cap = max < FIRST_SIZE ? max : FIRST_SIZE;
	b->data = malloc(b->cap + 1);
	if (b->data == NULL)
		fault("out of memory: a buffer");
	b->data[0] = '\0';
	arena_defer(a, buf_drop, b);
	return b;
}

/* Makes room for `len` more bytes, or marks the buffer full. */
static bool
room_for(struct buf *b, size_t len)
{
	size_t cap = b->cap;
	char *data;

	if (len > b->max - b->len) {
		b->full = true;
		return false;
	}
	if (len <= b->cap - b->len)
		return true;
	while (cap - b->len < len)
		cap = cap > b->max / 2 ? b->max : cap * 2;
	data = realloc(b->data, cap + 1);
	if (data == NULL)
		fault("out of memory: a buffer of %zu bytes", cap);
	b->data = data;
	b->cap = cap;
	return true;
}

bool
buf_add(struct buf *b, const void *bytes, size_t len)
{
	if (!room_for(b, len))
		return false;
	if (len > 0)
		memcpy(b->data + b->len, bytes, len);
	b->len += len;
	b->data[b->len] = '\0';
	return true;
}

bool
buf_str(struct buf *b, const char *text)
{
	return buf_add(b, text, strlen(text));
}

bool
buf_char(struct buf *b, char c)
{
	return buf_add(b, &c, 1);
}

bool
buf_printf(struct buf *b, const char *fmt, ...)
{
	size_t room = b->cap - b->len;
	va_list ap;
	int len;

	/* Into what room there is; a second time only if that was too little. */
	va_start(ap, fmt);
	len = vsnprintf(b->data + b->len, room + 1, fmt, ap);
	va_end(ap);
	if (len < 0)
		fault("bad format: %s", fmt);
	if ((size_t)len > room) {
		b->data[b->len] = '\0';
		if (!room_for(b, (size_t)len))
			return false;
		va_start(ap, fmt);
		vsnprintf(b->data + b->len, (size_t)len + 1, fmt, ap);
		va_end(ap);
	}
	b->len += (size_t)len;
	return true;
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	b->full = false;
	b->data[0] = '\0';
}
