/* Putting work into the queue: see queue.h. */
#include "job/queue.h"

#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"

enum {
	LETTER_MAX = 60 * 1024,
	LETTERS_A_STATEMENT = 200, /* 12 MB at the most; the server takes 16 MiB */
	PRACTICES_A_JOB = 250,     /* some 25,000 charts: below a second */
};

bool
queue_put_after(struct db *db, const char *kind, const char *subject, int64_t run_after)
{
	return q_job_put(db, kind, subject, run_after, time_now()) != DB_DUPLICATE;
}

bool
queue_put(struct db *db, const char *kind, const char *subject)
{
	return queue_put_after(db, kind, subject, time_now());
}

void
queue_round_closed(struct db *db, struct arena *a, uint64_t round)
{
	struct extension_running_row more_time;

	if (q_extension_running(db, round, &more_time) && more_time.running > 0)
		return;
	q_job_put_scores(db, round, time_now(), PRACTICES_A_JOB);
	queue_put(db, "aggregate", arena_printf(a, "round:%llu", (unsigned long long)round));
}

struct letter
queue_write_letter(struct arena *a, const struct templates *letters, const char *template,
		   struct view *v)
{
	struct buf *text = buf_new(a, LETTER_MAX);
	const char *subject, *body;

	view_render(letters, template, v, text);
	subject = text->data + strspn(text->data, " \t\r\n");
	body = strstr(subject, "\n\n");
	if (!text_starts(subject, "Subject: ") || body == NULL)
		fault("%s does not begin with a subject line and an empty line", template);
	subject = text_trim(a, arena_strn(a, subject + 9, (size_t)(body - subject) - 9));
	return (struct letter){ NULL, subject, text_trim(a, body) };
}

void
queue_letter(struct db *db, struct arena *a, const struct templates *letters,
	     const char *template, struct view *v, const char *recipient)
{
	struct letter l = queue_write_letter(a, letters, template, v);
	uint64_t id = q_mail_put(db, recipient, l.subject, l.body, time_now());

	queue_put(db, "mail", arena_printf(a, "mail:%llu", (unsigned long long)id));
}

void
queue_letters(struct db *db, const struct letter *letters, size_t n)
{
	struct mail_put_many_params rows[LETTERS_A_STATEMENT];
	int64_t now = time_now();
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		rows[count++] = (struct mail_put_many_params){
			letters[i].recipient, letters[i].subject, letters[i].body, now,
		};
		if (count == LETTERS_A_STATEMENT || i + 1 == n) {
			q_mail_put_many(db, rows, count);
			count = 0;
		}
	}
}

void
queue_letters_end(struct db *db)
{
	q_job_put_mails(db, time_now());
}
