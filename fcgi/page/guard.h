/* Who may see this page, and loading what its address names. */
#ifndef PAGE_GUARD_H
#define PAGE_GUARD_H

#include "page/visit.h"

/* Finds the session of the request, or a visitor's token. Fills me, roles, token, practice_id. */
void guard_session(struct visit *v);

/* Finds the token of the request's Authorization header, and nothing else: no cookie counts. */
void guard_token(struct visit *v);

/*
 * Whether the page's roles and needs are met; loads what it needs. If not, the
 * answer is made (404, 409, a redirect to sign in) and the result is false.
 */
bool guard_admit(struct visit *v);

/*
 * For staff: the round that the address names second, and from here on the
 * practice that it names first, which signed up for it. Answers 404 otherwise.
 */
bool guard_take_entry(struct visit *v);

/* Makes a practice's chart, and its round, the visit's; false if there is no such chart. */
bool guard_take_chart(struct visit *v, uint64_t practice, uint64_t id);

#endif
