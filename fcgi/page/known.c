/* Whose session a cookie is: see known.h. */
#include "page/known.h"

#include <stdalign.h>
#include <string.h>

#include "base/fault.h"

enum { SLOTS = 512, DIGEST = 32, ROOM = 1024 };

/* A session's slot is set by its digest; a newer one takes the place of an older. */
struct slot {
	unsigned char digest[DIGEST];
	uint64_t epoch;
	int64_t since;
	const struct session_open_row *me; /* in the room; NULL before the first */
	alignas(max_align_t) char room[ROOM];
};

struct known {
	int64_t seconds;
	struct slot slots[SLOTS];
};

struct known *
known_new(struct arena *process, uint32_t seconds)
{
	struct known *k = arena_alloc(process, sizeof *k);

	k->seconds = seconds;
	return k;
}

static size_t
slot_of(struct bytes digest)
{
	const unsigned char *bytes = digest.data;

	must(digest.size == DIGEST);
	return (bytes[0] | (size_t)bytes[1] << 8) % SLOTS;
}

const struct session_open_row *
known_get(const struct known *k, struct bytes digest, uint64_t epoch, int64_t now)
{
	const struct slot *s = &k->slots[slot_of(digest)];

	if (s->me == NULL || s->epoch != epoch || now < s->since || now - s->since >= k->seconds ||
	    memcmp(s->digest, digest.data, DIGEST) != 0)
		return NULL;
	return s->me;
}

void
known_put(struct known *k, struct bytes digest, uint64_t epoch, int64_t now,
	  const struct session_open_row *me)
{
	struct slot *s = &k->slots[slot_of(digest)];

	memcpy(s->digest, digest.data, DIGEST);
	s->epoch = epoch;
	s->since = now;
	s->me = row_pack(&Q_SESSION_OPEN, me, s->room, sizeof s->room);
}
