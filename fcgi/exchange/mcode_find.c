/* From resources to suggestions: see mcode_find.h. */
#include "exchange/mcode_find.h"

#include "base/date.h"
#include "base/text.h"
#include "exchange/mcode_value.h"
#include "measure/answer.h"

enum { PSA_LOW = 10, PSA_HIGH = 20, PAIN_MOST = 10 };

/* Adds a suggestion, if the question takes it as an answer and nothing suggests it yet. */
static void
suggest(struct mcode_finding *f, const char *element, const char *value,
	const struct mcode_resource *from)
{
	const struct element *e = element == NULL ? NULL : catalogue_element(f->cat, element);
	const char *message;
	struct answer answer;

	if (e == NULL || value == NULL || f->n_found == f->room ||
	    !answer_read(e, value, &answer, f->a, &message) || answer.state == ANSWER_NONE)
		return;
	if (e->has_range && (answer.value < e->min || answer.value > e->max))
		return;
	value = answer_write(e, answer, f->a);
	for (size_t i = 0; i < f->n_found; i++)
		if (f->found[i].element == e && text_equal(f->found[i].value, value))
			return;
	/* a patient has no day but those that are answers */
	f->found[f->n_found++] = (struct mcode_suggestion){
		e, value, from->source, from->dated && !text_equal(from->type, "Patient"), from->day
	};
}

static void
suggest_day(struct mcode_finding *f, const char *element, const struct mcode_resource *from)
{
	char day[DATE_TEXT_SIZE];

	if (from->dated)
		suggest(f, element, date_format(from->day, day), from);
}

static bool
is_of(const struct mcode_resource *r, const char *type)
{
	return text_equal(r->type, type);
}

/* The day of a text of a resource as a suggestion of its own. */
static void
suggest_text_day(struct mcode_finding *f, const char *element, const struct mcode_resource *from,
		 const char *path)
{
	struct mcode_resource then = *from;

	then.dated = mcode_day(mcode_text(from->json, path), &then.day);
	suggest_day(f, element, &then);
}

static void
find_patient(struct mcode_finding *f, const struct mcode_resource *r)
{
	const char *gender = fhir_text(r->json, "gender");
	const json_t *deceased = json_object_get(r->json, "deceasedBoolean");

	suggest_text_day(f, "birth_date", r, "birthDate");
	for (const struct mcode_answer *s = mcode_sexes; s->codes != NULL && gender != NULL; s++)
		if (mcode_in_list(s->codes, gender))
			suggest(f, "sex", s->answer, r);
	if (json_is_boolean(deceased))
		suggest(f, "deceased", json_is_true(deceased) ? "yes" : "no", r);
	if (fhir_text(r->json, "deceasedDateTime") == NULL)
		return;
	suggest(f, "deceased", "yes", r);
	suggest_text_day(f, "death_date", r, "deceasedDateTime");
}

/* The cancer that a condition is; NULL for none of ours, or a secondary one. */
static const char *
cancer_of(const struct mcode_resource *r)
{
	const json_t *code = json_object_get(r->json, "code");
	const char *cancer = mcode_answer_of(code, mcode_cancers_snomed);

	if (!is_of(r, "Condition") || mcode_follows(r->json, "mcode-secondary-cancer-condition"))
		return NULL;
	return cancer != NULL ? cancer : mcode_answer_begun(code, mcode_cancers_icd);
}

static bool
is_primary(const struct mcode_resource *r)
{
	return mcode_follows(r->json, "mcode-primary-cancer-condition");
}

/* The day of a diagnosis: of its onset, else when it was first asserted, else recorded. */
static void
suggest_diagnosis(struct mcode_finding *f, const struct mcode_resource *r)
{
	const json_t *list = json_object_get(r->json, "extension");
	struct mcode_resource then = *r;
	int32_t day;

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *extension = json_array_get(list, i);
		const char *url = fhir_text(extension, "url");

		if (url != NULL && text_ends(url, "/condition-assertedDate") &&
		    mcode_day(fhir_text(extension, "valueDateTime"), &day))
			then = (struct mcode_resource){ r->type, r->source, r->json, true, day, 0 };
	}
	suggest_day(f, "dx_date", fhir_text(r->json, "onsetDateTime") != NULL && r->dated ? r : &then);
}

/* The cancers, those marked as primary alone where some are; the first of them in time. */
static const char *
find_cancers(struct mcode_finding *f)
{
	const char *first = NULL;
	bool marked = false;

	for (size_t i = 0; i < f->n; i++)
		marked = marked || (cancer_of(&f->all[i]) != NULL && is_primary(&f->all[i]));
	for (size_t i = 0; i < f->n; i++) {
		const char *cancer = cancer_of(&f->all[i]);

		if (cancer == NULL || (marked && !is_primary(&f->all[i])))
			continue;
		suggest(f, "cancer_type", cancer, &f->all[i]);
		if (first == NULL)
			suggest_diagnosis(f, &f->all[i]);
		first = first == NULL ? cancer : first;
	}
	return first;
}

static void
find_metastasis(struct mcode_finding *f, const struct mcode_resource *r)
{
	const json_t *code = json_object_get(r->json, "code");
	const char *where = is_of(r, "Condition") ? mcode_answer_begun(code, mcode_metastases) : NULL;

	if (where == NULL)
		return;
	suggest(f, "distant_mets", "yes", r);
	if (text_equal(where, "bone"))
		suggest(f, "bone_mets", "yes", r);
}

/* A number of an observation: an integer, or a quantity; false if there is none. */
static bool
number_of(const struct mcode_resource *r, double *n)
{
	const json_t *value = json_object_get(r->json, "valueInteger");

	if (value == NULL)
		value = json_object_get(json_object_get(r->json, "valueQuantity"), "value");
	*n = json_number_value(value);
	return json_is_number(value) && *n >= 0 && *n <= INT32_MAX;
}

static const char *
number_text(struct mcode_finding *f, const struct mcode_resource *r)
{
	double n;

	if (!number_of(r, &n) || (double)(int32_t)n < n)
		return NULL;
	return arena_printf(f->a, "%d", (int32_t)n);
}

static const char *
band_text(const struct mcode_resource *r)
{
	const char *unit = mcode_text(r->json, "valueQuantity.code");
	double n;

	if (!number_of(r, &n) || unit == NULL || !text_equal(unit, "ng/mL"))
		return NULL;
	return n < PSA_LOW ? "lt10" : n <= PSA_HIGH ? "10_20" : "gt20";
}

/* What an observation answers; NULL for nothing. */
static const char *
answer_of(struct mcode_finding *f, const struct mcode_observation *o,
	  const struct mcode_resource *r)
{
	const json_t *concept = json_object_get(r->json, "valueCodeableConcept");
	const struct element *e = catalogue_element(f->cat, o->element);
	char day[DATE_TEXT_SIZE];

	if (e == NULL)
		return NULL;
	switch (o->how) {
	case MCODE_DAY: return r->dated ? arena_str(f->a, date_format(r->day, day)) : NULL;
	case MCODE_CODED: return mcode_answer_of(concept, o->answers);
	case MCODE_STAGE: return mcode_stage_of(f->a, concept, e);
	case MCODE_CATEGORY: return mcode_category_of(f->a, concept, e);
	case MCODE_NUMBER: return number_text(f, r);
	case MCODE_BAND: return band_text(r);
	}
	return NULL;
}

static void
suggest_observation(struct mcode_finding *f, const struct mcode_observation *o,
		    const struct mcode_resource *r)
{
	suggest(f, o->element, answer_of(f, o, r), r);
	if (o->also != NULL)
		suggest(f, o->also, o->is, r);
}

static void
find_observation(struct mcode_finding *f, const struct mcode_observation *o)
{
	const struct mcode_resource *first = NULL, *last = NULL;

	for (size_t i = 0; i < f->n; i++) {
		const struct mcode_resource *r = &f->all[i];

		if (!is_of(r, "Observation") ||
		    !mcode_has_code(json_object_get(r->json, "code"), o->codes) ||
		    answer_of(f, o, r) == NULL)
			continue;
		first = first == NULL ? r : first;
		last = r;
		if (o->which == MCODE_EACH)
			suggest_observation(f, o, r);
	}
	if (first == NULL)
		return;
	if (o->which != MCODE_EACH)
		suggest_observation(f, o, o->which == MCODE_LATEST ? last : first);
	if (o->day != NULL)
		suggest_day(f, o->day, o->which == MCODE_LATEST ? last : first);
}

static bool
is_medication(const struct mcode_resource *r)
{
	return is_of(r, "MedicationAdministration") || is_of(r, "MedicationRequest") ||
	       is_of(r, "MedicationStatement");
}

/* Drugs against cancer: so profiled, or of ATC's group L01. */
static bool
is_chemotherapy(const struct mcode_resource *r)
{
	static const struct mcode_answer group[] = { { "L01", "yes" }, { NULL, NULL } };

	return is_medication(r) &&
	       (mcode_follows(r->json, "mcode-cancer-related-medication-administration") ||
		mcode_follows(r->json, "mcode-cancer-related-medication-request") ||
		mcode_answer_begun(json_object_get(r->json, "medicationCodeableConcept"), group) != NULL);
}

/* How a drug was or is to be given; NULL where that is not said. */
static const char *
route_of(const struct mcode_resource *r)
{
	const json_t *dosage = json_object_get(r->json, "dosage");

	if (dosage == NULL)
		dosage = json_object_get(r->json, "dosageInstruction");
	if (json_is_array(dosage))
		dosage = json_array_get(dosage, 0);
	return mcode_answer_of(json_object_get(dosage, "route"), mcode_routes);
}

static void
suggest_intent(struct mcode_finding *f, const struct mcode_resource *r)
{
	const json_t *list = json_object_get(r->json, "extension");

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *extension = json_array_get(list, i);
		const char *url = fhir_text(extension, "url"), *intent;

		if (url == NULL || !text_ends(url, "/mcode-procedure-intent"))
			continue;
		intent = mcode_answer_of(json_object_get(extension, "valueCodeableConcept"),
					 mcode_intents);
		suggest(f, "chemo_intent", intent, r);
		if (intent != NULL && is_of(r, "MedicationRequest"))
			suggest_day(f, "chemo_intent_date", r);
	}
}

static void
find_chemotherapy(struct mcode_finding *f)
{
	const struct mcode_resource *first = NULL, *last = NULL, *by_mouth = NULL, *by_vein = NULL;

	for (size_t i = 0; i < f->n; i++) {
		const struct mcode_resource *r = &f->all[i];
		const char *route = is_chemotherapy(r) ? route_of(r) : NULL;

		if (!is_chemotherapy(r))
			continue;
		suggest(f, "chemo_status", "by_practice", r);
		suggest_intent(f, r);
		if (route != NULL)
			*(text_equal(route, "oral_only") ? &by_mouth : &by_vein) = r;
		if (!is_of(r, "MedicationAdministration") || !r->dated)
			continue;
		first = first == NULL ? r : first;
		last = r;
	}
	if (by_mouth != NULL && by_vein != NULL)
		suggest(f, "chemo_route", "both", by_mouth);
	else if (by_mouth != NULL || by_vein != NULL)
		suggest(f, "chemo_route", by_mouth != NULL ? "oral_only" : "parenteral",
			by_mouth != NULL ? by_mouth : by_vein);
	if (by_mouth != NULL)
		suggest(f, "oral_chemo", "yes", by_mouth);
	if (first != NULL) {
		suggest_day(f, "chemo_first_dose_date", first);
		suggest_day(f, "last_chemo_date", last);
	}
}

static void
find_drugs(struct mcode_finding *f)
{
	for (size_t d = 0; d < mcode_n_drugs; d++)
		for (size_t i = 0; i < f->n; i++) {
			const struct mcode_resource *r = &f->all[i];

			if (!is_medication(r) ||
			    !mcode_has_code(json_object_get(r->json, "medicationCodeableConcept"),
					    mcode_drugs[d].codes))
				continue;
			suggest(f, mcode_drugs[d].element, "yes", r);
			suggest_day(f, mcode_drugs[d].day, r);
			break;
		}
}

static void
find_procedures(struct mcode_finding *f, const char *cancer)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct mcode_resource *r = &f->all[i];

		if (is_of(r, "Procedure") && mcode_follows(r->json, "mcode-radiotherapy-course-summary"))
			suggest_text_day(f, "rt_end_date", r, "performedPeriod.end");
		if (!is_of(r, "Procedure") || cancer == NULL ||
		    !mcode_follows(r->json, "mcode-cancer-related-surgical-procedure"))
			continue;
		for (size_t s = 0; s < mcode_n_surgeries; s++) {
			if (!text_equal(mcode_surgeries[s].cancer, cancer))
				continue;
			suggest(f, mcode_surgeries[s].element, "yes", r);
			suggest_day(f, mcode_surgeries[s].day, r);
		}
	}
}

/* Whether it is a visit on a day that none before it was on. */
static bool
is_visit(const struct mcode_resource *r, const struct mcode_resource *before)
{
	const char *class = mcode_text(r->json, "class.code");

	return is_of(r, "Encounter") && r->dated && class != NULL && text_equal(class, "AMB") &&
	       (before == NULL || before->day != r->day);
}

/* The worst pain from one day to another, and that it was asked. */
static void
find_pain(struct mcode_finding *f, int32_t from, int32_t to, const char *before,
	  const char *behind)
{
	const struct mcode_resource *worst = NULL;
	double score, most = -1;

	for (size_t i = 0; i < f->n; i++) {
		const struct mcode_resource *r = &f->all[i];

		if (!is_of(r, "Observation") || !r->dated || r->day < from || r->day > to ||
		    !mcode_has_code(json_object_get(r->json, "code"), "72514-3") ||
		    !number_of(r, &score) || score > PAIN_MOST || score <= most)
			continue;
		worst = r;
		most = score;
	}
	if (worst == NULL)
		return;
	suggest(f, arena_printf(f->a, "%sassessed%s", before, behind), "yes", worst);
	suggest(f, arena_printf(f->a, "%squant%s", before, behind), "yes", worst);
	suggest(f, arena_printf(f->a, "%sscore%s", before, behind), number_text(f, worst), worst);
	suggest(f, arena_printf(f->a, "%sseverity%s", before, behind),
		most < 1 ? "none" : most < 4 ? "mild" : most < 7 ? "moderate" : "severe", worst);
}

static void
find_visits(struct mcode_finding *f)
{
	const struct mcode_resource *visits[3] = { NULL }, *last = NULL, *before_last = NULL;
	size_t n = 0;

	for (size_t i = 0; i < f->n; i++) {
		if (!is_visit(&f->all[i], last))
			continue;
		if (n < 3)
			visits[n] = &f->all[i];
		n++;
		before_last = last;
		last = &f->all[i];
	}
	if (n > 0)
		suggest_day(f, "first_visit_date", visits[0]);
	if (n > 2)
		suggest_day(f, "third_visit_date", visits[2]);
	if (n < 2)
		return;
	suggest(f, "office_visits_2plus", "yes", visits[1]);
	find_pain(f, INT32_MIN, visits[1]->day, "pain_", "_2v");
	find_pain(f, before_last->day, INT32_MAX, "recent_pain_", "");
}

void
mcode_find(struct mcode_finding *f)
{
	const char *cancer = find_cancers(f);

	for (size_t i = 0; i < f->n; i++) {
		if (is_of(&f->all[i], "Patient"))
			find_patient(f, &f->all[i]);
		find_metastasis(f, &f->all[i]);
	}
	for (size_t i = 0; i < mcode_n_observations; i++)
		find_observation(f, &mcode_observations[i]);
	find_chemotherapy(f);
	find_drugs(f);
	find_procedures(f, cancer);
	find_visits(f);
}
