/* Many charts in memory, a column a question, as a bench needs them. */
#ifndef TESTS_BENCH_MEASURES_TABLE_H
#define TESTS_BENCH_MEASURES_TABLE_H

#include "measure/outcome.h"
#include "measure/sheet.h"

struct table {
	const struct catalogue *cat;
	size_t rows, room;
	union cql_column *columns; /* by element */
};

/* Met and not met by measure. */
struct sums {
	uint64_t met[16], not_met[16];
};

/* The pain measures, Core 3 to 6e, written out by hand over the same columns: the limit. */
void limit_pain(const struct table *t, struct sums *sums);

#endif
