/* Reading single values of a FHIR resource: codes, days, stages. For mcode.c and mcode_find.c. */
#ifndef EXCHANGE_MCODE_VALUE_H
#define EXCHANGE_MCODE_VALUE_H

#include "exchange/fhir.h"
#include "exchange/mcode_map.h"

/* A text below an object, by "effectivePeriod.start"; NULL if it is not there. */
const char *mcode_text(const json_t *resource, const char *path);

/* The day of a date or time that is known to the day. */
bool mcode_day(const char *text, int32_t *day);

/* Whether a list of codes with spaces between holds one. */
bool mcode_in_list(const char *codes, const char *code);

/* Whether one of a concept's codings is of the list. */
bool mcode_has_code(const json_t *concept, const char *codes);

/* The answer that one of a concept's codings means; NULL for none. */
const char *mcode_answer_of(const json_t *concept, const struct mcode_answer *answers);

/* The same by how the codings' codes begin, as ICD-10's chapters do. */
const char *mcode_answer_begun(const json_t *concept, const struct mcode_answer *answers);

/* Whether a resource says that it follows a profile whose address ends so. */
bool mcode_follows(const json_t *resource, const char *profile);

/* The choice of a question that a coded stage group or TNM category means; NULL for none. */
const char *mcode_stage_of(struct arena *a, const json_t *concept, const struct element *e);
const char *mcode_category_of(struct arena *a, const json_t *concept, const struct element *e);

#endif
