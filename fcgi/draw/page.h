/*
 * A document of pages, as PDF with tags and bookmarks. The same
 * drawing gives the same bytes, as long as fonts and cairo stay the same.
 */
#ifndef DRAW_PAGE_H
#define DRAW_PAGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/row.h"
#include "draw/canvas.h"

enum paper { PAPER_A4, PAPER_LETTER };

/* What a document says of itself. */
struct document_about {
	const char *title, *author;
	int64_t created; /* seconds since 1970 */
};

struct document;

/* A document with its first page begun; it ends with the arena. */
struct document *document_new(struct arena *a, enum paper paper,
			      const struct document_about *about);

/* A document that draws nothing, to see how many pages it comes to; it is not ended. */
struct document *document_blind(struct arena *a, enum paper paper);

/* The canvas of the page that is drawn now: the same for all pages. */
struct canvas *document_canvas(struct document *d);

/* Points. */
double document_width(const struct document *d);
double document_height(const struct document *d);

/* Ends this page and begins the next. */
void document_next(struct document *d);

/* A bookmark of that name to this page. */
void document_bookmark(struct document *d, const char *name);

/* Ends the last page; the finished bytes, of the arena. */
struct bytes document_end(struct document *d);

#endif
