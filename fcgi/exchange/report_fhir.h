/*
 * A report as FHIR R4 (4.0.1): a Bundle of type collection with the practice as
 * an Organization and a MeasureReport of type summary for each measure, and one
 * more for each aggregate shown beside it. Sites, physicians and fellows are
 * strata of the practice's own group, under a stratifier each level.
 */
#ifndef EXCHANGE_REPORT_FHIR_H
#define EXCHANGE_REPORT_FHIR_H

#include "report/result.h"

/* The bytes of the file, of the arena. Measures are named by their pages below `site`. */
struct bytes report_fhir(struct arena *a, const struct result *r, const char *site);

#endif
