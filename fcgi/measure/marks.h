/*
 * Marks: what a completed chart says of each measure, as it is stored and
 * counted. A mark is half a byte: the outcome, and whether the chart lacks an
 * answer to a question of the measure.
 *
 * It lacks one where a question is asked of the chart that a person is to
 * answer, and has no value. A date, a number or a list answered "not
 * documented" or "unknown" has none, since the measure reads it as empty; a
 * choice that says so is an answer that the measure names. In a
 * lower-is-better measure such charts may look better than they are (measures
 * notes, null rules).
 */
#ifndef MEASURE_MARKS_H
#define MEASURE_MARKS_H

#include "base/arena.h"
#include "base/row.h"
#include "measure/catalogue.h"
#include "measure/chart.h"

enum {
	MARK_OUTCOME = 0x7, /* the bits of enum outcome */
	MARK_LACKS = 0x8,   /* never with OUTCOME_NOT_IN */
	MARK_NONE = 0xf,    /* the chart is not of the measure's module and does not count in it */
};

/*
 * Works out charts a block at a time:
 *
 *   struct marker *m = marker_new(a, cat, rows);
 *   for (...) { marker_start(m); while (marker_add(m, chart, modules)) ...; marker_run(m); ... }
 */
struct marker;

/* For blocks of up to `rows` charts, at most BATCH_SIZE (measure/outcome.h). */
struct marker *marker_new(struct arena *a, const struct catalogue *cat, size_t rows);
void marker_start(struct marker *m);

/* Adds a chart of these modules; false if the block is full (then it was not added). */
bool marker_add(struct marker *m, const struct answer *chart, module_set modules);
void marker_run(struct marker *m);

/* After marker_run: the mark of a measure for chart `row`, in order of adding. */
unsigned marker_mark(const struct marker *m, const struct measure *measure, size_t row);

/* After marker_run: all marks of chart `row` for storing. */
struct bytes marker_pack(const struct marker *m, size_t row, struct arena *a);

/* The marks of one chart for storing. */
struct bytes marks_of(const struct catalogue *cat, const struct answer *chart, module_set modules,
	struct arena *a);

/*
 * Stored marks: a byte 1 (version), the number of measures as u16 (little
 * endian), then two measures a byte, in the catalogue's order, the first in the
 * lower half. They can be read with the edition they were made with only.
 */
enum { MARKS_HEADER = 3 };

/* The halves of stored marks; NULL if they are none of this catalogue's shape. */
const uint8_t *marks_read(const struct catalogue *cat, struct bytes marks);

/* One of them. */
static inline unsigned
marks_at(const uint8_t *halves, size_t measure)
{
	return halves[measure / 2] >> (measure % 2 * 4) & 0xf;
}

#endif
