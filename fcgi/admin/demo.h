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

extern const struct demo_practice demo_practices[];
extern const size_t n_demo_practices;

#endif
