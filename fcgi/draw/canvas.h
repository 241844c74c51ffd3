/*
 * A surface to draw on: text and a few shapes, in points (1/72 inch) from the
 * upper left corner, in the colors of the site's light theme.
 *
 * All text has figures of equal width. A character that no installed font
 * knows is drawn as a box.
 */
#ifndef DRAW_CANVAS_H
#define DRAW_CANVAS_H

#include <stdbool.h>

#include "base/arena.h"

struct canvas;

enum ink {
	INK_TEXT,
	INK_MUTED,
	INK_FAINT, /* figures that say little */
	INK_LINE,
	INK_SOFT, /* grounds */
	INK_ACCENT,
	INK_GOOD,
	INK_GOOD_SOFT,
	INK_WARN,
	INK_WARN_SOFT,
	INK_BAR,
	INK_TRACK,
	INK_MARKER,
	INK_PAPER,
};

enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };
enum weight { WEIGHT_NORMAL, WEIGHT_STRONG };

/* How a text looks. */
struct type {
	double size;
	enum weight weight;
	enum ink ink;
	enum align align;
	double spacing; /* between letters, in points; 0 as the font has it */
};

struct box {
	double x, y, width, height;
};

/*
 * Draws a text, wrapped to the width, with its top at y; its height.
 */
double canvas_text(struct canvas *c, double x, double y, double width, const struct type *t,
		   const char *text);

/* The height it would have, and the width of its only line. */
double canvas_text_height(struct canvas *c, double width, const struct type *t, const char *text);
double canvas_text_width(struct canvas *c, const struct type *t, const char *text);

void canvas_box(struct canvas *c, struct box at, double radius, enum ink ink);
void canvas_line(struct canvas *c, double x1, double y1, double x2, double y2, double width,
		 enum ink ink);

void canvas_dashes(struct canvas *c, double x1, double y1, double x2, double y2, double width,
		   enum ink ink);

/* Shapes of a height of `size` around a middle. */
void canvas_dot(struct canvas *c, double x, double y, double size, bool filled, enum ink ink);
void canvas_triangle(struct canvas *c, double x, double y, double size, bool up, enum ink ink);

/*
 * What the next things are, for readers aloud: "H1", "P", "Table", "TR", "TH",
 * "TD" (ISO 32000-1, 14.8.4). Pairs nest and stay within a page.
 */
void canvas_begin(struct canvas *c, const char *tag);
void canvas_end(struct canvas *c, const char *tag);

#endif
