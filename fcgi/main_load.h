/*
 * What web and report workers load at their start, or end with the errors on
 * standard error: nothing broken reaches a child.
 */
#ifndef MAIN_LOAD_H
#define MAIN_LOAD_H

#include "base/conf.h"
#include "measure/catalogue.h"
#include "view/cache.h"

/* The templates of a mode, with the version of the static files set. */
const struct templates *load_templates(struct arena *a, const struct conf *c, enum view_mode mode);

/* The measure catalogue of the program's own files. */
const struct catalogue *load_catalogue(struct arena *a, const struct conf *c);

#endif
