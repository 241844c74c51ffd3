/* Schema steps: see migrate.h. */
#define _GNU_SOURCE
#include "db/migrate.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"

enum { FILE_MAX = 4 * 1024 * 1024 };

static int
is_step(const struct dirent *d)
{
	size_t len = strlen(d->d_name);

	return len > 4 && text_equal(d->d_name + len - 4, ".sql");
}

static char *
read_file(struct arena *a, const char *path)
{
	struct buf *text = buf_new(a, FILE_MAX);
	char part[8192];
	FILE *in = fopen(path, "re");
	size_t n;

	if (in == NULL)
		fault("%s: %s", path, strerror(errno));
	while ((n = fread(part, 1, sizeof part, in)) > 0)
		buf_add(text, part, n);
	fclose(in);
	if (text->full)
		fault("%s is larger than a schema step may be", path);
	return text->data;
}

static bool
apply(struct db *db, struct arena *a, const char *name, const char *path)
{
	struct step_applied_row row;

	q_step_applied(db, name, &row);
	if (row.n > 0)
		return false;
	printf("%s\n", name);
	db_script(db, read_file(a, path));
	q_step_note(db, name, time_now());
	return true;
}

size_t
migrate(struct db *db, struct arena *a, const char *kind, const char *dir)
{
	struct dirent **names;
	int n = scandir(dir, &names, is_step, alphasort);
	size_t applied = 0;

	if (n < 0)
		fault("%s: %s", dir, strerror(errno));
	db_script(db, "CREATE TABLE IF NOT EXISTS schema_step (name VARCHAR(120) CHARACTER SET ascii "
		      "NOT NULL PRIMARY KEY, applied_at DATETIME NOT NULL) ENGINE = InnoDB;\n");
	for (int i = 0; i < n; i++) {
		applied += apply(db, a, arena_printf(a, "%s/%s", kind, names[i]->d_name),
				 arena_printf(a, "%s/%s", dir, names[i]->d_name));
		free(names[i]);
	}
	free(names);
	return applied;
}
