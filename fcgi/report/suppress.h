/*
 * The small-number rule: which figures over several practices may be shown
 * without telling one practice about another (QOPI reference page, section 14,
 * item 19). A pure function over counts.
 *
 * Whatever is worked out from a hidden cell (rate, interval, quartiles, the
 * mark of a comparison) is hidden with it.
 */
#ifndef REPORT_SUPPRESS_H
#define REPORT_SUPPRESS_H

#include <stddef.h>
#include <stdint.h>

#include "report/stats.h"

/* What a cell is made of: those with charts in its denominator. */
struct cell {
	uint32_t practices; /* or fellowship programs */
	uint32_t charts;
	uint32_t largest;   /* charts of the one that gave most */
	uint32_t second;    /* and of the next */
};

/* The least that a cell must hold to be shown. */
struct suppress_rule {
	uint32_t practices, charts;
};

extern const struct suppress_rule SUPPRESS_ALL_PRACTICES; /* 5 practices, 20 charts */
extern const struct suppress_rule SUPPRESS_FELLOWSHIP;    /* 3 programs, 20 charts */

enum suppress {
	SUPPRESS_NOT,           /* may be shown */
	SUPPRESS_FEW_PRACTICES,
	SUPPRESS_FEW_CHARTS,
	SUPPRESS_ONE_DOMINATES, /* one practice gave more than half of the charts */
	SUPPRESS_COMPLEMENT,    /* it would tell of others that are hidden: report/disclose.h */
};

/* The cell of these practices' rates; those with an empty denominator do not count. */
struct cell suppress_cell(const struct rate *practices, size_t count);

/* Two cells of different practices as one. */
struct cell suppress_join(struct cell one, struct cell other);

/* Whether the cell is hidden, and the first reason in the order of the enum. */
enum suppress suppress_check(struct cell c, struct suppress_rule rule);

/*
 * The same for a reader who is one of the cell's practices and takes its own
 * charts away: whichever it is, what is left passes the rule.
 */
enum suppress suppress_check_rest(struct cell c, struct suppress_rule rule);

#endif
