/* Time that people work on a chart: see chart_time.h. */
#include "model/chart_time.h"

#include "base/date.h"
#include "db/queries.h"

void
chart_time_cut(struct section_time *parts, size_t n, int64_t most)
{
	for (size_t i = 0; i < n; i++) {
		if (parts[i].seconds > most)
			parts[i].seconds = most < 0 ? 0 : (uint32_t)most;
		most -= parts[i].seconds;
	}
}

/* Notes the report; false if it, or a later one of the page, came before. */
static bool
note(struct db *db, const struct time_report *r, int64_t now, int64_t *most)
{
	struct chart_clock_hold_row last;

	if (!q_chart_clock_hold(db, r->practice_id, r->chart_id, r->account_id, r->client, &last)) {
		*most = CHART_TIME_FIRST_S;
		return q_chart_clock_add(db, r->chart_id, r->practice_id, r->account_id, r->client,
					 r->seq, now) >= 0;
	}
	if (r->seq <= last.seq)
		return false;
	*most = now - last.reported_at;
	q_chart_clock_move(db, r->seq, now, r->practice_id, r->chart_id, r->account_id, r->client);
	return true;
}

bool
chart_time_take(struct db *db, struct arena *a, struct time_report *r, int64_t now)
{
	struct chart_time_add_params *rows = arena_array(a, r->n + 1, sizeof *rows);
	size_t n = 0;
	int64_t most;

	if (!note(db, r, now, &most))
		return false;
	chart_time_cut(r->parts, r->n, most);
	for (size_t i = 0; i < r->n; i++)
		if (r->parts[i].seconds > 0)
			rows[n++] = (struct chart_time_add_params){
				r->chart_id,         r->practice_id, r->account_id,
				r->parts[i].section, time_day(now),  r->parts[i].seconds
			};
	if (n > 0)
		q_chart_time_add(db, rows, n);
	return true;
}
