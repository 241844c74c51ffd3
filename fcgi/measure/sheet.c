/* Charts as lines of CSV: see sheet.h. */
#include "measure/sheet.h"

#include "base/text.h"
#include "measure/answer.h"
#include "measure/column.h"

struct sheet_column {
	const struct element *element; /* NULL for chart_id, and for what is passed over */
	const struct column *column;
	const char *name;
};

/* What an export tells of a chart beside its answers. */
static bool
is_passed_over(const char *name)
{
	return text_equal(name, "chart_number") || text_equal(name, "chart_state")
		|| text_equal(name, "chart_modules");
}

static bool
complain(struct sheet *s, int line, int column, const char *what)
{
	fprintf(s->err, "qopi: line %d, column %d: %s\n", line, column, what);
	return false;
}

static bool
complain_of_field(struct sheet *s, size_t field, const char *what)
{
	return complain(s, csv_line(s->csv, field), (int)field + 1, what);
}

/* Looks up one name of the header; false (and said) if it means nothing. */
static bool
read_column(struct sheet *s, size_t field, bool *has_id)
{
	const char *name = csv_text(s->csv, field);
	bool is_id = text_equal(name, "chart_id");
	struct sheet_column *column = &s->columns[field];

	column->name = arena_str(s->arena, name);
	column->element = is_id ? NULL : catalogue_element(s->cat, name);
	if (!is_id && column->element == NULL && !is_passed_over(name))
		return complain_of_field(s, field, arena_printf(s->arena,
			"there is no question \"%s\"; expected chart_id or the id of a question",
			name));
	for (size_t i = 0; i < field; i++)
		if (text_equal(s->columns[i].name, name))
			return complain_of_field(s, field, arena_printf(s->arena,
				"the column \"%s\" is there twice", name));
	if (is_id) {
		s->id_column = field;
		*has_id = true;
	} else if (column->element != NULL) {
		column->column = column_new(s->arena, column->element);
	}
	return true;
}

static bool
read_header(struct sheet *s)
{
	enum csv_state state = csv_next(s->csv);
	bool has_id = false, good = true;

	if (state == CSV_WRONG)
		return complain(s, s->csv->error_line, s->csv->error_column, s->csv->error);
	if (state == CSV_END)
		return complain(s, 1, 1, "the input is empty; expected a header with chart_id");
	s->n_columns = s->csv->n_fields;
	s->columns = arena_array(s->arena, s->n_columns, sizeof *s->columns);
	for (size_t i = 0; i < s->n_columns; i++)
		good = read_column(s, i, &has_id) && good;
	if (good && !has_id)
		return complain(s, 1, 1, "the header has no column chart_id");
	return good;
}

bool
sheet_open(struct sheet *sheet, const struct catalogue *cat, FILE *in, FILE *err, struct arena *a)
{
	*sheet = (struct sheet){ .cat = cat, .arena = a, .err = err };
	sheet->csv = csv_new(a, in);
	return read_header(sheet);
}

enum csv_state
sheet_next(struct sheet *s)
{
	enum csv_state state = csv_next(s->csv);
	struct arena_mark mark = arena_mark(s->arena);
	bool good = true;

	if (state == CSV_WRONG)
		complain(s, s->csv->error_line, s->csv->error_column, s->csv->error);
	if (state != CSV_ROW)
		return state;
	if (s->csv->n_fields != s->n_columns)
		good = complain(s, csv_line(s->csv, 0), (int)s->csv->n_fields,
			arena_printf(s->arena, "%zu fields; the header has %zu", s->csv->n_fields,
				s->n_columns));
	arena_back(s->arena, mark);
	if (!good)
		return CSV_WRONG;
	s->id = csv_text(s->csv, s->id_column);
	if (text_is_empty(s->id))
		good = complain_of_field(s, s->id_column, "the chart has no chart_id");
	return good ? CSV_ROW : CSV_WRONG;
}

/* One answer as people write it; false (and said) if it is none. */
static bool
read_answer(struct sheet *s, size_t field, struct answer *answer)
{
	const struct element *e = s->columns[field].element;
	struct arena_mark mark = arena_mark(s->arena);
	const char *text = csv_text(s->csv, field), *message = NULL;
	bool good = answer_read(e, text, answer, s->arena, &message);

	if (!good)
		complain_of_field(s, field, arena_printf(s->arena, "%s: \"%s\": %s", e->id, text,
			message));
	arena_back(s->arena, mark);
	return good;
}

bool
sheet_answers(struct sheet *s, struct answer *chart)
{
	bool good = true;

	for (size_t i = 0; i < s->n_columns; i++)
		if (s->columns[i].element != NULL)
			good = read_answer(s, i, &chart[s->columns[i].element->index]) && good;
	return good;
}

/* One answer into a row, by way of its text. */
static bool
put_answer(struct sheet *s, size_t field, struct cql_block *block, size_t row)
{
	struct answer answer;

	if (s->columns[field].element == NULL)
		return true;
	if (!read_answer(s, field, &answer))
		return false;
	chart_put_one(s->columns[field].element, answer, block, row);
	return true;
}

bool
sheet_put(struct sheet *s, struct cql_block *block, size_t row)
{
	const struct csv *csv = s->csv;
	bool good = true;

	if (!csv->plain) {
		for (size_t i = 0; i < s->n_columns; i++)
			good = put_answer(s, i, block, row) && good;
		return good;
	}
	for (size_t i = 0; i < csv->n_given; i++) {
		size_t place = (size_t)csv->given[i];
		const struct column *column = s->columns[place].column;
		const struct csv_field *f = &csv->fields[place];

		if (column == NULL || !column_put(column, block, row, f->text, f->len))
			good = put_answer(s, place, block, row) && good;
	}
	return good;
}
