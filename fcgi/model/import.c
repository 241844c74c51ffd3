/* Keeping, confirming and ending an import of charts: see import.h. */
#include "model/import.h"

#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "model/audit.h"

/* The digest of all rows, each made over the one before. */
struct sealing {
	struct arena *a;
	unsigned char digest[SECRET_DIGEST_SIZE];
};

static void
seal_row(struct sealing *s, uint32_t line, const char *name, const uint64_t *chart_id,
	 const char *modules, struct bytes packed)
{
	struct arena_mark mark = arena_mark(s->a);
	struct bytes before = { s->digest, sizeof s->digest };
	char *text = arena_printf(s->a, "%s %u %s %llu %s %s", secret_hex(s->a, before), line, name,
				  chart_id == NULL ? 0 : (unsigned long long)*chart_id, modules,
				  packed.data == NULL ? "" : secret_hex(s->a, packed));

	memcpy(s->digest, secret_digest(s->a, text).data, sizeof s->digest);
	arena_back(s->a, mark);
}

static void
seal_stored(const struct import_content_row *row, void *arg)
{
	seal_row(arg, row->line, row->name, row->chart_id, row->modules, row->packed);
}

const char *
import_seal(struct arena *a, struct bytes digest)
{
	return secret_hex(a, digest);
}

static uint64_t
add(struct db *db, struct arena *a, const struct import_plan *plan)
{
	struct sealing seal = { .a = a };
	int64_t now = time_now();

	for (size_t i = 0; i < plan->n; i++)
		seal_row(&seal, plan->rows[i].line, plan->rows[i].name, plan->rows[i].chart_id,
			 plan->rows[i].modules, plan->rows[i].packed);
	return q_import_add(db, plan->practice_id, plan->round_id, plan->token_id, plan->account,
			    now, now + IMPORT_KEPT_S, plan->format, plan->edition_id,
			    plan->overwrite ? "yes" : NULL, plan->complete ? "yes" : NULL,
			    (struct bytes){ seal.digest, sizeof seal.digest }, (uint32_t)plan->n,
			    (uint32_t)plan->wrong);
}

uint64_t
import_keep(struct db *db, struct arena *a, const struct import_plan *plan)
{
	struct import_chart_add_params *rows = arena_array(a, plan->n, sizeof *rows);
	uint64_t id = add(db, a, plan);

	for (size_t i = 0; i < plan->n; i++)
		rows[i] = (struct import_chart_add_params){
			id,
			plan->practice_id,
			plan->rows[i].line,
			plan->rows[i].name,
			plan->rows[i].chart_id,
			plan->rows[i].modules,
			plan->rows[i].packed,
		};
	q_import_chart_add(db, rows, plan->n);
	return id;
}

/* Whether what is stored is what was shown. */
static bool
is_whole(struct db *db, struct arena *a, uint64_t practice_id,
	 const struct import_by_id_row *import)
{
	struct sealing seal = { .a = a };

	q_import_content(db, practice_id, import->id, seal_stored, &seal);
	return import->digest.size == sizeof seal.digest &&
	       memcmp(import->digest.data, seal.digest, sizeof seal.digest) == 0;
}

enum import_started
import_start(struct db *db, struct arena *a, uint64_t practice_id, uint64_t id, const char *seal)
{
	struct import_by_id_row import;
	struct import_hold_row held;

	if (!q_import_hold(db, practice_id, id, &held) ||
	    !q_import_by_id(db, practice_id, id, &import) ||
	    !secret_equal(import_seal(a, import.digest), seal))
		return IMPORT_NOT_SHOWN;
	if (!text_equal(held.state, "shown"))
		return IMPORT_STARTED_BEFORE;
	if (import.expires_at < time_now())
		return IMPORT_NOT_SHOWN;
	if (!is_whole(db, a, practice_id, &import))
		fault("import %llu is not what was shown", (unsigned long long)id);
	q_import_state(db, "running", NULL, time_now() + IMPORT_TOLD_S, practice_id, id);
	audit_add(db, a, import.made_by, practice_id, "import_started",
		  arena_printf(a, "import:%llu round:%llu charts:%u", (unsigned long long)id,
			       (unsigned long long)import.round_id, import.charts));
	return IMPORT_STARTED;
}

void
import_end(struct db *db, struct arena *a, uint64_t practice_id,
	   const struct import_by_id_row *import, const char *state)
{
	struct import_progress_row p = { .made = 0 };
	int64_t now = time_now();

	q_import_progress(db, practice_id, import->id, &p);
	q_import_state(db, state, &now, now + IMPORT_TOLD_S, practice_id, import->id);
	audit_add(db, a, import->made_by, practice_id, "charts_imported",
		  arena_printf(a,
			       "import:%llu round:%llu %s made:%lld changed:%lld completed:%lld "
			       "skipped:%lld",
			       (unsigned long long)import->id, (unsigned long long)import->round_id,
			       state, (long long)p.made, (long long)p.changed,
			       (long long)p.completed, (long long)p.skipped));
}
