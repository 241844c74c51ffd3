/*
 * qopi simulate: a round full of made-up practices and charts, to try out at
 * scale what a round comes to. Practices carry the name of their seed as ASCO
 * Member ID, so that they are told from real ones and a run that was broken
 * off goes on where it ended.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin/calls.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/start.h"
#include "base/text.h"
#include "db/queries.h"
#include "exchange/simulation.h"
#include "model/edition.h"
#include "model/entry.h"
#include "model/round.h"

enum {
	PRACTICES_MOST = 100000,
	CHARTS_MOST = 10000,      /* a practice */
	AT_A_TIME = 8192,         /* charts a transaction */
	AT_A_TIME_ANSWERED = 256, /* where each of some sixty answers is a row */
	DAYS_OPEN = 60,          /* before today and behind it, of a round that is made here */
	DAY_S = 86400,
	NOON_S = 43200,
};

struct simulating {
	struct admin *admin;
	struct db *db;
	struct arena *a;
	struct round_by_id_row round;
	const struct catalogue *cat;
	module_set modules; /* of the round */
	struct simulation *s;
	uint32_t practices, charts;
	uint64_t seed, account;
	bool answers;
	int64_t at;    /* when charts were completed */
	uint64_t *ids; /* of practices, by number - 1 */
	bool *entered;
	struct round_chart_counts_row *table;
	size_t n_table;
};

/* Some practices with all of their charts: one transaction. */
struct lot {
	struct simulated_practice *practices;
	size_t n;
	uint64_t first, last; /* their ids */
};

/* A new round, open, of Core and Symptom/Toxicity Management; moved by hand only. */
static uint64_t
make_round(struct simulating *s, const char *name)
{
	static const char *const modules[] = { "CORE", "SMT" };
	static const struct round_chart_counts_row counts[] = { { 0, 24 },
								{ 3.1, 40 },
								{ 10.1, 64 } };
	int32_t today = time_day(time_now());
	struct round_plan plan = {
		.name = name,
		.opens = today - DAYS_OPEN,
		.closes = today + DAYS_OPEN,
		.reports_expected = today + DAYS_OPEN + ROUND_REPORT_DAYS,
		.modules = modules,
		.n_modules = sizeof modules / sizeof *modules,
		.counts = counts,
		.n_counts = sizeof counts / sizeof *counts,
	};
	uint64_t id = 0;

	db_begin(s->db);
	if (round_make(s->db, s->a, 0, &plan, &id) != ROUND_MADE)
		fault("the round %s cannot be made: load the measures by `qopi catalogue load`",
		      name);
	q_round_set_by_dates(s->db, false, id);
	must(round_open(s->db, s->a, 0, id) == ROUND_MOVED);
	db_commit(s->db);
	printf("made the round %s\n", name);
	return id;
}

/* The round, found or made; false, and said, if it cannot be filled. */
static bool
take_round(struct simulating *s, const char *which)
{
	uint64_t number, id = admin_round(s->admin, which);
	struct simulate_strangers_row strangers;

	if (id == 0 && text_to_u64(which, &number)) {
		admin_wrong(
			"simulate: there is no round %s; give the name of a new one and it is made",
			which);
		return false;
	}
	if (id == 0)
		id = make_round(s, which);
	must(q_round_by_id(s->db, id, &s->round));
	if (!text_equal(s->round.state, "open")) {
		fprintf(stderr, "qopi: simulate: the round %s is not open; nothing was changed\n",
			s->round.name);
		return false;
	}
	if (q_simulate_strangers(s->db, id, &strangers) && strangers.practices > 0) {
		fprintf(stderr,
			"qopi: simulate: real practices take part in the round %s; nothing was "
			"changed. Give the name of a new round.\n",
			s->round.name);
		return false;
	}
	return true;
}

/* Says how far it is, at most once a second. */
static void
progress(const char *what, uint64_t done, uint64_t of)
{
	static int64_t said;
	int64_t now = time_now();

	if (now == said && done < of)
		return;
	said = now;
	printf("%llu of %llu %s\n", (unsigned long long)done, (unsigned long long)of, what);
	fflush(stdout);
}

static void
tell_stock(size_t done, size_t of)
{
	progress("charts of the stock", done, of);
}

static module_set
modules_of_round(struct simulating *s)
{
	module_set set = 0;
	size_t n;
	struct round_modules_row *rows = q_round_modules(s->db, s->round.id, &n);

	for (size_t i = 0; i < n; i++)
		set |= catalogue_modules(s->cat, s->a, rows[i].module);
	return set;
}

/* Which practices of the seed are there, and in the round. */
static size_t
look_up(struct simulating *s)
{
	char *prefix = arena_printf(s->a, "S%llu-", (unsigned long long)s->seed);
	size_t n, known = 0;
	struct simulate_known_row *rows = q_simulate_known(s->db, s->round.id,
							   arena_printf(s->a, "%s%%", prefix), &n);

	for (size_t i = 0; i < n; i++) {
		uint64_t number;

		if (!text_to_u64(rows[i].member_id + strlen(prefix), &number) || number == 0 ||
		    number > s->practices)
			continue;
		s->ids[number - 1] = rows[i].id;
		s->entered[number - 1] = rows[i].entered;
		known++;
	}
	return known;
}

/* Puts the practices that are missing, all at once. */
static void
put_practices(struct simulating *s)
{
	struct simulate_practice_put_params *rows = arena_array(s->a, s->practices, sizeof *rows);
	size_t n = 0;

	for (uint32_t i = 1; i <= s->practices; i++) {
		struct simulated_practice p;

		if (s->ids[i - 1] != 0)
			continue;
		p = simulation_practice(s->s, s->a, i);
		rows[n++] = (struct simulate_practice_put_params){
			.name = p.name,
			.kind = p.kind,
			.now = s->at,
			.city = p.city,
			.member_id = arena_printf(s->a, "S%llu-%u", (unsigned long long)s->seed, i),
			.country = p.country,
			.fte = p.fte,
			.new_patients = p.new_patients,
		};
	}
	db_begin(s->db);
	q_simulate_practice_put(s->db, rows, n);
	db_commit(s->db);
	must(look_up(s) == s->practices);
}

static void
put_entries(struct simulating *s, const struct lot *lot)
{
	struct simulate_entry_put_params *rows = arena_array(s->a, lot->n, sizeof *rows);

	for (size_t i = 0; i < lot->n; i++) {
		const struct simulated_practice *p = &lot->practices[i];
		enum entry_track track = p->fellows > 0 ? ENTRY_FELLOWSHIP : ENTRY_STANDARD;

		rows[i] = (struct simulate_entry_put_params){ s->round.id,
							      s->ids[p->number - 1],
							      entry_track_name(track),
							      p->fte,
							      p->fellows,
							      s->account,
							      s->at };
	}
	q_simulate_entry_put(s->db, rows, lot->n);
}

/* Each takes all modules of the round, and has abstracted what is required at least. */
static void
put_modules(struct simulating *s, const struct lot *lot)
{
	size_t n_entries, n = 0;
	struct simulate_entries_row *entries = q_simulate_entries(s->db, s->round.id, lot->first,
								  lot->last, &n_entries);
	struct entry_module_put_params *rows = arena_array(s->a, n_entries * s->cat->n_modules,
							   sizeof *rows);

	for (size_t i = 0; i < n_entries; i++)
		for (size_t m = 0; m < s->cat->n_modules; m++) {
			uint32_t required = round_charts(s->table, s->n_table, entries[i].fte);

			if ((s->modules & module_bit(&s->cat->modules[m])) == 0)
				continue;
			rows[n++] = (struct entry_module_put_params){
				entries[i].id, entries[i].practice_id, s->cat->modules[m].id,
				required < s->charts ? required : s->charts
			};
		}
	q_entry_module_put(s->db, rows, n);
}

static void
put_charts(struct simulating *s, const struct lot *lot)
{
	struct simulate_chart_put_params *rows = arena_array(s->a, lot->n * s->charts,
							     sizeof *rows);
	size_t n = 0;

	for (size_t i = 0; i < lot->n; i++)
		for (uint32_t c = 1; c <= s->charts; c++) {
			struct simulated_chart chart = simulation_chart(s->s, &lot->practices[i],
									c);

			rows[n++] = (struct simulate_chart_put_params){
				s->ids[lot->practices[i].number - 1],
				s->round.id,
				c,
				arena_printf(s->a, "S-%u", c),
				s->account,
				s->at,
				chart.packed,
				chart.marks
			};
		}
	q_simulate_chart_put(s->db, rows, n);
	for (size_t m = 0; m < s->cat->n_modules; m++) {
		const struct module *module = &s->cat->modules[m];
		uint32_t turns, turn = simulation_turn(s->s, module, &turns);

		if ((s->modules & module_bit(module)) != 0)
			q_simulate_chart_modules(s->db, module->id, s->round.id, lot->first,
						 lot->last, turns, turn);
	}
}

/* The answers that the packed charts are made of, as rows of their own. */
static void
put_answers(struct simulating *s, const struct lot *lot)
{
	size_t n_charts, n = 0, most;
	struct simulate_charts_row *charts = q_simulate_charts(s->db, s->round.id, lot->first,
							       lot->last, &n_charts);
	struct answer_put_params *rows;

	must(n_charts == lot->n * s->charts);
	most = n_charts * s->cat->n_elements;
	rows = arena_array(s->a, most, sizeof *rows);
	for (size_t i = 0; i < n_charts; i++) {
		const struct simulated_practice *p = &lot->practices[i / s->charts];
		const struct answer *answers = simulation_chart(s->s, p, charts[i].number).answers;

		for (size_t e = 0; e < s->cat->n_elements; e++) {
			const struct element *element = &s->cat->elements[e];
			const char *text;

			if (element->system || answers[e].state == ANSWER_NONE)
				continue;
			text = answer_write(element, answers[e], s->a);
			rows[n++] = (struct answer_put_params){ charts[i].id, charts[i].practice_id,
								element->id,  text,
								s->account,   s->at };
		}
	}
	q_answer_put(s->db, rows, n);
}

/* The next practices, from `*number` on, that are not in the round yet. */
static struct lot
next_lot(struct simulating *s, uint32_t *number)
{
	uint32_t most = (s->answers ? AT_A_TIME_ANSWERED : AT_A_TIME) / s->charts;
	struct lot lot = { .practices = arena_array(s->a, most + 1, sizeof *lot.practices) };

	for (; *number <= s->practices && (lot.n == 0 || lot.n < most); ++*number) {
		if (s->entered[*number - 1])
			continue;
		lot.practices[lot.n++] = simulation_practice(s->s, s->a, *number);
		lot.last = s->ids[*number - 1];
		if (lot.n == 1)
			lot.first = lot.last;
	}
	return lot;
}

static void
fill_round(struct simulating *s)
{
	uint64_t done = 0, left = 0;

	for (uint32_t i = 0; i < s->practices; i++)
		left += !s->entered[i];
	for (uint32_t number = 1; done < left;) {
		struct arena_mark mark = arena_mark(s->a);
		struct lot lot = next_lot(s, &number);

		db_begin(s->db);
		put_entries(s, &lot);
		put_modules(s, &lot);
		put_charts(s, &lot);
		if (s->answers)
			put_answers(s, &lot);
		db_commit(s->db);
		arena_back(s->a, mark);
		done += lot.n;
		progress("practices", done, left);
	}
	printf("the round %s holds %u simulated practices with %u charts each; close it by "
	       "`qopi round close %llu`\n",
	       s->round.name, s->practices, s->charts, (unsigned long long)s->round.id);
}

/* The account that is said to have abstracted all charts; nobody can sign in to it. */
static uint64_t
abstractor(struct simulating *s)
{
	static const char email[] = "simulation@myqopi.example";
	struct account_by_email_row row;

	if (q_account_by_email(s->db, email, &row))
		return row.id;
	return q_account_add(s->db, email, "Simulated abstractor", NULL, NULL, false, NULL,
			     time_now());
}

static void
prepare(struct simulating *s)
{
	struct simulation_plan plan = { .seed = s->seed, .day = s->round.opens };

	s->cat = edition_catalogue(editions_new(s->a, NULL), s->db, s->a, s->round.edition_id,
				   s->round.edition_hash);
	s->account = abstractor(s);
	s->at = (int64_t)s->round.opens * DAY_S + NOON_S;
	s->table = q_round_chart_counts(s->db, s->round.id, &s->n_table);
	s->ids = arena_array(s->a, s->practices, sizeof *s->ids);
	s->entered = arena_array(s->a, s->practices, sizeof *s->entered);
	plan.cat = s->cat;
	s->modules = modules_of_round(s);
	plan.modules = s->modules;
	plan.stock = SIMULATION_STOCK;
	s->s = simulation_new(s->a, &plan, tell_stock);
	if (look_up(s) < s->practices)
		put_practices(s);
}

/* A number behind an option; false, and said, if it is not from 1 to `most`. */
static bool
take_number(int argc, char **argv, const char *name, uint64_t most, uint64_t *number)
{
	const char *text = admin_option(argc, argv, name);

	if (text != NULL && text_to_u64(text, number) && *number >= 1 && *number <= most)
		return true;
	admin_wrong("simulate: %s must be a number from 1 to %llu", name, (unsigned long long)most);
	return false;
}

int
call_simulate(struct admin *admin, int argc, char **argv)
{
	struct simulating s = { .admin = admin, .db = admin->db, .a = admin->arena };
	const char *round = admin_option(argc, argv, "--round");
	uint64_t practices, charts;

	s.answers = admin_flag(argc, argv, "--answers");
	if (!take_number(argc, argv, "--practices", PRACTICES_MOST, &practices) ||
	    !take_number(argc, argv, "--charts", CHARTS_MOST, &charts) ||
	    !take_number(argc, argv, "--seed", UINT32_MAX, &s.seed))
		return EXIT_USAGE;
	if (text_is_empty(round) || argc != 8 + s.answers)
		return admin_wrong(
			"simulate takes --practices N --charts M --round R --seed S, and "
			"--answers");
	s.practices = (uint32_t)practices;
	s.charts = (uint32_t)charts;
	if (!take_round(&s, round))
		return EXIT_FAILURE;
	prepare(&s);
	fill_round(&s);
	return EXIT_SUCCESS;
}
