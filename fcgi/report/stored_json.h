/* What the files that store a result share, the stored*.c. Nobody else includes it. */
#ifndef REPORT_STORED_JSON_H
#define REPORT_STORED_JSON_H

#include <jansson.h>

#include "report/result.h"

/* Gives back a value made by json_pack; NULL is a mistake in its format or no memory: a fault. */
json_t *stored_made(json_t *json);

/* A fault where json_unpack_ex failed: the text is no stored result. */
void stored_check(int failed, const json_error_t *e);

/* Where a practice stands among all; NULL where it is not told. */
json_t *stored_among(const struct among *m);

/* And back; `json` is NULL where it was not told, and in results of before. */
void stored_read_among(json_t *json, struct among *m);

/* The units of a result, the caller's own reference. */
json_t *stored_units(const struct result *r);

/*
 * And back, from the names below `root`. Results of before there were units
 * have none. The sections are read.
 */
void stored_read_units(struct arena *a, json_t *root, struct result *r);

#endif
