/* The sheet of a report's workbook that tells difference from chance, a row a measure. */
#include "exchange/report_book.h"
#include "report/among.h"

static const struct column columns[] = {
	{ "Module", 17 },
	{ "Measure", 11 },
	{ "Title", 52 },
	{ "Of charts", 8 },
	{ "Rate", 9 },
	{ "All practices", 9 },
	{ "95 % limit, low", 9 },
	{ "95 % limit, high", 9 },
	{ "99.8 % limit, low", 9 },
	{ "99.8 % limit, high", 9 },
	{ "In words", 27 },
	{ "Percentile", 10 },
	{ "Shrunken rate", 9 },
	{ "Its interval, low", 9 },
	{ "Its interval, high", 9 },
	{ "Weight of your own charts", 10 },
	{ "Inflation of the variance", 10 },
	{ "Variance between practices", 10 },
	{ "Mark stands among all", 10 },
};

enum { N_COLUMNS = sizeof columns / sizeof *columns };

static void
put_interval(struct book *b, struct interval i)
{
	book_put_number(b, i.low, b->looks.share);
	book_put_number(b, i.high, b->looks.share);
}

static void
put_line(struct book *b, const struct section *s, const struct line *l)
{
	const struct among *m = &l->among;

	book_put_text(b, s->title, b->looks.text);
	book_put_text(b, l->number, b->looks.text);
	book_put_text(b, l->title, b->looks.text);
	book_put_number(b, l->own.of, b->looks.count);
	book_put_number(b, l->share, b->looks.share);
	book_put_number(b, l->national.share, b->looks.share);
	put_interval(b, m->near);
	put_interval(b, m->far);
	book_put_text(b, among_place_words(m->place), b->looks.text);
	if (m->ranked)
		book_put_number(b, m->percentile, b->looks.note);
	else
		book_put_text(b, "Too few to tell", b->looks.muted);
	book_put_number(b, m->shrunken.share, b->looks.share);
	put_interval(b, m->shrunken.interval);
	book_put_number(b, m->shrunken.weight, b->looks.share);
	book_put_number(b, m->variation.inflation, b->looks.p);
	book_put_number(b, m->variation.between, b->looks.p);
	book_put_text(b, m->beyond_chance ? "yes" : "no", b->looks.text);
	book_next_row(b);
}

void
book_among(struct book *b)
{
	const char *sentence = among_chance_sentence(b->a, b->r);

	if (sentence == NULL)
		return;
	book_begin_table(b, "Chance", columns, N_COLUMNS);
	book_next_row(b);
	for (size_t i = 0; i < b->r->n_sections; i++)
		for (size_t j = 0; j < b->r->sections[i].n_lines; j++)
			if (b->r->sections[i].lines[j].among.told)
				put_line(b, &b->r->sections[i], &b->r->sections[i].lines[j]);
	book_end_table(b, 3);
}
