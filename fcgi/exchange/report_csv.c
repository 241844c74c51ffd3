/* A report as a table: see report_csv.h. */
#include "exchange/report_csv.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "exchange/rows.h"
#include "report/among.h"
#include "report/line.h"
#include "report/overall.h"

/* "size_small": what the columns of a peer group begin with. */
static const char *
column_of(struct rows *t, const struct peer *p)
{
	char *name = arena_str(t->a, p->code);

	name[strcspn(name, ":")] = '_';
	return name;
}

static void
head(struct rows *t, const struct result *r)
{
	static const char *const names[] = {
		"practice",     "round",         "data_cut", "edition",         "version",
		"module",       "measure",       "title",    "lower_is_better", "met",
		"charts",       "excluded",      "excepted", "missing",         "rate",
		"interval_low", "interval_high",
	};
	static const char *const of_all[] = { "hidden", "practices", "met",    "charts", "rate",
					      "mean",   "q1",        "median", "q3" };
	static const size_t n_of_all = sizeof of_all / sizeof *of_all;
	/* What the columns of the first editions did not know stands behind them. */
	static const char *const behind[] = { "test",      "p",      "compared",
					      "level",     "unit",   "unit_charts",
					      "rest_test", "rest_p", "rest_compared",
					      "limit_95_low", "limit_95_high", "limit_998_low",
					      "limit_998_high", "place", "percentile", "shrunken",
					      "shrunken_low", "shrunken_high", "shrunken_weight",
					      "inflation", "between", "beyond_chance",
					      "formula" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		rows_text(t, names[i]);
	for (size_t i = 0; i < n_of_all; i++)
		rows_text(t, arena_printf(t->a, "all_%s", of_all[i]));
	for (size_t i = 0; r->fellowship && i < n_of_all; i++)
		rows_text(t, arena_printf(t->a, "programs_%s", of_all[i]));
	for (size_t p = 0; p < r->n_peers; p++) {
		for (size_t i = 0; i < n_of_all; i++)
			rows_text(t, arena_printf(t->a, "%s_%s", column_of(t, &r->peers[p]), of_all[i]));
		for (size_t i = 0; i < 3; i++)
			rows_text(t, arena_printf(t->a, "%s_%s", column_of(t, &r->peers[p]), behind[i]));
	}
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		rows_text(t, behind[i]);
	rows_end(t);
}

static void
yardstick(struct rows *t, const struct yardstick *y)
{
	if (!y->shown) {
		rows_text(t, y->hidden == NULL ? "none" : y->hidden);
		rows_nothing(t, 8);
		return;
	}
	rows_text(t, NULL);
	rows_count(t, y->practices);
	rows_count(t, y->rate.met);
	rows_count(t, y->rate.of);
	rows_share(t, y->share);
	rows_share(t, y->mean);
	rows_share(t, y->q1);
	rows_share(t, y->median);
	rows_share(t, y->q3);
}

/* The own figures of a row, of the practice or of a part of it. */
struct own {
	struct rate rate;
	uint32_t excluded, excepted, missing;
	double share;
	struct interval interval;
};

static void
own(struct rows *t, const struct own *o)
{
	rows_count(t, o->rate.met);
	rows_count(t, o->rate.of);
	rows_count(t, o->excluded);
	rows_count(t, o->excepted);
	rows_count(t, o->missing);
	if (o->rate.of == 0) {
		rows_nothing(t, 3);
		return;
	}
	rows_share(t, o->share);
	rows_share(t, o->interval.low);
	rows_share(t, o->interval.high);
}

static void
comparison(struct rows *t, const struct comparison *c, const char *code)
{
	rows_text(t, line_test_code(c->test));
	if (c->test == STATS_NONE)
		rows_text(t, NULL);
	else
		rows_share(t, c->p);
	rows_text(t, code);
}

/* Where the practice stands among all; of a part of it nothing is said. */
static void
among(struct rows *t, const struct line *l)
{
	const struct among *m = &l->among;

	if (!m->told) {
		rows_nothing(t, 12);
	} else {
		rows_share(t, m->near.low);
		rows_share(t, m->near.high);
		rows_share(t, m->far.low);
		rows_share(t, m->far.high);
		rows_text(t, among_place_code(m->place));
		rows_text(t, m->ranked ? text_exact(t->a, m->percentile) : NULL);
		rows_share(t, m->shrunken.share);
		rows_share(t, m->shrunken.interval.low);
		rows_share(t, m->shrunken.interval.high);
		rows_share(t, m->shrunken.weight);
		rows_share(t, m->variation.inflation);
		rows_share(t, m->variation.between);
	}
	rows_text(t, m->beyond_chance ? "yes" : "no");
}

/* The peer groups beside the measure at that place; how the practice lies to them. */
static void
peers(struct rows *t, const struct result *r, size_t place)
{
	for (size_t i = 0; i < r->n_peers; i++) {
		const struct peer_line *p = &r->peers[i].lines[place];

		yardstick(t, &p->all);
		comparison(t, &p->compared, line_verdict_code(p->verdict));
	}
}

static void
begin_whose(struct rows *t, const struct result *r)
{
	char cut[TIME_TEXT_SIZE];

	rows_text(t, r->practice);
	rows_text(t, r->round);
	rows_text(t, time_format(r->cut, cut));
	rows_text(t, r->edition);
	rows_text(t, r->version);
}

/* What a row says before it is told whose it is. */
static void
begin(struct rows *t, const struct result *r, const struct section *s, size_t place,
      const struct line *l, const struct own *of)
{
	begin_whose(t, r);
	rows_text(t, s->title);
	rows_text(t, l->number);
	rows_text(t, l->title);
	rows_text(t, l->lower_is_better ? "yes" : "no");
	own(t, of);
	yardstick(t, &l->national);
	if (r->fellowship)
		yardstick(t, &l->fellowship);
	peers(t, r, place);
}

static void
row(struct rows *t, const struct result *r, const struct section *s, size_t place,
    const struct line *l)
{
	struct own of = { l->own,     l->excluded, l->excepted,
			  l->missing, l->share,    l->interval };

	begin(t, r, s, place, l, &of);
	comparison(t, &l->compared, line_verdict_code(l->verdict));
	rows_text(t, line_level_code(LEVELS));
	rows_text(t, NULL);
	rows_count(t, r->charts);
	rows_nothing(t, 3);
	among(t, l);
	rows_text(t, NULL);
	rows_end(t);
}

static void
unit_row(struct rows *t, const struct result *r, const struct section *s, size_t place,
	 const struct line *l, const struct unit *unit)
{
	const struct unit_line *u = &unit->lines[place];
	struct own of = { u->own,     u->excluded, u->excepted,
			  u->missing, u->share,    u->interval };

	begin(t, r, s, place, l, &of);
	comparison(t, &u->all.compared, line_versus_code(&u->all));
	rows_text(t, line_level_code(unit->level));
	rows_text(t, unit->name);
	rows_count(t, unit->charts);
	comparison(t, &u->rest.compared, line_versus_code(&u->rest));
	rows_nothing(t, 13 + 1);
	rows_end(t);
}

/*
 * A row about the Overall Quality Score, with what it shares with others: charts that did well of
 * those that count, and their share or the score; the outcome; its unit is the last day on which
 * it is good; its formula.
 */
static void
overall_row(struct rows *t, const struct result *r, const char *level,
	    const struct overall_part *of, const double *share, const char *outcome)
{
	const struct overall_rule *rule = &r->overall->rule;
	size_t of_others = 9U + (r->fellowship ? 9U : 0U) + 12U * r->n_peers;
	char until[DATE_TEXT_SIZE];

	begin_whose(t, r);
	rows_text(t, NULL);
	rows_text(t, of->number);
	rows_text(t, of->title);
	rows_text(t, of->lower_is_better ? "yes" : "no");
	rows_count(t, of->good.met);
	rows_count(t, of->good.of);
	rows_nothing(t, 3);
	if (of->good.of > 0)
		rows_share(t, share != NULL ? *share : stats_share(of->good));
	else
		rows_text(t, NULL);
	rows_nothing(t, 2 + of_others + 2);
	rows_text(t, outcome);
	rows_text(t, level);
	rows_text(t, date_format(rule->valid_until, until));
	rows_nothing(t, 4 + 13); /* the rest of the row, what may be chance with it */
	rows_text(t, share != NULL ? overall_formula_code(rule->formula) : NULL);
	rows_end(t);
}

static void
overall_rows(struct rows *t, const struct result *r)
{
	const struct overall *o = r->overall;
	struct overall_part all = { .number = "OQS", .title = "Overall Quality Score" };

	if (o == NULL)
		return;
	all.good = o->rate;
	overall_row(t, r, "overall", &all, &o->share, overall_code(o));
	for (size_t i = 0; i < o->n_parts; i++)
		overall_row(t, r, "overall_part", &o->parts[i], NULL,
			    o->parts[i].counted ? "counted" : "not_counted");
}

static void
unit_rows(struct rows *t, const struct result *r, const struct unit *unit)
{
	size_t at = 0;

	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++)
			unit_row(t, r, &r->sections[i], at++, &r->sections[i].lines[j], unit);
}

struct bytes
report_csv(struct arena *a, const struct result *r, const char *site)
{
	struct rows t = rows_new(a);
	size_t place = 0;

	(void)site;
	head(&t, r);
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++)
			row(&t, r, &r->sections[i], place++, &r->sections[i].lines[j]);
	for (size_t i = 0; i < r->n_units; i++)
		unit_rows(&t, r, &r->units[i]);
	overall_rows(&t, r);
	return rows_bytes(&t);
}
