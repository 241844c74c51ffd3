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
show_row(struct view *v, const struct result *r, const struct line *l, size_t place)
{
	line_show_brief(v, l);
	for (size_t i = 0; i < r->n_peers; i++) {
		struct view *cell = view_at(v, view_key(v, "cells.%zu", i));

		view_str(cell, "title", r->peers[i].title);
		line_show_peer(cell, &r->peers[i].lines[place]);
	}
}

void
report_show_peers(struct view *v, const struct result *r)
{
	size_t n_lines = result_lines(r), place = 0, row = 0;

	for (size_t i = 0; i < r->n_peers; i++) {
		struct view *peer = view_at(v, view_key(v, "peers.%zu", i));

		view_str(peer, "title", r->peers[i].title);
		view_str(peer, "division", r->peers[i].division);
		view_bool(peer, "any", peers_any(&r->peers[i], n_lines));
	}
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++, place++)
			if (any_shown(r, place))
				show_row(view_at(v, view_key(v, "peer_rows.%zu", row++)), r,
					 &r->sections[i].lines[j], place);
}
