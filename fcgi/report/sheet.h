/* The pages of a printed report while they are drawn; for the files that print. */
#ifndef REPORT_SHEET_H
#define REPORT_SHEET_H

#include "draw/page.h"
#include "draw/plot.h"
#include "report/result.h"

struct sheet {
	struct arena *a;
	const struct result *r;
	const char *site;
	struct document *document;
	struct canvas *canvas;
	double left, width;    /* of what is drawn between the margins */
	double bottom;         /* nothing but the foot stands below */
	double y;              /* where the next thing goes */
	size_t page, of_pages; /* of_pages is 0 while they are counted */
};

/* The types of a report. */
extern const struct type SHEET_TITLE, SHEET_HEAD, SHEET_TEXT, SHEET_STRONG, SHEET_NOTE;

/* Draws a text from the left margin at s->y and moves y below it. */
void sheet_paragraph(struct sheet *s, const struct type *t, const char *tag, const char *text);

/* A measure's title in a table, where lower is better with these words. */
const char *sheet_measure_title(const struct sheet *s, const char *title, bool lower_is_better);

/* The marker that stands for a verdict on paper, of that size around a middle. */
void sheet_mark(struct sheet *s, enum verdict v, double x, double y, double size);

/* What plot_rate needs of a line. */
struct plot_rate sheet_rate(const struct line *l);

/* A new page unless so much fits on this one; whether there is one. */
bool sheet_room(struct sheet *s, double height);

/* The first page, and how to read the report. */
void sheet_front(struct sheet *s);
void sheet_reading(struct sheet *s);

/* Sites, physicians and fellows, where there are any. */
void sheet_levels(struct sheet *s);

/* The Overall Quality Score, where there is one. */
void sheet_overall(struct sheet *s);

/* Peer groups, where any has figures. */
void sheet_peers(struct sheet *s);

/* What of the differences may be chance, where anything was compared. */
void sheet_among(struct sheet *s);

/* Earlier rounds beside this one, where there are any. */
void sheet_history(struct sheet *s);

#endif
