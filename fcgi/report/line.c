/* One measure's line in a report: see line.h. */
#include "report/line.h"

#include "base/fault.h"
#include "base/text.h"

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

const char *
line_hidden(const struct yardstick *y, bool of_programs)
{
	const char *reason = y->hidden;

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
			 line_hidden(y, text_equal(name, "fellowship")));
		return;
	}
	view_pct(p->v, at(&below, "rate"), y->share);
	view_pct(p->v, at(&below, "median"), y->median);
	view_num(p->v, at(&below, "met"), y->rate.met);
	view_num(p->v, at(&below, "of"), y->rate.of);
}

static void
show_own(const struct place *p, const struct line *l)
{
	view_num(p->v, at(p, "met"), l->own.met);
	view_num(p->v, at(p, "of"), l->own.of);
	view_num(p->v, at(p, "excluded"), l->excluded);
	view_num(p->v, at(p, "excepted"), l->excepted);
	if (l->own.of == 0)
		return;
	view_pct(p->v, at(p, "rate"), l->share);
	view_pct(p->v, at(p, "low"), l->interval.low);
	view_pct(p->v, at(p, "high"), l->interval.high);
	view_bool(p->v, at(p, "small"), l->own.of < RESULT_SMALL);
}

const char *
line_verdict(const struct line *l)
{
	bool higher = l->compared.mark == STATS_HIGHER;

	switch (l->verdict) {
	case VERDICT_NONE:
		return NULL;
	case VERDICT_SAME:
		return "Same";
	case VERDICT_BETTER:
		return higher ? "Higher: better" : "Lower: better";
	case VERDICT_WORSE:
		return higher ? "Higher: worse" : "Lower: worse";
	}
	fault("no such verdict: %d", (int)l->verdict);
}

const char *
line_verdict_code(enum verdict v)
{
	static const char *const codes[] = {
		[VERDICT_NONE] = "none",
		[VERDICT_SAME] = "same",
		[VERDICT_BETTER] = "better",
		[VERDICT_WORSE] = "worse",
	};

	return codes[v];
}

const char *
line_test_code(enum stats_test t)
{
	static const char *const codes[] = {
		[STATS_NONE] = "none",
		[STATS_FISHER] = "fisher",
		[STATS_CHI_SQUARE] = "chi_square",
	};

	return codes[t];
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
	view_str(p->v, at(p, "verdict.words"), line_verdict(l));
	view_str(p->v, at(p, "verdict.kind"), verdict_kind(l->verdict));
	view_str(p->v, at(p, "verdict.arrow"), arrow(l->compared.mark));
}

void
line_show(struct view *v, struct arena *a, const char *key, const struct line *l,
	  bool with_fellowship)
{
	struct place p = { v, a, key };

	view_str(v, at(&p, "number"), l->number);
	view_str(v, at(&p, "title"), l->title);
	view_bool(v, at(&p, "lower_is_better"), l->lower_is_better);
	view_str(v, at(&p, "parts"), l->parts);
	view_str(v, at(&p, "any_of"), l->any_of);
	if (l->lower_is_better && l->missing > 0)
		view_num(v, at(&p, "missing"), l->missing);
	show_own(&p, l);
	show_yardstick(&p, "national", &l->national);
	if (with_fellowship)
		show_yardstick(&p, "fellowship", &l->fellowship);
	show_verdict(&p, l);
}
