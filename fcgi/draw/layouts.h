/*
 * Texts that were laid out, kept for the next report; for the files of this
 * folder only. Reports say the same things of many practices, and finding the
 * glyphs of a text costs many times what drawing them does.
 */
#ifndef DRAW_LAYOUTS_H
#define DRAW_LAYOUTS_H

#include <pango/pangocairo.h>

#include "draw/canvas.h"

/* Those that this process keeps; they end with it. */
struct layouts *layouts_of_process(void);

/*
 * The text laid out; a width below 0 is one line however long. It is good until
 * the next call.
 */
PangoLayout *layouts_get(struct layouts *l, double width, const struct type *t, const char *text);

#endif
