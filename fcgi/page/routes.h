/*
 * THE table: every page of the product, one line each, in the order of the
 * menu. Adding a page begins here.
 */
#ifndef PAGE_ROUTES_H
#define PAGE_ROUTES_H

#include <stddef.h>

#include "page/visit.h"

/* What the guard must load, and in what state, before the handler runs. */
enum needs {
	NEEDS_PRACTICE = 1 << 0, /* the visitor's practice, approved by ASCO staff */
	NEEDS_ROUND = 1 << 1,    /* {round}, planned or later */
	NEEDS_ENTRY = 1 << 2,    /* the practice's sign-up for that round */
	NEEDS_CHART = 1 << 3,    /* {chart} of the practice, with its round */
	NEEDS_REPORT = 1 << 4,   /* {report} of the practice, released */
	NEEDS_OPEN = 1 << 5,     /* the round is open for the practice, else 409 */
	NEEDS_ANY_PRACTICE = 1 << 6, /* {practice}, whichever: for staff */
	NEEDS_NO_DATABASE = 1 << 7,  /* nothing at all, not even a session */
	NEEDS_UPLOAD = 1 << 8,       /* the body may hold a file of charts */
	NEEDS_SIGN_UP = 1 << 9,      /* the round takes sign-ups, else 409 */
};

struct page {
	enum method method;
	const char *path;
	void (*handler)(struct visit *v);
	unsigned who;   /* set of enum role; zero means nobody */
	unsigned needs; /* set of enum needs */
	const struct field *form; /* of a POST; NULL takes only the token */
	const char *title;
};

extern const struct page pages[];
extern const size_t n_pages;

#endif
