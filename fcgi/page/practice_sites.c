/*
 * The practice's sites: charts come from them, and reports may have figures of
 * each. A closed site keeps the charts it has and is named by no new one.
 */
#include "base/date.h"
#include "base/text.h"
#include "page/pages.h"

/* Adding a site knows no closed one. */
const struct field practice_site_form[] = {
	{ .name = "name", .label = "Name", .type = FIELD_TEXT, .required = true, .max = 160 },
	{ .name = "city", .label = "City", .type = FIELD_TEXT, .required = true, .max = 80 },
	{ .name = "closed", .label = "Closed", .type = FIELD_TICK },
	{ .name = NULL },
};

void
practice_sites(struct visit *v)
{
	if (v->form == NULL)
		v->form = form_new(v->a, practice_site_form);
	show_practice_sections(v);
	show_practice_sites(v, v->practice_id);
	visit_show_form(v);
	visit_page(v, "practice/sites.cs");
}

/* A message if another site has that name, or no site would stay open. */
static void
check(struct visit *v, uint64_t id, bool closed)
{
	const char *name = form_text(v->form, "name");
	size_t n, open = 0;
	struct practice_sites_row *sites = q_practice_sites(v->db, v->practice_id, &n);

	for (size_t i = 0; i < n; i++) {
		if (sites[i].id == id)
			continue;
		open += sites[i].closed_at == NULL;
		if (text_equal(sites[i].name, name))
			form_error(v->form, "name", "Your practice has a site of that name. Choose "
				   "another one, or open the site again that is closed.");
	}
	if (closed && open == 0)
		form_error(v->form, "closed", "This is your only open site: a practice has at least "
			   "one. Add the other site first.");
}

void
practice_sites_post(struct visit *v)
{
	uint64_t id;

	if (!form_has_errors(v->form))
		check(v, 0, false);
	if (form_has_errors(v->form)) {
		practice_sites(v);
		return;
	}
	db_begin(v->db);
	id = q_practice_site_add(v->db, v->practice_id, form_text(v->form, "name"),
				 form_text(v->form, "city"));
	visit_audit(v, v->practice_id, "site_added",
		    arena_printf(v->a, "site:%llu", (unsigned long long)id));
	q_practice_stamp(v->db, v->practice_id);
	db_commit(v->db);
	visit_go(v, "/practice/sites", "site_added");
}

/* The practice's site of the address; NULL and 404 if there is none. */
static const struct practice_sites_row *
find_site(struct visit *v)
{
	size_t n;
	struct practice_sites_row *sites = q_practice_sites(v->db, v->practice_id, &n);
	uint64_t id;

	if (text_to_u64(v->match.values[0], &id))
		for (size_t i = 0; i < n; i++)
			if (sites[i].id == id)
				return &sites[i];
	visit_error(v, 404, NULL);
	return NULL;
}

static void
show_site(struct visit *v, const struct practice_sites_row *site)
{
	show_practice_sections(v);
	practice_show_crumbs(v, "/practice/sites", "Sites", site->name);
	view_row(v->view, "site", &Q_PRACTICE_SITES, site);
	visit_show_form(v);
	visit_page(v, "practice/site.cs");
}

void
practice_site(struct visit *v)
{
	const struct practice_sites_row *site = find_site(v);

	if (site == NULL)
		return;
	v->form = form_new(v->a, practice_site_form);
	form_set(v->form, "name", site->name);
	form_set(v->form, "city", site->city);
	form_set(v->form, "closed", site->closed_at == NULL ? "" : "yes");
	show_site(v, site);
}

void
practice_site_post(struct visit *v)
{
	const struct practice_sites_row *site = find_site(v);
	bool closed = form_tick(v->form, "closed");

	if (site == NULL)
		return;
	if (!form_has_errors(v->form))
		check(v, site->id, closed);
	if (form_has_errors(v->form)) {
		show_site(v, site);
		return;
	}
	db_begin(v->db);
	q_practice_site_change(v->db, form_text(v->form, "name"), form_text(v->form, "city"), closed,
			       time_now(), v->practice_id, site->id);
	visit_audit(v, v->practice_id, "site_changed",
		    arena_printf(v->a, "site:%llu closed:%d", (unsigned long long)site->id, closed));
	q_practice_stamp(v->db, v->practice_id);
	db_commit(v->db);
	visit_go(v, "/practice/sites", "saved");
}
