/*
 * Time that people work on a chart, measured in their browsers without idle time.
 *
 * A page reports again and again, under a name of its own and with a number that
 * grows. A report that comes twice counts once; what it tells beyond the time
 * that passed since the page's last one is cut off.
 */
#ifndef MODEL_CHART_TIME_H
#define MODEL_CHART_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/db.h"

enum {
	CHART_TIME_FIRST_S = 120, /* the most that a page's first report counts */
	CHART_TIME_CLIENT = 32,   /* the most letters of a page's name */
};

struct section_time {
	const char *section; /* its title */
	uint32_t seconds;
};

struct time_report {
	uint64_t practice_id, chart_id, account_id;
	const char *client; /* the page */
	uint64_t seq;       /* from 1 */
	struct section_time *parts;
	size_t n;
};

/* Cuts parts off, the last first, until all of them together are at most `most` seconds. */
void chart_time_cut(struct section_time *parts, size_t n, int64_t most);

/*
 * Takes a report in, inside the caller's transaction; its parts are cut. False,
 * and nothing is counted, if it came before.
 */
bool chart_time_take(struct db *db, struct arena *a, struct time_report *report, int64_t now);

#endif
