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
			char end[] = { '/', '\0', '\0' };
			size_t len;

			pattern += strcspn(pattern, "}") + 1;
			end[1] = *pattern;
			len = strcspn(path, end);
			if (len == 0)
				return false;
			must(m->n < ROUTE_PARAMS);
			m->values[m->n++] = arena_strn(a, path, len);
			path += len;
		} else if (*pattern++ != *path++) {
			return false;
		}
	}
	return *path == '\0';
}
