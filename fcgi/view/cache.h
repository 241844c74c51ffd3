/*
 * The templates of one process: parsed once, rendered often.
 *
 * A process loads them once and keeps them; each rendering lends the parsed
 * tree the data of one request. Rendering writes into the tree (ClearSilver
 * confines a tree to one thread), so a set belongs to one single-threaded
 * process. After a fault in a rendering the process has to end.
 */
#ifndef VIEW_CACHE_H
#define VIEW_CACHE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "view/view.h"

struct templates;

/*
 * Two worlds that never mix: pages, where every value is escaped for HTML, and
 * mail, plain text without escaping. A template of one cannot load the other's.
 */
enum view_mode {
	VIEW_HTML, /* all templates but those in mail/ */
	VIEW_TEXT, /* those in mail/ only */
};

/*
 * Parses every *.cs below `dir` that belongs to the mode. NULL when there was an
 * error; all of them are in `errors`, one a line. Lives as long as the arena.
 */
struct templates *templates_load(struct arena *a, const char *dir, enum view_mode mode,
				 struct buf *errors);

/*
 * A value for every page, below "Site.": templates_site(t, "Site.version", hash).
 * Set between loading and the first rendering.
 */
void templates_site(struct templates *t, const char *key, const char *value);

size_t templates_count(const struct templates *t);
const char *templates_name(const struct templates *t, size_t i); /* "sign/login.cs" */
bool templates_has(const struct templates *t, const char *name);

/*
 * Appends the page to `out`. A name that was not loaded, a template that breaks
 * off and a page that is larger than the buffer may become are faults.
 */
void view_render(const struct templates *t, const char *name, struct view *v, struct buf *out);

/*
 * Sixteen hex digits that change when a file below `dir` changes: pages put them
 * into the addresses of style sheets and scripts, which browsers may then keep
 * for a year. A folder that cannot be read is a fault.
 */
char *view_static_version(struct arena *a, const char *dir);

#endif
