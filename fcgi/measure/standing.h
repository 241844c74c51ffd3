/*
 * Where a chart stands in its measures while it is being abstracted: which it
 * counts in, which are met, and what is still missing.
 */
#ifndef MEASURE_STANDING_H
#define MEASURE_STANDING_H

#include "measure/explain.h"

enum standing_kind {
	STANDING_OUT,       /* it does not count */
	STANDING_MAY_COUNT, /* answers decide it that are not given yet */
	STANDING_NOT_YET,   /* counts, not met, and answers are open that may change it */
	STANDING_NOT_MET,   /* counts and is not met, all answers given */
	STANDING_TAKEN_OUT, /* excluded or excepted */
	STANDING_MET,
};

enum { STANDING_MISSING_MOST = 3 };

struct standing {
	const struct measure *measure;
	enum standing_kind kind;
	/* what is not answered yet, or not as wanted: sentences for a person */
	const char *missing[STANDING_MISSING_MOST];
	size_t n_missing;
};

/*
 * The standing in each measure of these modules, in the catalogue's order;
 * those it does not count in are left out. Lives as long as the arena.
 */
const struct standing *chart_standings(const struct catalogue *cat, const struct answer *chart,
	module_set modules, struct arena *a, size_t *count);

/* How many measures of these modules it counts in (met or not met), and is met in. */
struct standing_count {
	size_t in, met;
};

/* The same count as chart_standings would give, of the chart that chart_work_out worked out. */
struct standing_count chart_standing_count(const struct catalogue *cat,
	const struct cql_block *block, module_set modules);

/* "met" ... for scripts and styles; "Met" ... for people. */
const char *standing_code(enum standing_kind kind);
const char *standing_words(enum standing_kind kind);

#endif
