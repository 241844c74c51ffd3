/*
 * The kinds of job, and what a job is given to work with.
 *
 * A job may run more than once: its worker may die after the work and before
 * the word of it. So each kind does its work in one transaction, or in a way
 * that a second run makes no difference.
 */
#ifndef JOB_KINDS_H
#define JOB_KINDS_H

#include <stddef.h>
#include <stdint.h>

#include "db/queries.h"
#include "model/edition.h"
#include "remote/directory.h"
#include "remote/mail.h"
#include "report/figures.h"
#include "view/cache.h"

/* What a job's function is given. The first part lives as long as the worker child. */
struct job_context {
	const struct conf *conf;
	const struct templates *pages, *letters;
	struct editions *editions;
	struct figures_kept *figures;
	struct directory *directory;
	struct mailer *mailer;
	struct db *db;

	struct arena *a;    /* of this job */
	int64_t created_at; /* when it was put into the queue */
	uint32_t later_s;   /* with JOB_LATER: seconds until it runs again */
};

enum job_outcome {
	JOB_DONE,
	JOB_LATER, /* not now, and not because of an error: run it again after later_s */
};

/* Does the work; `subject` says about what. What goes wrong is a fault. */
typedef enum job_outcome (*job_fn)(struct job_context *c, const char *subject);

/*
 * Halves of a subject that is about many; false if it is about one. A job that
 * failed is put again as its halves, so that what cannot be done is set aside
 * alone and holds up nothing else.
 */
typedef bool (*job_split_fn)(struct arena *a, const char *subject, const char *halves[2]);

struct job_kind {
	const char *name;
	job_fn run;
	unsigned limit_s; /* a run that takes longer is ended */
	uint32_t tries;   /* after so many failed runs the job is set aside */
	const char *always; /* subject of the one job of this kind that is always there, or NULL */
	const char *description;
	job_split_fn split; /* makes two smaller jobs of one that failed, or NULL */
	const char *wakes;  /* the kind of the round's job that waits for these, or NULL */
};

extern const struct job_kind job_kinds[];
extern const size_t n_job_kinds;

/* Later, after half of the job's age, within these limits: waits that grow by themselves. */
enum job_outcome job_later(struct job_context *c, uint32_t least_s, uint32_t most_s);

/* "round:3": its number; "round:3/practice:17": the second number. Others are a fault. */
uint64_t job_subject(struct job_context *c, const char *subject, const char *name);

/* The same as a question: false if the subject names no such number. */
bool job_subject_has(struct arena *a, const char *subject, const char *name, uint64_t *number);

/*
 * The round of a job's subject. False when it is not closed, or practices have
 * more time in it: then nothing is to be scored now.
 */
bool job_round(struct job_context *c, const char *subject, struct round_by_id_row *round);

/*
 * Whether jobs of that kind for practices of the round are still to be done,
 * dead ones too; sets later_s.
 */
bool job_must_wait(struct job_context *c, const char *kind, uint64_t round);

/* The kinds, each in its file k_<name>.c. */
enum job_outcome job_mail(struct job_context *c, const char *subject);
enum job_outcome job_member(struct job_context *c, const char *subject);
enum job_outcome job_score(struct job_context *c, const char *subject);
bool job_score_split(struct arena *a, const char *subject, const char *halves[2]);
enum job_outcome job_aggregate(struct job_context *c, const char *subject);
enum job_outcome job_report(struct job_context *c, const char *subject);
enum job_outcome job_files(struct job_context *c, const char *subject);
enum job_outcome job_release(struct job_context *c, const char *subject);
enum job_outcome job_release_late(struct job_context *c, const char *subject);
enum job_outcome job_import(struct job_context *c, const char *subject);
enum job_outcome job_remind(struct job_context *c, const char *subject);
enum job_outcome job_schedule(struct job_context *c, const char *subject);
enum job_outcome job_sweep(struct job_context *c, const char *subject);

#endif
