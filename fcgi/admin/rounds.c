/* qopi round: what the schedule and the staff pages do to a round, by hand. */
#include <stdio.h>
#include <stdlib.h>

#include "admin/calls.h"
#include "base/date.h"
#include "base/text.h"
#include "job/queue.h"
#include "model/round.h"

uint64_t
admin_round(struct admin *admin, const char *which)
{
	size_t n;
	struct round_list_row *rows = q_round_list(admin->db, &n);
	uint64_t number;
	bool is_number = text_to_u64(which, &number);

	for (size_t i = 0; i < n; i++)
		if (is_number ? rows[i].id == number : text_equal(rows[i].name, which))
			return rows[i].id;
	return 0;
}

/* Opening and closing: the same work, another function. */
static int
move(struct admin *admin, uint64_t id, bool closing)
{
	enum round_moved moved;

	db_begin(admin->db);
	moved = closing ? round_close(admin->db, admin->arena, 0, id)
			: round_open(admin->db, admin->arena, 0, id);
	switch (moved) {
	case ROUND_MOVED:
		if (closing)
			queue_round_closed(admin->db, admin->arena, id);
		db_commit(admin->db);
		printf(closing ? "closed; the report workers score it now\n" : "open\n");
		return EXIT_SUCCESS;
	case ROUND_NOT_THERE:
	case ROUND_NOT_IN_STATE:
		break;
	}
	fprintf(stderr, "qopi: round: only %s round can be %s; nothing was changed\n",
		closing ? "an open" : "a planned", closing ? "closed" : "opened");
	return EXIT_FAILURE;
}

/* Releasing is work for the report workers, who wait until every report is built. */
static int
release(struct admin *admin, uint64_t id)
{
	struct round_by_id_row round;

	if (!q_round_by_id(admin->db, id, &round) || !text_equal(round.state, "closed") ||
	    round.extensions > 0) {
		fprintf(stderr, "qopi: round: only a closed round without running extensions can be "
			"released; nothing was changed\n");
		return EXIT_FAILURE;
	}
	q_round_order_release(admin->db, time_now(), id);
	queue_put(admin->db, "release",
		  arena_printf(admin->arena, "round:%llu", (unsigned long long)id));
	printf("the report workers release it once all of its reports are built\n");
	return EXIT_SUCCESS;
}

int
call_round(struct admin *admin, int argc, char **argv)
{
	bool opening = argc == 2 && text_equal(argv[0], "open");
	bool closing = argc == 2 && text_equal(argv[0], "close");
	uint64_t id;

	if (!opening && !closing && !(argc == 2 && text_equal(argv[0], "release")))
		return admin_wrong("round takes open, close or release, and the number or name of a "
				   "round");
	id = admin_round(admin, argv[1]);
	if (id == 0)
		return admin_wrong("round: there is no round %s; the page /staff/rounds lists them",
				   argv[1]);
	return opening || closing ? move(admin, id, closing) : release(admin, id);
}
