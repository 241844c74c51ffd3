/*
 * Writing the charts of an import that was confirmed ("import:5/practice:17"), a
 * batch a transaction. It says how far it is by the rows that are left, and goes on
 * there if its worker dies.
 */
#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "job/kinds.h"
#include "model/import.h"

enum { TURN_S = 20 }; /* then other jobs get theirs */

/* One batch in a transaction; false when nothing is left to do. */
static bool
write_batch(struct job_context *c, uint64_t practice, uint64_t id)
{
	struct import_by_id_row import;
	struct import_hold_row held;
	struct round_by_id_row round;
	struct round_hold_open_row open;
	struct entry_hold_row entry;
	bool more = false, may_write;

	if (!q_import_by_id(c->db, practice, id, &import) ||
	    !q_round_by_id(c->db, import.round_id, &round))
		fault("there is no import %llu", (unsigned long long)id);
	db_begin(c->db);
	may_write = q_round_hold_open(c->db, import.round_id, practice, time_day(time_now()),
				      &open) &&
		    q_entry_hold(c->db, practice, import.round_id, &entry) &&
		    round.edition_id == import.edition_id;
	if (q_import_hold(c->db, practice, id, &held) && text_equal(held.state, "running")) {
		if (!may_write)
			import_end(c->db, c->a, practice, &import, "stopped");
		else if (!(more = import_batch(c->db, c->a,
					       edition_catalogue(c->editions, c->db, c->a,
								 round.edition_id,
								 round.edition_hash),
					       practice, &import)))
			import_end(c->db, c->a, practice, &import, "done");
	}
	db_commit(c->db);
	return more;
}

enum job_outcome
job_import(struct job_context *c, const char *subject)
{
	uint64_t id = job_subject(c, subject, "import"),
		 practice = job_subject(c, subject, "practice");
	int64_t begun = time_now();
	bool more = true;

	while (more && time_now() - begun < TURN_S) {
		struct arena_mark mark = arena_mark(c->a);

		more = write_batch(c, practice, id);
		arena_back(c->a, mark);
	}
	c->later_s = 0;
	return more ? JOB_LATER : JOB_DONE;
}
