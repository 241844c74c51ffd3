/* The home page, and the two addresses that operators ask. */
#include "base/date.h"
#include "base/text.h"
#include "page/pages.h"
#include "model/round.h"

/* Takes the archived rounds out of the list; how many rows stay. */
static size_t
without_archived(struct round_list_row *rows, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (!text_equal(rows[i].state, "archived"))
			rows[kept++] = rows[i];
	return kept;
}

void
show_rounds(struct visit *v)
{
	size_t n;
	struct round_list_row *rows = q_round_list(v->db, &n);

	n = without_archived(rows, n);
	view_rows(v->view, "rounds", &Q_ROUND_LIST, rows, n);
	for (size_t i = 0; i < n; i++) {
		view_str(v->view, view_key(v->view, "rounds.%zu.state_word", i),
			 round_state_word(rows[i].state));
		view_str(v->view, view_key(v->view, "rounds.%zu.state_look", i),
			 round_state_look(rows[i].state));
	}
}

/* Countries by name, with the programs they are in today. */
static void
show_countries(struct visit *v)
{
	size_t n;
	struct country_list_row *rows = q_country_list(v->db, time_day(time_now()), &n);

	view_rows(v->view, "countries", &Q_COUNTRY_LIST, rows, n);
}

static const char *
kind_word(enum module_kind kind)
{
	switch (kind) {
	case MODULE_CORE: return "For every chart";
	case MODULE_DISEASE: return "Disease";
	case MODULE_DOMAIN: return "Domain";
	}
	return "";
}

static void
show_modules(struct visit *v)
{
	const struct catalogue *cat = v->app->catalogue;
	size_t n = 0;

	for (size_t i = 0; i < cat->n_modules; i++) {
		if (!cat->modules[i].rounds)
			continue;
		view_str(v->view, view_key(v->view, "modules.%zu.title", n), cat->modules[i].title);
		view_str(v->view, view_key(v->view, "modules.%zu.kind", n++),
			 kind_word(cat->modules[i].kind));
	}
}

void
home_index(struct visit *v)
{
	show_rounds(v);
	show_countries(v);
	show_modules(v);
	visit_page(v, "home/index.cs");
}

/* This process answers. */
void
home_health(struct visit *v)
{
	buf_str(v->req->resp.body, "ok\n");
	resp_type(v->req, 200, "text/plain");
}

/* The database answers too: reaching this line took a statement of its own. */
void
home_ready(struct visit *v)
{
	struct site_ready_row row;

	q_site_ready(v->db, &row);
	buf_str(v->req->resp.body, "ready\n");
	resp_type(v->req, 200, "text/plain");
}
