/* The end of a printed report: how to read it, what was left out, what made it. */
#include "report/sheet.h"

#include "base/date.h"
#include "base/text.h"

enum { HASH_SHOWN = 12 };

static const struct {
	const char *term, *text;
} terms[] = {
	{ "Met of charts", "How many of your charts met the measure, of those it applies to. "
			   "Charts that the measure "
			   "excludes or excepts are not counted." },
	{ "Your rate and its interval",
	  "The share of charts that met the measure, and the range that fits what you found (95 %, "
	  "Wilson's method). A wide range means few charts. Rates of fewer than 10 charts are "
	  "grey: do "
	  "not read much into them." },
	{ "At a glance",
	  "The bar is your rate from 0 to 100 %, the thin line its interval, and the dark red line "
	  "across it the rate of all practices." },
	{ "All practices", "The rate of all charts of all practices in this round, yours included. "
			   "It is shown only when "
			   "at least 5 practices and 20 charts stand behind it and none of them "
			   "gave more than half, so "
			   "that no practice can be recognized." },
	{ "Fellowship programs",
	  "The same for the fellowship programs of this round; here 3 programs are enough." },
	{ "Compared",
	  "Whether your rate differs from that of all other practices by more than chance would "
	  "explain "
	  "(two-sided chi-square or Fisher's exact test, p below 0.05). With many measures, one in "
	  "twenty differs by chance alone." },
	{ "Lower is better",
	  "These measures count what should not happen; the bar of a good practice is short." },
	{ "All of, any of", "Composite measures: a chart meets them when it meets all, or any, of "
			    "the measures named." },
};

static void
explain(struct sheet *s, const char *term, const char *text)
{
	const double names = 128, gap = 6;
	double height;

	canvas_begin(s->canvas, "P");
	canvas_text(s->canvas, s->left, s->y, names - 8, &SHEET_STRONG, term);
	height = canvas_text(s->canvas, s->left + names, s->y, s->width - names, &SHEET_TEXT, text);
	canvas_end(s->canvas, "P");
	s->y += height + gap;
}

/* "number 7 (B-12), number 9". */
static const char *
unscored_words(struct sheet *s)
{
	const char *words = "";

	for (size_t i = 0; i < s->r->n_unscored; i++) {
		const struct unscored *u = &s->r->unscored[i];
		bool labelled = !text_is_empty(u->label);

		words = arena_printf(s->a, "%s%snumber %u%s%s%s", words, i > 0 ? ", " : "",
				     u->number, labelled ? " (" : "", labelled ? u->label : "",
				     labelled ? ")" : "");
	}
	return words;
}

void
sheet_reading(struct sheet *s)
{
	const struct result *r = s->r;
	char cut[TIME_TEXT_SIZE];

	sheet_room(s, 330);
	s->y += 18;
	document_bookmark(s->document, "How to read this report");
	sheet_paragraph(s, &SHEET_TITLE, "H2", "How to read this report");
	s->y += 8;
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		if (r->fellowship || !text_equal(terms[i].term, "Fellowship programs"))
			explain(s, terms[i].term, terms[i].text);
	if (r->n_unscored > 0)
		explain(s, "Charts not scored",
			arena_printf(s->a,
				     "Not complete when the round closed, and so in none of the "
				     "figures: "
				     "%s.",
				     unscored_words(s)));
	s->y += 4;
	sheet_paragraph(
		s, &SHEET_NOTE, "P",
		arena_printf(
			s->a,
			"Figures of the charts as they were when the round closed, %s, worked out "
			"by myQOPI %s with the measure definitions %s. This report at %s is the "
			"same.",
			time_format(r->cut, cut), r->version,
			arena_strn(s->a, r->edition, HASH_SHOWN), s->site));
}
