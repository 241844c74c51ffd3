/*
 * The first page of a printed report: whose it is, how it came out, every
 * measure as one column, and the strongest and weakest of them.
 */
#include "report/sheet.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/text.h"

enum { SHOWN = 6 }; /* measures in each list */

static const struct type EYEBROW = { 8.5, WEIGHT_STRONG, INK_ACCENT, ALIGN_LEFT, 1.3 };
static const struct type NAME = { 25, WEIGHT_STRONG, INK_TEXT, ALIGN_LEFT, 0 };
static const struct type LEAD = { 10.5, WEIGHT_NORMAL, INK_MUTED, ALIGN_LEFT, 0 };
static const struct type BIG = { 26, WEIGHT_STRONG, INK_TEXT, ALIGN_LEFT, 0 };
static const struct type RATE = { 8.5, WEIGHT_STRONG, INK_TEXT, ALIGN_RIGHT, 0 };
static const struct type ASIDE = { 7, WEIGHT_NORMAL, INK_MUTED, ALIGN_RIGHT, 0 };

static void
masthead(struct sheet *s)
{
	const struct result *r = s->r;
	char opens[DATE_WORDS_SIZE], closes[DATE_WORDS_SIZE];

	canvas_box(s->canvas, (struct box){ s->left, s->y, 34, 4 }, 2, INK_ACCENT);
	s->y += 16;
	sheet_paragraph(s, &EYEBROW, "P", "PERFORMANCE REPORT");
	s->y += 2;
	sheet_paragraph(s, &NAME, "H1", r->practice);
	s->y += 2;
	sheet_paragraph(s, &LEAD, "P",
			arena_printf(s->a, "%s, %s to %s", r->round, date_words(r->opens, opens),
				     date_words(r->closes, closes)));
	s->y += 18;
}

/* One number of the summary. */
struct tile {
	enum verdict verdict;
	enum ink ground, ink;
	const char *words;
};

static const struct tile tiles[] = {
	{ VERDICT_BETTER, INK_GOOD_SOFT, INK_GOOD, "better than all others" },
	{ VERDICT_WORSE, INK_WARN_SOFT, INK_WARN, "worse than all others" },
	{ VERDICT_SAME, INK_SOFT, INK_TEXT, "the same, within chance" },
	{ VERDICT_NONE, INK_SOFT, INK_MUTED, "nothing to compare" },
};

static void
draw_tile(struct sheet *s, const struct tile *t, struct box at)
{
	const double pad = 12;
	struct type number = BIG, words = SHEET_NOTE;

	number.ink = words.ink = t->ink;
	canvas_box(s->canvas, at, 6, t->ground);
	sheet_mark(s, t->verdict, at.x + at.width - pad - 6, at.y + pad + 12, 12);
	canvas_begin(s->canvas, "P");
	canvas_text(s->canvas, at.x + pad, at.y + 7, at.width - 2 * pad, &number,
		    arena_printf(s->a, "%zu", s->r->verdicts[t->verdict]));
	canvas_text(s->canvas, at.x + pad, at.y + 43, at.width - pad, &words, t->words);
	canvas_end(s->canvas, "P");
}

static void
summary(struct sheet *s)
{
	const size_t n = sizeof tiles / sizeof *tiles;
	const double gap = 10, height = 64, width = (s->width - gap * ((double)n - 1)) / (double)n;

	for (size_t i = 0; i < n; i++)
		draw_tile(s, &tiles[i],
			  (struct box){ s->left + (width + gap) * (double)i, s->y, width, height });
	s->y += height + 8;
	sheet_paragraph(
		s, &SHEET_NOTE, "P",
		arena_printf(
			s->a,
			"Measures, by how your rate compares with that of all other practices of "
			"the round. %s completed %s of your practice are in it.",
			text_thousands(s->a, s->r->charts),
			s->r->charts == 1 ? "chart" : "charts"));
	s->y += 18;
}

/* How well a measure went, from 0 to 1, whichever direction is good. */
static double
goodness(const struct line *l, double share)
{
	return l->lower_is_better ? 1 - share : share;
}

static enum ink
column_ink(const struct line *l)
{
	if (l->verdict == VERDICT_BETTER)
		return INK_GOOD;
	if (l->verdict == VERDICT_WORSE)
		return INK_WARN;
	return l->own.of < RESULT_SMALL ? INK_FAINT : INK_BAR;
}

/* A measure as a column, the fuller the better; all practices as a line across. */
static void
column(struct sheet *s, const struct line *l, struct box at)
{
	const double mark = 4.5;

	canvas_box(s->canvas, at, 1, INK_TRACK);
	if (l->own.of > 0) {
		double height = at.height * goodness(l, l->share);

		canvas_box(s->canvas,
			   (struct box){ at.x, at.y + at.height - height, at.width, height }, 1,
			   column_ink(l));
	}
	if (l->national.shown) {
		double y = at.y + at.height * (1 - goodness(l, l->national.share));

		canvas_line(s->canvas, at.x - 1.5, y, at.x + at.width + 1.5, y, 2.6, INK_PAPER);
		canvas_line(s->canvas, at.x - 1.5, y, at.x + at.width + 1.5, y, 1.3, INK_MARKER);
	}
	if (l->verdict == VERDICT_BETTER || l->verdict == VERDICT_WORSE)
		sheet_mark(s, l->verdict, at.x + at.width / 2, at.y + at.height + mark, mark);
}

/* One module's measures as columns, in as many rows as they need. */
static void
columns(struct sheet *s, const struct section *of)
{
	const double names = 126, pitch = 13.5, width = 8, height = 24, row = 36;
	size_t a_row = (size_t)((s->width - names) / pitch);

	canvas_begin(s->canvas, "P");
	canvas_text(s->canvas, s->left, s->y + 6, names - 14, &SHEET_TEXT, of->title);
	canvas_end(s->canvas, "P");
	for (size_t i = 0; i < of->n_lines; i++)
		column(s, &of->lines[i],
		       (struct box){ s->left + names + pitch * (double)(i % a_row),
				     s->y + row * (double)(i / a_row), width, height });
	s->y += row * (of->n_lines == 0 ? 1 : (double)((of->n_lines - 1) / a_row + 1));
}

static void
at_a_glance(struct sheet *s)
{
	sheet_paragraph(s, &SHEET_HEAD, "H2", "Every measure at a glance");
	sheet_paragraph(
		s, &SHEET_NOTE, "P",
		"One column a measure, the fuller the better; where a low rate is good, the column "
		"is turned round. The dark red line is all practices.");
	s->y += 9;
	for (size_t i = 0; i < s->r->n_sections; i++)
		columns(s, &s->r->sections[i]);
	s->y += 8;
}

/* Better than others counts most, then how well the measure went. */
static double
strength(const struct line *l)
{
	return goodness(l, l->share) + (l->verdict == VERDICT_BETTER) -
	       (l->verdict == VERDICT_WORSE);
}

/* Strongest first; then as in the catalogue, so that the order is always the same. */
static int
by_strength(const void *one, const void *other)
{
	const struct line *a = *(const struct line *const *)one;
	const struct line *b = *(const struct line *const *)other;
	double by = strength(b) - strength(a);

	if (by > 0 || by < 0)
		return by > 0 ? 1 : -1;
	return a < b ? -1 : a > b;
}

/* The measures with enough charts, strongest first; their number. */
static size_t
ranked(struct sheet *s, const struct line ***found)
{
	size_t n = 0, all = 0;

	for (size_t i = 0; i < s->r->n_sections; i++)
		all += s->r->sections[i].n_lines;
	*found = arena_array(s->a, all, sizeof **found);
	for (size_t i = 0; i < s->r->n_sections; i++)
		for (size_t j = 0; j < s->r->sections[i].n_lines; j++)
			if (s->r->sections[i].lines[j].own.of >= RESULT_SMALL)
				(*found)[n++] = &s->r->sections[i].lines[j];
	qsort(*found, n, sizeof **found, by_strength);
	return n;
}

static const char *
named(struct sheet *s, const struct line *l)
{
	return arena_printf(s->a, "%s  %s%s", l->number, l->title,
			    l->lower_is_better ? " (lower is better)" : "");
}

static double
item_height(struct sheet *s, const struct line *l, double width)
{
	return canvas_text_height(s->canvas, width, &SHEET_TEXT, named(s, l)) + 29;
}

static void
item(struct sheet *s, const struct line *l, double x, double y, double width)
{
	const double rates = 58;
	struct plot_rate rate = sheet_rate(l);

	canvas_begin(s->canvas, "P");
	y += canvas_text(s->canvas, x, y, width, &SHEET_TEXT, named(s, l)) + 4;
	canvas_text(s->canvas, x + width - rates, y - 3, rates, &RATE,
		    text_percent(s->a, l->share));
	if (l->verdict == VERDICT_BETTER || l->verdict == VERDICT_WORSE)
		sheet_mark(s, l->verdict, x + width - rates + 8, y + 2.5, 6);
	if (l->national.shown)
		canvas_text(s->canvas, x + width - rates, y + 7, rates, &ASIDE,
			    arena_printf(s->a, "all: %s", text_percent(s->a, l->national.share)));
	canvas_end(s->canvas, "P");
	plot_rate(s->canvas, (struct box){ x, y + 2, width - rates - 6, 8 }, &rate);
}

/* A heading, and measures below it in one column of the page as far as there is room. */
static void
list(struct sheet *s, double x, double width, const char *title, const struct line **lines,
     size_t n, int step)
{
	double y = s->y;

	canvas_begin(s->canvas, "H2");
	y += canvas_text(s->canvas, x, y, width, &SHEET_HEAD, title) + 6;
	canvas_end(s->canvas, "H2");
	if (n == 0) {
		canvas_begin(s->canvas, "P");
		canvas_text(s->canvas, x, y, width, &SHEET_TEXT,
			    "Too few charts in each measure to name any.");
		canvas_end(s->canvas, "P");
	}
	for (size_t i = 0; i < n; i++, lines += step) {
		double height = item_height(s, *lines, width);

		if (y + height > s->bottom)
			return;
		item(s, *lines, x, y, width);
		y += height;
	}
}

void
sheet_front(struct sheet *s)
{
	const double gap = 28, width = (s->width - gap) / 2;
	const struct line **lines;
	size_t n, shown;

	masthead(s);
	summary(s);
	at_a_glance(s);
	n = ranked(s, &lines);
	shown = n / 2 < SHOWN ? n / 2 : SHOWN;
	list(s, s->left, width, "Where you are strongest", lines, shown, 1);
	list(s, s->left + width + gap, width, "Where most is to be gained",
	     n == 0 ? lines : lines + n - 1, shown, -1);
}
