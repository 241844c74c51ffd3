/*
 * Workbooks: the input is the file itself, or, where it does not begin as a zip
 * archive does, the parts of one with a byte 1 between: workbook, relations,
 * styles, shared texts, sheet. Reading ends, within its limits, twice the same.
 */
#include "harness.h"

#include <string.h>
#include <zip.h>

#include "base/buf.h"
#include "base/text.h"
#include "exchange/workbook.h"

static const char *const paths[] = { "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
				     "xl/styles.xml", "xl/sharedStrings.xml",
				     "xl/worksheets/sheet1.xml" };

/* An archive of the input's parts, in memory that the arena gives. */
static struct bytes
archive_of(struct input *in)
{
	zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, NULL);
	const char *at = in->bytes, *end = in->bytes + in->size;
	struct bytes file;
	zip_stat_t stat;
	zip_t *zip;

	zip_source_keep(target);
	zip = zip_open_from_source(target, ZIP_TRUNCATE, NULL);
	must(zip != NULL);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		const char *stop = memchr(at, 1, (size_t)(end - at));
		size_t len = (size_t)((stop == NULL ? end : stop) - at);

		must(zip_file_add(zip, paths[i], zip_source_buffer(zip, at, len, 0), 0) >= 0);
		at += stop == NULL ? len : len + 1;
	}
	must(zip_close(zip) == 0);
	zip_source_stat(target, &stat);
	zip_source_open(target);
	file.data = arena_alloc(in->arena, stat.size);
	file.size = (size_t)zip_source_read(target, (void *)(uintptr_t)file.data, stat.size);
	zip_source_close(target);
	zip_source_free(target);
	return file;
}

static bool
note_row(void *arg, const struct table_row *row)
{
	must(row->n <= 4096);
	for (size_t i = 0; i < row->n; i++) {
		must(text_is_clean_utf8(row->texts[i], strlen(row->texts[i])));
		buf_printf(arg, "%u:%s|", row->line, row->texts[i]);
	}
	return true;
}

static const char *
read_rows(struct input *in, struct bytes file)
{
	struct buf *out = buf_new(in->arena, 1 << 20);
	const char *problem = workbook_read(in->arena, file, note_row, out);

	return arena_printf(in->arena, "%s %s", problem == NULL ? "" : problem, out->data);
}

static void
work(void *arg)
{
	struct input *in = arg;
	struct bytes file = { in->bytes, in->size };

	if (!table_is_workbook(file))
		file = archive_of(in);
	must(strcmp(read_rows(in, file), read_rows(in, file)) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	return run_input(work, bytes, size);
}
