/* Putting work into the queue: see queue.h. */
#include "job/queue.h"

#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"

enum {
	LETTER_MAX = 60 * 1024,
	PRACTICES_A_JOB = 250, /* some 25,000 charts: below a second */
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

void
queue_letter(struct db *db, struct arena *a, const struct templates *letters,
	     const char *template, struct view *v, const char *recipient)
{
	struct buf *text = buf_new(a, LETTER_MAX);
	const char *subject, *body;
	uint64_t id;

	view_render(letters, template, v, text);
	subject = text->data + strspn(text->data, " \t\r\n");
	body = strstr(subject, "\n\n");
	if (!text_starts(subject, "Subject: ") || body == NULL)
		fault("%s does not begin with a subject line and an empty line", template);
	subject = text_trim(a, arena_strn(a, subject + 9, (size_t)(body - subject) - 9));
	id = q_mail_put(db, recipient, subject, text_trim(a, body), time_now());
	queue_put(db, "mail", arena_printf(a, "mail:%llu", (unsigned long long)id));
}
