/*
 * Rows of CSV after RFC 4180: fields with commas between, quoted where they hold
 * commas, quotes or line ends; line ends CR LF or LF; a byte order mark at the
 * start is skipped.
 */
#ifndef MEASURE_CSV_H
#define MEASURE_CSV_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"

enum { CSV_MAX_FIELDS = 4096, CSV_MAX_ROW = 1024 * 1024 };

struct csv_field {
	const char *text;
	int line, column;  /* where it begins: line of the file and field of the row, from 1 */
};

struct csv {
	FILE *in;
	char separator;           /* a comma, unless set before the first row */
	struct buf *row;          /* the texts of the row, each with a NUL behind */
	struct csv_field *fields; /* of the row read last */
	size_t *starts;           /* where each text begins in `row` */
	size_t n_fields;
	int line;                 /* line of the next byte */
	bool begun;
	const char *error;        /* after CSV_WRONG: what is wrong */
	int error_line, error_column;
};

enum csv_state { CSV_ROW, CSV_END, CSV_WRONG };

/* Starts reading; the memory is the arena's, the file stays the caller's. */
struct csv *csv_new(struct arena *a, FILE *in);

/* Reads the next row into csv->fields, which are good until the next call. */
enum csv_state csv_next(struct csv *csv);

/* Writes one field, quoted where it must be. */
void csv_write_field(FILE *out, const char *text);

/* The same into a buffer. */
void csv_add_field(struct buf *out, const char *text);

#endif
