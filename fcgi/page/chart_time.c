/*
 * Time on a chart: the page in the browser reports it (static/js/chart/clock.js),
 * the form and the history show it. The fields of a report:
 *   client  the page's own name
 *   seq     counts its reports
 *   t_ID    seconds in the section of that question
 */
#include "base/date.h"
#include "base/text.h"
#include "model/chart_time.h"
#include "page/chart.h"
#include "page/pages.h"

enum { MINUTE_S = 60, HOUR_S = 3600, DAY_S = 86400 };

const struct field chart_time_form[] = {
	{ .name = "client", .label = "Page", .type = FIELD_TEXT, .required = true, .max = CHART_TIME_CLIENT },
	{ .name = "seq", .label = "Number", .type = FIELD_WHOLE, .required = true, .min = 1, .max = INT32_MAX },
	{ .name = "t_", .label = "Seconds", .type = FIELD_TABLE },
	{ .name = NULL },
};

/* "12 min", "1 h 5 min"; NULL for less than a minute. */
static const char *
minutes(struct arena *a, int64_t seconds)
{
	int64_t hours = seconds / HOUR_S, rest = seconds % HOUR_S / MINUTE_S;

	if (seconds < MINUTE_S)
		return NULL;
	return hours == 0 ? arena_printf(a, "%lld min", (long long)rest)
			  : arena_printf(a, "%lld h %lld min", (long long)hours, (long long)rest);
}

static const char *
time_so_far(struct visit *v, const struct chart_time_sections_row *rows, size_t n)
{
	int64_t all = 0;

	for (size_t i = 0; i < n; i++)
		all += rows[i].seconds;
	return minutes(v->a, all);
}

void
chart_show_time(struct visit *v)
{
	size_t n, shown = 0;
	struct chart_time_sections_row *rows;

	rows = q_chart_time_sections(v->db, v->practice_id, v->chart->id, &n);
	view_str(v->view, "chart.time", time_so_far(v, rows, n));
	for (size_t i = 0; i < n; i++) {
		const char *words = minutes(v->a, rows[i].seconds);

		view_str(v->view, view_key(v->view, "times.%zu.section", shown), rows[i].section);
		view_str(v->view, view_key(v->view, "times.%zu.time", shown++),
			 words == NULL ? "less than a minute" : words);
	}
}

/* The report's parts; false if one is no number, or of no question of this edition. */
static bool
read_parts(struct visit *v, struct time_report *r)
{
	struct pairs parts = form_table(v->form, "t_");
	const struct catalogue *cat = visit_catalogue(v);

	r->parts = arena_array(v->a, parts.n + 1, sizeof *r->parts);
	for (size_t i = 0; i < parts.n; i++) {
		const struct element *e = catalogue_element(cat, parts.all[i].name);
		uint64_t seconds;

		if (e == NULL || !text_to_u64(parts.all[i].value, &seconds) || seconds > DAY_S)
			return false;
		r->parts[r->n++] = (struct section_time){ e->section, (uint32_t)seconds };
	}
	return true;
}

void
chart_time_post(struct visit *v)
{
	struct time_report r = { .practice_id = v->practice_id, .chart_id = v->chart->id,
				 .account_id = v->me->account_id,
				 .client = form_text(v->form, "client"),
				 .seq = (uint64_t)form_whole(v->form, "seq") };
	struct chart_time_sections_row *rows;
	const char *words;
	size_t n;

	if (form_has_errors(v->form) || !read_parts(v, &r)) {
		visit_error(v, 400, "The request tells of no time on this chart.");
		return;
	}
	db_begin(v->db);
	chart_time_take(v->db, v->a, &r, time_now());
	db_commit(v->db);
	rows = q_chart_time_sections(v->db, v->practice_id, v->chart->id, &n);
	words = time_so_far(v, rows, n);
	visit_json(v, 200, arena_printf(v->a, "{\"seq\":%llu,\"time\":\"%s\"}",
					(unsigned long long)r.seq, words == NULL ? "" : words));
}
