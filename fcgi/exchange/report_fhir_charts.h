/*
 * What a report's figures are made of, as FHIR R4: a Bundle of MeasureReports
 * of type individual, one for each chart and measure that the chart is in. A
 * population counts 0 or 1; over all charts they add up to those of the summary
 * (exchange/report_fhir.h). No patient is named: each refers to its chart as
 * the evaluated resource, by an address and the chart's number.
 */
#ifndef EXCHANGE_REPORT_FHIR_CHARTS_H
#define EXCHANGE_REPORT_FHIR_CHARTS_H

#include "report/result.h"

enum { FHIR_CHARTS_MAX = 15 * 1024 * 1024 }; /* bytes, 1,650 a report: some 9,500 of them */

/* A chart of the report. */
struct fhir_chart {
	uint32_t number;
	const uint8_t *marks; /* of marks_read */
};

/* Puts the file into `out`; false if it would be larger than FHIR_CHARTS_MAX. */
bool report_fhir_charts(struct arena *a, const struct result *r, const char *site,
			const struct catalogue *cat, const struct fhir_chart *charts, size_t n,
			struct buf *out);

#endif
