/* What the files of a report as FHIR are made of: see report_fhir.c. */
#ifndef EXCHANGE_REPORT_FHIR_PART_H
#define EXCHANGE_REPORT_FHIR_PART_H

#include <jansson.h>

#include "exchange/report_fhir.h"

/* How all of them write their JSON. */
#define BUNDLE_STYLE (JSON_COMPACT | JSON_REAL_PRECISION(15))

struct bundle {
	struct arena *a;
	const struct result *r;
	const char *site;
	json_t *entries; /* the bundle's, or those that are to be written next */
};

/* For json_dump_callback: puts bytes into a struct buf. */
int bundle_take(const char *bytes, size_t size, void *buf);

/* The same name gets the same address each time: a UUID of version 8 (RFC 9562). */
const char *bundle_address(const struct bundle *b, const char *id);

/* The bundle without entries: the data cut is the timestamp, what the figures are of are tags. */
json_t *bundle_head(const struct bundle *b);

/* Adds the practice, and a reference to it for its reports. */
void bundle_add_practice(struct bundle *b);
json_t *bundle_practice(const struct bundle *b);

/* The populations and the score of a practice, a part of it or one chart. */
json_t *bundle_counted(struct rate own, uint32_t excluded, uint32_t excepted, double share);

/*
 * Adds one MeasureReport of a type of FHIR's and returns it; `behind` tells those
 * of one measure apart in their ids. Takes over reporter and group.
 */
json_t *bundle_add_report(struct bundle *b, const struct line *l, const char *type,
			  const char *behind, json_t *reporter, json_t *group);

#endif
