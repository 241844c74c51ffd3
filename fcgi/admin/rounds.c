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

/* The steps by name; releasing is no step of its own. */
static const struct step {
	const char *name;
	enum round_step step;
	const char *done, *only;
} steps[] = {
	{ "register", ROUND_STEP_REGISTER, "open for sign-up",
	  "only a planned round can be opened for sign-up" },
	{ "open", ROUND_STEP_OPEN, "open",
	  "only a planned round, or one open for sign-up, can be opened" },
	{ "close", ROUND_STEP_CLOSE, "closed; the report workers score it now",
	  "only an open round can be closed" },
	{ "archive", ROUND_STEP_ARCHIVE, "archived",
	  "only a released round without reports that are held back can be archived" },
};

static const struct step *
step_named(const char *name)
{
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (text_equal(steps[i].name, name))
			return &steps[i];
	return NULL;
}

static int
move(struct admin *admin, uint64_t id, const struct step *step)
{
	db_begin(admin->db);
	switch (round_move(admin->db, admin->arena, 0, id, step->step)) {
	case ROUND_MOVED:
		if (step->step == ROUND_STEP_CLOSE)
			queue_round_closed(admin->db, admin->arena, id);
		db_commit(admin->db);
		puts(step->done);
		return EXIT_SUCCESS;
	case ROUND_NOT_THERE:
	case ROUND_NOT_IN_STATE:
		break;
	}
	fprintf(stderr, "qopi: round: %s; nothing was changed\n", step->only);
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
	const struct step *step = argc == 2 ? step_named(argv[0]) : NULL;
	uint64_t id;

	if (step == NULL && !(argc == 2 && text_equal(argv[0], "release")))
		return admin_wrong("round takes register, open, close, release or archive, and the number "
				   "or name of a round");
	id = admin_round(admin, argv[1]);
	if (id == 0)
		return admin_wrong("round: there is no round %s; the page /staff/rounds lists them",
				   argv[1]);
	return step != NULL ? move(admin, id, step) : release(admin, id);
}
