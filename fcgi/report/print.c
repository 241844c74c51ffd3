/*
 * A report on paper: see print.h.
 *
 * It is laid out twice: once to count the pages, once with "Page 1 of 8" below
 * them.
 */
#include "report/print.h"

#include <math.h>

#include "base/date.h"
#include "base/text.h"
#include "report/line.h"
#include "report/sheet.h"

static const double MARGIN = 46, FOOT = 52, TOP = 44;

const struct type SHEET_TITLE = { 14, WEIGHT_STRONG, INK_TEXT, ALIGN_LEFT, 0 };
const struct type SHEET_HEAD = { 10.5, WEIGHT_STRONG, INK_TEXT, ALIGN_LEFT, 0 };
const struct type SHEET_TEXT = { 8.2, WEIGHT_NORMAL, INK_TEXT, ALIGN_LEFT, 0 };
const struct type SHEET_STRONG = { 8.2, WEIGHT_STRONG, INK_TEXT, ALIGN_LEFT, 0 };
const struct type SHEET_NOTE = { 7.2, WEIGHT_NORMAL, INK_MUTED, ALIGN_LEFT, 0 };

static const struct type FIGURE = { 8.2, WEIGHT_NORMAL, INK_TEXT, ALIGN_RIGHT, 0 };
static const struct type FIGURE_STRONG = { 8.2, WEIGHT_STRONG, INK_TEXT, ALIGN_RIGHT, 0 };
static const struct type FIGURE_FAINT = { 8.2, WEIGHT_NORMAL, INK_FAINT, ALIGN_RIGHT, 0 };
static const struct type ASIDE = { 6.8, WEIGHT_NORMAL, INK_MUTED, ALIGN_RIGHT, 0 };
static const struct type COLUMN = { 7, WEIGHT_STRONG, INK_MUTED, ALIGN_LEFT, 0 };
static const struct type COLUMN_RIGHT = { 7, WEIGHT_STRONG, INK_MUTED, ALIGN_RIGHT, 0 };
static const struct type FOOT_LEFT = { 7, WEIGHT_NORMAL, INK_MUTED, ALIGN_LEFT, 0 };

/* The columns of a module's table, and the distance between two. */
enum { NUMBER, TITLE, MET, OWN, BAR, ALL, PROGRAMS, COMPARED, N_COLUMNS };

struct columns {
	double x[N_COLUMNS], width[N_COLUMNS];
};

static const double widths[2][N_COLUMNS] = {
	[false] = { 43, 170, 51, 54, 74, 52, 0, 56 },
	[true] = { 43, 136, 51, 52, 58, 49, 55, 56 },
};
static const double COLUMN_GAP = 8;
static const char *const column_names[N_COLUMNS] = {
	"Measure",
	"",
	"Met of charts",
	"Your rate",
	"At a glance",
	"All practices",
	"Fellowship programs",
	"Compared",
};

const char *
sheet_measure_title(const struct sheet *s, const char *title, bool lower_is_better)
{
	return lower_is_better ? arena_printf(s->a, "%s (lower is better)", title) : title;
}

void
sheet_paragraph(struct sheet *s, const struct type *t, const char *tag, const char *text)
{
	canvas_begin(s->canvas, tag);
	s->y += canvas_text(s->canvas, s->left, s->y, s->width, t, text);
	canvas_end(s->canvas, tag);
}

void
sheet_mark(struct sheet *s, enum verdict v, double x, double y, double size)
{
	switch (v) {
	case VERDICT_BETTER: canvas_dot(s->canvas, x, y, size, true, INK_GOOD); break;
	case VERDICT_WORSE: canvas_triangle(s->canvas, x, y, size, true, INK_WARN); break;
	case VERDICT_SAME: canvas_dot(s->canvas, x, y, size, false, INK_FAINT); break;
	case VERDICT_NONE:
		canvas_line(s->canvas, x - size / 2, y, x + size / 2, y, 1, INK_FAINT);
		break;
	}
}

struct plot_rate
sheet_rate(const struct line *l)
{
	return (struct plot_rate){
		.has_own = l->own.of > 0,
		.has_others = l->national.shown,
		.small = l->own.of < RESULT_SMALL,
		.own = l->share,
		.low = l->interval.low,
		.high = l->interval.high,
		.others = l->national.share,
	};
}

static void
foot(struct sheet *s)
{
	double y = document_height(s->document) - FOOT + 16;
	char cut[DATE_WORDS_SIZE];

	canvas_line(s->canvas, s->left, y - 5, s->left + s->width, y - 5, 0.5, INK_LINE);
	canvas_text(s->canvas, s->left, y, s->width - 80, &FOOT_LEFT,
		    arena_printf(s->a, "%s, %s. Figures as of %s.", s->r->practice, s->r->round,
				 date_words(time_day(s->r->cut), cut)));
	canvas_text(s->canvas, s->left + s->width - 80, y, 80, &ASIDE,
		    arena_printf(s->a, "Page %zu of %zu", s->page, s->of_pages));
}

static void
next_page(struct sheet *s)
{
	foot(s);
	document_next(s->document);
	s->page++;
	s->y = TOP;
}

bool
sheet_room(struct sheet *s, double height)
{
	if (s->y + height <= s->bottom)
		return false;
	next_page(s);
	return true;
}

/* Titles get what the paper is wider than the columns. */
static struct columns
columns_of(const struct sheet *s)
{
	const double *width = widths[s->r->fellowship];
	double spare = s->width + COLUMN_GAP, x = s->left;
	struct columns c;

	for (size_t i = 0; i < N_COLUMNS; i++)
		spare -= width[i] > 0 ? width[i] + COLUMN_GAP : 0;
	for (size_t i = 0; i < N_COLUMNS; i++) {
		c.x[i] = x;
		c.width[i] = width[i] + (i == TITLE ? spare : 0);
		x += width[i] > 0 ? c.width[i] + COLUMN_GAP : 0;
	}
	return c;
}

static void
table_head(struct sheet *s, const struct columns *c)
{
	double height = 0;

	canvas_begin(s->canvas, "TR");
	for (size_t i = 0; i < N_COLUMNS; i++) {
		bool right = i == MET || i == OWN || i == ALL || i == PROGRAMS;
		double h;

		if (c->width[i] <= 0)
			continue;
		canvas_begin(s->canvas, "TH");
		h = canvas_text(s->canvas, c->x[i], s->y, c->width[i],
				right ? &COLUMN_RIGHT : &COLUMN, column_names[i]);
		canvas_end(s->canvas, "TH");
		height = h > height ? h : height;
	}
	canvas_end(s->canvas, "TR");
	s->y += height + 3;
	canvas_line(s->canvas, s->left, s->y, s->left + s->width, s->y, 0.9, INK_ACCENT);
	s->y += 5;
}

/* What stands below a measure's title; NULL for nothing. */
static const char *
title_note(struct sheet *s, const struct line *l)
{
	const char *direction = l->lower_is_better ? "Lower is better. " : "";
	const char *parts = l->parts != NULL    ? arena_printf(s->a, "All of: %s. ", l->parts)
			    : l->any_of != NULL ? arena_printf(s->a, "Any of: %s. ", l->any_of)
						: "";
	const char *missing = "";

	if (l->lower_is_better && l->missing > 0)
		missing = arena_printf(
			s->a,
			"In %s of these charts an answer is missing, which may make this "
			"rate look better than it is.",
			text_thousands(s->a, l->missing));
	return arena_printf(s->a, "%s%s%s", direction, parts, missing);
}

static void
cell(struct sheet *s, const struct columns *c, size_t column, double below, const struct type *t,
     const char *text)
{
	canvas_text(s->canvas, c->x[column], s->y + below, c->width[column], t, text);
}

static void
own_cells(struct sheet *s, const struct columns *c, const struct line *l)
{
	bool small = l->own.of < RESULT_SMALL;

	canvas_begin(s->canvas, "TD");
	cell(s, c, MET, 0, &FIGURE,
	     arena_printf(s->a, "%s of %s", text_thousands(s->a, l->own.met),
			  text_thousands(s->a, l->own.of)));
	canvas_end(s->canvas, "TD");
	canvas_begin(s->canvas, "TD");
	if (l->own.of == 0) {
		cell(s, c, OWN, 0, &FIGURE_FAINT, "No rate");
	} else {
		cell(s, c, OWN, 0, small ? &FIGURE_FAINT : &FIGURE_STRONG,
		     text_percent(s->a, l->share));
		cell(s, c, OWN, 11, &ASIDE,
		     arena_printf(s->a, "%.1f–%s%s", round(l->interval.low * 1000) / 10,
				  text_percent(s->a, l->interval.high),
				  small ? "\nfew charts" : ""));
	}
	canvas_end(s->canvas, "TD");
}

static void
yardstick_cell(struct sheet *s, const struct columns *c, size_t column, const struct yardstick *y)
{
	canvas_begin(s->canvas, "TD");
	if (y->shown) {
		cell(s, c, column, 0, &FIGURE, text_percent(s->a, y->share));
		cell(s, c, column, 11, &ASIDE,
		     arena_printf(s->a, "of %s", text_thousands(s->a, y->rate.of)));
	} else {
		cell(s, c, column, 0.5, &ASIDE, line_hidden(y, column == PROGRAMS));
	}
	canvas_end(s->canvas, "TD");
}

static void
compared_cell(struct sheet *s, const struct columns *c, const struct line *l)
{
	const double shape = 11;
	const char *words = line_verdict(l);
	struct type type = l->verdict == VERDICT_BETTER || l->verdict == VERDICT_WORSE
				   ? SHEET_STRONG
				   : SHEET_TEXT;

	type.size = 7.6;
	type.ink = l->verdict == VERDICT_BETTER  ? INK_GOOD
		   : l->verdict == VERDICT_WORSE ? INK_WARN
						 : INK_MUTED;
	if (words != NULL)
		sheet_mark(s, l->verdict, c->x[COMPARED] + 3.5, s->y + 5.5, 6.5);
	canvas_begin(s->canvas, "TD");
	canvas_text(s->canvas, c->x[COMPARED] + (words == NULL ? 0 : shape), s->y,
		    c->width[COMPARED] - (words == NULL ? 0 : shape), &type,
		    words == NULL ? "Not compared" : words);
	canvas_end(s->canvas, "TD");
}

static double
row_height(struct sheet *s, const struct columns *c, const struct line *l)
{
	const double least = 24, pad = 9;
	const char *note = title_note(s, l);
	double title = canvas_text_height(s->canvas, c->width[TITLE], &SHEET_TEXT, l->title);
	double height = title + pad;

	if (note[0] != '\0')
		height += canvas_text_height(s->canvas, c->width[TITLE], &SHEET_NOTE, note) + 1;
	if (!l->national.shown)
		height = fmax(height, pad + canvas_text_height(s->canvas, c->width[ALL], &ASIDE,
							       line_hidden(&l->national, false)));
	if (l->own.of > 0 && l->own.of < RESULT_SMALL)
		height = fmax(height, least + pad + 5);
	return fmax(height, least + pad);
}

static void
row(struct sheet *s, const struct columns *c, const struct line *l, double height)
{
	const char *note = title_note(s, l);
	struct plot_rate rate = sheet_rate(l);
	double title;

	canvas_begin(s->canvas, "TR");
	canvas_begin(s->canvas, "TH");
	cell(s, c, NUMBER, 0, &SHEET_STRONG, l->number);
	title = canvas_text(s->canvas, c->x[TITLE], s->y, c->width[TITLE], &SHEET_TEXT, l->title);
	if (note[0] != '\0')
		cell(s, c, TITLE, title + 1, &SHEET_NOTE, note);
	canvas_end(s->canvas, "TH");
	own_cells(s, c, l);
	plot_rate(s->canvas, (struct box){ c->x[BAR], s->y + 2, c->width[BAR], 8 }, &rate);
	yardstick_cell(s, c, ALL, &l->national);
	if (s->r->fellowship)
		yardstick_cell(s, c, PROGRAMS, &l->fellowship);
	compared_cell(s, c, l);
	canvas_end(s->canvas, "TR");
	s->y += height - 4;
	canvas_line(s->canvas, s->left, s->y, s->left + s->width, s->y, 0.5, INK_LINE);
	s->y += 4;
}

/* "12 of 24 charts", and what that means. */
static const char *
charts_text(struct arena *a, const struct section *of)
{
	const char *text = arena_printf(a, "%u of %u charts", of->complete, of->required);

	if (of->reason != NULL)
		return arena_printf(a, "%s; the practice declared %u eligible in all", text,
				    of->eligible);
	return of->complete < of->required
		       ? arena_printf(a, "%s: fewer than the round asks for", text)
		       : text;
}

static void
section_head(struct sheet *s, const struct section *of, bool again)
{
	struct type charts = ASIDE;
	bool below = of->complete < of->required;

	charts.size = 8;
	charts.ink = below ? INK_WARN : INK_MUTED;
	canvas_text(s->canvas, s->left + s->width / 2, s->y + 5, s->width / 2, &charts,
		    charts_text(s->a, of));
	sheet_paragraph(s, &SHEET_TITLE, "H2",
			again ? arena_printf(s->a, "%s, continued", of->title) : of->title);
	s->y += 6;
}

static void
section(struct sheet *s, const struct columns *c, const struct section *of)
{
	const double least = 130; /* a heading and some rows */

	if (!sheet_room(s, least) && s->y > TOP)
		s->y += 18;
	document_bookmark(s->document, of->title);
	section_head(s, of, false);
	if (of->reason != NULL)
		sheet_paragraph(s, &SHEET_NOTE, "P",
				arena_printf(s->a,
					     "Why there are fewer eligible charts, as the practice "
					     "declared: %s",
					     of->reason));
	canvas_begin(s->canvas, "Table");
	table_head(s, c);
	for (size_t i = 0; i < of->n_lines; i++) {
		double height = row_height(s, c, &of->lines[i]);

		if (s->y + height > s->bottom) {
			canvas_end(s->canvas, "Table");
			next_page(s);
			section_head(s, of, true);
			canvas_begin(s->canvas, "Table");
			table_head(s, c);
		}
		row(s, c, &of->lines[i], height);
	}
	canvas_end(s->canvas, "Table");
}

static void
draw(struct sheet *s)
{
	struct columns c;

	s->canvas = document_canvas(s->document);
	s->left = MARGIN;
	s->width = document_width(s->document) - 2 * MARGIN;
	s->bottom = document_height(s->document) - FOOT;
	s->y = TOP;
	s->page = 1;
	c = columns_of(s);
	document_bookmark(s->document, "Summary");
	sheet_front(s);
	next_page(s);
	sheet_overall(s);
	for (size_t i = 0; i < s->r->n_sections; i++)
		section(s, &c, &s->r->sections[i]);
	sheet_among(s);
	sheet_peers(s);
	sheet_history(s);
	sheet_levels(s);
	sheet_reading(s);
	foot(s);
}

/* Countries that print on Letter (ANSI A) rather than A4 (ISO 216). */
static enum paper
paper_of(const char *country)
{
	static const char *const letter[] = { "US", "CA", "MX", "PH", "CL", "CO", "CR", "PR" };

	for (size_t i = 0; i < sizeof letter / sizeof *letter; i++)
		if (text_equal(country, letter[i]))
			return PAPER_LETTER;
	return PAPER_A4;
}

struct bytes
report_print(struct arena *a, const struct result *r, const char *site)
{
	struct document_about about = {
		.title = arena_printf(a, "Performance report of %s, %s", r->practice, r->round),
		.author = arena_printf(a, "myQOPI %s", r->version),
		.created = r->cut,
	};
	struct sheet s = { .a = a, .r = r, .site = site };
	struct arena_mark mark = arena_mark(a);

	s.document = document_blind(a, paper_of(r->country));
	draw(&s);
	arena_back(a, mark);
	s.of_pages = s.page;
	s.document = document_new(a, paper_of(r->country), &about);
	draw(&s);
	return document_end(s.document);
}
