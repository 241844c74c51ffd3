/*
 * Made-up practices of many sizes and their charts, for trying out rounds at
 * scale. Pure: the same seed gives the same practices and charts, whatever
 * order they are asked for in.
 *
 * Charts come from a stock: some hundred made-up ones (exchange/made_up.h) for
 * each of several levels of care, answered, checked and scored like real ones.
 * A practice draws its charts at random from the stock of its level, so that a
 * million charts cost no more than their drawing; practices differ, charts of
 * one level may be alike.
 */
#ifndef EXCHANGE_SIMULATION_H
#define EXCHANGE_SIMULATION_H

#include "base/row.h"
#include "measure/catalogue.h"
#include "measure/chart.h"

struct simulation;

/* What is simulated. */
struct simulation_plan {
	const struct catalogue *cat;
	module_set modules; /* of the round */
	uint64_t seed;
	int32_t day;  /* on which all charts are abstracted */
	size_t stock; /* charts a level of care, at most SIMULATION_STOCK; others are other charts */
};

enum { SIMULATION_LEVELS = 16, SIMULATION_STOCK = 256 };

struct simulated_practice {
	uint32_t number;
	const char *name, *kind, *city, *country;
	double fte;
	uint32_t new_patients, fellows; /* fellows: of a fellowship program, else 0 */
	size_t level;                   /* of care, from 0 */
};

struct simulated_chart {
	struct bytes packed, marks;
	const struct answer *answers; /* of the stock */
};

/* `told` is called as the stock grows, with charts done of all; the first call takes longest. */
struct simulation *simulation_new(struct arena *a, const struct simulation_plan *plan,
				  void (*told)(size_t done, size_t of));

/* Practice `number`, from 1. */
struct simulated_practice simulation_practice(const struct simulation *s, struct arena *a,
					      uint32_t number);

/* Chart `chart`, from 1, of a practice. */
struct simulated_chart simulation_chart(const struct simulation *s,
					const struct simulated_practice *practice, uint32_t chart);

/*
 * Disease modules take turns: chart number n is of the disease module whose
 * turn is n % turns. Gives 1 and 0 for modules that are in each chart.
 */
uint32_t simulation_turn(const struct simulation *s, const struct module *module, uint32_t *turns);

#endif
