/*
 * A result as it is stored: compact JSON of a fixed order, one text a report.
 *
 * Doubles have 17 digits, so that reading gives the very bits that were
 * written: what is made of a stored result today and in ten years is the same.
 */
#ifndef REPORT_STORED_H
#define REPORT_STORED_H

#include "report/result.h"

/* The result as text of the arena. */
char *stored_write(struct arena *a, const struct result *r);

/* And back; a text that stored_write did not make is a fault. */
struct result *stored_read(struct arena *a, const char *text);

#endif
