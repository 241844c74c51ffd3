/* One measure's line in a report: see line.h. */
#include "report/line.h"

#include "base/fault.h"
#include "base/text.h"

struct verdict_of
line_verdict(const struct line *l)
{
	struct verdict_of v = { VERDICT_NONE, STATS_SAME };
	struct comparison c;

	if (!l->national.shown || l->own.of == 0)
		return v;
	c = stats_compare(l->own, stats_others(l->national.rate, l->own));
	if (c.test == STATS_NONE)
		return v;
	v.mark = c.mark;
	switch (c.mark) {
	case STATS_SAME:
		v.verdict = VERDICT_SAME;
		break;
	case STATS_HIGHER:
		v.verdict = l->measure->lower_is_better ? VERDICT_WORSE : VERDICT_BETTER;
		break;
	case STATS_LOWER:
		v.verdict = l->measure->lower_is_better ? VERDICT_BETTER : VERDICT_WORSE;
		break;
	}
	return v;
}

/* Where values go: names below a key. */
struct place {
	struct view *v;
	struct arena *a;
	const char *key;
};

static const char *
at(const struct place *p, const char *name)
{
	return arena_printf(p->a, "%s.%s", p->key, name);
}

/* Why there is no figure. `of_programs`: of the fellowship programs, not of all practices. */
static const char *
hidden_words(const char *reason, bool of_programs)
{
	if (reason == NULL)
		return "No figures";
	if (text_equal(reason, "practices"))
		return of_programs ? "Too few programs to show" : "Too few practices to show";
	if (text_equal(reason, "charts"))
		return "Too few charts to show";
	if (text_equal(reason, "dominant"))
		return of_programs ? "Not shown: most charts are of one program"
				   : "Not shown: most charts are of one practice";
	fault("no such reason: %s", reason);
}

static void
show_yardstick(const struct place *p, const char *name, const struct yardstick *y)
{
	struct place below = { p->v, p->a, at(p, name) };

	if (!y->shown) {
		view_str(p->v, at(&below, "hidden"),
			 hidden_words(y->hidden, text_equal(name, "fellowship")));
		return;
	}
	view_pct(p->v, at(&below, "rate"), stats_share(y->rate));
	view_pct(p->v, at(&below, "median"), y->median);
	view_num(p->v, at(&below, "met"), y->rate.met);
	view_num(p->v, at(&below, "of"), y->rate.of);
}

static void
show_own(const struct place *p, const struct line *l)
{
	struct interval interval;

	view_num(p->v, at(p, "met"), l->own.met);
	view_num(p->v, at(p, "of"), l->own.of);
	view_num(p->v, at(p, "excluded"), l->excluded);
	view_num(p->v, at(p, "excepted"), l->excepted);
	if (!stats_wilson(l->own, &interval))
		return;
	view_pct(p->v, at(p, "rate"), stats_share(l->own));
	view_pct(p->v, at(p, "low"), interval.low);
	view_pct(p->v, at(p, "high"), interval.high);
	view_bool(p->v, at(p, "small"), l->own.of < REPORT_SMALL);
}

static const char *
verdict_words(struct verdict_of v)
{
	switch (v.verdict) {
	case VERDICT_NONE:
		return NULL;
	case VERDICT_SAME:
		return "Same";
	case VERDICT_BETTER:
		return v.mark == STATS_HIGHER ? "Higher: better" : "Lower: better";
	case VERDICT_WORSE:
		return v.mark == STATS_HIGHER ? "Higher: worse" : "Lower: worse";
	}
	fault("no such verdict: %d", (int)v.verdict);
}

/* Kinds as in the macros of templates/layout/show.cs. */
static const char *
verdict_kind(enum verdict v)
{
	return v == VERDICT_BETTER ? "good" : v == VERDICT_WORSE ? "warn" : "idle";
}

static const char *
arrow(enum stats_mark mark)
{
	return mark == STATS_HIGHER ? "up" : mark == STATS_LOWER ? "down" : "level";
}

static void
show_verdict(const struct place *p, const struct line *l)
{
	struct verdict_of v = line_verdict(l);

	view_str(p->v, at(p, "verdict.words"), verdict_words(v));
	view_str(p->v, at(p, "verdict.kind"), verdict_kind(v.verdict));
	view_str(p->v, at(p, "verdict.arrow"), arrow(v.mark));
}

void
line_show(struct view *v, struct arena *a, const char *key, const struct line *l)
{
	struct place p = { v, a, key };

	view_str(v, at(&p, "number"), l->measure->number);
	view_str(v, at(&p, "title"), l->measure->title);
	view_bool(v, at(&p, "lower_is_better"), l->measure->lower_is_better);
	view_str(v, at(&p, "parts"), l->measure->parts);
	view_str(v, at(&p, "any_of"), l->measure->any_of);
	if (l->measure->lower_is_better && l->missing > 0)
		view_num(v, at(&p, "missing"), l->missing);
	show_own(&p, l);
	show_yardstick(&p, "national", &l->national);
	if (l->with_fellowship)
		show_yardstick(&p, "fellowship", &l->fellowship);
	show_verdict(&p, l);
}
