/* The practice's address and contacts, which its managers keep up to date themselves. */
#include "base/fault.h"
#include "base/text.h"
#include "page/pages.h"

const struct field practice_details_form[] = {
	{ .name = "address_line1", .label = "Street address", .type = FIELD_TEXT, .required = true,
	  .max = 160 },
	{ .name = "address_line2", .label = "Street address, second line", .type = FIELD_TEXT,
	  .max = 160 },
	{ .name = "city", .label = "City", .type = FIELD_TEXT, .required = true, .max = 80 },
	{ .name = "region", .label = "State or region", .type = FIELD_TEXT, .max = 80 },
	{ .name = "postal_code", .label = "ZIP or postal code", .type = FIELD_TEXT, .max = 20 },
	{ .name = "physician_name", .label = "Corresponding physician: name", .type = FIELD_TEXT,
	  .required = true, .max = 120 },
	{ .name = "physician_email", .label = "Corresponding physician: e-mail address",
	  .type = FIELD_EMAIL, .required = true },
	{ .name = "physician_phone", .label = "Corresponding physician: phone", .type = FIELD_TEXT,
	  .max = 40 },
	{ .name = "administrator_name", .label = "Administrative contact: name", .type = FIELD_TEXT,
	  .max = 120 },
	{ .name = "administrator_email", .label = "Administrative contact: e-mail address",
	  .type = FIELD_EMAIL },
	{ .name = "administrator_phone", .label = "Administrative contact: phone",
	  .type = FIELD_TEXT, .max = 40 },
	{ .name = NULL },
};

static const char *const contacts[] = { "physician", "administrator" };

static const char *
field_of(struct visit *v, const char *contact, const char *what)
{
	return arena_printf(v->a, "%s_%s", contact, what);
}

/* The form as things stand. */
static void
begin_form(struct visit *v)
{
	struct practice_by_id_row p;
	struct practice_contacts_row *rows;
	size_t n;

	if (!q_practice_by_id(v->db, v->practice_id, &p))
		fault("a membership of a practice that is not there");
	v->form = form_new(v->a, practice_details_form);
	form_set(v->form, "address_line1", p.address_line1);
	form_set(v->form, "address_line2", p.address_line2);
	form_set(v->form, "city", p.city);
	form_set(v->form, "region", p.region);
	form_set(v->form, "postal_code", p.postal_code);
	rows = q_practice_contacts(v->db, v->practice_id, &n);
	for (size_t i = 0; i < n; i++) {
		form_set(v->form, field_of(v, rows[i].kind, "name"), rows[i].name);
		form_set(v->form, field_of(v, rows[i].kind, "email"), rows[i].email);
		form_set(v->form, field_of(v, rows[i].kind, "phone"), rows[i].phone);
	}
}

void
practice_details(struct visit *v)
{
	if (v->form == NULL)
		begin_form(v);
	show_practice_sections(v);
	practice_show_crumbs(v, "/practice", "Overview", "Address and contacts");
	visit_show_form(v);
	visit_page(v, "practice/details.cs");
}

static const char *
or_null(struct visit *v, const char *field)
{
	const char *text = form_text(v->form, field);

	return text_is_empty(text) ? NULL : text;
}

/* A second contact has a name and an address, or there is none. */
static void
check_administrator(struct visit *v)
{
	bool name = or_null(v, "administrator_name") != NULL;
	bool email = or_null(v, "administrator_email") != NULL;

	if (!name && (email || or_null(v, "administrator_phone") != NULL))
		form_error(v->form, "administrator_name", "Enter the name of the administrative "
			   "contact, or leave all three fields empty.");
	if (name && !email)
		form_error(v->form, "administrator_email", "Enter the e-mail address of the "
			   "administrative contact, or leave all three fields empty.");
}

static void
save(struct visit *v)
{
	q_practice_change(v->db, form_text(v->form, "address_line1"), or_null(v, "address_line2"),
			  form_text(v->form, "city"), or_null(v, "region"),
			  or_null(v, "postal_code"), v->practice_id);
	for (size_t i = 0; i < sizeof contacts / sizeof *contacts; i++) {
		const char *name = or_null(v, field_of(v, contacts[i], "name"));

		if (name == NULL)
			q_practice_contact_remove(v->db, v->practice_id, contacts[i]);
		else
			q_practice_contact_put(v->db, v->practice_id, contacts[i], name,
					       form_text(v->form, field_of(v, contacts[i], "email")),
					       or_null(v, field_of(v, contacts[i], "phone")));
	}
}

void
practice_details_post(struct visit *v)
{
	if (!form_has_errors(v->form))
		check_administrator(v);
	if (form_has_errors(v->form)) {
		practice_details(v);
		return;
	}
	db_begin(v->db);
	save(v);
	visit_audit(v, v->practice_id, "details_changed", "address and contacts");
	q_practice_stamp(v->db, v->practice_id);
	db_commit(v->db);
	visit_go(v, "/practice", "saved");
}
