/*
 * Charts as CSV to outcomes: see evaluate.h.
 *
 * Outcomes are kept packed until the whole input is known to be right, because
 * a wrong line must leave nothing on standard output.
 */
#include "measure/evaluate.h"

#include <string.h>

#include "base/text.h"
#include "measure/answer.h"
#include "measure/csv.h"
#include "measure/explain.h"
#include "measure/outcome.h"

#define ARENA_CAP ((size_t)1 << 30)
#define KEPT_MAX ((size_t)1 << 30)

enum { DONE = 0, FAILED = 1, WRONG_INPUT = 2 };

/* Charts as they come out of a file. */
struct charts {
	const struct catalogue *cat;
	struct arena *arena;
	FILE *err;
	struct csv *csv;
	const struct element **columns; /* by field; NULL for chart_id */
	size_t n_columns, id_column;
	struct answer *chart;           /* the one read last */
	const char *id;
};

static bool
complain(struct charts *c, int line, int column, const char *what)
{
	fprintf(c->err, "qopi: line %d, column %d: %s\n", line, column, what);
	return false;
}

/* Looks up one name of the header; false (and said) if it means nothing. */
static bool
read_column(struct charts *c, size_t field, bool *has_id)
{
	const struct csv_field *f = &c->csv->fields[field];
	bool is_id = text_equal(f->text, "chart_id");

	c->columns[field] = is_id ? NULL : catalogue_element(c->cat, f->text);
	if (!is_id && c->columns[field] == NULL)
		return complain(c, f->line, f->column, arena_printf(c->arena,
			"there is no question \"%s\"; expected chart_id or the id of a question",
			f->text));
	for (size_t i = 0; i < field; i++)
		if (c->columns[i] == c->columns[field])
			return complain(c, f->line, f->column, arena_printf(c->arena,
				"the column \"%s\" is there twice", f->text));
	if (is_id) {
		c->id_column = field;
		*has_id = true;
	}
	return true;
}

static bool
read_header(struct charts *c)
{
	enum csv_state state = csv_next(c->csv);
	bool has_id = false, good = true;

	if (state == CSV_WRONG)
		return complain(c, c->csv->error_line, c->csv->error_column, c->csv->error);
	if (state == CSV_END)
		return complain(c, 1, 1, "the input is empty; expected a header with chart_id");
	c->n_columns = c->csv->n_fields;
	c->columns = arena_array(c->arena, c->n_columns, sizeof(struct element *));
	for (size_t i = 0; i < c->n_columns; i++)
		good = read_column(c, i, &has_id) && good;
	if (good && !has_id)
		return complain(c, 1, 1, "the header has no column chart_id");
	return good;
}

/* False (and said) if there is no right header. */
static bool
charts_start(struct charts *c, const struct catalogue *cat, FILE *in, FILE *err, struct arena *a)
{
	*c = (struct charts){ .cat = cat, .arena = a, .err = err };
	c->csv = csv_new(a, in);
	c->chart = chart_new(a, cat);
	return read_header(c);
}

/* The answers of the row; every wrong one is said. */
static bool
read_answers(struct charts *c)
{
	bool good = true;

	for (size_t i = 0; i < c->n_columns; i++) {
		const struct csv_field *f = &c->csv->fields[i];
		const struct element *e = c->columns[i];
		const char *message = NULL;

		if (e == NULL || answer_read(e, f->text, &c->chart[e->index], c->arena, &message))
			continue;
		good = complain(c, f->line, f->column, arena_printf(c->arena, "%s: \"%s\": %s",
			e->id, f->text, message));
	}
	return good;
}

static enum csv_state
charts_next(struct charts *c)
{
	enum csv_state state = csv_next(c->csv);
	struct arena_mark mark;
	bool good;

	if (state == CSV_WRONG)
		complain(c, c->csv->error_line, c->csv->error_column, c->csv->error);
	if (state != CSV_ROW)
		return state;
	mark = arena_mark(c->arena);
	if (c->csv->n_fields != c->n_columns)
		good = complain(c, c->csv->fields[0].line, (int)c->csv->n_fields,
			arena_printf(c->arena, "%zu fields; the header has %zu",
				c->csv->n_fields, c->n_columns));
	else
		good = read_answers(c);
	c->id = good ? c->csv->fields[c->id_column].text : "";
	if (good && text_is_empty(c->id))
		good = complain(c, c->csv->fields[c->id_column].line, (int)c->id_column + 1,
			"the chart has no chart_id");
	arena_back(c->arena, mark);
	return good ? CSV_ROW : CSV_WRONG;
}

/* What has been worked out so far. */
struct kept {
	const struct catalogue *cat;
	const struct module *only;
	struct batch *batch;
	struct buf *ids;      /* NUL-terminated */
	struct buf *outcomes; /* four bits a measure, two measures a byte, by chart */
};

static size_t
kept_size(const struct catalogue *cat)
{
	return (cat->n_measures + 1) / 2;
}

static void
keep_batch(struct kept *kept)
{
	batch_run(kept->batch);
	for (size_t row = 0; row < kept->batch->count; row++) {
		for (size_t i = 0; i < kept->cat->n_measures; i += 2) {
			const struct measure *m = &kept->cat->measures[i];
			unsigned two = batch_outcome(kept->batch, m, row);

			if (i + 1 < kept->cat->n_measures)
				two |= (unsigned)batch_outcome(kept->batch, m + 1, row) << 4;
			buf_char(kept->outcomes, (char)two);
		}
	}
	batch_start(kept->batch);
}

static void
write_kept(const struct kept *kept, FILE *out)
{
	const unsigned char *outcomes = (const unsigned char *)kept->outcomes->data;
	const char *end = kept->ids->data + kept->ids->len;

	fputs("chart_id,measure,outcome\r\n", out);
	for (const char *id = kept->ids->data; id < end; id += strlen(id) + 1) {
		for (size_t i = 0; i < kept->cat->n_measures; i++) {
			const struct measure *m = &kept->cat->measures[i];
			unsigned outcome = outcomes[i / 2] >> (i % 2 * 4) & 15;

			if (kept->only != NULL && m->module != kept->only)
				continue;
			csv_write_field(out, id);
			putc(',', out);
			csv_write_field(out, m->number);
			fprintf(out, ",%s\r\n", outcome_code((enum outcome)outcome));
		}
		outcomes += kept_size(kept->cat);
	}
}

/* All charts into `kept`; false if any was wrong. */
static bool
keep_all(struct charts *charts, struct kept *kept)
{
	enum csv_state state;
	bool good = true;

	while ((state = charts_next(charts)) != CSV_END) {
		if (state == CSV_WRONG && charts->csv->error != NULL)
			return false;
		good = good && state == CSV_ROW;
		if (!good)
			continue;
		buf_add(kept->ids, charts->id, strlen(charts->id) + 1);
		batch_add(kept->batch, charts->chart);
		if (kept->batch->count == BATCH_SIZE)
			keep_batch(kept);
	}
	keep_batch(kept);
	return good;
}

static int
evaluate_in(struct arena *a, const struct catalogue *cat, FILE *in, FILE *out, FILE *err,
	const struct module *only)
{
	struct kept kept = { .cat = cat, .only = only };
	struct charts charts;

	if (!charts_start(&charts, cat, in, err, a))
		return WRONG_INPUT;
	kept.batch = batch_new(a, cat);
	kept.ids = buf_new(a, KEPT_MAX);
	kept.outcomes = buf_new(a, KEPT_MAX);
	if (!keep_all(&charts, &kept))
		return WRONG_INPUT;
	if (ferror(in) || kept.ids->full || kept.outcomes->full) {
		fprintf(err, "qopi: the charts cannot be read, or are too many for one call\n");
		return FAILED;
	}
	write_kept(&kept, out);
	if (fflush(out) == 0)
		return DONE;
	fprintf(err, "qopi: the outcomes cannot be written\n");
	return FAILED;
}

int
evaluate_csv(const struct catalogue *cat, FILE *in, FILE *out, FILE *err, const char *only)
{
	const struct module *module = only != NULL ? catalogue_module(cat, only) : NULL;
	struct arena *a;
	int status;

	if (only != NULL && module == NULL) {
		fprintf(err, "qopi: there is no module \"%s\"\n", only);
		return WRONG_INPUT;
	}
	a = arena_new(ARENA_CAP);
	status = evaluate_in(a, cat, in, out, err, module);
	arena_free(a);
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
explain_all(struct charts *charts, FILE *kept, const struct measure *measure,
	const char *chart_id)
{
	bool found = false, good = true;
	enum csv_state state;

	while ((state = charts_next(charts)) != CSV_END) {
		struct arena_mark mark = arena_mark(charts->arena);

		good = good && state == CSV_ROW;
		if (charts->csv->error != NULL)
			return false;
		if (good && (chart_id == NULL || text_equal(charts->id, chart_id))) {
			write_explanation(kept, charts->id, chart_explain(charts->cat,
				charts->chart, measure, charts->arena));
			found = true;
		}
		arena_back(charts->arena, mark);
	}
	if (!good || found || chart_id == NULL)
		return good;
	fprintf(charts->err, "qopi: the input has no chart \"%s\"\n", chart_id);
	return false;
}

static int
explain_in(struct arena *a, const struct catalogue *cat, FILE *in, FILE *out, FILE *err,
	const struct measure *measure, const char *chart_id)
{
	FILE *kept = tmpfile();
	struct charts charts;
	bool good;
	int c;

	if (kept == NULL) {
		fprintf(err, "qopi: no temporary file can be made\n");
		return FAILED;
	}
	arena_defer(a, close_file, kept);
	good = charts_start(&charts, cat, in, err, a)
		&& explain_all(&charts, kept, measure, chart_id);
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
