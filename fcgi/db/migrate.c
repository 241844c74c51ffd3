/* Schema steps: see migrate.h. */
#include "db/migrate.h"

#include <stdio.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/files.h"
#include "base/text.h"
#include "db/queries.h"

static bool
apply(struct db *db, struct arena *a, const char *name, const char *path)
{
	struct step_applied_row row;
	const char *sql;

	q_step_applied(db, name, &row);
	if (row.n > 0)
		return false;
	sql = files_text(a, path);
	if (sql == NULL)
		fault("%s cannot be read", path);
	printf("%s\n", name);
	db_script(db, sql);
	q_step_note(db, name, time_now());
	return true;
}

size_t
migrate(struct db *db, struct arena *a, const char *kind, const char *dir)
{
	size_t n, applied = 0;
	char **names = files_below(a, dir, &n);

	if (names == NULL)
		fault("%s cannot be read", dir);
	db_script(db, "CREATE TABLE IF NOT EXISTS schema_step (name VARCHAR(120) CHARACTER SET ascii "
		      "NOT NULL PRIMARY KEY, applied_at DATETIME NOT NULL) ENGINE = InnoDB;\n");
	for (size_t i = 0; i < n; i++)
		if (text_ends(names[i], ".sql"))
			applied += apply(db, a, arena_printf(a, "%s/%s", kind, names[i]),
					 arena_printf(a, "%s/%s", dir, names[i]));
	return applied;
}
