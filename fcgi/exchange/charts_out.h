/*
 * Charts of a round as a file that can come back in (exchange/charts_in.h) and that
 * `qopi evaluate` takes: chart_id, chart_number, chart_state, chart_modules, then a
 * column for each question, with the answers as they are stored. That includes
 * answers to questions that are hidden now; abstraction_date stands in complete
 * charts. Also the empty template, and the data dictionary beside it.
 *
 * A name that begins with a sign by which spreadsheets know a formula (= + - @) gets
 * an apostrophe before it in CSV (OWASP, CSV Injection), which the import takes off;
 * nothing else in an export is a person's own text. Cells of a workbook are texts.
 */
#ifndef EXCHANGE_CHARTS_OUT_H
#define EXCHANGE_CHARTS_OUT_H

#include "base/buf.h"
#include "model/there.h"

/* Adds the charts as CSV; false if they do not fit into the buffer. */
bool charts_csv(struct buf *out, struct arena *a, const struct catalogue *cat,
		const struct there *there);

/* The same as a workbook, with the dictionary as its second sheet. */
struct bytes charts_xlsx(struct arena *a, const struct catalogue *cat, const struct there *there);

/* Only the heading that an import of charts of these modules has, and the dictionary. */
bool charts_template_csv(struct buf *out, const struct catalogue *cat, module_set modules);
struct bytes charts_template_xlsx(struct arena *a, const struct catalogue *cat, module_set modules);

#endif
