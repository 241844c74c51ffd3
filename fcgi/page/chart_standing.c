/* The live panel of a chart: the measures it counts in, in the page and in a save's answer. */
#include <jansson.h>

#include "base/date.h"
#include "page/chart.h"

/* "Counts in 5 measures: 2 met, 1 not met". */
static const char *
summary(struct arena *a, const struct standing *all, size_t n)
{
	size_t of[STANDING_MET + 1] = { 0 };
	size_t in;

	for (size_t i = 0; i < n; i++)
		of[all[i].kind]++;
	in = of[STANDING_MET] + of[STANDING_NOT_YET] + of[STANDING_NOT_MET];
	if (in == 0)
		return "Counts in no measure yet";
	return arena_printf(a, "Counts in %zu %s, %zu met", in, in == 1 ? "measure" : "measures",
			    of[STANDING_MET]);
}

void
chart_show_standing(struct visit *v, const struct abstraction *abs)
{
	size_t n;
	const struct standing *all = abstraction_standings(abs, v->a, time_day(time_now()), &n);
	struct view *view = v->view;

	view_str(view, "standing", summary(v->a, all, n));
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

json_t *
chart_standing_json(const struct abstraction *abs, struct arena *a)
{
	size_t n;
	const struct standing *all = abstraction_standings(abs, a, time_day(time_now()), &n);
	json_t *root = json_object(), *list = json_array();

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
	json_object_set_new(root, "summary", json_string(summary(a, all, n)));
	json_object_set_new(root, "measures", list);
	return root;
}
