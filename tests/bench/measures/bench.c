/*
 * The measure engine by the clock: see run. Calls:
 *   bench charts COUNT DIR   writes all.csv (every question) and pain.csv
 *   bench speed DIR          reads them and prints "what<TAB>charts a second"
 *   bench memory COMMAND...  runs a command and prints its greatest memory in MiB
 */
#define _GNU_SOURCE
#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "exchange/made_up.h"
#include "measure/explain.h"
#include "table.h"

enum { DISTINCT = 20000, DAY = 20500, EXPLAINED = 200, PAIN = 9 };

static const char *const pain[PAIN] = { "Core 3", "Core 4a", "Core 5", "Core 6", "Core 6a",
	"Core 6b", "Core 6c", "Core 6d", "Core 6e" };

struct bench {
	struct arena *arena;
	const struct catalogue *cat;
	const struct measure **measures;
	size_t n_measures;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static FILE *
open_file(const struct bench *b, const char *dir, const char *name, const char *mode)
{
	FILE *f = fopen(arena_printf(b->arena, "%s/%s", dir, name), mode);

	if (f == NULL)
		fault("%s/%s: %s", dir, name, strerror(errno));
	return f;
}

static void
choose(struct bench *b, bool all)
{
	b->n_measures = all ? b->cat->n_measures : PAIN;
	b->measures = arena_array(b->arena, b->n_measures, sizeof(struct measure *));
	for (size_t i = 0; i < b->n_measures; i++)
		b->measures[i] = all ? &b->cat->measures[i] : catalogue_measure(b->cat, pain[i]);
}

/* The questions that the chosen measures need, by element. */
static bool *
questions(struct bench *b)
{
	struct batch *batch = batch_of(b->arena, b->cat, b->measures, b->n_measures);
	bool *wanted = arena_array(b->arena, b->cat->n_elements, sizeof *wanted);

	for (size_t i = 0; i < batch->part->n_elements; i++)
		wanted[batch->part->elements[i]] = true;
	return wanted;
}

/* Made-up charts of Core and one other module each, as lines behind their chart_id. */
static const char **
make_lines(struct bench *b, const bool *wanted, size_t count)
{
	const char **lines = arena_array(b->arena, count, sizeof *lines);
	struct arena *scratch = arena_new((size_t)1 << 30);
	struct dice dice = { 20260131 };

	for (size_t n = 0; n < count; n++) {
		module_set modules = 1 | (module_set)1 << (1 + n % (b->cat->n_modules - 1));
		struct buf *line = buf_new(scratch, 1 << 16);
		struct answer *chart = made_up_chart(b->cat, scratch, modules, &dice,
			.5 + (double)(n % 5) / 10, DAY);

		for (size_t i = 0; i < b->cat->n_elements; i++)
			if (wanted[i])
				buf_printf(line, ",%s", answer_write(&b->cat->elements[i], chart[i],
					scratch));
		lines[n] = arena_strn(b->arena, line->data, line->len);
		arena_reset(scratch);
	}
	arena_free(scratch);
	return lines;
}

/* `count` charts: the made-up ones again and again, each with an id of its own. */
static void
write_charts(struct bench *b, size_t count, const char *dir, const char *name, bool all)
{
	FILE *out = open_file(b, dir, name, "w");
	bool *wanted;
	const char **lines;
	size_t distinct = count < DISTINCT ? count : DISTINCT;

	choose(b, all);
	wanted = questions(b);
	lines = make_lines(b, wanted, distinct);
	fputs("chart_id", out);
	for (size_t i = 0; i < b->cat->n_elements; i++)
		if (wanted[i])
			fprintf(out, ",%s", b->cat->elements[i].id);
	for (size_t n = 0; n < count; n++)
		fprintf(out, "\n%zu%s", n + 1, lines[n % distinct]);
	fputc('\n', out);
	if (fclose(out) != 0)
		fault("%s/%s: %s", dir, name, strerror(errno));
}

/* From the file to counts of outcomes; charts a second, reading counted. */
static double
time_csv(struct bench *b, const char *dir, const char *name, struct counts *counts)
{
	FILE *in = open_file(b, dir, name, "r");
	struct batch *batch = batch_of(b->arena, b->cat, b->measures, b->n_measures);
	double begun = now();
	enum csv_state state;
	struct sheet sheet;
	size_t rows = 0;

	must(sheet_open(&sheet, b->cat, in, stderr, b->arena));
	do {
		state = sheet_next(&sheet);
		if (state == CSV_ROW)
			must(sheet_put(&sheet, batch->block, batch->count++));
		if (state != CSV_ROW || batch->count == BATCH_SIZE) {
			rows += batch->count;
			batch_run(batch);
			for (size_t i = 0; i < b->n_measures; i++)
				batch_count(batch, b->measures[i], &counts[i]);
			batch_start(batch);
		}
	} while (state == CSV_ROW);
	must(state == CSV_END);
	fclose(in);
	return (double)rows / (now() - begun);
}

static size_t
cell_size(const struct catalogue *cat, size_t element)
{
	enum cql_type type = cat->dictionary.elements[element].type;

	return type == CQL_CHOICE_TYPE ? sizeof(uint8_t)
		: type == CQL_MULTIPLE_TYPE ? sizeof(uint16_t) : sizeof(int32_t);
}

/* Copies the cells of some rows between two columns; any member points at the cells. */
static void
copy_cells(union cql_column to, size_t to_row, union cql_column from, size_t from_row, size_t size,
	size_t rows)
{
	memcpy(to.choice + to_row * size, from.choice + from_row * size, rows * size);
}

/* The charts of a file as columns in memory: those that `part` reads. */
static struct table
load_table(struct bench *b, const char *dir, const char *name, size_t room,
	const struct cql_selection *part)
{
	struct table t = { .cat = b->cat, .room = room };
	struct cql_block *block = cql_block_new(b->arena, b->cat->plan, BATCH_SIZE);
	FILE *in = open_file(b, dir, name, "r");
	struct sheet sheet;
	enum csv_state state;
	size_t count = 0;

	t.columns = arena_array(b->arena, b->cat->n_elements, sizeof *t.columns);
	for (size_t i = 0; i < part->n_elements; i++)
		t.columns[part->elements[i]].choice = arena_array(b->arena, room,
			cell_size(b->cat, (size_t)part->elements[i]));
	must(sheet_open(&sheet, b->cat, in, stderr, b->arena));
	cql_block_clear(block, BATCH_SIZE);
	do {
		state = sheet_next(&sheet);
		if (state == CSV_ROW)
			must(sheet_put(&sheet, block, count++));
		if (count == BATCH_SIZE || state != CSV_ROW) {
			must(t.rows + count <= room);
			for (size_t i = 0; i < part->n_elements; i++) {
				size_t e = (size_t)part->elements[i];

				copy_cells(t.columns[e], t.rows, block->columns[e], 0,
					cell_size(b->cat, e), count);
			}
			t.rows += count;
			count = 0;
			cql_block_clear(block, BATCH_SIZE);
		}
	} while (state == CSV_ROW);
	fclose(in);
	return t;
}

/* From columns in memory to counts of outcomes. */
static double
time_memory(struct bench *b, const struct table *t, struct counts *counts)
{
	struct batch *batch = batch_of(b->arena, b->cat, b->measures, b->n_measures);
	double begun = now();

	for (size_t row = 0; row < t->rows; row += BATCH_SIZE) {
		batch->count = t->rows - row < BATCH_SIZE ? t->rows - row : BATCH_SIZE;
		for (size_t i = 0; i < batch->part->n_elements; i++) {
			size_t e = (size_t)batch->part->elements[i];

			copy_cells(batch->block->columns[e], 0, t->columns[e], row,
				cell_size(b->cat, e), batch->count);
		}
		batch_run(batch);
		for (size_t i = 0; i < b->n_measures; i++)
			batch_count(batch, b->measures[i], &counts[i]);
	}
	return (double)t->rows / (now() - begun);
}

static double
time_limit(const struct table *t, const struct counts *counts)
{
	struct sums sums = { { 0 }, { 0 } };
	double begun = now(), seconds;

	limit_pain(t, &sums);
	seconds = now() - begun;
	for (int i = 0; i < PAIN; i++)
		must(sums.met[i] == counts[i].of[OUTCOME_MET]
			&& sums.not_met[i] == counts[i].of[OUTCOME_NOT_MET]);
	return (double)t->rows / seconds;
}

/* Milliseconds for explaining one chart for all measures. */
static double
time_explanation(struct bench *b, const char *dir)
{
	FILE *in = open_file(b, dir, "all.csv", "r");
	struct arena *scratch = arena_new((size_t)1 << 28);
	struct answer *chart = chart_new(b->arena, b->cat);
	struct sheet sheet;
	double spent = 0;

	must(sheet_open(&sheet, b->cat, in, stderr, b->arena));
	for (int i = 0; i < EXPLAINED; i++) {
		struct explainer *explainer;
		double begun;

		must(sheet_next(&sheet) == CSV_ROW && sheet_answers(&sheet, chart));
		begun = now();
		explainer = explainer_new(b->cat, chart, scratch);
		for (size_t m = 0; m < b->cat->n_measures; m++)
			must(explain_measure(explainer, &b->cat->measures[m]) != NULL);
		spent += now() - begun;
		arena_reset(scratch);
	}
	fclose(in);
	return spent / EXPLAINED * 1000;
}

/* Both ways from a file and from memory, which must come to the same counts. */
static void
time_both(struct bench *b, const char *dir, const char *name, bool all)
{
	const char *what = all ? "all" : "pain";
	const struct cql_selection *part;
	struct counts *of_csv, *of_memory;
	struct table t;

	choose(b, all);
	of_csv = arena_array(b->arena, b->n_measures, sizeof *of_csv);
	of_memory = arena_array(b->arena, b->n_measures, sizeof *of_memory);
	printf("%s_csv\t%.0f\n", what, time_csv(b, dir, name, of_csv));
	part = batch_of(b->arena, b->cat, b->measures, b->n_measures)->part;
	t = load_table(b, dir, name, 1000000, part);
	printf("%s_memory\t%.0f\n", what, time_memory(b, &t, of_memory));
	must(memcmp(of_csv, of_memory, b->n_measures * sizeof *of_csv) == 0);
	if (!all)
		printf("pain_limit\t%.0f\n", time_limit(&t, of_memory));
}

/* Runs a command; its greatest memory. */
static int
print_memory(char **command)
{
	struct rusage used;
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		execv(command[0], command);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &used) != pid || status != 0)
		return 1;
	fprintf(stderr, "memory\t%.0f\n", (double)used.ru_maxrss / 1024);
	return 0;
}

static void
run(void *arg)
{
	char **argv = arg;
	struct bench b = { .arena = arena_new((size_t)4 << 30) };
	struct buf *errors = buf_new(b.arena, 1 << 20);

	secret_init();
	b.cat = catalogue_load(b.arena, SOURCE_DIR "/measures", errors);
	if (b.cat == NULL)
		fault("%s", errors->data);
	if (text_equal(argv[1], "charts")) {
		uint64_t count = 0;

		must(text_to_u64(argv[2], &count));
		write_charts(&b, count, argv[3], "all.csv", true);
		write_charts(&b, count, argv[3], "pain.csv", false);
	} else {
		time_both(&b, argv[2], "pain.csv", false);
		time_both(&b, argv[2], "all.csv", true);
		printf("explain\t%.4f\n", time_explanation(&b, argv[2]));
	}
	arena_free(b.arena);
}

int
main(int argc, char **argv)
{
	if (argc > 2 && text_equal(argv[1], "memory"))
		return print_memory(argv + 2);
	if (argc < 3 || fault_frame(run, argv) != FAULT_NONE)
		return 1;
	return 0;
}
