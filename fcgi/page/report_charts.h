/* A report's way back to its charts. */
#ifndef PAGE_REPORT_CHARTS_H
#define PAGE_REPORT_CHARTS_H

#include "page/visit.h"
#include "report/result.h"

/*
 * Puts the charts behind a line of the visit's report that did not meet it into
 * the view, by reason: misses.N.{count,reasons.N.{question,answer,wanted},
 * charts.N.{id,number,label,detail}}; miss_count, how many they are, and
 * `missing` where the charts that the report counts are not there any more.
 */
void report_show_misses(struct visit *v, const struct line *l);

/* The visit's report as it was stored, without named people; NULL where it never was. */
const struct result *report_stored(struct visit *v);

#endif
