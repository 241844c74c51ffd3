/*
 * Names, types and codes of a tree, checked against a dictionary of questions.
 *
 * The dictionary is the caller's: this layer knows neither measures nor forms.
 */
#ifndef CQL_TYPE_H
#define CQL_TYPE_H

#include "base/arena.h"
#include "base/buf.h"
#include "cql/tree.h"

/* A question as the language sees it. */
struct cql_element {
	const char *id;
	enum cql_type type;         /* never CQL_BOOLEAN_TYPE */
	const char *const *codes;   /* of choices, at most CQL_MAX_CODES (CQL_MAX_MULTIPLE) */
	size_t n_codes;
};

struct cql_dictionary {
	const struct cql_element *elements;
	size_t count;
};

/* The place of a question in the dictionary, or CQL_NO_ELEMENT. */
int cql_element_find(const struct cql_dictionary *dictionary, const char *id);

/*
 * Completes all definitions of a library: names are resolved, codes become
 * bits, functions become what they stand for. Everything wrong (unknown names
 * and codes, a date compared with a number, a definition that needs itself) is
 * added to `errors`, a line each. False if there was any.
 *
 * Functions: Eligible("M") is "M Met" or "M Not met"; DefectFree({ "M", "N" })
 * is true when one of the parts is met and none is not met.
 */
bool cql_check(struct arena *a, struct cql_library *library,
	const struct cql_dictionary *dictionary, struct buf *errors);

/* The same for one condition, which may use the definitions of the library. */
bool cql_check_condition(struct arena *a, struct cql_library *library,
	const struct cql_dictionary *dictionary, struct cql_node *condition, struct buf *errors);

#endif
