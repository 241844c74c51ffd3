/* One measure of a performance report: where the practice stands in it, and what may be chance. */
#include "base/text.h"
#include "page/pages.h"
#include "report/levels.h"
#include "report/part.h"
#include "report/stored.h"

/* The report's stored result without named people; NULL where it was never stored. */
static const struct result *
read_result(struct visit *v)
{
	struct report_result_row row;

	if (!q_report_result(v->db, v->practice_id, v->report->id, &row) || row.result == NULL)
		return NULL;
	return levels_sites(v->a, stored_read(v->a, row.result));
}

void
report_measure(struct visit *v)
{
	const struct result *r = read_result(v);
	const struct line *l = NULL;
	size_t place;

	if (r != NULL)
		l = report_line(r, v->match.values[1], &place);
	if (l == NULL) {
		visit_error(v, 404, NULL);
		return;
	}
	report_show_measure(v->view, v->a, r, l, place);
	view_num(v->view, "report.id", (int64_t)v->report->id);
	view_str(v->view, "Page.title", arena_printf(v->a, "%s in %s", l->number, r->round));
	view_str(v->view, "Crumb.0.href", "/reports");
	view_str(v->view, "Crumb.0.title", "Reports");
	view_str(v->view, "Crumb.1.href",
		 arena_printf(v->a, "/reports/%llu", (unsigned long long)v->report->id));
	view_str(v->view, "Crumb.1.title", r->round);
	view_str(v->view, "Crumb.2.title", l->number);
	visit_page(v, "report/measure.cs");
}
