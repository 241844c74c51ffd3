/*
 * `qopi evaluate --asked`: which questions the form asks of each chart. The
 * charts are worked out in blocks, as they are scored, so that this can be held
 * against the form, which works them out one by one.
 */
#include "measure/evaluate.h"

#include <string.h>

#include "measure/outcome.h"
#include "measure/sheet.h"

#define ARENA_CAP ((size_t)1 << 32)

enum { DONE = 0, FAILED = 1, WRONG_INPUT = 2 };

/* A call at work: lines are kept in a file until the whole input is known to be right. */
struct asking {
	struct sheet sheet;
	struct cql_block *block;
	const char *ids[BATCH_SIZE];
	size_t count;
	FILE *kept;
};

static void
start_block(struct asking *as)
{
	as->count = 0;
	cql_block_clear(as->block, BATCH_SIZE);
}

static bool
is_asked(const struct asking *as, const struct element *e, size_t row)
{
	int32_t step = as->sheet.cat->asked_steps[e->index];

	return step < 0 || cql_truth_at(as->block, step, row) == CQL_IS_TRUE_HERE;
}

/* A line for each question that is asked of each chart of the block. */
static void
write_block(struct asking *as)
{
	const struct catalogue *cat = as->sheet.cat;
	struct buf *id = buf_new(as->sheet.arena, 2 * CSV_MAX_ROW);

	cql_eval_part(as->block, cat->form_part, 0);
	for (size_t row = 0; row < as->count; row++) {
		buf_clear(id);
		csv_add_field(id, as->ids[row]);
		for (size_t i = 0; i < cat->n_elements; i++)
			if (is_asked(as, &cat->elements[i], row))
				fprintf(as->kept, "%s,%s\r\n", id->data, cat->elements[i].id);
	}
}

static bool
write_all(struct asking *as)
{
	struct arena_mark mark = arena_mark(as->sheet.arena);
	enum csv_state state;
	bool good = true;

	start_block(as);
	while ((state = sheet_next(&as->sheet)) != CSV_END) {
		if (as->sheet.csv->error != NULL)
			return false;
		if (state != CSV_ROW || !sheet_put(&as->sheet, as->block, as->count)) {
			good = false;
			start_block(as);
			continue;
		}
		as->ids[as->count] = arena_str(as->sheet.arena, as->sheet.id);
		if (++as->count < BATCH_SIZE)
			continue;
		write_block(as);
		arena_back(as->sheet.arena, mark);
		start_block(as);
	}
	write_block(as);
	return good;
}

static int
copy(FILE *from, FILE *out, FILE *err)
{
	char bytes[BUFSIZ];
	size_t n;

	rewind(from);
	fputs("chart_id,question\r\n", out);
	while ((n = fread(bytes, 1, sizeof bytes, from)) > 0)
		fwrite(bytes, 1, n, out);
	if (fflush(out) == 0 && !ferror(out))
		return DONE;
	fprintf(err, "qopi: the questions cannot be written\n");
	return FAILED;
}

static void
close_file(void *arg)
{
	fclose(arg);
}

int
asked_csv(const struct catalogue *cat, FILE *in, FILE *out, FILE *err)
{
	struct arena *a = arena_new(ARENA_CAP);
	struct asking *as = arena_alloc(a, sizeof *as);
	int status = WRONG_INPUT;

	as->kept = tmpfile();
	if (as->kept == NULL) {
		fprintf(err, "qopi: no temporary file can be made\n");
		arena_free(a);
		return FAILED;
	}
	arena_defer(a, close_file, as->kept);
	as->block = cql_block_new(a, cat->plan, BATCH_SIZE);
	if (sheet_open(&as->sheet, cat, in, err, a) && write_all(as))
		status = copy(as->kept, out, err);
	arena_free(a);
	return status;
}
