/* The sites, physicians and fellows of a practice, on paper. */
#include <math.h>

#include "base/text.h"
#include "report/levels.h"
#include "report/line.h"
#include "report/sheet.h"

static const struct type FIGURE = { 8.2, WEIGHT_NORMAL, INK_TEXT, ALIGN_RIGHT, 0 };
static const struct type STRONG = { 8.2, WEIGHT_STRONG, INK_TEXT, ALIGN_RIGHT, 0 };
static const struct type FAINT = { 8.2, WEIGHT_NORMAL, INK_FAINT, ALIGN_RIGHT, 0 };
static const struct type ASIDE = { 6.8, WEIGHT_NORMAL, INK_MUTED, ALIGN_RIGHT, 0 };
static const struct type COLUMN = { 7, WEIGHT_STRONG, INK_MUTED, ALIGN_LEFT, 0 };
static const struct type COLUMN_RIGHT = { 7, WEIGHT_STRONG, INK_MUTED, ALIGN_RIGHT, 0 };

/* The columns of a unit's table; the title gets what the paper has left. */
enum { NUMBER, TITLE, MET, RATE, PRACTICE, OTHERS, REST, N_COLUMNS };

static const struct {
	const char *name;
	double width;
	bool right;
} columns[N_COLUMNS] = {
	[NUMBER] = { "Measure", 46, false },
	[TITLE] = { "", 0, false },
	[MET] = { "Met of charts", 50, true },
	[RATE] = { "Rate", 56, true },
	[PRACTICE] = { "Whole practice", 48, true },
	[OTHERS] = { "Beside all other practices", 74, false },
	[REST] = { "Beside the rest of the practice", 74, false },
};
static const double GAP = 8;

static const char *const notes[] = {
	[LEVEL_SITE] = "Charts by the site where the patient is treated.",
	[LEVEL_PHYSICIAN] = "Charts by the physician whose patient it is, of the physicians for "
			    "whom the practice asked this at sign-up.",
	[LEVEL_FELLOW] = "Charts by the fellow who abstracted them: figures of the charts a fellow "
			 "worked on, not of the care that the fellow gave.",
};

static double
width_of(const struct sheet *s, size_t column)
{
	double width = s->width - GAP * (N_COLUMNS - 1);

	if (column != TITLE)
		return columns[column].width;
	for (size_t i = 0; i < N_COLUMNS; i++)
		width -= columns[i].width;
	return width;
}

static double
left_of(const struct sheet *s, size_t column)
{
	double x = s->left;

	for (size_t i = 0; i < column; i++)
		x += width_of(s, i) + GAP;
	return x;
}

/* A text in a column of the row at s->y, so far below its top; its height. */
static double
cell(struct sheet *s, size_t column, double below, const struct type *t, const char *text)
{
	return canvas_text(s->canvas, left_of(s, column), s->y + below, width_of(s, column), t,
			   text);
}

static void
table_head(struct sheet *s)
{
	double height = 0;

	canvas_begin(s->canvas, "TR");
	for (size_t i = 0; i < N_COLUMNS; i++) {
		canvas_begin(s->canvas, "TH");
		height = fmax(height, cell(s, i, 0, columns[i].right ? &COLUMN_RIGHT : &COLUMN,
					   columns[i].name));
		canvas_end(s->canvas, "TH");
	}
	canvas_end(s->canvas, "TR");
	s->y += height + 3;
	canvas_line(s->canvas, s->left, s->y, s->left + s->width, s->y, 0.9, INK_ACCENT);
	s->y += 5;
}

static void
unit_head(struct sheet *s, const struct unit *u, bool again)
{
	sheet_paragraph(s, &SHEET_HEAD, "H3",
			arena_printf(s->a, "%s, %s %s%s", u->name, text_thousands(s->a, u->charts),
				     u->charts == 1 ? "chart" : "charts",
				     again ? ", continued" : ""));
	s->y += 4;
	canvas_begin(s->canvas, "Table");
	table_head(s);
}

static void
versus_cell(struct sheet *s, size_t column, const struct versus *v)
{
	const double shape = 11;
	const char *words = line_versus(v);
	bool marked = v->verdict != VERDICT_NONE;
	struct type type = SHEET_TEXT;

	type.size = 7.6;
	type.ink = v->verdict == VERDICT_BETTER  ? INK_GOOD
		   : v->verdict == VERDICT_WORSE ? INK_WARN
						 : INK_MUTED;
	if (marked)
		sheet_mark(s, v->verdict, left_of(s, column) + 3.5, s->y + 5.5, 6.5);
	canvas_begin(s->canvas, "TD");
	canvas_text(s->canvas, left_of(s, column) + (marked ? shape : 0), s->y,
		    width_of(s, column) - (marked ? shape : 0), &type,
		    words == NULL ? "Not compared" : words);
	canvas_end(s->canvas, "TD");
}

static void
figure_cells(struct sheet *s, const struct line *l, const struct unit_line *u)
{
	bool small = u->own.of < RESULT_SMALL;

	canvas_begin(s->canvas, "TD");
	cell(s, MET, 0, &FIGURE,
	     arena_printf(s->a, "%s of %s", text_thousands(s->a, u->own.met),
			  text_thousands(s->a, u->own.of)));
	canvas_end(s->canvas, "TD");
	canvas_begin(s->canvas, "TD");
	if (u->own.of == 0) {
		cell(s, RATE, 0, &FAINT, "No rate");
	} else {
		cell(s, RATE, 0, small ? &FAINT : &STRONG, text_percent(s->a, u->share));
		cell(s, RATE, 11, &ASIDE,
		     arena_printf(s->a, "%.1f–%s", round(u->interval.low * 1000) / 10,
				  text_percent(s->a, u->interval.high)));
	}
	canvas_end(s->canvas, "TD");
	canvas_begin(s->canvas, "TD");
	cell(s, PRACTICE, 0, l->own.of == 0 ? &FAINT : &FIGURE,
	     l->own.of == 0 ? "No rate" : text_percent(s->a, l->share));
	canvas_end(s->canvas, "TD");
}

static void
row(struct sheet *s, const struct unit *unit, const struct line *l, const struct unit_line *u)
{
	const double least = 24, pad = 9;
	const char *title = sheet_measure_title(s, l->title, l->lower_is_better);
	double height = canvas_text_height(s->canvas, width_of(s, TITLE), &SHEET_TEXT, title);

	height = fmax(height, least) + pad;
	if (s->y + height > s->bottom) {
		canvas_end(s->canvas, "Table");
		sheet_room(s, height);
		unit_head(s, unit, true);
	}
	canvas_begin(s->canvas, "TR");
	canvas_begin(s->canvas, "TH");
	cell(s, NUMBER, 0, &SHEET_STRONG, l->number);
	cell(s, TITLE, 0, &SHEET_TEXT, title);
	canvas_end(s->canvas, "TH");
	figure_cells(s, l, u);
	versus_cell(s, OTHERS, &u->all);
	versus_cell(s, REST, &u->rest);
	canvas_end(s->canvas, "TR");
	s->y += height - 4;
	canvas_line(s->canvas, s->left, s->y, s->left + s->width, s->y, 0.5, INK_LINE);
	s->y += 4;
}

/* A unit with the measures that it has charts of. */
static void
unit_table(struct sheet *s, const struct unit *unit)
{
	const double head_and_rows = 120;
	size_t at = 0;

	if (!sheet_room(s, head_and_rows))
		s->y += 10;
	unit_head(s, unit, false);
	for (size_t i = 0; i < s->r->n_sections; i++)
		for (size_t j = 0; j < s->r->sections[i].n_lines; j++) {
			const struct unit_line *u = &unit->lines[at++];

			if (u->own.of + u->excluded + u->excepted > 0)
				row(s, unit, &s->r->sections[i].lines[j], u);
		}
	canvas_end(s->canvas, "Table");
}

static void
level_head(struct sheet *s, enum level level)
{
	const char *without = "";

	if (!sheet_room(s, 180))
		s->y += 18;
	document_bookmark(s->document, line_level(level));
	sheet_paragraph(s, &SHEET_TITLE, "H2", line_level(level));
	s->y += 4;
	if (level == LEVEL_SITE && s->r->no_site > 0)
		without = arena_printf(s->a, " %s of the practice's charts name no site.",
				       text_thousands(s->a, s->r->no_site));
	sheet_paragraph(s, &SHEET_NOTE, "P",
			arena_printf(s->a,
				     "%s%s Each is compared with all other practices and with the "
				     "rest of the practice; with fewer than %d charts there are too "
				     "few to tell.",
				     notes[level], without, (int)RESULT_SMALL));
}

void
sheet_levels(struct sheet *s)
{
	for (size_t i = 0; i < s->r->n_units; i++) {
		const struct unit *u = &s->r->units[i];

		if (i == 0 || u->level != u[-1].level)
			level_head(s, u->level);
		unit_table(s, u);
	}
}
