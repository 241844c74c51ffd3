/* Charts up to the median: see gap.h. */
#include "report/gap.h"

#include "base/text.h"

/* Shares are worked out as those that the median was taken of, so that equal ones are equal. */
static bool
reaches(const struct line *l, uint32_t met)
{
	double share = stats_share((struct rate){ met, l->own.of });

	return l->lower_is_better ? share <= l->national.median : share >= l->national.median;
}

uint32_t
gap_charts(const struct line *l)
{
	uint32_t most = l->lower_is_better ? l->own.met : l->own.of - l->own.met, gap = 0;

	if (!l->national.shown || l->own.of == 0)
		return 0;
	while (gap < most && !reaches(l, l->lower_is_better ? l->own.met - gap : l->own.met + gap))
		gap++;
	return gap;
}

const char *
gap_sentence(struct arena *a, const struct line *l)
{
	uint32_t gap = gap_charts(l);

	if (gap == 0)
		return NULL;
	return arena_printf(a, "%s %s %s met would reach the median of all practices, %s.",
			    text_thousands(a, gap), l->lower_is_better ? "fewer" : "more",
			    gap == 1 ? "chart" : "charts", text_percent(a, l->national.median));
}
