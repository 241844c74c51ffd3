/*
 * Reminding practices before their last day in a round ("site"): 14, 7 and 2
 * days before it, by mail to all who run or do the abstraction, with what is
 * missing by module. Some hundred practices are a batch, with the same few
 * statements however many they are. A table of what went out, filled in the
 * mails' own transaction, sees to it that each goes out once. A practice that
 * has all of its charts is left in peace.
 */
#include "base/date.h"
#include "base/secret.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "job/queue.h"
#include "measure/catalogue.h"
#include "model/entry.h"

enum { EVERY_S = 30 * 60, BATCH = 200 };

enum { STEP_NEAR = 2, STEP_MIDDLE = 7, STEP_FAR = 14 }; /* days before the last day */

/* What the letters of a batch are made of, and the letters. Rows come round by round. */
struct batch {
	struct job_context *c;
	int32_t today;
	const struct reminder_recipients_row *people;
	size_t n_people;
	struct letter *letters; /* room for one a person */
	size_t n_letters;
};

/* The rows of one practice in one round: how many from `rows` on are of it. */
static size_t
same_entry(const struct reminder_progress_row *rows, size_t n)
{
	size_t same = 1;

	while (same < n && rows[same].round_id == rows[0].round_id &&
	       rows[same].practice_id == rows[0].practice_id)
		same++;
	return same;
}

/* Puts the modules that lack charts into the view; how many there are. */
static size_t
show_missing(struct job_context *c, struct view *v, const struct reminder_progress_row *rows,
	     size_t n)
{
	const struct catalogue *cat = edition_catalogue(c->editions, c->db, c->a,
							rows[0].edition_id, rows[0].edition_hash);
	size_t missing = 0;

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

static struct letter
write_letter(const struct batch *b, struct view *v, const struct reminder_progress_row *of)
{
	struct job_context *c = b->c;
	char last_day[DATE_WORDS_SIZE];

	view_str(v, "practice", of->practice);
	view_str(v, "round", of->round_name);
	view_num(v, "days", of->closes - b->today);
	view_str(v, "last_day", date_words(of->closes, last_day));
	view_str(v, "link", arena_printf(c->a, "%s/rounds/%llu/charts", c->conf->site_address,
					 (unsigned long long)of->round_id));
	view_str(v, "support", c->conf->support_mail);
	return queue_write_letter(c->a, c->letters, "mail/remind.cs", v);
}

/* The letters to one practice's people, from its rows of one round. */
static void
remind(struct batch *b, const struct reminder_progress_row *rows, size_t n)
{
	struct view *v = view_new(b->c->a);
	struct letter letter;

	if (show_missing(b->c, v, rows, n) == 0)
		return;
	letter = write_letter(b, v, &rows[0]);
	for (size_t i = 0; i < b->n_people; i++) {
		const struct reminder_recipients_row *to = &b->people[i];

		if (to->round_id != rows[0].round_id || to->practice_id != rows[0].practice_id)
			continue;
		letter.recipient = to->email;
		b->letters[b->n_letters++] = letter;
	}
}

/* One batch; false if there was none left. */
static bool
remind_batch(struct job_context *c, int64_t now)
{
	struct batch b = { .c = c, .today = time_day(now) };
	struct reminder_progress_row *rows;
	const char *batch = secret_token(c->a);
	size_t n, same;

	db_begin(c->db);
	if (q_reminder_take(c->db, now, batch, b.today, STEP_NEAR, STEP_MIDDLE, STEP_FAR,
			    BATCH) == 0) {
		db_commit(c->db);
		return false;
	}
	rows = q_reminder_progress(c->db, batch, &n);
	b.people = q_reminder_recipients(c->db, batch, &b.n_people);
	b.letters = arena_array(c->a, b.n_people, sizeof *b.letters);
	for (size_t at = 0; at < n; at += same) {
		same = same_entry(rows + at, n - at);
		remind(&b, rows + at, same);
	}
	queue_letters(c->db, b.letters, b.n_letters);
	queue_letters_end(c->db);
	db_commit(c->db);
	return true;
}

enum job_outcome
job_remind(struct job_context *c, const char *subject)
{
	struct arena_mark mark = arena_mark(c->a);

	(void)subject;
	while (remind_batch(c, time_now()))
		arena_back(c->a, mark);
	c->later_s = EVERY_S;
	return JOB_LATER;
}
