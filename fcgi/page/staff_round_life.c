/* The life of a round for ASCO staff: whether it moves by itself. */
#include "page/pages.h"

const struct field staff_round_settings_form[] = {
	{ .name = "by_dates", .label = "Moves by its dates", .type = FIELD_TICK },
	{ .name = NULL },
};

static void
go_to_round(struct visit *v, const char *notice)
{
	visit_go(v, arena_printf(v->a, "/staff/rounds/%llu", (unsigned long long)v->round->id), notice);
}

/* An audit line about the round: "round:3 on". */
static void
note_setting(struct visit *v, const char *action, bool on)
{
	visit_audit(v, 0, action,
		    arena_printf(v->a, "round:%llu %s", (unsigned long long)v->round->id,
				 on ? "on" : "off"));
}

void
staff_round_settings_post(struct visit *v)
{
	bool by_dates = form_tick(v->form, "by_dates");

	db_begin(v->db);
	if (q_round_set_by_dates(v->db, by_dates, v->round->id) > 0)
		note_setting(v, "round_by_dates", by_dates);
	db_commit(v->db);
	go_to_round(v, "round_settings");
}
