/*
 * A chart being abstracted: its answers in the database and in memory.
 *
 * Answers are saved one by one, each with a version; who saves over a newer
 * version than the one that was seen gets a conflict, never a lost answer. A
 * chart that is completed is packed and scored (measure/chart.h) in the same
 * transaction.
 */
#ifndef MODEL_ABSTRACTION_H
#define MODEL_ABSTRACTION_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"
#include "measure/catalogue.h"
#include "measure/chart.h"
#include "measure/standing.h"

struct abstraction {
	const struct catalogue *cat;
	uint64_t practice_id, chart_id;
	module_set modules;
	struct answer *answers; /* by element */
	uint32_t *versions;     /* by element; 0 for one never answered */
};

/* Reads a chart of the practice with these modules; the guard has found that it exists. */
struct abstraction *abstraction_load(struct db *db, struct arena *a, const struct catalogue *cat,
				     uint64_t practice_id, uint64_t chart_id, module_set modules);

/* Makes a chart for these modules; its id. */
uint64_t abstraction_new(struct db *db, const struct catalogue *cat, uint64_t practice_id,
			 uint64_t round_id, const char *label, module_set modules,
			 uint64_t account);

enum save {
	SAVE_DONE,
	SAVE_SAME,     /* it said that already; nothing was written */
	SAVE_CONFLICT, /* somebody saved another answer meanwhile */
	SAVE_CLOSED,   /* the chart is not open any more */
	SAVE_WRONG,    /* no such answer; *message says what is wanted */
};

/*
 * Saves the canonical text of one answer ("" takes it back) that was made over
 * `version`, and its history, in one statement: outside a transaction it is on
 * disk when this returns. Updates the abstraction, in a conflict to what stands.
 */
enum save abstraction_save(struct db *db, struct arena *a, struct abstraction *abs,
			   const struct element *element, const char *text, uint32_t version,
			   uint64_t account, const char **message);

/*
 * Gives a new chart all its answers at once: imports and made-up charts. Inside
 * the caller's transaction. Answers of the program's own are left out.
 */
void abstraction_put(struct db *db, struct arena *a, struct abstraction *abs,
		     const struct answer *answers, uint64_t account);

/*
 * A chart as it would be, were it completed today, worked out once: what is asked, what
 * is wrong and which measures it counts in are read from that. It does not follow
 * the answers: look again after a save.
 */
struct look {
	const struct abstraction *abs;
	const struct answer *answers; /* with today as abstraction date */
	const struct cql_block *block;
};
struct look *abstraction_look(const struct abstraction *abs, struct arena *a, int32_t today);

/* Whether the chart's form asks the question. */
bool look_asks(const struct look *look, const struct element *element);

/* What stands against completing it: hard findings and unanswered questions are `blocking`. */
const struct finding *look_check(const struct look *look, struct arena *a, size_t *count,
				 size_t *blocking);

/* Where it stands in its measures, and in how many. */
const struct standing *look_standings(const struct look *look, struct arena *a, size_t *count);
struct standing_count look_count(const struct look *look);

/* What a completed chart is stored as; sets the abstraction date among the answers. */
struct finished {
	struct bytes packed, marks;
};
struct finished abstraction_finish(const struct catalogue *cat, struct arena *a,
				   struct answer *answers, module_set modules, int64_t now);

/*
 * Completes a chart without blocking findings: the day of `now` becomes its
 * abstraction date, answers and marks (measure/marks.h) are stored; a pair of first and
 * second chart that is complete by it is compared (model/second_chart.h). Inside the
 * caller's transaction. False if it was not open any more.
 */
bool abstraction_complete(struct db *db, struct arena *a, struct abstraction *abs, int64_t now,
			  uint64_t account);

/* Opens a completed chart again. False if it was not complete. */
bool abstraction_reopen(struct db *db, const struct abstraction *abs);

/*
 * Whether somebody abstracts the chart of a patient of their own (qopi-domain
 * section 14, 36): fellows may not, others are warned.
 */
enum own_chart { OWN_CHART_NOT, OWN_CHART_WARNED, OWN_CHART_REFUSED };
enum own_chart abstraction_own_chart(uint64_t abstractor, bool fellow, const uint64_t *treating);

/*
 * What is wrong with a remark in a person's own words, or NULL: six and more
 * digits without a letter between them may be a number of a patient.
 */
const char *abstraction_remark_problem(const char *text);

/*
 * What is wrong with a chart's label, or NULL. A label is the practice's own:
 * what looks like a name (no digit in it) or like a record number, a social
 * security number or a date (six and more digits with no letter between them)
 * is refused. "" is no label and fine.
 */
const char *abstraction_label_problem(const char *label);

#endif
