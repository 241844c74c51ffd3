/*
 * Soft findings of a chart, and who found them right.
 *
 * What a rule calls unlikely may be true: a person confirms it with a reason. A
 * confirmation speaks of the answers that the rule reads, by their versions, so
 * it lapses by itself as soon as one of them is changed.
 */
#ifndef MODEL_CONFIRMATION_H
#define MODEL_CONFIRMATION_H

#include "db/queries.h"
#include "model/abstraction.h"

enum { CONFIRMATION_REASON_MAX = 300 };

struct soft_finding {
	const struct element *element; /* beside which it stands */
	const char *message;           /* for a person */
	const char *answers;           /* the versions its rule reads: "ajcc_stage=1 m_category=2" */
	const struct confirmation_list_row *confirmed; /* NULL: nobody has */
};

/*
 * The soft ones among the findings of look_check, in their order, each
 * with its confirmation. Without soft findings the database is not asked.
 */
const struct soft_finding *confirmation_find(struct db *db, struct arena *a,
					     const struct abstraction *abs,
					     const struct finding *all, size_t n, size_t *count);

/* How many of them nobody has confirmed: while there is one, a chart is not completed. */
size_t confirmation_lacking(const struct soft_finding *soft, size_t n);

/* Keeps one as right. Inside the caller's transaction, which holds the chart. */
void confirmation_give(struct db *db, const struct abstraction *abs,
		       const struct soft_finding *soft, const char *reason, uint64_t account);

#endif
