/* Dates as day numbers: see date.h. */
#include "base/date.h"

#include <stdio.h>
#include <time.h>

enum { SECONDS_A_DAY = 86400 };

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/*
 * Years are counted from March, so that the leap day comes last, and grouped
 * in eras of 400 years = 146,097 days; 719,468 days lie between 1 March of
 * year 0 and 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms").
 */
bool
date_from_parts(struct date_parts p, int32_t *day)
{
	int year, era, of_era, day_of_year;

	if (p.year < 1 || p.year > 9999 || p.month < 1 || p.month > 12 || p.day < 1 ||
	    p.day > days_in_month(p.year, p.month))
		return false;
	year = p.month <= 2 ? p.year - 1 : p.year;
	era = year / 400;
	of_era = year - era * 400;
	day_of_year = (153 * (p.month + (p.month > 2 ? -3 : 9)) + 2) / 5 + p.day - 1;
	*day = era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719468;
	return true;
}

struct date_parts
date_to_parts(int32_t day)
{
	int32_t z = day + 719468;
	int32_t era = (z >= 0 ? z : z - 146096) / 146097;
	int32_t of_era = z - era * 146097;
	int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int32_t day_of_year = of_era - (365 * year + year / 4 - year / 100);
	int32_t month = (5 * day_of_year + 2) / 153;
	struct date_parts p;

	p.day = day_of_year - (153 * month + 2) / 5 + 1;
	p.month = month < 10 ? month + 3 : month - 9;
	p.year = year + era * 400 + (p.month <= 2 ? 1 : 0);
	return p;
}

/* `count` digits at `text` as a number, or -1. */
static int
digits(const char *text, int count)
{
	int n = 0;

	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		n = n * 10 + (text[i] - '0');
	}
	return n;
}

bool
date_parse(const char *text, int32_t *day)
{
	struct date_parts p;

	p.year = digits(text, 4);
	if (p.year < 0 || text[4] != '-')
		return false;
	p.month = digits(text + 5, 2);
	if (p.month < 0 || text[7] != '-')
		return false;
	p.day = digits(text + 8, 2);
	if (p.day < 0 || text[10] != '\0')
		return false;
	return date_from_parts(p, day);
}

char *
date_format(int32_t day, char text[DATE_TEXT_SIZE])
{
	struct date_parts p = date_to_parts(day);

	snprintf(text, DATE_TEXT_SIZE, "%04u-%02u-%02u", (unsigned)p.year % 10000,
		 (unsigned)p.month % 100, (unsigned)p.day % 100);
	return text;
}

int32_t
date_add_months(int32_t day, int months)
{
	struct date_parts p = date_to_parts(day);
	int count = p.year * 12 + p.month - 1 + months;

	if (count < 12)
		count = 12; /* January of year 1 */
	if (count >= 10000 * 12)
		count = 10000 * 12 - 1;
	p.year = count / 12;
	p.month = count % 12 + 1;
	if (p.day > days_in_month(p.year, p.month))
		p.day = days_in_month(p.year, p.month);
	date_from_parts(p, &day);
	return day;
}

char *
date_words(int32_t day, char text[DATE_WORDS_SIZE])
{
	static const char *const months[] = {
		"January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December",
	};
	struct date_parts p = date_to_parts(day);

	snprintf(text, DATE_WORDS_SIZE, "%s %d, %d", months[p.month - 1], p.day % 100,
		 p.year % 10000);
	return text;
}

int64_t
time_now(void)
{
	return (int64_t)time(NULL);
}

double
time_clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

int32_t
time_day(int64_t seconds)
{
	int64_t day = seconds / SECONDS_A_DAY;

	return (int32_t)(seconds % SECONDS_A_DAY < 0 ? day - 1 : day);
}

char *
time_format(int64_t seconds, char text[TIME_TEXT_SIZE])
{
	int32_t day = time_day(seconds);
	unsigned rest = (unsigned)(seconds - (int64_t)day * SECONDS_A_DAY) % SECONDS_A_DAY;

	date_format(day, text);
	snprintf(text + 10, TIME_TEXT_SIZE - 10, "T%02u:%02u:%02uZ", rest / 3600,
		 rest / 60 % 60, rest % 60);
	return text;
}
