/* What a canvas is made of; for the files of this folder only. */
#ifndef DRAW_SURFACE_H
#define DRAW_SURFACE_H

#include <cairo.h>

#include "draw/canvas.h"
#include "draw/layouts.h"

struct canvas {
	cairo_t *cr;
	struct layouts *layouts;
	bool blind; /* texts are measured and nothing is drawn */
};

/* A canvas on a surface; it ends with the arena, the surface stays the caller's. */
struct canvas *canvas_on(struct arena *a, cairo_surface_t *surface);

#endif
