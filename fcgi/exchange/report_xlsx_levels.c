/* The sheet of a report's workbook with a row a measure of each site, physician and fellow. */
#include "exchange/report_book.h"
#include "report/line.h"

static const struct column columns[] = {
	{ "Level", 11 },
	{ "Name", 26 },
	{ "Charts", 8 },
	{ "Module", 17 },
	{ "Measure", 11 },
	{ "Title", 52 },
	{ "Lower is better", 8 },
	{ "Met", 7 },
	{ "Of charts", 8 },
	{ "Rate", 9 },
	{ "95 % interval, low", 9 },
	{ "95 % interval, high", 9 },
	{ "Excluded", 9 },
	{ "Excepted", 9 },
	{ "An answer missing", 9 },
	{ "Whole practice", 9 },
	{ "Beside all other practices", 15 },
	{ "p", 9 },
	{ "Beside the rest of the practice", 15 },
	{ "p of that", 9 },
};

enum { N_COLUMNS = sizeof columns / sizeof *columns };

static void
put_versus(struct book *b, const struct versus *v)
{
	const char *words = line_versus(v);

	book_put_text(b, words == NULL ? "Not compared" : words,
		      v->verdict == VERDICT_BETTER  ? b->looks.good
		      : v->verdict == VERDICT_WORSE ? b->looks.warn
		      : v->verdict == VERDICT_SAME  ? b->looks.text
						    : b->looks.muted);
	if (v->compared.test == STATS_NONE)
		book_put_text(b, NULL, NULL);
	else
		book_put_number(b, v->compared.p, b->looks.p);
}

static void
put_shares(struct book *b, const struct unit_line *u)
{
	if (u->own.of == 0) {
		book_put_text(b, "No rate", b->looks.muted);
		b->col = (lxw_col_t)(b->col + 2);
		return;
	}
	book_put_number(b, u->share, b->looks.share);
	book_put_number(b, u->interval.low, b->looks.share);
	book_put_number(b, u->interval.high, b->looks.share);
}

static void
put_line(struct book *b, const struct unit *unit, const struct section *s, const struct line *l,
	 const struct unit_line *u)
{
	book_put_text(b, line_level_code(unit->level), b->looks.text);
	book_put_text(b, unit->name, b->looks.text);
	book_put_number(b, unit->charts, b->looks.count);
	book_put_text(b, s->title, b->looks.text);
	book_put_text(b, l->number, b->looks.text);
	book_put_text(b, l->title, b->looks.text);
	book_put_text(b, l->lower_is_better ? "yes" : NULL, b->looks.text);
	book_put_number(b, u->own.met, b->looks.count);
	book_put_number(b, u->own.of, b->looks.count);
	put_shares(b, u);
	book_put_number(b, u->excluded, b->looks.count);
	book_put_number(b, u->excepted, b->looks.count);
	book_put_number(b, u->missing, b->looks.count);
	if (l->own.of == 0)
		book_put_text(b, NULL, NULL);
	else
		book_put_number(b, l->share, b->looks.share);
	put_versus(b, &u->all);
	put_versus(b, &u->rest);
	book_next_row(b);
}

static void
put_unit(struct book *b, const struct unit *unit)
{
	size_t at = 0;

	for (size_t i = 0; i < b->r->n_sections; i++)
		for (size_t j = 0; j < b->r->sections[i].n_lines; j++)
			put_line(b, unit, &b->r->sections[i], &b->r->sections[i].lines[j],
				 &unit->lines[at++]);
}

void
book_levels(struct book *b)
{
	if (b->r->n_units == 0)
		return;
	book_begin_table(b, "Levels", columns, N_COLUMNS);
	book_next_row(b);
	for (size_t i = 0; i < b->r->n_units; i++)
		put_unit(b, &b->r->units[i]);
	worksheet_autofilter(b->sheet, 0, 0, b->row - 1, N_COLUMNS - 1);
	book_end_table(b, 2);
}
