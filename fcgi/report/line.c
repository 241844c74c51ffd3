/* One measure's line in a report: see line.h. */
#include "report/line.h"

#include "base/fault.h"
#include "base/text.h"

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
show_yardstick(struct view *v, const struct yardstick *y, bool of_programs)
{
	if (!y->shown) {
		view_str(v, "hidden", line_hidden(y, of_programs));
		return;
	}
	view_pct(v, "rate", y->share);
	view_num(v, "of", y->rate.of);
}

static void
show_name(struct view *v, const struct line *l)
{
	view_str(v, "number", l->number);
	view_str(v, "title", l->title);
	view_bool(v, "lower_is_better", l->lower_is_better);
}

static void
show_share(struct view *v, struct rate rate, double share)
{
	if (rate.of == 0)
		return;
	view_pct(v, "rate", share);
	view_bool(v, "small", rate.of < RESULT_SMALL);
}

static void
show_rate(struct view *v, struct rate rate, double share, struct interval interval)
{
	view_num(v, "met", rate.met);
	view_num(v, "of", rate.of);
	show_share(v, rate, share);
	if (rate.of == 0)
		return;
	view_pct(v, "low", interval.low);
	view_pct(v, "high", interval.high);
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
show_verdict(struct view *v, const char *told, enum verdict verdict, enum stats_mark mark)
{
	view_str(v, "words", told);
	view_str(v, "kind", verdict_kind(verdict));
	view_str(v, "arrow", arrow(mark));
}

static void
show_versus(struct view *v, const struct versus *of)
{
	show_verdict(v, line_versus(of), of->verdict, of->compared.mark);
	view_bool(v, "few", of->few);
}

void
line_show_unit(struct view *v, const struct unit_line *u, const struct line *of)
{
	show_name(v, of);
	show_rate(v, u->own, u->share, u->interval);
	if (of->own.of > 0)
		view_pct(v, "practice", of->share);
	show_versus(view_at(v, "all"), &u->all);
	show_versus(view_at(v, "rest"), &u->rest);
}

void
line_show_peer(struct view *v, const struct peer_line *l)
{
	show_yardstick(v, &l->all, false);
	if (l->all.shown)
		show_verdict(v, line_peer(l), l->verdict, l->compared.mark);
}

void
line_show_network(struct view *v, const struct network_cell *c)
{
	show_rate(v, c->own, c->share, c->interval);
	show_versus(view_at(v, "all"), &c->all);
}

void
line_show_all(struct view *v, const struct yardstick *all)
{
	show_yardstick(v, all, false);
	if (all->shown)
		view_num(v, "met", all->rate.met);
}

void
line_show_brief(struct view *v, const struct line *l)
{
	show_name(v, l);
	show_share(v, l->own, l->share);
}

void
line_show(struct view *v, const struct line *l, bool with_fellowship)
{
	show_name(v, l);
	view_str(v, "parts", l->parts);
	view_str(v, "any_of", l->any_of);
	if (l->lower_is_better && l->missing > 0)
		view_num(v, "missing", l->missing);
	show_rate(v, l->own, l->share, l->interval);
	show_yardstick(view_at(v, "national"), &l->national, false);
	if (with_fellowship)
		show_yardstick(view_at(v, "fellowship"), &l->fellowship, true);
	show_verdict(view_at(v, "verdict"), line_verdict(l), l->verdict, l->compared.mark);
}
