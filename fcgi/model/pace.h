/*
 * A practice's own pace: how many charts are left, how long they will take, and
 * the day on which they will be done. Nothing here knows a database.
 */
#ifndef MODEL_PACE_H
#define MODEL_PACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	PACE_CHARTS = 3,    /* timed charts from which on a pace is told */
	PACE_WINDOW = 28,   /* days back from which weekdays are learned */
	PACE_DAYS = 7,      /* days that must have been seen before a last day is told */
	PACE_HORIZON = 366, /* days ahead; later is never */
};

/* Charts that a round's modules lack, by what the modules are. */
struct pace_lacking {
	uint32_t core, disease, domain; /* disease: the sum; domain: the most of one */
};

/*
 * The fewest charts that fill all of them: each chart is in Core and at most in
 * one disease module; a domain module goes with any.
 */
uint32_t pace_charts_left(const struct pace_lacking *lacking);

/* Seconds of work on a day. */
struct pace_day {
	int32_t day;
	int64_t seconds;
};

/*
 * The day on which `seconds` more are worked, if each coming weekday is as those
 * among `days` were on average; days without work count. `days` are in order,
 * `today` is the first that work may fall on, and not yet learned from. False
 * if less than PACE_DAYS were seen, or if it takes longer than PACE_HORIZON.
 */
bool pace_last_day(const struct pace_day *days, size_t n, int32_t today, int64_t seconds,
		   int32_t *last);

/* Hours in words, rounded up to what people plan with: "less than an hour", "about 7 hours". */
const char *pace_hours(int64_t seconds, char *text, size_t size);

#endif
