/* A small dictionary for the tests of the language. */
#ifndef TESTS_UNIT_CQL_WORDS_H
#define TESTS_UNIT_CQL_WORDS_H

#include "cql/parse.h"
#include "cql/type.h"

enum { SEX, TOPICS, BIRTH, DIAGNOSIS, SCORE, N_WORDS };

static const char *const sexes[] = { "female", "male", "not_documented" };
static const char *const topics[] = { "doses", "contact", "none" };

static const struct cql_element words[N_WORDS] = {
	[SEX] = { "sex", CQL_CHOICE_TYPE, sexes, 3 },
	[TOPICS] = { "topics", CQL_MULTIPLE_TYPE, topics, 3 },
	[BIRTH] = { "birth", CQL_DATE_TYPE, NULL, 0 },
	[DIAGNOSIS] = { "diagnosis", CQL_DATE_TYPE, NULL, 0 },
	[SCORE] = { "score", CQL_INTEGER_TYPE, NULL, 0 },
};

static const struct cql_dictionary dictionary = { words, N_WORDS };

#endif
