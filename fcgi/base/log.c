/*
 * The log: see log.h. A line is built whole and written with one write, so
 * that lines of several processes never mix.
 */
#include "base/log.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char *program = "myqopi";
static char request_id[40];

void
log_program(const char *name)
{
	program = name;
}

void
log_request_id(const char *id)
{
	snprintf(request_id, sizeof request_id, "%s", id == NULL ? "" : id);
}

const char *
log_quote(const char *text)
{
	static char quoted[404];
	size_t n = 0;

	quoted[n++] = '"';
	for (; *text != '\0' && n < sizeof quoted - 2; text++) {
		bool plain = (unsigned char)*text >= ' ' && *text != '"' && *text != 0x7f;

		quoted[n++] = plain ? *text : '\'';
	}
	quoted[n++] = '"';
	quoted[n] = '\0';
	return quoted;
}

static size_t
line_start(char *line, size_t size, const char *level, const char *event)
{
	struct timespec now;
	struct tm utc;
	char stamp[32];
	int n;

	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &utc);
	strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &utc);
	n = snprintf(line, size, "%s.%03ldZ %s %s program=%s pid=%d%s%s ", stamp,
		     now.tv_nsec / 1000000, level, event, program, (int)getpid(),
		     request_id[0] == '\0' ? "" : " id=", request_id);
	return (size_t)n < size ? (size_t)n : size - 1;
}

static void __attribute__((format(printf, 3, 0)))
log_line(const char *level, const char *event, const char *fmt, va_list ap)
{
	char line[2048];
	size_t at = line_start(line, sizeof line - 1, level, event);
	int n = vsnprintf(line + at, sizeof line - 1 - at, fmt, ap);

	if (n > 0)
		at += (size_t)n < sizeof line - 1 - at ? (size_t)n : sizeof line - 2 - at;
	line[at++] = '\n';
	if (write(STDERR_FILENO, line, at) < 0)
		return; /* nowhere left to say so */
}

void
log_info(const char *event, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	log_line("info", event, fmt, ap);
	va_end(ap);
}

void
log_error(const char *event, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	log_line("error", event, fmt, ap);
	va_end(ap);
}
