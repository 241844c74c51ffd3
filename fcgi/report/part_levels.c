/* The levels below the practice, for the macros of layout/levels.cs: see part.h. */
#include "report/levels.h"
#include "report/line.h"
#include "report/part.h"

/* A level while it is shown. */
struct showing {
	struct view *v;
	struct arena *a;
	const struct result *r;
	size_t place; /* of the level in the view */
};

static bool
has_charts(const struct unit_line *u)
{
	return u->own.of + u->excluded + u->excepted > 0;
}

/* How often a unit is better, worse and the same, beside all others or the rest. */
static void
show_counts(const struct showing *s, size_t place, const struct unit *u, bool rest)
{
	static const struct {
		enum verdict verdict;
		const char *name;
	} counted[] = {
		{ VERDICT_BETTER, "better" },
		{ VERDICT_WORSE, "worse" },
		{ VERDICT_SAME, "same" },
	};
	size_t n = result_lines(s->r);

	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
		view_num(s->v,
			 arena_printf(s->a, "levels.%zu.units.%zu.%s.%s", s->place, place,
				      rest ? "rest" : "all", counted[i].name),
			 (int64_t)levels_count(u, n, counted[i].verdict, rest));
}

/* A unit with those of its lines that have charts. */
static void
show_unit(const struct showing *s, size_t place, const struct unit *u)
{
	const char *key = arena_printf(s->a, "levels.%zu.units.%zu", s->place, place);
	size_t at = 0, shown = 0;

	view_str(s->v, arena_printf(s->a, "%s.name", key), u->name);
	view_num(s->v, arena_printf(s->a, "%s.charts", key), u->charts);
	show_counts(s, place, u, false);
	show_counts(s, place, u, true);
	for (size_t i = 0; i < s->r->n_sections; i++)
		for (size_t j = 0; j < s->r->sections[i].n_lines; j++) {
			const struct unit_line *l = &u->lines[at++];

			if (has_charts(l))
				line_show_unit(s->v, s->a,
					       arena_printf(s->a, "%s.lines.%zu", key, shown++), l,
					       &s->r->sections[i].lines[j]);
		}
}

/* The rates of all units of a level side by side, where there are several. */
static void
show_cells(const struct showing *s, size_t row, size_t line, const struct unit *units, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct unit_line *l = &units[i].lines[line];
		const char *key = arena_printf(s->a, "levels.%zu.rows.%zu.cells.%zu", s->place, row, i);

		view_str(s->v, arena_printf(s->a, "%s.name", key), units[i].name);
		if (l->own.of == 0)
			continue;
		view_pct(s->v, arena_printf(s->a, "%s.rate", key), l->share);
		view_num(s->v, arena_printf(s->a, "%s.of", key), l->own.of);
		view_bool(s->v, arena_printf(s->a, "%s.small", key), l->own.of < RESULT_SMALL);
	}
}

static void
show_rows(const struct showing *s, const struct unit *units, size_t n)
{
	size_t line = 0, row = 0;

	for (size_t i = 0; i < s->r->n_sections; i++)
		for (size_t j = 0; j < s->r->sections[i].n_lines; j++, line++) {
			const struct line *l = &s->r->sections[i].lines[j];
			const char *key;

			if (l->own.of == 0)
				continue;
			key = arena_printf(s->a, "levels.%zu.rows.%zu", s->place, row);
			view_str(s->v, arena_printf(s->a, "%s.number", key), l->number);
			view_str(s->v, arena_printf(s->a, "%s.title", key), l->title);
			view_bool(s->v, arena_printf(s->a, "%s.lower_is_better", key),
				  l->lower_is_better);
			view_pct(s->v, arena_printf(s->a, "%s.practice", key), l->share);
			show_cells(s, row++, line, units, n);
		}
}

void
report_show_levels(struct view *v, struct arena *a, const struct result *r)
{
	struct showing s = { v, a, r, 0 };
	size_t n;

	view_num(v, "report.small", RESULT_SMALL);
	view_num(v, "report.no_site", r->no_site);
	for (size_t first = 0; first < r->n_units; first += n, s.place++) {
		const struct unit *units = &r->units[first];

		for (n = 0; first + n < r->n_units && units[n].level == units->level; n++)
			show_unit(&s, n, &units[n]);
		view_str(v, view_key(v, "levels.%zu.code", s.place), line_level_code(units->level));
		view_str(v, view_key(v, "levels.%zu.title", s.place), line_level(units->level));
		if (n > 1)
			show_rows(&s, units, n);
	}
}
