/*
 * Charts out of a file: see charts_in.h. Rows are read one by one and checked
 * a block at a time (cql/eval.h).
 */
#include "exchange/charts_in.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/text.h"
#include "exchange/chart_column.h"
#include "exchange/fhir_rows.h"
#include "exchange/redcap.h"
#include "exchange/table.h"
#include "model/abstraction.h"

enum {
	LABEL_MAX = 40,
	VALUE_SHOWN = 60,
	CODES_SHOWN = 100,
	ROW_MEMORY = 4 * 1024 * 1024,
	FIRST_ROWS = 64
};

/* A row that was read and waits for its block to be checked. */
struct waiting {
	struct charts_row row;
	struct answer *given;  /* of the file */
	struct answer *merged; /* and of the chart that is there */
	bool wrong;
};

struct reading {
	struct arena *a, *row_arena; /* the latter is emptied for each row */
	const struct charts_wanted *w;
	struct charts_in *in;
	size_t room; /* of in->rows */
	struct chart_column *columns;
	const char **headings;
	size_t n_columns, name_column;
	struct names *lines; /* names of the file to their lines */
	struct cql_block *block;
	const struct cql_selection *steps;
	struct finding *findings;
	struct waiting *waiting;
	size_t n_waiting;
	const struct element *today; /* the question for the day of abstraction, or NULL */
};

static void
add_problem(struct reading *r, struct charts_problem p)
{
	struct charts_in *in = r->in;

	if (in->n_problems < CHARTS_IN_PROBLEMS_MAX) {
		struct charts_problem *to = &in->problems[in->n_problems];

		*to = p;
		to->chart = arena_str(r->a, p.chart);
		to->text = arena_str(r->a, p.text);
		if (p.value != NULL) {
			size_t len = strlen(p.value), shown = len < VALUE_SHOWN ? len : VALUE_SHOWN;

			while (shown < len && shown > 0 && (p.value[shown] & 0xc0) == 0x80)
				shown--; /* not into a character */
			to->value = arena_printf(r->a, "%.*s%s", (int)shown, p.value,
						 shown < len ? "…" : "");
		}
	}
	in->n_problems++;
}

/* Something is wrong with a row that is read or was. */
static void
row_problem(struct reading *r, struct waiting *at, size_t column, const char *value,
	    const char *text)
{
	const char *heading = column < r->n_columns ? r->headings[column] : NULL;

	add_problem(r, (struct charts_problem){ at->row.line, at->row.name, heading, value, text,
						false });
	at->wrong = true;
}

/* "The column x stands there twice." and the like: no row is taken. */
static bool
give_up(struct reading *r, const char *text)
{
	if (r->in->unreadable == NULL)
		r->in->unreadable = text;
	return false;
}

static bool
is_twice(const struct reading *r, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (strcasecmp(r->headings[i], r->headings[at]) == 0)
			return true;
	return false;
}

/* One of our own columns. */
static struct chart_column
own_column(const struct catalogue *cat, const char *heading)
{
	struct chart_column c = { .kind = COLUMN_UNKNOWN };

	if (text_equal(heading, "chart_id"))
		c.kind = COLUMN_RECORD;
	else if (text_equal(heading, "chart_modules"))
		c.kind = COLUMN_MODULES;
	else if (text_equal(heading, "chart_number") || text_equal(heading, "chart_state"))
		c.kind = COLUMN_NOTHING;
	else if ((c.element = catalogue_element(cat, heading)) != NULL)
		c.kind = c.element->system ? COLUMN_NOTHING : COLUMN_ANSWER;
	return c;
}

static bool
take_column(struct reading *r, size_t at, const char *text)
{
	struct chart_column *c = &r->columns[at];

	r->headings[at] = text_trim(r->a, text);
	if (*r->headings[at] == '\0')
		return give_up(
			r, arena_printf(r->a, "Column %zu has no name in the first row.", at + 1));
	if (is_twice(r, at))
		return give_up(r, arena_printf(r->a, "The column %s stands there twice.",
					       r->headings[at]));
	*c = r->w->source == CHARTS_REDCAP ? redcap_column(r->a, r->w->cat, r->headings[at])
					   : own_column(r->w->cat, r->headings[at]);
	if (c->kind == COLUMN_UNKNOWN)
		return give_up(
			r, arena_printf(r->a,
					"The column \"%s\" is no question of this round. Take it "
					"out: names, record numbers and contact data may not be in "
					"the file.",
					r->headings[at]));
	if (c->kind == COLUMN_RECORD)
		r->name_column = at;
	return true;
}

static bool
take_heading(struct reading *r, const struct table_row *row)
{
	r->n_columns = row->n;
	r->columns = arena_array(r->a, row->n, sizeof *r->columns);
	r->headings = arena_array(r->a, row->n, sizeof *r->headings);
	r->name_column = row->n;
	for (size_t i = 0; i < row->n; i++)
		if (!take_column(r, i, row->texts[i]))
			return false;
	if (r->name_column == row->n)
		return give_up(
			r, arena_printf(r->a, "The first row must name the columns; %s is missing.",
					r->w->source == CHARTS_REDCAP ? "record_id" : "chart_id"));
	return true;
}

/* The chart's name; an apostrophe that an export put before a formula's sign is taken off. */
static void
take_name(struct reading *r, struct waiting *at, const char *text)
{
	char *name = text_trim(r->a, text);
	const char *problem;
	size_t line;

	if (name[0] == '\'' && name[1] != '\0' && strchr("=+-@", name[1]) != NULL)
		name++;
	at->row.name = name;
	problem = abstraction_label_problem(name);
	if (*name == '\0')
		problem = "Every chart needs a name: a label of your own.";
	else if (strlen(name) > LABEL_MAX)
		problem = "A label has 40 characters at most.";
	if (problem != NULL) {
		at->row.name = NULL; /* it may be a patient's */
		row_problem(r, at, r->name_column, text, problem);
		return;
	}
	line = names_add(r->lines, name, at->row.line);
	if (line != at->row.line)
		row_problem(r, at, r->name_column, text,
			    arena_printf(r->row_arena, "Line %zu has the same name.", line));
	at->row.chart = there_named(r->w->there, name);
}

/* A module by its id or name, as a bit of the practice's; 0 with a problem if it is none. */
static module_set
module_of(struct reading *r, struct waiting *at, size_t column, const char *id)
{
	const struct module *m = catalogue_module(r->w->cat, id);

	if (m != NULL && (module_bit(m) & r->w->practice) != 0)
		return module_bit(m);
	row_problem(r, at, column, id, "Your practice did not sign up for a module of that name.");
	return 0;
}

static void
take_modules(struct reading *r, struct waiting *at, size_t column, const char *text)
{
	size_t n;
	char **ids = text_split(r->row_arena, text, ';', &n);

	if (at->row.chart != NULL)
		return; /* a chart that is there keeps its modules */
	for (size_t i = 0; i < n; i++)
		if (!text_is_empty(text_trim(r->row_arena, ids[i])))
			at->row.modules |= module_of(r, at, column,
						     text_trim(r->row_arena, ids[i]));
}

/* A day number of a spreadsheet in a cell that does not look like a day. */
static const char *
day_text(struct reading *r, const struct element *e, const struct table_row *row, const char *text)
{
	double serial;
	int32_t day;

	if (!row->workbook || e->type != ELEMENT_DATE || !text_to_f64(text, &serial) ||
	    !table_serial_day(serial, row->from_1904, &day))
		return text;
	return date_format(day, arena_alloc(r->row_arena, DATE_TEXT_SIZE));
}

/* What is wanted in place of a text that is no answer: the codes, or the form of it. */
static const char *
wanted(struct reading *r, const struct element *e, const char *message)
{
	const char *text = "It must be";

	if (e->n_choices == 0)
		return arena_printf(r->row_arena, "%s.", message);
	for (size_t i = 0; i < e->n_choices; i++) {
		if (strlen(text) > CODES_SHOWN)
			return arena_printf(r->row_arena, "%s, or another code of the dictionary.",
					    text);
		text = arena_printf(r->row_arena, "%s%s %s", text,
				    i == 0                 ? ""
				    : i + 1 < e->n_choices ? ","
							   : " or",
				    e->choices[i].code);
	}
	return arena_printf(r->row_arena, "%s%s.", text,
			    e->type == ELEMENT_MULTIPLE ? ", or several with ; between" : "");
}

/* One cell of a question: an answer, or a box of a multiple choice. */
static void
take_cell(struct reading *r, struct waiting *at, size_t column, const struct table_row *row)
{
	const struct chart_column *c = &r->columns[column];
	const char *text = text_trim(r->row_arena, row->texts[column]), *message;
	struct answer *answer;

	if (c->kind == COLUMN_MODULES) {
		take_modules(r, at, column, text);
	} else if (c->kind == COLUMN_MODULE) {
		if (text_equal(text, "1") && at->row.chart == NULL)
			at->row.modules |= module_of(r, at, column, c->module->id);
	} else if (c->kind == COLUMN_ONCE) {
		row_problem(r, at, column, text,
			    "Repeated instruments and events are not understood: "
			    "export one row for each chart.");
	} else if (c->kind == COLUMN_BOX && c->choice == BOX_NONE) {
		if (!text_equal(text, "0"))
			row_problem(r, at, column, text,
				    "This question has no such missing data code.");
	} else if (c->kind == COLUMN_BOX) {
		if (!redcap_box(c, text, &at->given[c->element->index]))
			row_problem(
				r, at, column, text,
				"A box is 1 if it is ticked, 0 if not; a missing data code goes "
				"with no other box.");
	} else if (c->kind == COLUMN_ANSWER) {
		answer = &at->given[c->element->index];
		if (r->w->source == CHARTS_REDCAP)
			text = redcap_answer(c->element, text);
		else
			text = day_text(r, c->element, row, text);
		if (!answer_read(c->element, text, answer, r->row_arena, &message))
			row_problem(r, at, column, text, wanted(r, c->element, message));
	}
}

/* What hinders writing into the chart that is there; NULL if nothing does. */
static const char *
chart_problem(const struct reading *r, const struct there_chart *chart)
{
	if (text_equal(chart->state, "complete"))
		return "This chart is complete and has other answers. Open it again first.";
	if (text_equal(chart->state, "ineligible"))
		return "This chart was found not eligible and has other answers.";
	if (r->w->fellow != 0 && chart->treating == r->w->fellow)
		return "You are named as the treating fellow of this chart, so somebody else "
		       "abstracts it.";
	return NULL;
}

/* An answer that stands against the row's. */
static void
add_conflict(struct reading *r, struct waiting *at, const struct element *e, struct answer old)
{
	add_problem(r, (struct charts_problem){ at->row.line, at->row.name, e->id,
						answer_write(e, at->given[e->index], r->row_arena),
						arena_printf(r->row_arena,
							     "The chart has another answer: %s.",
							     answer_label(e, old, r->row_arena)),
						true });
	at->wrong = true;
}

/* Lays the row's answers over those of the chart that is there. */
static void
merge(struct reading *r, struct waiting *at)
{
	const struct catalogue *cat = r->w->cat;
	const struct there_chart *chart = at->row.chart;
	const char *problem = NULL;

	if (chart != NULL && !chart_unpack(cat, chart->packed, at->merged))
		problem = "This chart cannot be read.";
	at->row.what = chart == NULL ? CHARTS_NEW : CHARTS_SAME;
	for (size_t i = 0; i < cat->n_elements && problem == NULL; i++) {
		struct answer old = at->merged[i];

		if (at->given[i].state == ANSWER_NONE || answer_equal(old, at->given[i]))
			continue;
		at->merged[i] = at->given[i];
		if (chart == NULL)
			continue;
		at->row.what = CHARTS_CHANGED;
		problem = chart_problem(r, chart);
		if (problem == NULL && old.state != ANSWER_NONE && !r->w->overwrite)
			add_conflict(r, at, &cat->elements[i], old);
	}
	if (problem != NULL)
		row_problem(r, at, r->name_column, NULL, problem);
}

/* Keeps a clean row. */
static void
keep(struct reading *r, struct waiting *at)
{
	struct charts_in *in = r->in;

	if (in->n == r->room) {
		struct charts_row *more = arena_array(r->a, 2 * r->room, sizeof *more);

		memcpy(more, in->rows, in->n * sizeof *more);
		in->rows = more;
		r->room *= 2;
	}
	at->row.packed = chart_pack(r->w->cat, at->given, r->a);
	in->rows[in->n++] = at->row;
	in->of[at->row.what]++;
}

/* What the rules say of a row: broken ones make it wrong, the rest is counted. */
static void
judge(struct reading *r, struct waiting *at, size_t place)
{
	bool soft = false, unanswered = false;
	size_t n = chart_findings(r->w->cat, r->block, place, at->merged, at->row.modules,
				  r->findings);

	for (size_t i = 0; i < n; i++) {
		const struct finding *f = &r->findings[i];

		soft = soft || f->kind == FINDING_SOFT;
		unanswered = unanswered || f->kind == FINDING_UNANSWERED;
		if (f->kind != FINDING_HARD || at->row.what == CHARTS_SAME)
			continue;
		add_problem(r, (struct charts_problem){
				       at->row.line, at->row.name, f->element->id,
				       answer_write(f->element, at->merged[f->element->index],
						    r->row_arena),
				       arena_printf(r->row_arena, "%s.", f->message), false });
		at->wrong = true;
	}
	if (at->wrong)
		return;
	at->row.complete = !soft && !unanswered;
	r->in->complete += at->row.complete && at->row.what != CHARTS_SAME;
	r->in->soft += soft && at->row.what != CHARTS_SAME;
	r->in->unanswered += !soft && unanswered && at->row.what != CHARTS_SAME;
}

/* Checks the rows that wait, as they would be were they completed today. */
static void
check_waiting(struct reading *r)
{
	cql_block_clear(r->block, r->n_waiting);
	for (size_t i = 0; i < r->n_waiting; i++) {
		struct waiting *at = &r->waiting[i];

		if (r->today != NULL)
			at->merged[r->today->index] = (struct answer){ ANSWER_VALUE, r->w->today };
		chart_put(r->w->cat, at->merged, r->block, i);
	}
	cql_eval_part(r->block, r->steps, r->w->today);
	for (size_t i = 0; i < r->n_waiting; i++) {
		struct waiting *at = &r->waiting[i];

		if (!at->wrong)
			judge(r, at, i);
		arena_reset(r->row_arena);
		if (at->wrong)
			r->in->n_wrong++;
		else
			keep(r, at);
	}
	r->n_waiting = 0;
}

/* The next row's place, empty. */
static struct waiting *
next_waiting(struct reading *r, unsigned line)
{
	struct waiting *at = &r->waiting[r->n_waiting++];
	size_t size = r->w->cat->n_elements * sizeof *at->given;

	memset(at->given, 0, size);
	memset(at->merged, 0, size);
	at->row = (struct charts_row){ .line = line };
	at->wrong = false;
	return at;
}

/* Core is in every chart. */
static module_set
core_of(const struct charts_wanted *w)
{
	module_set set = 0;

	for (size_t i = 0; i < w->cat->n_modules; i++)
		if (w->cat->modules[i].kind == MODULE_CORE)
			set |= module_bit(&w->cat->modules[i]) & w->practice;
	return set;
}

static bool
take_row(void *arg, const struct table_row *row)
{
	struct reading *r = arg;
	struct waiting *at;

	if (r->columns == NULL)
		return take_heading(r, row);
	r->in->n_rows++;
	at = next_waiting(r, row->line);
	take_name(r, at, r->name_column < row->n ? row->texts[r->name_column] : "");
	if (row->n > r->n_columns)
		row_problem(r, at, r->n_columns, NULL,
			    "There are more fields than columns in the first row.");
	for (size_t i = 0; i < row->n && i < r->n_columns; i++)
		if (row->texts[i][0] != '\0')
			take_cell(r, at, i, row);
	if (at->row.chart != NULL)
		at->row.modules = at->row.chart->modules;
	else
		at->row.modules = at->row.modules == 0 ? r->w->modules
						       : at->row.modules | core_of(r->w);
	if (!at->wrong)
		merge(r, at);
	arena_reset(r->row_arena);
	if (r->n_waiting == CQL_BLOCK)
		check_waiting(r);
	return true;
}

static int
by_line(const void *one, const void *other)
{
	const struct charts_problem *a = one, *b = other;

	return (a->line > b->line) - (a->line < b->line);
}

static void
free_arena(void *arena)
{
	arena_free(arena);
}

static void
start(struct reading *r)
{
	const struct catalogue *cat = r->w->cat;
	struct answer *answers = arena_array(r->a, 2 * CQL_BLOCK * cat->n_elements,
					     sizeof *answers);

	r->row_arena = arena_new(ROW_MEMORY);
	arena_defer(r->a, free_arena, r->row_arena);
	r->in->problems = arena_array(r->a, CHARTS_IN_PROBLEMS_MAX, sizeof *r->in->problems);
	r->room = FIRST_ROWS;
	r->in->rows = arena_array(r->a, r->room, sizeof *r->in->rows);
	r->lines = names_new(r->a, TABLE_ROWS_MAX);
	r->block = cql_block_new(r->a, cat->plan, CQL_BLOCK);
	r->steps = chart_check_steps(cat, r->a);
	r->findings = arena_array(r->a, cat->n_elements + cat->n_rules, sizeof *r->findings);
	r->waiting = arena_array(r->a, CQL_BLOCK, sizeof *r->waiting);
	for (size_t i = 0; i < CQL_BLOCK; i++) {
		r->waiting[i].given = answers + 2 * i * cat->n_elements;
		r->waiting[i].merged = r->waiting[i].given + cat->n_elements;
	}
	r->today = catalogue_element(cat, "abstraction_date");
}

/* Hands out the rows; what is wrong with the file as a whole, or NULL. */
static const char *
read_rows(struct reading *r, struct bytes file)
{
	struct fhir_rows rows;

	if (r->w->source != CHARTS_FHIR)
		return table_read(r->a, file, take_row, r);
	rows = fhir_rows(r->a, r->w->site, r->w->cat, file, take_row, r);
	r->in->n_completed = rows.completed;
	r->in->fhir = rows.problem;
	if (rows.problem.code == NULL)
		return NULL;
	return rows.problem.expression == NULL
		       ? rows.problem.text
		       : arena_printf(r->a, "%s: %s", rows.problem.expression, rows.problem.text);
}

struct charts_in *
charts_read(struct arena *a, const struct charts_wanted *wanted, struct bytes file)
{
	struct charts_in *in = arena_alloc(a, sizeof *in);
	struct reading r = { .a = a, .w = wanted, .in = in };
	const char *problem;

	start(&r);
	problem = read_rows(&r, file);
	if (problem != NULL)
		give_up(&r, problem);
	if (r.n_waiting > 0)
		check_waiting(&r);
	if (r.in->unreadable == NULL && in->n_rows == 0)
		give_up(&r, "There is no chart in the file yet, only the names of the columns.");
	if (in->unreadable != NULL)
		in->n = 0;
	/* a merge sort, so that problems of one line stay in their order */
	qsort(in->problems,
	      in->n_problems < CHARTS_IN_PROBLEMS_MAX ? in->n_problems : CHARTS_IN_PROBLEMS_MAX,
	      sizeof *in->problems, by_line);
	return in;
}
