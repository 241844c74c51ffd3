/* Marks of charts, from the masks of the plan: see marks.h. */
#include "measure/marks.h"

#include <string.h>

#include "base/fault.h"
#include "measure/outcome.h"

enum { VERSION = 1, WORD = 64, WORDS = BATCH_SIZE / WORD };

struct marker {
	const struct catalogue *cat;
	struct cql_block *block;
	const struct cql_selection *part; /* what outcomes and the asking of questions need */
	size_t rows_max, count;
	module_set modules[BATCH_SIZE];  /* by chart */
	uint64_t (*open)[WORDS];         /* by element: charts that are asked it, without a value */
	uint8_t *marks;                  /* by measure, then by chart */
};

static const struct cql_selection *
select_part(struct arena *a, const struct catalogue *cat)
{
	size_t most = cat->n_measures * OUTCOME_KINDS + cat->n_elements, n = 0;
	int32_t *roots = arena_array(a, most, sizeof *roots);

	for (size_t i = 0; i < cat->n_measures; i++)
		for (int o = OUTCOME_EXCLUDED; o < OUTCOME_KINDS; o++)
			roots[n++] = cat->measures[i].steps[o];
	for (size_t i = 0; i < cat->n_elements; i++)
		if (cat->asked_steps[i] >= 0)
			roots[n++] = cat->asked_steps[i];
	return cql_select(a, cat->plan, roots, n);
}

struct marker *
marker_new(struct arena *a, const struct catalogue *cat, size_t rows)
{
	struct marker *m = arena_alloc(a, sizeof *m);

	must(rows > 0 && rows <= BATCH_SIZE);
	m->cat = cat;
	m->rows_max = rows;
	m->part = select_part(a, cat);
	m->block = cql_block_new(a, cat->plan, rows);
	m->open = arena_array(a, cat->n_elements, sizeof *m->open);
	m->marks = arena_array(a, cat->n_measures, rows);
	marker_start(m);
	return m;
}

void
marker_start(struct marker *m)
{
	m->count = 0;
	cql_block_clear(m->block, m->rows_max);
}

bool
marker_add(struct marker *m, const struct answer *chart, module_set modules)
{
	if (m->count == m->rows_max)
		return false;
	m->modules[m->count] = modules;
	chart_put(m->cat, chart, m->block, m->count++);
	return true;
}

static bool
has_value(const struct element *e, union cql_column column, size_t row)
{
	switch (e->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO:
		return column.choice[row] != 0;
	case ELEMENT_MULTIPLE:
		return (column.multiple[row] & CQL_TICKED) != 0;
	case ELEMENT_DATE:
	case ELEMENT_INTEGER:
		return CQL_IS_NUMBER(column.number[row]);
	}
	return false;
}

/*
 * Which charts are asked a question and have no value. Where one is asked, the
 * plan has hidden nothing, so the column holds what was answered.
 */
static void
find_open(struct marker *m, const struct element *e)
{
	int32_t step = m->cat->asked_steps[e->index];
	uint64_t *open = m->open[e->index];

	memset(open, 0, sizeof m->open[0]);
	if (e->system || e->optional)
		return;
	for (size_t row = 0; row < m->count; row++)
		if ((e->modules & m->modules[row]) != 0 &&
		    !has_value(e, m->block->columns[e->index], row))
			open[row / WORD] |= UINT64_C(1) << (row % WORD);
	if (step >= 0)
		for (size_t w = 0; w < m->block->words; w++)
			open[w] &= cql_true(m->block, step)[w];
}

/* Puts `value` where the bits are set. */
static void
put_mark(uint8_t *marks, const uint64_t *bits, size_t words, unsigned value)
{
	for (size_t w = 0; w < words; w++)
		for (uint64_t left = bits[w]; left != 0; left &= left - 1)
			marks[w * WORD + (size_t)__builtin_ctzll(left)] |= (uint8_t)value;
}

static void
mark_measure(struct marker *m, const struct measure *measure)
{
	uint8_t *marks = m->marks + measure->index * m->rows_max;
	uint64_t counts_in[WORDS] = { 0 }, lacks[WORDS] = { 0 };
	size_t words = m->block->words;

	memset(marks, 0, m->count);
	for (int o = OUTCOME_EXCLUDED; o < OUTCOME_KINDS; o++) {
		const uint64_t *bits = cql_true(m->block, measure->steps[o]);

		put_mark(marks, bits, words, (unsigned)o);
		for (size_t w = 0; w < words; w++)
			counts_in[w] |= bits[w];
	}
	for (size_t i = 0; i < measure->n_elements; i++)
		for (size_t w = 0; w < words; w++)
			lacks[w] |= m->open[measure->elements[i]][w];
	for (size_t w = 0; w < words; w++)
		lacks[w] &= counts_in[w];
	put_mark(marks, lacks, words, MARK_LACKS);
	for (size_t row = 0; row < m->count; row++)
		if ((m->modules[row] & module_bit(measure->module)) == 0)
			marks[row] = MARK_NONE;
}

void
marker_run(struct marker *m)
{
	m->block->rows = m->count;
	m->block->words = (m->count + WORD - 1) / WORD;
	cql_eval_part(m->block, m->part, 0);
	for (size_t i = 0; i < m->cat->n_elements; i++)
		find_open(m, &m->cat->elements[i]);
	for (size_t i = 0; i < m->cat->n_measures; i++)
		mark_measure(m, &m->cat->measures[i]);
}

unsigned
marker_mark(const struct marker *m, const struct measure *measure, size_t row)
{
	must(row < m->count);
	return m->marks[measure->index * m->rows_max + row];
}

struct bytes
marker_pack(const struct marker *m, size_t row, struct arena *a)
{
	size_t n = m->cat->n_measures, size = MARKS_HEADER + (n + 1) / 2;
	uint8_t *bytes = arena_alloc(a, size);

	bytes[0] = VERSION;
	bytes[1] = (uint8_t)n;
	bytes[2] = (uint8_t)(n >> 8);
	for (size_t i = 0; i < n; i++)
		bytes[MARKS_HEADER + i / 2] |=
			(uint8_t)(marker_mark(m, &m->cat->measures[i], row) << (i % 2 * 4));
	return (struct bytes){ bytes, size };
}

struct bytes
marks_of(const struct catalogue *cat, const struct answer *chart, module_set modules,
	struct arena *a)
{
	struct marker *m = marker_new(a, cat, 1);

	marker_add(m, chart, modules);
	marker_run(m);
	return marker_pack(m, 0, a);
}

const uint8_t *
marks_read(const struct catalogue *cat, struct bytes marks)
{
	const uint8_t *bytes = marks.data;
	size_t n = cat->n_measures;

	if (bytes == NULL || marks.size != MARKS_HEADER + (n + 1) / 2 || bytes[0] != VERSION ||
	    (size_t)(bytes[1] | bytes[2] << 8) != n)
		return NULL;
	return bytes + MARKS_HEADER;
}
