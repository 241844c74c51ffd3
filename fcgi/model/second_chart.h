/*
 * Second, blind abstractions of a sample of a practice's completed charts.
 *
 * A second chart is a chart of no round (its round_id is NULL), so whatever
 * counts, lists or exports the charts of a round leaves it out without knowing
 * of it; the row in second_chart names the chart it repeats, and its round.
 * Once both are complete their answers are kept side by side as they were, and
 * only then may anybody but its abstractor read the second chart.
 */
#ifndef MODEL_SECOND_CHART_H
#define MODEL_SECOND_CHART_H

#include "measure/catalogue.h"
#include "model/entry.h"
#include "model/second_draw.h"

/* All second charts of a practice in a round, and who may abstract each. */
struct second_charts {
	struct entry_who who;
	const struct second_list_row *all;
	size_t n;
	const struct second_first_hands_row *hands;
	size_t n_hands;
	const struct practice_people_row *people;
	size_t n_people;
};

struct second_charts *second_charts_load(struct db *db, struct arena *a,
					 const struct entry_who *who);

/*
 * Whether one of the people may abstract this second chart: somebody who
 * abstracts, had no hand in the first chart, and is not its treating fellow.
 */
bool second_charts_may(const struct second_charts *s, const struct second_list_row *chart,
		       const struct practice_people_row *person);

/* What a draw would take now. */
struct second_plan {
	uint32_t share;            /* of the round, in percent */
	const uint32_t *numbers;   /* completed charts that were not drawn before */
	const uint64_t *ids;
	size_t n;
	size_t complete;           /* with those that were */
	uint32_t take;             /* 0: nothing */
};

struct second_plan second_charts_plan(struct db *db, struct arena *a,
				      const struct second_charts *s);

/*
 * Draws: makes the second charts, gives each an abstractor (not a fellow of the
 * patient; who has fewest; none if nobody may), and puts down what repeats the
 * draw. In the caller's transaction, under the sign-up's lock, with the audit
 * line. How many it took.
 */
uint32_t second_charts_draw(struct db *db, struct arena *a, const struct entry_who *who);

/* Who abstracts a second chart from now on; false if it is complete. As second_charts_draw. */
bool second_chart_assign(struct db *db, struct arena *a, const struct entry_who *who,
			 uint64_t chart, uint64_t abstractor);

/*
 * Whether a draw, repeated, takes the charts that it took then; `again` lists
 * their numbers as text.
 */
bool second_draw_repeat(struct arena *a, const struct second_charts *s,
			const struct second_draw_list_row *draw, const char **again);

/*
 * After a chart was completed: if it is one of a pair and the other is complete
 * too, keeps both answers of each question that either was asked. In the
 * transaction that completed it, which holds the sign-up.
 */
void second_chart_settle(struct db *db, struct arena *a, const struct catalogue *cat,
			 uint64_t practice, uint64_t chart, int64_t now);

/* The same after many charts of a round were completed at once. */
void second_charts_settle(struct db *db, struct arena *a, const struct catalogue *cat,
			  uint64_t practice, uint64_t round, int64_t now);

#endif
