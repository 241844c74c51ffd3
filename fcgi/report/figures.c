/* The figures of all practices: see figures.h. */
#include "report/figures.h"

#include <string.h>

#include "base/fault.h"
#include "base/text.h"
#include "report/among.h"

enum { MEMORY = 128 * 1024 * 1024 };

struct figures_kept {
	struct arena *a; /* of the figures that are kept */
	uint64_t round;
	uint32_t aggregated;
	const struct figures *all; /* NULL before the first */
};

/* While they are read. */
struct reading {
	struct arena *a;
	const struct catalogue *cat;
	struct figures *all;
};

static void
end_figures(void *kept)
{
	arena_free(((struct figures_kept *)kept)->a);
}

struct figures_kept *
figures_new(struct arena *process)
{
	struct figures_kept *k = arena_alloc(process, sizeof *k);

	k->a = arena_new(MEMORY);
	arena_defer(process, end_figures, k);
	return k;
}

static struct yardstick
yardstick_of(struct arena *a, const struct aggregate_list_row *row)
{
	if (row->hidden != NULL)
		return (struct yardstick){ .hidden = arena_str(a, row->hidden) };
	must(row->practices != NULL && row->met != NULL && row->counted != NULL);
	must(row->mean != NULL && row->q1 != NULL && row->median != NULL && row->q3 != NULL);
	return (struct yardstick){
		.shown = true,
		.practices = *row->practices,
		.rate = { *row->met, *row->counted },
		.mean = *row->mean,
		.q1 = *row->q1,
		.median = *row->median,
		.q3 = *row->q3,
	};
}

static void
take_national(struct arena *a, struct figures *f, const struct aggregate_list_row *row)
{
	const double *shares;

	f->national = yardstick_of(a, row);
	f->varies = f->national.shown && row->inflation != NULL && row->between_practices != NULL;
	if (!f->varies)
		return; /* the figures of a round that was scored before these were kept */
	f->variation.inflation = *row->inflation;
	f->variation.between = *row->between_practices;
	shares = among_shares(row->shares, &f->n_shares);
	if (shares != NULL)
		f->shares = memcpy(arena_array(a, f->n_shares, sizeof *shares), shares,
				   row->shares.size);
}

/* What the row points to ends with it. */
static void
take_row(const struct aggregate_list_row *row, void *arg)
{
	struct reading *r = arg;
	const struct measure *of = catalogue_measure(r->cat, row->measure);
	size_t group;

	if (of == NULL)
		return;
	if (text_equal(row->level, "national")) {
		take_national(r->a, &r->all[of->index], row);
	} else if (text_equal(row->level, "fellowship")) {
		r->all[of->index].fellowship = yardstick_of(r->a, row);
	} else {
		group = peers_named(row->peer);
		if (group == PEERS)
			fault("there is no peer group %s", row->peer);
		r->all[of->index].peers[group] = yardstick_of(r->a, row);
	}
}

const struct figures *
figures_of(struct figures_kept *k, struct db *db, const struct round_by_id_row *round,
	   const struct catalogue *cat)
{
	struct reading r = { k->a, cat, NULL };

	if (k->all != NULL && k->round == round->id && k->aggregated == round->aggregated)
		return k->all;
	k->all = NULL; /* until all is read */
	arena_reset(k->a);
	k->round = round->id;
	k->aggregated = round->aggregated;
	r.all = arena_array(k->a, cat->n_measures, sizeof *r.all);
	q_aggregate_list(db, round->id, take_row, &r);
	k->all = r.all;
	return k->all;
}
