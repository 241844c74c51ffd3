/* How far a practice is from the median of all, in charts. Pure. */
#ifndef REPORT_GAP_H
#define REPORT_GAP_H

#include "report/result.h"

/*
 * The least number of charts more that would have to be met, with the same
 * charts counted, for the practice's share to reach the median of all
 * practices' shares; where lower is better, of charts fewer. 0 where it is
 * reached, the median is not shown or no chart counts.
 */
uint32_t gap_charts(const struct line *l);

/* "7 more charts met would reach the median of all practices, 81.3 %."; NULL for no gap. */
const char *gap_sentence(struct arena *a, const struct line *l);

#endif
