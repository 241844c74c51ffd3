/* A network in a round as a table: see network_csv.h. */
#include "exchange/network_csv.h"

#include "exchange/rows.h"
#include "report/line.h"

static void
head(struct rows *t)
{
	static const char *const names[] = {
		"network",       "round",      "module",
		"measure",       "title",      "lower_is_better",
		"hidden",        "member",     "met",
		"charts",        "rate",       "interval_low",
		"interval_high", "test",       "p",
		"compared",      "all_hidden", "all_practices",
		"all_met",       "all_charts", "all_rate",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		rows_text(t, names[i]);
	rows_end(t);
}

static void
begin(struct rows *t, const struct network_table *n, const char *name,
      const struct network_section *s, const struct network_row *row)
{
	rows_text(t, name);
	rows_text(t, n->round);
	rows_text(t, s->title);
	rows_text(t, row->number);
	rows_text(t, row->title);
	rows_text(t, row->lower_is_better ? "yes" : "no");
	rows_text(t, network_reason_code(row->shown));
}

static void
end(struct rows *t, const struct yardstick *y)
{
	rows_text(t, y->shown ? NULL : y->hidden == NULL ? "none" : y->hidden);
	if (y->shown) {
		rows_count(t, y->practices);
		rows_count(t, y->rate.met);
		rows_count(t, y->rate.of);
		rows_share(t, y->share);
	} else {
		rows_nothing(t, 4);
	}
	rows_end(t);
}

static void
cell(struct rows *t, const struct network_cell *c)
{
	bool compared = c->all.compared.test != STATS_NONE;

	rows_count(t, c->own.met);
	rows_count(t, c->own.of);
	if (c->own.of > 0) {
		rows_share(t, c->share);
		rows_share(t, c->interval.low);
		rows_share(t, c->interval.high);
	} else {
		rows_nothing(t, 3);
	}
	rows_text(t, line_test_code(c->all.compared.test));
	if (compared)
		rows_share(t, c->all.compared.p);
	else
		rows_text(t, NULL);
	rows_text(t, line_versus_code(&c->all));
}

static void
measure_rows(struct rows *t, const struct network_table *n, const char *name,
	     const struct network_section *s, const struct network_row *row)
{
	if (row->shown != NETWORK_SHOWN) {
		begin(t, n, name, s, row);
		rows_nothing(t, 9);
		end(t, &row->national);
		return;
	}
	for (size_t i = 0; i < n->n_columns; i++) {
		begin(t, n, name, s, row);
		rows_text(t, n->columns[i].name);
		cell(t, &row->cells[i]);
		end(t, &row->national);
	}
}

struct bytes
network_csv(struct arena *a, const struct network_table *n, const char *name)
{
	struct rows t = rows_new(a);

	head(&t);
	for (size_t i = 0; i < n->n_sections; i++)
		for (size_t j = 0; j < n->sections[i].n_rows; j++)
			measure_rows(&t, n, name, &n->sections[i], &n->sections[i].rows[j]);
	return rows_bytes(&t);
}
