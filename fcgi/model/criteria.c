/* Selection criteria: see criteria.h. */
#include "model/criteria.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"

/* The cancers of each disease module, as choices of the question cancer_type. */
static const struct {
	const char *module, *cancers;
} diseases[] = {
	{ "BREAST", "breast" },
	{ "CRC", "colon;rectal" },
	{ "NHL", "nhl" },
	{ "NSCLC", "nsclc" },
	{ "GYNONC", "ovarian;endometrial;cervical" },
	{ "PROSTATE", "prostate" },
};

struct criteria_list_row
criteria_usual(const char *module)
{
	struct criteria_list_row c = {
		.module = module,
		.min_age = 18,
		.first_visit_months = 12,
		.visits = 2,
		.visit_months = 6,
		.cancers = "",
	};

	if (text_equal(module, "EOL"))
		return (struct criteria_list_row){ .module = module,
						   .min_age = 18,
						   .death_months = 12,
						   .death_visits = 2,
						   .death_visit_months = 9,
						   .cancers = "" };
	for (size_t i = 0; i < sizeof diseases / sizeof *diseases; i++)
		if (text_equal(diseases[i].module, module)) {
			c.diagnosis_months = 24;
			c.cancers = diseases[i].cancers;
		}
	return c;
}

static const struct criteria_list_row *
row_of(const struct criteria_list_row *rows, size_t n, const char *module)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(rows[i].module, module))
			return &rows[i];
	return NULL;
}

struct selecting
criteria_load(struct db *db, struct arena *a, const struct round_by_id_row *round)
{
	struct selecting s = { .reference = round->opens, .ordering = "recent" };
	struct round_selection_of_row base;
	size_t n_rows;
	struct round_modules_row *modules = q_round_modules(db, round->id, &s.n);
	struct criteria_list_row *rows = q_criteria_list(db, round->id, &n_rows);
	struct criteria_list_row *all = arena_array(a, s.n, sizeof *all);

	if (q_round_selection_of(db, round->id, &base)) {
		s.reference = base.reference;
		s.ordering = base.ordering;
	}
	for (size_t i = 0; i < s.n; i++) {
		const struct criteria_list_row *stored = row_of(rows, n_rows, modules[i].module);

		all[i] = stored == NULL ? criteria_usual(modules[i].module) : *stored;
	}
	s.criteria = all;
	return s;
}

static void
put_one(struct db *db, uint64_t round, const struct criteria_list_row *c)
{
	q_criteria_put(db, round, c->module, c->min_age, c->diagnosis_months,
		       c->first_visit_months, c->visits, c->visit_months, c->death_months,
		       c->death_visits, c->death_visit_months, c->cancers);
}

void
criteria_begin(struct db *db, uint64_t round, int32_t reference, const char *const *modules,
	       size_t n)
{
	q_round_selection_put(db, round, reference, "recent");
	for (size_t i = 0; i < n; i++) {
		struct criteria_list_row usual = criteria_usual(modules[i]);

		put_one(db, round, &usual);
	}
}

void
criteria_put(struct db *db, uint64_t round, const struct selecting *s)
{
	q_round_selection_put(db, round, s->reference, s->ordering);
	for (size_t i = 0; i < s->n; i++)
		put_one(db, round, &s->criteria[i]);
}

const struct criteria_list_row *
criteria_of(const struct selecting *s, const char *module)
{
	return row_of(s->criteria, s->n, module);
}

const char *
criteria_problem(const struct criteria_list_row *c)
{
	if ((c->visits > 0) != (c->visit_months > 0))
		return "A number of visits and the months in which they were belong together: give "
		       "both, or 0 for both.";
	if ((c->death_visits > 0) != (c->death_visit_months > 0))
		return "A number of visits before death and the months in which they were belong "
		       "together: give both, or 0 for both.";
	if (c->death_visits > 0 && c->death_months == 0)
		return "Visits before death can be asked only of patients who died: give the months "
		       "in which they did.";
	return NULL;
}

bool
criteria_has_cancer(const char *cancers, const char *code)
{
	size_t len = strlen(code);

	for (const char *at = cancers; len > 0 && (at = strstr(at, code)) != NULL; at += len)
		if ((at == cancers || at[-1] == ';') && (at[len] == '\0' || at[len] == ';'))
			return true;
	return false;
}

/* Office visits from one day to another, both included. */
static size_t
visits_within(const struct patient *p, int32_t from, int32_t to)
{
	size_t count = 0;

	for (size_t i = 0; i < p->n_visits; i++)
		count += p->visits[i] >= from && p->visits[i] <= to;
	return count;
}

static const char *
iso(struct arena *a, int32_t day)
{
	return date_format(day, arena_alloc(a, DATE_TEXT_SIZE));
}

/* A day that must lie in the months before the reference date; `what` begins the sentence. */
static const char *
window_refusal(struct arena *a, const char *what, int32_t day, uint32_t months, int32_t reference)
{
	int32_t from = date_add_months(reference, -(int)months);

	if (months == 0)
		return NULL;
	if (day < from)
		return arena_printf(a, "%s %s, before %s", what, iso(a, day), iso(a, from));
	if (day > reference)
		return arena_printf(a, "%s %s, after the reference date %s", what, iso(a, day),
				    iso(a, reference));
	return NULL;
}

static const char *
death_refusal(struct arena *a, const struct criteria_list_row *c, int32_t reference,
	      const struct patient *p)
{
	const char *why;
	size_t visits;

	if (c->death_months == 0)
		return NULL;
	if (!p->died)
		return "no date of death";
	why = window_refusal(a, "died", p->death, c->death_months, reference);
	if (why != NULL)
		return why;
	visits = visits_within(p, date_add_months(p->death, -(int)c->death_visit_months), p->death);
	return visits >= c->death_visits
		       ? NULL
		       : arena_printf(a, "%zu of %u office visits in the %u months before death",
				      visits, c->death_visits, c->death_visit_months);
}

const char *
criteria_refusal(struct arena *a, const struct criteria_list_row *c, int32_t reference,
		 const struct patient *p)
{
	const char *why;
	size_t visits;

	if (*c->cancers != '\0' && !criteria_has_cancer(c->cancers, p->cancer))
		return "another cancer";
	if (p->age < c->min_age)
		return arena_printf(a, "%u years old at diagnosis, under %u", p->age, c->min_age);
	why = window_refusal(a, "diagnosed", p->diagnosis, c->diagnosis_months, reference);
	if (why == NULL)
		why = window_refusal(a, "first visit", p->first_visit, c->first_visit_months,
				     reference);
	if (why != NULL)
		return why;
	visits = visits_within(p, date_add_months(reference, -(int)c->visit_months), reference);
	if (c->visits > 0 && visits < c->visits)
		return arena_printf(a, "%zu of %u office visits in the %u months to %s", visits,
				    c->visits, c->visit_months, iso(a, reference));
	return death_refusal(a, c, reference, p);
}

int32_t
criteria_last_visit(const struct patient *p, int32_t reference)
{
	int32_t last = INT32_MIN;

	for (size_t i = 0; i < p->n_visits; i++)
		if (p->visits[i] <= reference && p->visits[i] > last)
			last = p->visits[i];
	return last;
}
