/* What question.c and staff_chart.c share: the same page for a practice and for ASCO staff. */
#ifndef PAGE_QUESTION_H
#define PAGE_QUESTION_H

#include "page/visit.h"

/* The address of the visit's chart: the practice's own, or the one for ASCO staff. */
const char *question_chart_path(const struct visit *v);

/* Practices > this one > charts > this one, and `deeper` a page below that. */
void staff_chart_crumbs(struct visit *v, bool deeper);

#endif
