/* Codes and questions: see mcode_map.h. */
#include "exchange/mcode_map.h"

#define END { NULL, NULL }

const struct mcode_answer mcode_cancers_snomed[] = {
	{ "254837009 408643008", "breast" },
	{ "363406005 93761005", "colon" },
	{ "363351006 363414004", "rectal" },
	{ "118601006", "nhl" },
	{ "118599009", "hodgkin" },
	{ "93143009", "leukemia" },
	{ "109989006", "myeloma" },
	{ "254637007", "nsclc" },
	{ "254632001", "sclc" },
	{ "363443007", "ovarian" },
	{ "254878006", "endometrial" },
	{ "363354003", "cervical" },
	{ "399068003", "prostate" },
	{ "93655004", "melanoma" },
	{ "363449006", "testicular_gtn" },
	END,
};

/*
 * C34 does not tell small cell from other cancer of the lung, C76 to C80 no organ, so
 * they tell nothing here. A longer beginning stands before the shorter one that it has.
 */
const struct mcode_answer mcode_cancers_icd[] = {
	{ "C50", "breast" },
	{ "C18", "colon" },
	{ "C19 C20", "rectal" },
	{ "C81", "hodgkin" },
	{ "C82 C83 C84 C85 C86", "nhl" },
	{ "C90.0", "myeloma" },
	{ "C91 C92 C93 C94 C95", "leukemia" },
	{ "C48.1 C48.2 C56 C57.0", "ovarian" },
	{ "C54", "endometrial" },
	{ "C53", "cervical" },
	{ "C61", "prostate" },
	{ "C43", "melanoma" },
	{ "C58 C62", "testicular_gtn" },
	{ "C0 C11 C12 C13 C14 C15 C16 C17 C21 C22 C23 C24 C25 C26 C30 C31 C32 C33 C37 C38 C40 C41 C45 "
	  "C46 C47 C49 C51 C52 C60 C64 C65 C66 C67 C68 C69 C70 C71 C72 C73 C74 C75", "other_solid" },
	{ "C88 C90 C96", "other_heme" },
	END,
};

/* C77 is left out: it may be a regional node. */
const struct mcode_answer mcode_metastases[] = {
	{ "C79.51 94222008", "bone" },
	{ "C78 C79", "other" },
	END,
};

const struct mcode_answer mcode_sexes[] = {
	{ "female", "female" }, { "male", "male" }, { "other", "other" }, END,
};

const struct mcode_answer mcode_intents[] = {
	{ "373808002", "curative" }, { "363676003", "non_curative" }, END,
};

const struct mcode_answer mcode_routes[] = {
	{ "26643006", "oral_only" },
	{ "47625008 78421000 34206005 38239002", "parenteral" },
	END,
};

static const struct mcode_answer tobacco[] = {
	{ "449868002 428041000124106 77176002 428071000124103 428061000124105", "current" },
	{ "8517006", "former" },
	{ "266919005", "never" },
	END,
};

/* Indeterminate (IND, LA11884-6, 82334004) is no answer: the test said nothing. */
static const struct mcode_answer results[] = {
	{ "10828004 LA6576-8 POS positive", "positive" },
	{ "260385009 LA6577-6 NEG negative", "negative" },
	{ "42425007 LA11885-3 E equivocal", "equivocal" },
	END,
};

/* clang-format off */
const struct mcode_observation mcode_observations[] = {
	{ "21908-9 21902-2 21914-7 399390009 399537006 399588009", "ajcc_stage", MCODE_STAGE, MCODE_EACH, "stage_doc_date", "stage_doc_status", "documented", NULL },
	{ "385361009 385363007 385365000 385367008 385375002", "figo_stage", MCODE_STAGE, MCODE_EACH, NULL, NULL, NULL, NULL },
	{ "21905-5 21899-0 78873005 399504009 384625004", "t_category", MCODE_CATEGORY, MCODE_EACH, NULL, NULL, NULL, NULL },
	{ "21906-3 21900-6 277206009 399534004 371494008", "n_category", MCODE_CATEGORY, MCODE_EACH, NULL, NULL, NULL, NULL },
	{ "21907-1 21901-4 277208005 399387003 371497001", "m_category", MCODE_CATEGORY, MCODE_EACH, NULL, NULL, NULL, NULL },
	{ "89247-1", "nsclc_ps", MCODE_NUMBER, MCODE_EARLIEST, NULL, NULL, NULL, NULL },
	{ "89247-1", "ecog_mets", MCODE_NUMBER, MCODE_LATEST, NULL, NULL, NULL, NULL },
	{ "89243-0", "kps_mets", MCODE_NUMBER, MCODE_LATEST, NULL, NULL, NULL, NULL },
	{ "72166-2", "tobacco_status", MCODE_CODED, MCODE_LATEST, "tobacco_status_date", NULL, NULL, tobacco },
	{ "85337-4 16112-5", "er_status", MCODE_CODED, MCODE_EARLIEST, NULL, NULL, NULL, results },
	{ "85339-0 16113-3", "pr_status", MCODE_CODED, MCODE_EARLIEST, NULL, NULL, NULL, results },
	{ "48676-1 85319-2 85318-4 96893-3", "her2_status", MCODE_CODED, MCODE_EACH, NULL, NULL, NULL, results },
	{ "10438-0", "cd20_status", MCODE_CODED, MCODE_EARLIEST, NULL, NULL, NULL, results },
	{ "5195-3 5196-1", "hbsag_date", MCODE_DAY, MCODE_LATEST, NULL, NULL, NULL, NULL },
	{ "16933-4 13952-7", "hbcab_date", MCODE_DAY, MCODE_LATEST, NULL, NULL, NULL, NULL },
	{ "92833-3", "ln_examined", MCODE_NUMBER, MCODE_EARLIEST, NULL, NULL, NULL, NULL },
	{ "35266-6", "gleason_score", MCODE_NUMBER, MCODE_EARLIEST, NULL, NULL, NULL, NULL },
	{ "2857-1", "psa_band", MCODE_BAND, MCODE_EARLIEST, NULL, NULL, NULL, NULL },
};
const size_t mcode_n_observations = sizeof mcode_observations / sizeof *mcode_observations;

const struct mcode_drug mcode_drugs[] = {
	{ "224905", "her2_tx_received", "her2_tx_date" },
	{ "121191", "anti_cd20_received", "anti_cd20_date" },
	{ "10324 84857 72965 258494", "endocrine_received", "endocrine_date" },
	{ "253337", "bevacizumab_received", NULL },
	{ "318341 263034", "anti_egfr_received", NULL },
};
const size_t mcode_n_drugs = sizeof mcode_drugs / sizeof *mcode_drugs;

const struct mcode_surgery mcode_surgeries[] = {
	{ "colon", "crc_resection", "crc_resection_date" },
	{ "rectal", "crc_resection", "crc_resection_date" },
	{ "nsclc", NULL, "nsclc_resection_date" },
	{ "ovarian", NULL, "gyn_surgery_date" },
	{ "endometrial", NULL, "gyn_surgery_date" },
	{ "cervical", NULL, "gyn_surgery_date" },
};
const size_t mcode_n_surgeries = sizeof mcode_surgeries / sizeof *mcode_surgeries;

const struct mcode_when mcode_whens[] = {
	{ "Condition", { "onsetDateTime", "onsetPeriod.start", "recordedDate", NULL } },
	{ "Observation", { "effectiveDateTime", "effectivePeriod.start", "effectiveInstant", "issued" } },
	{ "MedicationAdministration", { "effectiveDateTime", "effectivePeriod.start", NULL, NULL } },
	{ "MedicationStatement", { "effectiveDateTime", "effectivePeriod.start", NULL, NULL } },
	{ "MedicationRequest", { "authoredOn", NULL, NULL, NULL } },
	{ "Procedure", { "performedDateTime", "performedPeriod.start", NULL, NULL } },
	{ "Encounter", { "period.start", NULL, NULL, NULL } },
};
const size_t mcode_n_whens = sizeof mcode_whens / sizeof *mcode_whens;
/* clang-format on */
