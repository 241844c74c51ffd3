/* Announcements: short notices of ASCO staff on the dashboards of all practices. */
#include "base/date.h"
#include "base/text.h"
#include "page/pages.h"

enum { TITLE_MAX = 80, BODY_MAX = 1000 };

const struct field staff_announcement_form[] = {
	{ .name = "title", .label = "Title", .type = FIELD_TEXT, .required = true, .max = TITLE_MAX },
	{ .name = "body", .label = "Text", .type = FIELD_LINES, .required = true, .max = BODY_MAX },
	{ .name = "shown_from", .label = "First day", .type = FIELD_DATE, .required = true },
	{ .name = "shown_until", .label = "Last day", .type = FIELD_DATE, .required = true },
	{ .name = NULL },
};

static const char *
state_of(const struct announcement_list_row *row, int32_t today)
{
	if (row->shown_until < row->shown_from)
		return "taken_back";
	return row->shown_until < today ? "over" : row->shown_from > today ? "coming" : "shown";
}

void
staff_announcements(struct visit *v)
{
	size_t n;
	struct announcement_list_row *rows = q_announcement_list(v->db, &n);

	view_rows(v->view, "announcements", &Q_ANNOUNCEMENT_LIST, rows, n);
	for (size_t i = 0; i < n; i++)
		view_str(v->view, view_key(v->view, "announcements.%zu.state", i),
			 state_of(&rows[i], time_day(time_now())));
	if (v->form == NULL)
		v->form = form_new(v->a, staff_announcement_form);
	visit_show_form(v);
	visit_page(v, "staff/announcements.cs");
}

static const char *
subject(struct visit *v, uint64_t id)
{
	return arena_printf(v->a, "announcement:%llu", (unsigned long long)id);
}

void
staff_announcements_post(struct visit *v)
{
	int32_t from = 0, until = 0;
	bool dated = form_date(v->form, "shown_from", &from) &&
		     form_date(v->form, "shown_until", &until);
	uint64_t id;

	if (dated && until < from)
		form_error(v->form, "shown_until", "Last day must not come before the first day.");
	else if (dated && until < time_day(time_now()))
		form_error(v->form, "shown_until", "Last day is over: nobody would see it.");
	if (form_has_errors(v->form)) {
		staff_announcements(v);
		return;
	}
	db_begin(v->db);
	id = q_announcement_add(v->db, form_text(v->form, "title"), form_text(v->form, "body"), from,
				until, v->me->account_id, time_now());
	q_site_stamp(v->db);
	visit_audit(v, 0, "announced", subject(v, id));
	db_commit(v->db);
	visit_go(v, "/staff/announcements", "announced");
}

void
staff_announcement_end_post(struct visit *v)
{
	uint64_t id;

	if (!text_to_u64(v->match.values[0], &id)) {
		visit_error(v, 404, NULL);
		return;
	}
	db_begin(v->db);
	if (q_announcement_end(v->db, time_day(time_now()) - 1, id) > 0) {
		q_site_stamp(v->db);
		visit_audit(v, 0, "announcement_ended", subject(v, id));
	}
	db_commit(v->db);
	visit_go(v, "/staff/announcements", "announcement_ended");
}
