/*
 * Where in a record answers are found: codes of SNOMED CT, LOINC, RxNorm and ICD-10-CM.
 * The lines `fhir:` of measures/elements.def say the same to people. Code lists are
 * separated by spaces; a list of answers ends with an empty line.
 *
 * Looked up in November 2026, where a stored text of the source names code and meaning:
 *   HL7's mCODE guide (STU 1 to 4: profiles, value sets, examples): TNM stage groups and
 *     categories by LOINC and SNOMED CT, FIGO stages, ECOG, Karnofsky, intents, ER, PR and HER2
 *     by LOINC, lymph nodes examined, Positive and Negative by SNOMED CT and LOINC
 *   HL7's C-CDA: the five codes of current smokers, former and never
 *   value sets and maps of registries and of national guides, at least two that agree: cancers
 *     and bone metastases by SNOMED CT, routes, hepatitis B, PSA, Gleason score, Equivocal by
 *     LOINC; by RxNorm trastuzumab, rituximab, tamoxifen, anastrozole, bevacizumab
 *   one source only: RxNorm letrozole, exemestane, cetuximab, panitumumab; LOINC 10438-0 (CD20)
 *     and 5195-3 (HBsAg); SNOMED CT 93655004 (melanoma of skin)
 * Not looked up: the beginnings of ICD-10-CM, which are its chapters' own. None was asked of the
 * terminologies' own servers, and a code may have been retired since.
 */
#ifndef EXCHANGE_MCODE_MAP_H
#define EXCHANGE_MCODE_MAP_H

#include <stdbool.h>
#include <stddef.h>

/* Codes that mean an answer. */
struct mcode_answer {
	const char *codes, *answer;
};

enum mcode_how {
	MCODE_DAY,      /* the day of the resource is the answer */
	MCODE_CODED,    /* by `answers` */
	MCODE_STAGE,    /* a stage group, from a code of AJCC's or the words of the coding */
	MCODE_CATEGORY, /* a T, N or M category, likewise */
	MCODE_NUMBER,
	MCODE_BAND,     /* PSA in ng/mL */
};

enum mcode_which { MCODE_EARLIEST, MCODE_LATEST, MCODE_EACH };

/* An Observation by its code. */
struct mcode_observation {
	const char *codes, *element;
	enum mcode_how how;
	enum mcode_which which;
	const char *day;         /* a question for its day, or NULL */
	const char *also, *is;   /* a question that its being there answers, or NULL */
	const struct mcode_answer *answers;
};

/* A drug by its ingredient (RxNorm): the question whether it was given, and when first. */
struct mcode_drug {
	const char *codes, *element, *day;
};

/* Cancer surgery by the cancer. */
struct mcode_surgery {
	const char *cancer, *element, *day;
};

/* Where each type of resource says when. */
struct mcode_when {
	const char *type;
	const char *paths[4];
};

extern const struct mcode_answer mcode_cancers_snomed[], mcode_cancers_icd[]; /* the latter: beginnings */
extern const struct mcode_answer mcode_sexes[], mcode_intents[], mcode_routes[], mcode_metastases[];
extern const struct mcode_observation mcode_observations[];
extern const size_t mcode_n_observations;
extern const struct mcode_drug mcode_drugs[];
extern const size_t mcode_n_drugs;
extern const struct mcode_surgery mcode_surgeries[];
extern const size_t mcode_n_surgeries;
extern const struct mcode_when mcode_whens[];
extern const size_t mcode_n_whens;

#endif
