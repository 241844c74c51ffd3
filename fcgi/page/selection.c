/*
 * The selection log of a practice in a round: candidates from a list, whom the
 * criteria take and why not, drawing charts, replacing one, repeating a draw.
 *
 * What is wrong with a list is shown beside it, and nothing of it is stored
 * until it is clean or the person chooses its clean rows.
 */
#include "model/selection.h"

#include "base/date.h"
#include "base/text.h"
#include "exchange/candidates.h"
#include "page/chart.h"
#include "page/guard.h"
#include "page/pages.h"

enum { LIST_MAX = 1000000, SHOWN_MAX = 200 };

const struct field selection_form[] = {
	{ .name = "list", .label = "List", .type = FIELD_LINES, .max = LIST_MAX },
	{ .name = "file", .label = "File", .type = FIELD_LINES, .max = LIST_MAX },
	{ .name = "take", .label = "Rows", .type = FIELD_TEXT, .max = 10 },
	{ .name = NULL },
};

/* Choices only: a free text would invite what may not be stored. */
static const struct form_choice reasons[] = {
	{ "cancer", "No invasive cancer of these modules" },
	{ "age", "Too young at diagnosis" },
	{ "diagnosis", "Diagnosed outside the window" },
	{ "first_visit", "First office visit outside the window" },
	{ "visits", "Fewer office visits than asked for" },
	{ "death", "The death does not fit" },
	{ "same", "The same patient as another chart" },
	{ "chart", "The chart cannot be found or read" },
	{ NULL, NULL },
};

const struct field selection_refuse_form[] = {
	{ .name = "reason", .label = "Reason", .type = FIELD_CHOICE, .required = true,
	  .choices = reasons },
	{ .name = NULL },
};

static struct entry_who
who(const struct visit *v)
{
	return (struct entry_who){ v->round->id, v->practice_id, v->me->account_id };
}

static struct selection_log *
load(struct visit *v)
{
	struct entry_who me = who(v);

	return selection_load(v->db, v->a, visit_catalogue(v), v->round, &me);
}

static const char *
log_path(struct visit *v)
{
	if (v->practice != NULL)
		return arena_printf(v->a, "/staff/practices/%llu/rounds/%llu/selection",
				    (unsigned long long)v->practice->id,
				    (unsigned long long)v->round->id);
	return arena_printf(v->a, "/rounds/%llu/selection", (unsigned long long)v->round->id);
}

/* "Core, Breast Cancer": Core goes with every chart. */
static const char *
titles(struct visit *v, const struct selection_log *log, module_set set)
{
	const char *text = "";

	set |= log->core;
	for (size_t i = 0; i < log->cat->n_modules; i++)
		if ((set & module_bit(&log->cat->modules[i])) != 0)
			text = arena_printf(v->a, "%s%s%s", text, *text == '\0' ? "" : ", ",
					    log->cat->modules[i].title);
	return text;
}

/* A candidate below `key`. */
static void
show_candidate(struct visit *v, const struct selection_log *log, const struct candidate *c,
	       const char *key)
{
	int32_t last = criteria_last_visit(&c->patient, log->selecting.reference);

	view_row(v->view, key, &Q_CANDIDATE_LIST, c->row);
	view_num(v->view, arena_printf(v->a, "%s.place", key), c->place);
	if (last != INT32_MIN)
		view_date(v->view, arena_printf(v->a, "%s.last_visit", key), last);
	if (c->eligible != 0)
		view_str(v->view, arena_printf(v->a, "%s.modules", key),
			 titles(v, log, c->eligible));
}

/* Why each module of the practice refuses a candidate. */
static void
show_refusals(struct visit *v, const struct selection_log *log, const struct candidate *c,
	      size_t at)
{
	size_t n = 0;

	for (size_t i = 0; i < log->cat->n_modules; i++) {
		const struct module *m = &log->cat->modules[i];
		const struct criteria_list_row *criteria = criteria_of(&log->selecting, m->id);

		if ((log->modules & module_bit(m)) == 0 || criteria == NULL)
			continue;
		view_str(v->view, view_key(v->view, "refused.%zu.why.%zu.title", at, n), m->title);
		view_str(v->view, view_key(v->view, "refused.%zu.why.%zu.text", at, n++),
			 criteria_refusal(v->a, criteria, log->selecting.reference, &c->patient));
	}
}

/* The log in its order, in three lists; of the longer ones the beginning. */
static void
show_candidates(struct visit *v, const struct selection_log *log)
{
	bool *next = arena_array(v->a, log->n, sizeof *next);
	size_t drawn = 0, waiting = 0, refused = 0;
	size_t coming = selection_next(v->a, log, next);

	for (size_t i = 0; i < log->n; i++) {
		const struct candidate *c = &log->all[i];

		if (c->row->draw != NULL) {
			show_candidate(v, log, c, view_key(v->view, "drawn.%zu", drawn++));
		} else if (c->eligible != 0) {
			if (waiting++ >= SHOWN_MAX)
				continue;
			show_candidate(v, log, c, view_key(v->view, "waiting.%zu", waiting - 1));
			view_bool(v->view, view_key(v->view, "waiting.%zu.next", waiting - 1), next[i]);
		} else if (refused++ < SHOWN_MAX) {
			show_candidate(v, log, c, view_key(v->view, "refused.%zu", refused - 1));
			show_refusals(v, log, c, refused - 1);
		}
	}
	view_num(v->view, "candidates", (int64_t)log->n);
	view_num(v->view, "coming", (int64_t)coming);
	view_num(v->view, "drawn_count", (int64_t)drawn);
	view_num(v->view, "waiting_count", (int64_t)waiting);
	view_num(v->view, "refused_count", (int64_t)refused);
	view_num(v->view, "shown_max", SHOWN_MAX);
}

static void
show_needs(struct visit *v, const struct selection_log *log)
{
	size_t n = 0;

	for (size_t i = 0; i < log->cat->n_modules; i++) {
		const struct module *m = &log->cat->modules[i];

		if ((log->modules & module_bit(m)) == 0)
			continue;
		view_str(v->view, view_key(v->view, "needs.%zu.title", n), m->title);
		view_num(v->view, view_key(v->view, "needs.%zu.charts", n++), log->needs[i]);
	}
}

static void
show_choices(struct visit *v, const struct catalogue *cat)
{
	const struct element *e = catalogue_element(cat, "cancer_type");

	for (size_t i = 0; e != NULL && i < e->n_choices; i++) {
		view_str(v->view, view_key(v->view, "cancers.%zu.code", i), e->choices[i].code);
		view_str(v->view, view_key(v->view, "cancers.%zu.label", i), e->choices[i].label);
	}
	for (size_t i = 0; reasons[i].value != NULL; i++) {
		view_str(v->view, view_key(v->view, "reasons.%zu.value", i), reasons[i].value);
		view_str(v->view, view_key(v->view, "reasons.%zu.label", i), reasons[i].label);
	}
}

static void
show_crumbs(struct visit *v)
{
	if (v->practice != NULL) { /* staff read a practice's log */
		view_str(v->view, "Crumb.0.href", "/staff/rounds");
		view_str(v->view, "Crumb.0.title", "Rounds");
		view_str(v->view, "Crumb.1.href",
			 arena_printf(v->a, "/staff/rounds/%llu",
				      (unsigned long long)v->round->id));
		view_str(v->view, "Crumb.1.title", v->round->name);
		view_str(v->view, "Crumb.2.title", v->practice->name);
		return;
	}
	view_str(v->view, "Crumb.0.href", "/dashboard");
	view_str(v->view, "Crumb.0.title", "Dashboard");
	view_str(v->view, "Crumb.1.href", arena_printf(v->a, "/rounds/%llu",
						      (unsigned long long)v->round->id));
	view_str(v->view, "Crumb.1.title", v->round->name);
	view_str(v->view, "Crumb.2.title", "Chart selection");
}

/* What both pages begin with. */
static void
show_frame(struct visit *v, const struct selection_log *log)
{
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_bool(v->view, "round.is_open", text_equal(v->round->state, "open"));
	view_bool(v->view, "can_abstract", (v->roles & ABSTRACTORS) != 0);
	view_bool(v->view, "random", log->random);
	view_num(v->view, "seed", log->seed);
	view_date(v->view, "reference", log->selecting.reference);
	view_str(v->view, "log", log_path(v));
	if (v->practice != NULL)
		view_str(v->view, "practice", v->practice->name);
	show_crumbs(v);
}

static void
show_log(struct visit *v, const struct selection_log *log)
{
	size_t n;
	struct draw_list_row *draws = q_draw_list(v->db, v->practice_id, v->round->id, &n);

	if (v->form == NULL)
		v->form = form_new(v->a, selection_form);
	visit_show_form(v);
	show_frame(v, log);
	show_needs(v, log);
	show_candidates(v, log);
	show_choices(v, log->cat);
	view_rows(v->view, "draws", &Q_DRAW_LIST, draws, n);
	visit_page(v, "selection/log.cs");
}

void
selection_show(struct visit *v)
{
	show_log(v, load(v));
}

static bool
is_drawn(const void *log, const char *label)
{
	return selection_is_drawn(log, label);
}

/* What is wrong with the list, row by row. */
static void
show_problems(struct visit *v, const struct candidate_list *list)
{
	for (size_t i = 0; i < list->n_problems && i < CANDIDATE_PROBLEMS_MAX; i++) {
		const struct candidate_problem *p = &list->problems[i];

		view_num(v->view, view_key(v->view, "problems.%zu.line", i), p->line);
		view_str(v->view, view_key(v->view, "problems.%zu.column", i), p->column);
		view_str(v->view, view_key(v->view, "problems.%zu.text", i), p->text);
	}
	view_num(v->view, "list.problems", (int64_t)list->n_problems);
	view_num(v->view, "list.wrong", (int64_t)list->n_wrong);
	if (!list->unreadable)
		view_num(v->view, "list.clean", (int64_t)list->n);
	form_error(v->form, "list", "The list has %zu %s, see below. Nothing of it is stored.",
		   list->n_problems, list->n_problems == 1 ? "problem" : "problems");
}

/* Whether the rows may be stored as they are: all are clean, or the clean ones were chosen. */
static bool
may_take(struct visit *v, const struct candidate_list *list)
{
	if (list->unreadable || list->n == 0)
		return false;
	return list->n_problems == 0 || text_equal(form_text(v->form, "take"), "clean");
}

static void
add(struct visit *v, struct selection_log *log, const struct candidate_list *list)
{
	struct selection_added done = selection_add(v->db, v->a, log, list->patients, list->n);

	if (done.too_many) {
		form_error(v->form, "list", "The log holds %d candidates at most, so nothing was added.",
			   SELECTION_MAX);
		show_log(v, log);
		return;
	}
	db_commit(v->db);
	visit_go(v, log_path(v), done.added + done.changed > 0 ? "candidates_added"
							       : "candidates_same");
}

void
selection_show_post(struct visit *v)
{
	const char *file = form_text(v->form, "file");
	struct selection_log *log;
	struct candidate_list *list;

	if (!text_is_empty(file))
		form_set(v->form, "list", file);
	if (form_has_errors(v->form)) {
		show_log(v, load(v));
		return;
	}
	if (!chart_begin_in_open_round(v))
		return;
	log = load(v);
	list = candidates_read(v->a, log->cat, form_text(v->form, "list"), time_day(time_now()),
			       is_drawn, log);
	if (may_take(v, list)) {
		add(v, log, list);
		return;
	}
	if (list->n_problems == 0)
		form_error(v->form, "list", "Paste a list or choose a file: there is no row in it yet.");
	else
		show_problems(v, list);
	show_log(v, log);
}

void
selection_draw_post(struct visit *v)
{
	const char *notice = "draw_nothing";

	if (!chart_begin_in_open_round(v))
		return;
	if (selection_draw(v->db, v->a, load(v)) > 0) {
		db_commit(v->db);
		notice = "charts_drawn";
	}
	visit_go(v, log_path(v), notice);
}

static const char *
reason_label(const char *value)
{
	size_t i = 0;

	while (reasons[i + 1].value != NULL && !text_equal(reasons[i].value, value))
		i++;
	return reasons[i].label;
}

void
selection_refuse_post(struct visit *v)
{
	uint64_t id;
	bool known = v->match.n > 1 && text_to_u64(v->match.values[1], &id);

	if (form_has_errors(v->form)) {
		view_str(v->view, "refusing", v->match.values[1]);
		show_log(v, load(v));
		return;
	}
	if (!chart_begin_in_open_round(v))
		return;
	if (!known || !selection_refuse(v->db, v->a, load(v), id,
					reason_label(form_text(v->form, "reason")))) {
		visit_go(v, log_path(v), "chart_refused_before");
		return;
	}
	/* Read again: the chart counts no more, so its modules need another. */
	known = selection_draw(v->db, v->a, load(v)) > 0;
	db_commit(v->db);
	visit_go(v, log_path(v), known ? "chart_replaced" : "chart_not_replaced");
}

static const struct draw_list_row *
find_draw(struct visit *v)
{
	uint64_t number;
	size_t n;
	struct draw_list_row *draws = q_draw_list(v->db, v->practice_id, v->round->id, &n);

	if (v->match.n < 2 || !text_to_u64(v->match.values[v->match.n - 1], &number))
		return NULL;
	for (size_t i = 0; i < n; i++)
		if (draws[i].number == number)
			return &draws[i];
	return NULL;
}

/* A draw, repeated before the reader's eyes. */
void
selection_draw_show(struct visit *v)
{
	const struct draw_list_row *draw = find_draw(v);
	struct selection_log *log;
	size_t n = 0;
	bool *again;

	if (draw == NULL) {
		visit_error(v, 404, NULL);
		return;
	}
	log = load(v);
	again = arena_array(v->a, log->n, sizeof *again);
	view_bool(v->view, "same", selection_repeat(v->a, log, draw, again));
	view_row(v->view, "draw", &Q_DRAW_LIST, draw);
	for (size_t i = 0; i < log->n; i++) {
		const uint32_t *then = log->all[i].row->draw;
		bool was_taken = then != NULL && *then == draw->number;
		const char *key = view_key(v->view, "taken.%zu", n);

		if (!again[i] && !was_taken)
			continue;
		show_candidate(v, log, &log->all[i], key);
		view_bool(v->view, view_key(v->view, "taken.%zu.again", n), again[i]);
		view_bool(v->view, view_key(v->view, "taken.%zu.then", n++), was_taken);
	}
	show_frame(v, log);
	view_str(v->view, "Crumb.2.href", log_path(v));
	view_str(v->view, "Crumb.3.title", arena_printf(v->a, "Draw %u", draw->number));
	view_str(v->view, "Page.title", arena_printf(v->a, "Draw %u", draw->number));
	visit_page(v, "selection/draw.cs");
}

/* For staff, who audit: nothing of it can be changed by them. */
void
staff_selection(struct visit *v)
{
	if (guard_take_entry(v))
		show_log(v, load(v));
}

void
staff_selection_draw(struct visit *v)
{
	if (guard_take_entry(v))
		selection_draw_show(v);
}
