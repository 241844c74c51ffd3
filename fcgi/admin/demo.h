/* The people, practices and rounds of the demonstration data. For demo.c only. */
#ifndef ADMIN_DEMO_H
#define ADMIN_DEMO_H

#include <stddef.h>

#include "admin/calls.h"
#include "measure/catalogue.h"

/* A practice of the demonstration. */
struct demo_practice {
	const char *name, *kind, *city, *region, *country;
	const char *member_id, *last_name, *physician; /* its corresponding physician */
	double fte;
	unsigned new_patients, fellows;
	double care;      /* how often it does what the measures ask for */
	unsigned charts;  /* in the round that is over; 0: it did not take part */
	const char *status;
};

/* Where a chart of a practice belongs; NULL for what it does not name. */
struct demo_place {
	const uint64_t *site, *physician, *abstractor;
};

/*
 * The first practice's second site and its physicians, and the fellows of the
 * first program: demo_people.c. Inside a transaction.
 */
void demo_add_physicians(struct db *db, uint64_t practice, uint64_t manager, uint64_t viewer);

/* Whom a practice's sign-up asks figures of: their number, and *ids of the arena's. */
size_t demo_reported(struct db *db, struct arena *a, uint64_t practice, const uint64_t **ids);

/* The place of the practice's i-th chart in a round. */
struct demo_place demo_place(struct db *db, uint64_t practice, size_t i);

/*
 * A network of the fellowship programs, to which the first practice is invited: demo_network.c.
 * Inside a transaction.
 */
void demo_add_network(struct db *db, uint64_t staff, const uint64_t *practices,
		      const uint64_t *managers);

extern const struct demo_practice demo_practices[];
extern const size_t n_demo_practices;

#endif
