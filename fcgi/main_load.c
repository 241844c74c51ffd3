/* What the workers load at their start: see main_load.h. */
#include "main_load.h"

#include <stdio.h>
#include <stdlib.h>

enum { ERRORS_MAX = 256 * 1024 };

const struct templates *
load_templates(struct arena *a, const struct conf *c, enum view_mode mode)
{
	struct buf *errors = buf_new(a, ERRORS_MAX);
	struct templates *t = templates_load(a, c->templates_dir, mode, errors);

	if (t == NULL) {
		fprintf(stderr, "myqopi: the templates are broken:\n%s", errors->data);
		exit(EXIT_FAILURE);
	}
	templates_site(t, "Site.version", view_static_version(a, c->static_dir));
	return t;
}

const struct catalogue *
load_catalogue(struct arena *a, const struct conf *c)
{
	struct buf *errors = buf_new(a, ERRORS_MAX);
	const struct catalogue *cat = catalogue_load(a, c->measures_dir, errors);

	if (cat == NULL) {
		fprintf(stderr, "myqopi: the measure catalogue is broken:\n%s", errors->data);
		exit(EXIT_FAILURE);
	}
	return cat;
}
