/* The peer groups of a practice, on paper. */
#include <math.h>

#include "base/text.h"
#include "report/line.h"
#include "report/peers.h"
#include "report/sheet.h"

static const struct type FIGURE = { 8.2, WEIGHT_STRONG, INK_TEXT, ALIGN_LEFT, 0 };
static const struct type FAINT = { 7.2, WEIGHT_NORMAL, INK_FAINT, ALIGN_LEFT, 0 };
static const struct type COLUMN = { 7, WEIGHT_STRONG, INK_MUTED, ALIGN_LEFT, 0 };

/* Measure, title (with what is left), own rate, then a column each group. */
enum { NUMBER, TITLE, OWN, FIRST_GROUP };

static const double NUMBER_WIDTH = 46, OWN_WIDTH = 46, GAP = 8;
static const double GROUP_WIDTH = 92, NARROW_GROUP_WIDTH = 72;

static double
group_width(const struct sheet *s)
{
	return s->r->n_peers < PEERS_OF_ONE ? GROUP_WIDTH : NARROW_GROUP_WIDTH;
}

static double
width_of(const struct sheet *s, size_t column)
{
	double groups = (group_width(s) + GAP) * (double)s->r->n_peers;

	switch (column) {
	case NUMBER: return NUMBER_WIDTH;
	case TITLE: return s->width - NUMBER_WIDTH - OWN_WIDTH - 2 * GAP - groups;
	case OWN: return OWN_WIDTH;
	default: return group_width(s);
	}
}

/* A text in a column of the row at s->y, so far below its top; its height. */
static double
cell(struct sheet *s, size_t column, double below, const struct type *t, const char *text)
{
	double x = s->left;

	for (size_t i = 0; i < column; i++)
		x += width_of(s, i) + GAP;
	return canvas_text(s->canvas, x, s->y + below, width_of(s, column), t, text);
}

static double
head_cell(struct sheet *s, size_t column, const char *text)
{
	double height;

	canvas_begin(s->canvas, "TH");
	height = cell(s, column, 0, &COLUMN, text);
	canvas_end(s->canvas, "TH");
	return height;
}

static void
head(struct sheet *s, bool again)
{
	double height;

	sheet_paragraph(s, &SHEET_TITLE, "H2",
			again ? "Your peer groups, continued" : "Your peer groups");
	s->y += 6;
	if (!again) {
		sheet_paragraph(s, &SHEET_NOTE, "P",
				"Practices of the round that are like yours in kind, size, "
				"country or certification: the rate of all their charts, and how "
				"yours compares with that of the group's other practices.");
		s->y += 8;
	}
	canvas_begin(s->canvas, "Table");
	canvas_begin(s->canvas, "TR");
	height = head_cell(s, NUMBER, "Measure");
	height = fmax(height, head_cell(s, OWN, "Your rate"));
	for (size_t i = 0; i < s->r->n_peers; i++)
		height = fmax(height, head_cell(s, FIRST_GROUP + i, s->r->peers[i].title));
	canvas_end(s->canvas, "TR");
	s->y += height + 3;
	canvas_line(s->canvas, s->left, s->y, s->left + s->width, s->y, 0.9, INK_ACCENT);
	s->y += 5;
}

static void
group_cell(struct sheet *s, size_t column, const struct peer_line *p)
{
	const char *words = line_peer(p);
	struct type told = SHEET_NOTE;

	told.ink = p->verdict == VERDICT_BETTER  ? INK_GOOD
		   : p->verdict == VERDICT_WORSE ? INK_WARN
						 : INK_MUTED;
	canvas_begin(s->canvas, "TD");
	if (!p->all.shown) {
		cell(s, column, 0, &FAINT, line_hidden(&p->all, false));
	} else {
		cell(s, column, 0, &FIGURE,
		     arena_printf(s->a, "%s of %s", text_percent(s->a, p->all.share),
				  text_thousands(s->a, p->all.rate.of)));
		cell(s, column, 11, &told, words == NULL ? "Not compared" : words);
	}
	canvas_end(s->canvas, "TD");
}

static void
row(struct sheet *s, const struct line *l, size_t place)
{
	const double least = 24, pad = 9;
	const char *title = sheet_measure_title(s, l->title, l->lower_is_better);
	double height = canvas_text_height(s->canvas, width_of(s, TITLE), &SHEET_TEXT, title);

	height = fmax(height, least) + pad;
	if (s->y + height > s->bottom) {
		canvas_end(s->canvas, "Table");
		sheet_room(s, height);
		head(s, true);
	}
	canvas_begin(s->canvas, "TR");
	canvas_begin(s->canvas, "TH");
	cell(s, NUMBER, 0, &SHEET_STRONG, l->number);
	cell(s, TITLE, 0, &SHEET_TEXT, title);
	canvas_end(s->canvas, "TH");
	canvas_begin(s->canvas, "TD");
	cell(s, OWN, 0, l->own.of == 0 ? &FAINT : &FIGURE,
	     l->own.of == 0 ? "No rate" : text_percent(s->a, l->share));
	canvas_end(s->canvas, "TD");
	for (size_t i = 0; i < s->r->n_peers; i++)
		group_cell(s, FIRST_GROUP + i, &s->r->peers[i].lines[place]);
	canvas_end(s->canvas, "TR");
	s->y += height - 4;
	canvas_line(s->canvas, s->left, s->y, s->left + s->width, s->y, 0.5, INK_LINE);
	s->y += 4;
}

void
sheet_peers(struct sheet *s)
{
	size_t place = 0, n = result_lines(s->r);
	bool any = false;

	for (size_t i = 0; i < s->r->n_peers; i++)
		any = any || peers_any(&s->r->peers[i], n);
	if (!any)
		return;
	if (!sheet_room(s, 160))
		s->y += 18;
	document_bookmark(s->document, "Your peer groups");
	head(s, false);
	for (size_t i = 0; i < s->r->n_sections; i++)
		for (size_t j = 0; j < s->r->sections[i].n_lines; j++)
			row(s, &s->r->sections[i].lines[j], place++);
	canvas_end(s->canvas, "Table");
}
