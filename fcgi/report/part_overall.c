/* The Overall Quality Score of a performance report, for report/part.cs: see part.h. */
#include "report/overall.h"
#include "report/part.h"

void
report_show_overall(struct view *v, struct arena *a, const struct result *r)
{
	const struct overall *o = r->overall;

	if (o == NULL)
		return;
	view_str(v, "overall.code", overall_code(o));
	view_str(v, "overall.verdict", overall_verdict(o));
	view_str(v, "overall.kind", !o->scorable ? "idle" : o->reached ? "good" : "warn");
	view_str(v, "overall.sentence", overall_sentence(a, o));
	view_str(v, "overall.formula", overall_formula_name(o->rule.formula));
	view_str(v, "overall.method", overall_method(a, o));
	if (o->scorable)
		view_pct(v, "overall.rate", o->share);
	for (size_t i = 0; i < o->n_parts; i++) {
		const struct overall_part *p = &o->parts[i];

		view_str(v, view_key(v, "overall.parts.%zu.number", i), p->number);
		view_str(v, view_key(v, "overall.parts.%zu.title", i), p->title);
		view_bool(v, view_key(v, "overall.parts.%zu.lower_is_better", i), p->lower_is_better);
		view_bool(v, view_key(v, "overall.parts.%zu.few", i), !p->counted);
		view_num(v, view_key(v, "overall.parts.%zu.met", i), p->good.met);
		view_num(v, view_key(v, "overall.parts.%zu.of", i), p->good.of);
		if (p->good.of > 0)
			view_pct(v, view_key(v, "overall.parts.%zu.rate", i), stats_share(p->good));
	}
}
