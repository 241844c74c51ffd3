/* The selection log: see selection.h. */
#include "model/selection.h"

#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "model/abstraction.h"
#include "model/audit.h"

static struct patient
patient_of(struct arena *a, const struct candidate_list_row *row)
{
	size_t n;
	char **texts = text_split(a, row->visits, ';', &n);
	int32_t *visits = arena_array(a, n, sizeof *visits);
	struct patient p = { .label = row->label,
			     .cancer = row->cancer,
			     .age = row->age,
			     .diagnosis = row->diagnosis,
			     .first_visit = row->first_visit,
			     .died = row->death != NULL,
			     .death = row->death == NULL ? 0 : *row->death,
			     .visits = visits };

	for (size_t i = 0; i < n; i++)
		if (date_parse(texts[i], &visits[p.n_visits]))
			p.n_visits++;
	return p;
}

/* The practice's modules and what each still needs. */
static void
load_needs(struct db *db, struct selection_log *log)
{
	size_t n;
	struct entry_progress_row *rows = q_entry_progress(db, log->who.practice, log->who.round,
							   &n);

	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(log->cat, rows[i].module);
		int64_t there = rows[i].complete + rows[i].open;

		if (m == NULL)
			continue;
		log->modules |= module_bit(m);
		if (m->kind == MODULE_CORE)
			log->core = module_bit(m);
		if (there < rows[i].required)
			log->needs[m->index] = rows[i].required - (uint32_t)there;
	}
}

/* The modules of the round that take a patient. */
static module_set
eligible_for(struct arena *a, const struct selection_log *log, const struct patient *p)
{
	module_set set = 0;

	for (size_t i = 0; i < log->selecting.n; i++) {
		const struct criteria_list_row *c = &log->selecting.criteria[i];
		const struct module *m = catalogue_module(log->cat, c->module);

		if (m != NULL &&
		    criteria_refusal(a, c, log->selecting.reference, p) == NULL)
			set |= module_bit(m);
	}
	return set;
}

/* The log as the draw sees it, in its order. */
static struct draw_one *
ordered(struct arena *a, const struct selection_log *log)
{
	struct draw_one *ones = arena_array(a, log->n, sizeof *ones);

	for (size_t i = 0; i < log->n; i++)
		ones[i] = (struct draw_one){
			.index = i,
			.number = log->all[i].row->number,
			.last_visit = criteria_last_visit(&log->all[i].patient,
							  log->selecting.reference),
			.eligible = log->all[i].eligible,
			.gone = log->all[i].row->draw != NULL,
		};
	draw_order(ones, log->n, log->random, log->seed);
	return ones;
}

static void
load_candidates(struct db *db, struct arena *a, struct selection_log *log)
{
	struct candidate_list_row *rows = q_candidate_list(db, log->who.practice, log->who.round,
							   &log->n);
	struct candidate *all = arena_array(a, log->n, sizeof *all);
	struct draw_one *ones;

	log->all = all;
	for (size_t i = 0; i < log->n; i++) {
		all[i].row = &rows[i];
		all[i].patient = patient_of(a, &rows[i]);
		all[i].any = eligible_for(a, log, &all[i].patient);
		all[i].eligible = all[i].any & log->modules;
		if (rows[i].number > log->newest)
			log->newest = rows[i].number;
	}
	ones = ordered(a, log);
	log->all = arena_array(a, log->n, sizeof *log->all);
	for (size_t i = 0; i < log->n; i++) {
		log->all[i] = all[ones[i].index];
		log->all[i].place = (uint32_t)i + 1;
	}
}

struct selection_log *
selection_load(struct db *db, struct arena *a, const struct catalogue *cat,
	       const struct round_by_id_row *round, const struct entry_who *who)
{
	struct selection_log *log = arena_alloc(a, sizeof *log);
	struct selection_of_row start;

	log->cat = cat;
	log->who = *who;
	log->selecting = criteria_load(db, a, round);
	log->random = text_equal(log->selecting.ordering, "random");
	if (q_selection_of(db, who->practice, who->round, &start))
		log->seed = start.seed;
	load_needs(db, log);
	load_candidates(db, a, log);
	return log;
}

/* Labels differ in more than the case of their letters. */
static const struct candidate_list_row *
find_label(const struct selection_log *log, const char *label)
{
	for (size_t i = 0; i < log->n; i++)
		if (strcasecmp(log->all[i].row->label, label) == 0)
			return log->all[i].row;
	return NULL;
}

bool
selection_is_drawn(const struct selection_log *log, const char *label)
{
	const struct candidate_list_row *row = find_label(log, label);

	return row != NULL && row->draw != NULL;
}

static const char *
visits_text(struct arena *a, const struct patient *p)
{
	struct buf *text = buf_new(a, (size_t)SELECTION_VISITS_MAX * DATE_TEXT_SIZE);
	char day[DATE_TEXT_SIZE];

	must(p->n_visits <= SELECTION_VISITS_MAX);
	for (size_t i = 0; i < p->n_visits; i++) {
		if (i > 0)
			buf_char(text, ';');
		buf_str(text, date_format(p->visits[i], day));
	}
	must(!text->full);
	return text->data;
}

static bool
is_same(struct arena *a, const struct candidate_list_row *row, const struct patient *p)
{
	return text_equal(row->label, p->label) && text_equal(row->cancer, p->cancer) &&
	       row->age == p->age && row->diagnosis == p->diagnosis &&
	       row->first_visit == p->first_visit && text_equal(row->visits, visits_text(a, p)) &&
	       (row->death != NULL) == p->died && (!p->died || *row->death == p->death);
}

static struct candidate_add_params
row_of(struct arena *a, struct selection_log *log, const struct patient *p, int64_t now)
{
	int32_t *death = NULL;

	if (p->died) {
		death = arena_alloc(a, sizeof *death);
		*death = p->death;
	}
	return (struct candidate_add_params){ log->who.practice, log->who.round, ++log->newest,
					      p->label,          p->cancer,      p->age,
					      p->diagnosis,      p->first_visit, visits_text(a, p),
					      death,             log->who.account, now };
}

static const char *
subject(struct arena *a, const struct selection_log *log)
{
	return arena_printf(a, "round:%llu", (unsigned long long)log->who.round);
}

/* What becomes of each patient: `old` is its row in the log, if there is one. */
static struct selection_added
compare(struct arena *a, const struct selection_log *log, const struct patient *patients, size_t n,
	const struct candidate_list_row **old)
{
	struct selection_added done = { .too_many = false };

	for (size_t i = 0; i < n; i++) {
		old[i] = find_label(log, patients[i].label);
		if (old[i] == NULL)
			done.added++;
		else if (old[i]->draw != NULL || is_same(a, old[i], &patients[i]))
			done.same++;
		else
			done.changed++;
	}
	done.too_many = log->n + done.added > SELECTION_MAX;
	return done;
}

static void
throw_seed(struct db *db, struct selection_log *log, int64_t now)
{
	log->seed = 1 + secret_random_below(UINT32_MAX - 1);
	q_selection_start(db, log->who.practice, log->who.round, log->seed, log->who.account, now);
}

struct selection_added
selection_add(struct db *db, struct arena *a, struct selection_log *log,
	      const struct patient *patients, size_t n)
{
	const struct candidate_list_row **old = arena_array(a, n, sizeof *old);
	struct candidate_add_params *rows = arena_array(a, n, sizeof *rows);
	struct selection_added done = compare(a, log, patients, n, old);
	int64_t now = time_now();
	size_t fresh = 0;

	if (done.too_many || done.added + done.changed == 0)
		return done;
	if (log->seed == 0)
		throw_seed(db, log, now);
	for (size_t i = 0; i < n; i++) {
		if (old[i] != NULL &&
		    (old[i]->draw != NULL || is_same(a, old[i], &patients[i])))
			continue;
		if (old[i] != NULL)
			q_candidate_remove(db, log->who.practice, log->who.round, old[i]->id);
		rows[fresh++] = row_of(a, log, &patients[i], now);
	}
	q_candidate_add(db, rows, fresh);
	audit_add(db, a, log->who.account, log->who.practice, "candidates_added",
		  arena_printf(a, "%s added:%zu changed:%zu", subject(a, log), done.added,
			       done.changed));
	return done;
}

/* "CORE 24;SMT 0": the practice's modules with what each still needs. */
static const char *
needs_text(struct arena *a, const struct selection_log *log)
{
	const char *text = "";

	for (size_t m = 0; m < log->cat->n_modules; m++)
		if ((log->modules & module_bit(&log->cat->modules[m])) != 0)
			text = arena_printf(a, "%s%s%s %u", text, *text == '\0' ? "" : ";",
					    log->cat->modules[m].id, log->needs[m]);
	return text;
}

/* And back: by module index; the modules named. */
static module_set
read_needs(struct arena *a, const struct catalogue *cat, const char *text,
	   uint32_t needs[MAX_MODULES])
{
	size_t n, two;
	char **parts = text_split(a, text, ';', &n);
	module_set modules = 0;

	for (size_t i = 0; i < n; i++) {
		char **words = text_split(a, parts[i], ' ', &two);
		const struct module *m = catalogue_module(cat, words[0]);
		uint64_t count;

		if (two != 2 || m == NULL || !text_to_u64(words[1], &count))
			continue;
		needs[m->index] = (uint32_t)count;
		modules |= module_bit(m);
	}
	return modules;
}

static size_t
draw_count(struct db *db, const struct selection_log *log)
{
	size_t n;

	q_draw_list(db, log->who.practice, log->who.round, &n);
	return n;
}

/* A chart for each that was taken. */
static void
make_charts(struct db *db, const struct selection_log *log, const struct draw_one *ones,
	    uint32_t draw)
{
	for (size_t i = 0; i < log->n; i++) {
		const struct candidate *c = &log->all[ones[i].index];
		uint64_t chart;

		if (!ones[i].taken)
			continue;
		chart = abstraction_new(db, log->cat, log->who.practice, log->who.round,
					c->row->label, c->eligible | log->core, log->who.account);
		must(q_candidate_draw(db, draw, chart, log->who.practice, c->row->id) == 1);
	}
}

size_t
selection_next(struct arena *a, const struct selection_log *log, bool *next)
{
	struct draw_one *ones = ordered(a, log);
	uint32_t needs[MAX_MODULES];
	size_t taken;

	memcpy(needs, log->needs, sizeof needs);
	taken = draw_take(ones, log->n, needs, log->core);
	for (size_t i = 0; i < log->n; i++)
		next[ones[i].index] = ones[i].taken;
	return taken;
}

size_t
selection_draw(struct db *db, struct arena *a, struct selection_log *log)
{
	struct draw_one *ones = ordered(a, log);
	const char *needs = needs_text(a, log);
	size_t taken = draw_take(ones, log->n, log->needs, log->core);
	uint32_t number;

	if (taken == 0)
		return 0;
	number = (uint32_t)draw_count(db, log) + 1;
	q_draw_add(db, log->who.practice, log->who.round, number, log->newest, needs,
		   log->who.account, time_now());
	make_charts(db, log, ones, number);
	audit_add(db, a, log->who.account, log->who.practice, "charts_drawn",
		  arena_printf(a, "%s draw:%u charts:%zu", subject(a, log), number, taken));
	q_practice_stamp(db, log->who.practice);
	return taken;
}

bool
selection_refuse(struct db *db, struct arena *a, const struct selection_log *log, uint64_t id,
		 const char *reason)
{
	for (size_t i = 0; i < log->n; i++) {
		const struct candidate_list_row *row = log->all[i].row;

		if (row->id != id || row->chart_id == NULL)
			continue;
		if (q_candidate_refuse(db, reason, log->who.account, time_now(), log->who.practice,
				       log->who.round, id) == 0)
			return false;
		q_chart_refuse(db, log->who.practice, *row->chart_id);
		audit_add(db, a, log->who.account, log->who.practice, "chart_ineligible",
			  arena_printf(a, "chart:%llu", (unsigned long long)*row->chart_id));
		q_practice_stamp(db, log->who.practice);
		return true;
	}
	return false;
}

bool
selection_repeat(struct arena *a, const struct selection_log *log,
		 const struct draw_list_row *draw, bool *again)
{
	struct draw_one *ones = ordered(a, log);
	uint32_t needs[MAX_MODULES] = { 0 };
	module_set modules = read_needs(a, log->cat, draw->needs, needs);
	bool same = true;

	for (size_t i = 0; i < log->n; i++) {
		const uint32_t *drawn = log->all[ones[i].index].row->draw;

		ones[i].eligible = log->all[ones[i].index].any & modules;
		ones[i].gone = ones[i].number > draw->last_candidate ||
			       (drawn != NULL && *drawn < draw->number);
	}
	draw_take(ones, log->n, needs, log->core);
	for (size_t i = 0; i < log->n; i++) {
		const uint32_t *drawn = log->all[ones[i].index].row->draw;

		again[ones[i].index] = ones[i].taken;
		same &= ones[i].taken == (drawn != NULL && *drawn == draw->number);
	}
	return same;
}
