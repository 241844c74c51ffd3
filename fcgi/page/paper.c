/*
 * The form on paper: empty, with all questions of the practice's modules, and
 * filled, with what was answered in a chart. Both come from the data
 * dictionary, as the form on the screen does.
 */
#include "base/date.h"
#include "base/text.h"
#include "page/beside.h"
#include "page/chart.h"
#include "page/pages.h"

/* A form on its way into the view. */
struct paper {
	struct visit *v;
	const char *title;        /* of the section at hand; NULL before the first */
	size_t sections, questions;
};

/* The key of a value of the question at hand. */
static const char *
key(const struct paper *p, const char *name)
{
	return arena_printf(p->v->a, "sections.%zu.questions.%zu.%s", p->sections - 1,
			    p->questions - 1, name);
}

/* Begins the next question, and a section where a new one begins. */
static void
next_question(struct paper *p, const struct element *e)
{
	struct view *view = p->v->view;

	if (p->title == NULL || !text_equal(p->title, e->section)) {
		p->title = e->section;
		p->questions = 0;
		view_str(view, view_key(view, "sections.%zu.title", p->sections++), e->section);
	}
	p->questions++;
	view_str(view, key(p, "id"), e->id);
	view_str(view, key(p, "text"), e->question);
}

static void
show_boxes(const struct paper *p, const struct element *e)
{
	struct view *view = p->v->view;
	size_t n = 0;

	for (size_t i = 0; i < e->n_choices; i++)
		view_str(view, key(p, arena_printf(p->v->a, "boxes.%zu", n++)),
			 e->choices[i].label);
	if (e->n_choices == 0 || e->type == ELEMENT_MULTIPLE) {
		if (e->not_documented)
			view_str(view, key(p, arena_printf(p->v->a, "boxes.%zu", n++)),
				 "Not documented");
		if (e->unknown)
			view_str(view, key(p, arena_printf(p->v->a, "boxes.%zu", n++)), "Unknown");
	}
}

static void
show_blank(struct paper *p, const struct element *e)
{
	struct view *view = p->v->view;

	next_question(p, e);
	view_str(view, key(p, "help"), e->help);
	view_str(view, key(p, "when"), e->asked_when);
	view_bool(view, key(p, "many"), e->type == ELEMENT_MULTIPLE);
	view_bool(view, key(p, "date"), e->type == ELEMENT_DATE);
	view_bool(view, key(p, "number"), e->type == ELEMENT_INTEGER);
	show_boxes(p, e);
}

/* The modules that the practice signed up for. */
static module_set
entry_modules(struct visit *v, const struct catalogue *cat)
{
	module_set set = 0;
	size_t n;
	struct entry_progress_row *rows = q_entry_progress(v->db, v->practice_id, v->round->id, &n);

	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, rows[i].module);

		if (m == NULL)
			continue;
		set |= module_bit(m);
		view_str(v->view, view_key(v->view, "modules.%zu.title", i), m->title);
	}
	return set;
}

void
paper_blank(struct visit *v)
{
	const struct catalogue *cat = visit_catalogue(v);
	module_set modules = entry_modules(v, cat);
	struct paper p = { .v = v };

	for (size_t i = 0; i < cat->n_elements; i++)
		if (!cat->elements[i].system && (cat->elements[i].modules & modules) != 0)
			show_blank(&p, &cat->elements[i]);
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	chart_crumbs(v, false);
	view_str(v->view, "Crumb.2.href", arena_printf(v->a, "/rounds/%llu/charts",
						      (unsigned long long)v->round->id));
	view_str(v->view, "Crumb.3.title", "Blank form");
	visit_page(v, "paper/blank.cs");
}

static void
show_modules(struct visit *v, const struct abstraction *abs)
{
	size_t n = 0;

	for (size_t i = 0; i < abs->cat->n_modules; i++)
		if ((abs->modules & module_bit(&abs->cat->modules[i])) != 0)
			view_str(v->view, view_key(v->view, "modules.%zu.title", n++),
				 abs->cat->modules[i].title);
}

void
paper_show_answers(struct visit *v, const struct abstraction *abs, const struct beside *b)
{
	struct paper p = { .v = v };

	for (size_t i = 0; i < abs->cat->n_elements; i++) {
		const struct element *e = &abs->cat->elements[i];

		if (!chart_has_question(abs, e) ||
		    (!look_asks(b->look, e) && beside_words(v->a, b, e) == NULL))
			continue;
		next_question(&p, e);
		beside_show(v, b, e, arena_printf(v->a, "sections.%zu.questions.%zu",
						  p.sections - 1, p.questions - 1));
		if (!look_asks(b->look, e))
			view_str(v->view, key(&p, "answer"), "Not asked");
		else if (abs->answers[i].state != ANSWER_NONE)
			view_str(v->view, key(&p, "answer"),
				 answer_label(e, abs->answers[i], v->a));
	}
}

void
paper_chart(struct visit *v)
{
	const struct abstraction *abs = chart_load(v);

	show_modules(v, abs);
	paper_show_answers(v, abs, beside_load(v, abs));
	view_row(v->view, "chart", &Q_CHART_OPEN, v->chart);
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_time(v->view, "printed", time_now());
	view_str(v->view, "Page.title", chart_title(v));
	view_str(v->view, "chart.title", chart_title(v));
	chart_crumbs(v, true);
	view_str(v->view, "Crumb.3.href", arena_printf(v->a, "/charts/%llu",
						      (unsigned long long)v->chart->id));
	view_str(v->view, "Crumb.4.title", "On paper");
	visit_page(v, "paper/chart.cs");
}
