/* The charts of a round as files know them: see there.h. */
#include "model/there.h"

#include <string.h>

#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"

enum { KEPT_MAX = 64 * 1024 * 1024 };

/* What the answers are read into, chart after chart. */
struct loading {
	struct arena *a;    /* taken back row by row by the statement */
	struct arena *kept; /* for what stays */
	const struct catalogue *cat;
	struct there *there;
	size_t at;              /* the chart whose answers come */
	struct answer *answers; /* of it */
	bool any;
};

/* Packs the answers of the chart at hand, if it has any. */
static void
pack(struct loading *l)
{
	if (!l->any)
		return;
	l->there->all[l->at].packed = chart_pack(l->cat, l->answers, l->kept);
	memset(l->answers, 0, l->cat->n_elements * sizeof *l->answers);
	l->any = false;
}

static void
take_answer(const struct exchange_answers_row *row, void *arg)
{
	struct loading *l = arg;
	const struct element *e = catalogue_element(l->cat, row->element);
	const char *message;

	if (l->there->all[l->at].id != row->chart_id)
		pack(l);
	while (l->at < l->there->n && l->there->all[l->at].id != row->chart_id)
		l->at++;
	if (l->at == l->there->n) { /* made since the charts were read */
		l->at = 0;
		return;
	}
	if (e == NULL || !answer_read(e, row->value, &l->answers[e->index], l->a, &message))
		fault("chart %llu holds an answer to %s that its edition does not know",
		      (unsigned long long)row->chart_id, row->element);
	l->any = true;
}

static void
free_arena(void *arena)
{
	arena_free(arena);
}

struct there
there_load(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t practice_id,
	   uint64_t round_id)
{
	struct there there = { .n = 0 };
	struct exchange_charts_row *rows = q_exchange_charts(db, practice_id, round_id, &there.n);
	struct loading l = { .a = a, .cat = cat, .there = &there, .answers = chart_new(a, cat) };
	struct bytes none = chart_pack(cat, l.answers, a);

	there.all = arena_array(a, there.n, sizeof *there.all);
	there.names = names_new(a, there.n);
	for (size_t i = 0; i < there.n; i++) {
		const struct exchange_charts_row *r = &rows[i];

		there.all[i] = (struct there_chart){
			.id = r->id,
			.number = r->number,
			.state = r->state,
			.name = there_name(a, there.names, r->label, r->number, i),
			.treating = r->treating_id == NULL ? 0 : *r->treating_id,
			.modules = there_module_set(a, cat, r->modules),
			.packed = r->packed.data == NULL ? none : r->packed,
		};
	}
	if (there.n == 0)
		return there;
	l.kept = arena_new(KEPT_MAX);
	arena_defer(a, free_arena, l.kept);
	q_exchange_answers(db, practice_id, round_id, take_answer, &l);
	pack(&l);
	return there;
}
