/*
 * Charts as CSV to outcomes: see evaluate.h.
 *
 * Outcomes are kept as masks until the whole input is known to be right, because
 * a wrong line must leave nothing on standard output.
 */
#include "measure/evaluate.h"

#include <string.h>

#include "base/text.h"
#include "measure/explain.h"
#include "measure/outcome.h"
#include "measure/sheet.h"

#define ARENA_CAP ((size_t)1 << 32)

enum { DONE = 0, FAILED = 1, WRONG_INPUT = 2 };
enum { IDS_MAX = BATCH_SIZE * CSV_MAX_ROW, BLOCK_WORDS = BATCH_SIZE / 64 };

/* What a batch of charts came to. */
struct kept {
	size_t count;
	const char *ids;       /* with a NUL behind each */
	const uint64_t *masks; /* by measure and outcome: BLOCK_WORDS words */
	struct kept *next;
};

/* A call of `qopi evaluate`. */
struct evaluation {
	struct arena *arena;
	struct sheet sheet;
	const struct measure **measures; /* those asked for, in catalogue order */
	size_t n_measures;
	struct batch *batch;
	struct buf *ids;                 /* of the batch being filled */
	struct kept *first, **last;
};

/* Keeps the batch's charts and outcomes, and begins the next. */
static void
keep_batch(struct evaluation *ev)
{
	size_t words = ev->n_measures * OUTCOME_KINDS * BLOCK_WORDS;
	uint64_t *masks = arena_array(ev->arena, words, sizeof *masks);
	struct kept *kept = arena_alloc(ev->arena, sizeof *kept);

	batch_run(ev->batch);
	kept->count = ev->batch->count;
	kept->ids = memcpy(arena_alloc(ev->arena, ev->ids->len), ev->ids->data, ev->ids->len);
	kept->masks = masks;
	for (size_t i = 0; i < ev->n_measures; i++, masks += OUTCOME_KINDS * BLOCK_WORDS)
		for (int o = OUTCOME_EXCLUDED; o < OUTCOME_KINDS; o++)
			memcpy(masks + o * BLOCK_WORDS,
				cql_true(ev->batch->block, ev->measures[i]->steps[o]),
				ev->batch->block->words * sizeof *masks);
	*ev->last = kept;
	ev->last = &kept->next;
	buf_clear(ev->ids);
	batch_start(ev->batch);
}

/* All charts; false if any was wrong. */
static bool
keep_all(struct evaluation *ev)
{
	struct sheet *sheet = &ev->sheet;
	enum csv_state state;
	bool good = true;

	while ((state = sheet_next(sheet)) != CSV_END) {
		if (state == CSV_WRONG && sheet->csv->error != NULL)
			return false;
		good = state == CSV_ROW && good;
		if (state != CSV_ROW || !sheet_put(sheet, ev->batch->block, ev->batch->count)) {
			good = false;
			batch_start(ev->batch);
			buf_clear(ev->ids);
			continue;
		}
		buf_add(ev->ids, sheet->id, strlen(sheet->id) + 1);
		if (++ev->batch->count == BATCH_SIZE)
			keep_batch(ev);
	}
	if (ev->batch->count > 0)
		keep_batch(ev);
	return good;
}

/* The end of a line: ",Core 3,met" with its line end. */
struct ending {
	const char *text;
	size_t len;
};

/* A text as a field of CSV. */
static const char *
quoted(struct arena *a, const char *text)
{
	struct buf *field = buf_new(a, 2 * strlen(text) + 2);

	csv_add_field(field, text);
	return field->data;
}

static struct ending *
endings_new(const struct evaluation *ev)
{
	struct ending *endings = arena_array(ev->arena, ev->n_measures * OUTCOME_KINDS,
		sizeof *endings);

	for (size_t i = 0; i < ev->n_measures * OUTCOME_KINDS; i++) {
		const struct measure *m = ev->measures[i / OUTCOME_KINDS];

		endings[i].text = arena_printf(ev->arena, ",%s,%s\r\n",
			quoted(ev->arena, m->number),
			outcome_code((enum outcome)(i % OUTCOME_KINDS)));
		endings[i].len = strlen(endings[i].text);
	}
	return endings;
}

static enum outcome
outcome_of(const uint64_t *masks, size_t row)
{
	for (int o = OUTCOME_EXCLUDED; o < OUTCOME_KINDS; o++)
		if ((masks[(size_t)o * BLOCK_WORDS + row / 64] >> (row % 64) & 1) != 0)
			return (enum outcome)o;
	return OUTCOME_NOT_IN;
}

/* Writes the lines of one chart. */
static void
write_chart(const struct evaluation *ev, const struct kept *kept, size_t row, const char *id,
	const struct ending *endings, FILE *out)
{
	const uint64_t *masks = kept->masks;
	size_t len = strlen(id);

	for (size_t i = 0; i < ev->n_measures; i++, masks += OUTCOME_KINDS * BLOCK_WORDS) {
		const struct ending *end = &endings[i * OUTCOME_KINDS + outcome_of(masks, row)];

		fwrite_unlocked(id, 1, len, out);
		fwrite_unlocked(end->text, 1, end->len, out);
	}
}

static void
write_kept(const struct evaluation *ev, FILE *out)
{
	const struct ending *endings = endings_new(ev);

	fputs("chart_id,measure,outcome\r\n", out);
	for (const struct kept *kept = ev->first; kept != NULL; kept = kept->next) {
		const char *id = kept->ids;

		for (size_t row = 0; row < kept->count; row++, id += strlen(id) + 1) {
			struct arena_mark mark = arena_mark(ev->arena);

			write_chart(ev, kept, row, quoted(ev->arena, id), endings, out);
			arena_back(ev->arena, mark);
		}
	}
}

/* Whether `only` asks for a measure: a module, or numbers with commas between; NULL: all. */
static bool
asks_for(const struct evaluation *ev, const char *only, const struct measure *m)
{
	const struct module *module = only == NULL ? NULL : catalogue_module(ev->sheet.cat, only);
	size_t count;
	char **numbers;

	if (only == NULL || module != NULL)
		return only == NULL || m->module == module;
	numbers = text_split(ev->arena, only, ',', &count);
	for (size_t i = 0; i < count; i++)
		if (text_equal(text_trim(ev->arena, numbers[i]), m->number))
			return true;
	return false;
}

/* False, and said, if `only` names what is not there. */
static bool
choose_measures(struct evaluation *ev, const struct catalogue *cat, const char *only, FILE *err)
{
	size_t count = 0;

	ev->sheet.cat = cat;
	ev->measures = arena_array(ev->arena, cat->n_measures, sizeof(struct measure *));
	for (size_t i = 0; i < cat->n_measures; i++)
		if (asks_for(ev, only, &cat->measures[i]))
			ev->measures[ev->n_measures++] = &cat->measures[i];
	if (only != NULL && catalogue_module(cat, only) == NULL)
		text_split(ev->arena, only, ',', &count);
	if (only == NULL || (ev->n_measures > 0 && (count == 0 || count == ev->n_measures)))
		return true;
	fprintf(err, "qopi: there is no module \"%s\"; --only takes a module, or numbers of "
		"measures with commas between, each once\n", only);
	return false;
}

static int
evaluate_in(struct evaluation *ev, const struct catalogue *cat, FILE *in, FILE *out, FILE *err)
{
	if (!sheet_open(&ev->sheet, cat, in, err, ev->arena))
		return WRONG_INPUT;
	ev->batch = batch_of(ev->arena, cat, ev->measures, ev->n_measures);
	ev->ids = buf_new(ev->arena, IDS_MAX);
	ev->last = &ev->first;
	if (!keep_all(ev))
		return WRONG_INPUT;
	if (ferror(in)) {
		fprintf(err, "qopi: the charts cannot be read\n");
		return FAILED;
	}
	write_kept(ev, out);
	if (fflush(out) == 0)
		return DONE;
	fprintf(err, "qopi: the outcomes cannot be written\n");
	return FAILED;
}

int
evaluate_csv(const struct catalogue *cat, FILE *in, FILE *out, FILE *err, const char *only)
{
	struct evaluation ev = { .arena = arena_new(ARENA_CAP) };
	int status = WRONG_INPUT;

	if (choose_measures(&ev, cat, only, err))
		status = evaluate_in(&ev, cat, in, out, err);
	arena_free(ev.arena);
	return status;
}

static void
close_file(void *arg)
{
	fclose(arg);
}

static void
write_explanation(FILE *out, const char *id, const struct explanation *x)
{
	fprintf(out, "%s  %s  %s: %s\n  %s\n", id, x->measure->number, x->measure->title,
		outcome_words(x->outcome), x->why);
	for (int kind = 0; kind < CLAUSE_KINDS; kind++) {
		const struct clause_explained *c = &x->clauses[kind];

		if (!c->asked)
			continue;
		fprintf(out, "  %s: %s\n", clause_name((enum clause_kind)kind),
			c->holds ? "holds" : "does not hold");
		for (size_t i = 0; i < c->n_reasons; i++)
			fprintf(out, "    %s %s — %s (wanted: %s)\n",
				c->reasons[i].holds ? "+" : "-", c->reasons[i].question,
				c->reasons[i].answer, c->reasons[i].wanted);
	}
}

/* Explains the charts wanted into `kept`; false (and said) if anything is wrong. */
static bool
explain_all(struct sheet *sheet, FILE *kept, const struct measure *measure,
	const char *chart_id)
{
	struct answer *chart = chart_new(sheet->arena, sheet->cat);
	bool found = false, good = true;
	enum csv_state state;

	while ((state = sheet_next(sheet)) != CSV_END) {
		struct arena_mark mark = arena_mark(sheet->arena);

		if (sheet->csv->error != NULL)
			return false;
		good = state == CSV_ROW && sheet_answers(sheet, chart) && good;
		if (good && (chart_id == NULL || text_equal(sheet->id, chart_id))) {
			write_explanation(kept, sheet->id, chart_explain(sheet->cat, chart, measure,
				sheet->arena));
			found = true;
		}
		arena_back(sheet->arena, mark);
	}
	if (!good || found || chart_id == NULL)
		return good;
	fprintf(sheet->err, "qopi: the input has no chart \"%s\"\n", chart_id);
	return false;
}

static int
explain_in(struct arena *a, const struct catalogue *cat, FILE *in, FILE *out, FILE *err,
	const struct measure *measure, const char *chart_id)
{
	FILE *kept = tmpfile();
	struct sheet sheet;
	bool good;
	int c;

	if (kept == NULL) {
		fprintf(err, "qopi: no temporary file can be made\n");
		return FAILED;
	}
	arena_defer(a, close_file, kept);
	good = sheet_open(&sheet, cat, in, err, a)
		&& explain_all(&sheet, kept, measure, chart_id);
	rewind(kept);
	while (good && (c = getc(kept)) != EOF)
		putc(c, out);
	return good ? DONE : WRONG_INPUT;
}

int
explain_csv(const struct catalogue *cat, FILE *in, FILE *out, FILE *err, const char *measure,
	const char *chart_id)
{
	const struct measure *m = catalogue_measure(cat, measure);
	struct arena *a;
	int status;

	if (m == NULL) {
		fprintf(err, "qopi: there is no measure \"%s\"\n", measure);
		return WRONG_INPUT;
	}
	a = arena_new(ARENA_CAP);
	status = explain_in(a, cat, in, out, err, m, chart_id);
	arena_free(a);
	return status;
}

int
catalogue_check(const char *dir, FILE *out, FILE *err)
{
	struct arena *a = arena_new(ARENA_CAP);
	struct buf *errors = buf_new(a, 1 << 20);
	const struct catalogue *cat = catalogue_load(a, dir, errors);

	if (cat != NULL)
		fprintf(out, "%zu modules, %zu questions, %zu measures; edition %s\n",
			cat->n_modules, cat->n_elements, cat->n_measures, cat->hash);
	else
		fprintf(err, "%sqopi: the catalogue in %s is not right\n", errors->data, dir);
	arena_free(a);
	return cat != NULL ? DONE : WRONG_INPUT;
}
