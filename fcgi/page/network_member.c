/*
 * A practice's networks: what it is invited to and what that would share, its agreement or
 * refusal, and its way out. Everybody of the practice reads it; its managers decide.
 */
#include "base/date.h"
#include "base/text.h"
#include "page/pages.h"

const struct field network_accept_form[] = {
	{ .name = "from",
	  .label = "Results",
	  .type = FIELD_WHOLE,
	  .required = true,
	  .max = INT32_MAX }, /* 0 without any results yet */
	{ .name = "agree", .label = "Agreement", .type = FIELD_TICK },
	{ .name = NULL },
};

void
network_list(struct visit *v)
{
	size_t n;
	struct network_of_practice_row *rows = q_network_of_practice(v->db, v->practice_id, 0, &n);

	show_practice_sections(v);
	view_rows(v->view, "networks", &Q_NETWORK_OF_PRACTICE, rows, n);
	for (size_t i = 0; i < n; i++)
		network_show_state(v, view_key(v->view, "networks.%zu", i), rows[i].state);
	visit_page(v, "network/list.cs");
}

/*
 * How the practice stands to the network of the address: invited, in it, or how its last turn
 * ended. NULL and 404 if it has nothing to do with it.
 */
static const struct network_of_practice_row *
find(struct visit *v)
{
	struct network_of_practice_row *rows;
	uint64_t id;
	size_t n;

	if (text_to_u64(v->match.values[0], &id) && id != 0) {
		rows = q_network_of_practice(v->db, v->practice_id, id, &n);
		if (n > 0)
			return &rows[0];
	}
	visit_error(v, 404, NULL);
	return NULL;
}

/* The released rounds to begin with, as choices of Form.from; the latest is chosen at first. */
static void
show_share_rounds(struct visit *v)
{
	size_t n;
	struct network_share_rounds_row *rows = q_network_share_rounds(v->db, v->practice_id, &n);
	uint64_t chosen = (uint64_t)form_whole(v->form, "from");

	for (size_t i = 0; i < n; i++) {
		view_str(v->view, view_key(v->view, "Form.from.choices.%zu.value", i),
			 arena_printf(v->a, "%llu", (unsigned long long)rows[i].round_id));
		view_str(v->view, view_key(v->view, "Form.from.choices.%zu.label", i),
			 rows[i].name);
		view_bool(v->view, view_key(v->view, "Form.from.choices.%zu.selected", i),
			  chosen == 0 ? i == 0 : rows[i].round_id == chosen);
	}
	view_bool(v->view, "has_results", n > 0);
}

static void
show_page(struct visit *v, const struct network_of_practice_row *m)
{
	bool invited = text_equal(m->state, "invited"), member = text_equal(m->state, "member");
	size_t n = 0;
	struct network_present_row *rows = NULL;

	if (v->form == NULL)
		v->form = form_new(v->a, network_accept_form);
	show_practice_sections(v);
	practice_show_crumbs(v, "/practice/networks", "Networks", m->name);
	view_row(v->view, "network", &Q_NETWORK_OF_PRACTICE, m);
	network_show_state(v, "network", m->state);
	view_bool(v->view, "invited", invited);
	view_bool(v->view, "member", member);
	if (invited || member)
		rows = q_network_present(v->db, m->network_id, &n);
	view_rows(v->view, "members", &Q_NETWORK_PRESENT, rows, n);
	visit_show_form(v);
	if (invited)
		show_share_rounds(v);
	visit_page(v, "network/member.cs");
}

void
network_member(struct visit *v)
{
	const struct network_of_practice_row *m = find(v);

	if (m != NULL)
		show_page(v, m);
}

/*
 * The day from which on results are shared: the end of the round that was chosen among the
 * practice's released ones. Without any, whatever comes is shared.
 */
static int32_t
take_from(struct visit *v)
{
	size_t n;
	struct network_share_rounds_row *rows = q_network_share_rounds(v->db, v->practice_id, &n);

	if (n == 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		if (rows[i].round_id == (uint64_t)form_whole(v->form, "from"))
			return rows[i].closes;
	form_error(v->form, "from", "Choose the first round whose results you share.");
	return 0;
}

static void
go_back(struct visit *v, uint64_t network, const char *notice)
{
	visit_go(v, arena_printf(v->a, "/practice/networks/%llu", (unsigned long long)network),
		 notice);
}

/* Puts down what was decided and says so; nothing was if somebody was faster. */
static void
put_down(struct visit *v, uint64_t network, bool decided, const char *what)
{
	if (decided) {
		visit_audit(v, v->practice_id, what, network_subject(v, network));
		q_practice_stamp(v->db, v->practice_id);
	}
	db_commit(v->db);
	go_back(v, network, decided ? what : "network_moved_on");
}

/* The agreement: who, when, and from which results on. */
void
network_accept_post(struct visit *v)
{
	const struct network_of_practice_row *m = find(v);
	struct network_hold_row held;
	int32_t from;

	if (m == NULL)
		return;
	from = take_from(v);
	if (!form_tick(v->form, "agree"))
		form_error(v->form, "agree",
			   "Tick the box to agree for your practice, or refuse the "
			   "invitation below.");
	if (form_has_errors(v->form)) {
		show_page(v, m);
		return;
	}
	db_begin(v->db);
	put_down(v, m->network_id,
		 q_network_hold(v->db, m->network_id, &held) &&
			 q_network_accept(v->db, v->me->account_id, time_now(), from,
					  v->practice_id, m->network_id) > 0,
		 "network_joined");
}

void
network_refuse_post(struct visit *v)
{
	const struct network_of_practice_row *m = find(v);

	if (m == NULL)
		return;
	db_begin(v->db);
	put_down(v, m->network_id,
		 q_network_refuse(v->db, v->me->account_id, time_now(), v->practice_id,
				  m->network_id) > 0,
		 "network_refused");
}

void
network_leave_post(struct visit *v)
{
	const struct network_of_practice_row *m = find(v);

	if (m == NULL)
		return;
	db_begin(v->db);
	put_down(v, m->network_id,
		 q_network_leave(v->db, time_now(), v->practice_id, m->network_id) > 0,
		 "network_left");
}
