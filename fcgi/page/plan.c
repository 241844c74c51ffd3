/* Improvement plans: see plan.h. */
#include "page/plan.h"

#include "base/date.h"
#include "base/text.h"
#include "page/beside.h"
#include "page/pages.h"

enum { GOAL_MAX = 500, OWNER_MAX = 120, LAST_DAY = 2932896 /* 9999-12-31: all rounds */ };

#define PLAN_FIELDS \
	{ .name = "goal", .label = "Goal", .type = FIELD_LINES, .required = true, .max = GOAL_MAX }, \
	{ .name = "owner", .label = "Owner", .type = FIELD_TEXT, .required = true, .max = OWNER_MAX }, \
	{ .name = "due", .label = "Date", .type = FIELD_DATE, .required = true }

static const struct form_choice states[] = {
	{ "open", "Open: we are at it" },
	{ "done", "Done: the goal is reached" },
	{ "dropped", "Dropped: we do not go on with it" },
	{ NULL, NULL },
};

const struct field plan_form[] = { PLAN_FIELDS, { .name = NULL } };

const struct field plan_change_form[] = {
	PLAN_FIELDS,
	{ .name = "state", .label = "State", .type = FIELD_CHOICE, .required = true, .choices = states },
	{ .name = "remark", .label = "What came of it", .type = FIELD_LINES, .max = GOAL_MAX },
	{ .name = "version", .label = "Version", .type = FIELD_WHOLE, .required = true, .min = 1,
	  .max = INT32_MAX },
	{ .name = NULL },
};

static const struct {
	const char *state, *word, *kind;
} looks[] = {
	{ "open", "Open", "info" },
	{ "done", "Done", "good" },
	{ "dropped", "Dropped", "idle" },
};

static void
show_state(struct visit *v, const char *key, const char *state)
{
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		if (!text_equal(looks[i].state, state))
			continue;
		view_str(v->view, arena_printf(v->a, "%s.word", key), looks[i].word);
		view_str(v->view, arena_printf(v->a, "%s.kind", key), looks[i].kind);
	}
}

/* A rate below `key`, where a chart counts. */
static void
show_rate(struct visit *v, const char *key, const uint32_t *met, const uint32_t *not_met)
{
	if (met == NULL || not_met == NULL || *met + *not_met == 0)
		return;
	view_pct(v->view, arena_printf(v->a, "%s.rate", key), (double)*met / (*met + *not_met));
	view_num(v->view, arena_printf(v->a, "%s.met", key), *met);
	view_num(v->view, arena_printf(v->a, "%s.of", key), (int64_t)*met + *not_met);
}

static void
show_plan(struct visit *v, const char *key, const struct plan_list_row *p)
{
	bool later = p->now_round_id != NULL && *p->now_round_id != p->round_id;

	view_row(v->view, key, &Q_PLAN_LIST, p);
	show_state(v, key, p->state);
	view_bool(v->view, arena_printf(v->a, "%s.late", key),
		  text_equal(p->state, "open") && p->due < time_day(time_now()));
	show_rate(v, arena_printf(v->a, "%s.then", key), p->then_met, p->then_not_met);
	if (later)
		show_rate(v, arena_printf(v->a, "%s.now", key), p->now_met, p->now_not_met);
}

static void
show_plans(struct visit *v, const struct plan_list_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		show_plan(v, view_key(v->view, "plans.%zu", i), &rows[i]);
}

/* The people as choices of Form.owner, and who is named already; after visit_show_form. */
static void
show_owners(struct visit *v, const char *named)
{
	size_t n;
	struct plan_owners_row *rows = q_plan_owners(v->db, v->practice_id, &n);
	bool known = *named == '\0';

	for (size_t i = 0; i <= n; i++) {
		const char *name = i < n ? rows[i].name : known ? NULL : named;

		if (name == NULL)
			break;
		known |= text_equal(name, named);
		view_str(v->view, view_key(v->view, "Form.owner.choices.%zu.value", i), name);
		view_str(v->view, view_key(v->view, "Form.owner.choices.%zu.label", i), name);
		view_bool(v->view, view_key(v->view, "Form.owner.choices.%zu.selected", i),
			  text_equal(name, named));
	}
}

/* Messages beside what cannot be taken; `before` is the plan as it stands, or NULL. */
static void
check(struct visit *v, const struct plan_list_row *before)
{
	const char *owner = form_text(v->form, "owner");
	bool known = before != NULL && text_equal(owner, before->owner);
	struct plan_owners_row *rows;
	int32_t due, today = time_day(time_now());
	size_t n;

	beside_check_words(v, "goal");
	rows = q_plan_owners(v->db, v->practice_id, &n);
	for (size_t i = 0; i < n && !known; i++)
		known = text_equal(rows[i].name, owner);
	if (!known && *owner != '\0')
		form_error(v->form, "owner", "Choose one of the people of your practice.");
	if (form_date(v->form, "due", &due) && due < today &&
	    (before == NULL || due != before->due))
		form_error(v->form, "due", "The date must be today or later.");
}

void
plan_show_beside(struct visit *v, const char *measure, int32_t closes)
{
	size_t n;
	struct plan_list_row *rows = q_plan_list(v->db, closes, v->practice_id, 0, measure, &n);

	show_plans(v, rows, n);
	if ((v->roles & MANAGERS) == 0)
		return;
	view_bool(v->view, "may_plan", true);
	if (v->form == NULL)
		v->form = form_new(v->a, plan_form);
	visit_show_form(v);
	show_owners(v, form_text(v->form, "owner"));
}

/* Makes a plan from a report's page of a measure. */
void
plan_add_post(struct visit *v)
{
	const char *measure = v->match.values[1];
	int32_t due;
	uint64_t id;

	check(v, NULL);
	if (form_has_errors(v->form) || !report_has_measure(v, measure)) {
		report_measure(v);
		return;
	}
	form_date(v->form, "due", &due);
	db_begin(v->db);
	id = q_plan_add(v->db, v->practice_id, v->report->round_id, measure,
			form_text(v->form, "goal"), form_text(v->form, "owner"), due, time_now(),
			v->me->account_id);
	visit_audit(v, v->practice_id, "plan_made",
		    arena_printf(v->a, "plan:%llu measure:%s", (unsigned long long)id, measure));
	db_commit(v->db);
	visit_go(v, arena_printf(v->a, "/reports/plans/%llu", (unsigned long long)id), "plan_made");
}

void
plan_list(struct visit *v)
{
	size_t n;
	struct plan_list_row *rows = q_plan_list(v->db, LAST_DAY, v->practice_id, 0, "", &n);

	show_plans(v, rows, n);
	view_bool(v->view, "may_plan", (v->roles & MANAGERS) != 0);
	view_str(v->view, "Crumb.0.href", "/reports");
	view_str(v->view, "Crumb.0.title", "Reports");
	view_str(v->view, "Crumb.1.title", "Improvement plans");
	visit_page(v, "plan/list.cs");
}

/* The plan of the address; NULL and 404 if the practice has none such. */
static const struct plan_list_row *
find_plan(struct visit *v)
{
	struct plan_list_row *rows = NULL;
	uint64_t id;
	size_t n = 0;

	if (text_to_u64(v->match.values[0], &id) && id != 0)
		rows = q_plan_list(v->db, LAST_DAY, v->practice_id, id, "", &n);
	if (n == 1)
		return rows;
	visit_error(v, 404, NULL);
	return NULL;
}

static void
show_versions(struct visit *v, uint64_t plan)
{
	size_t n;
	struct plan_versions_row *rows = q_plan_versions(v->db, v->practice_id, plan, &n);

	view_rows(v->view, "versions", &Q_PLAN_VERSIONS, rows, n);
	for (size_t i = 0; i < n; i++)
		show_state(v, view_key(v->view, "versions.%zu", i), rows[i].state);
}

static void
show_page(struct visit *v, const struct plan_list_row *p)
{
	const struct measure *m = catalogue_measure(v->app->catalogue, p->measure);

	show_plan(v, "plan", p);
	show_versions(v, p->id);
	if (m != NULL)
		view_str(v->view, "plan.title", m->title);
	view_bool(v->view, "may_plan", (v->roles & MANAGERS) != 0);
	visit_show_form(v);
	show_owners(v, form_text(v->form, "owner"));
	view_str(v->view, "Page.title", arena_printf(v->a, "Improvement plan for %s", p->measure));
	view_str(v->view, "Crumb.0.href", "/reports");
	view_str(v->view, "Crumb.0.title", "Reports");
	view_str(v->view, "Crumb.1.href", "/reports/plans");
	view_str(v->view, "Crumb.1.title", "Improvement plans");
	view_str(v->view, "Crumb.2.title", p->measure);
	visit_page(v, "plan/show.cs");
}

void
plan_show(struct visit *v)
{
	const struct plan_list_row *p = find_plan(v);
	char due[DATE_TEXT_SIZE];

	if (p == NULL)
		return;
	v->form = form_new(v->a, plan_change_form);
	form_set(v->form, "goal", p->goal);
	form_set(v->form, "owner", p->owner);
	form_set(v->form, "due", date_format(p->due, due));
	form_set(v->form, "state", p->state);
	form_set(v->form, "remark", p->remark);
	form_set(v->form, "version", arena_printf(v->a, "%u", p->version));
	show_page(v, p);
}

/* A plan that ends says what came of it. */
static void
check_end(struct visit *v)
{
	const char *remark = form_text(v->form, "remark");
	bool open = text_equal(form_text(v->form, "state"), "open");

	beside_check_words(v, "remark");
	if (!open && text_is_empty(remark))
		form_error(v->form, "remark", "Say in a sentence what came of it: it is read again in "
			   "the next rounds.");
}

void
plan_show_post(struct visit *v)
{
	const struct plan_list_row *p = find_plan(v);
	const char *state = form_text(v->form, "state"), *path;
	uint32_t version = (uint32_t)form_whole(v->form, "version");
	int32_t due;

	if (p == NULL)
		return;
	check(v, p);
	check_end(v);
	if (form_has_errors(v->form)) {
		show_page(v, p);
		return;
	}
	form_date(v->form, "due", &due);
	path = arena_printf(v->a, "/reports/plans/%llu", (unsigned long long)p->id);
	db_begin(v->db);
	if (q_plan_change(v->db, form_text(v->form, "goal"), form_text(v->form, "owner"), due, state,
			  form_text(v->form, "remark"), v->me->account_id, time_now(),
			  v->practice_id, p->id, version) == 0) {
		form_error(v->form, "goal", "Somebody changed this plan meanwhile; how it stands now is "
			   "above. Save again to put yours in its place.");
		form_set(v->form, "version", arena_printf(v->a, "%u", p->version));
		show_page(v, p);
		return;
	}
	visit_audit(v, v->practice_id, "plan_changed",
		    arena_printf(v->a, "plan:%llu version:%u state:%s", (unsigned long long)p->id,
				 version + 1, state));
	db_commit(v->db);
	visit_go(v, path, "saved");
}
