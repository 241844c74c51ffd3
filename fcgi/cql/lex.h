/* Measure text to tokens. */
#ifndef CQL_LEX_H
#define CQL_LEX_H

#include "base/arena.h"
#include "base/buf.h"
#include "cql/tree.h"

enum cql_token_kind {
	CQL_TOKEN_END,
	CQL_TOKEN_WORD,   /* and, define, office_visits_2plus */
	CQL_TOKEN_QUOTED, /* "Core 3 Numerator" */
	CQL_TOKEN_STRING, /* 'yes' */
	CQL_TOKEN_NUMBER, /* 31 */
	CQL_TOKEN_DAY,    /* @2026-01-31 */
	CQL_TOKEN_SIGN,   /* ( ) { } , : - = != ~ !~ < <= > >= */
	CQL_TOKEN_WRONG,  /* reported already */
};

struct cql_token {
	enum cql_token_kind kind;
	const char *text; /* without quotes; NUL-terminated, of the arena */
	int32_t number;   /* of numbers and days */
	struct cql_place place;
	const char *start, *end; /* in the source */
};

struct cql_lexer {
	struct arena *arena;
	struct buf *errors;
	const char *at;          /* next byte */
	const char *line_start;
	struct cql_place place;  /* of `at` */
	struct cql_tag *tags;    /* read since the last cql_take_tags */
	struct cql_tag **last_tag;
	bool wrong;              /* something was reported */
};

/* Starts reading `source` (NUL-terminated), whose first byte stands at `place`. */
void cql_lex_start(struct cql_lexer *lex, struct arena *a, const char *source,
	struct cql_place place, struct buf *errors);

/* The next token. What is no token is reported and comes back as CQL_TOKEN_WRONG. */
struct cql_token cql_lex_next(struct cql_lexer *lex);

/* The tags read since the last call. */
struct cql_tag *cql_take_tags(struct cql_lexer *lex);

/* Adds one line "file:line:column: text" to the errors. */
void cql_error(struct buf *errors, struct cql_place place, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

#endif
