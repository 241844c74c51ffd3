/* Names to places in an array: look-up without regard to the case of ASCII letters. */
#ifndef BASE_NAMES_H
#define BASE_NAMES_H

#include <stddef.h>

#include "base/arena.h"

struct names;

/* An empty look-up for at most `most` names; it lives as long as the arena. */
struct names *names_new(struct arena *a, size_t most);

/*
 * Adds a name, which must live as long, with its place; if it is there already
 * nothing changes. The place that the name has now.
 */
size_t names_add(struct names *n, const char *name, size_t place);

/* The place of a name, or NAMES_NONE. */
#define NAMES_NONE ((size_t)-1)
size_t names_find(const struct names *n, const char *name);

#endif
