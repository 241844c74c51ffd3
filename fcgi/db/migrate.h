/* Schema steps: files applied once each, in the order of their names. */
#ifndef DB_MIGRATE_H
#define DB_MIGRATE_H

#include <stddef.h>

#include "db/db.h"

/*
 * Applies the steps of `dir` that were not applied before, and notes them.
 * `kind` ("schema", "seed") goes before their names in the note. Says each on
 * standard output. A step that does not run is a fault that names it; MariaDB
 * commits each DDL statement by itself, so a step should be small.
 * Gives the number of steps applied.
 */
size_t migrate(struct db *db, struct arena *a, const char *kind, const char *dir);

#endif
