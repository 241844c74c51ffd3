/*
 * The live panel of a chart: the measures it counts in. A save's answer has its
 * one sentence, and the list only where somebody has the panel open.
 */
#include <jansson.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/fault.h"
#include "page/chart.h"
#include "page/pages.h"

/* "Counts in 5 measures, 2 met". */
static const char *
summary(const struct look *look, struct arena *a)
{
	struct standing_count c = look_count(look);

	if (c.in == 0)
		return "Counts in no measure yet";
	return arena_printf(a, "Counts in %zu %s, %zu met", c.in,
			    c.in == 1 ? "measure" : "measures", c.met);
}

void
chart_show_standing(struct visit *v, const struct look *look)
{
	size_t n;
	const struct standing *all = look_standings(look, v->a, &n);
	struct view *view = v->view;

	view_str(view, "standing", summary(look, v->a));
	for (size_t i = 0; i < n; i++) {
		view_str(view, view_key(view, "standing.%zu.number", i), all[i].measure->number);
		view_str(view, view_key(view, "standing.%zu.title", i), all[i].measure->title);
		view_str(view, view_key(view, "standing.%zu.code", i), standing_code(all[i].kind));
		view_str(view, view_key(view, "standing.%zu.words", i), standing_words(all[i].kind));
		for (size_t j = 0; j < all[i].n_missing; j++)
			view_str(view, view_key(view, "standing.%zu.missing.%zu", i, j),
				 all[i].missing[j]);
	}
}

static json_t *
measures_json(const struct look *look, struct arena *a)
{
	size_t n;
	const struct standing *all = look_standings(look, a, &n);
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++) {
		json_t *one = json_object(), *missing = json_array();

		json_object_set_new(one, "number", json_string(all[i].measure->number));
		json_object_set_new(one, "title", json_string(all[i].measure->title));
		json_object_set_new(one, "code", json_string(standing_code(all[i].kind)));
		json_object_set_new(one, "words", json_string(standing_words(all[i].kind)));
		for (size_t j = 0; j < all[i].n_missing; j++)
			json_array_append_new(missing, json_string(all[i].missing[j]));
		json_object_set_new(one, "missing", missing);
		json_array_append_new(list, one);
	}
	return list;
}

json_t *
chart_standing_json(const struct look *look, struct arena *a, bool with_measures)
{
	json_t *root = json_object();

	json_object_set_new(root, "summary", json_string(summary(look, a)));
	if (with_measures)
		json_object_set_new(root, "measures", measures_json(look, a));
	return root;
}

static void
drop_json(void *arg)
{
	json_decref(arg);
}

/* For the script, when somebody opens the panel. */
void
chart_standing(struct visit *v)
{
	struct look *look = abstraction_look(chart_load(v), v->a, time_day(time_now()));
	json_t *root = chart_standing_json(look, v->a, true);
	char *text;

	arena_defer(v->a, drop_json, root);
	text = json_dumps(root, JSON_COMPACT);
	if (text == NULL)
		fault("out of memory: JSON of a panel");
	arena_defer(v->a, free, text);
	visit_json(v, 200, text);
}
