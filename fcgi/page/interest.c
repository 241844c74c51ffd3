/* The International Interest Survey: where QOPI is not offered yet. */
#include "base/date.h"
#include "base/text.h"
#include "model/user.h"
#include "page/pages.h"

enum { ANSWERS_AN_HOUR = 10 };

const struct field interest_form[] = {
	{ .name = "name", .label = "Your name", .type = FIELD_TEXT, .required = true, .max = 120 },
	{ .name = "email", .label = "E-mail address", .type = FIELD_EMAIL, .required = true },
	{ .name = "organization", .label = "Practice or organization", .type = FIELD_TEXT,
	  .required = true, .max = 160 },
	{ .name = "country", .label = "Country", .type = FIELD_TEXT, .required = true, .max = 2 },
	{ .name = "message", .label = "What you would like to tell us", .type = FIELD_LINES,
	  .max = 2000 },
	{ .name = NULL },
};

static void
show_interest(struct visit *v)
{
	visit_show_form(v);
	show_country_choices(v, form_text(v->form, "country"));
	visit_page(v, "interest/survey.cs");
}

void
interest_survey(struct visit *v)
{
	v->form = form_new(v->a, interest_form);
	form_set(v->form, "country", req_query(v->req, "country"));
	show_interest(v);
}

void
interest_survey_post(struct visit *v)
{
	const char *code = form_text(v->form, "country"), *message = form_text(v->form, "message");
	const struct country_list_row *country = country_by_code(v, code);

	if (code[0] != '\0' && country == NULL)
		form_error(v->form, "country", "Choose a country of the list.");
	if (form_has_errors(v->form)) {
		show_interest(v);
		return;
	}
	if (user_tries(v->db, v->a, "interest", v->req->address, 60) >= ANSWERS_AN_HOUR) {
		visit_error(v, 429, "From your address there came many answers already. Wait an hour.");
		return;
	}
	db_begin(v->db);
	user_count_try(v->db, v->a, "interest", v->req->address);
	q_interest_add(v->db, form_text(v->form, "name"), form_text(v->form, "email"),
		       form_text(v->form, "organization"), country->name,
		       message[0] == '\0' ? NULL : message, time_now());
	db_commit(v->db);
	visit_go(v, "/interest", "interest_thanks");
}
