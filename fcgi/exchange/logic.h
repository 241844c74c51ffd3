/*
 * When a question is asked, for forms of others that know two truth values.
 *
 * CQL has three truth values and such forms have two, so each part is turned into
 * one of two things: what holds where the part is true, or what holds where it is
 * false; neither holds where it is unknown. A `not` changes which, and is gone.
 */
#ifndef EXCHANGE_LOGIC_H
#define EXCHANGE_LOGIC_H

#include "measure/catalogue.h"

enum logic_kind {
	LOGIC_ALWAYS,  /* is: always, else never */
	LOGIC_ALL,     /* of the parts */
	LOGIC_ANY,     /* of the parts */
	LOGIC_CODE,    /* is: the code was chosen; else it was not, as without an answer */
	LOGIC_GIVEN,   /* is: there is a real value; else there is none */
	LOGIC_COMPARE, /* both sides have a value, and the relation holds */
};

/* A side of a comparison: a question, or a constant. */
struct logic_amount {
	const struct element *element; /* NULL: a constant */
	int32_t constant;
	bool day;                      /* the constant is a day number */
};

struct logic {
	enum logic_kind kind;
	bool is;
	const struct logic *parts, *next; /* parts are linked by next */
	const struct element *element;    /* of LOGIC_CODE and LOGIC_GIVEN */
	size_t choice;                    /* of LOGIC_CODE */
	enum cql_kind relation;           /* CQL_EQUAL ... CQL_GREATER_OR_EQUAL */
	struct logic_amount left, right;
};

/* True exactly where the condition is true; NULL where two truth values cannot say it. */
const struct logic *logic_of(struct arena *a, const struct catalogue *cat,
			     const struct cql_node *condition);

/* "<" for CQL_LESS, and so on; `unequal` for CQL_NOT_EQUAL. */
const char *logic_sign(enum cql_kind relation, const char *unequal);

#endif
