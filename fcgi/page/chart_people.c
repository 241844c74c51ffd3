/*
 * The people of a chart: who abstracts it, whose patient it is and where. A
 * fellow may not abstract a chart of a patient of their own; others are warned.
 */
#include "base/text.h"
#include "page/chart.h"
#include "page/pages.h"

const struct field chart_people_form[] = {
	{ .name = "abstractor", .label = "Who abstracts it", .type = FIELD_WHOLE, .max = INT32_MAX },
	CHART_PLACE_FIELDS,
	{ .name = NULL },
};

static bool
may_abstract(const struct practice_people_row *p)
{
	return (access_role(p->role) & ABSTRACTORS) != 0;
}

/* Who may abstract, as choices. */
static void
show_abstractors(struct visit *v, uint64_t selected)
{
	size_t n, shown = 0;
	struct practice_people_row *people = q_practice_people(v->db, v->practice_id, &n);

	for (size_t i = 0; i < n; i++) {
		size_t at = shown;

		if (!may_abstract(&people[i]))
			continue;
		shown++;
		view_num(v->view, view_key(v->view, "Form.abstractor.choices.%zu.value", at),
			 (int64_t)people[i].account_id);
		view_str(v->view, view_key(v->view, "Form.abstractor.choices.%zu.label", at),
			 arena_printf(v->a, "%s, %s", people[i].name,
				      access_role_title(access_role(people[i].role))));
		view_bool(v->view, view_key(v->view, "Form.abstractor.choices.%zu.selected", at),
			  people[i].account_id == selected);
	}
}

/*
 * The account that the form names, among those who may abstract; NULL for none.
 * Anybody else gives a message beside the field. `fellow` says whether it is one.
 */
static const uint64_t *
take_abstractor(struct visit *v, bool *fellow)
{
	uint64_t *id = arena_alloc(v->a, sizeof *id);
	size_t n;
	struct practice_people_row *people;

	*fellow = false;
	*id = (uint64_t)form_whole(v->form, "abstractor");
	if (*form_text(v->form, "abstractor") == '\0' || form_has_errors(v->form))
		return NULL;
	people = q_practice_people(v->db, v->practice_id, &n);
	for (size_t i = 0; i < n; i++)
		if (people[i].account_id == *id && may_abstract(&people[i])) {
			*fellow = access_role(people[i].role) == ROLE_FELLOW;
			return id;
		}
	form_error(v->form, "abstractor", "Choose one of the people of your practice.");
	return NULL;
}

void
chart_show_fellows(struct visit *v)
{
	size_t n;
	struct chart_fellows_row *rows = q_chart_fellows(v->db, v->round->id, v->practice_id, &n);

	view_rows(v->view, "fellows", &Q_CHART_FELLOWS, rows, n);
	view_num(v->view, "charts_a_fellow", v->round->charts_a_fellow);
}

static uint64_t
id_or_none(const uint64_t *id)
{
	return id == NULL ? 0 : *id;
}

/* What a field stands at: as it was posted, else as the chart has it. */
static uint64_t
standing_at(const struct visit *v, bool posted, const char *field, const uint64_t *of_chart)
{
	return posted ? (uint64_t)form_whole(v->form, field) : id_or_none(of_chart);
}

static void
show(struct visit *v)
{
	const struct chart_open_row *c = v->chart;
	bool posted = v->form != NULL;

	if (!posted)
		v->form = form_new(v->a, chart_people_form);
	visit_show_form(v);
	show_abstractors(v, standing_at(v, posted, "abstractor", c->abstractor_id));
	chart_show_sites(v, "Form.site.choices", standing_at(v, posted, "site", c->site_id));
	chart_show_physicians(v, "Form.physician.choices",
			      standing_at(v, posted, "physician", c->physician_id));
	view_row(v->view, "chart", &Q_CHART_OPEN, v->chart);
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	chart_crumbs(v, true);
	visit_page(v, "chart/people.cs");
}

/*
 * Whether a chart's people and site may still change; answers if not. Those of a
 * second abstraction are chosen where it was drawn.
 */
static bool
may_change(struct visit *v)
{
	if (v->chart->second_of != NULL) {
		visit_error(v, 404, NULL);
		return false;
	}
	if (text_equal(v->chart->state, "open"))
		return true;
	visit_error(v, 409, "This chart is complete, so its people and its site stay as they are. "
		    "Open the chart again to change them.");
	return false;
}

void
chart_people(struct visit *v)
{
	if (may_change(v))
		show(v);
}

void
chart_people_post(struct visit *v)
{
	bool fellow;
	const uint64_t *abstractor = take_abstractor(v, &fellow);
	struct chart_place place = chart_take_place(v);
	enum own_chart own = abstractor == NULL
				     ? OWN_CHART_NOT
				     : abstraction_own_chart(*abstractor, fellow, place.account_id);

	if (!may_change(v))
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
	q_chart_set_people(v->db, abstractor, place.physician_id, place.site_id, v->practice_id,
			   v->chart->id);
	visit_audit(v, v->practice_id, "chart_people",
		    arena_printf(v->a, "chart:%llu abstractor:%llu physician:%llu site:%llu",
				 (unsigned long long)v->chart->id,
				 (unsigned long long)id_or_none(abstractor),
				 (unsigned long long)id_or_none(place.physician_id),
				 (unsigned long long)id_or_none(place.site_id)));
	q_practice_stamp(v->db, v->practice_id);
	db_commit(v->db);
	visit_go(v, arena_printf(v->a, "/rounds/%llu/charts", (unsigned long long)v->round->id),
		 own == OWN_CHART_WARNED ? "people_own" : "people_saved");
}
