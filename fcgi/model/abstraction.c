/* A chart being abstracted: see abstraction.h. */
#include "model/abstraction.h"

#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"
#include "measure/marks.h"
#include "model/second_chart.h"

enum { NUMBER_TRIES = 20 };

static void
load_answers(struct db *db, struct arena *a, struct abstraction *abs)
{
	size_t n;
	struct answer_list_row *rows = q_answer_list(db, abs->practice_id, abs->chart_id, &n);

	for (size_t i = 0; i < n; i++) {
		const struct element *e = catalogue_element(abs->cat, rows[i].element);
		const char *message;

		if (e == NULL ||
		    !answer_read(e, rows[i].value, &abs->answers[e->index], a, &message))
			fault("chart %llu holds an answer to %s that its edition does not know",
			      (unsigned long long)abs->chart_id, rows[i].element);
		abs->versions[e->index] = rows[i].version;
	}
}

struct abstraction *
abstraction_load(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t practice_id,
		 uint64_t chart_id, module_set modules)
{
	struct abstraction *abs = arena_alloc(a, sizeof *abs);

	abs->cat = cat;
	abs->practice_id = practice_id;
	abs->chart_id = chart_id;
	abs->modules = modules;
	abs->answers = chart_new(a, cat);
	abs->versions = arena_array(a, cat->n_elements, sizeof *abs->versions);
	load_answers(db, a, abs);
	return abs;
}

uint64_t
abstraction_new(struct db *db, const struct catalogue *cat, uint64_t practice_id, uint64_t round_id,
		const char *label, module_set modules, uint64_t account)
{
	uint64_t id = 0;

	/* Two people may take the same number at once; the unique key sends one back. */
	for (int tries = 0; id == 0; tries++) {
		must(tries < NUMBER_TRIES);
		id = q_chart_add(db, practice_id, round_id, text_is_empty(label) ? NULL : label,
				 account, time_now());
	}
	for (size_t i = 0; i < cat->n_modules; i++)
		if (modules & module_bit(&cat->modules[i]))
			q_chart_module_add(db, id, practice_id, cat->modules[i].id);
	return id;
}

/* What came in between: the chart was closed, or somebody saved another answer. */
static enum save
save_was_late(struct db *db, struct arena *a, struct abstraction *abs)
{
	struct chart_state_row chart;

	load_answers(db, a, abs);
	return q_chart_state(db, abs->practice_id, abs->chart_id, &chart) &&
			       text_equal(chart.state, "open")
		       ? SAVE_CONFLICT
		       : SAVE_CLOSED;
}

enum save
abstraction_save(struct db *db, struct arena *a, struct abstraction *abs,
		 const struct element *element, const char *text, uint32_t version,
		 uint64_t account, const char **message)
{
	size_t at = element->index;
	struct answer answer;
	const char *canonical;
	int64_t now = time_now();

	*message = NULL;
	if (!answer_read(element, text, &answer, a, message))
		return SAVE_WRONG;
	if (answer_equal(answer, abs->answers[at]))
		return SAVE_SAME;
	if (version != abs->versions[at])
		return SAVE_CONFLICT;
	canonical = answer_write(element, answer, a);
	if ((version == 0 ? q_answer_add(db, element->id, canonical, account, now,
					 abs->practice_id, abs->chart_id)
			  : q_answer_change(db, canonical, account, now, abs->practice_id,
					    abs->chart_id, element->id, version)) <= 0)
		return save_was_late(db, a, abs);
	abs->answers[at] = answer;
	abs->versions[at] = version + 1;
	return SAVE_DONE;
}

void
abstraction_put(struct db *db, struct arena *a, struct abstraction *abs,
		const struct answer *answers, uint64_t account)
{
	size_t most = abs->cat->n_elements, n = 0;
	struct answer_put_params *rows = arena_array(a, most, sizeof *rows);
	int64_t now = time_now();

	for (size_t i = 0; i < most; i++) {
		const struct element *e = &abs->cat->elements[i];
		const char *text = answer_write(e, answers[i], a);

		if (e->system || answers[i].state == ANSWER_NONE)
			continue;
		rows[n++] = (struct answer_put_params){ abs->chart_id, abs->practice_id, e->id,
							text,          account,          now };
		abs->answers[i] = answers[i];
		abs->versions[i] = 1;
	}
	q_answer_put(db, rows, n);
}

/* The date that only the program may write. */
static void
set_abstraction_date(const struct catalogue *cat, struct answer *answers, int32_t today)
{
	const struct element *e = catalogue_element(cat, "abstraction_date");

	if (e != NULL)
		answers[e->index] = (struct answer){ ANSWER_VALUE, today };
}

/* The answers as they would be, were it completed today. */
static struct answer *
answers_of_day(const struct abstraction *abs, struct arena *a, int32_t today)
{
	struct answer *answers = chart_new(a, abs->cat);

	memcpy(answers, abs->answers, abs->cat->n_elements * sizeof *answers);
	set_abstraction_date(abs->cat, answers, today);
	return answers;
}

struct look *
abstraction_look(const struct abstraction *abs, struct arena *a, int32_t today)
{
	struct look *look = arena_alloc(a, sizeof *look);

	look->abs = abs;
	look->answers = answers_of_day(abs, a, today);
	look->block = chart_work_out(abs->cat, look->answers, today, a);
	return look;
}

bool
look_asks(const struct look *look, const struct element *element)
{
	return (element->modules & look->abs->modules) != 0 &&
	       chart_is_asked(look->abs->cat, look->block, 0, element);
}

const struct finding *
look_check(const struct look *look, struct arena *a, size_t *count, size_t *blocking)
{
	const struct catalogue *cat = look->abs->cat;
	struct finding *all = arena_array(a, cat->n_elements + cat->n_rules, sizeof *all);

	*count = chart_findings(cat, look->block, 0, look->answers, look->abs->modules, all);
	*blocking = 0;
	for (size_t i = 0; i < *count; i++)
		*blocking += all[i].kind != FINDING_SOFT;
	return all;
}

const struct standing *
look_standings(const struct look *look, struct arena *a, size_t *count)
{
	return chart_standings(look->abs->cat, look->answers, look->abs->modules, a, count);
}

struct standing_count
look_count(const struct look *look)
{
	return chart_standing_count(look->abs->cat, look->block, look->abs->modules);
}

struct finished
abstraction_finish(const struct catalogue *cat, struct arena *a, struct answer *answers,
		   module_set modules, int64_t now)
{
	set_abstraction_date(cat, answers, time_day(now));
	return (struct finished){ chart_pack(cat, answers, a), marks_of(cat, answers, modules, a) };
}

bool
abstraction_complete(struct db *db, struct arena *a, struct abstraction *abs, int64_t now,
		     uint64_t account)
{
	struct finished done = abstraction_finish(abs->cat, a, abs->answers, abs->modules, now);

	if (q_chart_complete(db, account, now, done.packed, done.marks, abs->practice_id,
			     abs->chart_id) <= 0)
		return false;
	second_chart_settle(db, a, abs->cat, abs->practice_id, abs->chart_id, now);
	return true;
}

bool
abstraction_reopen(struct db *db, const struct abstraction *abs)
{
	return q_chart_reopen(db, abs->practice_id, abs->chart_id) > 0;
}

enum own_chart
abstraction_own_chart(uint64_t abstractor, bool fellow, const uint64_t *treating)
{
	if (treating == NULL || *treating != abstractor)
		return OWN_CHART_NOT;
	return fellow ? OWN_CHART_REFUSED : OWN_CHART_WARNED;
}
