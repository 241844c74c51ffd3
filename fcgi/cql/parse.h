/*
 * Tokens to tree. The grammar is a subset of HL7 CQL 1.5 with its precedences:
 *
 *   library    = { "define" name ":" condition }
 *   condition  = either { "implies" either }
 *   either     = both { "or" both }
 *   both       = relation { "and" relation }
 *   relation   = unary [ operator unary ]
 *   operator   = "=" "!=" "~" "!~" "<" "<=" ">" ">=" "in" "contains" "includes"
 *   unary      = "not" unary | "exists" unary | span | term { "is" [ "not" ] state }
 *   state      = "null" | "true" | "false"
 *   span       = "difference" "in" "days" "between" term "and" term
 *              | "years" "between" term "and" term
 *   term       = name | 'code' | [ "-" ] number | @date | "true" | "false" | list
 *              | function "(" [ condition { "," condition } ] ")"
 *              | "(" condition [ "intersect" term ] ")"
 *   list       = "{" condition { "," condition } "}"
 *
 * As in CQL, `not` binds more tightly than a relation: write not (a = 'b').
 */
#ifndef CQL_PARSE_H
#define CQL_PARSE_H

#include "base/arena.h"
#include "base/buf.h"
#include "cql/tree.h"

void cql_library_start(struct cql_library *library);

/*
 * Adds the definitions of a file's text to the library. Every error is added
 * to `errors` as a line "file:line:column: text"; after one, reading goes on
 * with the next define. False if there was any.
 */
bool cql_parse(struct arena *a, struct cql_library *library, const char *source,
	struct cql_place place, struct buf *errors);

/* Reads one condition; NULL, with a line in `errors`, if it is none. */
struct cql_node *cql_parse_condition(struct arena *a, const char *source,
	struct cql_place place, struct buf *errors);

/* The definition of that name, or NULL. */
struct cql_definition *cql_find(const struct cql_library *library, const char *name);

/* The value of a definition's tag, or NULL. */
const char *cql_tag(const struct cql_definition *definition, const char *name);

#endif
