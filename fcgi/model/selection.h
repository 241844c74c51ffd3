/*
 * The selection log of a practice in a round: candidates, the criteria applied
 * to them, and draws that make charts of them.
 *
 * A candidate's number is never used twice, and a drawn candidate never
 * changes: so a draw that is kept with its needs and the newest number of its
 * day can be repeated for ever. A row for a label that was not drawn takes the
 * place of the older row, under a new number.
 */
#ifndef MODEL_SELECTION_H
#define MODEL_SELECTION_H

#include "model/criteria.h"
#include "model/draw.h"
#include "model/entry.h"

enum {
	SELECTION_MAX = 5000,       /* candidates in a log */
	SELECTION_VISITS_MAX = 60,  /* of a candidate: they fit the column */
	SELECTION_REASON_MAX = 300,
};

/* A candidate with what the criteria say. */
struct candidate {
	const struct candidate_list_row *row;
	struct patient patient;
	module_set any, eligible;  /* of all the round's modules; of the practice's */
	uint32_t place;            /* in the order of the draw, from 1 */
};

struct selection_log {
	const struct catalogue *cat;
	struct entry_who who;
	struct selecting selecting;
	module_set modules, core;  /* the practice's, and Core among them */
	uint32_t needs[MAX_MODULES]; /* charts still to be made */
	uint32_t seed;             /* 0 before the first candidates */
	bool random;
	struct candidate *all;     /* in the order of the draw */
	size_t n;
	uint32_t newest;           /* number of the candidate that came last */
};

/* Reads the log of a practice in a round. */
struct selection_log *selection_load(struct db *db, struct arena *a, const struct catalogue *cat,
				     const struct round_by_id_row *round,
				     const struct entry_who *who);

/* Whether a label is in the log and was drawn, so that it cannot come again. */
bool selection_is_drawn(const struct selection_log *log, const char *label);

struct selection_added {
	size_t added, changed, same;
	bool too_many; /* the log would be larger than SELECTION_MAX: nothing was added */
};

/*
 * Adds patients to a log that was read under the sign-up's lock, in the
 * caller's transaction, with the audit line. Those that were drawn are left
 * alone. No label stands twice among the patients.
 */
struct selection_added selection_add(struct db *db, struct arena *a, struct selection_log *log,
				     const struct patient *patients, size_t n);

/* Marks in `next` (one a candidate of the log) whom a draw would take; how many. */
size_t selection_next(struct arena *a, const struct selection_log *log, bool *next);

/*
 * Draws what the practice still needs and makes charts of it; the number of
 * charts. As selection_add; 0 adds nothing at all.
 */
size_t selection_draw(struct db *db, struct arena *a, struct selection_log *log);

/*
 * Puts down why the chart of a drawn candidate is not eligible: it counts no
 * more. False if there is no such candidate, or somebody was faster.
 */
bool selection_refuse(struct db *db, struct arena *a, const struct selection_log *log, uint64_t id,
		      const char *reason);

/*
 * Repeats a draw: marks in `again` (one a candidate of the log) whom it takes.
 * True if these are the same as then.
 */
bool selection_repeat(struct arena *a, const struct selection_log *log,
		      const struct draw_list_row *draw, bool *again);

#endif
