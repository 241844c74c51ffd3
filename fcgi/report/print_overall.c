/* The Overall Quality Score, on paper. */
#include "base/text.h"
#include "report/overall.h"
#include "report/sheet.h"

static const struct type FIGURE = { 8.2, WEIGHT_STRONG, INK_TEXT, ALIGN_RIGHT, 0 };
static const double NUMBERS = 60, FIGURES = 130, GAP = 8;

/* "18 of 20, 90.0 %" */
static const char *
figures(struct arena *a, const struct overall_part *p)
{
	return arena_printf(a, "%s of %s, %s", text_thousands(a, p->good.met),
			    text_thousands(a, p->good.of),
			    p->counted ? text_percent(a, stats_share(p->good)) : "not counted");
}

static void
row(struct sheet *s, const struct overall_part *p)
{
	double width = s->width - NUMBERS - FIGURES - 2 * GAP;
	const char *title = sheet_measure_title(s, p->title, p->lower_is_better);
	double height = canvas_text_height(s->canvas, width, &SHEET_TEXT, title) + 6;

	sheet_room(s, height);
	canvas_begin(s->canvas, "P");
	canvas_text(s->canvas, s->left, s->y, NUMBERS, &SHEET_STRONG, p->number);
	canvas_text(s->canvas, s->left + NUMBERS + GAP, s->y, width, &SHEET_TEXT, title);
	canvas_text(s->canvas, s->left + s->width - FIGURES, s->y, FIGURES, &FIGURE,
		    figures(s->a, p));
	canvas_end(s->canvas, "P");
	s->y += height;
}

void
sheet_overall(struct sheet *s)
{
	const struct overall *o = s->r->overall;

	if (o == NULL)
		return;
	document_bookmark(s->document, "Overall Quality Score");
	sheet_paragraph(s, &SHEET_TITLE, "H2",
			o->scorable ? arena_printf(s->a, "Overall Quality Score: %s. %s",
						   text_percent(s->a, o->share), overall_verdict(o))
				    : "Overall Quality Score: not scorable");
	s->y += 4;
	sheet_paragraph(s, &SHEET_TEXT, "P", overall_sentence(s->a, o));
	s->y += 4;
	sheet_paragraph(s, &SHEET_NOTE, "P", overall_method(s->a, o));
	s->y += 6;
	for (size_t i = 0; i < o->n_parts; i++)
		row(s, &o->parts[i]);
	s->y += 18;
}
