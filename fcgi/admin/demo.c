/*
 * The demonstration data: made by the same functions as the pages use, so that
 * a newcomer sees the real thing. A round that is over is closed here like any
 * other; the report workers score it and release its reports.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin/demo.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "db/queries.h"
#include "exchange/made_up.h"
#include "job/queue.h"
#include "model/abstraction.h"
#include "model/audit.h"
#include "model/edition.h"
#include "model/entry.h"
#include "model/round.h"

enum {
	SEED = 2006,        /* the year of the first open round */
	LEFT_AT_LEAST = 21, /* days that the open round stays open from today on */
	DONE_IN_OPEN = 9,   /* charts of the first practice in the open round */
	FELLOW_CHARTS_OPEN = 5,
};

struct demo {
	struct admin *admin;
	struct db *db;
	struct arena *a;
	const struct catalogue *cat;
	struct dice dice;
	FILE *accounts;
	uint64_t staff;
	uint64_t practices[32];
	uint64_t managers[32]; /* the account of each practice's physician */
};

static uint64_t
add_person(struct demo *d, const char *role, const char *email, const char *name,
	   const char *look_at)
{
	bool staff = text_equal(role, "staff");
	char *password = arena_strn(d->a, secret_token(d->a), 14);
	char *code = staff ? admin_code_secret(d->a) : NULL;
	uint64_t id = admin_account(d->admin, email, name, password, code, staff);

	must(id != 0);
	fprintf(d->accounts, "%s\t%s\t%s\t%s\t%s\n", role, email, password,
		code == NULL ? "" : code, look_at);
	return id;
}

static uint64_t
add_practice(struct demo *d, const struct demo_practice *p)
{
	int64_t now = time_now();
	uint64_t id = q_practice_add(d->db, p->name, p->kind, now, "verified", p->member_id,
				     p->last_name, "100 Main Street", NULL, p->city,
				     text_is_empty(p->region) ? NULL : p->region, "00000",
				     p->country, p->fte, p->new_patients);

	q_practice_site_add(d->db, id, "Main office", p->city);
	if (text_equal(p->status, "approved"))
		q_practice_decide(d->db, "approved", NULL, now, d->staff, id, "waiting");
	return id;
}

static void
sign_agreements(struct demo *d, uint64_t practice, uint64_t account, const char *name)
{
	size_t n;
	struct agreement_newest_row *rows = q_agreement_newest(d->db, time_day(time_now()), &n);

	for (size_t i = 0; i < n; i++)
		q_signature_add(d->db, practice, rows[i].id, account, name, time_now());
}

/* The mail name of a person at a made-up practice: "okafor@lakeside.example". */
static char *
address_of(struct demo *d, const struct demo_practice *p, const char *who)
{
	size_t n;
	char **words = text_split(d->a, p->name, ' ', &n);

	return arena_printf(d->a, "%s@%s.example", text_fold_name(d->a, who),
			    text_fold_name(d->a, words[0]));
}

static void
add_practices(struct demo *d)
{
	for (size_t i = 0; i < n_demo_practices; i++) {
		const struct demo_practice *p = &demo_practices[i];
		bool fellowship = text_equal(p->kind, "fellowship");
		const char *role = fellowship ? "director" : "physician";
		char *email = address_of(d, p, p->last_name);

		d->practices[i] = add_practice(d, p);
		d->managers[i] = add_person(
			d, role, email, p->physician,
			i == 0       ? "a practice in the open round, with a released report"
			: fellowship ? "a fellowship program, with a released report"
			: p->charts == 0 && text_equal(p->status, "approved")
				? "approved, not signed up yet"
			: p->charts == 0 ? "waiting for approval"
					 : "a practice with a released report");
		q_membership_add(d->db, d->managers[i], d->practices[i], role);
		if (i > 0)
			q_physician_add_member(d->db, time_now(), d->practices[i], d->managers[i]);
		q_practice_contact_add(d->db, d->practices[i], "physician", p->physician, email,
				       NULL);
		sign_agreements(d, d->practices[i], d->managers[i], p->physician);
	}
}

/* More people of the first practice and the first program. */
static void
add_colleagues(struct demo *d)
{
	static const struct {
		size_t practice;
		const char *role, *name, *last, *look_at;
	} people[] = {
		{ 0, "administrator", "Grace Whitaker", "Whitaker",
		  "runs the practice's side of QOPI" },
		{ 0, "abstractor", "Sam Rivera", "Rivera", "abstracts charts" },
		{ 0, "viewer", "Dr. Alan Brandt", "Brandt",
		  "a physician who reads reports, with figures of his own" },
		{ 1, "fellow", "Dr. Priya Raman", "Raman",
		  "a fellow who abstracts 10 charts, with figures of her own" },
		{ 1, "fellow", "Dr. Tomas Herrera", "Herrera", "another fellow" },
	};

	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		const struct demo_practice *p = &demo_practices[people[i].practice];
		uint64_t id = add_person(d, people[i].role, address_of(d, p, people[i].last),
					 people[i].name, people[i].look_at);

		q_membership_add(d->db, id, d->practices[people[i].practice], people[i].role);
		q_physician_add_member(d->db, time_now(), d->practices[people[i].practice], id);
		if (text_equal(people[i].role, "viewer"))
			demo_add_physicians(d->db, d->practices[0], d->managers[0], id);
	}
}

/* Round One or Two of a year, on its usual dates (about 20 weeks). */
struct season {
	const char *name;
	int32_t opens, closes;
};

/* The season that lies `steps` half years after the one `today` is in. */
static struct season
season_at(struct demo *d, int32_t today, int steps)
{
	struct date_parts p = date_to_parts(today);
	int halves = p.year * 2 + (p.month > 6) + steps;
	bool second = halves % 2 == 1;
	struct date_parts opens = { halves / 2, second ? 7 : 1, second ? 6 : 5 };
	struct date_parts closes = { halves / 2, second ? 11 : 5, second ? 27 : 29 };
	struct season s;

	s.name = arena_printf(d->a, "Round %s %d", second ? "Two" : "One", halves / 2);
	must(date_from_parts(opens, &s.opens) && date_from_parts(closes, &s.closes));
	return s;
}

static uint64_t
add_round(struct demo *d, struct season season)
{
	static const char *const modules[] = { "CORE", "SMT" };
	static const struct round_chart_counts_row counts[] = {
		{ 0, 24 }, { 1.1, 32 }, { 3.1, 40 }, { 6.1, 48 }, { 10.1, 64 }, { 20.1, 80 },
	};
	struct round_plan plan = {
		.name = season.name,
		.registers = season.opens,
		.opens = season.opens,
		.closes = season.closes,
		.reports_expected = season.closes + ROUND_REPORT_DAYS,
		.archives = season.closes + ROUND_ARCHIVE_DAYS,
		.modules = modules,
		.n_modules = sizeof modules / sizeof *modules,
		.counts = counts,
		.n_counts = sizeof counts / sizeof *counts,
	};
	uint64_t id = 0;

	must(round_make(d->db, d->a, d->staff, &plan, &id) == ROUND_MADE);
	return id;
}

static void
join(struct demo *d, uint64_t round, size_t practice)
{
	const struct demo_practice *p = &demo_practices[practice];
	struct entry_who who = { round, d->practices[practice], d->managers[practice] };
	struct entry_basis basis = {
		.track = p->fellows > 0 ? ENTRY_FELLOWSHIP : ENTRY_STANDARD,
		.fte = round_fte(p->fte),
		.fellows = p->fellows,
		.charts_a_fellow = ROUND_CHARTS_A_FELLOW,
		.charts_a_physician = ROUND_CHARTS_A_PHYSICIAN,
	};
	struct entry_option options[] = {
		{ .module = "CORE",
		  .core = true,
		  .tracks = 1u << ENTRY_FELLOWSHIP,
		  .wanted = true },
		{ .module = "SMT", .tracks = 1u << ENTRY_FELLOWSHIP, .wanted = true },
	};

	basis.table = q_round_chart_counts(d->db, round, &basis.n_table);
	basis.n_physicians = demo_reported(d->db, d->a, who.practice, &basis.physicians);
	must(entry_choose(options, 2, &basis) == ENTRY_FINE);
	must(entry_make(d->db, d->a, &who, &basis, options, 2) == ENTRY_JOINED);
}

static int64_t
noon_of(int32_t day)
{
	return (int64_t)day * 86400 + 43200;
}

/* Its people and its site; who abstracts it is the manager, but for charts of fellows. */
static void
place_chart(struct demo *d, size_t practice, uint64_t chart, size_t i)
{
	struct demo_place place = demo_place(d->db, d->practices[practice], i);
	struct chart_open_row row;

	must(q_chart_open(d->db, d->practices[practice], chart, &row));
	q_chart_set_people(d->db,
			   place.abstractor == NULL ? &d->managers[practice] : place.abstractor,
			   place.physician, place.site == NULL ? row.site_id : place.site,
			   d->practices[practice], chart);
}

/* `count` made-up charts; the last `unfinished` of them are left in work. */
static void
add_charts(struct demo *d, uint64_t round, size_t practice, unsigned count, unsigned unfinished,
	   int32_t day)
{
	const struct demo_practice *p = &demo_practices[practice];
	module_set modules = module_bit(catalogue_module(d->cat, "CORE")) |
			     module_bit(catalogue_module(d->cat, "SMT"));

	for (unsigned i = 0; i < count; i++) {
		struct arena_mark mark = arena_mark(d->a);
		struct answer *answers = made_up_chart(d->cat, d->a, modules, &d->dice, p->care,
						       day - (int32_t)dice_below(&d->dice, 40));
		uint64_t id = abstraction_new(d->db, d->cat, d->practices[practice], round, NULL,
					      modules, d->managers[practice]);
		struct abstraction *abs = abstraction_load(d->db, d->a, d->cat,
							   d->practices[practice], id, modules);

		if (i >= count - unfinished)
			memset(answers + d->cat->n_elements / 4, 0,
			       (d->cat->n_elements - d->cat->n_elements / 4) * sizeof *answers);
		abstraction_put(d->db, d->a, abs, answers, d->managers[practice]);
		place_chart(d, practice, id, i);
		if (i < count - unfinished)
			must(abstraction_complete(d->db, d->a, abs, noon_of(day),
						  d->managers[practice]));
		arena_back(d->a, mark);
	}
}

static void
add_finished_round(struct demo *d, struct season season)
{
	uint64_t round;

	db_begin(d->db);
	round = add_round(d, season);
	must(round_move(d->db, d->a, d->staff, round, ROUND_STEP_OPEN) == ROUND_MOVED);
	for (size_t i = 0; i < n_demo_practices; i++) {
		if (demo_practices[i].charts == 0)
			continue;
		join(d, round, i);
		add_charts(d, round, i, demo_practices[i].charts, 0, season.closes - 10);
	}
	must(round_move(d->db, d->a, d->staff, round, ROUND_STEP_CLOSE) == ROUND_MOVED);
	queue_round_closed(d->db, d->a, round);
	db_commit(d->db);
}

static void
add_open_round(struct demo *d, struct season season, int32_t today)
{
	uint64_t round;

	if (season.closes < today + LEFT_AT_LEAST)
		season.closes = today + LEFT_AT_LEAST;
	db_begin(d->db);
	round = add_round(d, season);
	must(round_move(d->db, d->a, d->staff, round, ROUND_STEP_OPEN) == ROUND_MOVED);
	join(d, round, 0);
	add_charts(d, round, 0, DONE_IN_OPEN, 2, today);
	join(d, round, 1);
	add_charts(d, round, 1, FELLOW_CHARTS_OPEN, 1, today);
	db_commit(d->db);
	db_begin(d->db);
	add_round(d, season_at(d, today, 1));
	db_commit(d->db);
}

static void
open_accounts(struct demo *d)
{
	d->accounts = admin_private_file(
		arena_printf(d->a, "%s/demo-accounts.tsv", d->admin->state));
	fprintf(d->accounts, "role\temail\tpassword\tcode_secret\tlook_at\n");
}

static const struct catalogue *
newest_catalogue(struct admin *admin)
{
	struct buf *errors = buf_new(admin->arena, 64 * 1024);
	const struct catalogue *cat = catalogue_load(admin->arena, admin->conf.measures_dir,
						     errors);

	if (cat == NULL)
		fault("the catalogue does not load: %s", errors->data);
	edition_store(admin->db, admin->arena, cat, admin->conf.measures_dir);
	return cat;
}

int
call_demo(struct admin *admin, int argc, char **argv)
{
	struct demo d = { .admin = admin, .db = admin->db, .a = admin->arena, .dice = { SEED } };
	int32_t today = time_day(time_now());

	(void)argv;
	if (argc > 0 || admin->state == NULL)
		return admin_wrong("demo takes no arguments and writes into a state folder: "
				   "name it by --state DIR");
	d.cat = newest_catalogue(admin);
	open_accounts(&d);
	db_begin(d.db);
	d.staff = add_person(&d, "staff", "staff@myqopi.example", "Casey Morgan",
			     "approves practices, makes and closes rounds");
	add_practices(&d);
	add_colleagues(&d);
	demo_add_network(d.db, d.staff, d.practices, d.managers);
	db_commit(d.db);
	printf("%zu practices\n", n_demo_practices);
	add_finished_round(&d, season_at(&d, today, -1));
	printf("a finished round; the report workers score it now\n");
	add_open_round(&d, season_at(&d, today, 0), today);
	printf("an open round and a coming one\n");
	fclose(d.accounts);
	return EXIT_SUCCESS;
}
