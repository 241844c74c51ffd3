/* The registration's step about the practice: kind, address, country, sites, size. */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "page/pages.h"
#include "page/register.h"

enum { PATIENTS_MAX = 100000, FTE_MAX = 500, SITES_TEXT_MAX = 64 * 1024 };

enum { SPARE_ROWS = 2, FEWEST_ROWS = 3 }; /* empty rows for sites; rows at least */

/* The kinds with their tests (QOPI participation guide, qopi-domain 2). */
static const struct form_choice kinds[] = {
	{ "private_independent", "Private, independent: academic work takes less than 10 % of the "
	  "oncologists' time and is not paid significantly" },
	{ "private_academic", "Private, with academic affiliation: most income is from patient care, "
	  "but teaching, research or administration takes over 10 % of the oncologists' time or is "
	  "paid significantly" },
	{ "employed", "Employed: the practice belongs to a hospital, an insurer or the like; its "
	  "physicians are not the majority owners" },
	{ "academic", "Academic: a clinic of a university or a cancer center that teaches" },
	{ "fellowship", "Fellowship program: fellows take part as a group" },
	{ NULL, NULL },
};

const struct field register_practice_form[] = {
	{ .name = "name", .label = "Name of the practice", .type = FIELD_TEXT, .required = true,
	  .max = 160 },
	{ .name = "kind", .label = "Kind of practice", .type = FIELD_CHOICE, .required = true,
	  .choices = kinds },
	{ .name = "address_line1", .label = "Street address", .type = FIELD_TEXT, .required = true,
	  .max = 160 },
	{ .name = "address_line2", .label = "Street address, second line",
	  .type = FIELD_TEXT, .max = 160 },
	{ .name = "city", .label = "City", .type = FIELD_TEXT, .required = true, .max = 80 },
	{ .name = "region", .label = "State or region", .type = FIELD_TEXT, .max = 80 },
	{ .name = "postal_code", .label = "ZIP or postal code", .type = FIELD_TEXT, .max = 20 },
	{ .name = "country", .label = "Country", .type = FIELD_TEXT, .required = true,
	  .max = 2 },
	{ .name = "site_", .label = "Sites", .type = FIELD_TABLE }, /* site_name_1, site_city_1... */
	{ .name = "sites", .label = "Sites", .type = FIELD_LINES }, /* the same, as the draft has it */
	{ .name = "fte", .label = "FTE oncologists", .type = FIELD_DECIMAL, .required = true,
	  .min = 0, .max = FTE_MAX },
	{ .name = "new_patients", .label = "New patients a year", .type = FIELD_WHOLE,
	  .required = true, .min = 0, .max = PATIENTS_MAX },
	{ .name = NULL },
};

const struct country_list_row *
country_by_code(struct visit *v, const char *code)
{
	size_t n;
	const struct country_list_row *all = q_country_list(v->db, time_day(time_now()), &n);

	for (size_t i = 0; i < n; i++)
		if (text_equal(all[i].code, code))
			return &all[i];
	return NULL;
}

void
show_country_choices(struct visit *v, const char *selected)
{
	size_t n;
	const struct country_list_row *all = q_country_list(v->db, time_day(time_now()), &n);

	for (size_t i = 0; i < n; i++) {
		view_str(v->view, view_key(v->view, "Form.country.choices.%zu.value", i),
			 all[i].code);
		view_str(v->view, view_key(v->view, "Form.country.choices.%zu.label", i),
			 all[i].name);
		view_bool(v->view, view_key(v->view, "Form.country.choices.%zu.selected", i),
			  text_equal(all[i].code, selected));
	}
}

/* One row of the sites: its number, name and city. */
static void
show_site(struct visit *v, size_t i, const char *name, const char *city)
{
	view_num(v->view, view_key(v->view, "Sites.%zu.number", i), (int64_t)i + 1);
	view_str(v->view, view_key(v->view, "Sites.%zu.name", i), name);
	view_str(v->view, view_key(v->view, "Sites.%zu.city", i), city);
}

/* The sites that were typed, complete or not, and room for more. */
static void
show_sites(struct visit *v)
{
	size_t n, rows = 0;
	char **line = text_split(v->a, form_text(v->form, "sites"), '\n', &n);

	for (; rows < n && line[rows][0] != '\0'; rows++) {
		char *tab = strchr(line[rows], '\t');

		if (tab != NULL)
			*tab = '\0';
		show_site(v, rows, line[rows], tab == NULL ? "" : tab + 1);
	}
	for (size_t spare = 0; spare < SPARE_ROWS || rows < FEWEST_ROWS; spare++)
		if (rows < REGISTRATION_SITES_MAX)
			show_site(v, rows++, "", "");
}

void
register_prepare_practice(struct visit *v, const struct registration *r)
{
	(void)r;
	show_country_choices(v, form_text(v->form, "country"));
	show_sites(v);
}

/* A value in one line without tabs, so that it can stand in the draft's text. */
static char *
one_line(struct visit *v, const char *value)
{
	char *line = arena_str(v->a, value);

	for (char *c = line; *c != '\0'; c++)
		if (*c == '\t' || *c == '\r' || *c == '\n')
			*c = ' ';
	return line;
}

/*
 * Makes one text of the rows, empty ones left out, and sets the field "sites"
 * to it. False for names that no row has.
 */
static bool
gather_sites(struct visit *v)
{
	struct pairs rows = form_table(v->form, "site_");
	const char *part[REGISTRATION_SITES_MAX][2] = { { NULL } };
	struct buf *text = buf_new(v->a, SITES_TEXT_MAX);
	uint64_t number;

	for (size_t i = 0; i < rows.n; i++) {
		const char *name = rows.all[i].name;
		bool city = text_starts(name, "city_");

		if ((!city && !text_starts(name, "name_")) || !text_to_u64(name + 5, &number) ||
		    number < 1 || number > REGISTRATION_SITES_MAX || part[number - 1][city] != NULL)
			return false;
		part[number - 1][city] = one_line(v, rows.all[i].value);
	}
	for (size_t i = 0; i < REGISTRATION_SITES_MAX; i++)
		if (!text_is_empty(part[i][0]) || !text_is_empty(part[i][1]))
			buf_printf(text, "%s%s\t%s", text->len == 0 ? "" : "\n",
				   part[i][0] == NULL ? "" : part[i][0],
				   part[i][1] == NULL ? "" : part[i][1]);
	form_set(v->form, "sites", text->data);
	return true;
}

static void
check_name(struct form *f)
{
	const char *name = form_text(f, "name"), *kind = form_text(f, "kind");

	if (name[0] == '\0' || kind[0] == '\0')
		return;
	switch (registration_check_name(name, kind)) {
	case NAME_FITS:
		break;
	case NAME_LACKS_FELLOW:
		form_error(f, "name", "The name of a fellowship program must have the word Fellow or "
			   "Fellowship in it: add it, or choose another kind.");
		break;
	case NAME_SAYS_FELLOW:
		form_error(f, "kind", "The name says that this is a fellowship program: choose that "
			   "kind, or change the name.");
		break;
	}
}

static void
check_sites(struct visit *v)
{
	const char *text = form_text(v->form, "sites");
	struct registration_site *sites;
	size_t n, wrong = registration_sites(v->a, text, &sites, &n);

	if (text[0] == '\0')
		form_error(v->form, "sites", "At least one site is needed: its name and its city.");
	else if (wrong != 0)
		form_error(v->form, "sites", "Site %zu is not complete: give its name and its city, "
			   "neither of them too long.", wrong);
	else if (text_length(text) > REGISTRATION_VALUE_MAX)
		form_error(v->form, "sites", "The sites together are too long to be kept here. Give "
			   "the largest ones, and write to us about the others.");
}

/* One decimal, so that required charts follow from what people see (qopi-domain 14, 2). */
static void
check_fte(struct form *f)
{
	const char *text = form_text(f, "fte"), *point = strchr(text, '.');
	double fte;

	if (text[0] == '\0')
		return;
	if (!text_to_f64(text, &fte) || fte < 0.1 || fte > FTE_MAX ||
	    (point != NULL && strlen(point + 1) > 1))
		form_error(f, "fte", "FTE oncologists must be a number from 0.1 to %d with at most one "
			   "digit behind the point.", FTE_MAX);
}

void
register_practice_post(struct visit *v)
{
	const char *code = form_text(v->form, "country");
	const struct country_list_row *country = country_by_code(v, code);
	struct registration r;
	bool kept;

	if (!register_enter(v, &r, STEP_PRACTICE))
		return;
	if (!gather_sites(v)) {
		visit_error(v, 400, "The form holds a field that this page does not know.");
		return;
	}
	check_name(v->form);
	check_sites(v);
	check_fte(v->form);
	if (code[0] != '\0' && country == NULL)
		form_error(v->form, "country", "Choose a country of the list.");
	if (country != NULL && !country->qopi)
		form_error(v->form, "country", "QOPI is not offered in %s yet.", country->name);
	if (register_went_back(v, &r, STEP_PRACTICE))
		return;
	if (country != NULL && !country->qopi) {
		db_begin(v->db);
		kept = register_save(v, &r);
		registration_undone(v->db, &r, STEP_PRACTICE);
		db_commit(v->db);
		if (kept) {
			visit_go(v, "/register/elsewhere", NULL);
			return;
		}
	}
	if (form_has_errors(v->form))
		register_show(v, &r, STEP_PRACTICE);
	else
		register_go_on(v, &r, STEP_PRACTICE);
}

/* QOPI is not offered in the draft's country: all is kept, and here is what to do instead. */
void
register_elsewhere(struct visit *v)
{
	const struct country_list_row *country;
	struct registration r;

	if (!register_enter(v, &r, STEP_PRACTICE))
		return;
	country = country_by_code(v, registration_value(&r, "country"));
	if (country == NULL || country->qopi) {
		visit_go(v, "/register/practice", NULL);
		return;
	}
	view_str(v->view, "country.code", country->code);
	view_str(v->view, "country.name", country->name);
	visit_page(v, "register/elsewhere.cs");
}
