/* Rendered text that a child keeps: see keep.h. */
#include "page/keep.h"

#include <string.h>

#include "base/buf.h"

enum { SLOTS = 2048, LARGEST = 64 * 1024 };

struct slot {
	struct keep_key key;
	struct buf *text; /* NULL before the first */
};

struct keep {
	struct arena *process;
	struct slot slots[SLOTS]; /* a text's slot is set by who sees it */
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
	return (size_t)((key->practice * 31 + key->account * 7 + key->roles) % SLOTS);
}

const char *
keep_get(const struct keep *k, const struct keep_key *key)
{
	const struct slot *s = &k->slots[slot_of(key)];
	bool fits = s->text != NULL && s->text->len > 0 &&
		    memcmp(&s->key, key, sizeof *key) == 0;

	return fits ? s->text->data : NULL;
}

void
keep_put(struct keep *k, const struct keep_key *key, const char *text)
{
	struct slot *s = &k->slots[slot_of(key)];

	if (s->text == NULL)
		s->text = buf_new(k->process, LARGEST);
	buf_clear(s->text);
	buf_str(s->text, text); /* one that is too large is not kept */
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
