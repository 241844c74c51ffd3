/*
 * Who may see this page: see guard.h.
 *
 * What an account may not see answers 404, never 403, so that nobody learns
 * what exists. Rows are loaded by statements that name the practice: a guard
 * that was forgotten would still find nothing of another one.
 */
#include "page/guard.h"

#include <string.h>

#include "base/date.h"
#include "base/secret.h"
#include "base/text.h"
#include "model/abstraction.h"
#include "model/extension.h"
#include "model/round.h"
#include "model/token.h"
#include "page/known.h"
#include "page/routes.h"

enum { TOUCH_S = 60 }; /* seen_at is written at most once in this time */

/* From memory where that is recent enough not to be touched, or from the database. */
static const struct session_open_row *
find_session(struct visit *v, struct bytes digest, int64_t now)
{
	const struct conf *c = v->app->conf;
	int64_t made_since = now - c->session_absolute_min * 60;
	uint64_t epoch = db_epoch(v->db);
	const struct session_open_row *known = known_get(v->app->known, digest, epoch, now);
	struct session_open_row *me;

	if (known != NULL && now - known->seen_at <= TOUCH_S && known->created_at > made_since)
		return known;
	me = arena_alloc(v->a, sizeof *me);
	if (!q_session_open(v->db, digest, now - c->session_idle_min * 60, made_since, me))
		return NULL;
	known_put(v->app->known, digest, epoch, now, me);
	return me;
}

static void
open_session(struct visit *v, const char *token)
{
	struct bytes digest = secret_digest(v->a, token);
	int64_t now = time_now();
	const struct session_open_row *me = find_session(v, digest, now);

	if (me == NULL)
		return;
	v->me = me;
	v->token = token;
	v->roles = (me->staff ? ROLE_STAFF : 0) | (me->role == NULL ? 0 : access_role(me->role));
	if (v->roles == 0)
		v->roles = ROLE_APPLICANT;
	v->practice_id = me->practice_id == NULL ? 0 : *me->practice_id;
	if (now - me->seen_at > TOUCH_S)
		q_session_touch(v->db, now, digest);
}

void
guard_session(struct visit *v)
{
	bool https = v->app->conf->site_https;
	const char *token = req_cookie(v->req, resp_cookie_name(v->req, https, "session"));

	v->roles = ROLE_NOBODY;
	if (!text_is_empty(token))
		open_session(v, token);
	if (v->me != NULL)
		return;
	token = req_cookie(v->req, resp_cookie_name(v->req, https, "visitor"));
	if (text_is_empty(token) || strlen(token) != SECRET_TOKEN_LENGTH) {
		token = secret_token(v->a);
		resp_cookie(v->req, https, "visitor", token);
	}
	v->token = token;
}

void
guard_token(struct visit *v)
{
	struct token_open_row *token = arena_alloc(v->a, sizeof *token);

	v->roles = ROLE_NOBODY;
	if (!token_open(v->db, v->a, req_env(v->req, "HTTP_AUTHORIZATION"), token))
		return;
	v->bearer = token;
	v->roles = token_roles(token);
	v->practice_id = token->practice_id;
}

/* The number in the path's first braces; 0 if it is none. */
static uint64_t
path_id(const struct visit *v)
{
	uint64_t id;

	return v->match.n > 0 && text_to_u64(v->match.values[0], &id) ? id : 0;
}

/* The round as it is for the visitor's practice. */
static void
take_round(struct visit *v, struct round_by_id_row *round)
{
	if (v->practice_id != 0 && round->extensions > 0)
		v->extended = extension_apply(v->db, v->a, v->practice_id, round);
	v->round = round;
}

static bool
load_round(struct visit *v, uint64_t id)
{
	struct round_by_id_row *round = arena_alloc(v->a, sizeof *round);

	if (!q_round_by_id(v->db, id, round))
		return false;
	take_round(v, round);
	return true;
}

static bool
load_entry(struct visit *v)
{
	struct entry_of_row *entry = arena_alloc(v->a, sizeof *entry);

	if (!q_entry_of(v->db, v->practice_id, v->round->id, entry))
		return false;
	v->entry = entry;
	return true;
}

/* A token reaches one round, whatever the path says; a path may name no other. */
static bool
load_scope(struct visit *v)
{
	if ((v->page->needs & NEEDS_ROUND) && path_id(v) != v->bearer->round_id)
		return false;
	return load_round(v, v->bearer->round_id) && load_entry(v);
}

bool
guard_take_chart(struct visit *v, uint64_t practice, uint64_t id)
{
	struct chart_open_row *c = arena_alloc(v->a, sizeof *c);
	struct round_by_id_row *round = arena_alloc(v->a, sizeof *round);

	if (!q_chart_open(v->db, practice, id, c))
		return false;
	v->chart = c;
	*round = (struct round_by_id_row){
		.id = c->round_id,
		.name = c->round_name,
		.state = c->round_state,
		.registers = c->registers,
		.opens = c->opens,
		.closes = c->closes,
		.reports_expected = c->reports_expected,
		.archives = c->archives,
		.edition_id = c->edition_id,
		.edition_hash = c->edition_hash,
		.version = c->round_version,
		.closed_at = c->closed_at,
		.moves_by_dates = c->moves_by_dates,
		.release_by_hand = c->release_by_hand,
		.release_ordered_at = c->release_ordered_at,
		.charts_a_physician = c->charts_a_physician,
		.charts_a_fellow = c->charts_a_fellow,
		.extensions = c->extensions,
	};
	take_round(v, round);
	return true;
}

bool
guard_take_entry(struct visit *v)
{
	struct round_by_id_row *round = arena_alloc(v->a, sizeof *round);
	struct entry_of_row entry;
	uint64_t id;

	if (v->match.n < 2 || !text_to_u64(v->match.values[1], &id) ||
	    !q_round_by_id(v->db, id, round) || !q_entry_of(v->db, v->practice->id, id, &entry)) {
		visit_error(v, 404, NULL);
		return false;
	}
	v->round = round;
	v->practice_id = v->practice->id;
	return true;
}

static bool
load_report(struct visit *v)
{
	struct report_by_id_row *report = arena_alloc(v->a, sizeof *report);

	if (!q_report_by_id(v->db, v->practice_id, path_id(v), report))
		return false;
	v->report = report;
	return true;
}

static bool
load_practice(struct visit *v)
{
	struct practice_by_id_row *practice = arena_alloc(v->a, sizeof *practice);

	if (!q_practice_by_id(v->db, path_id(v), practice))
		return false;
	v->practice = practice;
	return true;
}

static bool
load_needs(struct visit *v)
{
	unsigned needs = v->page->needs;

	if (v->bearer != NULL)
		return load_scope(v);
	if ((needs & NEEDS_PRACTICE) && v->practice_id == 0)
		return false;
	if ((needs & NEEDS_ROUND) && !load_round(v, path_id(v)))
		return false;
	if ((needs & NEEDS_ENTRY) && !load_entry(v))
		return false;
	if ((needs & NEEDS_CHART) && !guard_take_chart(v, v->practice_id, path_id(v)))
		return false;
	if ((needs & NEEDS_REPORT) && !load_report(v))
		return false;
	return !(needs & NEEDS_ANY_PRACTICE) || load_practice(v);
}

/* To the sign-in page, and from there back here; a script is told and decides by itself. */
static void
ask_to_sign_in(struct visit *v)
{
	if ((v->page->who & TOKENS) != 0) {
		resp_header(v->req, "WWW-Authenticate", "Bearer realm=\"myQOPI\"");
		visit_error(v, 401, "A token that is good for this is needed: Authorization: Bearer myqopi_...");
	} else if (visit_wants_json(v))
		visit_json(v, 401, "{\"signed_in\":false}");
	else if (v->req->method == METHOD_POST)
		visit_go(v, "/login", "signed_out");
	else
		visit_go(v, arena_printf(v->a, "/login?next=%s", req_encode(v->a, v->req->path)),
			 "sign_in_first");
}

/* A fellow who would change the chart of a patient of their own. */
static bool
is_own_chart(const struct visit *v)
{
	return v->chart != NULL && v->req->method == METHOD_POST &&
	       abstraction_own_chart(v->me->account_id, (v->roles & ROLE_FELLOW) != 0,
				     v->chart->treating_id) == OWN_CHART_REFUSED;
}

/*
 * Why a chart of a pair is closed to the visitor until both are complete, or the
 * round's end has left the second one unfinished; NULL: it is not.
 */
static const char *
blind_reason(const struct visit *v)
{
	const struct chart_open_row *c = v->chart;
	uint64_t me = v->me == NULL ? 0 : v->me->account_id;

	if (c == NULL || c->compared_at != NULL)
		return NULL;
	if (c->blind_to != NULL && *c->blind_to == me && text_equal(v->round->state, "open"))
		return "You abstract this chart a second time, without the first abstraction before "
		       "your eyes. It opens to you when both are complete.";
	if (c->second_of != NULL && (c->abstractor_id == NULL || *c->abstractor_id != me))
		return "Somebody abstracts this chart a second time. That opens to others when both "
		       "abstractions are complete.";
	return NULL;
}

/* A second chart that was compared: what is kept of it is what it said then. */
static bool
is_compared(const struct visit *v)
{
	return v->chart != NULL && v->chart->compared_at != NULL && v->req->method == METHOD_POST;
}

bool
guard_admit(struct visit *v)
{
	if ((v->page->who & v->roles) == 0) {
		if (v->me == NULL && v->bearer == NULL && v->page->who != 0)
			ask_to_sign_in(v);
		else
			visit_error(v, 404, NULL);
		return false;
	}
	if (!load_needs(v)) {
		visit_error(v, 404, NULL);
		return false;
	}
	if (blind_reason(v) != NULL) {
		visit_error(v, 404, blind_reason(v));
		return false;
	}
	if (v->bearer != NULL)
		token_note(v->db, v->a, v->bearer,
			   arena_printf(v->a, "%s %s", v->req->method == METHOD_POST ? "POST" : "GET",
					v->req->path));
	else if ((v->page->needs & NEEDS_PRACTICE) && !text_equal(v->me->practice_status, "approved")) {
		visit_go(v, "/dashboard", "not_approved");
		return false;
	}
	if ((v->page->needs & NEEDS_OPEN) && !text_equal(v->round->state, "open")) {
		visit_error(v, 409, "The round is not open for abstraction, so nothing was changed.");
		return false;
	}
	if (is_compared(v)) {
		visit_error(v, 409, "This second abstraction was compared and stays as it was. If its "
			    "answer is the right one, correct the first chart.");
		return false;
	}
	if ((v->page->needs & NEEDS_SIGN_UP) && !round_takes_sign_up(v->round->state)) {
		visit_error(v, 409, "The round does not take sign-ups now, so nothing was changed.");
		return false;
	}
	if (is_own_chart(v)) {
		visit_error(v, 409, "You are named as the treating fellow of this chart, so somebody "
			    "else abstracts it. Nothing was changed.");
		return false;
	}
	return true;
}
