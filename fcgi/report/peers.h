/*
 * Peer groups: the practices of a round that are like one another in kind, in
 * size, or in where they are. A practice is in at most one group of each
 * division. A fellowship program is in none by kind, since its report has the
 * programs of the round beside it anyway. Certified practices are no group:
 * nothing says yet who is certified.
 */
#ifndef REPORT_PEERS_H
#define REPORT_PEERS_H

#include "report/disclose.h"
#include "report/result.h"

enum { PEERS = 9, PEERS_OF_ONE = 3 /* the most that one practice is in */ };

struct peer_group {
	const char *code;     /* "size:small": in tables and files */
	const char *division; /* "Size": in what its practices are alike */
	const char *title;    /* "Up to 3 FTE oncologists" */
};

/* Groups of a division stand together. */
extern const struct peer_group peer_groups[PEERS];

/* The groups of a practice as bits: its kind, FTE oncologists at sign-up, country. */
uint32_t peers_of(const char *kind, double fte, const char *country);

/* The group with that code; PEERS for none. */
size_t peers_named(const char *code);

/* Its cells when it is disclosed: all, the programs where it is one, its groups. */
uint32_t peers_cells(const char *kind, double fte, const char *country);

enum { PEERS_CELLS = DISCLOSE_PEERS + PEERS };

/*
 * Puts the groups that the practice is in (`own`, as bits) into a result whose
 * sections are there. `known` has PEERS yardsticks a measure of the catalogue.
 */
void peers_fill(struct arena *a, struct result *r, uint32_t own, const struct yardstick *known,
		const struct catalogue *cat);

/* Fills what follows from a group's counts and the own ones: share, comparison, verdict. */
void peers_work_out(struct peer_line *p, const struct line *of);

/* Whether a group has figures of any measure. */
bool peers_any(const struct peer *p, size_t n_lines);

#endif
