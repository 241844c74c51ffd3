/*
 * Pages that say the same to everybody who is not signed in. Only the token in
 * their forms is the visitor's own: a child renders such a page once, keeps it
 * without the token (page/keep.h), and puts each visitor's own into its places.
 */
#ifndef PAGE_SAME_H
#define PAGE_SAME_H

#include "page/visit.h"

/*
 * Answers with the kept page of this route. False, and nothing is answered, when
 * there is none yet or this visit's page is its own: somebody is signed in, a
 * notice waits, or the address has a query.
 */
bool same_answer(struct visit *v);

/* Keeps the page that the handler has just rendered, if it is everybody's. */
void same_keep(struct visit *v);

#endif
