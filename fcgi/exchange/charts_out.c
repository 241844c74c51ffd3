/* Charts as CSV, and the template: see charts_out.h. */
#include "exchange/charts_out.h"

#include <string.h>

#include "base/fault.h"
#include "measure/csv.h"

static void
add_name(struct buf *out, struct arena *a, const char *name)
{
	csv_add_field(out, strchr("=+-@", *name) == NULL ? name : arena_printf(a, "'%s", name));
}

static void
add_chart(struct buf *out, struct arena *a, const struct catalogue *cat,
	  const struct there_chart *c, struct answer *answers)
{
	add_name(out, a, c->name);
	buf_printf(out, ",%u,%s,%s", c->number, c->state, there_modules(a, cat, c->modules));
	if (!chart_unpack(cat, c->packed, answers))
		fault("chart %llu is packed by another edition", (unsigned long long)c->id);
	for (size_t i = 0; i < cat->n_elements; i++) {
		buf_char(out, ',');
		if (answers[i].state != ANSWER_NONE)
			csv_add_field(out, answer_write(&cat->elements[i], answers[i], a));
	}
	buf_str(out, "\r\n");
}

bool
charts_csv(struct buf *out, struct arena *a, const struct catalogue *cat, const struct there *there)
{
	struct answer *answers = chart_new(a, cat);

	buf_str(out, "chart_id,chart_number,chart_state,chart_modules");
	for (size_t i = 0; i < cat->n_elements; i++)
		buf_printf(out, ",%s", cat->elements[i].id);
	buf_str(out, "\r\n");
	for (size_t i = 0; i < there->n; i++) {
		struct arena_mark mark = arena_mark(a);

		add_chart(out, a, cat, &there->all[i], answers);
		arena_back(a, mark);
	}
	return !out->full;
}

bool
charts_template_csv(struct buf *out, const struct catalogue *cat, module_set modules)
{
	buf_str(out, "chart_id,chart_modules");
	for (size_t i = 0; i < cat->n_elements; i++)
		if (!cat->elements[i].system && (cat->elements[i].modules & modules) != 0)
			buf_printf(out, ",%s", cat->elements[i].id);
	buf_str(out, "\r\n");
	return !out->full;
}
