/* Where a practice stands among all: see among.h. */
#include "report/among.h"

#include <math.h>

#include "base/fault.h"
#include "base/text.h"

static const double NEAR = 0.95, FAR = 0.998; /* two and three standard deviations */

const double *
among_shares(struct bytes stored, size_t *count)
{
	must(stored.size % sizeof(double) == 0);
	*count = stored.data == NULL ? 0 : stored.size / sizeof(double);
	return *count == 0 ? NULL : stored.data;
}

static enum funnel_place
place_of(double share, const struct among *m)
{
	if (share < m->far.low || share > m->far.high)
		return PLACE_BEYOND_FAR;
	return share < m->near.low || share > m->near.high ? PLACE_BEYOND_NEAR : PLACE_INSIDE;
}

void
among_work_out(struct line *l, struct variation v, const double *shares, size_t count)
{
	struct among *m = &l->among;
	double target;

	*m = (struct among){ 0 };
	if (!l->national.shown || l->own.of == 0)
		return;
	target = stats_share(l->national.rate);
	m->told = true;
	m->variation = v;
	m->near = variation_limits(target, l->own.of, NEAR, v.inflation);
	m->far = variation_limits(target, l->own.of, FAR, v.inflation);
	m->place = place_of(stats_share(l->own), m);
	m->shrunken = variation_shrink(l->own, target, v.between);
	m->ranked = count > 0 && l->own.of >= RESULT_SMALL;
	if (m->ranked)
		m->percentile = variation_percentile(shares, count, stats_share(l->own));
	if (m->ranked && l->lower_is_better)
		m->percentile = 100 - m->percentile;
}

/* All lines of a report in one row. */
static size_t
lines_of(struct arena *a, const struct result *r, struct line ***lines)
{
	size_t n = 0;

	*lines = arena_array(a, result_lines(r), sizeof **lines);
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++)
			(*lines)[n++] = &r->sections[i].lines[j];
	return n;
}

void
among_family(struct arena *a, struct result *r)
{
	struct line **lines;
	size_t n = lines_of(a, r, &lines), compared = 0;
	double *p = arena_array(a, n, sizeof *p);
	bool *beyond = arena_array(a, n, sizeof *beyond);

	for (size_t i = 0; i < n; i++)
		if (lines[i]->compared.test != STATS_NONE)
			p[compared++] = lines[i]->compared.p;
	variation_beyond_chance(a, p, compared, beyond);
	compared = 0;
	for (size_t i = 0; i < n; i++)
		if (lines[i]->compared.test != STATS_NONE)
			lines[i]->among.beyond_chance = beyond[compared++];
}

struct among_count
among_count(const struct result *r)
{
	struct among_count c = { 0 };

	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++) {
			const struct line *l = &r->sections[i].lines[j];

			c.compared += l->compared.test != STATS_NONE;
			c.marked += l->compared.mark != STATS_SAME;
			c.beyond_chance += l->among.beyond_chance;
		}
	return c;
}

const char *
among_place_code(enum funnel_place place)
{
	static const char *const codes[] = {
		[PLACE_INSIDE] = "inside",
		[PLACE_BEYOND_NEAR] = "beyond_95",
		[PLACE_BEYOND_FAR] = "beyond_998",
	};

	return codes[place];
}

const char *
among_place_words(enum funnel_place place)
{
	static const char *const words[] = {
		[PLACE_INSIDE] = "Inside the limits of chance",
		[PLACE_BEYOND_NEAR] = "Outside the 95 % limits",
		[PLACE_BEYOND_FAR] = "Outside the 99.8 % limits",
	};

	return words[place];
}

const char *
among_chance_sentence(struct arena *a, const struct result *r)
{
	struct among_count c = among_count(r);

	if (c.compared == 0)
		return NULL;
	return arena_printf(a,
			    "%zu of %zu measures %s marked as better or worse. Chance alone would "
			    "mark up to %.0f; %zu of the marks %s when that is allowed for (false "
			    "discovery rate 5 %%).",
			    c.marked, c.compared, c.marked == 1 ? "is" : "are",
			    ceil(variation_by_chance(c.compared)), c.beyond_chance,
			    c.beyond_chance == 1 ? "stands" : "stand");
}

static const char *
spread_words(const struct variation *v)
{
	return v->inflation > 1 ? "practices differ by more than chance here, which the limits allow for"
				: "practices differ no more than chance would make them";
}

const char *
among_sentence(struct arena *a, const struct line *l)
{
	const struct among *m = &l->among;

	if (!m->told)
		return NULL;
	return arena_printf(a,
			    "%s of %s charts, where chance alone leaves 95 %% of practices of this "
			    "size between %s and %s: %s; %s.%s",
			    text_percent(a, l->share), text_thousands(a, l->own.of),
			    text_percent(a, m->near.low), text_percent(a, m->near.high),
			    m->place == PLACE_INSIDE ? "no more than chance would explain"
						     : "more than chance would explain",
			    spread_words(&m->variation),
			    m->ranked ? arena_printf(a, " It does better than %.0f of 100 practices.",
						     floor(m->percentile))
				      : "");
}
