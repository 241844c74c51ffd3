/*
 * A round as a practice sees it: signing up, changing modules, progress.
 *
 * What a sign-up means stands in model/entry.h; this file brings the catalogue
 * and the form to it.
 */
#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "measure/catalogue.h"
#include "model/entry.h"
#include "model/round.h"
#include "page/pages.h"
#include "page/round.h"

static const struct form_choice track_choices[] = {
	{ "standard", "Standard round" },
	{ "certification", "QOPI Certification Track" },
	{ "fellowship", "Fellowship Program Track" },
	{ NULL, NULL },
};

const struct field round_join_form[] = {
	{ .name = "track", .label = "How you take part", .type = FIELD_CHOICE, .required = true,
	  .choices = track_choices },
	{ .name = "fte", .label = "FTE oncologists", .type = FIELD_DECIMAL, .required = true,
	  .max = ROUND_FTE_MAX },
	{ .name = "fellows", .label = "Number of fellows", .type = FIELD_WHOLE, .min = 1,
	  .max = ENTRY_FELLOWS_MAX },
	{ .name = "module_", .label = "Modules", .type = FIELD_TABLE },
	{ .name = "physician_", .label = "Physicians", .type = FIELD_TABLE },
	{ .name = NULL },
};

const struct field round_modules_form[] = {
	{ .name = "module_", .label = "Modules", .type = FIELD_TABLE },
	{ .name = "physician_", .label = "Physicians", .type = FIELD_TABLE },
	{ .name = NULL },
};

/* What the round offers and asks. */
struct offer {
	struct entry_option *options; /* in the catalogue's order: Core first */
	const struct module **modules;
	size_t n;
	struct round_chart_counts_row *table;
	size_t n_table;
};

static unsigned
track_bit(const struct catalogue *cat, const struct module *m, enum entry_track track)
{
	const struct track *t = catalogue_track(cat, entry_track_name(track));

	return t != NULL && (t->modules & module_bit(m)) != 0 ? 1u << track : 0;
}

static struct entry_option
option_of(const struct catalogue *cat, const struct module *m)
{
	return (struct entry_option){
		.module = m->id,
		.core = m->kind == MODULE_CORE,
		.disease = m->kind == MODULE_DISEASE,
		.tracks = track_bit(cat, m, ENTRY_CERTIFICATION) |
			  track_bit(cat, m, ENTRY_FELLOWSHIP),
	};
}

static bool
among(const struct round_modules_row *rows, size_t n, const char *module)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(rows[i].module, module))
			return true;
	return false;
}

static struct offer
load_offer(struct visit *v)
{
	const struct catalogue *cat = visit_catalogue(v);
	struct offer o = { .n = 0 };
	size_t n_rows;
	struct round_modules_row *rows = q_round_modules(v->db, v->round->id, &n_rows);

	o.options = arena_array(v->a, cat->n_modules, sizeof *o.options);
	o.modules = arena_array(v->a, cat->n_modules, sizeof *o.modules);
	for (size_t i = 0; i < cat->n_modules; i++) {
		const struct module *m = &cat->modules[i];

		if (!among(rows, n_rows, m->id))
			continue;
		o.modules[o.n] = m;
		o.options[o.n++] = option_of(cat, m);
	}
	o.table = q_round_chart_counts(v->db, v->round->id, &o.n_table);
	return o;
}

static const char *
kind_word(enum module_kind kind)
{
	switch (kind) {
	case MODULE_CORE:
		return "always part of it";
	case MODULE_DISEASE:
		return "disease module";
	case MODULE_DOMAIN:
		return "domain module";
	}
	fault("no such kind of module: %d", (int)kind);
}

static void
show_options(struct visit *v, const struct offer *o)
{
	struct view *view = v->view;

	for (size_t i = 0; i < o->n; i++) {
		const struct entry_option *x = &o->options[i];

		view_str(view, view_key(view, "options.%zu.id", i), x->module);
		view_str(view, view_key(view, "options.%zu.title", i), o->modules[i]->title);
		view_str(view, view_key(view, "options.%zu.kind", i), kind_word(o->modules[i]->kind));
		view_bool(view, view_key(view, "options.%zu.core", i), x->core);
		view_bool(view, view_key(view, "options.%zu.disease", i), x->disease);
		view_bool(view, view_key(view, "options.%zu.certification", i),
			  (x->tracks & 1u << ENTRY_CERTIFICATION) != 0);
		view_bool(view, view_key(view, "options.%zu.fellowship", i),
			  (x->tracks & 1u << ENTRY_FELLOWSHIP) != 0);
		view_bool(view, view_key(view, "options.%zu.wanted", i), x->wanted || x->core);
	}
}

const char *
module_title(const struct catalogue *cat, const char *id)
{
	const struct module *m = catalogue_module(cat, id);

	return m == NULL ? id : m->title;
}

void
show_chart_counts(struct view *view, const struct round_chart_counts_row *table, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		view_f64(view, view_key(view, "counts.%zu.from", i), table[i].fte_from, 1);
		if (i + 1 < n)
			view_f64(view, view_key(view, "counts.%zu.to", i), table[i + 1].fte_from - .1, 1);
		view_num(view, view_key(view, "counts.%zu.charts", i), table[i].charts);
	}
}

/* The round itself: name, dates, state. */
static void
show_round(struct visit *v)
{
	const struct round_by_id_row *r = v->round;
	struct provisional_of_row own = { .provisional = false };

	view_row(v->view, "round", &Q_ROUND_BY_ID, r);
	view_str(v->view, "round.state_word", round_state_word(r->state));
	view_str(v->view, "round.state_look", round_state_look(r->state));
	if (v->extended != NULL)
		view_row(v->view, "extended", &Q_EXTENSION_OF, v->extended);
	view_num(v->view, "round.days_left", (int64_t)r->closes - time_day(time_now()));
	view_bool(v->view, "round.takes_sign_up", round_takes_sign_up(r->state));
	q_provisional_of(v->db, r->id, &own);
	view_bool(v->view, "round.provisional", own.provisional);
	view_bool(v->view, "can_manage", (v->roles & MANAGERS) != 0);
	view_bool(v->view, "can_abstract", (v->roles & ABSTRACTORS) != 0);
	view_bool(v->view, "fellowship", text_equal(v->me->practice_kind, "fellowship"));
	view_str(v->view, "Page.title", r->name);
	view_str(v->view, "Crumb.0.href", "/dashboard");
	view_str(v->view, "Crumb.0.title", "Dashboard");
	view_str(v->view, "Crumb.1.title", r->name);
}

/* The practice's FTE as it stands today, and the charts that this means. */
static double
show_fte(struct visit *v, const struct offer *o)
{
	struct practice_by_id_row practice;
	double fte;

	if (!q_practice_by_id(v->db, v->practice_id, &practice))
		fault("the practice of a session is not there: %llu",
		      (unsigned long long)v->practice_id);
	fte = round_fte(practice.fte);
	view_f64(v->view, "today.fte", fte, 1);
	view_num(v->view, "today.charts", round_charts(o->table, o->n_table, fte));
	return fte;
}

/* The form as it first stands: the practice's own FTE, and the track that fits its kind. */
static void
begin_form(struct visit *v, double fte)
{
	bool fellowship = text_equal(v->me->practice_kind, "fellowship");

	v->form = form_new(v->a, round_join_form);
	form_set(v->form, "track", entry_track_name(fellowship ? ENTRY_FELLOWSHIP : ENTRY_STANDARD));
	form_set(v->form, "fte", arena_printf(v->a, "%g", fte));
}

/* The round to a practice that has not signed up: with the form, if it may now. */
static void
show_join(struct visit *v, const struct offer *o)
{
	double fte = show_fte(v, o);

	show_round(v);
	show_options(v, o);
	show_chart_counts(v->view, o->table, o->n_table);
	view_bool(v->view, "offers_certification",
		  entry_track_offered(o->options, o->n, ENTRY_CERTIFICATION));
	view_bool(v->view, "offers_fellowship",
		  entry_track_offered(o->options, o->n, ENTRY_FELLOWSHIP));
	view_num(v->view, "charts_a_fellow", v->round->charts_a_fellow);
	if (round_takes_sign_up(v->round->state) && (v->roles & MANAGERS) != 0) {
		if (v->form == NULL)
			begin_form(v, fte);
		visit_show_form(v);
		round_show_physicians(v);
	}
	visit_page(v, "round/join.cs");
}

/* What is to do next in a round that the practice entered. */
static void
show_next(struct visit *v, const struct entry_progress_row *rows, size_t n)
{
	size_t i = 0;

	while (i < n && rows[i].complete >= entry_wanted(rows[i].required, rows[i].declared))
		i++;
	if (i == n)
		return;
	view_str(v->view, "lacking.title", module_title(visit_catalogue(v), rows[i].module));
	view_num(v->view, "lacking.done", rows[i].complete);
	view_num(v->view, "lacking.of", entry_wanted(rows[i].required, rows[i].declared));
}

void
show_declarations(struct visit *v)
{
	size_t n;
	struct declaration_list_row *rows = q_declaration_list(v->db, v->practice_id, v->round->id,
							       &n);

	view_rows(v->view, "declarations", &Q_DECLARATION_LIST, rows, n);
	for (size_t i = 0; i < n; i++)
		view_str(v->view, view_key(v->view, "declarations.%zu.title", i),
			 module_title(visit_catalogue(v), rows[i].module));
}

static void
show_entry(struct visit *v)
{
	size_t n;
	struct entry_progress_row *rows = q_entry_progress(v->db, v->practice_id, v->round->id, &n);
	struct entry_physicians_row *physicians;
	size_t n_physicians;
	struct report_in_round_row report;

	show_round(v);
	view_row(v->view, "entry", &Q_ENTRY_OF, v->entry);
	physicians = q_entry_physicians(v->db, v->practice_id, v->entry->id, &n_physicians);
	view_rows(v->view, "physicians", &Q_ENTRY_PHYSICIANS, physicians, n_physicians);
	view_str(v->view, "entry.track_title", entry_track_title(v->entry->track));
	view_rows(v->view, "modules", &Q_ENTRY_PROGRESS, rows, n);
	for (size_t i = 0; i < n; i++)
		view_str(v->view, view_key(v->view, "modules.%zu.title", i),
			 module_title(visit_catalogue(v), rows[i].module));
	show_next(v, rows, n);
	show_declarations(v);
	if (q_report_in_round(v->db, v->practice_id, v->round->id, &report))
		view_num(v->view, "report.id", (int64_t)report.id);
	visit_page(v, "round/show.cs");
}

void
round_show(struct visit *v)
{
	struct entry_of_row *entry = arena_alloc(v->a, sizeof *entry);
	struct offer o;

	if (q_entry_of(v->db, v->practice_id, v->round->id, entry)) {
		v->entry = entry;
		show_entry(v);
		return;
	}
	o = load_offer(v);
	show_join(v, &o);
}

/* Marks the options that the form ticked; false, with a message, if one is not on offer. */
static bool
take_ticks(struct visit *v, struct offer *o)
{
	struct pairs ticks = form_table(v->form, "module_");
	size_t known = 0;

	for (size_t i = 0; i < o->n; i++) {
		const char *tick = pairs_get(&ticks, o->options[i].module);

		o->options[i].wanted = tick != NULL && text_equal(tick, "yes");
		known += tick != NULL;
	}
	if (known == ticks.n)
		return true;
	form_error(v->form, "module_", "Modules must be among those that this round offers.");
	return false;
}

/* The form's track, FTE and fellows, with messages where they do not go together. */
static struct entry_basis
take_basis(struct visit *v, const struct offer *o)
{
	struct entry_basis b = {
		.track = entry_track_named(form_text(v->form, "track")),
		.fte = round_fte(form_decimal(v->form, "fte")),
		.table = o->table,
		.n_table = o->n_table,
		.charts_a_fellow = v->round->charts_a_fellow,
		.charts_a_physician = v->round->charts_a_physician,
	};

	round_take_physicians(v, &b);
	if (form_has_errors(v->form))
		return b;
	if (b.fte <= 0)
		form_error(v->form, "fte", "FTE oncologists must be more than 0.");
	if (!entry_track_offered(o->options, o->n, b.track))
		form_error(v->form, "track", "This round does not offer that track.");
	if (b.track != ENTRY_FELLOWSHIP)
		return b;
	b.fellows = (uint32_t)form_whole(v->form, "fellows");
	if (!text_equal(v->me->practice_kind, "fellowship"))
		form_error(v->form, "track", "The Fellowship Program Track is for practices that are "
			   "registered as a fellowship program.");
	else if (b.fellows == 0)
		form_error(v->form, "fellows", "Number of fellows is needed: each abstracts %u charts.",
			   v->round->charts_a_fellow);
	return b;
}

/* Works the sign-up out, with a message if it is not enough. */
static void
choose(struct visit *v, struct offer *o, const struct entry_basis *basis)
{
	switch (entry_choose(o->options, o->n, basis)) {
	case ENTRY_FINE:
		return;
	case ENTRY_NEEDS_MODULE:
		form_error(v->form, "module_", "Choose at least one more module beside Core.");
		return;
	case ENTRY_NEEDS_DISEASE:
		form_error(v->form, "module_", "Choose at least one disease module of the "
			   "Certification Track: those that fit your patients.");
		return;
	}
}

static const char *
round_path(struct visit *v)
{
	return arena_printf(v->a, "/rounds/%llu", (unsigned long long)v->round->id);
}

static struct entry_who
who(const struct visit *v)
{
	return (struct entry_who){ v->round->id, v->practice_id, v->me->account_id };
}

void
round_join_post(struct visit *v)
{
	struct offer o = load_offer(v);
	struct entry_basis basis = take_basis(v, &o);
	struct entry_who me = who(v);

	if (take_ticks(v, &o) && basis.track != ENTRY_TRACKS)
		choose(v, &o, &basis);
	if (form_has_errors(v->form)) {
		show_join(v, &o);
		return;
	}
	db_begin(v->db);
	switch (entry_make(v->db, v->a, &me, &basis, o.options, o.n)) {
	case ENTRY_JOINED:
		db_commit(v->db);
		visit_go(v, round_path(v), "joined");
		return;
	case ENTRY_JOINED_BEFORE:
		visit_go(v, round_path(v), "joined_before");
		return;
	case ENTRY_ROUND_SHUT:
		visit_error(v, 409, "The round closed a moment ago, so your practice is not signed up.");
		return;
	}
}

/* How the sign-up stands, with the physicians of the form: what its modules are worked out from. */
static struct entry_basis
changed_basis(struct visit *v, const struct offer *o)
{
	struct entry_basis b = {
		.track = entry_track_named(v->entry->track),
		.fte = v->entry->fte,
		.fellows = v->entry->fellows,
		.table = o->table,
		.n_table = o->n_table,
		.charts_a_fellow = v->round->charts_a_fellow,
		.charts_a_physician = v->round->charts_a_physician,
	};

	round_take_physicians(v, &b);
	return b;
}

/* Ticks what the sign-up has; with `only_used`, what has charts and so must stay. */
static void
tick_entered(struct visit *v, struct offer *o, bool only_used)
{
	size_t n;
	struct entry_progress_row *rows = q_entry_progress(v->db, v->practice_id, v->round->id, &n);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < o->n; j++) {
			int64_t charts = rows[i].complete + rows[i].open;

			if (!text_equal(rows[i].module, o->options[j].module))
				continue;
			o->options[j].wanted |= !only_used || charts > 0;
			view_num(v->view, view_key(v->view, "options.%zu.charts", j), charts);
		}
}

static void
show_modules(struct visit *v, const struct offer *o)
{
	enum entry_track track = entry_track_named(v->entry->track);

	show_round(v);
	view_str(v->view, "Page.title", "Change sign-up");
	view_str(v->view, "Crumb.1.href", round_path(v));
	view_str(v->view, "Crumb.2.title", "Change sign-up");
	view_str(v->view, "track_title", entry_track_title(v->entry->track));
	show_options(v, o);
	for (size_t i = 0; i < o->n; i++)
		view_bool(v->view, view_key(v->view, "options.%zu.always", i),
			  entry_always(&o->options[i], track));
	if (v->form == NULL)
		v->form = form_new(v->a, round_modules_form);
	visit_show_form(v);
	round_show_physicians(v);
	visit_page(v, "round/modules.cs");
}

void
round_modules(struct visit *v)
{
	struct offer o = load_offer(v);

	tick_entered(v, &o, false);
	show_modules(v, &o);
}

void
round_modules_post(struct visit *v)
{
	struct offer o = load_offer(v);
	struct entry_basis basis = changed_basis(v, &o);
	struct entry_who me = who(v);
	const char *in_use;
	bool known = take_ticks(v, &o);

	tick_entered(v, &o, true);
	if (known)
		choose(v, &o, &basis);
	if (form_has_errors(v->form)) {
		show_modules(v, &o);
		return;
	}
	db_begin(v->db);
	switch (entry_change(v->db, v->a, &me, &basis, o.options, o.n, &in_use)) {
	case ENTRY_CHANGED:
		db_commit(v->db);
		visit_go(v, round_path(v), "modules_changed");
		return;
	case ENTRY_MODULE_IN_USE:
		visit_error(v, 409, "A chart was put into one of the modules that you took out, so "
			    "nothing was changed. Open the page again to see how it stands.");
		return;
	case ENTRY_CHANGE_SHUT:
		visit_error(v, 409, "The round closed a moment ago, so your modules stay as they are.");
		return;
	}
}
