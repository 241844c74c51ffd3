/* Names to places: open addressing, at most half full; see names.h. */
#include "base/names.h"

#include <stdint.h>
#include <strings.h>

#include "base/fault.h"

struct slot {
	const char *name; /* NULL: empty */
	size_t place;
};

struct names {
	struct slot *slots;
	size_t mask, n, most;
};

struct names *
names_new(struct arena *a, size_t most)
{
	struct names *n = arena_alloc(a, sizeof *n);
	size_t room = 16;

	while (room < 2 * most)
		room *= 2;
	n->slots = arena_array(a, room, sizeof *n->slots);
	n->mask = room - 1;
	n->most = most;
	return n;
}

/* FNV-1a of the name in lower case. */
static uint64_t
hash(const char *name)
{
	uint64_t h = 14695981039346656037u;

	for (; *name != '\0'; name++) {
		unsigned char c = (unsigned char)*name;

		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c - 'A' + 'a');
		h = (h ^ c) * 1099511628211u;
	}
	return h;
}

/* Where the name is, or where it would be put. */
static struct slot *
find(const struct names *n, const char *name)
{
	size_t at = (size_t)hash(name) & n->mask;

	while (n->slots[at].name != NULL && strcasecmp(n->slots[at].name, name) != 0)
		at = (at + 1) & n->mask;
	return &n->slots[at];
}

size_t
names_add(struct names *n, const char *name, size_t place)
{
	struct slot *slot = find(n, name);

	if (slot->name != NULL)
		return slot->place;
	must(n->n < n->most);
	n->n++;
	*slot = (struct slot){ name, place };
	return place;
}

size_t
names_find(const struct names *n, const char *name)
{
	const struct slot *slot = find(n, name);

	return slot->name == NULL ? NAMES_NONE : slot->place;
}
