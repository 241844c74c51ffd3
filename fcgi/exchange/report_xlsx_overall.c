/* The sheet of a report's workbook about the Overall Quality Score. */
#include "base/date.h"
#include "exchange/report_book.h"
#include "report/overall.h"

static const struct column columns[] = {
	{ "Measure", 24 },
	{ "Title", 60 },
	{ "Lower is better", 8 },
	{ "Charts that did well", 10 },
	{ "Of charts", 10 },
	{ "Share", 10 },
	{ "Counts", 10 },
};

enum { N_COLUMNS = sizeof columns / sizeof *columns };

static void
put_part(struct book *b, const struct overall_part *p)
{
	book_put_text(b, p->number, b->looks.text);
	book_put_text(b, p->title, b->looks.text);
	book_put_text(b, p->lower_is_better ? "yes" : NULL, b->looks.text);
	book_put_number(b, p->good.met, b->looks.count);
	book_put_number(b, p->good.of, b->looks.count);
	if (p->good.of > 0)
		book_put_number(b, stats_share(p->good), b->looks.share);
	else
		book_put_text(b, NULL, NULL);
	book_put_text(b, p->counted ? "yes" : "no", b->looks.text);
	book_next_row(b);
}

static void
put_score(struct book *b, const struct overall *o)
{
	char until[DATE_TEXT_SIZE];

	book_put_text(b, "Overall Quality Score", b->looks.title);
	if (o->scorable)
		book_put_number(b, o->share, b->looks.share);
	else
		book_put_text(b, NULL, NULL);
	book_next_row(b);
	book_put_text(b, "Outcome", b->looks.fact);
	book_put_text(b, overall_verdict(o), b->looks.text);
	book_next_row(b);
	book_put_text(b, "Threshold", b->looks.fact);
	book_put_number(b, o->rule.threshold / 100, b->looks.share);
	book_next_row(b);
	book_put_text(b, "Good until", b->looks.fact);
	book_put_text(b, o->scorable ? date_format(o->rule.valid_until, until) : NULL,
		      b->looks.text);
	book_next_row(b);
	book_put_text(b, "Formula", b->looks.fact);
	book_put_text(b, overall_formula_name(o->rule.formula), b->looks.text);
	book_next_row(b);
	book_put_text(b, "Fewest charts of a measure", b->looks.fact);
	book_put_number(b, o->rule.fewest, b->looks.count);
	book_next_row(b);
	book_put_text(b, "Why", b->looks.fact);
	book_put_text(b, overall_sentence(b->a, o), b->looks.text);
	book_next_row(b);
	book_put_text(b, "How", b->looks.fact);
	book_put_text(b, overall_method(b->a, o), b->looks.text);
	book_next_row(b);
	book_next_row(b);
}

void
book_overall(struct book *b)
{
	const struct overall *o = b->r->overall;

	if (o == NULL)
		return;
	b->sheet = workbook_add_worksheet(b->file, "Overall Quality Score");
	b->row = b->col = 0;
	put_score(b, o);
	book_put_heads(b, columns, N_COLUMNS);
	book_next_row(b);
	for (size_t i = 0; i < o->n_parts; i++)
		put_part(b, &o->parts[i]);
	worksheet_fit_to_pages(b->sheet, 1, 0);
}
