/*
 * Peer groups: the practices of a round that are like one another in kind, in
 * size, in where they are, or in that they are certified. A practice is in at most
 * one group of each division. A fellowship program is in none by kind, since its
 * report has the programs of the round beside it anyway.
 */
#ifndef REPORT_PEERS_H
#define REPORT_PEERS_H

#include "report/disclose.h"
#include "report/result.h"

enum { PEERS = 10, PEERS_OF_ONE = 4 /* the most that one practice is in */ };

struct peer_group {
	const char *code;     /* "size:small": in tables and files */
	const char *division; /* "Size": in what its practices are alike */
	const char *title;    /* "Up to 3 FTE oncologists" */
};

/* Groups of a division stand together. */
extern const struct peer_group peer_groups[PEERS];

/* In what practices may be alike. */
struct peer_traits {
	const char *kind;
	double fte;          /* oncologists at sign-up */
	const char *country; /* its code */
	bool certified;      /* on the round's last day */
};

/* The groups of a practice as bits. */
uint32_t peers_of(struct peer_traits t);

/* The group with that code; PEERS for none. */
size_t peers_named(const char *code);

/* Its cells when it is disclosed: all, the programs where it is one, its groups. */
uint32_t peers_cells(struct peer_traits t);

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
