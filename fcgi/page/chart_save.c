/*
 * Saving answers: one from the script, as JSON back, or the whole form from a
 * browser without script. Both send the same fields:
 *   a_ID  an answer (repeated for a multiple choice)
 *   n_ID  "not_documented" or "unknown" in place of a date or number
 *   m_ID  this multiple choice was on the form, though nothing may be ticked
 *   v_ID  the version of the answer that the person saw
 * The script says panel=open where somebody looks at the panel of measures.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "page/beside.h"
#include "page/chart.h"
#include "page/pages.h"

const struct field chart_answer_form[] = {
	{ .name = "a_", .label = "Answer", .type = FIELD_TABLE },
	{ .name = "n_", .label = "No answer", .type = FIELD_TABLE },
	{ .name = "m_", .label = "On the form", .type = FIELD_TABLE },
	{ .name = "v_", .label = "Version", .type = FIELD_TABLE },
	{ .name = "panel", .label = "Panel of measures", .type = FIELD_TEXT, .max = 8 },
	{ .name = "then", .label = "Next step", .type = FIELD_TEXT, .max = 20 },
	{ .name = NULL },
};

/* A save at work. */
struct saving {
	struct visit *v;
	struct abstraction *abs;
	struct chart_try *tries; /* by element */
	bool *sent;              /* by element: the request speaks of it */
	size_t wrong;
	bool closed;             /* the chart was completed or closed meanwhile */
};

/* Marks the questions a table of fields speaks of; false if one is not of this chart. */
static bool
mark_sent(struct saving *s, const char *table)
{
	struct pairs p = form_table(s->v->form, table);

	for (size_t i = 0; i < p.n; i++) {
		const struct element *e = catalogue_element(s->abs->cat, p.all[i].name);

		if (e == NULL || !chart_has_question(s->abs, e))
			return false;
		s->sent[e->index] = true;
	}
	return true;
}

/* The answer's text as the request gives it. */
static const char *
sent_text(const struct saving *s, const struct element *e)
{
	struct pairs answers = form_table(s->v->form, "a_"), absent = form_table(s->v->form, "n_");
	const char *none = pairs_get(&absent, e->id), *text = NULL;

	if (!text_is_empty(none))
		return none;
	for (size_t i = 0; i < answers.n; i++)
		if (text_equal(answers.all[i].name, e->id))
			text = text == NULL
				       ? answers.all[i].value
				       : arena_printf(s->v->a, "%s;%s", text, answers.all[i].value);
	return text == NULL ? "" : text;
}

static uint32_t
seen_version(const struct saving *s, const struct element *e)
{
	struct pairs versions = form_table(s->v->form, "v_");
	const char *text = pairs_get(&versions, e->id);
	uint64_t version;

	return text != NULL && text_to_u64(text, &version) && version <= UINT32_MAX
		       ? (uint32_t)version
		       : 0;
}

static void
save_one(struct saving *s, const struct element *e)
{
	struct chart_try *try = &s->tries[e->index];
	const char *text = sent_text(s, e), *message;

	switch (abstraction_save(s->v->db, s->v->a, s->abs, e, text, seen_version(s, e),
				 s->v->me->account_id, &message)) {
	case SAVE_DONE:
	case SAVE_SAME: return;
	case SAVE_CONFLICT:
		*try = (struct chart_try){ NULL,
					   arena_printf(s->v->a,
							"Somebody saved \"%s\" here meanwhile; "
							"your answer was not kept. Answer again "
							"to replace it.",
							answer_label(e, s->abs->answers[e->index],
								     s->v->a)),
					   true };
		break;
	case SAVE_CLOSED: s->closed = true; break;
	case SAVE_WRONG: *try = (struct chart_try){ text, message, false }; break;
	}
	s->wrong++;
}

static void
read_chart(struct saving *s)
{
	s->abs = chart_load(s->v);
	s->tries = arena_array(s->v->a, s->abs->cat->n_elements, sizeof *s->tries);
	s->sent = arena_array(s->v->a, s->abs->cat->n_elements, sizeof *s->sent);
}

/*
 * Each answer's statement looks again whether the chart is open and its version
 * the one that was seen. So one answer alone, as the script sends it, needs no
 * transaction around it; a form of many is saved as a whole.
 */
static void
save_all(struct saving *s)
{
	bool take = s->v->chart->abstractor_id == NULL;
	size_t count = 0;

	for (size_t i = 0; i < s->abs->cat->n_elements; i++)
		count += s->sent[i];
	if (take || count > 1)
		db_begin(s->v->db);
	if (take)
		q_chart_take(s->v->db, s->v->me->account_id, s->v->practice_id, s->v->chart->id);
	for (size_t i = 0; i < s->abs->cat->n_elements && !s->closed; i++)
		if (s->sent[i])
			save_one(s, &s->abs->cat->elements[i]);
	if ((take || count > 1) && !s->closed)
		db_commit(s->v->db);
}

static void
say_closed(struct visit *v)
{
	visit_error(v, 409, "This chart is complete. Open it again to change an answer.");
}

/* What was saved, what was refused, and what stands where somebody else was faster. */
static void
add_saved(struct saving *s, json_t *root)
{
	json_t *saved = json_object(), *errors = json_object(), *current = json_object();

	for (size_t i = 0; i < s->abs->cat->n_elements; i++) {
		const char *id = s->abs->cat->elements[i].id;

		if (s->sent[i])
			json_object_set_new(saved, id, json_integer(s->abs->versions[i]));
		if (s->tries[i].message != NULL)
			json_object_set_new(errors, id, json_string(s->tries[i].message));
		if (s->tries[i].conflict)
			json_object_set_new(current, id,
					    json_string(answer_write(&s->abs->cat->elements[i],
								     s->abs->answers[i], s->v->a)));
	}
	json_object_set_new(root, "versions", saved);
	json_object_set_new(root, "errors", errors);
	json_object_set_new(root, "current", current);
}

/* Which questions are asked now, and which of them have an answer. */
static void
add_asked(const struct saving *s, const struct look *look, json_t *root)
{
	const struct catalogue *cat = s->abs->cat;
	json_t *ids = json_array(), *answered = json_array();

	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];

		if (!chart_has_question(s->abs, e) || !look_asks(look, e))
			continue;
		json_array_append_new(ids, json_string(e->id));
		if (s->abs->answers[i].state != ANSWER_NONE)
			json_array_append_new(answered, json_string(e->id));
	}
	json_object_set_new(root, "asked", ids);
	json_object_set_new(root, "answered", answered);
}

/* A soft finding: { "text": "...", "confirmed": "Confirmed by ..." or null }. */
static json_t *
note_json(const struct saving *s, const struct soft_finding *soft)
{
	const char *confirmed = soft->confirmed == NULL
					? NULL
					: beside_confirmed_words(s->v->a, soft->confirmed);
	json_t *note = json_object();

	json_object_set_new(note, "text", json_string(soft->message));
	json_object_set_new(note, "confirmed",
			    confirmed == NULL ? json_null() : json_string(confirmed));
	return note;
}

/* What is impossible or unlikely in the answers, by question. */
static void
add_findings(const struct saving *s, const struct beside *b, json_t *root)
{
	json_t *messages = json_object(), *notes = json_object();

	for (size_t i = 0; i < b->n_findings; i++)
		if (b->findings[i].kind == FINDING_HARD)
			json_object_set_new(messages, b->findings[i].element->id,
					    json_string(b->findings[i].message));
	for (size_t i = 0; i < b->n_soft; i++)
		json_object_set_new(notes, b->soft[i].element->id,
				    note_json(s, beside_note(b, b->soft[i].element)));
	json_object_set_new(root, "findings", messages);
	json_object_set_new(root, "notes", notes);
	json_object_set_new(root, "blocking", json_integer((json_int_t)b->blocking));
}

static void
answer_json(struct saving *s)
{
	const struct beside *b = beside_findings(s->v, s->abs);
	json_t *root = json_object();
	bool conflict = false;

	add_saved(s, root);
	add_asked(s, b->look, root);
	add_findings(s, b, root);
	json_object_set_new(root, "standing", chart_standing_json(b->look, s->v->a,
						text_equal(form_text(s->v->form, "panel"), "open")));
	for (size_t i = 0; i < s->abs->cat->n_elements; i++)
		conflict |= s->tries[i].conflict;
	visit_json_of(s->v, conflict ? 409 : s->wrong > 0 ? 422 : 200, root);
}

void
chart_answer_json(struct visit *v, struct abstraction *abs, const struct element *saved)
{
	struct saving s = { .v = v, .abs = abs };

	s.tries = arena_array(v->a, abs->cat->n_elements, sizeof *s.tries);
	s.sent = arena_array(v->a, abs->cat->n_elements, sizeof *s.sent);
	s.sent[saved->index] = true;
	answer_json(&s);
}

static void
answer_page(struct saving *s)
{
	char *chart = arena_printf(s->v->a, "/charts/%llu", (unsigned long long)s->v->chart->id);

	if (s->wrong > 0)
		chart_show_form(s->v, s->abs, s->tries, false);
	else if (text_equal(form_text(s->v->form, "then"), "complete"))
		chart_complete_post(s->v);
	else
		visit_go(s->v, chart, "saved");
}

void
chart_answers_post(struct visit *v)
{
	struct saving s = { .v = v };

	if (!text_equal(v->chart->state, "open")) {
		say_closed(v);
		return;
	}
	read_chart(&s);
	if (!mark_sent(&s, "a_") || !mark_sent(&s, "n_") || !mark_sent(&s, "m_")) {
		visit_error(v, 400,
			    "The request answers a question that this chart does not have.");
		return;
	}
	save_all(&s);
	if (s.closed)
		say_closed(v);
	else if (visit_wants_json(v))
		answer_json(&s);
	else
		answer_page(&s);
}
