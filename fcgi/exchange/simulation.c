/* Made-up practices and charts: see simulation.h. */
#include "exchange/simulation.h"

#include <math.h>

#include "base/dice.h"
#include "base/fault.h"
#include "exchange/made_up.h"
#include "measure/marks.h"

enum { SCRATCH = 64 * 1024 * 1024 };

struct simulation {
	struct simulation_plan plan;
	module_set diseases;           /* those of them that take turns */
	uint32_t turns;                /* at least 1 */
	struct simulated_chart *stock; /* by level, turn, place */
};

static const double lowest_care = .55, highest_care = .97;

/* A source of numbers of its own for each thing that is made. */
static struct dice
dice_of(uint64_t seed, uint64_t what, uint64_t which)
{
	struct dice d = { seed };

	d.state = dice_next(&d) ^ what << 56 ^ which;
	dice_next(&d);
	return d;
}

static module_set
modules_of_turn(const struct simulation *s, uint32_t turn)
{
	module_set set = s->plan.modules & ~s->diseases;

	for (size_t i = 0; i < s->plan.cat->n_modules; i++) {
		const struct module *m = &s->plan.cat->modules[i];
		uint32_t turns;

		if ((s->diseases & module_bit(m)) != 0 && simulation_turn(s, m, &turns) == turn)
			set |= module_bit(m);
	}
	return set;
}

static struct simulated_chart *
stock_at(const struct simulation *s, size_t level, uint32_t turn)
{
	return s->stock + (level * s->turns + turn) * s->plan.stock;
}

/* Makes the stock of a level and turn, and marks it as one block. */
static void
fill(struct simulation *s, struct arena *a, struct arena *scratch, size_t level, uint32_t turn)
{
	const struct simulation_plan *p = &s->plan;
	struct simulated_chart *charts = stock_at(s, level, turn);
	struct marker *marker = marker_new(scratch, p->cat, p->stock);
	module_set modules = modules_of_turn(s, turn);
	double care = lowest_care +
		      (highest_care - lowest_care) * (double)level / (SIMULATION_LEVELS - 1);

	for (size_t i = 0; i < p->stock; i++) {
		struct dice d = dice_of(p->seed, 1,
					(level * s->turns + turn) * SIMULATION_STOCK + i);
		struct answer *answers = chart_new(a, p->cat);
		struct arena_mark mark = arena_mark(scratch);
		struct answer *made = made_up_chart(p->cat, scratch, modules, &d, care, p->day);

		for (size_t e = 0; e < p->cat->n_elements; e++)
			answers[e] = made[e];
		arena_back(scratch, mark);
		marker_add(marker, answers, modules);
		charts[i] = (struct simulated_chart){ .packed = chart_pack(p->cat, answers, a),
						      .answers = answers };
	}
	marker_run(marker);
	for (size_t i = 0; i < p->stock; i++)
		charts[i].marks = marker_pack(marker, i, a);
}

struct simulation *
simulation_new(struct arena *a, const struct simulation_plan *plan,
	       void (*told)(size_t done, size_t of))
{
	struct simulation *s = arena_alloc(a, sizeof *s);
	struct arena *scratch = arena_new(SCRATCH);

	must(plan->stock > 0 && plan->stock <= SIMULATION_STOCK);
	s->plan = *plan;
	for (size_t i = 0; i < plan->cat->n_modules; i++)
		if (plan->cat->modules[i].kind == MODULE_DISEASE)
			s->diseases |= plan->modules & module_bit(&plan->cat->modules[i]);
	s->turns = (uint32_t)__builtin_popcount(s->diseases);
	s->turns += s->turns == 0;
	s->stock = arena_array(a, SIMULATION_LEVELS * s->turns * plan->stock, sizeof *s->stock);
	for (size_t level = 0; level < SIMULATION_LEVELS; level++)
		for (uint32_t turn = 0; turn < s->turns; turn++) {
			fill(s, a, scratch, level, turn);
			arena_reset(scratch);
			told((level * s->turns + turn + 1) * plan->stock,
			     SIMULATION_LEVELS * s->turns * plan->stock);
		}
	arena_free(scratch);
	return s;
}

uint32_t
simulation_turn(const struct simulation *s, const struct module *module, uint32_t *turns)
{
	module_set before = s->diseases & (module_bit(module) - 1);

	*turns = 1;
	if ((s->diseases & module_bit(module)) == 0)
		return 0;
	*turns = s->turns;
	return (uint32_t)__builtin_popcount(before);
}

/* Full-time-equivalent oncologists: most practices are small, some very large. */
static double
draw_fte(struct dice *d)
{
	double share = (double)dice_below(d, 10000) / 10000;

	return floor(10 * (1 + 2.2 * -log(1 - share) + 30 * pow(share, 12))) / 10;
}

struct simulated_practice
simulation_practice(const struct simulation *s, struct arena *a, uint32_t number)
{
	static const char *const places[] = { "Maple Ridge",  "Silver Lake",   "Fox Hollow",
					      "Granite Bay",  "Willow Creek",  "Harbor Point",
					      "Prairie View", "Juniper Hills", "Stone Bridge",
					      "Clearwater" };
	static const char *const sorts[] = { "Oncology Associates", "Cancer Center",
					     "Hematology Oncology", "Oncology Group" };
	static const char *const kinds[] = { "private_independent", "private_academic", "employed",
					     "academic" };
	static const char *const abroad[] = { "BR", "ES", "GR", "IN", "SA" };
	struct dice d = dice_of(s->plan.seed, 2, number);
	bool program = dice_chance(&d, .04);
	const char *place = places[dice_below(&d, 10)];
	struct simulated_practice p = {
		.number = number,
		.name = arena_printf(a, "%s %s %u", place,
				     program ? "Fellowship Program" : sorts[dice_below(&d, 4)],
				     number),
		.kind = program ? "fellowship" : kinds[dice_below(&d, 4)],
		.city = place,
		.country = dice_chance(&d, .9) ? "US" : abroad[dice_below(&d, 5)],
		.fte = draw_fte(&d),
		.fellows = program ? 2 + dice_below(&d, 7) : 0,
	};

	p.new_patients = (uint32_t)(p.fte * 250) + dice_below(&d, 100);
	p.level = (dice_below(&d, SIMULATION_LEVELS) + dice_below(&d, SIMULATION_LEVELS) + 1) / 2;
	return p;
}

struct simulated_chart
simulation_chart(const struct simulation *s, const struct simulated_practice *practice,
		 uint32_t chart)
{
	struct dice d = dice_of(s->plan.seed, 3, (uint64_t)practice->number << 20 ^ chart);
	size_t place = dice_below(&d, (uint32_t)s->plan.stock);

	return stock_at(s, practice->level, chart % s->turns)[place];
}
