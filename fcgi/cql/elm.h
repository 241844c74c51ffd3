/*
 * Definitions as HL7 ELM (Expression Logical Model 1.5, JSON), which reference
 * CQL engines run.
 *
 * The data model is flat: a chart is the one record of type {urn:myqopi:chart}Chart,
 * and each question is a property of it by its id: a String (single choice), a
 * List<String> (multiple choice), a Date or an Integer; absent or null without a
 * real value. A library defines every question it reads under the question's id,
 * as null where the question is not asked, so that charts are given as they were
 * typed, hidden answers included.
 */
#ifndef CQL_ELM_H
#define CQL_ELM_H

#include "base/arena.h"
#include "base/buf.h"
#include "cql/tree.h"
#include "cql/type.h"

struct cql_elm {
	const char *id, *version;           /* of the library */
	const struct cql_library *library;  /* checked */
	const struct cql_dictionary *dictionary;
	struct cql_node *const *visible;    /* when each question is asked; NULL: always */
	/* Whether to write a definition, and with it all that it uses; NULL: all. */
	bool (*wanted)(void *arg, const struct cql_definition *definition);
	void *arg;
};

/* Appends the library; `scratch` holds what is needed meanwhile. */
void cql_elm_write(struct buf *out, const struct cql_elm *elm, struct arena *scratch);

#endif
