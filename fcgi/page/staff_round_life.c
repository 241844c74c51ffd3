/*
 * The life of a round for ASCO staff: moving it by hand, whether it moves by
 * itself, and more time for a practice.
 */
#include "base/date.h"
#include "base/text.h"
#include "job/queue.h"
#include "model/extension.h"
#include "model/round.h"
#include "page/pages.h"
#include "page/routes.h"

const struct field staff_round_settings_form[] = {
	{ .name = "by_dates", .label = "Moves by its dates", .type = FIELD_TICK },
	{ .name = "by_hand", .label = "Released by hand", .type = FIELD_TICK },
	{ .name = "provisional", .label = "Own figures while it is open", .type = FIELD_TICK },
	{ .name = "second_share", .label = "Charts abstracted a second time", .type = FIELD_WHOLE,
	  .required = true, .min = 1, .max = 100 },
	{ .name = NULL },
};

const struct field staff_extension_form[] = {
	{ .name = "practice", .label = "Practice", .type = FIELD_WHOLE, .required = true, .min = 1,
	  .max = INT32_MAX },
	{ .name = "until", .label = "Last day", .type = FIELD_DATE, .required = true },
	{ .name = "reason", .label = "Reason", .type = FIELD_TEXT, .required = true,
	  .max = EXTENSION_REASON_MAX },
	{ .name = NULL },
};

static void
go_to_round(struct visit *v, const char *notice)
{
	visit_go(v, arena_printf(v->a, "/staff/rounds/%llu", (unsigned long long)v->round->id), notice);
}

static void
move(struct visit *v, enum round_step step, const char *notice)
{
	enum round_moved moved;

	db_begin(v->db);
	moved = round_move(v->db, v->a, v->me->account_id, v->round->id, step);
	if (moved == ROUND_MOVED && step == ROUND_STEP_CLOSE)
		queue_round_closed(v->db, v->a, v->round->id);
	db_commit(v->db);
	go_to_round(v, moved == ROUND_MOVED ? notice : "round_moved_on");
}

void
staff_round_register_post(struct visit *v)
{
	move(v, ROUND_STEP_REGISTER, "round_sign_up_opened");
}

void
staff_round_open_post(struct visit *v)
{
	move(v, ROUND_STEP_OPEN, "round_opened");
}

void
staff_round_close_post(struct visit *v)
{
	move(v, ROUND_STEP_CLOSE, "round_closed");
}

void
staff_round_archive_post(struct visit *v)
{
	move(v, ROUND_STEP_ARCHIVE, "round_archived");
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
	bool by_dates = form_tick(v->form, "by_dates"), by_hand = form_tick(v->form, "by_hand");
	bool provisional = form_tick(v->form, "provisional");
	uint32_t share = (uint32_t)form_whole(v->form, "second_share");

	if (form_has_errors(v->form)) {
		staff_round_show(v);
		return;
	}
	db_begin(v->db);
	if (q_round_set_by_dates(v->db, by_dates, v->round->id) > 0)
		note_setting(v, "round_by_dates", by_dates);
	if (q_round_set_by_hand(v->db, by_hand, v->round->id) > 0)
		note_setting(v, "round_release_by_hand", by_hand);
	if (q_provisional_set(v->db, provisional, v->round->id) > 0) {
		note_setting(v, "round_provisional", provisional);
		q_site_stamp(v->db); /* dashboards lead to the figures, or do not */
	}
	if (q_second_share_set(v->db, share, v->round->id) > 0)
		visit_audit(v, 0, "round_second_share",
			    arena_printf(v->a, "round:%llu percent:%u",
					 (unsigned long long)v->round->id, share));
	db_commit(v->db);
	go_to_round(v, "round_settings");
}

void
show_round_settings(struct visit *v)
{
	struct second_share_row row = { .share = 0 };
	struct form *form;

	if (v->page->form == staff_round_settings_form) {
		visit_show_form(v);
		view_bool(v->view, "round.moves_by_dates", form_tick(v->form, "by_dates"));
		view_bool(v->view, "round.release_by_hand", form_tick(v->form, "by_hand"));
		return;
	}
	form = form_new(v->a, staff_round_settings_form);
	q_second_share(v->db, v->round->id, &row);
	form_set(form, "second_share", arena_printf(v->a, "%u", row.share));
	form_show(form, v->view);
}

static bool
may_extend(const struct round_by_id_row *r)
{
	return text_equal(r->state, "open") || (text_equal(r->state, "closed") && r->extensions > 0);
}

void
show_extensions(struct visit *v)
{
	size_t n;
	struct extension_list_row *rows = q_extension_list(v->db, v->round->id, &n);
	struct form *form;

	view_rows(v->view, "extensions", &Q_EXTENSION_LIST, rows, n);
	view_bool(v->view, "may_extend", may_extend(v->round));
	form = v->page->form == staff_extension_form ? v->form
						     : form_new(v->a, staff_extension_form);
	view_num(v->view, "chosen", form_whole(form, "practice"));
	form_show(form, v->view);
}

static void
check_plan(struct visit *v, struct extension_plan *plan)
{
	struct entry_of_row entry;

	if (form_has_errors(v->form) || !form_date(v->form, "until", &plan->until))
		return;
	if (!q_entry_of(v->db, plan->practice, plan->round, &entry))
		form_error(v->form, "practice", "Practice must be one that signed up for the round.");
	if (plan->until <= v->round->closes || plan->until < time_day(time_now()))
		form_error(v->form, "until", "Last day must come after the last day of the round, and "
			   "must not be over.");
	else if (plan->until > v->round->closes + EXTENSION_DAYS_MAX)
		form_error(v->form, "until", "Last day may be at most %d days after the last day of the "
			   "round: all other practices wait for their reports.", EXTENSION_DAYS_MAX);
}

/* To those who run the practice's side of QOPI. */
static void
tell_practice(struct visit *v, const struct extension_plan *plan)
{
	struct view *letter = view_new(v->a);
	struct practice_by_id_row practice;
	const struct practice_managers_row *who;
	char day[DATE_WORDS_SIZE];
	size_t n;

	if (!q_practice_by_id(v->db, plan->practice, &practice))
		return;
	view_str(letter, "practice", practice.name);
	view_str(letter, "round", v->round->name);
	view_str(letter, "until", date_words(plan->until, day));
	view_str(letter, "reason", plan->reason);
	view_str(letter, "link", arena_printf(v->a, "%s/rounds/%llu", v->app->conf->site_address,
					      (unsigned long long)plan->round));
	view_str(letter, "support", v->app->conf->support_mail);
	who = q_practice_managers(v->db, plan->practice, &n);
	for (size_t i = 0; i < n; i++)
		queue_letter(v->db, v->a, v->app->letters, "mail/extended.cs", letter, who[i].email);
}

void
staff_extension_post(struct visit *v)
{
	struct extension_plan plan = {
		.round = v->round->id,
		.practice = (uint64_t)form_whole(v->form, "practice"),
		.account = v->me->account_id,
		.reason = form_text(v->form, "reason"),
	};
	const char *notice = "round_moved_on";

	check_plan(v, &plan);
	if (form_has_errors(v->form)) {
		staff_round_show(v);
		return;
	}
	db_begin(v->db);
	if (extension_grant(v->db, v->a, &plan)) {
		tell_practice(v, &plan);
		notice = "extension_granted";
	}
	db_commit(v->db);
	go_to_round(v, notice);
}

void
staff_extension_end_post(struct visit *v)
{
	uint64_t practice;
	bool last = false, ended;

	if (!text_to_u64(v->match.values[1], &practice)) {
		visit_error(v, 404, NULL);
		return;
	}
	db_begin(v->db);
	ended = extension_end(v->db, v->a, v->me->account_id, v->round->id, practice, &last);
	if (last)
		queue_round_closed(v->db, v->a, v->round->id);
	db_commit(v->db);
	go_to_round(v, ended ? "extension_ended" : "round_moved_on");
}
