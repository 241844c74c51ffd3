/* A practice's own pace: see pace.h. */
#include "model/pace.h"

#include <stdio.h>

enum { WEEK = 7, HOUR_S = 3600 };

uint32_t
pace_charts_left(const struct pace_lacking *l)
{
	uint32_t most = l->core > l->disease ? l->core : l->disease;

	return l->domain > most ? l->domain : most;
}

/* The place of a day in the week. */
static size_t
weekday(int32_t day)
{
	return (size_t)((day % WEEK + WEEK) % WEEK);
}

/* Average seconds by weekday from the first worked day to yesterday. */
static void
learn(const struct pace_day *days, size_t n, int32_t today, double by_weekday[WEEK])
{
	int64_t sum[WEEK] = { 0 };
	int seen[WEEK] = { 0 };

	for (int32_t day = days[0].day; day < today; day++)
		seen[weekday(day)]++;
	for (size_t i = 0; i < n; i++)
		if (days[i].day < today)
			sum[weekday(days[i].day)] += days[i].seconds;
	for (size_t i = 0; i < WEEK; i++)
		by_weekday[i] = seen[i] == 0 ? 0 : (double)sum[i] / seen[i];
}

bool
pace_last_day(const struct pace_day *days, size_t n, int32_t today, int64_t seconds, int32_t *last)
{
	double by_weekday[WEEK], left = (double)seconds;

	if (n == 0 || today - days[0].day < PACE_DAYS)
		return false;
	learn(days, n, today, by_weekday);
	for (*last = today; *last < today + PACE_HORIZON; ++*last) {
		left -= by_weekday[weekday(*last)];
		if (left <= 0)
			return true;
	}
	return false;
}

const char *
pace_hours(int64_t seconds, char *text, size_t size)
{
	int64_t hours = (seconds + HOUR_S / 2) / HOUR_S;

	if (seconds < HOUR_S)
		return "less than an hour";
	snprintf(text, size, "about %lld %s", (long long)hours, hours == 1 ? "hour" : "hours");
	return text;
}
