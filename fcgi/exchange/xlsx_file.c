/* A workbook being written: see xlsx_file.h. */
#include "config.h"

#include "exchange/xlsx_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fault.h"

static void
close_file(void *file)
{
	close(((struct xlsx_file *)file)->memory);
}

struct xlsx_file *
xlsx_file_new(struct arena *a, bool by_rows)
{
	struct xlsx_file *file = arena_alloc(a, sizeof *file);
	lxw_workbook_options options = { .constant_memory = by_rows ? LXW_TRUE : LXW_FALSE };

	file->a = a;
	file->memory = memfd_create("workbook.xlsx", MFD_CLOEXEC);
	if (file->memory < 0)
		fault("no file in memory for a workbook");
	arena_defer(a, close_file, file);
	file->book = workbook_new_opt(arena_printf(a, "/proc/self/fd/%d", file->memory), &options);
	if (file->book == NULL)
		fault("no workbook");
	return file;
}

static struct bytes
bytes_of(struct arena *a, int file)
{
	struct stat st;
	char *data;
	size_t got = 0;

	if (fstat(file, &st) != 0 || st.st_size == 0)
		fault("a workbook of no bytes");
	data = arena_alloc(a, (size_t)st.st_size);
	while (got < (size_t)st.st_size) {
		ssize_t n = pread(file, data + got, (size_t)st.st_size - got, (off_t)got);

		if (n <= 0)
			fault("a workbook cannot be read back");
		got += (size_t)n;
	}
	return (struct bytes){ data, got };
}

struct bytes
xlsx_file_end(struct xlsx_file *file)
{
	lxw_error error = workbook_close(file->book);

	if (error != LXW_NO_ERROR)
		fault("a workbook cannot be written: %s", lxw_strerror(error));
	return bytes_of(file->a, file->memory);
}
