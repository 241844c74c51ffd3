/* The sheet of a report's workbook with a row a measure of each peer group. */
#include "exchange/report_book.h"
#include "report/line.h"

static const struct column columns[] = {
	{ "Division", 11 },
	{ "Peer group", 34 },
	{ "Module", 17 },
	{ "Measure", 11 },
	{ "Title", 52 },
	{ "Lower is better", 8 },
	{ "Your rate", 9 },
	{ "Compared", 15 },
	{ "p", 9 },
};

enum { N_COLUMNS = sizeof columns / sizeof *columns };

static void
put_line(struct book *b, const struct peer *peer, const struct section *s, const struct line *l,
	 const struct peer_line *p)
{
	const char *words = line_peer(p);

	book_put_text(b, peer->division, b->looks.text);
	book_put_text(b, peer->title, b->looks.text);
	book_put_text(b, s->title, b->looks.text);
	book_put_text(b, l->number, b->looks.text);
	book_put_text(b, l->title, b->looks.text);
	book_put_text(b, l->lower_is_better ? "yes" : NULL, b->looks.text);
	if (l->own.of == 0)
		book_put_text(b, "No rate", b->looks.muted);
	else
		book_put_number(b, l->share, b->looks.share);
	book_put_text(b, words == NULL ? "Not compared" : words,
		      p->verdict == VERDICT_BETTER  ? b->looks.good
		      : p->verdict == VERDICT_WORSE ? b->looks.warn
		      : p->verdict == VERDICT_SAME  ? b->looks.text
						    : b->looks.muted);
	if (p->compared.test == STATS_NONE)
		book_put_text(b, NULL, NULL);
	else
		book_put_number(b, p->compared.p, b->looks.p);
	book_put_yardstick(b, &p->all, false);
	book_next_row(b);
}

static void
put_peer(struct book *b, const struct peer *peer)
{
	size_t at = 0;

	for (size_t i = 0; i < b->r->n_sections; i++)
		for (size_t j = 0; j < b->r->sections[i].n_lines; j++)
			put_line(b, peer, &b->r->sections[i], &b->r->sections[i].lines[j],
				 &peer->lines[at++]);
}

void
book_peers(struct book *b)
{
	lxw_col_t last;

	if (b->r->n_peers == 0)
		return;
	book_begin_table(b, "Peer groups", columns, N_COLUMNS);
	book_put_yardstick_heads(b, "Group");
	last = (lxw_col_t)(b->col - 1);
	book_next_row(b);
	for (size_t i = 0; i < b->r->n_peers; i++)
		put_peer(b, &b->r->peers[i]);
	worksheet_autofilter(b->sheet, 0, 0, b->row - 1, last);
	book_end_table(b, 2);
}
