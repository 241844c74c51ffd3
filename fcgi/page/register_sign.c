/*
 * The registration's last step: the agreements are signed, the practice is
 * made. What was shown is what is signed: the form carries the versions, and a
 * newer one in between has to be read first.
 */
#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "job/queue.h"
#include "model/audit.h"
#include "page/pages.h"
#include "page/register.h"

enum { AGREEMENTS = 2 };

const struct field register_agreements_form[] = {
	{ .name = "baa_version", .label = "Version of the Business Associate Agreement",
	  .type = FIELD_TEXT, .required = true, .max = 20 },
	{ .name = "participation_version", .label = "Version of the Participation Agreement",
	  .type = FIELD_TEXT, .required = true, .max = 20 },
	{ .name = "baa", .label = "the Business Associate Agreement", .type = FIELD_TICK,
	  .required = true },
	{ .name = "participation", .label = "the Participation Agreement", .type = FIELD_TICK,
	  .required = true },
	{ .name = "signed_name", .label = "Your full name", .type = FIELD_TEXT, .required = true,
	  .min = 3, .max = 120 },
	{ .name = NULL },
};

static const struct agreement_newest_row *
newest(struct visit *v)
{
	size_t n;
	const struct agreement_newest_row *rows;

	rows = q_agreement_newest(v->db, time_day(time_now()), &n);
	if (n != AGREEMENTS)
		fault("%zu kinds of agreement are valid today, not %d", n, AGREEMENTS);
	return rows;
}

static const char *
version_field(struct visit *v, const struct agreement_newest_row *g)
{
	return arena_printf(v->a, "%s_version", g->kind);
}

static void
show_agreement(struct visit *v, size_t i, const struct agreement_newest_row *g)
{
	size_t n;
	char **line = text_split(v->a, g->body, '\n', &n);

	view_row(v->view, view_key(v->view, "agreements.%zu", i), &Q_AGREEMENT_NEWEST, g);
	for (size_t l = 0; l < n; l++)
		if (line[l][0] != '\0')
			view_str(v->view, view_key(v->view, "agreements.%zu.lines.%zu", i, l),
				 line[l]);
}

/* After the form is shown: its versions are those on this page; old ticks do not count. */
void
register_prepare_agreements(struct visit *v, const struct registration *r)
{
	const struct agreement_newest_row *rows = newest(v);

	view_str(v->view, "practice_name", registration_value(r, "name"));
	for (size_t i = 0; i < AGREEMENTS; i++) {
		const char *field = version_field(v, &rows[i]);

		show_agreement(v, i, &rows[i]);
		if (!text_equal(form_text(v->form, field), rows[i].version))
			view_bool(v->view, arena_printf(v->a, "Form.%s.checked", rows[i].kind), false);
		view_str(v->view, arena_printf(v->a, "Form.%s.value", field), rows[i].version);
	}
}

static void
check_versions(struct visit *v, const struct agreement_newest_row *rows)
{
	for (size_t i = 0; i < AGREEMENTS; i++)
		if (!text_equal(form_text(v->form, version_field(v, &rows[i])), rows[i].version))
			form_error(v->form, rows[i].kind, "There is a new version of the %s. Read it, "
				   "then tick it.", rows[i].title);
}

static void
send_receipt(struct visit *v, const struct registration *r)
{
	struct view *letter = view_new(v->a);
	struct account_by_id_row account;

	if (!q_account_by_id(v->db, r->account, &account))
		fault("a registration without its account");
	view_str(letter, "practice", registration_value(r, "name"));
	view_bool(letter, "pending", !r->member_verified);
	view_str(letter, "link", arena_printf(v->a, "%s/practice", v->app->conf->site_address));
	view_str(letter, "support", v->app->conf->support_mail);
	queue_letter(v->db, v->a, v->app->letters, "mail/registered.cs", letter, account.email);
}

/*
 * One transaction: practice, receipt, the job for a member that is not verified
 * yet. The audit line comes last, as everywhere: its lock is the one all want.
 */
static void
finish(struct visit *v, const struct registration *r, const struct agreement_newest_row *rows)
{
	uint32_t ids[AGREEMENTS] = { rows[0].id, rows[1].id };
	struct registration_signature s = { form_text(v->form, "signed_name"), ids, AGREEMENTS };
	uint64_t practice;
	bool made;

	db_begin(v->db);
	practice = registration_finish(v->db, v->a, r, &s, &made);
	if (made) {
		send_receipt(v, r);
		if (!r->member_verified)
			queue_put(v->db, "member",
				  arena_printf(v->a, "practice:%llu", (unsigned long long)practice));
		audit_add(v->db, v->a, r->account, practice, "practice_registered",
			  r->member_verified ? "member:verified" : "member:pending");
	}
	db_commit(v->db);
	visit_go(v, "/register/done", "registered");
}

void
register_agreements_post(struct visit *v)
{
	const struct agreement_newest_row *rows = newest(v);
	struct registration r;

	if (!register_enter(v, &r, STEP_AGREEMENTS) || register_went_back(v, &r, STEP_AGREEMENTS))
		return;
	check_versions(v, rows);
	if (form_has_errors(v->form))
		register_show(v, &r, STEP_AGREEMENTS);
	else
		finish(v, &r, rows);
}

void
register_finished(struct visit *v)
{
	struct registration r;

	if (!register_open(v, &r) || r.practice_made == 0) {
		visit_go(v, "/register", NULL);
		return;
	}
	view_str(v->view, "practice_name", registration_value(&r, "name"));
	view_bool(v->view, "pending", !r.member_verified);
	visit_page(v, "register/done.cs");
}
