/*
 * The packed charts and marks of completed charts, derived from their answers:
 * compared with them, or made again.
 */
#ifndef MODEL_PACKING_H
#define MODEL_PACKING_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "model/edition.h"

struct packing {
	uint64_t charts; /* looked at */
	uint64_t wrong;  /* not as their answers make them */
	uint64_t first;  /* the first of those, or 0 */
	uint64_t unread; /* hold an answer that their edition does not know: left alone */
};

/*
 * Looks at all completed charts of all rounds, or with `without_marks` at those
 * that have none yet. With `mend` the wrong ones are written again, some
 * hundred in one transaction. A chart without any answer row is held to its
 * packed form, of which only the marks are made (simulated charts, qopi
 * simulate). `a` is for the time in between.
 */
struct packing packing_look(struct db *db, struct arena *a, struct editions *editions,
			    bool without_marks, bool mend);

#endif
