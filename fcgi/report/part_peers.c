/* The peer groups of a performance report, for layout/peers.cs: see part.h. */
#include "report/line.h"
#include "report/part.h"
#include "report/peers.h"

/* Whether any group has figures of the line at that place. */
static bool
any_shown(const struct result *r, size_t place)
{
	for (size_t i = 0; i < r->n_peers; i++)
		if (r->peers[i].lines[place].all.shown)
			return true;
	return false;
}

static void
show_row(struct view *v, struct arena *a, const struct result *r, const struct line *l,
	 size_t place, size_t row)
{
	line_show(v, a, view_key(v, "peer_rows.%zu", row), l, false);
	for (size_t i = 0; i < r->n_peers; i++) {
		const char *key = arena_printf(a, "peer_rows.%zu.cells.%zu", row, i);

		view_str(v, arena_printf(a, "%s.title", key), r->peers[i].title);
		line_show_peer(v, a, key, &r->peers[i].lines[place]);
	}
}

void
report_show_peers(struct view *v, struct arena *a, const struct result *r)
{
	size_t n_lines = result_lines(r), place = 0, row = 0;

	for (size_t i = 0; i < r->n_peers; i++) {
		const struct peer *p = &r->peers[i];

		view_str(v, view_key(v, "peers.%zu.title", i), p->title);
		view_str(v, view_key(v, "peers.%zu.division", i), p->division);
		view_bool(v, view_key(v, "peers.%zu.any", i), peers_any(p, n_lines));
	}
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++, place++)
			if (any_shown(r, place))
				show_row(v, a, r, &r->sections[i].lines[j], place, row++);
}
