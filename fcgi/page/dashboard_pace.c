/* What the dashboard says of a practice's pace in an open round. */
#include "base/date.h"
#include "measure/catalogue.h"
#include "model/entry.h"
#include "model/pace.h"
#include "page/pages.h"

enum { HOURS_SIZE = 40 };

/* What the modules of a round lack. */
static struct pace_lacking
lacking(const struct catalogue *cat, uint64_t round, const struct dashboard_progress_row *rows,
	size_t n)
{
	struct pace_lacking lacking = { 0, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, rows[i].module);
		int64_t left = entry_wanted(rows[i].required, rows[i].declared) - rows[i].complete;

		if (rows[i].round_id != round || m == NULL || left <= 0)
			continue;
		if (m->kind == MODULE_CORE)
			lacking.core += (uint32_t)left;
		else if (m->kind == MODULE_DISEASE)
			lacking.disease += (uint32_t)left;
		else if (left > lacking.domain)
			lacking.domain = (uint32_t)left;
	}
	return lacking;
}

/* The day on which so much work is done, as the practice's weekdays go. */
static bool
find_last_day(struct visit *v, int64_t seconds, int32_t *last)
{
	int32_t today = time_day(time_now());
	size_t n;
	struct chart_time_days_row *rows;
	struct pace_day *days;

	rows = q_chart_time_days(v->db, v->practice_id, today - PACE_WINDOW, &n);
	days = arena_array(v->a, n + 1, sizeof *days);
	for (size_t i = 0; i < n; i++)
		days[i] = (struct pace_day){ rows[i].day, rows[i].seconds };
	return pace_last_day(days, n, today, seconds, last);
}

void
dashboard_show_pace(struct visit *v, const struct dashboard_rounds_row *round, size_t index,
		    const struct dashboard_progress_row *progress, size_t n)
{
	struct pace_lacking l = lacking(v->app->catalogue, round->id, progress, n);
	uint32_t left = pace_charts_left(&l);
	struct chart_time_pace_row pace;
	struct view *view = v->view;
	int64_t seconds;
	int32_t last;

	if (left == 0 || !q_chart_time_pace(v->db, v->practice_id, round->id, &pace) ||
	    pace.charts < PACE_CHARTS)
		return;
	seconds = left * pace.seconds / pace.charts;
	view_num(view, view_key(view, "rounds.%zu.pace.left", index), left);
	view_str(view, view_key(view, "rounds.%zu.pace.hours", index),
		 pace_hours(seconds, arena_alloc(v->a, HOURS_SIZE), HOURS_SIZE));
	if (!find_last_day(v, seconds, &last))
		return;
	view_date(view, view_key(view, "rounds.%zu.pace.last", index), last);
	view_bool(view, view_key(view, "rounds.%zu.pace.late", index), last > round->closes);
}
