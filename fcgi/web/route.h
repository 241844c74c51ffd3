/* Paths: matching "/charts/{chart}/answers" against what was asked for. */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include <stdbool.h>

#include "web/req.h"

enum { ROUTE_PARAMS = 4 };

/* What stood in the place of each {name}, decoded. */
struct route_match {
	const char *values[ROUTE_PARAMS];
	int n;
};

/*
 * Whether `path` fits `pattern`; {name} takes one part, never an empty one, or
 * what stands before the character that follows it: "/reports/{report}.{format}".
 */
bool route_fits(struct arena *a, const char *pattern, const char *path, struct route_match *m);

#endif
