/*
 * A report as a table: see report_csv.h.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP, CSV Injection). Nothing to say is an empty field.
 */
#include "exchange/report_csv.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "measure/csv.h"
#include "report/among.h"
#include "report/line.h"

enum { FILE_MAX = 32 * 1024 * 1024 };

/* The rows so far. */
struct table {
	struct arena *a;
	struct buf *out;
	bool begun; /* the row has a field */
};

static void
text(struct table *t, const char *value)
{
	if (t->begun)
		buf_char(t->out, ',');
	t->begun = true;
	if (value == NULL)
		return;
	if (value[0] != '\0' && strchr("=+-@\t\r", value[0]) != NULL)
		value = arena_printf(t->a, "'%s", value);
	csv_add_field(t->out, value);
}

static void
count(struct table *t, uint32_t n)
{
	text(t, arena_printf(t->a, "%u", n));
}

static void
share(struct table *t, double value)
{
	text(t, text_exact(t->a, value));
}

static void
end_row(struct table *t)
{
	buf_str(t->out, "\r\n");
	t->begun = false;
}

static void
head(struct table *t, bool fellowship)
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
					      "inflation", "between", "beyond_chance" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		text(t, names[i]);
	for (size_t i = 0; i < n_of_all; i++)
		text(t, arena_printf(t->a, "all_%s", of_all[i]));
	for (size_t i = 0; fellowship && i < n_of_all; i++)
		text(t, arena_printf(t->a, "programs_%s", of_all[i]));
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		text(t, behind[i]);
	end_row(t);
}

static void
yardstick(struct table *t, const struct yardstick *y)
{
	if (!y->shown) {
		text(t, y->hidden == NULL ? "none" : y->hidden);
		for (int i = 0; i < 8; i++)
			text(t, NULL);
		return;
	}
	text(t, NULL);
	count(t, y->practices);
	count(t, y->rate.met);
	count(t, y->rate.of);
	share(t, y->share);
	share(t, y->mean);
	share(t, y->q1);
	share(t, y->median);
	share(t, y->q3);
}

/* The own figures of a row, of the practice or of a part of it. */
struct own {
	struct rate rate;
	uint32_t excluded, excepted, missing;
	double share;
	struct interval interval;
};

static void
own(struct table *t, const struct own *o)
{
	count(t, o->rate.met);
	count(t, o->rate.of);
	count(t, o->excluded);
	count(t, o->excepted);
	count(t, o->missing);
	if (o->rate.of == 0) {
		for (int i = 0; i < 3; i++)
			text(t, NULL);
		return;
	}
	share(t, o->share);
	share(t, o->interval.low);
	share(t, o->interval.high);
}

static void
comparison(struct table *t, const struct comparison *c, const char *code)
{
	text(t, line_test_code(c->test));
	if (c->test == STATS_NONE)
		text(t, NULL);
	else
		share(t, c->p);
	text(t, code);
}

/* Where the practice stands among all; of a part of it nothing is said. */
static void
among(struct table *t, const struct line *l)
{
	const struct among *m = &l->among;

	if (!m->told) {
		for (int i = 0; i < 12; i++)
			text(t, NULL);
	} else {
		share(t, m->near.low);
		share(t, m->near.high);
		share(t, m->far.low);
		share(t, m->far.high);
		text(t, among_place_code(m->place));
		text(t, m->ranked ? text_exact(t->a, m->percentile) : NULL);
		share(t, m->shrunken.share);
		share(t, m->shrunken.interval.low);
		share(t, m->shrunken.interval.high);
		share(t, m->shrunken.weight);
		share(t, m->variation.inflation);
		share(t, m->variation.between);
	}
	text(t, m->beyond_chance ? "yes" : "no");
}

/* What a row says before it is told whose it is. */
static void
begin(struct table *t, const struct result *r, const struct section *s, const struct line *l,
      const struct own *of)
{
	char cut[TIME_TEXT_SIZE];

	text(t, r->practice);
	text(t, r->round);
	text(t, time_format(r->cut, cut));
	text(t, r->edition);
	text(t, r->version);
	text(t, s->title);
	text(t, l->number);
	text(t, l->title);
	text(t, l->lower_is_better ? "yes" : "no");
	own(t, of);
	yardstick(t, &l->national);
	if (r->fellowship)
		yardstick(t, &l->fellowship);
}

static void
row(struct table *t, const struct result *r, const struct section *s, const struct line *l)
{
	struct own of = { l->own,     l->excluded, l->excepted,
			  l->missing, l->share,    l->interval };

	begin(t, r, s, l, &of);
	comparison(t, &l->compared, line_verdict_code(l->verdict));
	text(t, line_level_code(LEVELS));
	text(t, NULL);
	count(t, r->charts);
	for (int i = 0; i < 3; i++)
		text(t, NULL);
	among(t, l);
	end_row(t);
}

static void
unit_row(struct table *t, const struct result *r, const struct section *s, const struct line *l,
	 const struct unit *unit, const struct unit_line *u)
{
	struct own of = { u->own,     u->excluded, u->excepted,
			  u->missing, u->share,    u->interval };

	begin(t, r, s, l, &of);
	comparison(t, &u->all.compared, line_versus_code(&u->all));
	text(t, line_level_code(unit->level));
	text(t, unit->name);
	count(t, unit->charts);
	comparison(t, &u->rest.compared, line_versus_code(&u->rest));
	for (int i = 0; i < 13; i++)
		text(t, NULL);
	end_row(t);
}

static void
unit_rows(struct table *t, const struct result *r, const struct unit *unit)
{
	size_t at = 0;

	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++)
			unit_row(t, r, &r->sections[i], &r->sections[i].lines[j], unit,
				 &unit->lines[at++]);
}

struct bytes
report_csv(struct arena *a, const struct result *r, const char *site)
{
	struct table t = { a, buf_new(a, FILE_MAX), false };

	(void)site;
	head(&t, r->fellowship);
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++)
			row(&t, r, &r->sections[i], &r->sections[i].lines[j]);
	for (size_t i = 0; i < r->n_units; i++)
		unit_rows(&t, r, &r->units[i]);
	if (t.out->full)
		fault("a report's table of more than %d bytes", (int)FILE_MAX);
	return (struct bytes){ t.out->data, t.out->len };
}
