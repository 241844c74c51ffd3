/*
 * Dates as day numbers and times as seconds.
 *
 * A date is the number of days since 1970-01-01 in the proleptic Gregorian
 * calendar (int32_t); a time is seconds since 1970-01-01 00:00 UTC (int64_t).
 * Years 1 to 9999.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DATE_TEXT_SIZE = 11, DATE_WORDS_SIZE = 24, TIME_TEXT_SIZE = 21 };

struct date_parts {
	int year, month, day; /* 1-9999, 1-12, 1-31 */
};

/* Day number of a calendar day; false if there is no such day. */
bool date_from_parts(struct date_parts p, int32_t *day);
struct date_parts date_to_parts(int32_t day);

/* Reads exactly "YYYY-MM-DD" (ISO 8601); false if it is no such text or day. */
bool date_parse(const char *text, int32_t *day);

/* Writes "YYYY-MM-DD" into `text` and gives it back. */
char *date_format(int32_t day, char text[DATE_TEXT_SIZE]);

/* Writes "May 31, 2026" into `text` and gives it back. */
char *date_words(int32_t day, char text[DATE_WORDS_SIZE]);

/*
 * The same day of another month, `months` later (or earlier: negative); its last
 * day where the month is shorter. The years stay within 1 to 9999.
 */
int32_t date_add_months(int32_t day, int months);

/*
 * Completed years from `birth` to `day`; the year ends on the birthday, for
 * 29 February on 1 March in other than leap years. Negative before birth.
 *
 * Years are counted from March here, so that the leap day comes last and no
 * month is needed; 719,468 days lie between 1 March of year 0 and 1970-01-01
 * (Cassio Neri and Lorenz Schneider, "Euclidean affine functions and their
 * application to calendar algorithms"). In the header, and without a branch, so
 * that a loop over columns of dates becomes vector instructions.
 */
static inline int
date_years_between(int32_t birth, int32_t day)
{
	uint32_t b4 = ((uint32_t)birth + 719468) * 4 + 3, d4 = ((uint32_t)day + 719468) * 4 + 3;
	uint32_t b_century = b4 / 146097, d_century = d4 / 146097;
	uint32_t b_rest = (b4 - b_century * 146097) | 3, d_rest = (d4 - d_century * 146097) | 3;
	uint32_t b_year = b_rest / 1461, d_year = d_rest / 1461;
	uint32_t b_day = (b_rest - b_year * 1461) / 4, d_day = (d_rest - d_year * 1461) / 4;
	int years = (int)(d_century * 100 + d_year) - (int)(b_century * 100 + b_year);

	return years - (d_day < b_day);
}

/* Now, and the UTC day of a time. */
int64_t time_now(void);
int32_t time_day(int64_t seconds);

/* Milliseconds of a clock that nobody sets: for how long something takes. */
double time_clock_ms(void);

/* Writes "YYYY-MM-DDTHH:MM:SSZ" into `text` and gives it back. */
char *time_format(int64_t seconds, char text[TIME_TEXT_SIZE]);

#endif
