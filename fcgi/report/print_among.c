/* What of the differences may be chance, on paper. */
#include <math.h>

#include "base/text.h"
#include "report/among.h"
#include "report/sheet.h"

static const struct type FIGURE = { 8.2, WEIGHT_NORMAL, INK_TEXT, ALIGN_RIGHT, 0 };
static const struct type STRONG = { 8.2, WEIGHT_STRONG, INK_TEXT, ALIGN_RIGHT, 0 };
static const struct type MUTED = { 7.6, WEIGHT_NORMAL, INK_MUTED, ALIGN_LEFT, 0 };
static const struct type COLUMN = { 7, WEIGHT_STRONG, INK_MUTED, ALIGN_LEFT, 0 };
static const struct type COLUMN_RIGHT = { 7, WEIGHT_STRONG, INK_MUTED, ALIGN_RIGHT, 0 };

/* The columns; the last gets what the paper has left. */
enum { NUMBER, RATE, NEAR, FAR, RANK, SHRUNKEN, PLACE, N_COLUMNS };

static const struct {
	const char *name;
	double width;
	bool right;
} columns[N_COLUMNS] = {
	[NUMBER] = { "Measure", 48, false },
	[RATE] = { "Your rate", 44, true },
	[NEAR] = { "95 % limits", 72, true },
	[FAR] = { "99.8 % limits", 72, true },
	[RANK] = { "Better than, of 100", 58, true },
	[SHRUNKEN] = { "Shrunken rate, 95 % interval", 104, true },
	[PLACE] = { "", 0, false },
};
static const double GAP = 9;

static double
width_of(const struct sheet *s, size_t column)
{
	double width = s->width - GAP * (N_COLUMNS - 1);

	if (column != PLACE)
		return columns[column].width;
	for (size_t i = 0; i < N_COLUMNS; i++)
		width -= columns[i].width;
	return width;
}

static void
cell(struct sheet *s, size_t column, const char *tag, const struct type *t, const char *text)
{
	double x = s->left;

	for (size_t i = 0; i < column; i++)
		x += width_of(s, i) + GAP;
	canvas_begin(s->canvas, tag);
	canvas_text(s->canvas, x, s->y, width_of(s, column), t, text);
	canvas_end(s->canvas, tag);
}

static void
table_head(struct sheet *s)
{
	canvas_begin(s->canvas, "Table");
	canvas_begin(s->canvas, "TR");
	for (size_t i = 0; i < N_COLUMNS; i++)
		cell(s, i, "TH", columns[i].right ? &COLUMN_RIGHT : &COLUMN, columns[i].name);
	canvas_end(s->canvas, "TR");
	s->y += 22;
	canvas_line(s->canvas, s->left, s->y, s->left + s->width, s->y, 0.9, INK_ACCENT);
	s->y += 5;
}

/* "62.4–81.0 %" */
static const char *
limits_words(struct arena *a, struct interval i)
{
	return arena_printf(a, "%.1f–%s", round(i.low * 1000) / 10, text_percent(a, i.high));
}

static void
row(struct sheet *s, const struct line *l)
{
	const double height = 24;
	const struct among *m = &l->among;

	if (s->y + height > s->bottom) {
		canvas_end(s->canvas, "Table");
		sheet_room(s, height);
		table_head(s);
	}
	canvas_begin(s->canvas, "TR");
	cell(s, NUMBER, "TH", &SHEET_STRONG, l->number);
	cell(s, RATE, "TD", &STRONG, text_percent(s->a, l->share));
	cell(s, NEAR, "TD", &FIGURE, limits_words(s->a, m->near));
	cell(s, FAR, "TD", &FIGURE, limits_words(s->a, m->far));
	cell(s, RANK, "TD", &FIGURE,
	     m->ranked ? arena_printf(s->a, "%.0f", floor(m->percentile)) : "Too few");
	cell(s, SHRUNKEN, "TD", &FIGURE,
	     arena_printf(s->a, "%s, %s", text_percent(s->a, m->shrunken.share),
			  limits_words(s->a, m->shrunken.interval)));
	cell(s, PLACE, "TD", &MUTED, among_place_words(m->place));
	canvas_end(s->canvas, "TR");
	s->y += height - 4;
	canvas_line(s->canvas, s->left, s->y, s->left + s->width, s->y, 0.5, INK_LINE);
	s->y += 4;
}

void
sheet_among(struct sheet *s)
{
	const char *sentence = among_chance_sentence(s->a, s->r);

	if (sentence == NULL)
		return;
	if (!sheet_room(s, 180))
		s->y += 18;
	document_bookmark(s->document, "Difference or chance");
	sheet_paragraph(s, &SHEET_TITLE, "H2", "Difference or chance");
	s->y += 4;
	sheet_paragraph(s, &SHEET_TEXT, "P", sentence);
	s->y += 2;
	sheet_paragraph(s, &SHEET_NOTE, "P",
			"The limits hold 95 and 99.8 of 100 practices with as many charts as yours, "
			"if they differed by chance alone; where practices differ by more, they are "
			"wider. The shrunken rate leans on all practices where your own charts are "
			"few.");
	s->y += 6;
	table_head(s);
	for (size_t i = 0; i < s->r->n_sections; i++)
		for (size_t j = 0; j < s->r->sections[i].n_lines; j++)
			if (s->r->sections[i].lines[j].among.told)
				row(s, &s->r->sections[i].lines[j]);
	canvas_end(s->canvas, "Table");
}
