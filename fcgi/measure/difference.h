/* What changed from one edition of the catalogue to another, in words. */
#ifndef MEASURE_DIFFERENCE_H
#define MEASURE_DIFFERENCE_H

#include "base/buf.h"
#include "measure/catalogue.h"

/*
 * Appends a line for each module, measure, shared definition and question that
 * was added, removed or changed, and below it, indented, what was (-) and what
 * is now (+). White space in conditions does not count. The number of things
 * added, removed or changed; 0: the editions ask and score the same.
 */
size_t catalogue_difference(const struct catalogue *old, const struct catalogue *now,
	struct buf *out, struct arena *scratch);

#endif
