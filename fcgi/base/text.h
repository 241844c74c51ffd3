/* Text: checks, trimming, numbers in and out, case folding for comparison. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Well-formed UTF-8 (RFC 3629) without NUL and control bytes but tab, CR, LF. */
bool text_is_clean_utf8(const char *bytes, size_t len);

/* Code points in well-formed UTF-8. */
size_t text_length(const char *text);

/* A copy without white space at both ends. */
char *text_trim(struct arena *a, const char *text);

bool text_equal(const char *one, const char *other);
bool text_starts(const char *text, const char *start);
bool text_ends(const char *text, const char *end);
bool text_is_empty(const char *text); /* NULL or "" */

/* Whole decimal numbers, nothing before or behind; false if out of range. */
bool text_to_u64(const char *text, uint64_t *n);
bool text_to_i64(const char *text, int64_t *n);
/* As above with a decimal point: "12", "12.5". No exponents, no signs. */
bool text_to_f64(const char *text, double *n);

/* "1,234,567". */
char *text_thousands(struct arena *a, int64_t n);

/* A share from 0 to 1 as "75.0 %", rounded half away from zero at one decimal. */
char *text_percent(struct arena *a, double share);

/* The fewest digits that read back as the same double: "0.1", not 17 of them. */
char *text_exact(struct arena *a, double n);

/*
 * `text` for comparing names: lower case, without diacritics, spaces, hyphens,
 * apostrophes and dots (Unicode compatibility decomposition and case folding
 * for the Latin ranges, DESIGN section 17). Two names are the same when their
 * folded forms are.
 */
char *text_fold_name(struct arena *a, const char *text);

/* Splits at a separator; empty parts are kept. Sets *count. */
char **text_split(struct arena *a, const char *text, char separator, size_t *count);

#endif
