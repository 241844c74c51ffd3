/* What the pages of a practice's sign-up share: round.c, round_physicians.c. */
#ifndef PAGE_ROUND_H
#define PAGE_ROUND_H

#include "model/entry.h"
#include "page/visit.h"

/*
 * The physicians who may have figures of their own, as boxes:
 * reportable.N.{id,name,ticked}, and charts_a_physician. After the form is there.
 */
void round_show_physicians(struct visit *v);

/* Those that the form ticked; a message if one is none of the practice's. */
void round_take_physicians(struct visit *v, struct entry_basis *basis);

#endif
