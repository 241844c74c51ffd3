/* A practice's rounds side by side: see history.h. */
#include "report/history.h"

#include "base/text.h"

static size_t
count_rounds(const struct score_history_row *rows, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += i == 0 || rows[i].round_id != rows[i - 1].round_id;
	return count;
}

static struct line *
line_of(struct result *r, const char *measure)
{
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++)
			if (text_equal(r->sections[i].lines[j].number, measure))
				return &r->sections[i].lines[j];
	return NULL;
}

static void
add_row(struct arena *a, struct result *r, const struct score_history_row *row, size_t round)
{
	struct line *l = line_of(r, row->measure);

	if (l == NULL || l->own.of == 0 || row->met + row->not_met == 0)
		return; /* nothing to put beside it */
	if (l->past == NULL) {
		l->past = arena_array(a, r->n_rounds, sizeof *l->past);
		l->past[r->n_rounds - 1].rate = l->own;
	}
	l->past[round].rate = (struct rate){ row->met, row->met + row->not_met };
}

void
history_work_out(struct line *l, size_t n_rounds)
{
	struct rate rates[RESULT_ROUNDS] = { 0 }, all;

	for (size_t i = 0; i < n_rounds; i++)
		rates[i] = l->past[i].rate;
	all = stats_pooled(rates, n_rounds);
	l->center = stats_share(all);
	l->trend = stats_trend(rates, n_rounds);
	for (size_t i = 0; i < n_rounds; i++) {
		if (rates[i].of == 0)
			continue;
		l->past[i].share = stats_share(rates[i]);
		l->past[i].limits = stats_limits(l->center, rates[i].of);
	}
}

void
history_read(struct db *db, struct arena *a, const struct report_subject *about, struct result *r)
{
	const struct round_by_id_row *now = about->round;
	size_t n, earlier, skip, at = 0;
	struct score_history_row *rows = q_score_history(db, now->edition_id, about->practice_id,
							 now->closes, &n);

	earlier = count_rounds(rows, n);
	if (earlier == 0)
		return;
	skip = earlier < RESULT_ROUNDS ? 0 : earlier - (RESULT_ROUNDS - 1);
	r->n_rounds = earlier - skip + 1;
	r->rounds = arena_array(a, r->n_rounds, sizeof *r->rounds);
	r->rounds[r->n_rounds - 1] = (struct past_round){ now->name, now->closes, true };
	for (size_t i = 0; i < n; i++) {
		at += i > 0 && rows[i].round_id != rows[i - 1].round_id;
		if (at < skip)
			continue;
		r->rounds[at - skip] = (struct past_round){ rows[i].round_name, rows[i].closes,
							    rows[i].same_edition };
		add_row(a, r, &rows[i], at - skip);
	}
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++)
			if (r->sections[i].lines[j].past != NULL)
				history_work_out(&r->sections[i].lines[j], r->n_rounds);
}

const char *
history_sentence(struct arena *a, const struct line *l, size_t n_rounds)
{
	size_t first = 0, counted = 0;
	const char *how;

	while (l->past[first].rate.of == 0)
		first++;
	for (size_t i = 0; i < n_rounds; i++)
		counted += l->past[i].rate.of > 0;
	if (l->trend.mark == STATS_SAME)
		how = "no more than chance would explain";
	else if ((l->trend.mark == STATS_HIGHER) != l->lower_is_better)
		how = "a trend for the better";
	else
		how = "a trend for the worse";
	return arena_printf(
		a, "From %s to %s over %zu rounds: %s (p %s).",
		text_percent(a, l->past[first].share), text_percent(a, l->past[n_rounds - 1].share),
		counted, how,
		l->trend.p < 0.001 ? "below 0.001"
				   : arena_printf(a, "%.*f", l->trend.p < 0.1 ? 3 : 2, l->trend.p));
}
