/*
 * The parts of a workbook: unpacked and parsed a piece at a time, within limits.
 * The only place that knows libzip.
 */
#ifndef EXCHANGE_PART_H
#define EXCHANGE_PART_H

#include <expat.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/row.h"

struct parts {
	struct arena *a;
	struct zip *zip;
	size_t left;         /* bytes that may still be unpacked */
	const char *problem; /* what is wrong with the file, once something is */
};

/* Opens the archive; false, with the problem set, if it is none of ours. It ends with the arena. */
bool parts_open(struct parts *p, struct arena *a, struct bytes file);

/* What the reading of one part is told. */
struct part {
	struct parts *parts;
	XML_Parser parser;
	int depth;
	struct buf *text; /* of the element at hand, where the handler cleared it */
	void *about;      /* the caller's own */
	void (*start)(struct part *part, const char *name, const char **attributes);
	void (*end)(struct part *part, const char *name);
};

/* Reads a part through its handlers. False, with the problem set, if it cannot be read whole. */
bool part_read(struct part *part, const char *path);
bool parts_have(const struct parts *p, const char *path);

/* Ends the reading: with a problem, or NULL if enough was read. */
void part_stop(struct part *part, const char *problem);

/* The value of an attribute, by its name without a prefix; NULL if it is not there. */
const char *part_attribute(const char **attributes, const char *name);

#endif
