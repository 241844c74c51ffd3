/*
 * The charts of a practice in a round as files know them: by a name, with all
 * their answers, whatever their state.
 *
 * A chart's name in files is its label; "chart-12" by its number where it has none
 * or an earlier one has the same. So each has a name of its own, and an export
 * can come back in.
 */
#ifndef MODEL_THERE_H
#define MODEL_THERE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/names.h"
#include "db/db.h"
#include "measure/catalogue.h"
#include "measure/chart.h"

struct there_chart {
	uint64_t id;
	uint32_t number;
	const char *name, *state;
	uint64_t treating; /* the account of its treating physician or fellow; 0: nobody named */
	module_set modules;
	struct bytes packed; /* its answers, as stored: hidden ones too */
};

struct there {
	struct there_chart *all; /* by number */
	size_t n;
	struct names *names; /* to places in `all` */
};

/* Reads them with two statements, however many there are. */
struct there there_load(struct db *db, struct arena *a, const struct catalogue *cat,
			uint64_t practice_id, uint64_t round_id);

/* The chart of a name, or NULL. */
const struct there_chart *there_named(const struct there *there, const char *name);

/*
 * The name of the next chart: its label, or one by its number, that none of the
 * names has yet. Adds it to them, at `place`.
 */
const char *there_name(struct arena *a, struct names *names, const char *label, uint32_t number,
		       size_t place);

/* "CORE;SMT" and back; modules that the catalogue does not have are left out. */
const char *there_modules(struct arena *a, const struct catalogue *cat, module_set set);
module_set there_module_set(struct arena *a, const struct catalogue *cat, const char *text);

#endif
