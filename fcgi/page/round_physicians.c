/*
 * Which physicians a practice's sign-up asks for figures of their own: each of
 * them then needs charts enough (qopi-domain section 5).
 */
#include "base/text.h"
#include "page/pages.h"
#include "page/round.h"

static bool
may_be_chosen(const struct physician_list_row *p)
{
	return p->closed_at == NULL && text_equal(p->kind, "physician");
}

/* Whether the sign-up has somebody; without one, whether the practice's list wants it. */
static bool
stands_chosen(const struct visit *v, const struct physician_list_row *p,
	      const struct entry_physicians_row *chosen, size_t n)
{
	if (v->entry == NULL)
		return p->reported;
	for (size_t i = 0; i < n; i++)
		if (chosen[i].id == p->id)
			return true;
	return false;
}

void
round_show_physicians(struct visit *v)
{
	bool typed = v->req->method == METHOD_POST;
	struct pairs ticks = form_table(v->form, "physician_");
	size_t n, n_chosen = 0, shown = 0;
	struct physician_list_row *all = q_physician_list(v->db, v->practice_id, &n);
	const struct entry_physicians_row *chosen =
		v->entry == NULL
			? NULL
			: q_entry_physicians(v->db, v->practice_id, v->entry->id, &n_chosen);

	for (size_t i = 0; i < n; i++) {
		const char *id = arena_printf(v->a, "%llu", (unsigned long long)all[i].id);
		bool stands = stands_chosen(v, &all[i], chosen, n_chosen);

		if (!may_be_chosen(&all[i]) && !stands)
			continue;
		view_str(v->view, view_key(v->view, "reportable.%zu.id", shown), id);
		view_str(v->view, view_key(v->view, "reportable.%zu.name", shown), all[i].name);
		view_bool(v->view, view_key(v->view, "reportable.%zu.ticked", shown++),
			  typed ? pairs_get(&ticks, id) != NULL : stands);
	}
	view_num(v->view, "charts_a_physician", v->round->charts_a_physician);
}

void
round_take_physicians(struct visit *v, struct entry_basis *basis)
{
	struct pairs ticks = form_table(v->form, "physician_");
	uint64_t *ids = arena_array(v->a, ticks.n, sizeof *ids);
	size_t n, n_ids = 0;
	struct physician_list_row *all = q_physician_list(v->db, v->practice_id, &n);

	for (size_t i = 0; i < n; i++) {
		const char *id = arena_printf(v->a, "%llu", (unsigned long long)all[i].id);

		if (pairs_get(&ticks, id) != NULL && text_equal(all[i].kind, "physician"))
			ids[n_ids++] = all[i].id;
	}
	basis->physicians = ids;
	basis->n_physicians = n_ids;
	if (n_ids < ticks.n)
		form_error(v->form, "physician_", "Choose among the physicians on your practice's list.");
}
