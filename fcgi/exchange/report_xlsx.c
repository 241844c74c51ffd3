/*
 * A report as a workbook: see report_xlsx.h.
 */
#include "config.h"

#include "exchange/report_xlsx.h"

#include "base/date.h"
#include "base/fault.h"
#include "exchange/report_book.h"
#include "exchange/xlsx_file.h"
#include "report/history.h"
#include "report/line.h"

enum {
	COLOR_INK = 0x17262c,
	COLOR_MUTED = 0x51636b,
	COLOR_ACCENT = 0x0d6e78,
	COLOR_SOFT = 0xe2f0f1,
	COLOR_LINE = 0xd5dfe2,
	COLOR_BAR = 0x9fcdd2,
	COLOR_GOOD = 0x1b7344,
	COLOR_WARN = 0x865400
};

static const struct column own_columns[] = {
	{ "Module", 17 },
	{ "Measure", 11 },
	{ "Title", 52 },
	{ "Lower is better", 8 },
	{ "Met", 7 },
	{ "Of charts", 8 },
	{ "Your rate", 13 },
	{ "95 % interval, low", 9 },
	{ "95 % interval, high", 9 },
	{ "Excluded", 9 },
	{ "Excepted", 9 },
	{ "An answer missing", 9 },
	{ "Compared", 15 },
	{ "p", 9 },
	{ "Test", 11 },
};
static const struct column yardstick_columns[] = {
	{ "rate", 10 },    { "charts met", 8 },          { "of charts", 8 },
	{ "how many", 8 }, { "mean of their rates", 9 }, { "first quartile", 9 },
	{ "median", 9 },   { "third quartile", 9 },      { "why hidden", 28 },
};

enum {
	N_OWN = sizeof own_columns / sizeof *own_columns,
	N_YARDSTICK = sizeof yardstick_columns / sizeof *yardstick_columns,
	RATE_COLUMN = 6,
};

static lxw_format *
look(struct book *b, lxw_color_t color, bool bold, const char *number)
{
	lxw_format *f = workbook_add_format(b->file);

	format_set_font_name(f, "Calibri");
	format_set_font_color(f, color);
	format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	if (bold)
		format_set_bold(f);
	if (number != NULL)
		format_set_num_format(f, number);
	return f;
}

static void
make_looks(struct book *b)
{
	struct looks *l = &b->looks;

	l->title = look(b, COLOR_ACCENT, true, NULL);
	l->name = look(b, COLOR_INK, true, NULL);
	format_set_font_size(l->name, 20);
	l->fact = look(b, COLOR_MUTED, false, NULL);
	l->note = look(b, COLOR_INK, false, "#,##0");
	format_set_text_wrap(l->note);
	format_set_align(l->note, LXW_ALIGN_LEFT);
	l->head = look(b, COLOR_INK, true, NULL);
	format_set_text_wrap(l->head);
	format_set_bg_color(l->head, COLOR_SOFT);
	format_set_bottom(l->head, LXW_BORDER_THIN);
	format_set_bottom_color(l->head, COLOR_ACCENT);
	l->text = look(b, COLOR_INK, false, NULL);
	format_set_text_wrap(l->text);
	l->count = look(b, COLOR_INK, false, "#,##0");
	l->share = look(b, COLOR_INK, false, "0.0%");
	l->p = look(b, COLOR_INK, false, "0.0000");
	l->good = look(b, COLOR_GOOD, true, NULL);
	l->warn = look(b, COLOR_WARN, true, NULL);
	l->muted = look(b, COLOR_MUTED, false, NULL);
}

/* The next cell of the row; an empty one for nothing to say. */
void
book_put_text(struct book *b, const char *text, lxw_format *f)
{
	if (text != NULL)
		worksheet_write_string(b->sheet, b->row, b->col, text, f);
	b->col++;
}

void
book_put_number(struct book *b, double n, lxw_format *f)
{
	worksheet_write_number(b->sheet, b->row, b->col++, n, f);
}

void
book_next_row(struct book *b)
{
	b->row++;
	b->col = 0;
}

void
book_put_heads(struct book *b, const struct column *columns, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		worksheet_set_column(b->sheet, b->col, b->col, columns[i].width, NULL);
		book_put_text(b, columns[i].name, b->looks.head);
	}
}

void
book_begin_table(struct book *b, const char *name, const struct column *columns, size_t n)
{
	b->sheet = workbook_add_worksheet(b->file, name);
	b->row = b->col = 0;
	book_put_heads(b, columns, n);
}

void
book_end_table(struct book *b, lxw_col_t frozen)
{
	worksheet_freeze_panes(b->sheet, 1, frozen);
	worksheet_set_row(b->sheet, 0, 48, NULL);
	worksheet_repeat_rows(b->sheet, 0, 0);
	worksheet_set_landscape(b->sheet);
	worksheet_fit_to_pages(b->sheet, 1, 0);
	worksheet_set_footer(b->sheet, "&L&F&RPage &P of &N");
}

void
book_put_yardstick(struct book *b, const struct yardstick *y, bool of_programs)
{
	if (!y->shown) {
		b->col = (lxw_col_t)(b->col + N_YARDSTICK - 1);
		book_put_text(b, line_hidden(y, of_programs), b->looks.muted);
		return;
	}
	book_put_number(b, y->share, b->looks.share);
	book_put_number(b, y->rate.met, b->looks.count);
	book_put_number(b, y->rate.of, b->looks.count);
	book_put_number(b, y->practices, b->looks.count);
	book_put_number(b, y->mean, b->looks.share);
	book_put_number(b, y->q1, b->looks.share);
	book_put_number(b, y->median, b->looks.share);
	book_put_number(b, y->q3, b->looks.share);
	book_put_text(b, NULL, NULL);
}

static void
put_comparison(struct book *b, const struct line *l)
{
	const char *words = line_verdict(l);

	if (words == NULL) {
		book_put_text(b, "Not compared", b->looks.muted);
		b->col = (lxw_col_t)(b->col + 2);
		return;
	}
	book_put_text(b, words,
		 l->verdict == VERDICT_BETTER  ? b->looks.good
		 : l->verdict == VERDICT_WORSE ? b->looks.warn
					       : b->looks.text);
	book_put_number(b, l->compared.p, b->looks.p);
	book_put_text(b, l->compared.test == STATS_FISHER ? "Fisher" : "Chi-square", b->looks.text);
}

static void
put_line(struct book *b, const struct section *s, const struct line *l)
{
	book_put_text(b, s->title, b->looks.text);
	book_put_text(b, l->number, b->looks.text);
	book_put_text(b, l->title, b->looks.text);
	book_put_text(b, l->lower_is_better ? "yes" : NULL, b->looks.text);
	book_put_number(b, l->own.met, b->looks.count);
	book_put_number(b, l->own.of, b->looks.count);
	if (l->own.of == 0) {
		book_put_text(b, "No rate", b->looks.muted);
		b->col = (lxw_col_t)(b->col + 2);
	} else {
		book_put_number(b, l->share, b->looks.share);
		book_put_number(b, l->interval.low, b->looks.share);
		book_put_number(b, l->interval.high, b->looks.share);
	}
	book_put_number(b, l->excluded, b->looks.count);
	book_put_number(b, l->excepted, b->looks.count);
	book_put_number(b, l->missing, b->looks.count);
	put_comparison(b, l);
	book_put_yardstick(b, &l->national, false);
	if (b->r->fellowship)
		book_put_yardstick(b, &l->fellowship, true);
	book_next_row(b);
}

void
book_put_yardstick_heads(struct book *b, const char *who)
{
	for (size_t i = 0; i < N_YARDSTICK; i++) {
		const struct column *c = &yardstick_columns[i];

		worksheet_set_column(b->sheet, b->col, b->col, c->width, NULL);
		book_put_text(b, arena_printf(b->a, "%s: %s", who, c->name), b->looks.head);
	}
}

static void
begin_measures(struct book *b)
{
	book_begin_table(b, "Measures", own_columns, N_OWN);
	book_put_yardstick_heads(b, "All practices");
	if (b->r->fellowship)
		book_put_yardstick_heads(b, "Fellowship programs");
	book_next_row(b);
}

/* A bar in the cell, from 0 to 100 %. */
static void
add_bars(struct book *b)
{
	lxw_conditional_format bar = { .type = LXW_CONDITIONAL_DATA_BAR,
				       .bar_color = COLOR_BAR,
				       .bar_solid = LXW_TRUE,
				       .min_value = 0,
				       .max_value = 1,
				       .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
				       .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER };

	if (b->row > 1)
		worksheet_conditional_format_range(b->sheet, 1, RATE_COLUMN, b->row - 1,
						   RATE_COLUMN, &bar);
}

static void
write_measures(struct book *b)
{
	size_t n = N_OWN + (b->r->fellowship ? 2U : 1U) * N_YARDSTICK;

	begin_measures(b);
	for (size_t i = 0; i < b->r->n_sections; i++)
		for (size_t j = 0; j < b->r->sections[i].n_lines; j++)
			put_line(b, &b->r->sections[i], &b->r->sections[i].lines[j]);
	add_bars(b);
	worksheet_autofilter(b->sheet, 0, 0, b->row > 1 ? b->row - 1 : 0,
			     (lxw_col_t)(n - 1));
	book_end_table(b, 3);
}

/* Earlier rounds beside this one: rate and charts of each. */
static void
put_past(struct book *b, const struct line *l)
{
	book_put_text(b, l->number, b->looks.text);
	book_put_text(b, l->title, b->looks.text);
	for (size_t i = 0; i < b->r->n_rounds; i++) {
		if (l->past[i].rate.of == 0) {
			b->col = (lxw_col_t)(b->col + 2);
			continue;
		}
		book_put_number(b, l->past[i].share, b->looks.share);
		book_put_number(b, l->past[i].rate.of, b->looks.count);
	}
	book_put_number(b, l->trend.p, b->looks.p);
	book_put_text(b, history_sentence(b->a, l, b->r->n_rounds), b->looks.text);
	book_next_row(b);
}

static void
write_rounds(struct book *b)
{
	const struct result *r = b->r;

	if (r->n_rounds == 0)
		return;
	b->sheet = workbook_add_worksheet(b->file, "Rounds");
	b->row = b->col = 0;
	book_put_text(b, "Measure", b->looks.head);
	book_put_text(b, "Title", b->looks.head);
	worksheet_set_column(b->sheet, 0, 0, 11, NULL);
	worksheet_set_column(b->sheet, 1, 1, 52, NULL);
	for (size_t i = 0; i < r->n_rounds; i++) {
		book_put_text(b, arena_printf(b->a, "%s: rate", r->rounds[i].name), b->looks.head);
		book_put_text(b, arena_printf(b->a, "%s: charts", r->rounds[i].name), b->looks.head);
	}
	book_put_text(b, "p of trend", b->looks.head);
	worksheet_set_column(b->sheet, b->col, b->col, 70, NULL);
	book_put_text(b, "In words", b->looks.head);
	book_next_row(b);
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++)
			if (r->sections[i].lines[j].past != NULL)
				put_past(b, &r->sections[i].lines[j]);
	worksheet_freeze_panes(b->sheet, 1, 2);
	worksheet_set_landscape(b->sheet);
	worksheet_fit_to_pages(b->sheet, 1, 0);
}

static void
fact(struct book *b, const char *term, const char *value)
{
	book_put_text(b, term, b->looks.fact);
	book_put_text(b, value, b->looks.note);
	book_next_row(b);
}

static void
fact_count(struct book *b, const char *term, double n)
{
	book_put_text(b, term, b->looks.fact);
	book_put_number(b, n, b->looks.note);
	book_next_row(b);
}

static void
write_front(struct book *b)
{
	const struct result *r = b->r;
	char opens[DATE_TEXT_SIZE], closes[DATE_TEXT_SIZE], cut[TIME_TEXT_SIZE];

	b->sheet = workbook_add_worksheet(b->file, "Report");
	worksheet_set_column(b->sheet, 0, 0, 26, NULL);
	worksheet_set_column(b->sheet, 1, 1, 76, NULL);
	worksheet_gridlines(b->sheet, LXW_HIDE_ALL_GRIDLINES);
	book_put_text(b, "Performance report", b->looks.title);
	book_next_row(b);
	book_put_text(b, r->practice, b->looks.name);
	book_next_row(b);
	book_next_row(b);
	fact(b, "Round", r->round);
	fact(b, "Open",
	     arena_printf(b->a, "%s to %s", date_format(r->opens, opens),
			  date_format(r->closes, closes)));
	fact_count(b, "Charts completed", r->charts);
	fact_count(b, "Better than the others in", (double)r->verdicts[VERDICT_BETTER]);
	fact_count(b, "Worse in", (double)r->verdicts[VERDICT_WORSE]);
	fact_count(b, "The same in", (double)r->verdicts[VERDICT_SAME]);
	fact_count(b, "Nothing to compare in", (double)r->verdicts[VERDICT_NONE]);
	book_next_row(b);
	fact(b, "Your rate",
	     "Charts that met the measure, of those it applies to; the interval (95 %, Wilson) is "
	     "the "
	     "range that fits what you found.");
	fact(b, "Compared",
	     "Whether your rate differs from that of all other practices by more than chance would "
	     "explain (p below 0.05).");
	fact(b, "All practices",
	     "Yours included; hidden where fewer than 5 practices or 20 charts stand behind a "
	     "figure, "
	     "or one gave more than half.");
	fact(b, "Peer groups",
	     "The same of practices like yours in kind, size, country or certification. What is "
	     "shown of them tells nothing of a few others, even if it is taken away from all practices.");
	book_next_row(b);
	fact(b, "Figures as of", time_format(r->cut, cut));
	fact(b, "Measure definitions", r->edition);
	fact(b, "Made by", arena_printf(b->a, "myQOPI %s", r->version));
}

struct bytes
report_xlsx(struct arena *a, const struct result *r, const char *site)
{
	struct book b = { .a = a, .r = r };
	struct xlsx_file *file = xlsx_file_new(a, false);
	lxw_doc_properties about = { .created = (time_t)r->cut };

	(void)site;
	b.file = file->book;
	about.title = arena_printf(a, "Performance report of %s, %s", r->practice, r->round);
	about.author = arena_printf(a, "myQOPI %s", r->version);
	workbook_set_properties(b.file, &about);
	make_looks(&b);
	write_front(&b);
	write_measures(&b);
	write_rounds(&b);
	book_levels(&b);
	book_among(&b);
	book_peers(&b);
	book_overall(&b);
	return xlsx_file_end(file);
}
