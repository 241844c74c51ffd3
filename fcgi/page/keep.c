/* What a child keeps of pages: see keep.h. */
#include "page/keep.h"

#include <string.h>

#include "base/buf.h"

enum { SLOTS = 2048, LARGEST = 64 * 1024 };

struct slot {
	struct keep_key key;
	struct buf *bytes; /* NULL before the first */
};

struct keep {
	struct arena *process;
	struct slot slots[SLOTS]; /* a page's slot is set by who sees it */
};

struct keep *
keep_new(struct arena *process)
{
	struct keep *k = arena_alloc(process, sizeof *k);

	k->process = process;
	return k;
}

static size_t
slot_of(const struct keep_key *key)
{
	uint64_t mixed = key->practice * 31 + key->account * 7 + key->roles + key->report * 131;

	return (size_t)(mixed % SLOTS);
}

struct bytes
keep_get(const struct keep *k, const struct keep_key *key)
{
	const struct slot *s = &k->slots[slot_of(key)];

	if (s->bytes == NULL || memcmp(&s->key, key, sizeof *key) != 0)
		return (struct bytes){ 0 };
	return (struct bytes){ s->bytes->data, s->bytes->len };
}

void
keep_put(struct keep *k, const struct keep_key *key, struct bytes bytes)
{
	struct slot *s = &k->slots[slot_of(key)];

	if (s->bytes == NULL)
		s->bytes = buf_new(k->process, LARGEST);
	buf_clear(s->bytes);
	buf_add(s->bytes, bytes.data, bytes.size);
	s->key = *key;
}

/* FNV-1a (Fowler, Noll, Vo), 64 bits; a NUL keeps the names apart. */
uint64_t
keep_names(const char *one, const char *other)
{
	const char *names[] = { one, other };
	uint64_t hash = 0xcbf29ce484222325u;

	for (int i = 0; i < 2; i++) {
		for (const char *c = names[i]; c != NULL && *c != '\0'; c++)
			hash = (hash ^ (unsigned char)*c) * 0x100000001b3u;
		hash *= 0x100000001b3u;
	}
	return hash;
}
