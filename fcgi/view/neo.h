/*
 * ClearSilver, for the files of this folder only. Nothing outside view/ may
 * include this header or see an HDF.
 */
#ifndef VIEW_NEO_H
#define VIEW_NEO_H

#include "util/neo_misc.h"
#include "util/neo_err.h"
#include "util/neo_hdf.h"
#include "util/neo_str.h"
#include "cs/cs.h"

#include "base/arena.h"

/* One page's data. */
struct view {
	struct arena *arena;
	HDF *hdf;
};

/* A fault if `err` is one; `doing` says what was tried. Takes the error. */
void neo_check(NEOERR *err, const char *doing);

/* The error's text as one line of the arena. Takes the error. */
char *neo_text(struct arena *a, NEOERR *err);

/* An empty tree that ends with the arena. */
HDF *neo_tree(struct arena *a);

/*
 * Registers the escape functions of our templates:
 *   url(x)   one part of an address: all but letters, digits and - . _ ~ as %XX
 *   link(x)  a whole address from data: http:, https:, mailto: or a path of this
 *            site, escaped for a quoted attribute; anything else becomes "#"
 * Each stands alone in its `var`: it switches the usual escaping off there.
 */
NEOERR *neo_escapes(CSPARSE *parse);

#endif
