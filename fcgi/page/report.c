/* Performance reports: the list, and each as the report workers built it. */
#include "page/pages.h"

#include "base/fault.h"
#include "base/text.h"

/* What a report may be taken home as. */
static const struct {
	const char *format, *type;
} formats[] = {
	{ "pdf", "application/pdf" },
	{ "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
	{ "csv", "text/csv; charset=utf-8; header=present" },
	{ "json", "application/fhir+json; charset=utf-8" },
};

void
report_list(struct visit *v)
{
	size_t n;
	struct report_list_row *rows = q_report_list(v->db, v->practice_id, &n);

	view_rows(v->view, "reports", &Q_REPORT_LIST, rows, n);
	visit_page(v, "report/list.cs");
}

const char *
report_whole(struct visit *v, uint64_t practice, uint64_t report, const char *page)
{
	bool all_people = v->practice_id == practice && access_all_people(v->roles);
	size_t n;
	struct report_parts_row *parts = q_report_parts(v->db, practice, report, all_people,
							v->me->account_id, &n);

	for (size_t i = 0; i < n; i++)
		page = arena_printf(v->a, "%s%s", page, parts[i].content);
	return page;
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
	visit_page_around(v, report_whole(v, v->practice_id, v->report->id, v->report->page));
}

static const char *
type_of(const char *format)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (text_equal(formats[i].format, format))
			return formats[i].type;
	return NULL;
}

void
report_file(struct visit *v)
{
	const char *format = v->match.values[1], *type = type_of(format);
	struct report_file_get_row file;

	if (type == NULL ||
	    !q_report_file_get(v->db, v->practice_id, v->report->id, format,
			       access_all_people(v->roles), &file)) {
		visit_error(v, 404, NULL);
		return;
	}
	if (!buf_add(v->req->resp.body, file.content.data, file.content.size))
		fault("report %llu is too large as %s", (unsigned long long)v->report->id, format);
	resp_type(v->req, 200, type);
	resp_header(v->req, "Content-Disposition",
		    arena_printf(v->a, "attachment; filename=\"performance-report-%llu.%s\"",
				 (unsigned long long)v->report->id, format));
	resp_header(v->req, "Cache-Control", "no-store");
}
