/*
 * The tree of a measure text: what the parser makes, the type check completes
 * and the plan reads. measures/README.md describes the language.
 *
 * A tree lives as long as the arena it was parsed into and is never changed
 * after it was added to its plan.
 */
#ifndef CQL_TREE_H
#define CQL_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where something stands: lines and columns from 1, columns in bytes. */
struct cql_place {
	const char *file;
	int line, column;
};

enum cql_kind {
	/* values */
	CQL_NAME,      /* a question, or a definition (text) */
	CQL_TEXT,      /* 'a code' (text) */
	CQL_NUMBER,    /* 31 (number) */
	CQL_DAY,       /* @2026-01-31 (number: the day) */
	CQL_LIST,      /* { ... } (left: first item, linked by next) */
	CQL_TODAY,     /* Today() */
	CQL_DAYS,      /* difference in days between left and right */
	CQL_YEARS,     /* years between left and right */
	CQL_INTERSECT, /* left intersect right */
	/* conditions */
	CQL_TRUE,
	CQL_FALSE,
	CQL_AND,
	CQL_OR,
	CQL_IMPLIES,
	CQL_NOT,
	CQL_IS_NULL,
	CQL_IS_TRUE,
	CQL_IS_FALSE,
	CQL_EQUAL,
	CQL_NOT_EQUAL,
	CQL_EQUIVALENT,
	CQL_NOT_EQUIVALENT,
	CQL_LESS,
	CQL_LESS_OR_EQUAL,
	CQL_GREATER,
	CQL_GREATER_OR_EQUAL,
	CQL_IN,
	CQL_CONTAINS,
	CQL_INCLUDES,
	CQL_EXISTS,
	CQL_CALL, /* Eligible, DefectFree (text); after the type check, left is what it stands for */
};

enum cql_type {
	CQL_BOOLEAN_TYPE,
	CQL_CHOICE_TYPE,   /* one code: a String in CQL */
	CQL_MULTIPLE_TYPE, /* several codes: a List<String> */
	CQL_DATE_TYPE,
	CQL_INTEGER_TYPE,
};

enum { CQL_NO_ELEMENT = -1, CQL_MAX_CODES = 60, CQL_MAX_MULTIPLE = 13 };

struct cql_definition;

struct cql_node {
	enum cql_kind kind;
	struct cql_place place;
	const char *text;
	int32_t number;
	struct cql_node *left, *right, *next;
	/* from the type check */
	int element;                      /* of a CQL_NAME that is a question, and of a
	                                     relation with a question at its left */
	struct cql_definition *reference; /* of a CQL_NAME that is a definition */
	uint64_t codes;                   /* of a relation with codes: bit i = choice i */
	/* from the plan */
	int32_t step;                     /* of a condition: the step that makes its mask */
};

/* `// @name: value` above a definition. */
struct cql_tag {
	const char *name, *value;
	struct cql_place place;
	struct cql_tag *next;
};

struct cql_definition {
	const char *name;
	const char *source;    /* the text of the body, as written */
	struct cql_node *body;
	struct cql_tag *tags;  /* in their order */
	struct cql_place place;
	struct cql_definition *next;
	int depth;             /* definitions inside one another, this one counted */
	enum { CQL_UNCHECKED, CQL_CHECKING, CQL_CHECKED } state;
};

/* All definitions of an edition: the files are parts of one library. */
struct cql_library {
	struct cql_definition *first, **last;
	size_t count;
};

#endif
