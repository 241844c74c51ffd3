/*
 * Reminding practices before their last day in a round ("site"): 14, 7 and 2
 * days before it, by mail to all who run or do the abstraction, with what is
 * missing by module. A table of what went out, filled in the mails' own
 * transaction, sees to it that each goes out once. A practice that has all of
 * its charts is left in peace.
 */
#include "base/date.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "job/queue.h"
#include "measure/catalogue.h"
#include "model/entry.h"

enum { EVERY_S = 30 * 60 };

static const uint32_t steps[] = { 2, 7, 14 }; /* days before the last day, rising */

enum { STEPS = sizeof steps / sizeof *steps };

/* The step that so many days before the last day belong to; 0 if it is too early for any. */
static uint32_t
step_of(int32_t days)
{
	for (size_t i = 0; i < STEPS; i++)
		if (days <= (int32_t)steps[i])
			return steps[i];
	return 0;
}

/* Puts the modules that lack charts into the view; how many there are. */
static size_t
show_missing(struct job_context *c, struct view *v, const struct reminder_due_row *r)
{
	const struct catalogue *cat = edition_catalogue(c->editions, c->db, c->a, r->edition_id,
							r->edition_hash);
	size_t n, missing = 0;
	struct entry_progress_row *rows = q_entry_progress(c->db, r->practice_id, r->round_id, &n);

	for (size_t i = 0; i < n; i++) {
		uint32_t wanted = entry_wanted(rows[i].required, rows[i].declared);
		const struct module *m = catalogue_module(cat, rows[i].module);

		if (rows[i].complete >= wanted)
			continue;
		view_str(v, view_key(v, "modules.%zu.title", missing), m == NULL ? rows[i].module : m->title);
		view_num(v, view_key(v, "modules.%zu.complete", missing), rows[i].complete);
		view_num(v, view_key(v, "modules.%zu.open", missing), rows[i].open);
		view_num(v, view_key(v, "modules.%zu.wanted", missing++), wanted);
	}
	return missing;
}

static void
write_letters(struct job_context *c, const struct reminder_due_row *r, int32_t days)
{
	struct view *v = view_new(c->a);
	char last_day[DATE_WORDS_SIZE];
	size_t n;
	struct reminder_recipients_row *to;

	if (show_missing(c, v, r) == 0)
		return;
	view_str(v, "practice", r->practice);
	view_str(v, "round", r->round_name);
	view_num(v, "days", days);
	view_str(v, "last_day", date_words(r->closes, last_day));
	view_str(v, "link", arena_printf(c->a, "%s/rounds/%llu/charts", c->conf->site_address,
					 (unsigned long long)r->round_id));
	view_str(v, "support", c->conf->support_mail);
	to = q_reminder_recipients(c->db, r->practice_id, &n);
	for (size_t i = 0; i < n; i++)
		queue_letter(c->db, c->a, c->letters, "mail/remind.cs", v, to[i].email);
}

static void
remind(struct job_context *c, const struct reminder_due_row *r, int32_t today)
{
	struct arena_mark mark = arena_mark(c->a);
	int32_t days = r->closes - today;

	db_begin(c->db);
	if (q_reminder_add(c->db, r->round_id, r->practice_id, r->closes, step_of(days),
			   time_now()) != DB_DUPLICATE)
		write_letters(c, r, days);
	db_commit(c->db);
	arena_back(c->a, mark);
}

enum job_outcome
job_remind(struct job_context *c, const char *subject)
{
	int32_t today = time_day(time_now());
	size_t n;
	struct reminder_due_row *due = q_reminder_due(c->db, today,
						      today + (int32_t)steps[STEPS - 1], &n);

	(void)subject;
	for (size_t i = 0; i < n; i++)
		remind(c, &due[i], today);
	c->later_s = EVERY_S;
	return JOB_LATER;
}
