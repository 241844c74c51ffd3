/*
 * Faults: see fault.h.
 *
 * The stack of frames is the one piece of process state here: longjmp needs
 * it, and passing it through every call would put it into every signature.
 */
#include "base/fault.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum { EX_SOFTWARE = 70 };

struct frame {
	jmp_buf jump;
	struct frame *outer;
	enum fault_kind kind;
};

static struct frame *innermost;
static char message[512];

enum fault_kind
fault_frame(void (*fn)(void *), void *arg)
{
	struct frame frame;

	frame.outer = innermost;
	frame.kind = FAULT_NONE;
	innermost = &frame;
	if (setjmp(frame.jump) == 0)
		fn(arg);
	innermost = frame.outer;
	return frame.kind;
}

const char *
fault_message(void)
{
	return message;
}

static const char *
file_below_source(const char *path)
{
	const char *at = strstr(path, "fcgi/");

	return at == NULL ? path : at + strlen("fcgi/");
}

_Noreturn void
fault_at(enum fault_kind kind, const char *file, int line, const char *fmt, ...)
{
	va_list ap;
	int at;

	at = snprintf(message, sizeof message, "%s:%d: ", file_below_source(file), line);
	va_start(ap, fmt);
	vsnprintf(message + at, sizeof message - (size_t)at, fmt, ap);
	va_end(ap);
	log_error("fault", "what=%s", log_quote(message));
	if (innermost == NULL)
		exit(EX_SOFTWARE);
	innermost->kind = kind;
	longjmp(innermost->jump, 1);
}
