/* The parts of a workbook: see part.h. */
#include "exchange/part.h"

#include <string.h>
#include <zip.h>

#include "base/fault.h"
#include "base/text.h"
#include "exchange/table.h"

enum {
	PIECE = 64 * 1024,
	ENTRIES_MAX = 1000,
	UNPACKED_MAX = 200 * 1024 * 1024, /* of all parts that are read */
	RATIO_MAX = 150,                  /* a part may be so many times larger than packed ... */
	RATIO_FREE = 1024 * 1024,         /* ... from this size on */
	DEPTH_MAX = 64,
};

static const char too_large[] =
	"The workbook unpacks to more than a list of charts can be. Save the "
	"charts alone, as a new workbook or as CSV.";
static const char broken[] =
	"The workbook is damaged: save it again as an XLSX workbook, or as CSV.";

static void
close_zip(void *zip)
{
	zip_discard(zip);
}

bool
parts_open(struct parts *p, struct arena *a, struct bytes file)
{
	zip_source_t *source = zip_source_buffer_create(file.data, file.size, 0, NULL);

	*p = (struct parts){ .a = a, .left = UNPACKED_MAX };
	p->zip = source == NULL ? NULL : zip_open_from_source(source, ZIP_RDONLY, NULL);
	if (p->zip == NULL) {
		if (source != NULL)
			zip_source_free(source);
		p->problem = broken;
		return false;
	}
	arena_defer(a, close_zip, p->zip);
	if (zip_get_num_entries(p->zip, 0) > ENTRIES_MAX)
		p->problem = too_large;
	return p->problem == NULL;
}

bool
parts_have(const struct parts *p, const char *path)
{
	return zip_name_locate(p->zip, path, 0) >= 0;
}

void
part_stop(struct part *part, const char *problem)
{
	if (part->parts->problem == NULL)
		part->parts->problem = problem;
	XML_StopParser(part->parser, XML_FALSE);
}

/* "c" of "x:c": producers choose the prefix. */
static const char *
plain(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon == NULL ? name : colon + 1;
}

const char *
part_attribute(const char **attributes, const char *name)
{
	for (size_t i = 0; attributes[i] != NULL; i += 2)
		if (text_equal(plain(attributes[i]), name))
			return attributes[i + 1];
	return NULL;
}

static void XMLCALL
on_start(void *data, const char *name, const char **attributes)
{
	struct part *part = data;

	if (++part->depth > DEPTH_MAX)
		part_stop(part, broken);
	else
		part->start(part, plain(name), attributes);
}

static void XMLCALL
on_end(void *data, const char *name)
{
	struct part *part = data;

	part->depth--;
	part->end(part, plain(name));
}

static void XMLCALL
on_text(void *data, const char *text, int len)
{
	struct part *part = data;

	if (!buf_add(part->text, text, (size_t)len))
		part_stop(part, "A cell of the workbook holds more text than any answer has.");
}

static void XMLCALL
on_doctype(void *data, const char *name, const char *system, const char *public, int inside)
{
	(void)name;
	(void)system;
	(void)public;
	(void)inside;
	part_stop(data, broken);
}

static void
free_parser(void *parser)
{
	XML_ParserFree(parser);
}

static void
close_entry(void *entry)
{
	zip_fclose(entry);
}

/* By what the archive tells; what it really holds is counted while it is read. */
static bool
size_is_fine(struct parts *p, zip_uint64_t index)
{
	zip_stat_t stat;

	if (zip_stat_index(p->zip, index, 0, &stat) != 0 ||
	    (stat.valid & (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)) !=
		    (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE))
		p->problem = broken;
	else if (stat.size > p->left ||
		 (stat.size > RATIO_FREE && stat.size / RATIO_MAX > stat.comp_size))
		p->problem = too_large;
	return p->problem == NULL;
}

/* Feeds the parser; false when the part is not well-formed to its end or was stopped. */
static bool
feed(struct part *part, zip_file_t *entry)
{
	struct parts *p = part->parts;
	char *piece = arena_alloc(p->a, PIECE);
	zip_int64_t got;

	do {
		got = zip_fread(entry, piece, PIECE);
		if (got > 0 && (size_t)got > p->left) { /* the archive lied */
			p->problem = too_large;
			return false;
		}
		if (got < 0 || XML_Parse(part->parser, piece, (int)got, got == 0) != XML_STATUS_OK)
			return false;
		p->left -= (size_t)got;
	} while (got > 0);
	return true;
}

bool
part_read(struct part *part, const char *path)
{
	struct parts *p = part->parts;
	zip_int64_t index = zip_name_locate(p->zip, path, 0);
	zip_file_t *entry;
	bool whole;

	if (index < 0)
		p->problem = broken;
	if (p->problem != NULL || !size_is_fine(p, (zip_uint64_t)index))
		return false;
	entry = zip_fopen_index(p->zip, (zip_uint64_t)index, 0);
	if (entry == NULL) {
		p->problem = broken; /* a password, or a way of packing that we do not know */
		return false;
	}
	arena_defer(p->a, close_entry, entry);
	part->parser = XML_ParserCreate(NULL);
	must(part->parser != NULL);
	arena_defer(p->a, free_parser, part->parser);
	part->depth = 0;
	part->text = buf_new(p->a, TABLE_CELL_MAX);
	XML_SetUserData(part->parser, part);
	XML_SetElementHandler(part->parser, on_start, on_end);
	XML_SetCharacterDataHandler(part->parser, on_text);
	XML_SetStartDoctypeDeclHandler(part->parser, on_doctype);
	whole = feed(part, entry);
	if (!whole && XML_GetErrorCode(part->parser) != XML_ERROR_ABORTED && p->problem == NULL)
		p->problem = broken;
	return p->problem == NULL;
}
