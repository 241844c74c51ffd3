/*
 * The parts of loading a catalogue, one a file: dictionary.c reads the
 * questions, tracks.c modules and tracks, define.c the measures. Only
 * catalogue.c calls them.
 */
#ifndef MEASURE_LOADER_H
#define MEASURE_LOADER_H

#include "measure/catalogue.h"

struct loader {
	struct arena *arena;
	struct buf *errors;
	struct catalogue *cat;
	const struct catalogue_file *files; /* in the order of their names */
	struct element *elements;     /* those of cat, while they are being made */
	struct measure *measures;
	bool wrong;
};

/* Reports an error at a place. */
#define loader_error(loader, place, ...) \
	((loader)->wrong = true, cql_error((loader)->errors, place, __VA_ARGS__))

/* The text of a file; NULL, and reported, if the folder has none of that name. */
const char *loader_file(struct loader *loader, const char *name);

/* The modules named in `names` (ids or names with spaces between). */
module_set loader_modules(struct loader *loader, const char *names, struct cql_place place);

void load_tracks(struct loader *loader);    /* fills modules and tracks */
void load_elements(struct loader *loader);  /* fills elements and dictionary */
void load_measures(struct loader *loader);  /* fills library and measures */
void load_conditions(struct loader *loader); /* checks when questions are asked, and rules */
void load_plan(struct loader *loader);      /* fills the plan; nothing may be wrong */

#endif
