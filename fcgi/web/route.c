/* Paths: see route.h. */
#include "web/route.h"

#include <string.h>

#include "base/fault.h"

bool
route_fits(struct arena *a, const char *pattern, const char *path, struct route_match *m)
{
	m->n = 0;
	while (*pattern != '\0') {
		if (*pattern == '{') {
			size_t len = strcspn(path, "/");

			if (len == 0)
				return false;
			must(m->n < ROUTE_PARAMS);
			m->values[m->n++] = arena_strn(a, path, len);
			path += len;
			pattern += strcspn(pattern, "}") + 1;
		} else if (*pattern++ != *path++) {
			return false;
		}
	}
	return *path == '\0';
}
