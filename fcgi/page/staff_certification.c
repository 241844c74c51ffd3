/*
 * The terms for which a practice is certified, as ASCO staff record them. The
 * process that leads there (application, survey, review) is not here: what counts
 * for reports is who is certified on a round's last day.
 */
#include "base/date.h"
#include "base/text.h"
#include "page/pages.h"

enum { YEARS_MOST = 5 }; /* a term is three years, and may be drawn out to a survey's date */

const struct field staff_certification_form[] = {
	{ .name = "certified_on", .label = "First day", .type = FIELD_DATE, .required = true },
	{ .name = "ends_on", .label = "Last day", .type = FIELD_DATE, .required = true },
	{ .name = NULL },
};

void
show_certification(struct visit *v, uint64_t practice)
{
	size_t n;
	const struct certification_list_row *rows;

	rows = q_certification_list(v->db, time_day(time_now()), practice, &n);
	view_rows(v->view, "certification", &Q_CERTIFICATION_LIST, rows, n);
	for (size_t i = 0; i < n; i++)
		if (rows[i].now)
			view_date(v->view, "certified_until", rows[i].ends_on);
}

static const char *
practice_path(struct visit *v)
{
	return arena_printf(v->a, "/staff/practices/%llu", (unsigned long long)v->practice->id);
}

void
staff_certification(struct visit *v)
{
	if (v->form == NULL)
		v->form = form_new(v->a, staff_certification_form);
	view_row(v->view, "practice", &Q_PRACTICE_BY_ID, v->practice);
	view_bool(v->view, "practice.fellowship", text_equal(v->practice->kind, "fellowship"));
	show_certification(v, v->practice->id);
	view_str(v->view, "Crumb.0.title", "Practices");
	view_str(v->view, "Crumb.0.href", "/staff/practices");
	view_str(v->view, "Crumb.1.title", v->practice->name);
	view_str(v->view, "Crumb.1.href", practice_path(v));
	view_str(v->view, "Crumb.2.title", "QOPI certification");
	visit_show_form(v);
	visit_page(v, "staff/certification.cs");
}

/* A fellowship program is not certified (qopi-domain, section 8: FELLOW-C). */
static void
check_term(struct visit *v, int32_t *from, int32_t *until)
{
	if (!form_date(v->form, "certified_on", from) || !form_date(v->form, "ends_on", until))
		return;
	if (text_equal(v->practice->kind, "fellowship"))
		form_error(v->form, "certified_on", "A fellowship program cannot be certified.");
	else if (*until < *from)
		form_error(v->form, "ends_on", "Last day must not come before the first day.");
	else if (*until > date_add_months(*from, 12 * YEARS_MOST))
		form_error(v->form, "ends_on", "Last day must be at most %d years after the first.",
			   YEARS_MOST);
}

void
staff_certification_post(struct visit *v)
{
	int32_t from = 0, until = 0;

	check_term(v, &from, &until);
	if (form_has_errors(v->form)) {
		staff_certification(v);
		return;
	}
	db_begin(v->db);
	q_certification_put(v->db, v->practice->id, from, until, v->me->account_id, time_now());
	q_practice_stamp(v->db, v->practice->id);
	visit_audit(v, v->practice->id, "certification_recorded", "");
	db_commit(v->db);
	visit_go(v, arena_printf(v->a, "%s/certification", practice_path(v)), "certification_recorded");
}
