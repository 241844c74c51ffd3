/*
 * A practice's sign-up for a round: which modules it takes, how many charts
 * each asks for, and changing that while the round is open.
 *
 * The rules (qopi-domain sections 4, 5, 9): Core is always in. A standard
 * sign-up takes at least one more module. A track brings its own modules; of
 * the Certification Track's disease modules a practice takes those that fit
 * its patients, at least one. Any track may take further modules.
 *
 * How many charts: by the round's table and the FTE oncologists, or so many a
 * fellow in the modules of the Fellowship Program Track; and no fewer than the
 * physicians ask for whose own figures are wanted in the report (section 5).
 */
#ifndef MODEL_ENTRY_H
#define MODEL_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/queries.h"

enum { ENTRY_FELLOWS_MAX = 200 };

enum entry_track { ENTRY_STANDARD, ENTRY_CERTIFICATION, ENTRY_FELLOWSHIP, ENTRY_TRACKS };

/* As the database names it: "standard"; and back, ENTRY_TRACKS for an unknown name. */
const char *entry_track_name(enum entry_track track);
enum entry_track entry_track_named(const char *name);

/* For people: "Standard round". */
const char *entry_track_title(const char *name);

/* A module that a round offers, and what becomes of it in a sign-up. */
struct entry_option {
	const char *module;   /* "SMT" */
	bool core, disease;
	unsigned tracks;      /* bit t: it belongs to track t */
	bool wanted;          /* what the practice ticked */
	bool taken;           /* entry_choose: it is part of the sign-up */
	uint32_t required;    /* entry_choose: charts */
};

/* What a sign-up is worked out from. */
struct entry_basis {
	enum entry_track track;
	double fte;           /* as it counts: see round_fte */
	uint32_t fellows;     /* of the Fellowship Program Track */
	const struct round_chart_counts_row *table;
	size_t n_table;
	uint32_t charts_a_fellow, charts_a_physician; /* a module, as the round says */
	const uint64_t *physicians; /* whose own figures are wanted */
	size_t n_physicians;
};

enum entry_choice {
	ENTRY_FINE,
	ENTRY_NEEDS_MODULE,   /* Core alone */
	ENTRY_NEEDS_DISEASE,  /* the Certification Track without a disease module of it */
};

/* Whether the round offers enough of a track's modules to take it: Core and one more. */
bool entry_track_offered(const struct entry_option *options, size_t n, enum entry_track track);

/* Whether a sign-up for the track takes the option without asking. */
bool entry_always(const struct entry_option *option, enum entry_track track);

/* Works out `taken` and `required` of each option. */
enum entry_choice entry_choose(struct entry_option *options, size_t n,
			       const struct entry_basis *basis);

/*
 * Charts that a module can have: what it asks for, or all eligible ones where
 * the practice declared that there are fewer (qopi-domain section 14, 8).
 */
uint32_t entry_wanted(uint32_t required, const uint32_t *declared);

/* Who signs up for what. */
struct entry_who {
	uint64_t round, practice, account;
};

enum entry_joined {
	ENTRY_JOINED,
	ENTRY_JOINED_BEFORE,  /* by somebody else, or by the same button pressed twice */
	ENTRY_ROUND_SHUT,     /* the round is not open, or not any more */
};

/*
 * Signs a practice up with the options that are taken; in the caller's
 * transaction, with its audit line and the stamp of the practice's dashboard.
 */
enum entry_joined entry_make(struct db *db, struct arena *a, const struct entry_who *who,
			     const struct entry_basis *basis, const struct entry_option *options,
			     size_t n);

enum entry_changed {
	ENTRY_CHANGED,        /* also when nothing was different */
	ENTRY_MODULE_IN_USE,  /* a chart is in a module that was to go: nothing may be kept */
	ENTRY_CHANGE_SHUT,
};

/*
 * Brings a sign-up in line with the options that are taken, the charts that
 * they ask for and the physicians of the basis: as entry_make. On
 * ENTRY_MODULE_IN_USE *in_use is the module's id, and the caller must not
 * commit.
 */
enum entry_changed entry_change(struct db *db, struct arena *a, const struct entry_who *who,
				const struct entry_basis *basis, const struct entry_option *options,
				size_t n, const char **in_use);

#endif
