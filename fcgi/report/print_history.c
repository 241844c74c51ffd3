/* The practice's rounds side by side, on paper. */
#include "base/text.h"
#include "report/history.h"
#include "report/sheet.h"

static const double NUMBERS = 51, TITLES = 168, PLOT = 110, GAP = 14;

/* "Fall 2025: 63.6 % of 33; Spring 2026: 70.0 % of 30". */
static const char *
rates_words(struct sheet *s, const struct line *l)
{
	const char *words = "";

	for (size_t i = 0; i < s->r->n_rounds; i++)
		if (l->past[i].rate.of > 0)
			words = arena_printf(s->a, "%s%s%s: %s of %s", words,
					     words[0] == '\0' ? "" : "; ", s->r->rounds[i].name,
					     text_percent(s->a, l->past[i].share),
					     text_thousands(s->a, l->past[i].rate.of));
	return words;
}

static void
plot(struct sheet *s, const struct line *l, struct box at)
{
	struct plot_point points[RESULT_ROUNDS] = { { 0 } };

	for (size_t i = 0; i < s->r->n_rounds; i++)
		points[i] = (struct plot_point){ l->past[i].rate.of > 0, l->past[i].share,
						 l->past[i].limits.low, l->past[i].limits.high };
	plot_rounds(s->canvas, at, points, s->r->n_rounds, l->center);
}

static void
heading(struct sheet *s, const char *title)
{
	sheet_paragraph(s, &SHEET_TITLE, "H2", title);
	s->y += 6;
	canvas_line(s->canvas, s->left, s->y, s->left + s->width, s->y, 0.9, INK_ACCENT);
	s->y += 6;
}

static void
row(struct sheet *s, const struct line *l)
{
	const double least = 42, height_of_plot = 28,
		     x = s->left + NUMBERS + TITLES + PLOT + 2 * GAP;
	const double width = s->left + s->width - x;
	const char *rates = rates_words(s, l),
		   *sentence = history_sentence(s->a, l, s->r->n_rounds);
	double title = canvas_text_height(s->canvas, TITLES, &SHEET_TEXT, l->title);
	double told = canvas_text_height(s->canvas, width, &SHEET_TEXT, sentence) +
		      canvas_text_height(s->canvas, width, &SHEET_NOTE, rates) + 1;
	double height = title > told ? title : told, y;

	height = (height > least ? height : least) + 8;
	if (sheet_room(s, height))
		heading(s, "Your rounds side by side, continued");
	canvas_begin(s->canvas, "P");
	canvas_text(s->canvas, s->left, s->y, NUMBERS - 8, &SHEET_STRONG, l->number);
	canvas_text(s->canvas, s->left + NUMBERS, s->y, TITLES, &SHEET_TEXT, l->title);
	y = s->y + canvas_text(s->canvas, x, s->y, width, &SHEET_TEXT, sentence) + 1;
	canvas_text(s->canvas, x, y, width, &SHEET_NOTE, rates);
	canvas_end(s->canvas, "P");
	plot(s, l,
	     (struct box){ s->left + NUMBERS + TITLES + GAP, s->y + 6, PLOT, height_of_plot });
	s->y += height - 4;
	canvas_line(s->canvas, s->left, s->y, s->left + s->width, s->y, 0.5, INK_LINE);
	s->y += 4;
}

void
sheet_history(struct sheet *s)
{
	if (s->r->n_rounds == 0)
		return;
	if (!sheet_room(s, 160))
		s->y += 18;
	document_bookmark(s->document, "Your rounds side by side");
	heading(s, "Your rounds side by side");
	sheet_paragraph(
		s, &SHEET_NOTE, "P",
		"From 0 to 100 %, oldest round first. The line across is your rate over all "
		"rounds; the dashed lines are limits that chance alone hardly ever leaves (three "
		"standard errors). Trends by the Cochran-Armitage test, p below 0.05.");
	s->y += 10;
	for (size_t i = 0; i < s->r->n_sections; i++)
		for (size_t j = 0; j < s->r->sections[i].n_lines; j++)
			if (s->r->sections[i].lines[j].past != NULL)
				row(s, &s->r->sections[i].lines[j]);
}
