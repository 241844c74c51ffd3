/*
 * Whole pages that a child keeps: rendered once, answered many times. Only the
 * token in their forms is the visitor's own: a page is kept without it, and
 * each visitor's own is put into its places.
 *
 * The key says all that the page depends on (page/keep.h). A page with a notice
 * on it is nobody else's: it is neither kept nor answered from here.
 */
#ifndef PAGE_KEPT_H
#define PAGE_KEPT_H

#include "page/keep.h"
#include "page/visit.h"

/* A person's own page, true for a day or until a stamp is raised; `report` as in keep_key. */
struct keep_key kept_own(const struct visit *v, uint64_t report);

/* Answers with the page kept under that key. False, and nothing is answered, without one. */
bool kept_answer(struct visit *v, const struct keep_key *key);

/* Keeps the page that was just rendered, unless it is not to be, and answers with it as kept. */
void kept_store(struct visit *v, const struct keep_key *key);

#endif
