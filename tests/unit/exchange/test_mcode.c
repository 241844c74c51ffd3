/*
 * A patient's record: each kind of resource becomes the answers it should, nothing that
 * is void does, and hostile records are refused or pass by.
 */
#include "../test.h"

#include <string.h>

#include "../measure/catalogue.h"
#include "exchange/mcode.h"

#define RECORD(entries) "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" entries "]}"
#define ENTRY(type, more) "{\"resource\":{\"resourceType\":\"" type "\"," more "}}"
#define CODE(name, code) "\"" name "\":{\"coding\":[{\"code\":\"" code "\"}]}"
#define SAYS(display) "\"valueCodeableConcept\":{\"coding\":[{\"display\":\"" display "\"}]}"
#define PROFILE(name) "\"meta\":{\"profile\":[\"http://x/" name "\"]}"

static struct mcode
read_text(struct fixture *f, const char *text)
{
	return mcode_read(f->arena, f->cat, (struct bytes){ text, strlen(text) });
}

/* "sex=male from Patient; ..." */
static const char *
told(struct fixture *f, const char *text)
{
	struct mcode m = read_text(f, text);
	const char *all = "";

	assert_null(m.problem.code);
	for (size_t i = 0; i < m.n; i++)
		all = arena_printf(f->arena, "%s%s%s=%s", all, i == 0 ? "" : " ",
				   m.all[i].element->id, m.all[i].value);
	return all;
}

static void
resources_become_answers(void **state)
{
	static const struct {
		const char *record, *says;
	} cases[] = {
		{ RECORD(ENTRY("Patient", "\"gender\":\"male\",\"birthDate\":\"1950\"")), "sex=male" },
		{ RECORD(ENTRY("Patient", "\"deceasedDateTime\":\"2026-03-01T10:00:00Z\"")),
		  "deceased=yes death_date=2026-03-01" },
		{ RECORD(ENTRY("Condition", CODE("code", "C50.911") ",\"recordedDate\":\"2026-01-14\"")),
		  "cancer_type=breast dx_date=2026-01-14" },
		{ RECORD(ENTRY("Condition", CODE("code", "C34.1"))), "" },
		{ RECORD(ENTRY("Condition", CODE("code", "C50") ","
			       CODE("verificationStatus", "refuted"))), "" },
		{ RECORD(ENTRY("Condition", CODE("code", "C50")) ","
			 ENTRY("Condition", CODE("code", "C61") "," PROFILE("mcode-primary-cancer-condition"))),
		  "cancer_type=prostate" },
		{ RECORD(ENTRY("Condition", CODE("code", "C79.51"))), "distant_mets=yes bone_mets=yes" },
		{ RECORD(ENTRY("Observation", CODE("code", "21902-2") ",\"effectiveDateTime\":\"2026-02-01\","
			       SAYS("Pathologic stage IIb"))),
		  "stage_doc_status=documented stage_doc_date=2026-02-01 ajcc_stage=IIB" },
		{ RECORD(ENTRY("Observation", CODE("code", "21905-5") "," SAYS("cT2 category"))), "t_category=T2" },
		{ RECORD(ENTRY("Observation", CODE("code", "85337-4") "," CODE("valueCodeableConcept", "LA6576-8"))),
		  "er_status=positive" },
		{ RECORD(ENTRY("Observation", CODE("code", "85319-2") "," CODE("valueCodeableConcept", "LA11885-3"))),
		  "her2_status=equivocal" },
		{ RECORD(ENTRY("Observation", CODE("code", "85319-2") "," CODE("valueCodeableConcept", "LA11884-6"))), "" },
		{ RECORD(ENTRY("Observation", CODE("code", "78873005") "," SAYS("T2"))), "t_category=T2" },
		{ RECORD(ENTRY("Observation", CODE("code", "85337-4") ",\"status\":\"entered-in-error\","
			       CODE("valueCodeableConcept", "LA6576-8"))), "" },
		{ RECORD(ENTRY("Observation", CODE("code", "2857-1") ",\"valueQuantity\":{\"value\":20.1,"
			       "\"code\":\"ng/mL\"}")), "psa_band=gt20" },
		{ RECORD(ENTRY("Observation", CODE("code", "92833-3") ",\"valueInteger\":151")), "" },
		{ RECORD(ENTRY("Observation", CODE("code", "92833-3") ",\"valueInteger\":-1")), "" },
		{ RECORD(ENTRY("MedicationRequest", CODE("medicationCodeableConcept", "L01BC06") ","
			       "\"authoredOn\":\"2026-02-02\",\"dosageInstruction\":[{" CODE("route", "26643006") "}]")),
		  "chemo_status=by_practice chemo_route=oral_only oral_chemo=yes" },
		{ RECORD(ENTRY("Procedure", PROFILE("mcode-radiotherapy-course-summary")
			       ",\"performedPeriod\":{\"end\":\"2026-04-01\"}")), "rt_end_date=2026-04-01" },
		{ RECORD(ENTRY("Encounter", "\"class\":{\"code\":\"AMB\"},\"period\":{\"start\":\"2026-02-30\"}")), "" },
	};
	struct fixture f = fixture_new();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(told(&f, cases[i].record), cases[i].says);
	arena_free(f.arena);
}

static void
a_source_tells_no_number_of_the_patient(void **state)
{
	struct fixture f = fixture_new();
	struct mcode m = read_text(&f, RECORD(
		ENTRY("Condition", "\"id\":\"12345678\"," CODE("code", "C50")) ","
		ENTRY("Condition", "\"id\":\"c-1\"," CODE("code", "C61"))));

	(void)state;
	assert_int_equal(m.n, 2);
	assert_string_equal(m.all[0].source, "Condition");
	assert_string_equal(m.all[1].source, "Condition/c-1");
	arena_free(f.arena);
}

static void
what_is_no_record_of_one_patient_is_refused(void **state)
{
	static const char *const wrong[] = {
		"", "7", "[]", "{}", "{\"resourceType\":\"Bundle\"}", RECORD(""), RECORD("7"),
		RECORD("{\"resource\":[]}"), RECORD("{\"resource\":{\"resourceType\":7}}"),
		"{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":{}}",
		RECORD(ENTRY("Patient", "\"id\":\"a\"") "," ENTRY("Patient", "\"id\":\"b\"")),
		RECORD(ENTRY("Condition", "\"subject\":{\"reference\":\"Patient/a\"}") ","
		       ENTRY("Encounter", "\"subject\":{\"reference\":\"Patient/b\"}")),
	};
	struct fixture f = fixture_new();

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (read_text(&f, wrong[i]).problem.code == NULL)
			fail_msg("taken: %s", wrong[i]);
	arena_free(f.arena);
}

/* Members of other types than they should be, and references in a circle, say nothing. */
static void
odd_members_pass_by(void **state)
{
	struct fixture f = fixture_new();

	(void)state;
	assert_string_equal(told(&f, RECORD(
		ENTRY("Patient", "\"gender\":[],\"birthDate\":{},\"deceasedBoolean\":\"true\"") ","
		ENTRY("Condition", "\"code\":[{}],\"onsetDateTime\":7,\"subject\":\"x\",\"meta\":[]") ","
		ENTRY("Observation", "\"code\":{\"coding\":{}},\"valueInteger\":\"5\",\"status\":{}") ","
		ENTRY("Observation", CODE("code", "72514-3") ",\"valueQuantity\":[],\"hasMember\":"
		      "[{\"reference\":\"Observation/self\"}]") ","
		ENTRY("MedicationAdministration", PROFILE("mcode-cancer-related-medication-administration")
		      ",\"dosage\":[[]],\"extension\":7") ","
		ENTRY("Encounter", "\"class\":[],\"period\":[]"))), "chemo_status=by_practice");
	arena_free(f.arena);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(resources_become_answers),
	cmocka_unit_test(a_source_tells_no_number_of_the_patient),
	cmocka_unit_test(what_is_no_record_of_one_patient_is_refused),
	cmocka_unit_test(odd_members_pass_by),
};
TEST_MAIN(tests)
