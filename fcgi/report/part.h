/*
 * The page of a performance report, for the templates report/part.cs, which
 * everybody of the practice may read, report/people.cs, which not everybody
 * may, and report/end.cs, which stands below both.
 */
#ifndef REPORT_PART_H
#define REPORT_PART_H

#include "report/result.h"
#include "view/view.h"

/*
 * Puts a result into a view: all that a template may say of it. `id` is the report's, for the
 * addresses of its files. What follows are its parts.
 */
void report_show(struct view *v, struct arena *a, const struct result *r, uint64_t id);

/*
 * Puts a result's units into a view: levels.N.{code,title} with
 * .units.N.{name,charts,lines.N}, .{all,rest}.{better,worse,same}, and the rates
 * of several units side by side as .rows.N.{number,title,practice,cells.N}.
 */
void report_show_levels(struct view *v, const struct result *r);

/* Puts the Overall Quality Score into a view, if there is one: what layout/overall.cs expects. */
void report_show_overall(struct view *v, struct arena *a, const struct result *r);

/* Puts the peer groups into a view: what the macros of layout/peers.cs expect. */
void report_show_peers(struct view *v, const struct result *r);

/* The line of a measure by its number, and its place among those of all sections; NULL. */
const struct line *report_line(const struct result *r, const char *number, size_t *place);

/* Puts one measure into a view, for report/measure.cs, which says what there is. */
void report_show_measure(struct view *v, struct arena *a, const struct result *r,
			 const struct line *l, size_t place);

#endif
