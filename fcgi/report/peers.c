/* Peer groups: see peers.h. */
#include "report/peers.h"

#include "base/fault.h"
#include "base/text.h"

const struct peer_group peer_groups[PEERS] = {
	{ "kind:private_academic", "Kind", "Private, with academic affiliation" },
	{ "kind:private_independent", "Kind", "Private, independent" },
	{ "kind:employed", "Kind", "Employed practices" },
	{ "kind:academic", "Kind", "Academic practices" },
	{ "size:small", "Size", "Up to 3 FTE oncologists" },
	{ "size:middle", "Size", "More than 3 to 10 FTE oncologists" },
	{ "size:large", "Size", "More than 10 FTE oncologists" },
	{ "country:us", "Country", "United States" },
	{ "country:other", "Country", "Outside the United States" },
	{ "certified:yes", "Certification", "QOPI certified practices" },
};

/* Where the divisions by size, country and certification begin. */
enum { SIZES = 4, COUNTRIES = 7, CERTIFIED = 9 };

uint32_t
peers_of(struct peer_traits t)
{
	const double small = 3, middle = 10, hair = 1e-6;
	size_t size = t.fte <= small + hair ? 0 : t.fte <= middle + hair ? 1 : 2;
	uint32_t of = 1u << (SIZES + size);

	of |= 1u << (COUNTRIES + !text_equal(t.country, "US"));
	if (t.certified)
		of |= 1u << CERTIFIED;
	for (size_t i = 0; i < SIZES; i++)
		if (text_equal(peer_groups[i].code + sizeof "kind:" - 1, t.kind))
			of |= 1u << i;
	return of;
}

size_t
peers_named(const char *code)
{
	size_t i = 0;

	while (i < PEERS && !text_equal(peer_groups[i].code, code))
		i++;
	return i;
}

uint32_t
peers_cells(struct peer_traits t)
{
	uint32_t cells = 1u << DISCLOSE_ALL | peers_of(t) << DISCLOSE_PEERS;

	if (text_equal(t.kind, "fellowship"))
		cells |= 1u << DISCLOSE_PROGRAMS;
	return cells;
}

void
peers_work_out(struct peer_line *p, const struct line *of)
{
	p->compared = (struct comparison){ STATS_NONE, 1, STATS_SAME };
	p->verdict = VERDICT_NONE;
	if (!p->all.shown)
		return;
	p->all.share = stats_share(p->all.rate);
	if (of->own.of == 0)
		return;
	p->compared = stats_compare(of->own, stats_others(p->all.rate, of->own));
	p->verdict = result_verdict(&p->compared, of->lower_is_better);
}

static struct peer
group_of(struct arena *a, const struct result *r, size_t group, const struct yardstick *known,
	 const struct catalogue *cat)
{
	const struct peer_group *g = &peer_groups[group];
	struct peer p = { g->code, g->division, g->title, NULL };
	size_t place = 0;

	p.lines = arena_array(a, result_lines(r), sizeof *p.lines);
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++) {
			const struct line *l = &r->sections[i].lines[j];
			const struct measure *m = catalogue_measure(cat, l->number);
			struct peer_line *line = &p.lines[place++];

			must(m != NULL);
			line->all = known[m->index * PEERS + group];
			peers_work_out(line, l);
		}
	return p;
}

void
peers_fill(struct arena *a, struct result *r, uint32_t own, const struct yardstick *known,
	   const struct catalogue *cat)
{
	r->peers = arena_array(a, PEERS_OF_ONE, sizeof *r->peers);
	for (size_t group = 0; group < PEERS; group++)
		if ((own >> group & 1) != 0)
			r->peers[r->n_peers++] = group_of(a, r, group, known, cat);
}

bool
peers_any(const struct peer *p, size_t n_lines)
{
	for (size_t i = 0; i < n_lines; i++)
		if (p->lines[i].all.shown)
			return true;
	return false;
}
