/*
 * The log: one line an event, key=value pairs, to standard error.
 *
 *   2026-01-31T08:15:00.123Z info request id=5f2c… method=GET path=/charts/7 status=200 ms=1.9
 *
 * Logs carry ids, never people: no names, addresses, answers or tokens.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* The name in front of each line's pairs: "web", "worker", ... A literal. */
void log_program(const char *name);

/* The id that ties the lines of one request together; NULL ends it. Copied. */
void log_request_id(const char *id);

void log_info(const char *event, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void log_error(const char *event, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/*
 * `text` as one quoted value, cut at 400 bytes, with control bytes and quotes
 * replaced. The answer lives until the next call.
 */
const char *log_quote(const char *text);

#endif
