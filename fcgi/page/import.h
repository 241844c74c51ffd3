/* The dry run of an import, for a person's page (import.c) and for programs (api.c). */
#ifndef PAGE_IMPORT_H
#define PAGE_IMPORT_H

#include "exchange/charts_in.h"
#include "page/visit.h"

/* What was asked for. */
struct import_wish {
	struct bytes file;
	enum charts_source source;
	bool overwrite, complete;
	module_set modules; /* of new charts */
};

/* "redcap" and "fhir" by their words; everything else is a table of our own. */
enum charts_source import_source(const char *word);

/* Reads and checks a file against the charts of the visit's practice and round. */
struct charts_in *import_check(struct visit *v, const struct import_wish *wish);

/* Keeps what is clean and changes something, to be started. Its id; 0 where there is nothing. */
uint64_t import_keep_rows(struct visit *v, const struct import_wish *wish,
			  const struct charts_in *in, const uint64_t *token);

/* Starts a kept import and queues its job. `seal` is what stands for what was seen. */
enum import_started import_go(struct visit *v, uint64_t id, const char *seal);

/* The visit's import of the address, or NULL, and that is answered. */
const struct import_by_id_row *import_load(struct visit *v);

/* The modules that the practice signed up for. */
module_set import_modules(struct visit *v);

#endif
