/* The levels below the practice, for the macros of layout/levels.cs: see part.h. */
#include "report/levels.h"
#include "report/line.h"
#include "report/part.h"

static bool
has_charts(const struct unit_line *u)
{
	return u->own.of + u->excluded + u->excepted > 0;
}

/* How often a unit is better, worse and the same, beside all others or the rest. */
static void
show_counts(struct view *v, const struct unit *u, size_t n_lines, bool rest)
{
	static const struct {
		enum verdict verdict;
		const char *name;
	} counted[] = {
		{ VERDICT_BETTER, "better" },
		{ VERDICT_WORSE, "worse" },
		{ VERDICT_SAME, "same" },
	};

	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
		view_num(v, counted[i].name,
			 (int64_t)levels_count(u, n_lines, counted[i].verdict, rest));
}

/* A unit with those of its lines that have charts. */
static void
show_unit(struct view *v, const struct result *r, const struct unit *u)
{
	size_t at = 0, shown = 0, n_lines = result_lines(r);

	view_str(v, "name", u->name);
	view_num(v, "charts", u->charts);
	show_counts(view_at(v, "all"), u, n_lines, false);
	show_counts(view_at(v, "rest"), u, n_lines, true);
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++) {
			const struct unit_line *l = &u->lines[at++];

			if (has_charts(l))
				line_show_unit(view_at(v, view_key(v, "lines.%zu", shown++)), l,
					       &r->sections[i].lines[j]);
		}
}

/* The rates of all units of a level side by side, where there are several. */
static void
show_cells(struct view *v, size_t line, const struct unit *units, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct unit_line *l = &units[i].lines[line];
		struct view *cell = view_at(v, view_key(v, "cells.%zu", i));

		view_str(cell, "name", units[i].name);
		if (l->own.of == 0)
			continue;
		view_pct(cell, "rate", l->share);
		view_num(cell, "of", l->own.of);
		view_bool(cell, "small", l->own.of < RESULT_SMALL);
	}
}

static void
show_rows(struct view *v, const struct result *r, const struct unit *units, size_t n)
{
	size_t line = 0, row = 0;

	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++, line++) {
			const struct line *l = &r->sections[i].lines[j];
			struct view *at;

			if (l->own.of == 0)
				continue;
			at = view_at(v, view_key(v, "rows.%zu", row++));
			view_str(at, "number", l->number);
			view_str(at, "title", l->title);
			view_bool(at, "lower_is_better", l->lower_is_better);
			view_pct(at, "practice", l->share);
			show_cells(at, line, units, n);
		}
}

void
report_show_levels(struct view *v, const struct result *r)
{
	size_t n, place = 0;

	view_num(v, "report.small", RESULT_SMALL);
	view_num(v, "report.no_site", r->no_site);
	for (size_t first = 0; first < r->n_units; first += n) {
		const struct unit *units = &r->units[first];
		struct view *level = view_at(v, view_key(v, "levels.%zu", place++));

		for (n = 0; first + n < r->n_units && units[n].level == units->level; n++)
			show_unit(view_at(level, view_key(level, "units.%zu", n)), r, &units[n]);
		view_str(level, "code", line_level_code(units->level));
		view_str(level, "title", line_level(units->level));
		if (n > 1)
			show_rows(level, r, units, n);
	}
}
