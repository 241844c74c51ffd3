/*
 * Faults: what no user can cause.
 *
 * An outcome (something a user can cause) is a value of a small enum that the
 * caller must look at. Everything else is a fault: it is logged with its place
 * and unwinds to the nearest frame, where the request or job ends as a whole.
 * Frames stand in three places only: the web child, the worker child and the
 * test harness.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include <stdbool.h>

enum fault_kind {
	FAULT_NONE,          /* the frame ended by itself */
	FAULT_INTERNAL,      /* no state of this process can be trusted any more */
	FAULT_DATABASE_GONE, /* the database cannot be reached; the process is sound */
	FAULT_TRY_AGAIN,     /* a deadlock: the same work may be run again from its start */
};

/*
 * Runs fn(arg) inside a frame and tells how it ended. Frames nest. What was
 * wrong is in fault_message() until the next fault.
 */
enum fault_kind fault_frame(void (*fn)(void *), void *arg);

/* One line about the last fault: "file:line: text". */
const char *fault_message(void);

/*
 * Logs what was not as expected (no "failed to"; never shown to a user) and
 * unwinds. Without a frame the process ends with status 70 (EX_SOFTWARE).
 */
#define fault(...) fault_at(FAULT_INTERNAL, __FILE__, __LINE__, __VA_ARGS__)

/* A programming error if `cond` does not hold; stays in release builds. */
#define must(cond) ((cond) ? (void)0 : fault("not so: %s", #cond))

_Noreturn void fault_at(enum fault_kind kind, const char *file, int line, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

#endif
