/*
 * The audit log: who did what when. Lines are only ever added; each carries
 * the hash of the one before it, so that a changed or missing line shows.
 */
#ifndef MODEL_AUDIT_H
#define MODEL_AUDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"

/*
 * Adds a line; inside the caller's transaction, so that it stands or falls
 * with what it tells of. `account` and `practice` 0 mean none. `detail` holds
 * ids and words of ours, no answers and no secrets.
 */
void audit_add(struct db *db, struct arena *a, uint64_t account, uint64_t practice,
	       const char *action, const char *detail);

/* Walks the chain. True if it is whole; else *broken is the first line that does not fit. */
bool audit_verify(struct db *db, struct arena *a, uint64_t *lines, uint64_t *broken);

#endif
