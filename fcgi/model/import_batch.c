/*
 * Writing a batch of an import: see import.h. What is there is read and locked by
 * three statements, then new charts, answers and completions go out in
 * bulk, each in one.
 */
#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "model/abstraction.h"
#include "model/import.h"
#include "model/second_chart.h"
#include "model/there.h"

/* A chart of the batch. */
struct item {
	const struct import_waiting_row *row;
	uint64_t chart_id; /* once it has one */
	uint32_t number;   /* of a new one */
	module_set modules;
	bool fresh, open;
	struct answer *given, *merged;
	uint32_t *versions; /* of the answers that are there; 0: none was ever given */
	const char *state, *why;
	bool completed;
};

struct batch_out {
	struct db *db;
	struct arena *a;
	const struct catalogue *cat;
	uint64_t practice_id;
	const struct import_by_id_row *import;
	struct item *items;
	size_t n;
	uint32_t next_number; /* the number that the next new chart gets */
	int64_t now;
};

static void
skip(struct item *item, const char *why)
{
	item->state = "skipped";
	item->why = why;
}

static void
make_items(struct batch_out *b, const struct import_waiting_row *rows)
{
	size_t n = b->cat->n_elements;

	b->items = arena_array(b->a, b->n, sizeof *b->items);
	for (size_t i = 0; i < b->n; i++) {
		struct item *item = &b->items[i];

		*item = (struct item){ .row = &rows[i],
				       .fresh = rows[i].chart_id == NULL,
				       .given = chart_new(b->a, b->cat),
				       .merged = chart_new(b->a, b->cat),
				       .versions = arena_array(b->a, n, sizeof *item->versions) };
		item->chart_id = item->fresh ? 0 : *rows[i].chart_id;
		item->modules = there_module_set(b->a, b->cat, rows[i].modules);
		if (!chart_unpack(b->cat, rows[i].packed, item->given))
			fault("import %llu is packed by another edition",
			      (unsigned long long)b->import->id);
	}
}

static struct item *
item_of(struct batch_out *b, uint64_t chart_id)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->items[i].chart_id == chart_id)
			return &b->items[i];
	return NULL;
}

/* Locks the charts that are changed, and reads their answers. */
static void
read_targets(struct batch_out *b)
{
	uint32_t from = b->items[0].row->line, to = b->items[b->n - 1].row->line;
	const char *message;
	size_t n;
	struct import_targets_row *charts = q_import_targets(b->db, b->practice_id, b->import->id,
							     from, to, &n);
	struct import_target_answers_row *answers;

	for (size_t i = 0; i < n; i++) {
		struct item *item = item_of(b, charts[i].id);

		if (item == NULL)
			continue;
		item->open = text_equal(charts[i].state, "open");
		item->modules = there_module_set(b->a, b->cat, charts[i].modules);
	}
	answers = q_import_target_answers(b->db, b->practice_id, b->import->id, from, to, &n);
	for (size_t i = 0; i < n; i++) {
		struct item *item = item_of(b, answers[i].chart_id);
		const struct element *e = catalogue_element(b->cat, answers[i].element);

		if (item == NULL)
			continue;
		if (e == NULL ||
		    !answer_read(e, answers[i].value, &item->merged[e->index], b->a, &message))
			fault("chart %llu holds an answer to %s that its edition does not know",
			      (unsigned long long)answers[i].chart_id, answers[i].element);
		item->versions[e->index] = answers[i].version;
	}
}

/* Lays the answers of the file over those that are there; says what became of the chart. */
static void
merge(struct batch_out *b, struct item *item)
{
	item->state = item->fresh ? "made" : "same";
	for (size_t i = 0; i < b->cat->n_elements; i++) {
		bool gone = item->given[i].state == ANSWER_NONE ||
			    answer_equal(item->given[i], item->merged[i]);

		if (gone)
			item->given[i].state = ANSWER_NONE; /* nothing to write */
		else if (!item->fresh && !item->open)
			skip(item, "It is not open any more.");
		else if (item->merged[i].state != ANSWER_NONE && !b->import->overwrite)
			skip(item, arena_printf(b->a, "Somebody answered %s otherwise meanwhile.",
						b->cat->elements[i].id));
		else if (!item->fresh)
			item->state = "changed";
		if (item->why != NULL)
			return;
		if (!gone)
			item->merged[i] = item->given[i];
	}
}

/* Gives new charts their numbers, unless somebody made one of the name meanwhile. */
static void
number_new(struct batch_out *b)
{
	size_t n;
	struct import_labels_row *charts = q_import_labels(b->db, b->practice_id,
							   b->import->round_id, &n);
	struct names *names = names_new(b->a, n);

	b->next_number = 1;
	for (size_t i = 0; i < n; i++) {
		there_name(b->a, names, charts[i].label, charts[i].number, i);
		b->next_number = charts[i].number + 1;
	}
	for (size_t i = 0; i < b->n; i++) {
		struct item *item = &b->items[i];

		if (!item->fresh)
			continue;
		if (names_find(names, item->row->name) != NAMES_NONE)
			skip(item, "A chart of this name was made meanwhile.");
		else
			item->number = b->next_number++;
	}
}

static bool
is_written(const struct item *item)
{
	return text_equal(item->state, "made") || text_equal(item->state, "changed");
}

/* Makes the new charts and learns their ids. */
static void
make_charts(struct batch_out *b)
{
	struct import_chart_make_params *charts = arena_array(b->a, b->n, sizeof *charts);
	struct import_made_row *made;
	size_t n = 0, n_made;

	for (size_t i = 0; i < b->n; i++)
		if (b->items[i].number != 0)
			charts[n++] = (struct import_chart_make_params){
				b->practice_id,        b->import->round_id, b->items[i].number,
				b->items[i].row->name, b->import->made_by,  b->now,
			};
	if (n == 0)
		return;
	q_import_chart_make(b->db, charts, n);
	made = q_import_made(b->db, b->practice_id, b->import->round_id, charts[0].number, &n_made);
	for (size_t i = 0; i < b->n; i++)
		for (size_t m = 0; m < n_made && b->items[i].number != 0; m++)
			if (made[m].number == b->items[i].number)
				b->items[i].chart_id = made[m].id;
}

static void
write_modules(struct batch_out *b)
{
	struct import_modules_make_params *rows = arena_array(b->a, b->n * b->cat->n_modules,
							      sizeof *rows);
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		for (size_t m = 0; m < b->cat->n_modules && b->items[i].number != 0; m++)
			if ((b->items[i].modules & module_bit(&b->cat->modules[m])) != 0)
				rows[n++] = (struct import_modules_make_params){
					b->items[i].chart_id, b->practice_id, b->cat->modules[m].id
				};
	if (n > 0)
		q_import_modules_make(b->db, rows, n);
}

/* First answers, and answers in place of others; the history follows by itself. */
static void
write_answers(struct batch_out *b)
{
	size_t most = b->n * b->cat->n_elements, n_first = 0, n_other = 0;
	struct answer_put_params *first = arena_array(b->a, most, sizeof *first);
	struct import_answer_change_params *other = arena_array(b->a, most, sizeof *other);
	uint64_t by = b->import->made_by;

	for (size_t at = 0; at < most; at++) {
		const struct item *item = &b->items[at / b->cat->n_elements];
		const struct element *e = &b->cat->elements[at % b->cat->n_elements];
		uint32_t version = item->versions[e->index];
		const char *text;

		if (!is_written(item) || item->given[e->index].state == ANSWER_NONE)
			continue;
		text = answer_write(e, item->given[e->index], b->a);
		if (version == 0)
			first[n_first++] = (struct answer_put_params){
				item->chart_id, b->practice_id, e->id, text, by, b->now
			};
		else
			other[n_other++] = (struct import_answer_change_params){
				text, version + 1, by, b->now, b->practice_id, item->chart_id, e->id
			};
	}
	if (n_first > 0)
		q_answer_put(b->db, first, n_first);
	if (n_other > 0)
		q_import_answer_change(b->db, other, n_other);
}

/* Whether nothing at all stands against completing it, not even what a person may confirm. */
static bool
is_clean(struct batch_out *b, const struct item *item)
{
	struct abstraction abs = { .cat = b->cat,
				   .modules = item->modules,
				   .answers = item->merged };
	size_t count, blocking;

	look_check(abstraction_look(&abs, b->a, time_day(b->now)), b->a, &count, &blocking);
	return count == 0;
}

static void
complete(struct batch_out *b)
{
	struct import_complete_params *rows = arena_array(b->a, b->n, sizeof *rows);
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++) {
		struct item *item = &b->items[i];
		struct finished done;

		if (!is_written(item) || !is_clean(b, item))
			continue;
		done = abstraction_finish(b->cat, b->a, item->merged, item->modules, b->now);
		rows[n++] = (struct import_complete_params){ b->import->made_by, b->now,
							     done.packed,        done.marks,
							     b->practice_id,     item->chart_id };
		item->completed = true;
	}
	if (n == 0)
		return;
	q_import_complete(b->db, rows, n);
	second_charts_settle(b->db, b->a, b->cat, b->practice_id, b->import->round_id, b->now);
}

static void
write_results(struct batch_out *b)
{
	struct import_chart_result_params *rows = arena_array(b->a, b->n, sizeof *rows);

	for (size_t i = 0; i < b->n; i++) {
		const struct item *item = &b->items[i];

		rows[i] = (struct import_chart_result_params){
			item->state,
			item->chart_id == 0 ? NULL : &item->chart_id,
			item->completed ? "yes" : NULL,
			item->why,
			b->practice_id,
			b->import->id,
			item->row->line,
		};
	}
	q_import_chart_result(b->db, rows, b->n);
}

bool
import_batch(struct db *db, struct arena *a, const struct catalogue *cat, uint64_t practice_id,
	     const struct import_by_id_row *import)
{
	struct batch_out b = { .db = db,
			       .a = a,
			       .cat = cat,
			       .practice_id = practice_id,
			       .import = import,
			       .now = time_now() };
	struct import_waiting_row *rows = q_import_waiting(db, practice_id, import->id,
							   IMPORT_BATCH, &b.n);

	if (b.n == 0)
		return false;
	make_items(&b, rows);
	read_targets(&b);
	number_new(&b);
	for (size_t i = 0; i < b.n; i++)
		if (b.items[i].state == NULL)
			merge(&b, &b.items[i]);
	make_charts(&b);
	write_modules(&b);
	write_answers(&b);
	if (import->complete)
		complete(&b);
	write_results(&b);
	q_practice_stamp(db, practice_id);
	return true;
}
