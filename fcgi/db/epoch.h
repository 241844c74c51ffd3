/*
 * The epoch of a host: a number that all its programs share, in a file mapped
 * into each. It grows with every change of what a session's look-up reads (who
 * is signed in, their role, the stamps of their practice and of the site), after
 * the change is committed and before anybody is answered that it was made. So
 * what a process read at an epoch, and remembers, holds as long as that is the
 * epoch still, but for changes that other hosts make.
 *
 * Which statements raise it, sql/gen.awk finds out; db.c does it.
 */
#ifndef DB_EPOCH_H
#define DB_EPOCH_H

#include <stdint.h>

#include "base/arena.h"

struct epoch;

/* The epoch in that file, which is made if need be; a fault if it cannot be shared. */
struct epoch *epoch_open(struct arena *process, const char *path);

/* The number now. Ask before you read what you want to remember. */
uint64_t epoch_now(const struct epoch *e);

/* From now on nothing holds that was remembered before. */
void epoch_raise(struct epoch *e);

#endif
