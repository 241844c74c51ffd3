/* The units of a stored result: see stored_json.h. */
#include "base/fault.h"
#include "report/stored_json.h"

static json_t *
write_versus(const struct versus *v)
{
	return stored_made(json_pack("[b, i, f, i, i]", (int)v->few, (int)v->compared.test,
				     v->compared.p, (int)v->compared.mark, (int)v->verdict));
}

static struct versus
read_versus(json_t *json)
{
	struct versus v;
	int few, test, mark, verdict;
	json_error_t e;

	stored_check(json_unpack_ex(json, &e, 0, "[b, i, f, i, i]", &few, &test, &v.compared.p,
				    &mark, &verdict),
		     &e);
	must(test >= 0 && test <= STATS_CHI_SQUARE && mark >= 0 && mark <= STATS_LOWER);
	must(verdict >= 0 && verdict <= VERDICT_WORSE);
	v.few = few;
	v.compared.test = (enum stats_test)test;
	v.compared.mark = (enum stats_mark)mark;
	v.verdict = (enum verdict)verdict;
	return v;
}

/* Without names, since there are many: in the order of struct unit_line. */
static json_t *
write_line(const struct unit_line *l)
{
	return stored_made(json_pack("[I, I, I, I, I, f, f, f, o, o]", (json_int_t)l->own.met,
				     (json_int_t)l->own.of, (json_int_t)l->excluded,
				     (json_int_t)l->excepted, (json_int_t)l->missing, l->share,
				     l->interval.low, l->interval.high, write_versus(&l->all),
				     write_versus(&l->rest)));
}

static struct unit_line
read_line(json_t *json)
{
	struct unit_line l;
	json_int_t met, of, excluded, excepted, missing;
	json_t *all, *rest;
	json_error_t e;

	stored_check(json_unpack_ex(json, &e, 0, "[I, I, I, I, I, f, f, f, o, o]", &met, &of,
				    &excluded, &excepted, &missing, &l.share, &l.interval.low,
				    &l.interval.high, &all, &rest),
		     &e);
	l.own = (struct rate){ (uint32_t)met, (uint32_t)of };
	l.excluded = (uint32_t)excluded;
	l.excepted = (uint32_t)excepted;
	l.missing = (uint32_t)missing;
	l.all = read_versus(all);
	l.rest = read_versus(rest);
	return l;
}

json_t *
stored_units(const struct result *r)
{
	json_t *all = stored_made(json_array());
	size_t n_lines = result_lines(r);

	for (size_t i = 0; i < r->n_units; i++) {
		const struct unit *u = &r->units[i];
		json_t *lines = stored_made(json_array());

		for (size_t j = 0; j < n_lines; j++)
			json_array_append_new(lines, write_line(&u->lines[j]));
		json_array_append_new(
			all, stored_made(json_pack("{s:i, s:I, s:s, s:I, s:o}", "level",
						   (int)u->level, "id", (json_int_t)u->id, "name",
						   u->name, "charts", (json_int_t)u->charts,
						   "lines", lines)));
	}
	return all;
}

static struct unit
read_unit(struct arena *a, json_t *json, size_t n_lines)
{
	struct unit u = { .lines = arena_array(a, n_lines, sizeof *u.lines) };
	json_int_t id, charts;
	const char *name;
	json_t *lines;
	json_error_t e;
	int level;

	stored_check(json_unpack_ex(json, &e, 0, "{s:i, s:I, s:s, s:I, s:o}", "level", &level, "id",
				    &id, "name", &name, "charts", &charts, "lines", &lines),
		     &e);
	must(level >= 0 && level < LEVELS && json_array_size(lines) == n_lines);
	u.level = (enum level)level;
	u.id = (uint64_t)id;
	u.name = arena_str(a, name);
	u.charts = (uint32_t)charts;
	for (size_t i = 0; i < n_lines; i++)
		u.lines[i] = read_line(json_array_get(lines, i));
	return u;
}

void
stored_read_units(struct arena *a, json_t *root, struct result *r)
{
	json_t *all = json_object_get(root, "units");
	size_t n_lines = result_lines(r);

	r->n_units = json_array_size(all);
	r->units = arena_array(a, r->n_units, sizeof *r->units);
	for (size_t i = 0; i < r->n_units; i++)
		r->units[i] = read_unit(a, json_array_get(all, i), n_lines);
	r->no_site = (uint32_t)json_integer_value(json_object_get(root, "no_site"));
}
