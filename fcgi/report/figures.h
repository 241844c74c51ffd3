/*
 * The figures of all practices of a round, as the reports of each of them need
 * them. A worker that builds many reports of a round reads them once: at ten
 * thousand practices they are four megabytes.
 */
#ifndef REPORT_FIGURES_H
#define REPORT_FIGURES_H

#include "report/peers.h"
#include "report/result.h"

/* Of one measure. Nothing is shown of what is not known. */
struct figures {
	struct yardstick national, fellowship, peers[PEERS];
	bool varies;                /* the rest is known */
	struct variation variation; /* of all practices */
	const double *shares;       /* theirs, rising */
	size_t n_shares;
};

/* Those that a process has read last; they end with it. */
struct figures_kept;

struct figures_kept *figures_new(struct arena *process);

/*
 * The round's figures, one a measure of the catalogue, until the next call.
 * They are read again where they were written anew (round->aggregated).
 */
const struct figures *figures_of(struct figures_kept *k, struct db *db,
				 const struct round_by_id_row *round, const struct catalogue *cat);

#endif
