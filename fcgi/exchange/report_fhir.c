/*
 * A report as FHIR: see report_fhir.h.
 *
 * Populations as the eCQM logic counts them: the denominator holds all charts
 * of the measure, those excluded and excepted too, and the score is the
 * numerator over the denominator without both. Of an aggregate only the charts
 * that count are known. A score that does not exist or is hidden says so by the
 * data-absent-reason extension.
 */
#include "exchange/report_fhir_part.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "exchange/fhir.h"
#include "report/among.h"
#include "report/line.h"
#include "report/overall.h"

enum { FILE_MAX = 32 * 1024 * 1024 };

static void
end_json(void *json)
{
	json_decref(json);
}

int
bundle_take(const char *bytes, size_t size, void *buf)
{
	return buf_add(buf, bytes, size) ? 0 : -1;
}

const char *
bundle_address(const struct bundle *b, const char *id)
{
	struct arena *a = b->a;
	struct bytes digest = secret_digest(a, arena_printf(a, "%s %llu %s %s", b->site,
							    (unsigned long long)b->r->round_id,
							    b->r->practice, id));
	char *hex = secret_hex(a, digest);

	hex[12] = '8';
	hex[16] = '8';
	return arena_printf(a, "urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12,
			    hex + 16, hex + 20);
}

static void
add_entry(struct bundle *b, const char *address, json_t *resource)
{
	json_array_append_new(b->entries, fhir_made(json_pack("{s:s, s:o}", "fullUrl", address,
							 "resource", resource)));
}

static json_t *
population(const char *code, const char *display, uint64_t count)
{
	return fhir_made(json_pack("{s:{s:[{s:s, s:s, s:s}]}, s:I}", "code", "coding", "system",
			      FHIR_TERMINOLOGY "measure-population", "code", code, "display", display,
			      "count", (json_int_t)count));
}

static json_t *
absent(const char *why)
{
	return fhir_made(json_pack("{s:[{s:s, s:s}]}", "extension", "url", FHIR_ABSENT, "valueCode", why));
}

static json_t *
score(double share)
{
	return fhir_made(json_pack("{s:f, s:s, s:s}", "value", share, "system",
			      "http://unitsofmeasure.org", "code", "1"));
}

json_t *
bundle_counted(struct rate own, uint32_t excluded, uint32_t excepted, double share)
{
	uint64_t all = (uint64_t)own.of + excluded + excepted;
	json_t *group = fhir_made(
		json_pack("{s:[o, o, o, o, o]}", "population",
			  population("initial-population", "Initial Population", all),
			  population("denominator", "Denominator", all),
			  population("denominator-exclusion", "Denominator Exclusion", excluded),
			  population("denominator-exception", "Denominator Exception", excepted),
			  population("numerator", "Numerator", own.met)));

	json_object_set_new(group, "measureScore",
			    own.of == 0 ? absent("not-applicable") : score(share));
	return group;
}

/* One unit's stratum of the line at that place. */
static json_t *
stratum(const struct unit *unit, size_t place)
{
	const struct unit_line *u = &unit->lines[place];
	json_t *json = bundle_counted(u->own, u->excluded, u->excepted, u->share);

	json_object_set_new(json, "value", fhir_made(json_pack("{s:s}", "text", unit->name)));
	return json;
}

/* The units as strata, one stratifier a level. */
static void
stratify(json_t *group, const struct result *r, size_t place)
{
	json_t *all = fhir_made(json_array()), *strata = NULL;

	for (size_t i = 0; i < r->n_units; i++) {
		const struct unit *unit = &r->units[i];

		if (i == 0 || unit->level != unit[-1].level) {
			strata = fhir_made(json_array());
			json_array_append_new(
				all, fhir_made(json_pack("{s:[{s:s}], s:o}", "code", "text",
						    line_level_code(unit->level), "stratum",
						    strata)));
		}
		json_array_append_new(strata, stratum(unit, place));
	}
	if (r->n_units > 0)
		json_object_set_new(group, "stratifier", all);
	else
		json_decref(all);
}

static json_t *
decimal(const char *url, double value)
{
	return fhir_made(json_pack("{s:s, s:f}", "url", url, "valueDecimal", value));
}

/* Where the practice stands among all: an extension of ours, the names as in the CSV. */
static json_t *
among_extension(const struct bundle *b, const struct among *m)
{
	json_t *parts = fhir_made(json_pack(
		"[o, o, o, o, o, o, o, o, o, o, {s:s, s:s}, {s:s, s:b}]",
		decimal("limit_95_low", m->near.low), decimal("limit_95_high", m->near.high),
		decimal("limit_998_low", m->far.low), decimal("limit_998_high", m->far.high),
		decimal("shrunken", m->shrunken.share),
		decimal("shrunken_low", m->shrunken.interval.low),
		decimal("shrunken_high", m->shrunken.interval.high),
		decimal("shrunken_weight", m->shrunken.weight),
		decimal("inflation", m->variation.inflation),
		decimal("between", m->variation.between), "url", "place", "valueCode",
		among_place_code(m->place), "url", "beyond_chance", "valueBoolean",
		(int)m->beyond_chance));

	if (m->ranked)
		json_array_append_new(parts, decimal("percentile", m->percentile));
	return fhir_made(json_pack("[{s:s, s:o}]", "url",
			      arena_printf(b->a, "%s/fhir/StructureDefinition/among-practices",
					   b->site),
			      "extension", parts));
}

static json_t *
own_group(const struct bundle *b, const struct line *l, size_t place)
{
	json_t *group = bundle_counted(l->own, l->excluded, l->excepted, l->share);

	if (l->among.told)
		json_object_set_new(group, "extension", among_extension(b, &l->among));
	stratify(group, b->r, place);
	return group;
}

static json_t *
yardstick_group(const struct yardstick *y)
{
	json_t *group = fhir_made(json_object());

	if (!y->shown) {
		json_object_set_new(group, "measureScore",
				    absent(y->hidden == NULL ? "not-applicable" : "masked"));
		return group;
	}
	json_object_set_new(
		group, "population",
		fhir_made(json_pack("[o, o]", population("denominator", "Denominator", y->rate.of),
			       population("numerator", "Numerator", y->rate.met))));
	json_object_set_new(group, "measureScore", score(y->share));
	return group;
}

/* All practices, with the practice's peer groups as strata, one stratifier a division. */
static json_t *
all_group(const struct result *r, const struct line *l, size_t place)
{
	json_t *group = yardstick_group(&l->national), *all;

	if (r->n_peers == 0)
		return group;
	all = fhir_made(json_array());
	for (size_t i = 0; i < r->n_peers; i++) {
		const struct peer *p = &r->peers[i];
		json_t *stratum = yardstick_group(&p->lines[place].all);

		json_object_set_new(stratum, "value",
				    fhir_made(json_pack("{s:[{s:s}], s:s}", "coding", "code", p->code,
						   "text", p->title)));
		json_array_append_new(all, fhir_made(json_pack("{s:[{s:s}], s:[o]}", "code", "text",
							  p->division, "stratum", stratum)));
	}
	json_object_set_new(group, "stratifier", all);
	return group;
}

json_t *
bundle_add_report(struct bundle *b, const struct line *l, const char *type, const char *behind,
		  json_t *reporter, json_t *group)
{
	struct arena *a = b->a;
	const char *id = arena_printf(a, "%s%s", fhir_number_id(a, l->number), behind);
	const char *measure = arena_printf(a, "%s|%s", fhir_measure_url(a, b->site, l->number),
					   b->r->edition);
	char opens[DATE_TEXT_SIZE], closes[DATE_TEXT_SIZE], cut[TIME_TEXT_SIZE];
	json_t *report = fhir_made(
		json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:{s:s, s:s}, "
			  "s:{s:[{s:s, s:s}]}, s:[o]}",
			  "resourceType", "MeasureReport", "id", id, "status", "complete", "type",
			  type, "measure", measure, "date", time_format(b->r->cut, cut),
			  "reporter", reporter, "period", "start",
			  date_format(b->r->opens, opens), "end", date_format(b->r->closes, closes),
			  "improvementNotation", "coding", "system",
			  FHIR_TERMINOLOGY "measure-improvement-notation", "code",
			  l->lower_is_better ? "decrease" : "increase", "group", group));

	add_entry(b, bundle_address(b, id), report);
	return report;
}

json_t *
bundle_practice(const struct bundle *b)
{
	return fhir_made(json_pack("{s:s, s:s}", "reference", bundle_address(b, "practice"),
				     "display", b->r->practice));
}

/* `place` is the line's among those of all sections. */
static void
add_line(struct bundle *b, const struct line *l, size_t place)
{
	bundle_add_report(b, l, "summary", "", bundle_practice(b), own_group(b, l, place));
	bundle_add_report(b, l, "summary", "-all-practices",
			  fhir_made(json_pack("{s:s}", "display", "All practices of the round")),
			  all_group(b->r, l, place));
	if (b->r->fellowship)
		bundle_add_report(b, l, "summary", "-fellowship-programs",
				  fhir_made(json_pack("{s:s}", "display",
							"Fellowship programs of the round")),
				  yardstick_group(&l->fellowship));
}

/* By which formula the Overall Quality Score is made, and until when it is good. */
static json_t *
overall_extensions(const struct bundle *b, const struct overall *o)
{
	json_t *all = fhir_made(json_pack(
		"[{s:s, s:s}]", "url", arena_printf(b->a, "%s/overall-formula", b->site), "valueCode",
		overall_formula_code(o->rule.formula)));
	char until[DATE_TEXT_SIZE];

	if (o->scorable)
		json_array_append_new(
			all, fhir_made(json_pack("{s:s, s:s}", "url",
						 arena_printf(b->a, "%s/valid-until", b->site),
						 "valueDate",
						 date_format(o->rule.valid_until, until))));
	return all;
}

/* The Overall Quality Score as a measure of its own. */
static void
add_overall(struct bundle *b)
{
	const struct overall *o = b->r->overall;
	struct line as = { .number = "Overall Quality Score" };
	json_t *group;

	if (o == NULL)
		return;
	group = bundle_counted(o->rate, 0, 0, o->share);
	if (!o->scorable)
		json_object_set_new(group, "measureScore", absent("not-applicable"));
	json_object_set_new(group, "code", fhir_made(json_pack("{s:s}", "text", overall_verdict(o))));
	json_object_set_new(group, "extension", overall_extensions(b, o));
	bundle_add_report(b, &as, "summary", "", bundle_practice(b), group);
}

json_t *
bundle_head(const struct bundle *b)
{
	char cut[TIME_TEXT_SIZE];

	return fhir_made(json_pack(
		"{s:s, s:{s:[{s:s, s:s}, {s:s, s:s}, {s:s, s:s, s:s}]}, s:s, s:s}", "resourceType",
		"Bundle", "meta", "tag", "system", arena_printf(b->a, "%s/edition", b->site),
		"code", b->r->edition, "system", arena_printf(b->a, "%s/version", b->site), "code",
		b->r->version, "system", arena_printf(b->a, "%s/round", b->site), "code",
		arena_printf(b->a, "%llu", (unsigned long long)b->r->round_id), "display",
		b->r->round, "type", "collection", "timestamp", time_format(b->r->cut, cut)));
}

void
bundle_add_practice(struct bundle *b)
{
	add_entry(b, bundle_address(b, "practice"),
		  fhir_made(json_pack("{s:s, s:s, s:s}", "resourceType", "Organization", "id",
					"practice", "name", b->r->practice)));
}

struct bytes
report_fhir(struct arena *a, const struct result *r, const char *site)
{
	struct bundle b = { .a = a, .r = r, .site = site, .entries = fhir_made(json_array()) };
	struct buf *out = buf_new(a, FILE_MAX);
	json_t *root = bundle_head(&b);
	size_t place = 0;

	arena_defer(a, end_json, root);
	json_object_set_new(root, "entry", b.entries);
	bundle_add_practice(&b);
	for (size_t i = 0; i < r->n_sections; i++)
		for (size_t j = 0; j < r->sections[i].n_lines; j++)
			add_line(&b, &r->sections[i].lines[j], place++);
	add_overall(&b);
	if (json_dump_callback(root, bundle_take, out, BUNDLE_STYLE) != 0)
		fault("a report of more than %d bytes of FHIR", (int)FILE_MAX);
	return (struct bytes){ out->data, out->len };
}
