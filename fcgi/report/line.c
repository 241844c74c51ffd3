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
	if (text_equal(reason, "complement"))
		return "Not shown: it would tell of a few others";
	fault("no such reason: %s", reason);
}

static void
show_yardstick(const struct place *p, const struct yardstick *y, bool of_programs)
{
	if (!y->shown) {
		view_str(p->v, at(p, "hidden"), line_hidden(y, of_programs));
		return;
	}
	view_pct(p->v, at(p, "rate"), y->share);
	view_pct(p->v, at(p, "median"), y->median);
	view_num(p->v, at(p, "met"), y->rate.met);
	view_num(p->v, at(p, "of"), y->rate.of);
}

static void
show_rate(const struct place *p, struct rate rate, double share, struct interval interval)
{
	view_num(p->v, at(p, "met"), rate.met);
	view_num(p->v, at(p, "of"), rate.of);
	if (rate.of == 0)
		return;
	view_pct(p->v, at(p, "rate"), share);
	view_pct(p->v, at(p, "low"), interval.low);
	view_pct(p->v, at(p, "high"), interval.high);
	view_bool(p->v, at(p, "small"), rate.of < RESULT_SMALL);
}

static const char *
words(enum verdict verdict, enum stats_mark mark)
{
	bool higher = mark == STATS_HIGHER;

	switch (verdict) {
	case VERDICT_NONE:
		return NULL;
	case VERDICT_SAME:
		return "Same";
	case VERDICT_BETTER:
		return higher ? "Higher: better" : "Lower: better";
	case VERDICT_WORSE:
		return higher ? "Higher: worse" : "Lower: worse";
	}
	fault("no such verdict: %d", (int)verdict);
}

const char *
line_verdict(const struct line *l)
{
	return words(l->verdict, l->compared.mark);
}

const char *
line_versus(const struct versus *v)
{
	return v->few ? "Too few to tell" : words(v->verdict, v->compared.mark);
}

const char *
line_peer(const struct peer_line *p)
{
	return words(p->verdict, p->compared.mark);
}

const char *
line_versus_code(const struct versus *v)
{
	return v->few ? "few" : line_verdict_code(v->verdict);
}

const char *
line_level(enum level level)
{
	static const char *const titles[] = {
		[LEVEL_SITE] = "Sites",
		[LEVEL_PHYSICIAN] = "Physicians",
		[LEVEL_FELLOW] = "Fellows",
		[LEVELS] = "Practice",
	};

	return titles[level];
}

const char *
line_level_code(enum level level)
{
	static const char *const codes[] = {
		[LEVEL_SITE] = "site",
		[LEVEL_PHYSICIAN] = "physician",
		[LEVEL_FELLOW] = "fellow",
		[LEVELS] = "practice",
	};

	return codes[level];
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
show_verdict(const struct place *p, const char *told, enum verdict verdict, enum stats_mark mark)
{
	view_str(p->v, at(p, "words"), told);
	view_str(p->v, at(p, "kind"), verdict_kind(verdict));
	view_str(p->v, at(p, "arrow"), arrow(mark));
}

static void
show_versus(const struct place *p, const char *name, const struct versus *v)
{
	struct place below = { p->v, p->a, at(p, name) };

	show_verdict(&below, line_versus(v), v->verdict, v->compared.mark);
	view_bool(p->v, at(&below, "few"), v->few);
}

void
line_show_unit(struct view *v, struct arena *a, const char *key, const struct unit_line *u,
	       const struct line *of)
{
	struct place p = { v, a, key };

	view_str(v, at(&p, "number"), of->number);
	view_str(v, at(&p, "title"), of->title);
	view_bool(v, at(&p, "lower_is_better"), of->lower_is_better);
	show_rate(&p, u->own, u->share, u->interval);
	if (of->own.of > 0)
		view_pct(v, at(&p, "practice"), of->share);
	if (of->national.shown)
		view_pct(v, at(&p, "national"), of->national.share);
	show_versus(&p, "all", &u->all);
	show_versus(&p, "rest", &u->rest);
}

void
line_show_peer(struct view *v, struct arena *a, const char *key, const struct peer_line *l)
{
	struct place p = { v, a, key };

	show_yardstick(&p, &l->all, false);
	if (l->all.shown)
		show_verdict(&p, line_peer(l), l->verdict, l->compared.mark);
}

void
line_show_network(struct view *v, struct arena *a, const char *key, const struct network_cell *c)
{
	struct place p = { v, a, key };

	show_rate(&p, c->own, c->share, c->interval);
	show_versus(&p, "all", &c->all);
}

void
line_show_all(struct view *v, struct arena *a, const char *key, const struct yardstick *all)
{
	show_yardstick(&(struct place){ v, a, key }, all, false);
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
	view_num(v, at(&p, "excluded"), l->excluded);
	view_num(v, at(&p, "excepted"), l->excepted);
	show_rate(&p, l->own, l->share, l->interval);
	p.key = arena_printf(a, "%s.national", key);
	show_yardstick(&p, &l->national, false);
	p.key = arena_printf(a, "%s.fellowship", key);
	if (with_fellowship)
		show_yardstick(&p, &l->fellowship, true);
	p.key = arena_printf(a, "%s.verdict", key);
	show_verdict(&p, line_verdict(l), l->verdict, l->compared.mark);
}
