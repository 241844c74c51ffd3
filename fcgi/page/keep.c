/* Rendered parts that a child keeps: see keep.h. */
#include "page/keep.h"

#include <string.h>

#include "base/buf.h"

enum { SLOTS = 2048, LARGEST = 64 * 1024 };

struct slot {
	struct keep_key key;
	struct buf *part; /* NULL before the first */
};

struct keep {
	struct arena *process;
	struct slot slots[SLOTS]; /* a part's slot is set by who sees it */
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

	bool fits = s->part != NULL && s->part->len > 0 &&
		    memcmp(&s->key, key, sizeof *key) == 0;

	return fits ? s->part->data : NULL;
}

void
keep_put(struct keep *k, const struct keep_key *key, const char *part)
{
	struct slot *s = &k->slots[slot_of(key)];

	if (s->part == NULL)
		s->part = buf_new(k->process, LARGEST);
	buf_clear(s->part);
	buf_str(s->part, part); /* one that is too large is not kept */
	s->key = *key;
}
