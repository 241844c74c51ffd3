/*
 * One visit of one page: what a handler is given, and what it calls to answer.
 *
 * The dispatcher and the guard fill it before the handler runs. What a handler
 * needs exists only if its check was passed: `practice_id` belongs to the
 * visitor, `round`, `entry`, `chart` and `report` are of that practice.
 */
#ifndef PAGE_VISIT_H
#define PAGE_VISIT_H

#include <jansson.h>

#include "base/conf.h"
#include "db/queries.h"
#include "measure/catalogue.h"
#include "model/access.h"
#include "model/edition.h"
#include "remote/directory.h"
#include "view/cache.h"
#include "view/view.h"
#include "web/form.h"
#include "web/resp.h"
#include "web/route.h"

struct keep;
struct known;

/* What all visits of a process share. */
struct app {
	struct arena *process;
	const struct conf *conf;
	struct db *db;
	const struct templates *pages, *letters;
	const struct catalogue *catalogue; /* of the program's own files */
	struct editions *editions;          /* and those of older rounds */
	struct directory *directory;
	struct keep *kept;   /* whole pages, see page/kept.h */
	struct known *known; /* sessions, see page/known.h */
};

struct page;

struct visit {
	struct app *app;
	struct req *req;
	struct arena *a; /* of the request */
	struct db *db;
	struct view *view;
	const struct page *page;
	struct route_match match; /* what stood in the path's braces */

	const struct session_open_row *me; /* NULL when not signed in */
	const struct token_open_row *bearer; /* of a page for programs: the token; then `me` is NULL */
	unsigned roles;                    /* of enum role; ROLE_NOBODY when not signed in */
	const char *token;                 /* of the session, or of the visitor's cookie */
	uint64_t practice_id;              /* 0 when the visitor acts for none */
	struct form *form;                 /* of the page's table, read for a POST */
	struct bytes body;                 /* of a POST of a program, as it came */

	/* Loaded by the guard where the page's line asks for it. */
	const struct round_by_id_row *round;     /* as it is for the practice: open while extended */
	const struct extension_of_row *extended; /* more time for the practice, or NULL */
	const struct entry_of_row *entry;
	const struct chart_open_row *chart;
	const struct report_by_id_row *report;
	const struct practice_by_id_row *practice;
};

/* The catalogue of the visit's round. */
const struct catalogue *visit_catalogue(struct visit *v);

/* Answers with a page: the template, inside the frame of the site. */
void visit_page(struct visit *v, const char *template);

/* As visit_page with another status. */
void visit_page_status(struct visit *v, int status, const char *template);

/*
 * As visit_page around a part that was rendered before, maybe long ago: its
 * bytes are put as they are between the top and the end of the frame, since
 * in a template they would be escaped a second time.
 */
void visit_page_around(struct visit *v, const char *part);

/* Answers with the error page of a status; `why` is a sentence or NULL. */
void visit_error(struct visit *v, int status, const char *why);

/* 303 to a path; `notice` is a code of page/chrome.c's table or NULL. */
void visit_go(struct visit *v, const char *path, const char *notice);

/* Whether a script asks, which wants JSON rather than a page. */
bool visit_wants_json(const struct visit *v);

/* Answers with JSON text. */
void visit_json(struct visit *v, int status, const char *json);

/* The same from a value, whose reference it takes over. */
void visit_json_of(struct visit *v, int status, json_t *root);

/* Puts the visit's form into the view. */
void visit_show_form(struct visit *v);

/* The account in whose name this visit acts: of the session or the token; 0 for none. */
uint64_t visit_account(const struct visit *v);

/* Adds an audit line in the visitor's name; inside a transaction. */
void visit_audit(struct visit *v, uint64_t practice, const char *action, const char *detail);

#endif
