/*
 * Editions of the measure catalogue in the database.
 *
 * An edition is the bytes of the catalogue's files, named by their hash; it
 * never changes. A round names its edition, so charts and scores of an old
 * round are read with the definitions they were made by.
 */
#ifndef MODEL_EDITION_H
#define MODEL_EDITION_H

#include <stdint.h>

#include "db/db.h"
#include "measure/catalogue.h"

/* Stores the files of `dir` as an edition unless they are one already. Its id. */
uint32_t edition_store(struct db *db, struct arena *a, const struct catalogue *cat,
		       const char *dir);

/*
 * The edition of a number, or whose hash begins with six hexadecimal digits or
 * more; NULL if there is none, or more than one.
 */
const struct catalogue *edition_named(struct db *db, struct arena *a, const char *name);

/* The editions a process has read; they live as long as it does. */
struct editions;

/* A store that knows one already, that of the program's own files, or none (NULL). */
struct editions *editions_new(struct arena *process, const struct catalogue *current);

/* The catalogue of an edition, read from the database if it is not known yet. */
const struct catalogue *edition_catalogue(struct editions *e, struct db *db, struct arena *a,
					  uint32_t id, const char *hash);

#endif
