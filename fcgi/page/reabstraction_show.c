/*
 * What two abstractions of a chart say, side by side, and how far they agree
 * over all pairs. Both are read from what was kept when a pair was complete, so
 * a chart that is opened again changes nothing here.
 */
#include <math.h>
#include <stdlib.h>

#include "base/fault.h"
#include "base/text.h"
#include "page/chart.h"
#include "page/pages.h"
#include "page/reabstraction.h"
#include "report/agreement.h"

static struct answer
read_answer(struct arena *a, const struct element *e, const char *text)
{
	struct answer answer = { ANSWER_NONE, 0 };
	const char *message;

	if (text != NULL && !answer_read(e, text, &answer, a, &message))
		fault("a compared answer to %s is none of its edition: %s", e->id, message);
	return answer;
}

static struct agreement_pair
read_pair(struct arena *a, const struct catalogue *cat, const struct compared_answers_row *row)
{
	const struct element *e = catalogue_element(cat, row->element);

	if (e == NULL)
		fault("an answer to %s was compared, which its edition does not know", row->element);
	return (struct agreement_pair){ .element = e,
					.both = row->first != NULL && row->second != NULL,
					.first = read_answer(a, e, row->first),
					.second = read_answer(a, e, row->second) };
}

static struct agreement_set
count(struct visit *v, const struct catalogue *cat, const struct compared_answers_row *rows,
      size_t n)
{
	struct agreement_pair *pairs = arena_array(v->a, n, sizeof *pairs);

	for (size_t i = 0; i < n; i++)
		pairs[i] = read_pair(v->a, cat, &rows[i]);
	return agreement_count(v->a, cat, pairs, n);
}

/*
 * A rate with its interval below `key`: pairs, identical, share, low, high;
 * kappa, or kappa_none where it is not defined; gap.{pairs,median,largest}.
 */
static void
show_figures(struct visit *v, const char *key, struct rate identical, struct kappa kappa,
	     struct gap gap)
{
	struct view *view = v->view;
	struct interval interval;

	view_num(view, arena_printf(v->a, "%s.pairs", key), identical.of);
	view_num(view, arena_printf(v->a, "%s.identical", key), identical.met);
	if (stats_wilson(identical, &interval)) {
		view_pct(view, arena_printf(v->a, "%s.share", key), stats_share(identical));
		view_pct(view, arena_printf(v->a, "%s.low", key), interval.low);
		view_pct(view, arena_printf(v->a, "%s.high", key), interval.high);
	}
	if (kappa.defined)
		view_f64(view, arena_printf(v->a, "%s.kappa", key), kappa.value, 2);
	if (gap.pairs == 0)
		return;
	view_num(view, arena_printf(v->a, "%s.gap.pairs", key), (int64_t)gap.pairs);
	view_f64(view, arena_printf(v->a, "%s.gap.median", key), gap.median,
		 gap.median > floor(gap.median) ? 1 : 0);
	view_f64(view, arena_printf(v->a, "%s.gap.largest", key), gap.largest, 0);
}

static void
show_total(struct visit *v, const char *name, const struct agreement_total *t)
{
	show_figures(v, arena_printf(v->a, "summary.%s", name), t->identical, t->kappa, t->gap);
}

static void
show_question(struct visit *v, const char *key, const struct agreement *q)
{
	enum element_type type = q->element->type;

	show_figures(v, key, q->identical, q->kappa, q->gap);
	view_str(v->view, arena_printf(v->a, "%s.text", key), q->element->question);
	view_num(v->view, arena_printf(v->a, "%s.one_sided", key), (int64_t)q->one_sided);
	view_bool(v->view, arena_printf(v->a, "%s.coded", key),
		  type == ELEMENT_SINGLE || type == ELEMENT_YES_NO);
	view_bool(v->view, arena_printf(v->a, "%s.date", key), type == ELEMENT_DATE);
	view_bool(v->view, arena_printf(v->a, "%s.number", key), type == ELEMENT_INTEGER);
}

/* Questions that agree least come first; the form's order decides among equals. */
static int
by_agreement(const void *one, const void *other)
{
	const struct agreement *a = one, *b = other;
	uint64_t left = (uint64_t)a->identical.met * b->identical.of;
	uint64_t right = (uint64_t)b->identical.met * a->identical.of;

	if ((a->identical.of == 0) != (b->identical.of == 0))
		return a->identical.of == 0 ? 1 : -1;
	if (left != right)
		return left < right ? -1 : 1;
	return a->element->index < b->element->index ? -1 : a->element->index > b->element->index;
}

void
reabstraction_show_summary(struct visit *v, size_t compared)
{
	size_t n;
	struct compared_answers_row *rows =
		q_compared_answers(v->db, v->practice_id, v->round->id, &n);
	struct agreement_set s = count(v, visit_catalogue(v), rows, n);

	qsort(s.questions, s.n, sizeof *s.questions, by_agreement);
	view_num(v->view, "summary.compared", (int64_t)compared);
	view_bool(v->view, "summary.few", compared < AGREEMENT_FEW);
	view_num(v->view, "summary.few_limit", AGREEMENT_FEW);
	view_num(v->view, "summary.one_sided", (int64_t)s.one_sided);
	show_total(v, "coded", &s.coded);
	show_total(v, "choices", &s.choices);
	show_total(v, "dates", &s.dates);
	show_total(v, "numbers", &s.numbers);
	for (size_t i = 0; i < s.n; i++)
		show_question(v, view_key(v->view, "questions.%zu", i), &s.questions[i]);
}

void
reabstraction_show_rounds(struct visit *v, uint64_t practice)
{
	size_t n_rounds, n;
	struct second_rounds_row *rounds = q_second_rounds(v->db, practice, &n_rounds);
	struct compared_answers_row *rows = q_compared_answers(v->db, practice, 0, &n);

	view_rows(v->view, "seconds", &Q_SECOND_ROUNDS, rounds, n_rounds);
	for (size_t i = 0, from, to; i < n_rounds; i++) {
		const char *key = view_key(v->view, "seconds.%zu", i);
		struct agreement_set s;

		for (from = 0; from < n && rows[from].round_id != rounds[i].round_id;)
			from++;
		for (to = from; to < n && rows[to].round_id == rounds[i].round_id;)
			to++;
		if (from == to)
			continue;
		s = count(v, edition_catalogue(v->app->editions, v->db, v->a, rows[from].edition_id,
					       rows[from].edition_hash), rows + from, to - from);
		show_figures(v, arena_printf(v->a, "%s.coded", key), s.coded.identical, s.coded.kappa,
			     s.coded.gap);
		show_figures(v, arena_printf(v->a, "%s.dates", key), s.dates.identical, s.dates.kappa,
			     s.dates.gap);
	}
}

/* What lies between two answers that differ: days or a number; NULL for words. */
static const char *
distance(struct arena *a, const struct agreement_pair *p)
{
	long long by = (long long)p->second.value - p->first.value;

	if (!p->both)
		return "Asked in one only: it follows from another answer";
	if (p->first.state != ANSWER_VALUE || p->second.state != ANSWER_VALUE)
		return NULL;
	if (p->element->type == ELEMENT_DATE)
		return arena_printf(a, "%lld %s %s", llabs(by), llabs(by) == 1 ? "day" : "days",
				    by > 0 ? "later" : "earlier");
	if (p->element->type == ELEMENT_INTEGER)
		return arena_printf(a, "%lld %s", llabs(by), by > 0 ? "more" : "less");
	return NULL;
}

static const char *
words(struct arena *a, const struct element *e, const char *text)
{
	return text == NULL ? "Not asked" : answer_label(e, read_answer(a, e, text), a);
}

/* Both answers to each question, those that differ apart from those that agree. */
static void
show_pairs(struct visit *v, uint64_t chart)
{
	const struct catalogue *cat = visit_catalogue(v);
	size_t n, differ = 0, agree = 0;
	struct compared_answers_row *rows =
		q_compared_answers(v->db, v->practice_id, v->round->id, &n);

	for (size_t e = 0; e < cat->n_elements; e++)
		for (size_t i = 0; i < n; i++) {
			struct agreement_pair p;
			bool same;
			const char *key;

			if (rows[i].chart_id != chart ||
			    !text_equal(rows[i].element, cat->elements[e].id))
				continue;
			p = read_pair(v->a, cat, &rows[i]);
			same = p.both && answer_equal(p.first, p.second);
			key = same ? view_key(v->view, "agree.%zu", agree++)
				   : view_key(v->view, "differ.%zu", differ++);
			view_str(v->view, arena_printf(v->a, "%s.question", key),
				 p.element->question);
			view_str(v->view, arena_printf(v->a, "%s.first", key),
				 words(v->a, p.element, rows[i].first));
			view_str(v->view, arena_printf(v->a, "%s.second", key),
				 words(v->a, p.element, rows[i].second));
			view_str(v->view, arena_printf(v->a, "%s.distance", key),
				 same ? NULL : distance(v->a, &p));
		}
	view_num(v->view, "differing", (int64_t)differ);
	view_num(v->view, "agreeing", (int64_t)agree);
	view_num(v->view, "compared", (int64_t)(differ + agree));
}

void
reabstraction_compare(struct visit *v)
{
	size_t n;
	const struct second_list_row *all = q_second_list(v->db, v->practice_id, v->round->id, &n);
	const struct second_list_row *pair = reabstraction_named(v, all, n);
	const char *sample = arena_printf(v->a, "/rounds/%llu/reabstraction",
					  (unsigned long long)v->round->id);

	if (pair == NULL || pair->compared_at == NULL) {
		visit_error(v, 404, pair == NULL ? NULL : "What differs is shown when both "
			    "abstractions are complete.");
		return;
	}
	view_row(v->view, "pair", &Q_SECOND_LIST, pair);
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_bool(v->view, "may_reopen", text_equal(v->round->state, "open") &&
		  (v->roles & ABSTRACTORS) != 0 && text_equal(pair->first_state, "complete"));
	show_pairs(v, pair->chart_id);
	view_str(v->view, "sample", sample);
	view_str(v->view, "Page.title", arena_printf(v->a, "Chart %u compared", pair->number));
	chart_crumbs(v, false);
	view_str(v->view, "Crumb.2.href", arena_printf(v->a, "/rounds/%llu/charts",
						      (unsigned long long)v->round->id));
	view_str(v->view, "Crumb.3.title", "Second abstraction");
	view_str(v->view, "Crumb.3.href", sample);
	view_str(v->view, "Crumb.4.title", arena_printf(v->a, "Chart %u", pair->number));
	visit_page(v, "reabstraction/compare.cs");
}
