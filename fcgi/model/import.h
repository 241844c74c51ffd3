/*
 * An import of charts: what its dry run found clean is kept here until it is
 * confirmed, then written by a job in batches, each one transaction.
 *
 * Rows are kept as answers of ours; nothing that was refused is, and not the file,
 * because it may hold what may not be here. A chart is written whole or not at all,
 * and every batch looks again at the charts that are there: what somebody changed
 * since the dry run is skipped and told, never overwritten.
 */
#ifndef MODEL_IMPORT_H
#define MODEL_IMPORT_H

#include "db/queries.h"
#include "measure/chart.h"

enum {
	IMPORT_KEPT_S = 24 * 3600,      /* for so long it waits to be confirmed */
	IMPORT_TOLD_S = 30 * 24 * 3600, /* and is told of once it was */
	IMPORT_BATCH = 100,             /* charts of a transaction */
};

/* A clean row of a file. */
struct import_row {
	uint32_t line;
	const char *name;
	const uint64_t *chart_id; /* NULL: a new chart */
	const char *modules;      /* of the chart: "CORE;SMT" */
	struct bytes packed;
};

struct import_plan {
	uint64_t practice_id, round_id, account;
	const uint64_t *token_id; /* NULL: by a person */
	uint32_t edition_id;
	const char *format; /* csv, xlsx or redcap */
	bool overwrite, complete;
	const struct import_row *rows;
	size_t n, wrong;
};

/* Keeps it, in the caller's transaction; its id. */
uint64_t import_keep(struct db *db, struct arena *a, const struct import_plan *plan);

/* What stands for its content: compared when it is confirmed and when it is begun. */
const char *import_seal(struct arena *a, struct bytes digest);

enum import_started {
	IMPORT_STARTED,
	IMPORT_STARTED_BEFORE,
	IMPORT_NOT_SHOWN, /* it is gone, or not the one that was seen */
};

/* Confirms it, in the caller's transaction; the caller queues the job. `seal` is what was seen. */
enum import_started import_start(struct db *db, struct arena *a, uint64_t practice_id, uint64_t id,
				 const char *seal);

/*
 * Writes the next batch, in the caller's transaction, which holds the round open
 * and the sign-up (q_round_hold_open, q_entry_hold). False when there was none left.
 */
bool import_batch(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t practice_id,
		  const struct import_by_id_row *import);

/* Ends it: "done", or "stopped" where the round is not open any more. With its audit line. */
void import_end(struct db *db, struct arena *a, uint64_t practice_id,
		const struct import_by_id_row *i, const char *state);

#endif
