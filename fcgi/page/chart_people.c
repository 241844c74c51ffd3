/*
 * The people of a chart: who abstracts it and whose patient it is. A fellow may
 * not abstract a chart of a patient of their own; others are warned.
 */
#include "base/text.h"
#include "model/entry.h"
#include "page/chart.h"
#include "page/pages.h"

const struct field chart_people_form[] = {
	{ .name = "abstractor", .label = "Who abstracts it", .type = FIELD_WHOLE, .max = INT32_MAX },
	{ .name = "treating", .label = "Treating physician or fellow", .type = FIELD_WHOLE, .max = INT32_MAX },
	{ .name = NULL },
};

static bool
is_choice(const struct practice_people_row *p, bool abstractors)
{
	return !abstractors || (access_role(p->role) & ABSTRACTORS) != 0;
}

void
chart_show_people(struct visit *v, const char *key, bool abstractors, uint64_t selected)
{
	size_t n, shown = 0;
	struct practice_people_row *people = q_practice_people(v->db, v->practice_id, &n);

	for (size_t i = 0; i < n; i++) {
		const char *at;

		if (!is_choice(&people[i], abstractors))
			continue;
		at = arena_printf(v->a, "%s.%zu", key, shown++);
		view_num(v->view, arena_printf(v->a, "%s.value", at), (int64_t)people[i].account_id);
		view_str(v->view, arena_printf(v->a, "%s.label", at),
			 arena_printf(v->a, "%s, %s", people[i].name,
				      access_role_title(access_role(people[i].role))));
		view_bool(v->view, arena_printf(v->a, "%s.selected", at),
			  people[i].account_id == selected);
	}
}

const uint64_t *
chart_take_person(struct visit *v, const char *field, bool abstractors, bool *fellow)
{
	uint64_t *id = arena_alloc(v->a, sizeof *id);
	size_t n;
	struct practice_people_row *people;

	*fellow = false;
	*id = (uint64_t)form_whole(v->form, field);
	if (*form_text(v->form, field) == '\0' || form_has_errors(v->form))
		return NULL;
	people = q_practice_people(v->db, v->practice_id, &n);
	for (size_t i = 0; i < n; i++)
		if (people[i].account_id == *id && is_choice(&people[i], abstractors)) {
			*fellow = access_role(people[i].role) == ROLE_FELLOW;
			return id;
		}
	form_error(v->form, field, "Choose one of the people of your practice.");
	return NULL;
}

void
chart_show_fellows(struct visit *v)
{
	size_t n;
	struct chart_fellows_row *rows = q_chart_fellows(v->db, v->round->id, v->practice_id, &n);

	view_rows(v->view, "fellows", &Q_CHART_FELLOWS, rows, n);
	view_num(v->view, "charts_a_fellow", ENTRY_CHARTS_A_FELLOW);
}

static uint64_t
id_or_none(const uint64_t *id)
{
	return id == NULL ? 0 : *id;
}

/* Who abstracts a second chart is said where it was drawn; false, and answered, for one. */
static bool
is_first(struct visit *v)
{
	if (v->chart->second_of == NULL)
		return true;
	visit_error(v, 404, NULL);
	return false;
}

static void
show(struct visit *v)
{
	bool posted = v->form != NULL;

	if (!posted)
		v->form = form_new(v->a, chart_people_form);
	visit_show_form(v);
	chart_show_people(v, "Form.abstractor.choices", true,
			  posted ? (uint64_t)form_whole(v->form, "abstractor")
				 : id_or_none(v->chart->abstractor_id));
	chart_show_people(v, "Form.treating.choices", false,
			  posted ? (uint64_t)form_whole(v->form, "treating")
				 : id_or_none(v->chart->treating_id));
	view_row(v->view, "chart", &Q_CHART_OPEN, v->chart);
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	chart_crumbs(v, true);
	visit_page(v, "chart/people.cs");
}

void
chart_people(struct visit *v)
{
	if (is_first(v))
		show(v);
}

void
chart_people_post(struct visit *v)
{
	bool fellow, other;
	const uint64_t *abstractor = chart_take_person(v, "abstractor", true, &fellow);
	const uint64_t *treating = chart_take_person(v, "treating", false, &other);
	enum own_chart own = abstractor == NULL
				     ? OWN_CHART_NOT
				     : abstraction_own_chart(*abstractor, fellow, treating);

	if (!is_first(v))
		return;
	if (abstractor != NULL && v->chart->blind_to != NULL && *v->chart->blind_to == *abstractor)
		form_error(v->form, "abstractor", "This person abstracts the chart a second time, without "
			   "seeing the first abstraction. Choose somebody else.");
	if (own == OWN_CHART_REFUSED)
		form_error(v->form, "abstractor", "A fellow may not abstract charts of their own "
			   "patients. Choose somebody else.");
	if (form_has_errors(v->form)) {
		show(v);
		return;
	}
	if (!chart_begin_in_open_round(v))
		return;
	q_chart_set_people(v->db, abstractor, treating, v->practice_id, v->chart->id);
	visit_audit(v, v->practice_id, "chart_people",
		    arena_printf(v->a, "chart:%llu abstractor:%llu treating:%llu",
				 (unsigned long long)v->chart->id,
				 (unsigned long long)id_or_none(abstractor),
				 (unsigned long long)id_or_none(treating)));
	q_practice_stamp(v->db, v->practice_id);
	db_commit(v->db);
	visit_go(v, arena_printf(v->a, "/rounds/%llu/charts", (unsigned long long)v->round->id),
		 own == OWN_CHART_WARNED ? "people_own" : "people_saved");
}
