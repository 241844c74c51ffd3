/* What resources say, by the tables of mcode_map.h. For mcode.c. */
#ifndef EXCHANGE_MCODE_FIND_H
#define EXCHANGE_MCODE_FIND_H

#include "exchange/mcode.h"

/* A resource that counts. */
struct mcode_resource {
	const char *type, *source;
	const json_t *json;
	bool dated;
	int32_t day;
	size_t place; /* in the record */
};

struct mcode_finding {
	struct arena *a;
	const struct catalogue *cat;
	const struct mcode_resource *all; /* by day, those without one last */
	size_t n;
	struct mcode_suggestion *found;   /* by element, then as found */
	size_t n_found, room;
};

/* Everything that is said. */
void mcode_find(struct mcode_finding *f);

#endif
