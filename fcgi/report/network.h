/*
 * Networks: practices that agreed to see each other's results side by side.
 *
 * Members know each other's exact counts, so together they can take all of them away from what is
 * published of all practices, of the fellowship programs and of peer groups. A measure is
 * therefore side by side only if what is left then tells of nobody singly: in all that can be
 * worked out from the published cells nobody outside is left, or 5 practices and 20 charts at
 * least, none with more than half (report/disclose.h, disclose_holds).
 *
 * Whom that covers, in each round by itself:
 * - all members of a network, putting together what its pages show them;
 * - networks that share a member, also over several such steps: they count as one, since the
 *   member they share sees both;
 * - who left, or whose network ended: what was released before is taken to be known by those
 *   who were there, and what it saw of them to be known by it.
 * Whoever reads a round shares its own results of it (network_rounds), so readers are among those
 * whose counts are taken away. Not covered: what practices tell each other beside these pages
 * (a member of today and one of long ago, say), and percentiles and quartiles, which are no sums.
 */
#ifndef REPORT_NETWORK_H
#define REPORT_NETWORK_H

#include "report/disclose.h"
#include "report/result.h"

enum {
	NETWORK_MOST = 20, /* members: columns of a table that people can read */
};

/* A practice's results of the round are, or were, open to the members of a network. */
struct network_tie {
	uint64_t network, practice;
};

/*
 * The practices whose counts members of a network may know: all that its ties lead to, and those
 * of networks they share a member with. Sorted upwards, of the arena; *count of them.
 */
uint64_t *network_circle(struct arena *a, const struct network_tie *ties, size_t n,
			 uint64_t network, size_t *count);

enum network_shown {
	NETWORK_SHOWN,
	NETWORK_FEW_OUTSIDE, /* fewer practices or charts outside than the rule asks for, but some */
	NETWORK_SINGLES_OUT, /* with peer groups it would tell of a few others */
};

/*
 * Whether a measure is side by side. `practices` are all with their cells and charts in it,
 * `known` those of the circle, `hidden` says of each cell whether it is published.
 */
enum network_shown network_check(struct arena *a, const struct disclose_practice *practices,
				 size_t n, size_t n_cells, const enum suppress *hidden,
				 const bool *known);

/* Why a row is hidden, for people; NULL for one that is shown. And for programs: "". */
const char *network_reason(enum network_shown shown);
const char *network_reason_code(enum network_shown shown);

/* A member's figures of a measure, as its report has them; too few to tell: not compared. */
struct network_cell {
	struct rate own;
	double share; /* these two only where own.of > 0 */
	struct interval interval;
	struct versus all; /* beside all other practices */
};

/* A measure. The cells of a hidden row hold nothing. */
struct network_row {
	const char *number, *title;
	bool lower_is_better;
	enum network_shown shown;
	struct yardstick national;
	struct network_cell *cells; /* one a column */
};

struct network_section {
	const char *id, *title; /* of the module */
	struct network_row *rows;
	size_t n_rows;
};

struct network_column {
	uint64_t practice_id;
	const char *name;
};

/* A network in a round. */
struct network_table {
	const char *round;
	struct network_column *columns; /* members with results in the round, by name */
	size_t n_columns;
	struct network_column *absent; /* members without */
	size_t n_absent;
	struct network_section *sections; /* modules in the catalogue's order */
	size_t n_sections;
	size_t n_rows, n_hidden;
};

/* Reads a network's table of a released round; `about->practice_id` is not used. */
struct network_table *network_read(struct db *db, struct arena *a,
				   const struct report_subject *about, uint64_t network);

#endif
