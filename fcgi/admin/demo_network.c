/* A made-up network: the fellowship programs are in it, the first practice is invited. */
#include "admin/demo.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "db/queries.h"

void
demo_add_network(struct db *db, uint64_t staff, const uint64_t *practices, const uint64_t *managers)
{
	int64_t now = time_now();
	uint64_t id = q_network_add(db, "Heartland Teaching Network",
				    "Fellowship programs, and the practices where their fellows "
				    "train, learn from each other's results.",
				    staff, now);

	must(id != 0);
	for (size_t i = 0; i < n_demo_practices; i++) {
		bool program = text_equal(demo_practices[i].kind, "fellowship");

		if (i > 0 && !program)
			continue;
		must(q_network_invite(db, id, staff, now, practices[i]) != 0);
		if (program) /* with all its results, of which none is released yet */
			must(q_network_accept(db, managers[i], now, 0, practices[i], id) == 1);
	}
}
