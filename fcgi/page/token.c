/* API tokens of a practice: the list, making one, revoking one. */
#include "model/token.h"

#include "base/date.h"
#include "base/text.h"
#include "page/pages.h"

static const struct form_choice rights[] = {
	{ "import", "Import: check and send charts" },
	{ "export", "Export: fetch the charts" },
	{ "both", "Both" },
	{ NULL, NULL },
};

const struct field token_form[] = {
	{ .name = "name",
	  .label = "Name",
	  .type = FIELD_TEXT,
	  .required = true,
	  .max = TOKEN_NAME_MAX },
	{ .name = "round",
	  .label = "Round",
	  .type = FIELD_WHOLE,
	  .required = true,
	  .min = 1,
	  .max = INT32_MAX },
	{ .name = "may",
	  .label = "Right",
	  .type = FIELD_CHOICE,
	  .required = true,
	  .choices = rights },
	{ .name = "expires", .label = "Last day", .type = FIELD_DATE, .required = true },
	{ .name = NULL },
};

static const char *
state_of(const struct token_list_row *t)
{
	return t->revoked_at != NULL               ? "revoked"
	       : t->expires < time_day(time_now()) ? "expired"
						   : "good";
}

static void
show_rounds_of(struct visit *v, const struct token_rounds_row *rounds, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		view_str(v->view, view_key(v->view, "Form.round.choices.%zu.value", i),
			 arena_printf(v->a, "%llu", (unsigned long long)rounds[i].id));
		view_str(v->view, view_key(v->view, "Form.round.choices.%zu.label", i),
			 rounds[i].name);
		view_bool(v->view, view_key(v->view, "Form.round.choices.%zu.selected", i),
			  n == 1 || (uint64_t)form_whole(v->form, "round") == rounds[i].id);
	}
}

void
token_list(struct visit *v)
{
	size_t n, n_rounds;
	struct token_list_row *rows = q_token_list(v->db, v->practice_id, &n);
	struct token_rounds_row *rounds = q_token_rounds(v->db, v->practice_id, &n_rounds);

	if (v->form == NULL)
		v->form = form_new(v->a, token_form);
	show_practice_sections(v);
	visit_show_form(v);
	show_rounds_of(v, rounds, n_rounds);
	view_rows(v->view, "tokens", &Q_TOKEN_LIST, rows, n);
	for (size_t i = 0; i < n; i++)
		view_str(v->view, view_key(v->view, "tokens.%zu.state", i), state_of(&rows[i]));
	view_bool(v->view, "has_rounds", n_rounds > 0);
	view_num(v->view, "days_after", TOKEN_DAYS_AFTER);
	view_str(v->view, "site", v->app->conf->site_address);
	visit_page(v, "token/list.cs");
}

/* The round that was chosen, among the practice's; NULL with a message beside the field. */
static const struct token_rounds_row *
take_round(struct visit *v)
{
	size_t n;
	struct token_rounds_row *rounds = q_token_rounds(v->db, v->practice_id, &n);
	int32_t expires, today = time_day(time_now());
	char last[DATE_WORDS_SIZE];

	for (size_t i = 0; i < n; i++) {
		if (rounds[i].id != (uint64_t)form_whole(v->form, "round"))
			continue;
		if (form_date(v->form, "expires", &expires) &&
		    (expires < today || expires > rounds[i].closes + TOKEN_DAYS_AFTER))
			form_error(v->form, "expires",
				   "The last day must be from today to %s, %d days after "
				   "the round's last day.",
				   date_words(rounds[i].closes + TOKEN_DAYS_AFTER, last),
				   TOKEN_DAYS_AFTER);
		return &rounds[i];
	}
	if (!form_has_errors(v->form))
		form_error(v->form, "round", "Round must be one that your practice signed up for.");
	return NULL;
}

/* A token is shown in the answer to the form that made it, and never again. */
void
token_list_post(struct visit *v)
{
	const struct token_rounds_row *round = take_round(v);
	int32_t expires;

	if (round == NULL || form_has_errors(v->form)) {
		token_list(v);
		return;
	}
	form_date(v->form, "expires", &expires);
	db_begin(v->db);
	view_str(v->view, "made",
		 token_make(v->db, v->a, v->practice_id, round->id, v->me->account_id,
			    form_text(v->form, "name"), form_text(v->form, "may"), expires));
	db_commit(v->db);
	view_str(v->view, "made_may", form_text(v->form, "may"));
	view_num(v->view, "made_round", (int64_t)round->id);
	v->form = NULL;
	token_list(v);
}

void
token_revoke_post(struct visit *v)
{
	uint64_t id;

	if (!text_to_u64(v->match.values[0], &id)) {
		visit_error(v, 404, NULL);
		return;
	}
	db_begin(v->db);
	if (q_token_revoke(v->db, time_now(), v->practice_id, id) > 0)
		visit_audit(v, v->practice_id, "token_revoked",
			    arena_printf(v->a, "token:%llu", (unsigned long long)id));
	db_commit(v->db);
	visit_go(v, "/practice/tokens", "token_revoked");
}
