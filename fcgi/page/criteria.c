/*
 * Selection criteria of a round: the worksheet that abstractors read and print,
 * and the form in which staff edit them until the round opens.
 */
#include "model/criteria.h"

#include <stddef.h>

#include "base/date.h"
#include "base/text.h"
#include "measure/catalogue.h"
#include "page/pages.h"

static const struct form_choice orderings[] = {
	{ "recent", "By the most recent office visit, backwards from the reference date" },
	{ "random", "At random, by a seed that is thrown once and kept for each practice" },
	{ NULL, NULL },
};

const struct field staff_criteria_form[] = {
	{ .name = "reference", .label = "Reference date", .type = FIELD_DATE, .required = true },
	{ .name = "ordering", .label = "Order of the draw", .type = FIELD_CHOICE, .required = true,
	  .choices = orderings },
	{ .name = "c_", .label = "Criteria", .type = FIELD_TABLE },
	{ .name = NULL },
};

/* The numbers of a module's criteria, as the form names them. */
static const struct {
	const char *name, *label;
	size_t offset;
	uint32_t max;
} numbers[] = {
	{ "min_age", "Age at diagnosis, at least", offsetof(struct criteria_list_row, min_age), CRITERIA_AGE_MAX },
	{ "diagnosis_months", "Months since diagnosis, at most", offsetof(struct criteria_list_row, diagnosis_months), CRITERIA_MONTHS_MAX },
	{ "first_visit_months", "Months since first visit, at most", offsetof(struct criteria_list_row, first_visit_months), CRITERIA_MONTHS_MAX },
	{ "visits", "Office visits, at least", offsetof(struct criteria_list_row, visits), CRITERIA_VISITS_MAX },
	{ "visit_months", "… in the last months", offsetof(struct criteria_list_row, visit_months), CRITERIA_MONTHS_MAX },
	{ "death_months", "Months since death, at most", offsetof(struct criteria_list_row, death_months), CRITERIA_MONTHS_MAX },
	{ "death_visits", "Visits before death, at least", offsetof(struct criteria_list_row, death_visits), CRITERIA_VISITS_MAX },
	{ "death_visit_months", "… in the months before death", offsetof(struct criteria_list_row, death_visit_months), CRITERIA_MONTHS_MAX },
};

enum { NUMBERS = sizeof numbers / sizeof *numbers };

static uint32_t *
number_of(struct criteria_list_row *c, size_t i)
{
	return (uint32_t *)(void *)((char *)c + numbers[i].offset);
}

/* The day on which a window of so many months begins. */
static void
show_from(struct visit *v, size_t i, const char *name, int32_t reference, uint32_t months)
{
	if (months > 0)
		view_date(v->view, arena_printf(v->a, "criteria.%zu.%s", i, name),
			  date_add_months(reference, -(int)months));
}

/* The labels of a module's cancers, as a list in words. */
static void
show_cancers(struct visit *v, const struct catalogue *cat, size_t i, const char *cancers)
{
	const struct element *e = catalogue_element(cat, "cancer_type");
	size_t n = 0;

	for (size_t c = 0; e != NULL && c < e->n_choices; c++)
		if (criteria_has_cancer(cancers, e->choices[c].code))
			view_str(v->view, view_key(v->view, "criteria.%zu.cancers.%zu", i, n++),
				 e->choices[c].label);
}

/* A module's criteria in the worksheet. */
static void
show_one(struct visit *v, const struct catalogue *cat, const struct selecting *s, size_t i,
	 const struct criteria_list_row *c)
{
	struct view *view = v->view;

	view_row(view, view_key(view, "criteria.%zu", i), &Q_CRITERIA_LIST, c);
	view_str(view, view_key(view, "criteria.%zu.title", i), module_title(cat, c->module));
	show_from(v, i, "diagnosis_from", s->reference, c->diagnosis_months);
	show_from(v, i, "first_visit_from", s->reference, c->first_visit_months);
	show_from(v, i, "visits_from", s->reference, c->visit_months);
	show_from(v, i, "death_from", s->reference, c->death_months);
	show_cancers(v, cat, i, c->cancers);
}

/* Whether the practice takes a module; all of them if it has not signed up. */
static bool
is_taken(const struct entry_progress_row *rows, size_t n, const char *module)
{
	bool taken = n == 0;

	for (size_t i = 0; i < n; i++)
		taken |= text_equal(rows[i].module, module);
	return taken;
}

void
criteria_show(struct visit *v)
{
	const struct catalogue *cat = visit_catalogue(v);
	struct selecting s = criteria_load(v->db, v->a, v->round);
	const char *round = arena_printf(v->a, "/rounds/%llu", (unsigned long long)v->round->id);
	size_t n_taken, n = 0;
	struct entry_progress_row *taken = q_entry_progress(v->db, v->practice_id, v->round->id,
							    &n_taken);

	for (size_t i = 0; i < cat->n_modules; i++) {
		const struct criteria_list_row *c = criteria_of(&s, cat->modules[i].id);

		if (c == NULL || !is_taken(taken, n_taken, c->module))
			continue;
		show_one(v, cat, &s, n, c);
		for (size_t j = 0; j < n_taken; j++)
			if (text_equal(taken[j].module, c->module))
				view_num(v->view, view_key(v->view, "criteria.%zu.required", n),
					 taken[j].required);
		n++;
	}
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_date(v->view, "reference", s.reference);
	view_str(v->view, "ordering", s.ordering);
	view_bool(v->view, "entered", n_taken > 0);
	view_str(v->view, "Crumb.0.href", "/dashboard");
	view_str(v->view, "Crumb.0.title", "Dashboard");
	view_str(v->view, "Crumb.1.href", round);
	view_str(v->view, "Crumb.1.title", v->round->name);
	view_str(v->view, "Crumb.2.title", "Selection criteria");
	visit_page(v, "criteria/show.cs");
}

/* A module's number as the form has it, or as it is stored. */
static const char *
number_text(struct visit *v, const struct pairs *typed, struct criteria_list_row *c, size_t i)
{
	const char *text = pairs_get(typed, arena_printf(v->a, "%s_%s", c->module, numbers[i].name));

	return text != NULL ? text : arena_printf(v->a, "%u", *number_of(c, i));
}

/* A number of the form, or what it must be. */
static const char *
take_number(struct visit *v, const char *text, size_t i, uint32_t *number)
{
	uint64_t n;

	if (text == NULL || !text_to_u64(text, &n) || n > numbers[i].max)
		return arena_printf(v->a, "must be a whole number from 0 to %u.", numbers[i].max);
	*number = (uint32_t)n;
	return NULL;
}

static void
show_numbers(struct visit *v, const struct pairs *typed, struct criteria_list_row *c, size_t m)
{
	struct view *view = v->view;

	for (size_t i = 0; i < NUMBERS; i++) {
		const char *text = number_text(v, typed, c, i);
		uint32_t number;

		view_str(view, view_key(view, "criteria.%zu.numbers.%zu.error", m, i),
			 take_number(v, text, i, &number));
		view_str(view, view_key(view, "criteria.%zu.numbers.%zu.name", m, i),
			 arena_printf(v->a, "c_%s_%s", c->module, numbers[i].name));
		view_str(view, view_key(view, "criteria.%zu.numbers.%zu.label", m, i),
			 numbers[i].label);
		view_str(view, view_key(view, "criteria.%zu.numbers.%zu.value", m, i), text);
	}
}

static void
show_boxes(struct visit *v, const struct catalogue *cat, const struct criteria_list_row *c,
	   size_t m)
{
	const struct element *e = catalogue_element(cat, "cancer_type");
	struct view *view = v->view;

	for (size_t i = 0; e != NULL && i < e->n_choices; i++) {
		view_str(view, view_key(view, "criteria.%zu.boxes.%zu.name", m, i),
			 arena_printf(v->a, "c_%s_cancer_%s", c->module, e->choices[i].code));
		view_str(view, view_key(view, "criteria.%zu.boxes.%zu.label", m, i),
			 e->choices[i].label);
		view_bool(view, view_key(view, "criteria.%zu.boxes.%zu.ticked", m, i),
			  criteria_has_cancer(c->cancers, e->choices[i].code));
	}
}

/* The form: as typed, or as stored when it is opened. */
static void
show_form(struct visit *v, const struct selecting *s)
{
	const struct catalogue *cat = visit_catalogue(v);
	char reference[DATE_TEXT_SIZE];
	struct pairs typed;
	size_t n = 0;

	if (v->form == NULL) {
		v->form = form_new(v->a, staff_criteria_form);
		form_set(v->form, "reference", date_format(s->reference, reference));
		form_set(v->form, "ordering", s->ordering);
	}
	typed = form_table(v->form, "c_");
	for (size_t i = 0; i < cat->n_modules; i++) {
		const struct criteria_list_row *c = criteria_of(s, cat->modules[i].id);
		struct criteria_list_row copy;

		if (c == NULL)
			continue;
		copy = *c;
		show_one(v, cat, s, n, c);
		show_numbers(v, &typed, &copy, n);
		show_boxes(v, cat, c, n++);
	}
	visit_show_form(v);
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_bool(v->view, "may_edit", text_equal(v->round->state, "planned"));
	view_date(v->view, "reference", s->reference);
	view_str(v->view, "ordering", s->ordering);
	view_str(v->view, "Crumb.0.href", "/staff/rounds");
	view_str(v->view, "Crumb.0.title", "Rounds");
	view_str(v->view, "Crumb.1.href", arena_printf(v->a, "/staff/rounds/%llu",
						      (unsigned long long)v->round->id));
	view_str(v->view, "Crumb.1.title", v->round->name);
	view_str(v->view, "Crumb.2.title", "Selection criteria");
	visit_page(v, "staff/criteria.cs");
}

void
staff_criteria(struct visit *v)
{
	struct selecting s = criteria_load(v->db, v->a, v->round);

	show_form(v, &s);
}

/* The ticked cancers of a module, joined by ";"; "" for none. */
static const char *
take_cancers(struct visit *v, const struct catalogue *cat, const struct pairs *typed,
	     const char *module)
{
	const struct element *e = catalogue_element(cat, "cancer_type");
	const char *all = "";

	for (size_t i = 0; e != NULL && i < e->n_choices; i++) {
		const char *code = e->choices[i].code;

		if (pairs_get(typed, arena_printf(v->a, "%s_cancer_%s", module, code)) != NULL)
			all = arena_printf(v->a, "%s%s%s", all, *all == '\0' ? "" : ";", code);
	}
	return all;
}

/*
 * Reads one module of the form. Each wrong number has its message beside it;
 * the summary names the first.
 */
static void
take_module(struct visit *v, const struct catalogue *cat, const struct pairs *typed,
	    struct criteria_list_row *c, bool *wrong)
{
	const char *title = module_title(cat, c->module), *problem;

	for (size_t i = 0; i < NUMBERS; i++) {
		const char *text = pairs_get(typed, arena_printf(v->a, "%s_%s", c->module,
								 numbers[i].name));

		problem = take_number(v, text, i, number_of(c, i));
		if (problem != NULL && !*wrong)
			form_error(v->form, "c_", "%s: \"%s\" %s", title, numbers[i].label, problem);
		*wrong |= problem != NULL;
	}
	c->cancers = take_cancers(v, cat, typed, c->module);
	problem = criteria_problem(c);
	if (problem != NULL && !*wrong)
		form_error(v->form, "c_", "%s: %s", title, problem);
	*wrong |= problem != NULL;
}

/* Stores them; false when the round was opened meanwhile. */
static bool
store(struct visit *v, const struct selecting *s)
{
	struct round_hold_planned_row held;

	db_begin(v->db);
	if (!q_round_hold_planned(v->db, v->round->id, &held))
		return false;
	criteria_put(v->db, v->round->id, s);
	visit_audit(v, 0, "criteria_changed",
		    arena_printf(v->a, "round:%llu", (unsigned long long)v->round->id));
	db_commit(v->db);
	return true;
}

void
staff_criteria_post(struct visit *v)
{
	const struct catalogue *cat = visit_catalogue(v);
	struct selecting s = criteria_load(v->db, v->a, v->round);
	struct criteria_list_row *rows = arena_array(v->a, s.n, sizeof *rows);
	struct pairs typed = form_table(v->form, "c_");
	bool wrong = false;

	for (size_t i = 0; i < s.n; i++) {
		rows[i] = s.criteria[i];
		take_module(v, cat, &typed, &rows[i], &wrong);
	}
	s.criteria = rows;
	form_date(v->form, "reference", &s.reference);
	s.ordering = form_text(v->form, "ordering");
	if (form_has_errors(v->form))
		show_form(v, &s);
	else if (store(v, &s))
		visit_go(v, arena_printf(v->a, "/staff/rounds/%llu/criteria",
					 (unsigned long long)v->round->id), "criteria_saved");
	else
		visit_error(v, 409, "The round was opened, so its criteria stay as they are: practices "
			    "select by them.");
}
