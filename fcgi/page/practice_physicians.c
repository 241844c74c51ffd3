/*
 * The practice's physicians and fellows: whose patients its charts are. They
 * need no account (qopi-domain section 1); with one, they see figures of their
 * own, and are kept from abstracting their own patients' charts.
 */
#include "base/date.h"
#include "base/text.h"
#include "page/chart.h"
#include "page/pages.h"

static const struct form_choice kinds[] = {
	{ "physician", "Physician" },
	{ "fellow", "Fellow" },
	{ NULL, NULL },
};

/* Adding somebody knows nobody who left. */
const struct field practice_physician_form[] = {
	{ .name = "name", .label = "Name", .type = FIELD_TEXT, .required = true, .max = 120 },
	{ .name = "kind", .label = "Physician or fellow", .type = FIELD_CHOICE, .required = true,
	  .choices = kinds },
	{ .name = "site", .label = "Site", .type = FIELD_WHOLE, .max = INT32_MAX },
	{ .name = "account", .label = "Account", .type = FIELD_WHOLE, .max = INT32_MAX },
	{ .name = "reported", .label = "Figures of their own", .type = FIELD_TICK },
	{ .name = "closed", .label = "No longer here", .type = FIELD_TICK },
	{ .name = NULL },
};

/* The practice's people as choices of the account that belongs to somebody. */
static void
show_accounts(struct visit *v, uint64_t selected)
{
	size_t n;
	struct practice_people_row *people = q_practice_people(v->db, v->practice_id, &n);

	for (size_t i = 0; i < n; i++) {
		view_num(v->view, view_key(v->view, "Form.account.choices.%zu.value", i),
			 (int64_t)people[i].account_id);
		view_str(v->view, view_key(v->view, "Form.account.choices.%zu.label", i),
			 arena_printf(v->a, "%s, %s", people[i].name,
				      access_role_title(access_role(people[i].role))));
		view_bool(v->view, view_key(v->view, "Form.account.choices.%zu.selected", i),
			  people[i].account_id == selected);
	}
}

static void
show_form(struct visit *v)
{
	visit_show_form(v);
	chart_show_sites(v, "Form.site.choices", (uint64_t)form_whole(v->form, "site"));
	show_accounts(v, (uint64_t)form_whole(v->form, "account"));
}

void
practice_physicians(struct visit *v)
{
	size_t n;
	struct physician_list_row *rows = q_physician_list(v->db, v->practice_id, &n);

	if (v->form == NULL) {
		v->form = form_new(v->a, practice_physician_form);
		form_set(v->form, "kind", "physician");
	}
	show_practice_sections(v);
	view_rows(v->view, "physicians", &Q_PHYSICIAN_LIST, rows, n);
	show_form(v);
	visit_page(v, "practice/physicians.cs");
}

/* The site, or the account, that the form names; NULL for none, or with a message. */
static const uint64_t *
take_site(struct visit *v)
{
	uint64_t id = (uint64_t)form_whole(v->form, "site");
	size_t n;
	struct practice_sites_row *sites = q_practice_sites(v->db, v->practice_id, &n);

	if (id == 0)
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (sites[i].id == id)
			return &sites[i].id;
	form_error(v->form, "site", "Choose one of the sites of your practice.");
	return NULL;
}

static const uint64_t *
take_account(struct visit *v)
{
	uint64_t id = (uint64_t)form_whole(v->form, "account");
	size_t n;
	struct practice_people_row *people = q_practice_people(v->db, v->practice_id, &n);

	if (id == 0)
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (people[i].account_id == id)
			return &people[i].account_id;
	form_error(v->form, "account", "Choose one of the people of your practice.");
	return NULL;
}

/* A message if another one on the list, not that of `id`, has the name. */
static void
check_name(struct visit *v, uint64_t id)
{
	const char *name = form_text(v->form, "name");
	size_t n;
	struct physician_list_row *all = q_physician_list(v->db, v->practice_id, &n);

	for (size_t i = 0; i < n; i++)
		if (all[i].id != id && text_equal(all[i].name, name))
			form_error(v->form, "name", "There is somebody of that name on the list. Add a "
				   "middle initial, or change the one who is there.");
}

static void
account_taken(struct visit *v)
{
	form_error(v->form, "account", "This account belongs to another one on the list already.");
}

void
practice_physicians_post(struct visit *v)
{
	const uint64_t *site = NULL, *account = NULL;
	bool added;

	if (!form_has_errors(v->form)) {
		site = take_site(v);
		account = take_account(v);
		check_name(v, 0);
	}
	if (form_has_errors(v->form)) {
		practice_physicians(v);
		return;
	}
	db_begin(v->db);
	added = q_physician_add(v->db, v->practice_id, form_text(v->form, "name"),
				form_text(v->form, "kind"), site, account,
				form_tick(v->form, "reported"), time_now()) != DB_DUPLICATE;
	if (added)
		visit_audit(v, v->practice_id, "physician_added", form_text(v->form, "name"));
	db_commit(v->db);
	if (added) {
		visit_go(v, "/practice/physicians", "physician_added");
		return;
	}
	account_taken(v);
	practice_physicians(v);
}

/* The one of the address, on the practice's list; NULL and 404 if there is none. */
static const struct physician_list_row *
find_physician(struct visit *v)
{
	size_t n;
	struct physician_list_row *all = q_physician_list(v->db, v->practice_id, &n);
	uint64_t id;

	if (text_to_u64(v->match.values[0], &id))
		for (size_t i = 0; i < n; i++)
			if (all[i].id == id)
				return &all[i];
	visit_error(v, 404, NULL);
	return NULL;
}

static void
show_physician(struct visit *v, const struct physician_list_row *p)
{
	show_practice_sections(v);
	practice_show_crumbs(v, "/practice/physicians", "Physicians", p->name);
	view_row(v->view, "physician", &Q_PHYSICIAN_LIST, p);
	show_form(v);
	visit_page(v, "practice/physician.cs");
}

static void
set_id(struct visit *v, const char *field, const uint64_t *id)
{
	if (id != NULL)
		form_set(v->form, field, arena_printf(v->a, "%llu", (unsigned long long)*id));
}

void
practice_physician(struct visit *v)
{
	const struct physician_list_row *p = find_physician(v);

	if (p == NULL)
		return;
	v->form = form_new(v->a, practice_physician_form);
	form_set(v->form, "name", p->name);
	form_set(v->form, "kind", p->kind);
	set_id(v, "site", p->site_id);
	set_id(v, "account", p->account_id);
	form_set(v->form, "reported", p->reported ? "yes" : "");
	form_set(v->form, "closed", p->closed_at == NULL ? "" : "yes");
	show_physician(v, p);
}

/* Saves the form; false if its account is another one's. */
static bool
change(struct visit *v, const struct physician_list_row *p, const uint64_t *site,
       const uint64_t *account)
{
	int64_t rows;

	db_begin(v->db);
	rows = q_physician_change(v->db, form_text(v->form, "name"), form_text(v->form, "kind"), site,
				  account, form_tick(v->form, "reported"),
				  form_tick(v->form, "closed"), time_now(), v->practice_id, p->id);
	if (rows != DB_DUPLICATE)
		visit_audit(v, v->practice_id, "physician_changed",
			    arena_printf(v->a, "physician:%llu account:%llu",
					 (unsigned long long)p->id,
					 (unsigned long long)(account == NULL ? 0 : *account)));
	db_commit(v->db);
	return rows != DB_DUPLICATE;
}

void
practice_physician_post(struct visit *v)
{
	const struct physician_list_row *p = find_physician(v);
	const uint64_t *site = NULL, *account = NULL;

	if (p == NULL)
		return;
	if (!form_has_errors(v->form)) {
		site = take_site(v);
		account = take_account(v);
		check_name(v, p->id);
	}
	if (!form_has_errors(v->form) && !change(v, p, site, account))
		account_taken(v);
	if (form_has_errors(v->form))
		show_physician(v, p);
	else
		visit_go(v, "/practice/physicians", "saved");
}
