/* The levels of a report below the practice: see levels.h. */
#include "report/levels.h"

#include "base/fault.h"
#include "report/tally.h"

/* A unit while its charts are counted. */
struct counted {
	enum level level;
	uint64_t id, key; /* what its charts name: a site, a physician, who abstracted them */
	const char *name;
	uint32_t charts;
	struct tally *tallies;
};

struct counting {
	struct arena *a;
	const struct catalogue *cat;
	struct counted *all;
	size_t n;
	uint32_t no_site;
};

bool
levels_of_people(enum level level)
{
	return level != LEVEL_SITE;
}

static void
add(struct counting *c, enum level level, uint64_t id, uint64_t key, const char *name)
{
	c->all[c->n++] = (struct counted){ level, id, key, name, 0, tally_new(c->a, c->cat) };
}

static void
add_units(struct counting *c, struct db *db, const struct report_subject *about, bool fellowship)
{
	uint64_t practice = about->practice_id, round = about->round->id;
	size_t n_sites, n_physicians, n_fellows = 0;
	struct unit_sites_row *sites = q_unit_sites(db, practice, round, &n_sites);
	struct unit_physicians_row *physicians = q_unit_physicians(db, practice, round,
								   &n_physicians);
	struct unit_fellows_row *fellows =
		fellowship ? q_unit_fellows(db, practice, round, &n_fellows) : NULL;

	c->all = arena_array(c->a, n_sites + n_physicians + n_fellows, sizeof *c->all);
	for (size_t i = 0; i < n_sites && n_sites > 1; i++)
		add(c, LEVEL_SITE, sites[i].id, sites[i].id, sites[i].name);
	for (size_t i = 0; i < n_physicians; i++)
		add(c, LEVEL_PHYSICIAN, physicians[i].id, physicians[i].id, physicians[i].name);
	for (size_t i = 0; i < n_fellows; i++)
		add(c, LEVEL_FELLOW, fellows[i].id, *fellows[i].account_id, fellows[i].name);
}

/* What a chart names on a level; NULL for nothing. */
static const uint64_t *
named(const struct unit_charts_row *row, enum level level)
{
	switch (level) {
	case LEVEL_SITE: return row->site_id;
	case LEVEL_PHYSICIAN: return row->physician_id;
	case LEVEL_FELLOW: return row->abstractor_id;
	case LEVELS: break;
	}
	fault("no such level: %d", (int)level);
}

static void
count_chart(const struct unit_charts_row *row, void *arg)
{
	struct counting *c = arg;

	c->no_site += row->site_id == NULL;
	for (size_t i = 0; i < c->n; i++) {
		const uint64_t *key = named(row, c->all[i].level);

		if (key == NULL || *key != c->all[i].key)
			continue;
		c->all[i].charts++;
		if (!tally_add(c->all[i].tallies, c->cat, row->marks))
			fault("chart %llu is complete and has no marks of its round's edition: "
			      "run `qopi charts rebuild`", (unsigned long long)row->id);
	}
}

/* A unit beside the others that `others` holds, which has none of its own. */
static struct versus
compare(struct rate own, struct rate others, bool lower_is_better)
{
	struct versus v = { .compared = { STATS_NONE, 1, STATS_SAME } };

	if (own.of == 0 || others.of == 0)
		return v;
	v.few = own.of < RESULT_SMALL || others.of < RESULT_SMALL;
	if (v.few)
		return v;
	v.compared = stats_compare(own, others);
	v.verdict = result_verdict(&v.compared, lower_is_better);
	return v;
}

void
levels_work_out(struct unit_line *u, const struct line *of)
{
	struct rate none = { 0, 0 };
	struct rate all = of->national.shown ? stats_others(of->national.rate, of->own) : none;

	if (stats_wilson(u->own, &u->interval))
		u->share = stats_share(u->own);
	u->all = compare(u->own, all, of->lower_is_better);
	u->rest = compare(u->own, stats_others(of->own, u->own), of->lower_is_better);
}

static struct unit_line
line_of(const struct tally *t, const struct line *of)
{
	const uint64_t *n = t->counts.of;
	struct unit_line u = {
		.own = { (uint32_t)n[OUTCOME_MET],
			 (uint32_t)(n[OUTCOME_MET] + n[OUTCOME_NOT_MET]) },
		.excluded = (uint32_t)n[OUTCOME_EXCLUDED],
		.excepted = (uint32_t)n[OUTCOME_EXCEPTED],
		.missing = (uint32_t)t->missing,
	};

	levels_work_out(&u, of);
	return u;
}

/* The unit with the lines of the result's sections. */
static struct unit
unit_of(const struct counting *c, const struct counted *of, const struct result *r)
{
	struct unit u = { of->level, of->id, of->name, of->charts, NULL };
	size_t place = 0;

	u.lines = arena_array(c->a, result_lines(r), sizeof *u.lines);
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++) {
			const struct line *l = &r->sections[i].lines[j];
			const struct measure *m = catalogue_measure(c->cat, l->number);

			must(m != NULL);
			u.lines[place++] = line_of(&of->tallies[m->index], l);
		}
	return u;
}

void
levels_read(struct db *db, struct arena *a, const struct report_subject *about, struct result *r)
{
	struct counting c = { .a = a, .cat = about->cat };

	add_units(&c, db, about, r->fellowship);
	if (c.n == 0)
		return;
	q_unit_charts(db, about->practice_id, about->round->id, count_chart, &c);
	r->n_units = c.n;
	r->units = arena_array(a, c.n, sizeof *r->units);
	for (size_t i = 0; i < c.n; i++)
		r->units[i] = unit_of(&c, &c.all[i], r);
	if (c.all[0].level == LEVEL_SITE)
		r->no_site = c.no_site;
}

size_t
levels_count(const struct unit *u, size_t n, enum verdict verdict, bool rest)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += (rest ? u->lines[i].rest.verdict : u->lines[i].all.verdict) == verdict;
	return count;
}

/* Which units stay. */
enum keep { KEEP_SITES, KEEP_PEOPLE, KEEP_PERSON };

static bool
stays(const struct unit *u, enum keep keep, uint64_t id)
{
	bool person = levels_of_people(u->level);

	switch (keep) {
	case KEEP_SITES: return !person;
	case KEEP_PEOPLE: return person;
	case KEEP_PERSON: return person && u->id == id;
	}
	fault("no such units: %d", (int)keep);
}

static struct result *
with_units(struct arena *a, const struct result *r, enum keep keep, uint64_t id)
{
	struct result *some = arena_alloc(a, sizeof *some);

	*some = *r;
	some->units = arena_array(a, r->n_units, sizeof *some->units);
	some->n_units = 0;
	for (size_t i = 0; i < r->n_units; i++)
		if (stays(&r->units[i], keep, id))
			some->units[some->n_units++] = r->units[i];
	return some;
}

struct result *
levels_sites(struct arena *a, const struct result *r)
{
	return with_units(a, r, KEEP_SITES, 0);
}

struct result *
levels_people(struct arena *a, const struct result *r)
{
	return with_units(a, r, KEEP_PEOPLE, 0);
}

struct result *
levels_person(struct arena *a, const struct result *r, uint64_t id)
{
	return with_units(a, r, KEEP_PERSON, id);
}
