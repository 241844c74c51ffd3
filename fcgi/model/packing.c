/* Packed charts held to their answers: see packing.h. */
#include "model/packing.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "db/queries.h"
#include "measure/marks.h"
#include "measure/outcome.h"

enum { AT_A_TIME = BATCH_SIZE };

/* Some charts of a round, with the answers that are to be packed. */
struct some {
	const struct catalogue *cat;
	struct packing_charts_row *rows;
	size_t n;
	struct answer **answers; /* by row; NULL: cannot be read */
};

/* Whether an answer's row is the chart's: puts it, or gives the chart up. */
static void
put_answer(struct some *s, size_t at, const struct packing_answers_row *row, struct arena *a)
{
	const struct element *e = catalogue_element(s->cat, row->element);
	const char *message;

	if (s->answers[at] != NULL &&
	    (e == NULL || !answer_read(e, row->value, &s->answers[at][e->index], a, &message)))
		s->answers[at] = NULL;
}

/* A chart's own beginning: without answers but its date, or unpacked where there are no rows. */
static struct answer *
begin(const struct some *s, const struct packing_charts_row *row, bool has_answers, struct arena *a)
{
	struct answer *answers = chart_new(a, s->cat);
	const struct element *date = catalogue_element(s->cat, "abstraction_date");

	if (!has_answers)
		return row->packed.data != NULL && chart_unpack(s->cat, row->packed, answers)
			       ? answers
			       : NULL;
	if (date != NULL && row->completed_at != NULL)
		answers[date->index] = (struct answer){ ANSWER_VALUE,
							time_day(*row->completed_at) };
	return answers;
}

static void
read_answers(struct db *db, struct arena *a, uint64_t round, struct some *s)
{
	size_t n, at = 0;
	struct packing_answers_row *rows = q_packing_answers(db, s->rows[0].id,
							     s->rows[s->n - 1].id, round, &n);

	s->answers = arena_array(a, s->n, sizeof *s->answers);
	for (size_t i = 0; i < s->n; i++) {
		while (at < n && rows[at].chart_id < s->rows[i].id)
			at++;
		s->answers[i] = begin(s, &s->rows[i], at < n && rows[at].chart_id == s->rows[i].id,
				      a);
		for (; at < n && rows[at].chart_id == s->rows[i].id; at++)
			put_answer(s, i, &rows[at], a);
	}
}

static bool
same(struct bytes a, struct bytes b)
{
	return a.data != NULL && a.size == b.size && memcmp(a.data, b.data, b.size) == 0;
}

/* Packs the charts and compares; those that differ are put into `out`. How many. */
static size_t
compare(const struct some *s, struct arena *a, struct packing *found,
	struct packing_put_params *out)
{
	struct marker *marker = marker_new(a, s->cat, AT_A_TIME);
	size_t n = 0, row = 0;

	for (size_t i = 0; i < s->n; i++)
		if (s->answers[i] != NULL)
			marker_add(marker, s->answers[i],
				   catalogue_modules(
					   s->cat, a,
					   s->rows[i].modules == NULL ? "" : s->rows[i].modules));
	marker_run(marker);
	for (size_t i = 0; i < s->n; i++) {
		const struct packing_charts_row *r = &s->rows[i];
		struct bytes packed, marks;

		found->charts++;
		if (s->answers[i] == NULL) {
			found->unread++;
			continue;
		}
		packed = chart_pack(s->cat, s->answers[i], a);
		marks = marker_pack(marker, row++, a);
		if (same(r->packed, packed) && same(r->marks, marks))
			continue;
		if (found->wrong++ == 0)
			found->first = r->id;
		out[n++] = (struct packing_put_params){ packed, marks, r->practice_id, r->id,
							r->version };
	}
	return n;
}

/* The charts of a round behind `after`; the last one's id, or 0 when there is none. */
static uint64_t
look_at_some(struct db *db, struct arena *a, struct some *s, uint64_t round, uint64_t after,
	     bool without_marks, bool mend, struct packing *found)
{
	struct packing_put_params *wrong;
	size_t n;

	s->rows = q_packing_charts(db, round, after, without_marks, AT_A_TIME, &s->n);
	if (s->n == 0)
		return 0;
	read_answers(db, a, round, s);
	wrong = arena_array(a, s->n, sizeof *wrong);
	n = compare(s, a, found, wrong);
	if (mend && n > 0) {
		db_begin(db);
		q_packing_put(db, wrong, n);
		db_commit(db);
	}
	return s->rows[s->n - 1].id;
}

struct packing
packing_look(struct db *db, struct arena *a, struct editions *editions, bool without_marks,
	     bool mend)
{
	struct packing found = { 0 };
	size_t n;
	struct packing_rounds_row *rounds = q_packing_rounds(db, &n);

	for (size_t i = 0; i < n; i++) {
		struct some s = { .cat = edition_catalogue(editions, db, a, rounds[i].edition_id,
							   rounds[i].edition_hash) };
		uint64_t last = 0;

		do {
			struct arena_mark mark = arena_mark(a);

			last = look_at_some(db, a, &s, rounds[i].id, last, without_marks, mend,
					    &found);
			arena_back(a, mark);
		} while (last != 0);
	}
	return found;
}
