/* How the Overall Quality Score of a round is judged, for ASCO staff. */
#include "base/date.h"
#include "base/text.h"
#include "page/pages.h"
#include "report/overall.h"

static const struct form_choice formulas[] = {
	{ "overall_percentage", "Overall percentage: charts of all measures together, those that did "
				"well of those that count" },
	{ "indicator_average", "Indicator average: the mean of the measures' shares, where each "
			       "measure counts the same" },
	{ NULL, NULL },
};

const struct field staff_score_form[] = {
	{ .name = "formula", .label = "Formula", .type = FIELD_CHOICE, .required = true,
	  .choices = formulas },
	{ .name = "fewest", .label = "Charts that a measure needs to count", .type = FIELD_WHOLE,
	  .required = true, .min = 1, .max = 1000 },
	{ .name = "threshold", .label = "Threshold in percent", .type = FIELD_DECIMAL,
	  .required = true, .max = 100 },
	{ .name = "valid_until", .label = "Last day on which a score is good", .type = FIELD_DATE },
	{ .name = NULL },
};

void
staff_score(struct visit *v)
{
	struct overall_rule_row rule;
	char day[DATE_TEXT_SIZE];

	if (!q_overall_rule(v->db, v->round->id, &rule)) {
		visit_error(v, 404, NULL);
		return;
	}
	if (v->form == NULL) {
		v->form = form_new(v->a, staff_score_form);
		form_set(v->form, "formula", rule.formula);
		form_set(v->form, "fewest", arena_printf(v->a, "%u", rule.fewest));
		form_set(v->form, "threshold", arena_printf(v->a, "%g", rule.threshold));
		if (rule.set_until != NULL)
			form_set(v->form, "valid_until",
				 arena_str(v->a, date_format(*rule.set_until, day)));
	}
	view_row(v->view, "round", &Q_ROUND_BY_ID, v->round);
	view_row(v->view, "rule", &Q_OVERALL_RULE, &rule);
	view_f64(v->view, "rule.threshold", rule.threshold, 1);
	view_str(v->view, "rule.name", overall_formula_name(overall_formula_of(rule.formula)));
	view_bool(v->view, "may_change", text_equal(v->round->state, "planned") ||
						 text_equal(v->round->state, "open"));
	view_str(v->view, "Crumb.0.href", "/staff/rounds");
	view_str(v->view, "Crumb.0.title", "Rounds");
	view_str(v->view, "Crumb.1.href",
		 arena_printf(v->a, "/staff/rounds/%llu", (unsigned long long)v->round->id));
	view_str(v->view, "Crumb.1.title", v->round->name);
	view_str(v->view, "Crumb.2.title", "Overall Quality Score");
	visit_show_form(v);
	visit_page(v, "staff/score.cs");
}

/* The day as typed, if it is one that a score can be good until. */
static const int32_t *
take_day(struct visit *v)
{
	int32_t *day = arena_alloc(v->a, sizeof *day);

	if (!form_date(v->form, "valid_until", day))
		return NULL;
	if (*day <= v->round->closes)
		form_error(v->form, "valid_until", "The last day must come after the last day of the "
			   "round. Leave it empty for the next round of the same season.");
	return day;
}

void
staff_score_post(struct visit *v)
{
	const char *formula = form_text(v->form, "formula");
	uint32_t fewest = (uint32_t)form_whole(v->form, "fewest");
	double threshold = form_decimal(v->form, "threshold");
	const int32_t *until = NULL;

	if (!form_has_errors(v->form))
		until = take_day(v);
	if (!form_has_errors(v->form) && threshold <= 0)
		form_error(v->form, "threshold", "The threshold must be more than 0 percent.");
	if (form_has_errors(v->form)) {
		staff_score(v);
		return;
	}
	db_begin(v->db);
	if (q_overall_rule_set(v->db, formula, fewest, threshold, until, v->round->id) == 0) {
		form_error(v->form, "threshold", "The round has closed: its scores are judged by what "
			   "was set before.");
		staff_score(v);
		return;
	}
	visit_audit(v, 0, "round_score_rule",
		    arena_printf(v->a, "round:%llu %s of %u charts, threshold %g",
				 (unsigned long long)v->round->id, formula, fewest, threshold));
	db_commit(v->db);
	visit_go(v, arena_printf(v->a, "/staff/rounds/%llu/score", (unsigned long long)v->round->id),
		 "round_settings");
}
