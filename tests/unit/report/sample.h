/* A small result with everything that a report may have to say. */
#ifndef TEST_SAMPLE_H
#define TEST_SAMPLE_H

#include "report/history.h"
#include "report/levels.h"
#include "report/peers.h"
#include "report/result.h"

static struct yardstick
sample_all(uint32_t met, uint32_t of)
{
	return (struct yardstick){ .shown = true,
				   .practices = 7,
				   .rate = { met, of },
				   .mean = 0.1 + 0.2,
				   .q1 = 1.0 / 3,
				   .median = 0.5,
				   .q3 = 2.0 / 3 };
}

/* A site with charts of the first measure, and a physician with none at all. */
static void
sample_units(struct arena *a, struct result *r)
{
	const struct line *l = r->sections[0].lines;
	size_t n = result_lines(r);

	r->units = arena_array(a, 2, sizeof *r->units);
	r->n_units = 2;
	r->units[0] = (struct unit){ LEVEL_SITE, 4, "West, \"new\"", 21, NULL };
	r->units[1] = (struct unit){ LEVEL_PHYSICIAN, 9, "Dr. \xc3\x9cnal", 0, NULL };
	for (size_t i = 0; i < 2; i++)
		r->units[i].lines = arena_array(a, n, sizeof *r->units[i].lines);
	r->units[0].lines[0] = (struct unit_line){ .own = { 5, 15 }, .excluded = 2, .missing = 1 };
	for (size_t i = 0; i < 2 * n; i++)
		levels_work_out(&r->units[i / n].lines[i % n], &l[i % n]);
	r->no_site = 20;
}

/* A group that is shown and one that is not. */
static void
sample_peers(struct arena *a, struct result *r)
{
	const struct line *l = r->sections[0].lines;
	size_t n = result_lines(r);

	r->peers = arena_array(a, 2, sizeof *r->peers);
	r->n_peers = 2;
	r->peers[0] = (struct peer){ "kind:employed", "Kind", "Employed practices", NULL };
	r->peers[1] = (struct peer){ "country:us", "Country", "United States", NULL };
	for (size_t i = 0; i < 2; i++)
		r->peers[i].lines = arena_array(a, n, sizeof *r->peers[i].lines);
	r->peers[0].lines[0].all = sample_all(121, 141);
	r->peers[1].lines[0].all.hidden = "complement";
	for (size_t i = 0; i < 2 * n; i++)
		peers_work_out(&r->peers[i / n].lines[i % n], &l[i % n]);
}

/* Worse than the others; nothing to compare, hidden; no charts at all. */
static struct result *
sample_result(struct arena *a, const char *practice)
{
	struct result *r = arena_alloc(a, sizeof *r);
	struct line *l = arena_array(a, 3, sizeof *l);

	l[0] = (struct line){ .number = "Core 1",
			      .title = "Report, \"signed\", in chart",
			      .own = { 21, 41 },
			      .excluded = 3,
			      .excepted = 1,
			      .national = sample_all(221, 241) };
	l[1] = (struct line){ .number = "SMT 28a",
			      .title = "Too much",
			      .lower_is_better = true,
			      .own = { 1, 3 },
			      .missing = 2,
			      .national = { .hidden = "charts" },
			      .parts = "Core 1; Core 2" };
	l[2] = (struct line){ .number = "EOL 4", .title = "Nobody", .any_of = "Core 3; Core 4" };
	for (size_t i = 0; i < 3; i++)
		result_work_out(&l[i]);
	r->sections = arena_array(a, 1, sizeof *r->sections);
	r->sections[0] = (struct section){ .id = "CORE",
					   .title = "Core",
					   .required = 40,
					   .complete = 41,
					   .lines = l,
					   .n_lines = 3 };
	r->n_sections = 1;
	r->unscored = arena_array(a, 2, sizeof *r->unscored);
	r->unscored[0] = (struct unscored){ 7, "B-12" };
	r->unscored[1] = (struct unscored){ 9, NULL };
	r->n_unscored = 2;
	r->rounds = arena_array(a, 3, sizeof *r->rounds);
	r->rounds[0] = (struct past_round){ "Fall 2025", 20376, false };
	r->rounds[1] = (struct past_round){ "Spring 2026", 20571, true };
	r->rounds[2] = (struct past_round){ "Fall 2026", 20741, true };
	r->n_rounds = 3;
	l = r->sections[0].lines;
	l[0].past = arena_array(a, 3, sizeof *l[0].past);
	l[0].past[0].rate = (struct rate){ 3, 30 };
	l[0].past[2].rate = l[0].own;
	history_work_out(&l[0], 3);
	sample_units(a, r);
	sample_peers(a, r);
	r->practice = practice;
	r->country = "US";
	r->round = "Fall 2026";
	r->round_id = 3;
	r->opens = 20667;
	r->closes = 20741;
	r->cut = 1792108800;
	r->edition = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
	r->version = "0.1";
	r->charts = 41;
	r->verdicts[VERDICT_WORSE] = 1;
	r->verdicts[VERDICT_NONE] = 2;
	return r;
}

#endif
