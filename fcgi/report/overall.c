/* The Overall Quality Score: see overall.h. */
#include "report/overall.h"

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "measure/score.h"

/* Charts that met and did not, as the score counts them. */
static struct counts
counts_of(const struct line *l)
{
	struct counts c = { { 0 } };

	c.of[OUTCOME_MET] = l->own.met;
	c.of[OUTCOME_NOT_MET] = l->own.of - l->own.met;
	return c;
}

static void
take_line(struct overall *o, const struct measure *m, const struct line *l)
{
	struct counts counts = counts_of(l);
	struct score one = score_overall(&m, &counts, 1);

	o->parts[o->n_parts++] = (struct overall_part){
		.number = l->number,
		.title = l->title,
		.lower_is_better = l->lower_is_better,
		.good = { (uint32_t)one.numerator, (uint32_t)one.denominator },
	};
	o->rate.met += (uint32_t)one.numerator;
	o->rate.of += (uint32_t)one.denominator;
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
			take_line(o, m, &s->lines[i]);
	}
	if (o->n_parts > before && o->lacking == NULL && !has_enough(s))
		o->lacking = s->title;
}

struct overall *
overall_make(struct arena *a, const struct result *r, const struct catalogue *cat,
	     double threshold, int32_t valid_until)
{
	const struct track *track = catalogue_track(cat, "certification");
	struct overall *o = arena_alloc(a, sizeof *o);

	*o = (struct overall){ .threshold = threshold, .valid_until = valid_until };
	o->parts = arena_array(a, result_lines(r), sizeof *o->parts);
	for (size_t i = 0; track != NULL && i < r->n_sections; i++)
		take_section(o, &r->sections[i], track, cat);
	o->scorable = o->lacking == NULL && o->rate.of > 0;
	if (o->rate.of > 0)
		o->share = stats_share(o->rate);
	o->reached = o->scorable && 100.0 * o->rate.met >= threshold * o->rate.of;
	return o;
}

void
overall_read(struct db *db, struct arena *a, const struct report_subject *about, struct result *r)
{
	struct overall_rule_row rule;

	must(q_overall_rule(db, about->round->id, &rule));
	r->overall = overall_make(a, r, about->cat, rule.threshold, rule.valid_until);
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
	if (!o->scorable)
		return "No chart counts for any certification measure.";
	return arena_printf(a, "Certification asks for %g %%, compared before rounding. The score is "
			       "good until %s.",
			    o->threshold, date_words(o->valid_until, until));
}
