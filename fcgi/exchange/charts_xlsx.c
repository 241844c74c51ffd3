/* Charts and the template as workbooks: see charts_out.h. Row by row, texts only. */
#include "base/fault.h"
#include "base/text.h"
#include "exchange/charts_out.h"
#include "exchange/xlsx_file.h"

enum { COLUMN_WIDTH = 20 };

struct sheet_out {
	struct arena *a;
	const struct catalogue *cat;
	struct xlsx_file *file;
	lxw_worksheet *sheet;
	lxw_format *head, *text;
	lxw_row_t row;
	lxw_col_t col;
};

static void
put(struct sheet_out *s, const char *text)
{
	if (!text_is_empty(text))
		worksheet_write_string(s->sheet, s->row, s->col, text,
				       s->row == 0 ? s->head : s->text);
	s->col++;
}

static void
next_row(struct sheet_out *s)
{
	s->row++;
	s->col = 0;
}

static void
start_sheet(struct sheet_out *s, const char *name, lxw_col_t columns)
{
	s->sheet = workbook_add_worksheet(s->file->book, name);
	s->row = 0;
	s->col = 0;
	/* cells of the format "text", so that typing 2026-02-03 or 1-2 stays what it is */
	worksheet_set_column(s->sheet, 0, columns, COLUMN_WIDTH, s->text);
	worksheet_freeze_panes(s->sheet, 1, 1);
}

static struct sheet_out
start(struct arena *a, const struct catalogue *cat, const char *title)
{
	struct sheet_out s = { .a = a, .cat = cat, .file = xlsx_file_new(a, true) };
	lxw_doc_properties about = { .title = (char *)(uintptr_t)title };

	workbook_set_properties(s.file->book, &about);
	s.head = workbook_add_format(s.file->book);
	format_set_bold(s.head);
	s.text = workbook_add_format(s.file->book);
	format_set_num_format(s.text, "@");
	return s;
}

static const char *
type_word(enum element_type type)
{
	switch (type) {
	case ELEMENT_SINGLE: return "one code";
	case ELEMENT_YES_NO: return "one code";
	case ELEMENT_MULTIPLE: return "codes with ; between";
	case ELEMENT_DATE: return "date, YYYY-MM-DD";
	case ELEMENT_INTEGER: return "whole number";
	}
	return "";
}

static const char *
codes_of(struct arena *a, const struct element *e)
{
	const char *text = "";

	for (size_t i = 0; i < e->n_choices; i++)
		text = arena_printf(a, "%s%s%s = %s", text, i == 0 ? "" : "; ", e->choices[i].code,
				    e->choices[i].label);
	if (e->not_documented)
		text = arena_printf(a, "%s%snot_documented", text, *text == '\0' ? "" : "; ");
	if (e->unknown)
		text = arena_printf(a, "%s%sunknown", text, *text == '\0' ? "" : "; ");
	return text;
}

/* The second sheet: what each column takes. */
static void
write_dictionary(struct sheet_out *s, module_set modules)
{
	static const char *const heads[] = { "Column", "Section",    "Question", "Answer",
					     "Codes",  "Asked when", "Help",     NULL };

	start_sheet(s, "Dictionary", 6);
	for (size_t i = 0; heads[i] != NULL; i++)
		put(s, heads[i]);
	for (size_t i = 0; i < s->cat->n_elements; i++) {
		const struct element *e = &s->cat->elements[i];

		if (e->system || (e->modules & modules) == 0)
			continue;
		next_row(s);
		put(s, e->id);
		put(s, e->section);
		put(s, e->question);
		put(s, type_word(e->type));
		put(s, codes_of(s->a, e));
		put(s, e->asked_when == NULL ? "always" : e->asked_when);
		put(s, e->help);
	}
}

static void
write_chart(struct sheet_out *s, const struct there_chart *c, struct answer *answers)
{
	next_row(s);
	put(s, c->name);
	put(s, arena_printf(s->a, "%u", c->number));
	put(s, c->state);
	put(s, there_modules(s->a, s->cat, c->modules));
	if (!chart_unpack(s->cat, c->packed, answers))
		fault("chart %llu is packed by another edition", (unsigned long long)c->id);
	for (size_t i = 0; i < s->cat->n_elements; i++)
		put(s, answer_write(&s->cat->elements[i], answers[i], s->a));
}

struct bytes
charts_xlsx(struct arena *a, const struct catalogue *cat, const struct there *there)
{
	struct sheet_out s = start(a, cat, "Charts");
	struct answer *answers = chart_new(a, cat);

	start_sheet(&s, "Charts", (lxw_col_t)(cat->n_elements + 3));
	put(&s, "chart_id");
	put(&s, "chart_number");
	put(&s, "chart_state");
	put(&s, "chart_modules");
	for (size_t i = 0; i < cat->n_elements; i++)
		put(&s, cat->elements[i].id);
	for (size_t i = 0; i < there->n; i++) {
		struct arena_mark mark = arena_mark(a);

		write_chart(&s, &there->all[i], answers);
		arena_back(a, mark);
	}
	write_dictionary(&s, ~(module_set)0);
	return xlsx_file_end(s.file);
}

struct bytes
charts_template_xlsx(struct arena *a, const struct catalogue *cat, module_set modules)
{
	struct sheet_out s = start(a, cat, "Charts to import");

	start_sheet(&s, "Charts", (lxw_col_t)(cat->n_elements + 1));
	put(&s, "chart_id");
	put(&s, "chart_modules");
	for (size_t i = 0; i < cat->n_elements; i++)
		if (!cat->elements[i].system && (cat->elements[i].modules & modules) != 0)
			put(&s, cat->elements[i].id);
	write_dictionary(&s, modules);
	return xlsx_file_end(s.file);
}
