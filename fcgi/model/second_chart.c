/* Second abstractions: see second_chart.h. */
#include "model/second_chart.h"

#include "base/date.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "db/queries.h"
#include "measure/chart.h"
#include "model/abstraction.h"
#include "model/access.h"
#include "model/audit.h"

struct second_charts *
second_charts_load(struct db *db, struct arena *a, const struct entry_who *who)
{
	struct second_charts *s = arena_alloc(a, sizeof *s);

	s->who = *who;
	s->all = q_second_list(db, who->practice, who->round, &s->n);
	s->hands = q_second_first_hands(db, who->practice, who->round, &s->n_hands);
	s->people = q_practice_people(db, who->practice, &s->n_people);
	return s;
}

bool
second_charts_may(const struct second_charts *s, const struct second_list_row *chart,
		  const struct practice_people_row *person)
{
	unsigned role = access_role(person->role);

	if ((role & ABSTRACTORS) == 0 ||
	    abstraction_own_chart(person->account_id, role == ROLE_FELLOW, chart->treating_id) ==
		    OWN_CHART_REFUSED)
		return false;
	for (size_t i = 0; i < s->n_hands; i++)
		if (s->hands[i].chart_id == chart->chart_id && s->hands[i].account_id != NULL &&
		    *s->hands[i].account_id == person->account_id)
			return false;
	return true;
}

/* Those that still stand for a chart: one found not eligible is drawn anew. */
static size_t
count_standing(const struct second_charts *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += !text_equal(s->all[i].first_state, "ineligible");
	return n;
}

struct second_plan
second_charts_plan(struct db *db, struct arena *a, const struct second_charts *s)
{
	struct second_plan p = { .share = 0 };
	struct second_candidates_row *rows =
		q_second_candidates(db, s->who.practice, s->who.round, &p.complete);
	uint32_t *numbers = arena_array(a, p.complete, sizeof *numbers);
	uint64_t *ids = arena_array(a, p.complete, sizeof *ids);
	struct second_share_row round;

	must(q_second_share(db, s->who.round, &round));
	p.share = round.share;
	p.numbers = numbers;
	p.ids = ids;
	for (size_t i = 0; i < p.complete; i++) {
		if (rows[i].drawn)
			continue;
		numbers[p.n] = rows[i].number;
		ids[p.n++] = rows[i].id;
	}
	p.take = second_draw_size(p.complete, p.share, count_standing(s), p.n);
	return p;
}

static size_t
count_of(const struct second_charts *s, const uint64_t *chosen, uint64_t account)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += chosen[i] == account;
	return n;
}

/*
 * The one of the people whose duty it is and who has fewest second charts; 0 if
 * nobody may. Managers, and physicians whose own patient it is, are only chosen
 * by hand.
 */
static uint64_t
choose(const struct second_charts *s, const uint64_t *chosen, const struct second_list_row *chart)
{
	uint64_t best = 0;
	size_t fewest = 0;

	for (size_t i = 0; i < s->n_people; i++) {
		const struct practice_people_row *p = &s->people[i];
		size_t has = count_of(s, chosen, p->account_id);
		bool own = chart->treating_id != NULL && *chart->treating_id == p->account_id;

		if ((access_role(p->role) & MANAGERS) != 0 || own ||
		    !second_charts_may(s, chart, p))
			continue;
		if (best == 0 || has < fewest) {
			best = p->account_id;
			fewest = has;
		}
	}
	return best;
}

/* Gives each chart of a draw that was made just now to somebody. */
static void
share_out(struct db *db, struct arena *a, const struct entry_who *who, uint32_t draw)
{
	const struct second_charts *s = second_charts_load(db, a, who);
	struct second_assign_params *rows = arena_array(a, s->n, sizeof *rows);
	uint64_t *chosen = arena_array(a, s->n, sizeof *chosen);
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		chosen[i] = s->all[i].abstractor_id == NULL ? 0 : *s->all[i].abstractor_id;
	for (size_t i = 0; i < s->n; i++) {
		if (s->all[i].draw != draw)
			continue;
		chosen[i] = choose(s, chosen, &s->all[i]);
		if (chosen[i] != 0)
			rows[n++] = (struct second_assign_params){ chosen[i], who->practice,
								   s->all[i].chart_id };
	}
	q_second_assign(db, rows, n);
}

static void
make_one(struct db *db, const struct entry_who *who, uint64_t first, uint32_t draw)
{
	uint64_t chart = q_second_chart_make(db, who->account, time_now(), who->practice, first);

	q_second_chart_modules(db, chart, who->practice, first);
	q_second_chart_add(db, chart, first, who->practice, who->round, draw);
}

uint32_t
second_charts_draw(struct db *db, struct arena *a, const struct entry_who *who)
{
	const struct second_charts *s = second_charts_load(db, a, who);
	struct second_plan p = second_charts_plan(db, a, s);
	bool *taken = arena_array(a, p.n, sizeof *taken);
	uint32_t seed = 1 + secret_random_below(UINT32_MAX - 1), number;
	size_t draws;

	if (p.take == 0)
		return 0;
	q_second_draw_list(db, who->practice, who->round, &draws);
	number = (uint32_t)draws + 1;
	q_second_draw_add(db, who->practice, who->round, number,
			  second_draw_write(a, p.numbers, p.n), p.take, p.share, seed, who->account,
			  time_now());
	second_draw_take(a, p.numbers, p.n, seed, p.take, taken);
	for (size_t i = 0; i < p.n; i++)
		if (taken[i])
			make_one(db, who, p.ids[i], number);
	share_out(db, a, who, number);
	audit_add(db, a, who->account, who->practice, "second_charts_drawn",
		  arena_printf(a, "round:%llu draw:%u charts:%u", (unsigned long long)who->round,
			       number, p.take));
	return p.take;
}

bool
second_chart_assign(struct db *db, struct arena *a, const struct entry_who *who, uint64_t chart,
		    uint64_t abstractor)
{
	struct second_assign_params row = { abstractor, who->practice, chart };
	struct chart_lock_row lock;

	if (!q_chart_lock(db, who->practice, chart, &lock) || !text_equal(lock.state, "open"))
		return false;
	q_second_assign(db, &row, 1);
	audit_add(db, a, who->account, who->practice, "second_chart_assigned",
		  arena_printf(a, "chart:%llu abstractor:%llu", (unsigned long long)chart,
			       (unsigned long long)abstractor));
	return true;
}

bool
second_draw_repeat(struct arena *a, const struct second_charts *s,
		   const struct second_draw_list_row *draw, const char **again)
{
	size_t n, n_then = 0, n_again = 0;
	const uint32_t *numbers = second_draw_read(a, draw->charts, &n);
	uint32_t *then = arena_array(a, s->n, sizeof *then);
	uint32_t *now;
	bool *taken;

	*again = "";
	if (numbers == NULL)
		return false;
	taken = arena_array(a, n, sizeof *taken);
	now = arena_array(a, n, sizeof *now);
	second_draw_take(a, numbers, n, draw->seed, draw->take, taken);
	for (size_t i = 0; i < n; i++)
		if (taken[i])
			now[n_again++] = numbers[i];
	for (size_t i = 0; i < s->n; i++)
		if (s->all[i].draw == draw->number)
			then[n_then++] = s->all[i].number;
	*again = second_draw_write(a, now, n_again);
	return text_equal(*again, second_draw_write(a, then, n_then));
}

/* Both answers to each question that either chart was asked. */
static void
keep_answers(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t practice,
	     const struct second_ripe_row *pair, module_set modules)
{
	struct compared_answer_add_params *rows = arena_array(a, cat->n_elements, sizeof *rows);
	struct answer *first = chart_new(a, cat), *second = chart_new(a, cat);
	bool *asked_first = arena_array(a, cat->n_elements, sizeof *asked_first);
	bool *asked_second = arena_array(a, cat->n_elements, sizeof *asked_second);
	size_t n = 0;

	must(chart_unpack(cat, pair->first, first) && chart_unpack(cat, pair->second, second));
	chart_asked(cat, first, modules, a, asked_first);
	chart_asked(cat, second, modules, a, asked_second);
	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];

		if (e->system || (e->modules & modules) == 0 ||
		    (!asked_first[i] && !asked_second[i]))
			continue;
		rows[n++] = (struct compared_answer_add_params){
			pair->chart_id, practice, e->id,
			asked_first[i] ? answer_write(e, first[i], a) : NULL,
			asked_second[i] ? answer_write(e, second[i], a) : NULL,
		};
	}
	q_compared_answer_add(db, rows, n);
}

static void
settle(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t practice,
       const struct second_ripe_row *pairs, size_t n, int64_t now)
{
	for (size_t i = 0; i < n; i++) {
		const char *modules = pairs[i].modules == NULL ? "" : pairs[i].modules;

		keep_answers(db, a, cat, practice, &pairs[i], catalogue_modules(cat, a, modules));
		q_second_compared(db, now, practice, pairs[i].chart_id);
	}
}

void
second_chart_settle(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t practice,
		    uint64_t chart, int64_t now)
{
	size_t n;
	struct second_ripe_row *pairs = q_second_ripe(db, practice, 0, chart, &n);

	settle(db, a, cat, practice, pairs, n, now);
}

void
second_charts_settle(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t practice,
		     uint64_t round, int64_t now)
{
	size_t n;
	struct second_ripe_row *pairs = q_second_ripe(db, practice, round, 0, &n);

	settle(db, a, cat, practice, pairs, n, now);
}
