/*
 * Putting work into the queue: all that pages need to know of jobs.
 *
 * A job is a kind and a subject ("round:3/practice:17"); one that waits or
 * runs already is not put twice, so pressing a button twice makes one job.
 * Inside a transaction the job exists exactly if the transaction commits.
 */
#ifndef JOB_QUEUE_H
#define JOB_QUEUE_H

#include <stdint.h>

#include "db/db.h"
#include "view/cache.h"
#include "view/view.h"

/* A job to run as soon as a worker is free. False if there is one already. */
bool queue_put(struct db *db, const char *kind, const char *subject);

/* As queue_put, but not before `run_after`. */
bool queue_put_after(struct db *db, const char *kind, const char *subject, int64_t run_after);

/*
 * What the close of a round leaves to do: scoring the practices that entered,
 * some hundred at a time ("score", "round:3/from:17/to:230"), then the figures of all ("aggregate",
 * "round:3"). In the transaction that closed it. Nothing while a practice has
 * more time in it: the end of the last extension calls this again.
 */
void queue_round_closed(struct db *db, struct arena *a, uint64_t round);

/*
 * Writes a mail of a template in templates/mail and queues it. The template's
 * first line is "Subject: ..."; the body begins after the empty line.
 */
void queue_letter(struct db *db, struct arena *a, const struct templates *letters,
		  const char *template, struct view *v, const char *recipient);

/* A mail as it goes out; its texts are of whoever made them. */
struct letter {
	const char *recipient, *subject, *body;
};

/* The letter that the template makes of the view, to nobody yet. */
struct letter queue_write_letter(struct arena *a, const struct templates *letters,
				 const char *template, struct view *v);

/*
 * Many letters: a statement for some hundreds of them, and, after the last
 * call, one that puts the jobs of all. In one transaction.
 */
void queue_letters(struct db *db, const struct letter *letters, size_t n);
void queue_letters_end(struct db *db);

#endif
