/*
 * Second abstractions of a practice in a round: drawing the sample, who
 * abstracts each chart, where each stands. The comparison of a pair and the
 * figures over all are reabstraction_show.c.
 */
#include "page/reabstraction.h"

#include "base/text.h"
#include "model/second_chart.h"
#include "page/chart.h"
#include "page/guard.h"
#include "page/pages.h"

const struct field reabstraction_form[] = {
	{ .name = "abstractor", .label = "Who abstracts it", .type = FIELD_WHOLE, .required = true,
	  .max = INT32_MAX },
	{ .name = NULL },
};

static struct entry_who
who(const struct visit *v)
{
	return (struct entry_who){ v->round->id, v->practice_id, v->me->account_id };
}

static struct second_charts *
load(struct visit *v)
{
	struct entry_who me = who(v);

	return second_charts_load(v->db, v->a, &me);
}

static const char *
page_path(const struct visit *v)
{
	return arena_printf(v->a, "/rounds/%llu/reabstraction", (unsigned long long)v->round->id);
}

/* Where a pair stands: a word, and how it looks. */
static void
show_state(struct visit *v, const char *key, const struct second_list_row *c)
{
	const char *word = "In work", *look = "idle";

	if (c->compared_at != NULL) {
		word = "Compared";
		look = "good";
	} else if (text_equal(c->first_state, "ineligible")) {
		word = "Not eligible";
		look = "warn";
	} else if (text_equal(c->state, "complete")) {
		word = "Waits";
		look = "info";
	} else if (c->abstractor_id == NULL) {
		word = "Nobody yet";
		look = "warn";
	}
	view_str(v->view, arena_printf(v->a, "%s.state_word", key), word);
	view_str(v->view, arena_printf(v->a, "%s.state_look", key), look);
	view_bool(v->view, arena_printf(v->a, "%s.waits", key),
		  c->compared_at == NULL && text_equal(c->state, "complete") &&
			  text_equal(c->first_state, "open"));
}

/* Who may abstract a chart, as choices below its key. */
static void
show_people(struct visit *v, const char *key, const struct second_charts *s,
	    const struct second_list_row *c)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n_people; i++) {
		const struct practice_people_row *p = &s->people[i];
		const char *at;

		if (!second_charts_may(s, c, p))
			continue;
		at = arena_printf(v->a, "%s.people.%zu", key, n++);
		view_num(v->view, arena_printf(v->a, "%s.id", at), (int64_t)p->account_id);
		view_str(v->view, arena_printf(v->a, "%s.name", at),
			 arena_printf(v->a, "%s, %s", p->name,
				      access_role_title(access_role(p->role))));
		view_bool(v->view, arena_printf(v->a, "%s.selected", at),
			  c->abstractor_id != NULL && *c->abstractor_id == p->account_id);
	}
}

static void
show_sample(struct visit *v, const struct second_charts *s, bool may_act)
{
	view_rows(v->view, "charts", &Q_SECOND_LIST, s->all, s->n);
	for (size_t i = 0; i < s->n; i++) {
		const char *key = view_key(v->view, "charts.%zu", i);

		show_state(v, key, &s->all[i]);
		view_bool(v->view, arena_printf(v->a, "%s.mine", key),
			  s->all[i].abstractor_id != NULL &&
				  *s->all[i].abstractor_id == v->me->account_id);
		if (may_act && text_equal(s->all[i].state, "open") &&
		    !text_equal(s->all[i].first_state, "ineligible"))
			show_people(v, key, s, &s->all[i]);
	}
}

/* Each draw with what repeats it, repeated. */
static void
show_draws(struct visit *v, const struct second_charts *s)
{
	size_t n;
	struct second_draw_list_row *draws =
		q_second_draw_list(v->db, v->practice_id, v->round->id, &n);

	view_rows(v->view, "draws", &Q_SECOND_DRAW_LIST, draws, n);
	for (size_t i = 0; i < n; i++) {
		const char *again;

		view_bool(v->view, view_key(v->view, "draws.%zu.same", i),
			  second_draw_repeat(v->a, s, &draws[i], &again));
		view_str(v->view, view_key(v->view, "draws.%zu.again", i), again);
	}
}

static void
show_crumbs(struct visit *v)
{
	if (v->practice == NULL) {
		chart_crumbs(v, false);
		view_str(v->view, "Crumb.2.href", arena_printf(v->a, "/rounds/%llu/charts",
							      (unsigned long long)v->round->id));
		view_str(v->view, "Crumb.3.title", "Second abstraction");
		return;
	}
	view_str(v->view, "Crumb.0.title", "Practices");
	view_str(v->view, "Crumb.0.href", "/staff/practices");
	view_str(v->view, "Crumb.1.title", v->practice->name);
	view_str(v->view, "Crumb.1.href",
		 arena_printf(v->a, "/staff/practices/%llu", (unsigned long long)v->practice->id));
	view_str(v->view, "Crumb.2.title", "Second abstraction");
}

static void
show(struct visit *v)
{
	const struct second_charts *s = load(v);
	struct second_plan plan = second_charts_plan(v->db, v->a, s);
	bool open = text_equal(v->round->state, "open");
	bool may_act = open && (v->roles & MANAGERS) != 0;
	size_t compared = 0;

	for (size_t i = 0; i < s->n; i++)
		compared += s->all[i].compared_at != NULL;
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_bool(v->view, "round.is_open", open);
	view_bool(v->view, "may_act", may_act);
	view_bool(v->view, "staff", v->practice != NULL);
	view_str(v->view, "practice", v->practice == NULL ? NULL : v->practice->name);
	view_num(v->view, "plan.share", plan.share);
	view_num(v->view, "plan.least", SECOND_CHARTS_MIN);
	view_num(v->view, "plan.complete", (int64_t)plan.complete);
	view_num(v->view, "plan.take", plan.take);
	view_num(v->view, "plan.drawn", (int64_t)s->n);
	show_sample(v, s, may_act);
	show_draws(v, s);
	if (compared > 0)
		reabstraction_show_summary(v, compared);
	show_crumbs(v);
	visit_page(v, "reabstraction/sample.cs");
}

void
reabstraction_sample(struct visit *v)
{
	show(v);
}

void
reabstraction_draw_post(struct visit *v)
{
	struct entry_who me = who(v);
	const char *notice = "second_nothing";

	if (!chart_begin_in_open_round(v))
		return;
	if (second_charts_draw(v->db, v->a, &me) > 0) {
		db_commit(v->db);
		notice = "second_drawn";
	}
	visit_go(v, page_path(v), notice);
}

const struct second_list_row *
reabstraction_named(const struct visit *v, const struct second_list_row *all, size_t n)
{
	uint64_t id;

	if (v->match.n < 2 || !text_to_u64(v->match.values[1], &id))
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (all[i].chart_id == id)
			return &all[i];
	return NULL;
}

static bool
is_choice(const struct second_charts *s, const struct second_list_row *c, uint64_t account)
{
	for (size_t i = 0; i < s->n_people; i++)
		if (s->people[i].account_id == account)
			return second_charts_may(s, c, &s->people[i]);
	return false;
}

void
reabstraction_abstractor_post(struct visit *v)
{
	uint64_t account = (uint64_t)form_whole(v->form, "abstractor");
	const struct second_list_row *c;
	const struct second_charts *s;
	struct entry_who me = who(v);
	const char *notice = "second_late";

	if (!chart_begin_in_open_round(v))
		return;
	s = load(v);
	c = reabstraction_named(v, s->all, s->n);
	if (c == NULL) {
		visit_error(v, 404, NULL);
		return;
	}
	if (!is_choice(s, c, account))
		form_error(v->form, "abstractor", "Choose somebody who abstracts charts, had no hand in "
			   "the first abstraction of chart %u, and is not its treating fellow.",
			   c->number);
	if (form_has_errors(v->form)) {
		visit_show_form(v);
		show(v);
		return;
	}
	if (second_chart_assign(v->db, v->a, &me, c->chart_id, account)) {
		db_commit(v->db);
		notice = "people_saved";
	}
	visit_go(v, page_path(v), notice);
}

void
reabstraction_show_own(struct visit *v)
{
	size_t n, mine = 0;
	struct second_list_row *rows = q_second_list(v->db, v->practice_id, v->round->id, &n);

	for (size_t i = 0; i < n; i++) {
		const char *key = view_key(v->view, "seconds.%zu", mine);

		if (rows[i].abstractor_id == NULL || *rows[i].abstractor_id != v->me->account_id)
			continue;
		view_row(v->view, key, &Q_SECOND_LIST, &rows[i]);
		show_state(v, key, &rows[i]);
		mine++;
	}
}

bool
reabstraction_allows_files(struct visit *v)
{
	uint64_t account = visit_account(v);
	size_t n;
	struct second_list_row *all;

	if (!text_equal(v->round->state, "open"))
		return true;
	all = q_second_list(v->db, v->practice_id, v->round->id, &n);
	for (size_t i = 0; i < n; i++) {
		if (all[i].abstractor_id == NULL || *all[i].abstractor_id != account ||
		    all[i].compared_at != NULL || text_equal(all[i].first_state, "ineligible"))
			continue;
		visit_error(v, 404, v->bearer == NULL
			    ? "You abstract charts of this round a second time, and files would show "
			      "you the first answers. They open to you when those charts are compared."
			    : "Whoever made this token abstracts charts of this round a second time, and "
			      "files would show the first answers. The token works again when those "
			      "charts are compared; until then use somebody else's.");
		return false;
	}
	return true;
}

/* For ASCO staff: the figures, and the sample without labels or a way into a chart. */
void
staff_reabstraction(struct visit *v)
{
	if (guard_take_entry(v))
		show(v);
}
