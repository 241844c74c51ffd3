/*
 * One page's data, on its way into a template.
 *
 * Keys are names of this program ("Page.title"); what users wrote is only ever
 * a value, which the template escapes. A key with any character but letters,
 * digits, "_", "-" and "." is a fault, so text of a user cannot become one.
 *
 * Numbers, dates and shares are written here, because templates have 32-bit
 * integers and no fractions. What a value looks like:
 *
 *   text    as it is                       NULL stores nothing: <?cs if:x ?> is false
 *   number  1234567                        x.text = "1,234,567"
 *   f64     with up to two decimals        not a finite number: stores nothing
 *   share   "75.0 %"                       x.number = "75.0"; not finite: nothing
 *   bool    "1" or "0"                     so that <?cs if:x ?> works
 *   date    "May 31, 2026"                 x.iso = "2026-05-31"
 *   time    "May 31, 2026, 14:05 UTC"      x.iso = "2026-05-31T14:05:00Z", x.day = "May 31, 2026"
 *
 * All memory is of the arena given to view_new.
 */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/row.h"

struct view;

/* An empty page; ends with the arena. */
struct view *view_new(struct arena *a);

/*
 * The part of a page below `key`, as a view of its own: keys begin there, which for a table's many
 * values takes half the time of whole keys. Lives as long as `v`.
 */
struct view *view_at(struct view *v, const char *key);

void view_str(struct view *v, const char *key, const char *value);
void view_num(struct view *v, const char *key, int64_t n);
void view_bool(struct view *v, const char *key, bool yes);
void view_date(struct view *v, const char *key, int32_t day);
void view_time(struct view *v, const char *key, int64_t seconds);

/* A share from 0 to 1. */
void view_pct(struct view *v, const char *key, double share);

/* With exactly `decimals` digits (0-9) behind the point. */
void view_f64(struct view *v, const char *key, double n, int decimals);

/*
 * A row by its statement's descriptor: each column below `key` under its own
 * name ("practice.name"). SQL's NULL stores nothing; blobs are left out.
 */
void view_row(struct view *v, const char *key, const struct query *query, const void *row);

/* `n` rows: "charts.0.label", "charts.1.label", ... for <?cs each:chart = charts ?>. */
void view_rows(struct view *v, const char *key, const struct query *query, const void *rows,
	       size_t n);

/*
 * A key with numbers in it: view_key(v, "sections.%zu.items.%zu.title", i, j).
 * Any other conversion than %zu is a fault. Lives as long as the view.
 */
const char *view_key(struct view *v, const char *pattern, ...)
	__attribute__((format(printf, 2, 3)));

/* The stored value, or NULL. For tests and for code that fills a page in steps. */
const char *view_get(const struct view *v, const char *key);

#endif
