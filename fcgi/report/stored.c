/*
 * A result as it is stored: see stored.h.
 *
 * Each struct has a pair of functions below each other, one that packs it and
 * one that takes it apart again by the same names.
 */
#include "report/stored.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/fault.h"
#include "report/stored_json.h"

enum { STORED_MAX = 8 * 1024 * 1024 };
enum { FORM = 1 }; /* raised when the names below change their meaning */

/*
 * While a result is written or read, jansson's memory is the arena's: its ten
 * thousand values end with the arena, none by itself: a third off a report's time.
 */
static struct arena *home;

static void *
take_from_home(size_t size)
{
	return arena_alloc(home, size);
}

static void
leave_to_home(void *value)
{
	(void)value;
}

static void
move_out(void *unused)
{
	(void)unused;
	json_set_alloc_funcs(malloc, free);
}

/* Until move_out, which a fault in between does as well. */
static void
move_in(struct arena *a)
{
	home = a;
	arena_defer(a, move_out, NULL);
	json_set_alloc_funcs(take_from_home, leave_to_home);
}

static void
move_out_of(struct arena *a)
{
	arena_cancel(a, move_out, NULL);
	move_out(NULL);
}

json_t *
stored_made(json_t *json)
{
	if (json == NULL)
		fault("jansson made nothing");
	return json;
}

void
stored_check(int failed, const json_error_t *e)
{
	if (failed != 0)
		fault("not a stored result: %s", e->text);
}

json_t *
stored_yardstick(const struct yardstick *y)
{
	if (!y->shown)
		return stored_made(json_pack("{s:s*}", "hidden", y->hidden));
	return stored_made(json_pack("{s:I, s:I, s:I, s:f, s:f, s:f, s:f, s:f}", "practices",
			      (json_int_t)y->practices, "met", (json_int_t)y->rate.met, "of",
			      (json_int_t)y->rate.of, "rate", y->share, "mean", y->mean, "q1",
			      y->q1, "median", y->median, "q3", y->q3));
}

/* Texts are copied: the tree that they stand in ends when the result is read. */
struct yardstick
stored_read_yardstick(struct arena *a, json_t *json)
{
	struct yardstick y = { .shown = json_object_get(json, "met") != NULL };
	json_int_t practices, met, of;
	const char *hidden = NULL;
	json_error_t e;

	if (!y.shown) {
		stored_check(json_unpack_ex(json, &e, 0, "{s?s}", "hidden", &hidden), &e);
		y.hidden = arena_str(a, hidden);
		return y;
	}
	stored_check(json_unpack_ex(json, &e, 0, "{s:I, s:I, s:I, s:f, s:f, s:f, s:f, s:f}", "practices",
			     &practices, "met", &met, "of", &of, "rate", &y.share, "mean", &y.mean,
			     "q1", &y.q1, "median", &y.median, "q3", &y.q3),
	      &e);
	y.practices = (uint32_t)practices;
	y.rate = (struct rate){ (uint32_t)met, (uint32_t)of };
	return y;
}

/* The rounds of a line, and behind them what they come to; NULL where there is none. */
static json_t *
write_past(const struct line *l, size_t n_rounds)
{
	json_t *rounds;

	if (l->past == NULL)
		return NULL;
	rounds = stored_made(json_array());
	for (size_t i = 0; i < n_rounds; i++) {
		const struct past *p = &l->past[i];

		json_array_append_new(rounds,
				      stored_made(json_pack("[I, I, f, f, f]", (json_int_t)p->rate.met,
						     (json_int_t)p->rate.of, p->share,
						     p->limits.low, p->limits.high)));
	}
	return stored_made(json_pack("{s:o, s:f, s:f, s:i}", "rounds", rounds, "center", l->center, "p",
			      l->trend.p, "mark", (int)l->trend.mark));
}

static void
read_past(struct arena *a, json_t *json, size_t n_rounds, struct line *l)
{
	json_t *rounds;
	json_error_t e;
	int mark;

	stored_check(json_unpack_ex(json, &e, 0, "{s:o, s:f, s:f, s:i}", "rounds", &rounds, "center",
			     &l->center, "p", &l->trend.p, "mark", &mark),
	      &e);
	must(mark >= 0 && mark <= STATS_LOWER && json_array_size(rounds) == n_rounds);
	l->trend.mark = (enum stats_mark)mark;
	l->past = arena_array(a, n_rounds, sizeof *l->past);
	for (size_t i = 0; i < n_rounds; i++) {
		struct past *p = &l->past[i];
		json_int_t met, of;

		stored_check(json_unpack_ex(json_array_get(rounds, i), &e, 0, "[I, I, f, f, f]", &met, &of,
				     &p->share, &p->limits.low, &p->limits.high),
		      &e);
		p->rate = (struct rate){ (uint32_t)met, (uint32_t)of };
	}
}

static json_t *
write_line(const struct line *l, size_t n_rounds)
{
	return stored_made(json_pack(
		"{s:s, s:s, s:b, s:s*, s:s*, s:I, s:I, s:I, s:I, s:I, s:f, s:f, s:f, s:o, s:o, "
		"s:i, s:f, s:i, s:i, s:o*, s:b, s:o*}",
		"number", l->number, "title", l->title, "lower", (int)l->lower_is_better, "parts",
		l->parts, "any_of", l->any_of, "met", (json_int_t)l->own.met, "of",
		(json_int_t)l->own.of, "excluded", (json_int_t)l->excluded, "excepted",
		(json_int_t)l->excepted, "missing", (json_int_t)l->missing, "rate", l->share, "low",
		l->interval.low, "high", l->interval.high, "national",
		stored_yardstick(&l->national), "fellowship", stored_yardstick(&l->fellowship),
		"test", (int)l->compared.test, "p", l->compared.p, "mark", (int)l->compared.mark,
		"verdict", (int)l->verdict, "among", stored_among(&l->among), "beyond_chance",
		(int)l->among.beyond_chance, "past", write_past(l, n_rounds)));
}

static struct line
read_line(struct arena *a, json_t *json, size_t n_rounds)
{
	struct line l = { 0 };
	const char *number, *title, *parts = NULL, *any_of = NULL;
	json_int_t met, of, excluded, excepted, missing;
	json_t *national, *fellowship, *past = NULL;
	int lower, test, mark, verdict;
	json_error_t e;

	stored_check(json_unpack_ex(json, &e, 0,
			     "{s:s, s:s, s:b, s?s, s?s, s:I, s:I, s:I, s:I, s:I, s:f, s:f, s:f, "
			     "s:o, s:o, s:i, s:f, s:i, s:i, s?o}",
			     "number", &number, "title", &title, "lower", &lower, "parts", &parts,
			     "any_of", &any_of, "met", &met, "of", &of, "excluded", &excluded,
			     "excepted", &excepted, "missing", &missing, "rate", &l.share, "low",
			     &l.interval.low, "high", &l.interval.high, "national", &national,
			     "fellowship", &fellowship, "test", &test, "p", &l.compared.p, "mark",
			     &mark, "verdict", &verdict, "past", &past),
	      &e);
	must(verdict >= 0 && verdict <= VERDICT_WORSE);
	must(test >= 0 && test <= STATS_CHI_SQUARE && mark >= 0 && mark <= STATS_LOWER);
	l.number = arena_str(a, number);
	l.title = arena_str(a, title);
	l.lower_is_better = lower;
	l.parts = arena_str(a, parts);
	l.any_of = arena_str(a, any_of);
	l.own = (struct rate){ (uint32_t)met, (uint32_t)of };
	l.excluded = (uint32_t)excluded;
	l.excepted = (uint32_t)excepted;
	l.missing = (uint32_t)missing;
	l.national = stored_read_yardstick(a, national);
	l.fellowship = stored_read_yardstick(a, fellowship);
	l.compared.test = (enum stats_test)test;
	l.compared.mark = (enum stats_mark)mark;
	l.verdict = (enum verdict)verdict;
	stored_read_among(json_object_get(json, "among"), &l.among);
	l.among.beyond_chance = json_is_true(json_object_get(json, "beyond_chance"));
	if (past != NULL)
		read_past(a, past, n_rounds, &l);
	return l;
}

static json_t *
write_section(const struct section *s, size_t n_rounds)
{
	json_t *lines = stored_made(json_array());

	for (size_t i = 0; i < s->n_lines; i++)
		json_array_append_new(lines, write_line(&s->lines[i], n_rounds));
	return stored_made(json_pack("{s:s, s:s, s:I, s:I, s:s*, s:I, s:o}", "id", s->id, "title", s->title,
			      "required", (json_int_t)s->required, "complete",
			      (json_int_t)s->complete, "reason", s->reason, "eligible",
			      (json_int_t)s->eligible, "lines", lines));
}

static struct section
read_section(struct arena *a, json_t *json, size_t n_rounds)
{
	struct section s = { 0 };
	const char *id, *title, *reason = NULL; /* without a declaration there is none */
	json_int_t required, complete, eligible = 0;
	json_t *lines;
	json_error_t e;

	stored_check(json_unpack_ex(json, &e, 0, "{s:s, s:s, s:I, s:I, s?s, s?I, s:o}", "id", &id, "title",
			     &title, "required", &required, "complete", &complete, "reason",
			     &reason, "eligible", &eligible, "lines", &lines),
	      &e);
	s.id = arena_str(a, id);
	s.title = arena_str(a, title);
	s.required = (uint32_t)required;
	s.complete = (uint32_t)complete;
	s.reason = arena_str(a, reason);
	s.eligible = (uint32_t)eligible;
	s.n_lines = json_array_size(lines);
	s.lines = arena_array(a, s.n_lines, sizeof *s.lines);
	for (size_t i = 0; i < s.n_lines; i++)
		s.lines[i] = read_line(a, json_array_get(lines, i), n_rounds);
	return s;
}

static json_t *
write_unscored(const struct result *r)
{
	json_t *all = stored_made(json_array());

	for (size_t i = 0; i < r->n_unscored; i++)
		json_array_append_new(all, stored_made(json_pack("{s:I, s:s*}", "number",
							  (json_int_t)r->unscored[i].number,
							  "label", r->unscored[i].label)));
	return all;
}

static void
read_unscored(struct arena *a, json_t *all, struct result *r)
{
	r->n_unscored = json_array_size(all);
	r->unscored = arena_array(a, r->n_unscored, sizeof *r->unscored);
	for (size_t i = 0; i < r->n_unscored; i++) {
		const char *label = NULL;
		json_int_t number;
		json_error_t e;

		stored_check(json_unpack_ex(json_array_get(all, i), &e, 0, "{s:I, s?s}", "number", &number,
				     "label", &label),
		      &e);
		r->unscored[i] = (struct unscored){ (uint32_t)number, arena_str(a, label) };
	}
}

static json_t *
write_rounds(const struct result *r)
{
	json_t *all = stored_made(json_array());

	for (size_t i = 0; i < r->n_rounds; i++)
		json_array_append_new(
			all, stored_made(json_pack("{s:s, s:i, s:b}", "name", r->rounds[i].name, "closes",
					    (int)r->rounds[i].closes, "same_edition",
					    (int)r->rounds[i].same_edition)));
	return all;
}

/* Reports of before there were rounds side by side have none. */
static void
read_rounds(struct arena *a, json_t *all, struct result *r)
{
	r->n_rounds = json_array_size(all);
	r->rounds = arena_array(a, r->n_rounds, sizeof *r->rounds);
	for (size_t i = 0; i < r->n_rounds; i++) {
		const char *name;
		int closes, same;
		json_error_t e;

		stored_check(json_unpack_ex(json_array_get(all, i), &e, 0, "{s:s, s:i, s:b}", "name",
				     &name, "closes", &closes, "same_edition", &same),
		      &e);
		r->rounds[i] = (struct past_round){ arena_str(a, name), closes, same };
	}
}

static int
take(const char *bytes, size_t size, void *buf)
{
	return buf_add(buf, bytes, size) ? 0 : -1;
}

char *
stored_write(struct arena *a, const struct result *r)
{
	struct buf *out = buf_new(a, STORED_MAX);
	json_t *sections, *root;
	int failed;

	move_in(a);
	sections = stored_made(json_array());
	for (size_t i = 0; i < r->n_sections; i++)
		json_array_append_new(sections, write_section(&r->sections[i], r->n_rounds));
	root = stored_made(json_pack(
		"{s:i, s:s, s:s, s:b, s:I, s:s, s:i, s:i, s:I, s:s, s:s, s:I, s:o, s:o, s:o, s:o, s:I, "
		"s:o, s:o*}",
		"form", FORM, "practice", r->practice, "country", r->country, "fellowship",
		(int)r->fellowship, "round_id", (json_int_t)r->round_id, "round", r->round, "opens",
		(int)r->opens, "closes", (int)r->closes, "cut", (json_int_t)r->cut, "edition",
		r->edition, "version", r->version, "charts", (json_int_t)r->charts, "sections",
		sections, "unscored", write_unscored(r), "rounds", write_rounds(r), "units",
		stored_units(r), "no_site", (json_int_t)r->no_site, "peers", stored_peers(r), "overall",
		stored_overall(r)));
	failed = json_dump_callback(root, take, out, JSON_COMPACT | JSON_REAL_PRECISION(17));
	move_out_of(a);
	if (failed != 0)
		fault("a result of more than %d bytes", (int)STORED_MAX);
	return out->data;
}

static void
read_head(struct arena *a, json_t *root, struct result *r)
{
	const char *practice, *country, *round, *edition, *version;
	json_int_t round_id, cut, charts;
	int form, fellowship, opens, closes;
	json_error_t e;

	stored_check(json_unpack_ex(root, &e, 0,
			     "{s:i, s:s, s:s, s:b, s:I, s:s, s:i, s:i, s:I, s:s, s:s, s:I}", "form",
			     &form, "practice", &practice, "country", &country, "fellowship",
			     &fellowship, "round_id", &round_id, "round", &round, "opens", &opens,
			     "closes", &closes, "cut", &cut, "edition", &edition, "version",
			     &version, "charts", &charts),
	      &e);
	if (form != FORM)
		fault("a stored result of form %d; this program reads form %d", form, FORM);
	r->practice = arena_str(a, practice);
	r->country = arena_str(a, country);
	r->fellowship = fellowship;
	r->round_id = (uint64_t)round_id;
	r->round = arena_str(a, round);
	r->opens = opens;
	r->closes = closes;
	r->cut = cut;
	r->edition = arena_str(a, edition);
	r->version = arena_str(a, version);
	r->charts = (uint32_t)charts;
}

struct result *
stored_read(struct arena *a, const char *text)
{
	struct result *r = arena_alloc(a, sizeof *r);
	json_error_t e;
	json_t *root, *sections;

	move_in(a);
	root = json_loads(text, JSON_REJECT_DUPLICATES, &e);
	stored_check(root == NULL, &e);
	read_head(a, root, r);
	read_unscored(a, json_object_get(root, "unscored"), r);
	read_rounds(a, json_object_get(root, "rounds"), r);
	sections = json_object_get(root, "sections");
	r->n_sections = json_array_size(sections);
	r->sections = arena_array(a, r->n_sections, sizeof *r->sections);
	for (size_t i = 0; i < r->n_sections; i++) {
		struct section *s = &r->sections[i];

		*s = read_section(a, json_array_get(sections, i), r->n_rounds);
		for (size_t j = 0; j < s->n_lines; j++)
			r->verdicts[s->lines[j].verdict]++;
	}
	stored_read_units(a, root, r);
	stored_read_peers(a, root, r);
	stored_read_overall(a, root, r);
	move_out_of(a);
	return r;
}
