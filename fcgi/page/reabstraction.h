/* What the pages of second abstractions share: reabstraction.c, reabstraction_show.c. */
#ifndef PAGE_REABSTRACTION_H
#define PAGE_REABSTRACTION_H

#include "page/visit.h"

/*
 * How far a practice's first and second abstractions of the visit's round agree:
 * summary.{compared,few,one_sided}, coded, choices, dates and numbers (each with
 * what show_rate puts there) and questions.N.
 */
void reabstraction_show_summary(struct visit *v, size_t compared);

/* The same in a line a round: seconds.N.{round_id,round_name,drawn,compared,same,kappa}. */
void reabstraction_show_rounds(struct visit *v, uint64_t practice);

/* The second chart that the address names after the round; NULL if it is none of these. */
const struct second_list_row *reabstraction_named(const struct visit *v,
						  const struct second_list_row *all, size_t n);

/*
 * Whether the visitor may have the answers of the round's charts in a file; not
 * while they have a second abstraction to make: then that is answered.
 */
bool reabstraction_allows_files(struct visit *v);

/* The visitor's own second charts of the round: seconds.N. */
void reabstraction_show_own(struct visit *v);

#endif
