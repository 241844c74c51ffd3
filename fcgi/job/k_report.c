/*
 * Building one practice's report of a round ("round:3/practice:17"): its result
 * and the page made of it, in one transaction. Its files are a job of their own
 * (k_files.c), which the release waits for as well. Making them again before
 * the release gives the same bytes; a released report is left alone.
 */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "db/queries.h"
#include "job/kinds.h"
#include "job/queue.h"
#include "report/figures.h"
#include "report/levels.h"
#include "report/part.h"
#include "report/stored.h"

enum { PART_MAX = 4 * 1024 * 1024 };

/* A report that is being built. */
struct building {
	struct job_context *c;
	uint64_t practice, id;
	const struct result *r, *sites, *people; /* whole; without and with nothing but people */
};

/* All that a template may say of a result. */
static struct view *
show(const struct building *b, const struct result *r)
{
	struct view *v = view_new(b->c->a);

	report_show(v, b->c->a, r, b->id);
	view_bool(v, "report.people", b->people->n_units > 0);
	return v;
}

static struct bytes
render(const struct building *b, struct view *v, const char *template)
{
	struct buf *part = buf_new(b->c->a, PART_MAX);

	view_render(b->c->pages, template, v, part);
	return (struct bytes){ part->data, part->len };
}

static void
add_part(const struct building *b, const char *part, uint64_t person, struct view *v,
	 const char *template)
{
	q_report_part_add(b->c->db, b->id, part, person, b->practice, render(b, v, template).data);
}

/* A part of its own for each person, who may be on two levels. */
static void
write_people(const struct building *b)
{
	const struct unit *units = b->people->units;

	if (b->people->n_units > 0)
		add_part(b, "people", 0, show(b, b->people), "report/people.cs");
	for (size_t i = 0; i < b->people->n_units; i++) {
		struct arena_mark mark = arena_mark(b->c->a);
		size_t before = 0;

		while (before < i && units[before].id != units[i].id)
			before++;
		if (before == i)
			add_part(b, "person", units[i].id,
				 show(b, levels_person(b->c->a, b->r, units[i].id)),
				 "report/people.cs");
		arena_back(b->c->a, mark);
	}
}

/*
 * Page and parts are made of the result at hand; the files, later, of its stored text, which is the
 * same to the last bit (tests/unit/report/test_stored.c).
 */
static void
build(struct job_context *c, const struct report_subject *about, uint64_t id, const char *subject)
{
	struct building b = { .c = c, .practice = about->practice_id, .id = id,
			      .r = result_make(c->db, c->a, about) };
	const char *stored = stored_write(c->a, b.r);
	struct view *page;

	b.sites = levels_sites(c->a, b.r);
	b.people = levels_people(c->a, b.r);
	page = show(&b, b.sites);
	q_report_store(c->db, about->round->edition_hash, b.r->charts,
		       (struct bytes){ stored, strlen(stored) },
		       render(&b, page, "report/part.cs"), time_now(), b.practice, id);
	write_people(&b);
	add_part(&b, "end", 0, page, "report/end.cs");
	queue_put(c->db, "files", subject);
}

/*
 * The place of the report: a new one, or the one that is there without the parts and files of its
 * earlier page. 0 if it is released.
 */
static uint64_t
place_for(struct db *db, const struct report_subject *about)
{
	uint64_t practice = about->practice_id, round = about->round->id;
	uint64_t id = q_report_add(db, round, practice, about->round->edition_hash, time_now());
	struct report_hold_row there;

	if (id != 0)
		return id;
	if (!q_report_hold(db, practice, round, &there) || !text_equal(there.state, "built"))
		return 0;
	q_report_part_clear(db, practice, there.id);
	q_report_file_clear(db, practice, there.id);
	return there.id;
}

enum job_outcome
job_report(struct job_context *c, const char *subject)
{
	struct report_subject about = { .practice_id = job_subject(c, subject, "practice") };
	struct round_by_id_row round;
	uint64_t id;

	if (!job_round(c, subject, &round))
		return JOB_DONE;
	about.round = &round;
	about.cat = edition_catalogue(c->editions, c->db, c->a, round.edition_id,
				      round.edition_hash);
	about.figures = figures_of(c->figures, c->db, &round, about.cat);
	db_begin(c->db);
	id = place_for(c->db, &about);
	if (id != 0)
		build(c, &about, id, subject);
	db_commit(c->db);
	return JOB_DONE;
}
