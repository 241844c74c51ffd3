/* Performance reports: the list, and each as the report workers built it. */
#include "page/pages.h"

void
report_list(struct visit *v)
{
	size_t n;
	struct report_list_row *rows = q_report_list(v->db, v->practice_id, &n);

	view_rows(v->view, "reports", &Q_REPORT_LIST, rows, n);
	visit_page(v, "report/list.cs");
}

/* Nothing is worked out here: a report is the same bytes for ever. */
void
report_show_page(struct visit *v)
{
	view_str(v->view, "Page.title", arena_printf(v->a, "Report of %s", v->report->round_name));
	view_str(v->view, "Page.kind", "wide");
	view_str(v->view, "Crumb.0.href", "/reports");
	view_str(v->view, "Crumb.0.title", "Reports");
	view_str(v->view, "Crumb.1.title", v->report->round_name);
	visit_page_around(v, v->report->page);
}
