/*
 * One measure's line in a report: from figures to what a person reads. Pure;
 * all forms of a report take their words from here.
 */
#ifndef REPORT_LINE_H
#define REPORT_LINE_H

#include "report/network.h"
#include "report/result.h"
#include "view/view.h"

/* "Higher: better"; NULL where nothing was compared. */
const char *line_verdict(const struct line *l);

/* The same of a unit's line: "Too few to tell" where it was not compared for that. */
const char *line_versus(const struct versus *v);

/* "better", "worse", "same", "few" or "none" of a unit's line: for programs. */
const char *line_versus_code(const struct versus *v);

/* "better", "worse", "same", or "none": for programs. */
const char *line_verdict_code(enum verdict v);

/* "chi_square", "fisher", or "none": for programs. */
const char *line_test_code(enum stats_test t);

/* The same beside the others of a peer group. */
const char *line_peer(const struct peer_line *p);

/* Why a yardstick has no figure. `of_programs`: of the fellowship programs, not all practices. */
const char *line_hidden(const struct yardstick *y, bool of_programs);

/* What a level is called: "Sites". */
const char *line_level(enum level level);

/* "practice", "site", "physician", "fellow": for programs; LEVELS is the practice. */
const char *line_level_code(enum level level);

/*
 * What follows puts figures into a view of their own (view_at), for templates: of a unit's line,
 * where `of` is that of the practice.
 */
void line_show_unit(struct view *v, const struct unit_line *u, const struct line *of);

/* Of a peer group's line: its yardstick, and how the own rate lies. */
void line_show_peer(struct view *v, const struct peer_line *p);

/* Of a network member's measure. */
void line_show_network(struct view *v, const struct network_cell *c);

/* What is known of all practices, with the charts that met the measure. */
void line_show_all(struct view *v, const struct yardstick *all);

/* Of a line: its measure and the practice's rate, nothing beside. */
void line_show_brief(struct view *v, const struct line *l);

/* A line with all that stands in its row of a table. */
void line_show(struct view *v, const struct line *l, bool with_fellowship);

#endif
