/* The Overall Quality Score of a stored result: see stored_json.h. */
#include "base/fault.h"
#include "report/overall.h"
#include "report/stored_json.h"

json_t *
stored_overall(const struct result *r)
{
	const struct overall *o = r->overall;
	json_t *parts;

	if (o == NULL)
		return NULL;
	parts = stored_made(json_array());
	for (size_t i = 0; i < o->n_parts; i++) {
		const struct overall_part *p = &o->parts[i];

		json_array_append_new(
			parts, stored_made(json_pack("{s:s, s:s, s:b, s:I, s:I, s:b}", "number", p->number,
						     "title", p->title, "lower",
						     (int)p->lower_is_better, "good",
						     (json_int_t)p->good.met, "of",
						     (json_int_t)p->good.of, "counted",
						     (int)p->counted)));
	}
	return stored_made(json_pack(
		"{s:s, s:I, s:o, s:I, s:I, s:f, s:f, s:s*, s:b, s:b, s:i}", "formula",
		overall_formula_code(o->rule.formula), "fewest", (json_int_t)o->rule.fewest, "parts",
		parts, "good", (json_int_t)o->rate.met, "of", (json_int_t)o->rate.of, "rate",
		o->share, "threshold", o->rule.threshold, "lacking", o->lacking, "scorable",
		(int)o->scorable, "reached", (int)o->reached, "valid_until",
		(int)o->rule.valid_until));
}

static struct overall_part
read_part(struct arena *a, json_t *json)
{
	const char *number, *title;
	json_int_t good, of;
	json_error_t e;
	int lower, counted = -1;

	stored_check(json_unpack_ex(json, &e, 0, "{s:s, s:s, s:b, s:I, s:I, s?b}", "number", &number,
				    "title", &title, "lower", &lower, "good", &good, "of", &of,
				    "counted", &counted),
		     &e);
	return (struct overall_part){ arena_str(a, number), arena_str(a, title), lower,
				      { (uint32_t)good, (uint32_t)of },
				      counted < 0 ? of > 0 : counted != 0 };
}

/* What was stored before the formula was a setting lacks it: then it was this. */
static const struct overall_rule BEFORE = { .formula = OVERALL_PERCENTAGE, .fewest = 1 };

void
stored_read_overall(struct arena *a, json_t *root, struct result *r)
{
	json_t *json = json_object_get(root, "overall"), *parts;
	struct overall *o;
	const char *formula = overall_formula_code(BEFORE.formula), *lacking = NULL;
	json_int_t good, of, fewest = BEFORE.fewest;
	int scorable, reached, until;
	json_error_t e;

	if (json == NULL)
		return;
	o = arena_alloc(a, sizeof *o);
	stored_check(json_unpack_ex(json, &e, 0,
				    "{s?s, s?I, s:o, s:I, s:I, s:f, s:f, s?s, s:b, s:b, s:i}",
				    "formula", &formula, "fewest", &fewest, "parts", &parts, "good",
				    &good, "of", &of, "rate", &o->share, "threshold",
				    &o->rule.threshold, "lacking", &lacking, "scorable", &scorable,
				    "reached", &reached, "valid_until", &until),
		     &e);
	o->rate = (struct rate){ (uint32_t)good, (uint32_t)of };
	o->lacking = arena_str(a, lacking);
	o->scorable = scorable;
	o->reached = reached;
	o->rule.formula = overall_formula_of(formula);
	o->rule.fewest = (uint32_t)fewest;
	o->rule.valid_until = until;
	o->n_parts = json_array_size(parts);
	o->parts = arena_array(a, o->n_parts, sizeof *o->parts);
	for (size_t i = 0; i < o->n_parts; i++)
		o->parts[i] = read_part(a, json_array_get(parts, i));
	r->overall = o;
}
