/*
 * Where a chart belongs: its site, and the physician or fellow whose patient
 * it is. Asked when a chart is made and on its page of people; of a practice
 * with one site nobody is asked for it.
 */
#include "base/text.h"
#include "page/chart.h"

/* Adds one choice to a field of the form. */
static void
add_choice(struct visit *v, const char *key, size_t *shown, uint64_t id, const char *label,
	   bool selected)
{
	const char *at = arena_printf(v->a, "%s.%zu", key, (*shown)++);

	view_num(v->view, arena_printf(v->a, "%s.value", at), (int64_t)id);
	view_str(v->view, arena_printf(v->a, "%s.label", at), label);
	view_bool(v->view, arena_printf(v->a, "%s.selected", at), selected);
}

void
chart_show_sites(struct visit *v, const char *key, uint64_t selected)
{
	size_t n, shown = 0;
	struct practice_sites_row *sites = q_practice_sites(v->db, v->practice_id, &n);

	for (size_t i = 0; i < n; i++)
		if (sites[i].closed_at == NULL || sites[i].id == selected)
			add_choice(v, key, &shown, sites[i].id, sites[i].name,
				   sites[i].id == selected);
	view_bool(v->view, "several_sites", shown > 1);
}

void
chart_show_physicians(struct visit *v, const char *key, uint64_t selected)
{
	size_t n, shown = 0;
	struct physician_list_row *all = q_physician_list(v->db, v->practice_id, &n);

	for (size_t i = 0; i < n; i++) {
		const char *label = text_equal(all[i].kind, "fellow")
					    ? arena_printf(v->a, "%s, fellow", all[i].name)
					    : all[i].name;

		if (all[i].closed_at == NULL || all[i].id == selected)
			add_choice(v, key, &shown, all[i].id, label, all[i].id == selected);
	}
	view_bool(v->view, "some_physicians", shown > 0);
}

/* The id that a field names; 0 for none. */
static uint64_t
asked(struct visit *v, const char *field)
{
	return form_has_errors(v->form) ? 0 : (uint64_t)form_whole(v->form, field);
}

static void
take_physician(struct visit *v, struct chart_place *place)
{
	uint64_t id = asked(v, "physician");
	size_t n;
	struct physician_list_row *all;

	if (id == 0)
		return;
	all = q_physician_list(v->db, v->practice_id, &n);
	for (size_t i = 0; i < n; i++)
		if (all[i].id == id) {
			place->physician_id = &all[i].id;
			place->account_id = all[i].account_id;
			place->site_id = all[i].site_id;
			return;
		}
	form_error(v->form, "physician", "Choose one of the physicians and fellows on your "
		   "practice's list.");
}

/* The one that was chosen, else the only open one, else where the physician works. */
static void
take_site(struct visit *v, struct chart_place *place)
{
	uint64_t id = asked(v, "site");
	const uint64_t *only = NULL;
	size_t n, open = 0;
	struct practice_sites_row *sites = q_practice_sites(v->db, v->practice_id, &n);

	for (size_t i = 0; i < n; i++) {
		if (sites[i].id == id) {
			place->site_id = &sites[i].id;
			return;
		}
		if (sites[i].closed_at == NULL) {
			only = &sites[i].id;
			open++;
		}
	}
	if (id != 0)
		form_error(v->form, "site", "Choose one of the sites of your practice.");
	else if (open == 1)
		place->site_id = only;
}

struct chart_place
chart_take_place(struct visit *v)
{
	struct chart_place place = { NULL, NULL, NULL };

	take_physician(v, &place);
	take_site(v, &place);
	return place;
}
