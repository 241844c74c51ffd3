/*
 * Rows of CSV after RFC 4180: fields with commas between, quoted where they hold
 * commas, quotes or line ends; line ends CR LF or LF; a byte order mark at the
 * start is skipped.
 *
 * Rows of plain ASCII without quotes, as most are, are only cut up where they
 * lie in the buffer; the others are copied out byte by byte.
 */
#ifndef MEASURE_CSV_H
#define MEASURE_CSV_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"

enum { CSV_MAX_FIELDS = 4096, CSV_MAX_ROW = 1024 * 1024 };

/* Bytes that may be read (not used) behind the end of a plain row's last field. */
enum { CSV_PADDING = 64 };

struct csv_field {
	char *text; /* not ended by a NUL in a plain row: see csv_text */
	size_t len;
};

struct csv {
	FILE *in;
	char separator;           /* a comma, unless set before the first row */
	char *buffer;             /* bytes of the file, and CSV_PADDING behind them */
	char *at, *end;           /* those not taken yet */
	bool at_end;              /* the file has no more */
	struct buf *row;          /* the texts of a copied row, each with a NUL behind */
	struct csv_field *fields; /* of the row read last */
	int *lines;               /* where each field of a copied row begins */
	size_t n_fields;
	int *given;               /* of a plain row: the places of its fields that are not empty */
	size_t n_given;
	bool plain;               /* the row lies in the buffer */
	int line;                 /* line of the next byte */
	int row_line;             /* line at which the row begins */
	bool begun;
	const char *error;        /* after CSV_WRONG: what is wrong */
	int error_line, error_column;
};

enum csv_state { CSV_ROW, CSV_END, CSV_WRONG };

/* Starts reading; the memory is the arena's, the file stays the caller's. */
struct csv *csv_new(struct arena *a, FILE *in);

/* Reads the next row into csv->fields, which are good until the next call. */
enum csv_state csv_next(struct csv *csv);

/* The text of a field with a NUL behind it, and the line at which it begins. */
const char *csv_text(const struct csv *csv, size_t field);
int csv_line(const struct csv *csv, size_t field);

/* Adds one field to a buffer, quoted where it must be. */
void csv_add_field(struct buf *out, const char *text);

#endif
