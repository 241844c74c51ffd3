/*
 * The abstraction form. Everything in it comes from the data dictionary: which
 * questions there are, when each is asked, what may be answered. Questions that
 * are not asked stand in the page hidden, so that their answers are kept and
 * the script can show them without a new page.
 */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "page/beside.h"
#include "page/chart.h"
#include "page/pages.h"
#include "page/suggestion.h"

struct abstraction *
chart_load(struct visit *v)
{
	const struct catalogue *cat = visit_catalogue(v);
	const char *modules = v->chart->modules;

	return abstraction_load(v->db, v->a, cat, v->practice_id, v->chart->id,
				catalogue_modules(cat, v->a, modules == NULL ? "" : modules));
}

bool
chart_has_question(const struct abstraction *abs, const struct element *e)
{
	return !e->system && (e->modules & abs->modules) != 0;
}

const char *
chart_title(const struct visit *v)
{
	return arena_printf(v->a, v->chart->second_of == NULL ? "Chart %u"
							      : "Chart %u, second abstraction",
			    v->chart->number);
}

void
chart_crumbs(struct visit *v, bool with_chart)
{
	char *round = arena_printf(v->a, "/rounds/%llu", (unsigned long long)v->round->id);
	char *charts = arena_printf(v->a, "%s/charts", round);

	view_str(v->view, "Crumb.0.title", "Dashboard");
	view_str(v->view, "Crumb.0.href", "/dashboard");
	view_str(v->view, "Crumb.1.title", v->round->name);
	view_str(v->view, "Crumb.1.href", round);
	view_str(v->view, "Crumb.2.title", "Charts");
	if (!with_chart)
		return;
	view_str(v->view, "Crumb.2.href", charts);
	view_str(v->view, "Crumb.3.title", chart_title(v));
}

/* One form on its way into the view. */
struct showing {
	struct visit *v;
	const struct abstraction *abs;
	const struct chart_try *tries;
	const struct beside *beside;
	struct suggestions suggestions;
	const char **findings;    /* by element: what is impossible or missing, or NULL */
	bool strict;              /* tells in the summary what keeps the chart open */
	size_t section, question; /* the next question's place */
	size_t done, all;         /* of the section */
	size_t done_in_all, all_in_all, errors;
};

/* The key of a value of the question at hand. */
static const char *
key(const struct showing *s, const char *name)
{
	return arena_printf(s->v->a, "sections.%zu.questions.%zu.%s", s->section, s->question,
			    name);
}

static const char *
type_name(const struct element *e)
{
	switch (e->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO: return "choice";
	case ELEMENT_MULTIPLE: return "choices";
	case ELEMENT_DATE: return "date";
	case ELEMENT_INTEGER: return "number";
	}
	return "text";
}

/* Whether a code is among the codes of an answer's text ("a;b"). */
static bool
holds_code(const char *text, const char *code)
{
	size_t len = strlen(code);

	for (const char *at = text; (at = strstr(at, code)) != NULL; at += len)
		if ((at == text || at[-1] == ';') && (at[len] == '\0' || at[len] == ';'))
			return true;
	return false;
}

static void
show_choices(const struct showing *s, const struct element *e, const char *text)
{
	struct view *view = s->v->view;

	for (size_t i = 0; i < e->n_choices; i++) {
		const char *base = key(s, arena_printf(s->v->a, "choices.%zu.", i));

		view_str(view, arena_printf(s->v->a, "%svalue", base), e->choices[i].code);
		view_str(view, arena_printf(s->v->a, "%slabel", base), e->choices[i].label);
		view_bool(view, arena_printf(s->v->a, "%sselected", base),
			  holds_code(text, e->choices[i].code));
	}
}

/* The boxes beside a date or number: there is none, or it is not known. */
static void
show_absent(const struct showing *s, const struct element *e, const char *text)
{
	static const char *const codes[] = { "not_documented", "unknown" };
	static const char *const labels[] = { "Not documented", "Unknown" };
	const bool allowed[] = { e->not_documented, e->unknown };
	struct view *view = s->v->view;
	size_t n = 0;

	view_str(view, key(s, "absent_name"), arena_printf(s->v->a, "n_%s", e->id));
	for (int i = 0; i < 2; i++) {
		const char *base;

		if (!allowed[i])
			continue;
		base = key(s, arena_printf(s->v->a, "absent.%zu.", n++));
		view_str(view, arena_printf(s->v->a, "%svalue", base), codes[i]);
		view_str(view, arena_printf(s->v->a, "%slabel", base), labels[i]);
		view_bool(view, arena_printf(s->v->a, "%sselected", base),
			  text_equal(text, codes[i]));
	}
}

/* A line of the summary on top, which answers a button. */
static void
sum_up(struct showing *s, const struct element *e, const char *message)
{
	struct view *view = s->v->view;

	if (s->v->req->method != METHOD_POST)
		return;
	view_str(view, view_key(view, "Form_errors.%zu.field", s->errors),
		 arena_printf(s->v->a, "a_%s", e->id));
	view_str(view, view_key(view, "Form_errors.%zu.text", s->errors++),
		 arena_printf(s->v->a, "%s %s", e->question, message));
}

static void
show_error(struct showing *s, const struct element *e, const char *message)
{
	view_str(s->v->view, key(s, "error"), message);
	sum_up(s, e, message);
}

/* What is only unlikely: a note, until somebody confirms it. */
static void
show_note(struct showing *s, const struct element *e)
{
	const struct soft_finding *soft = beside_note(s->beside, e);

	if (soft == NULL)
		return;
	view_str(s->v->view, key(s, "note"), soft->message);
	if (soft->confirmed != NULL)
		view_str(s->v->view, key(s, "confirmed"),
			 beside_confirmed_words(s->v->a, soft->confirmed));
	else if (s->strict)
		sum_up(s, e, arena_printf(s->v->a, "%s. Correct an answer, or say beside the "
					  "question that it is right.", soft->message));
}

/* How much was said beside the question, and where. */
static void
show_beside(struct showing *s, const struct element *e)
{
	view_str(s->v->view, key(s, "marker"), beside_words(s->v->a, s->beside, e));
	view_bool(s->v->view, key(s, "open_query"), beside_open_queries(s->beside, e) > 0);
	view_str(s->v->view, key(s, "beside"),
		 arena_printf(s->v->a, "/charts/%llu/questions/%s",
			      (unsigned long long)s->v->chart->id, e->id));
}

static bool
is_absent(const char *text)
{
	return text_equal(text, "not_documented") || text_equal(text, "unknown");
}

static void
show_question(struct showing *s, const struct element *e)
{
	const struct chart_try *try = s->tries == NULL ? NULL : &s->tries[e->index];
	bool was_typed = try != NULL && try->typed != NULL;
	const char *text = was_typed ? try->typed
				     : answer_write(e, s->abs->answers[e->index], s->v->a);
	const char *message = try != NULL && try->message != NULL ? try->message
								  : s->findings[e->index];
	bool answered = s->abs->answers[e->index].state != ANSWER_NONE;
	bool asked = look_asks(s->beside->look, e);
	struct view *view = s->v->view;

	view_str(view, key(s, "element"), e->id);
	view_str(view, key(s, "name"), arena_printf(s->v->a, "a_%s", e->id));
	view_str(view, key(s, "label"), e->question);
	view_str(view, key(s, "help"), e->help);
	view_str(view, key(s, "type"), type_name(e));
	view_bool(view, key(s, "required"), true);
	view_bool(view, key(s, "asked"), asked);
	view_bool(view, key(s, "answered"), answered);
	view_num(view, key(s, "version"), s->abs->versions[e->index]);
	if (e->n_choices > 0)
		show_choices(s, e, text);
	else if (!is_absent(text))
		view_str(view, key(s, "value"), text);
	show_absent(s, e, text);
	if (message != NULL && (asked || was_typed))
		show_error(s, e, message);
	else if (asked)
		show_note(s, e);
	show_beside(s, e);
	suggestion_show(s->v, &s->suggestions, s->abs, e, key(s, "suggestions"));
	s->all += asked;
	s->done += asked && answered;
	s->question++;
}

static void
end_section(struct showing *s, const char *title)
{
	struct view *view = s->v->view;

	view_num(view, view_key(view, "sections.%zu.index", s->section), (int64_t)s->section);
	view_str(view, view_key(view, "sections.%zu.title", s->section), title);
	view_num(view, view_key(view, "sections.%zu.done", s->section), (int64_t)s->done);
	view_num(view, view_key(view, "sections.%zu.all", s->section), (int64_t)s->all);
	s->done_in_all += s->done;
	s->all_in_all += s->all;
	s->section++;
	s->question = s->done = s->all = 0;
}

static void
show_questions(struct showing *s)
{
	const struct catalogue *cat = s->abs->cat;
	const char *title = NULL;

	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];

		if (!chart_has_question(s->abs, e))
			continue;
		if (title != NULL && !text_equal(title, e->section))
			end_section(s, title);
		if (s->question == 0)
			view_str(s->v->view, view_key(s->v->view, "sections.%zu.clock", s->section),
				 e->id);
		title = e->section;
		show_question(s, e);
	}
	if (title != NULL)
		end_section(s, title);
	view_num(s->v->view, "chart.done", (int64_t)s->done_in_all);
	view_num(s->v->view, "chart.all", (int64_t)s->all_in_all);
}

/* Messages by element: what is impossible always, what is missing when completing was asked for. */
static void
find_messages(struct showing *s)
{
	const struct finding *all = s->beside->findings;

	s->findings = arena_array(s->v->a, s->abs->cat->n_elements, sizeof *s->findings);
	for (size_t i = 0; i < s->beside->n_findings; i++) {
		size_t at = all[i].element->index;

		if (s->findings[at] == NULL && all[i].kind != FINDING_SOFT &&
		    (s->strict || all[i].kind == FINDING_HARD))
			s->findings[at] = all[i].message;
	}
	view_num(s->v->view, "chart.blocking", (int64_t)s->beside->blocking);
}

/* The open queries on top: queries.N.{label,element}. */
static void
show_open_queries(const struct showing *s)
{
	struct view *view = s->v->view;
	size_t n = 0;

	for (size_t i = 0; i < s->abs->cat->n_elements; i++) {
		const struct element *e = &s->abs->cat->elements[i];

		if (beside_open_queries(s->beside, e) == 0)
			continue;
		view_str(view, view_key(view, "queries.%zu.label", n), e->question);
		view_str(view, view_key(view, "queries.%zu.element", n++), e->id);
	}
}

static void
show_modules(struct visit *v, const struct abstraction *abs)
{
	size_t n = 0;

	for (size_t i = 0; i < abs->cat->n_modules; i++)
		if (abs->modules & module_bit(&abs->cat->modules[i]))
			view_str(v->view, view_key(v->view, "chart_modules.%zu.title", n++),
				 abs->cat->modules[i].title);
}

void
chart_show_form(struct visit *v, const struct abstraction *abs, const struct chart_try *tries,
		bool strict)
{
	enum own_chart own;
	struct showing s = { .v = v, .abs = abs, .tries = tries, .beside = beside_load(v, abs),
			     .strict = strict };

	s.suggestions = suggestion_load(v);
	view_num(v->view, "chart.suggestions", (int64_t)s.suggestions.n);
	find_messages(&s);
	show_questions(&s);
	show_open_queries(&s);
	show_modules(v, abs);
	chart_show_standing(v, s.beside->look);
	view_num(v->view, "account", (int64_t)v->me->account_id);
	view_row(v->view, "chart", &Q_CHART_OPEN, v->chart);
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	own = abstraction_own_chart(v->me->account_id, (v->roles & ROLE_FELLOW) != 0,
				    v->chart->treating_id);
	view_bool(v->view, "chart.own", own == OWN_CHART_WARNED);
	view_bool(v->view, "chart.refused", own == OWN_CHART_REFUSED);
	view_bool(v->view, "chart.may_edit",
		  own != OWN_CHART_REFUSED && text_equal(v->round->state, "open") &&
			  text_equal(v->chart->state, "open"));
	view_bool(v->view, "chart.may_reopen",
		  text_equal(v->round->state, "open") && text_equal(v->chart->state, "complete") &&
			  v->chart->compared_at == NULL);
	chart_show_reopening(v);
	chart_show_time(v);
	view_str(v->view, "Page.title", chart_title(v));
	view_str(v->view, "chart.title", chart_title(v));
	view_str(v->view, "Page.script", "chart/main.js");
	view_str(v->view, "Page.kind", "wide");
	chart_crumbs(v, true);
	if (s.errors > 0)
		visit_page_status(v, 422, "chart/form.cs");
	else
		visit_page(v, "chart/form.cs");
}

void
chart_show(struct visit *v)
{
	chart_show_form(v, chart_load(v), NULL, false);
}
