/* Text and shapes: see canvas.h. */
#include "draw/canvas.h"

#include "draw/surface.h"

static const struct {
	double red, green, blue;
} inks[] = {
	[INK_TEXT] = { 0.090, 0.149, 0.173 },   [INK_MUTED] = { 0.318, 0.388, 0.420 },
	[INK_FAINT] = { 0.490, 0.565, 0.592 },  [INK_LINE] = { 0.835, 0.875, 0.886 },
	[INK_SOFT] = { 0.961, 0.973, 0.973 },   [INK_ACCENT] = { 0.051, 0.431, 0.471 },
	[INK_GOOD] = { 0.106, 0.451, 0.267 },   [INK_GOOD_SOFT] = { 0.898, 0.953, 0.918 },
	[INK_WARN] = { 0.525, 0.329, 0.000 },   [INK_WARN_SOFT] = { 0.988, 0.945, 0.863 },
	[INK_BAR] = { 0.310, 0.620, 0.651 },    [INK_TRACK] = { 0.902, 0.929, 0.933 },
	[INK_MARKER] = { 0.541, 0.184, 0.369 }, [INK_PAPER] = { 1, 1, 1 },
};

static void
end_cairo(void *cr)
{
	cairo_destroy(cr);
}

struct canvas *
canvas_on(struct arena *a, cairo_surface_t *surface)
{
	struct canvas *c = arena_alloc(a, sizeof *c);

	c->cr = cairo_create(surface);
	arena_defer(a, end_cairo, c->cr);
	c->layouts = layouts_of_process();
	return c;
}

static void
use_ink(struct canvas *c, enum ink ink)
{
	cairo_set_source_rgb(c->cr, inks[ink].red, inks[ink].green, inks[ink].blue);
}

static double
height_of(PangoLayout *l)
{
	int height;

	pango_layout_get_size(l, NULL, &height);
	return (double)height / PANGO_SCALE;
}

double
canvas_text(struct canvas *c, double x, double y, double width, const struct type *t,
	    const char *text)
{
	PangoLayout *l = layouts_get(c->layouts, width, t, text);

	if (c->blind)
		return height_of(l);
	use_ink(c, t->ink);
	cairo_move_to(c->cr, x, y);
	pango_cairo_show_layout(c->cr, l);
	cairo_new_path(c->cr); /* or a line joins the text to the next shape */
	return height_of(l);
}

double
canvas_text_height(struct canvas *c, double width, const struct type *t, const char *text)
{
	return height_of(layouts_get(c->layouts, width, t, text));
}

double
canvas_text_width(struct canvas *c, const struct type *t, const char *text)
{
	int width;

	pango_layout_get_size(layouts_get(c->layouts, -1, t, text), &width, NULL);
	return (double)width / PANGO_SCALE;
}

void
canvas_box(struct canvas *c, struct box at, double radius, enum ink ink)
{
	const double quarter = G_PI / 2;
	double left = at.x + radius, right = at.x + at.width - radius;
	double top = at.y + radius, bottom = at.y + at.height - radius;

	if (c->blind || at.width <= 0 || at.height <= 0)
		return;
	use_ink(c, ink);
	if (radius <= 0 || right < left || bottom < top) {
		cairo_rectangle(c->cr, at.x, at.y, at.width, at.height);
	} else {
		cairo_arc(c->cr, right, top, radius, -quarter, 0);
		cairo_arc(c->cr, right, bottom, radius, 0, quarter);
		cairo_arc(c->cr, left, bottom, radius, quarter, 2 * quarter);
		cairo_arc(c->cr, left, top, radius, 2 * quarter, 3 * quarter);
		cairo_close_path(c->cr);
	}
	cairo_fill(c->cr);
}

void
canvas_line(struct canvas *c, double x1, double y1, double x2, double y2, double width,
	    enum ink ink)
{
	if (c->blind)
		return;
	use_ink(c, ink);
	cairo_set_line_width(c->cr, width);
	cairo_move_to(c->cr, x1, y1);
	cairo_line_to(c->cr, x2, y2);
	cairo_stroke(c->cr);
}

void
canvas_dashes(struct canvas *c, double x1, double y1, double x2, double y2, double width,
	      enum ink ink)
{
	static const double pattern[] = { 2, 2 };

	cairo_set_dash(c->cr, pattern, 2, 0);
	canvas_line(c, x1, y1, x2, y2, width, ink);
	cairo_set_dash(c->cr, NULL, 0, 0);
}

void
canvas_dot(struct canvas *c, double x, double y, double size, bool filled, enum ink ink)
{
	const double stroke = 0.9;

	if (c->blind)
		return;
	use_ink(c, ink);
	cairo_arc(c->cr, x, y, filled ? size / 2 : (size - stroke) / 2, 0, 2 * G_PI);
	if (filled) {
		cairo_fill(c->cr);
		return;
	}
	cairo_set_line_width(c->cr, stroke);
	cairo_stroke(c->cr);
}

void
canvas_triangle(struct canvas *c, double x, double y, double size, bool up, enum ink ink)
{
	double point = up ? y - size / 2 : y + size / 2, base = up ? y + size / 2 : y - size / 2;

	if (c->blind)
		return;
	use_ink(c, ink);
	cairo_move_to(c->cr, x, point);
	cairo_line_to(c->cr, x + size * 0.6, base);
	cairo_line_to(c->cr, x - size * 0.6, base);
	cairo_close_path(c->cr);
	cairo_fill(c->cr);
}

void
canvas_begin(struct canvas *c, const char *tag)
{
	if (!c->blind)
		cairo_tag_begin(c->cr, tag, NULL);
}

void
canvas_end(struct canvas *c, const char *tag)
{
	if (!c->blind)
		cairo_tag_end(c->cr, tag);
}
