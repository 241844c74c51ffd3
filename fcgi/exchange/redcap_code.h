/* The names and codes that REDCap's side of a question has: redcap.c, redcap_logic.c. */
#ifndef EXCHANGE_REDCAP_CODE_H
#define EXCHANGE_REDCAP_CODE_H

#include <stdbool.h>

#include "measure/catalogue.h"

#define REDCAP_RECORD "record_id"
#define REDCAP_MODULES "chart_modules"
#define REDCAP_NOT_DOCUMENTED "ND" /* missing data codes of the project */
#define REDCAP_UNKNOWN "UNK"

/* Whether a question is a yesno field, whose codes are 1 and 0. */
bool redcap_is_yes_no(const struct element *e);

/* The code of a choice. */
const char *redcap_code(struct arena *a, const struct element *e, size_t choice);

/* ASCII letters in lower case, as in the names of checkbox columns. */
const char *redcap_lower(struct arena *a, const char *text);

#endif
