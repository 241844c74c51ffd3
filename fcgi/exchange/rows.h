/*
 * Rows of figures as CSV (RFC 4180, UTF-8), field by field. A text that a spreadsheet would take
 * for a formula gets an apostrophe in front (OWASP, CSV Injection). Nothing to say is an empty
 * field.
 */
#ifndef EXCHANGE_ROWS_H
#define EXCHANGE_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/row.h"

/* The rows so far. */
struct rows {
	struct arena *a;
	struct buf *out;
	bool begun; /* the row has a field */
};

/* An empty table, of the arena. */
struct rows rows_new(struct arena *a);

/* The next field of the row; NULL is an empty one. */
void rows_text(struct rows *t, const char *value);
void rows_count(struct rows *t, uint32_t n);
void rows_share(struct rows *t, double value); /* from 0 to 1, with all its digits */
void rows_nothing(struct rows *t, size_t fields);
void rows_end(struct rows *t);

/* The bytes of the file, of the arena; more than 32 MiB are a fault. */
struct bytes rows_bytes(const struct rows *t);

#endif
