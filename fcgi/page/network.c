/*
 * A network's members side by side in a round: for people of a member practice, in the rounds
 * whose results that practice shares itself, and for ASCO staff. Nothing of it is stored, so who
 * leaves is gone from it at once.
 */
#include "base/fault.h"
#include "base/text.h"
#include "exchange/network_csv.h"
#include "page/pages.h"
#include "report/line.h"
#include "report/network.h"

/* A network as the visitor may see it: its rounds, and the one that was chosen. */
struct seen {
	struct network_by_id_row network;
	struct network_rounds_row *rounds;
	size_t n_rounds;
	const struct network_rounds_row *chosen; /* NULL if there is none yet */
};

/* Whether the visitor's practice is in the network; staff see all that go on. */
static bool
may_see(struct visit *v, const struct network_by_id_row *network)
{
	size_t n;
	struct network_of_practice_row *rows;

	if (network->ended_at != NULL)
		return false;
	if ((v->roles & ROLE_STAFF) != 0)
		return true;
	rows = q_network_of_practice(v->db, v->practice_id, network->id, &n);
	for (size_t i = 0; i < n; i++)
		if (text_equal(rows[i].state, "member"))
			return true;
	return false;
}

/* ?round=ID among the rounds; the latest where nothing was asked for. */
static bool
choose_round(struct visit *v, struct seen *s)
{
	const char *asked = req_query(v->req, "round");
	uint64_t id;

	if (asked == NULL) {
		s->chosen = s->n_rounds > 0 ? &s->rounds[0] : NULL;
		return true;
	}
	if (!text_to_u64(asked, &id))
		return false;
	for (size_t i = 0; i < s->n_rounds; i++)
		if (s->rounds[i].round_id == id)
			s->chosen = &s->rounds[i];
	return s->chosen != NULL;
}

/* False, with 404, for whoever is not to see it. */
static bool
find(struct visit *v, struct seen *s)
{
	uint64_t id, practice = (v->roles & ROLE_STAFF) != 0 ? 0 : v->practice_id;

	*s = (struct seen){ .n_rounds = 0 };
	if (text_to_u64(v->match.values[0], &id) && q_network_by_id(v->db, id, &s->network) &&
	    may_see(v, &s->network)) {
		s->rounds = q_network_rounds(v->db, id, practice, &s->n_rounds);
		if (choose_round(v, s))
			return true;
	}
	visit_error(v, 404, NULL);
	return false;
}

static struct network_table *
read_table(struct visit *v, const struct seen *s)
{
	struct round_by_id_row *round = arena_alloc(v->a, sizeof *round);
	struct report_subject about = { .round = round };

	if (!q_round_by_id(v->db, s->chosen->round_id, round))
		fault("a report of a round that is not there");
	v->round = round;
	about.cat = visit_catalogue(v);
	return network_read(v->db, v->a, &about, s->network.id);
}

static void
show_cell(struct view *v, const char *name, const struct network_cell *c)
{
	view_str(v, "name", name);
	line_show_network(v, c);
}

static void
show_row(struct view *v, const struct network_table *t, const struct network_row *row)
{
	view_str(v, "number", row->number);
	view_str(v, "title", row->title);
	view_bool(v, "lower_is_better", row->lower_is_better);
	view_str(v, "hidden", network_reason(row->shown));
	line_show_all(view_at(v, "national"), &row->national);
	for (size_t i = 0; row->shown == NETWORK_SHOWN && i < t->n_columns; i++)
		show_cell(view_at(v, view_key(v, "cells.%zu", i)), t->columns[i].name,
			  &row->cells[i]);
}

static void
show_columns(struct visit *v, const char *key, const struct network_column *columns, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		view_str(v->view, arena_printf(v->a, "%s.%zu.name", key, i), columns[i].name);
		view_bool(v->view, arena_printf(v->a, "%s.%zu.own", key, i),
			  columns[i].practice_id == v->practice_id);
	}
}

static void
show_table(struct visit *v, const struct network_table *t)
{
	show_columns(v, "columns", t->columns, t->n_columns);
	show_columns(v, "absent", t->absent, t->n_absent);
	view_num(v->view, "n_columns", (int64_t)t->n_columns);
	view_num(v->view, "n_hidden", (int64_t)t->n_hidden);
	view_num(v->view, "n_rows", (int64_t)t->n_rows);
	for (size_t i = 0; i < t->n_sections; i++) {
		struct view *part = view_at(v->view, view_key(v->view, "modules.%zu", i));

		view_str(part, "id", t->sections[i].id);
		view_str(part, "title", t->sections[i].title);
		for (size_t j = 0; j < t->sections[i].n_rows; j++)
			show_row(view_at(part, view_key(part, "rows.%zu", j)), t,
				 &t->sections[i].rows[j]);
	}
}

static void
show_crumbs(struct visit *v, const struct seen *s)
{
	bool staff = (v->roles & ROLE_STAFF) != 0;

	view_str(v->view, "Crumb.0.href", staff ? "/staff/networks" : "/practice/networks");
	view_str(v->view, "Crumb.0.title", "Networks");
	view_str(v->view, "Crumb.1.href",
		 arena_printf(v->a, "%s/networks/%llu", staff ? "/staff" : "/practice",
			      (unsigned long long)s->network.id));
	view_str(v->view, "Crumb.1.title", s->network.name);
	view_str(v->view, "Crumb.2.title", "Side by side");
	view_str(v->view, "Page.title", s->network.name);
	view_str(v->view, "Page.kind", "wide");
}

void
network_show(struct visit *v)
{
	struct seen s;

	if (!find(v, &s))
		return;
	view_row(v->view, "network", &Q_NETWORK_BY_ID, &s.network);
	view_num(v->view, "small", RESULT_SMALL);
	view_num(v->view, "least.practices", SUPPRESS_ALL_PRACTICES.practices);
	view_num(v->view, "least.charts", SUPPRESS_ALL_PRACTICES.charts);
	view_bool(v->view, "staff", (v->roles & ROLE_STAFF) != 0);
	view_rows(v->view, "rounds", &Q_NETWORK_ROUNDS, s.rounds, s.n_rounds);
	for (size_t i = 0; i < s.n_rounds; i++)
		view_bool(v->view, view_key(v->view, "rounds.%zu.chosen", i),
			  &s.rounds[i] == s.chosen);
	if (s.chosen != NULL) {
		view_row(v->view, "round", &Q_NETWORK_ROUNDS, s.chosen);
		show_table(v, read_table(v, &s));
	}
	show_crumbs(v, &s);
	visit_page(v, "network/show.cs");
}

void
network_file(struct visit *v)
{
	struct bytes file;
	struct seen s;

	if (!find(v, &s))
		return;
	if (s.chosen == NULL) {
		visit_error(v, 404, NULL);
		return;
	}
	file = network_csv(v->a, read_table(v, &s), s.network.name);
	if (!buf_add(v->req->resp.body, file.data, file.size))
		fault("network %llu is too large as a file", (unsigned long long)s.network.id);
	resp_type(v->req, 200, "text/csv; charset=utf-8; header=present");
	resp_header(v->req, "Content-Disposition",
		    arena_printf(v->a, "attachment; filename=\"network-%llu-round-%llu.csv\"",
				 (unsigned long long)s.network.id,
				 (unsigned long long)s.chosen->round_id));
	resp_header(v->req, "Cache-Control", "no-store");
}
