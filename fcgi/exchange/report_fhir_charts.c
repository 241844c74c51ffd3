/*
 * A report's charts as FHIR: see report_fhir_charts.h. Each entry is written as
 * it is made, so that only the text grows with the number of charts.
 */
#include "exchange/report_fhir_charts.h"

#include "base/fault.h"
#include "exchange/fhir.h"
#include "exchange/report_fhir_part.h"
#include "measure/marks.h"

/* A file while it is written. */
struct file {
	struct bundle b;
	struct buf *out;
	bool begun; /* an entry stands in it */
};

static void
end_json(void *json)
{
	json_decref(json);
}

/* Writes the entries that were added; false if there is no room. */
static bool
flush(struct file *f)
{
	json_t *entry;
	size_t i;
	bool fits = true;

	json_array_foreach(f->b.entries, i, entry) {
		fits = fits && f->out->len < FHIR_CHARTS_MAX &&
		       (!f->begun || buf_char(f->out, ',')) &&
		       json_dump_callback(entry, bundle_take, f->out, BUNDLE_STYLE) == 0;
		f->begun = true;
	}
	json_array_clear(f->b.entries);
	return fits;
}

/* What was evaluated: the chart, whom nothing but its number names. */
static json_t *
evaluated(const struct bundle *b, uint32_t number)
{
	return fhir_made(json_pack(
		"[{s:s, s:s, s:s}]", "reference",
		bundle_address(b, arena_printf(b->a, "chart-%u", number)), "type",
		"QuestionnaireResponse", "display", arena_printf(b->a, "Chart %u", number)));
}

/* One chart in one measure; nothing where it is not in it. */
static void
add_chart(struct bundle *b, const struct line *l, const struct measure *m,
	  const struct fhir_chart *chart)
{
	unsigned outcome = marks_at(chart->marks, m->index) & MARK_OUTCOME;
	bool met = outcome == OUTCOME_MET;
	json_t *report;

	if (outcome == OUTCOME_NOT_IN || outcome >= OUTCOME_KINDS)
		return;
	report = bundle_add_report(
		b, l, "individual", arena_printf(b->a, "-chart-%u", chart->number),
		bundle_practice(b),
		bundle_counted((struct rate){ met, met || outcome == OUTCOME_NOT_MET },
			       outcome == OUTCOME_EXCLUDED, outcome == OUTCOME_EXCEPTED, met));
	json_object_set_new(report, "evaluatedResource", evaluated(b, chart->number));
}

/* The head with the beginning of its entries. */
static bool
begin(struct file *f)
{
	json_t *head = bundle_head(&f->b);
	int failed;

	failed = json_dump_callback(head, bundle_take, f->out, BUNDLE_STYLE | JSON_EMBED);
	json_decref(head);
	return failed == 0;
}

bool
report_fhir_charts(struct arena *a, const struct result *r, const char *site,
		   const struct catalogue *cat, const struct fhir_chart *charts, size_t n,
		   struct buf *out)
{
	struct file f = { { a, r, site, fhir_made(json_array()) }, out, false };
	bool fits;

	arena_defer(a, end_json, f.b.entries);
	fits = buf_char(out, '{') && begin(&f) && buf_str(out, ",\"entry\":[");
	bundle_add_practice(&f.b);
	for (size_t i = 0; i < r->n_sections; i++) {
		const struct section *s = &r->sections[i];

		for (size_t j = 0; j < s->n_lines && fits; j++) {
			const struct measure *m = catalogue_measure(cat, s->lines[j].number);

			for (size_t k = 0; m != NULL && k < n; k++)
				add_chart(&f.b, &s->lines[j], m, &charts[k]);
			fits = flush(&f);
		}
	}
	return fits && buf_str(out, "]}");
}
