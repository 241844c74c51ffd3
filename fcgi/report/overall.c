/* The Overall Quality Score: see overall.h. */
#include "report/overall.h"

#include <math.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"

static const struct {
	const char *code, *name, *method;
} formulas[] = {
	[OVERALL_PERCENTAGE] = { "overall_percentage", "Overall percentage",
				 "The charts of these measures are taken together" },
	[INDICATOR_AVERAGE] = { "indicator_average", "Indicator average",
				"The measures' shares are averaged, so each counts the same" },
};

enum { N_FORMULAS = sizeof formulas / sizeof *formulas };

enum overall_formula
overall_formula_of(const char *code)
{
	for (size_t i = 0; i < N_FORMULAS; i++)
		if (text_equal(code, formulas[i].code))
			return (enum overall_formula)i;
	fault("no formula of the Overall Quality Score is called %s", code);
}

const char *
overall_formula_code(enum overall_formula formula)
{
	return formulas[formula].code;
}

const char *
overall_formula_name(enum overall_formula formula)
{
	return formulas[formula].name;
}

static void
take_line(struct overall *o, const struct line *l)
{
	struct rate good = { l->lower_is_better ? l->own.of - l->own.met : l->own.met, l->own.of };
	bool counted = good.of >= o->rule.fewest;

	o->parts[o->n_parts++] = (struct overall_part){ l->number, l->title, l->lower_is_better,
							good, counted };
	if (counted) {
		o->rate.met += good.met;
		o->rate.of += good.of;
	}
}

/* As many charts as the round asks for, or all that the practice declared eligible. */
static bool
has_enough(const struct section *s)
{
	uint32_t wanted = s->required;

	if (s->reason != NULL && s->eligible < wanted)
		wanted = s->eligible;
	return s->complete >= wanted;
}

static void
take_section(struct overall *o, const struct section *s, const struct track *track,
	     const struct catalogue *cat)
{
	size_t before = o->n_parts;

	for (size_t i = 0; i < s->n_lines; i++) {
		const struct measure *m = catalogue_measure(cat, s->lines[i].number);

		must(m != NULL);
		if (track_takes(track, m))
			take_line(o, &s->lines[i]);
	}
	if (o->n_parts > before && o->lacking == NULL && !has_enough(s))
		o->lacking = s->title;
}

/* The mean of the shares of the measures that count, of which there is one. */
static double
average(const struct overall *o)
{
	long double sum = 0;
	size_t n = 0;

	for (size_t i = 0; i < o->n_parts; i++)
		if (o->parts[i].counted) {
			sum += (long double)o->parts[i].good.met / o->parts[i].good.of;
			n++;
		}
	return (double)(sum / n);
}

/*
 * Before rounding: of charts in whole numbers, since a threshold has two decimals; of an
 * average as exactly as its sum is known.
 */
static bool
reaches(const struct overall *o)
{
	static const double SUM_ERROR = 1e-12;
	long hundredths = lround(o->rule.threshold * 100);

	if (o->rule.formula == OVERALL_PERCENTAGE)
		return 10000ULL * o->rate.met >= (unsigned long long)hundredths * o->rate.of;
	return o->share + SUM_ERROR >= (double)hundredths / 10000;
}

struct overall *
overall_make(struct arena *a, const struct result *r, const struct catalogue *cat,
	     const struct overall_rule *rule)
{
	const struct track *track = catalogue_track(cat, "certification");
	struct overall *o = arena_alloc(a, sizeof *o);

	*o = (struct overall){ .rule = *rule };
	o->parts = arena_array(a, result_lines(r), sizeof *o->parts);
	for (size_t i = 0; track != NULL && i < r->n_sections; i++)
		take_section(o, &r->sections[i], track, cat);
	o->scorable = o->lacking == NULL && o->rate.of > 0;
	if (o->rate.of > 0)
		o->share = rule->formula == INDICATOR_AVERAGE ? average(o) : stats_share(o->rate);
	o->reached = o->scorable && reaches(o);
	return o;
}

void
overall_read(struct db *db, struct arena *a, const struct report_subject *about, struct result *r)
{
	struct overall_rule_row row;
	struct overall_rule rule;

	must(q_overall_rule(db, about->round->id, &row));
	rule = (struct overall_rule){ overall_formula_of(row.formula), row.fewest, row.threshold,
				      row.valid_until };
	r->overall = overall_make(a, r, about->cat, &rule);
}

const char *
overall_code(const struct overall *o)
{
	return !o->scorable ? "not_scorable" : o->reached ? "reached" : "not_reached";
}

const char *
overall_verdict(const struct overall *o)
{
	return !o->scorable ? "Not scorable" : o->reached ? "Reached" : "Not reached";
}

const char *
overall_sentence(struct arena *a, const struct overall *o)
{
	char until[DATE_WORDS_SIZE];

	if (o->lacking != NULL)
		return arena_printf(a, "There are fewer charts of the module %s than the round asks "
				       "for, and the practice did not declare that it has no more.",
				    o->lacking);
	if (!o->scorable && o->rule.fewest > 1)
		return arena_printf(a, "No certification measure has the %u charts that it needs to "
				       "count.",
				    o->rule.fewest);
	if (!o->scorable)
		return "No chart counts for any certification measure.";
	return arena_printf(a, "Certification asks for %g %%, compared before rounding. The score is "
			       "good until %s.",
			    o->rule.threshold, date_words(o->rule.valid_until, until));
}

const char *
overall_method(struct arena *a, const struct overall *o)
{
	const char *few = "";

	if (o->rule.fewest > 1)
		few = arena_printf(a, " A measure with fewer than %u charts does not count.",
				   o->rule.fewest);
	return arena_printf(a, "%s; %s of all %s charts did well. Where lower is better, a chart did "
			       "well if it did not meet the measure. A chart counts once for each "
			       "measure.%s",
			    formulas[o->rule.formula].method, text_thousands(a, o->rate.met),
			    text_thousands(a, o->rate.of), few);
}
