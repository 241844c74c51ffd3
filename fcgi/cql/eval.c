/*
 * Steps over columns: see eval.h.
 *
 * Loops over charts are kept plain so that the compiler turns them into vector
 * instructions: they write one byte a chart, 0 or 1, and pack() makes words of
 * them.
 */
#include "cql/eval.h"

#include <endian.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"

enum { LANES = 64 };

struct cql_block *
cql_block_new(struct arena *a, const struct cql_plan *plan, size_t rows)
{
	struct cql_block *block = arena_alloc(a, sizeof *block);
	size_t words = (rows + LANES - 1) / LANES;
	size_t lanes = words * LANES;

	block->plan = plan;
	block->words_max = words;
	block->columns = arena_array(a, plan->dictionary->count, sizeof *block->columns);
	for (size_t i = 0; i < plan->dictionary->count; i++) {
		enum cql_type type = plan->dictionary->elements[i].type;

		if (type == CQL_CHOICE_TYPE)
			block->columns[i].choice = arena_array(a, lanes, sizeof(uint8_t));
		else if (type == CQL_MULTIPLE_TYPE)
			block->columns[i].multiple = arena_array(a, lanes, sizeof(uint16_t));
		else
			block->columns[i].number = arena_array(a, lanes, sizeof(int32_t));
	}
	block->truths = arena_array(a, plan->count * words, sizeof *block->truths);
	block->knowns = arena_array(a, plan->count * words, sizeof *block->knowns);
	block->vectors = arena_array(a, plan->count, sizeof *block->vectors);
	for (size_t i = 0; i < plan->count; i++)
		if (plan->steps[i].op == STEP_DAYS || plan->steps[i].op == STEP_YEARS)
			block->vectors[i] = arena_array(a, lanes, sizeof(int32_t));
	return block;
}

static void
clear_column(struct cql_block *block, size_t element)
{
	enum cql_type type = block->plan->dictionary->elements[element].type;
	union cql_column column = block->columns[element];
	size_t lanes = block->words * LANES;

	if (type == CQL_CHOICE_TYPE)
		memset(column.choice, 0, lanes);
	else if (type == CQL_MULTIPLE_TYPE)
		memset(column.multiple, 0, lanes * sizeof(uint16_t));
	else
		for (size_t row = 0; row < lanes; row++)
			column.number[row] = CQL_NO_NUMBER;
}

static void
set_rows(struct cql_block *block, size_t rows)
{
	block->rows = rows;
	block->words = (rows + LANES - 1) / LANES;
	must(block->words <= block->words_max);
}

void
cql_block_clear(struct cql_block *block, size_t rows)
{
	set_rows(block, rows);
	for (size_t i = 0; i < block->plan->dictionary->count; i++)
		clear_column(block, i);
}

void
cql_block_clear_part(struct cql_block *block, size_t rows, const struct cql_selection *part)
{
	set_rows(block, rows);
	for (size_t i = 0; i < part->n_elements; i++)
		clear_column(block, (size_t)part->elements[i]);
}

static uint64_t *
truths(const struct cql_block *block, int32_t step)
{
	return block->truths + (size_t)step * block->words_max;
}

static uint64_t *
knowns(const struct cql_block *block, int32_t step)
{
	return block->knowns + (size_t)step * block->words_max;
}

/* Eight bytes of memory as a number, the first byte lowest. */
static uint64_t
eight_bytes(const uint8_t *bytes)
{
	uint64_t eight;

	memcpy(&eight, bytes, sizeof eight);
	return le64toh(eight);
}

/*
 * 64 bytes of 0 or 1 as the bits of a word. The product moves the lowest bit of
 * each of eight bytes into the top byte, first byte to lowest bit.
 */
static uint64_t
pack(const uint8_t flags[LANES])
{
	uint64_t word = 0;

	for (unsigned i = 0; i < LANES / 8; i++)
		word |= (eight_bytes(flags + i * 8) * UINT64_C(0x0102040810204080) >> 56)
			<< (8 * i);
	return word;
}

/* The bits of a word as 64 bytes: 0 or 0xff. */
static void
spread(uint64_t word, uint8_t keep[LANES])
{
	for (unsigned i = 0; i < LANES; i++)
		keep[i] = (uint8_t)-(int)(word >> i & 1);
}

/* Sets the flags of the choices from `low` to `high`. */
static void
flag_range(uint8_t flags[LANES], const uint8_t *choice, unsigned low, unsigned high)
{
	uint8_t first = (uint8_t)low, span = (uint8_t)(high - low);

	for (size_t i = 0; i < LANES; i++)
		flags[i] |= (uint8_t)((uint8_t)(choice[i] - first) <= span);
}

/* Flags where the choice is one of `codes`, a run of codes at a time. */
static void
flag_codes(uint8_t flags[LANES], const uint8_t *choice, uint64_t codes)
{
	unsigned low = 0;

	memset(flags, 0, LANES);
	while (low < LANES && codes >> low != 0) {
		unsigned high;

		if ((codes >> low & 1) == 0) {
			low++;
			continue;
		}
		high = low;
		while (high + 1 < LANES && (codes >> (high + 1) & 1) != 0)
			high++;
		flag_range(flags, choice, low, high);
		low = high + 1;
	}
}

static void
eval_codes(struct cql_block *block, const struct cql_step *step, uint64_t *t, uint64_t *k)
{
	const uint8_t *choice = block->columns[step->element].choice;
	uint8_t flags[LANES];

	for (size_t w = 0; w < block->words; w++, choice += LANES) {
		flag_codes(flags, choice, step->codes);
		t[w] = pack(flags);
		k[w] = ~UINT64_C(0);
		if (step->null_unknown == 0)
			continue;
		for (size_t i = 0; i < LANES; i++)
			flags[i] = choice[i] != 0;
		k[w] = pack(flags);
	}
}

static void
eval_multiple(struct cql_block *block, const struct cql_step *step, uint64_t *t, uint64_t *k)
{
	const uint16_t *ticked = block->columns[step->element].multiple;
	uint16_t codes = (uint16_t)(step->codes | CQL_TICKED);
	uint8_t flags[LANES];

	for (size_t w = 0; w < block->words; w++, ticked += LANES) {
		for (size_t i = 0; i < LANES; i++)
			flags[i] = (uint8_t)(ticked[i] >> 15);
		k[w] = pack(flags);
		if (step->op == STEP_ALL)
			for (size_t i = 0; i < LANES; i++)
				flags[i] = (ticked[i] & codes) == codes;
		else
			for (size_t i = 0; i < LANES; i++)
				flags[i] = (ticked[i] & codes) > CQL_TICKED;
		t[w] = pack(flags);
	}
}

static void
eval_null(struct cql_block *block, const struct cql_step *step, uint64_t *t, uint64_t *k)
{
	enum cql_type type = block->plan->dictionary->elements[step->element].type;
	union cql_column column = block->columns[step->element];
	uint8_t flags[LANES];

	for (size_t w = 0; w < block->words; w++) {
		size_t row = w * LANES;

		for (size_t i = 0; i < LANES; i++) {
			if (type == CQL_CHOICE_TYPE)
				flags[i] = column.choice[row + i] == 0;
			else if (type == CQL_MULTIPLE_TYPE)
				flags[i] = (column.multiple[row + i] & CQL_TICKED) == 0;
			else
				flags[i] = !CQL_IS_NUMBER(column.number[row + i]);
		}
		t[w] = pack(flags);
		k[w] = ~UINT64_C(0);
	}
}

/* 64 dates or numbers from `row` on; `room` holds what is not in a column. */
static const int32_t *
amounts(const struct cql_block *block, struct cql_amount amount, size_t row,
	int32_t room[LANES])
{
	int32_t value = amount.kind == AMOUNT_TODAY ? block->today : amount.value;

	if (amount.kind == AMOUNT_ELEMENT)
		return block->columns[amount.value].number + row;
	if (amount.kind == AMOUNT_VECTOR)
		return block->vectors[amount.value] + row;
	for (size_t i = 0; i < LANES; i++)
		room[i] = value;
	return room;
}

static void
flag_relation(uint8_t flags[LANES], enum cql_kind relation, const int32_t *l, const int32_t *r)
{
	if (relation == CQL_EQUAL)
		for (size_t i = 0; i < LANES; i++)
			flags[i] = l[i] == r[i];
	else if (relation == CQL_NOT_EQUAL)
		for (size_t i = 0; i < LANES; i++)
			flags[i] = l[i] != r[i];
	else if (relation == CQL_LESS)
		for (size_t i = 0; i < LANES; i++)
			flags[i] = l[i] < r[i];
	else if (relation == CQL_LESS_OR_EQUAL)
		for (size_t i = 0; i < LANES; i++)
			flags[i] = l[i] <= r[i];
	else if (relation == CQL_GREATER)
		for (size_t i = 0; i < LANES; i++)
			flags[i] = l[i] > r[i];
	else
		for (size_t i = 0; i < LANES; i++)
			flags[i] = l[i] >= r[i];
}

static void
eval_compare(struct cql_block *block, const struct cql_step *step, uint64_t *t, uint64_t *k)
{
	int32_t left_room[LANES], right_room[LANES];
	uint8_t flags[LANES];

	for (size_t w = 0; w < block->words; w++) {
		const int32_t *l = amounts(block, step->left, w * LANES, left_room);
		const int32_t *r = amounts(block, step->right, w * LANES, right_room);

		for (size_t i = 0; i < LANES; i++)
			flags[i] = CQL_IS_NUMBER(l[i]) & CQL_IS_NUMBER(r[i]);
		k[w] = pack(flags);
		flag_relation(flags, step->relation, l, r);
		t[w] = pack(flags) & k[w];
	}
}

/* What is no number on one side is none in the span. */
static void
span_of_lanes(enum cql_op op, const int32_t *l, const int32_t *r, int32_t *out)
{
	if (op == STEP_DAYS)
		for (size_t i = 0; i < LANES; i++)
			out[i] = (int32_t)((uint32_t)r[i] - (uint32_t)l[i]);
	else
		for (size_t i = 0; i < LANES; i++)
			out[i] = date_years_between(l[i], r[i]);
	for (size_t i = 0; i < LANES; i++)
		out[i] = CQL_IS_NUMBER(l[i]) & CQL_IS_NUMBER(r[i]) ? out[i] : CQL_NO_NUMBER;
}

static void
eval_span(struct cql_block *block, const struct cql_step *step, int32_t *out)
{
	int32_t left_room[LANES], right_room[LANES];

	for (size_t w = 0; w < block->words; w++, out += LANES)
		span_of_lanes(step->op, amounts(block, step->left, w * LANES, left_room),
			amounts(block, step->right, w * LANES, right_room), out);
}

/* Takes away the answers of 64 charts, from `row` on, where `keep` is 0. */
static void
hide_lanes(union cql_column column, enum cql_type type, size_t row, const uint8_t keep[LANES])
{
	if (type == CQL_CHOICE_TYPE)
		for (size_t i = 0; i < LANES; i++)
			column.choice[row + i] &= keep[i];
	else if (type == CQL_MULTIPLE_TYPE)
		for (size_t i = 0; i < LANES; i++)
			column.multiple[row + i] = keep[i] ? column.multiple[row + i] : 0;
	else
		for (size_t i = 0; i < LANES; i++)
			column.number[row + i] = keep[i] ? column.number[row + i] : CQL_NO_NUMBER;
}

/* Takes away the answers of the charts where the question is not asked. */
static void
eval_hide(struct cql_block *block, const struct cql_step *step)
{
	enum cql_type type = block->plan->dictionary->elements[step->element].type;
	const uint64_t *asked = truths(block, step->a);
	uint8_t keep[LANES];

	for (size_t w = 0; w < block->words; w++) {
		if (asked[w] == ~UINT64_C(0))
			continue;
		spread(asked[w], keep);
		hide_lanes(block->columns[step->element], type, w * LANES, keep);
	}
}

/* The three-valued tables of CQL: what is false or true whatever the unknown is. */
static void
eval_logic(struct cql_block *block, const struct cql_step *step, uint64_t *t, uint64_t *k)
{
	const uint64_t *ta = truths(block, step->a), *ka = knowns(block, step->a);
	const uint64_t *tb = truths(block, step->b), *kb = knowns(block, step->b);

	for (size_t w = 0; w < block->words; w++) {
		if (step->op == STEP_AND) {
			t[w] = ta[w] & tb[w];
			k[w] = (ka[w] & kb[w]) | (ka[w] & ~ta[w]) | (kb[w] & ~tb[w]);
		} else if (step->op == STEP_OR) {
			t[w] = ta[w] | tb[w];
			k[w] = (ka[w] & kb[w]) | ta[w] | tb[w];
		} else if (step->op == STEP_NOT) {
			t[w] = ka[w] & ~ta[w];
			k[w] = ka[w];
		} else {
			t[w] = ta[w];
			k[w] = ~UINT64_C(0);
		}
	}
}

static void
eval_constant(struct cql_block *block, const struct cql_step *step, uint64_t *t, uint64_t *k)
{
	for (size_t w = 0; w < block->words; w++) {
		t[w] = step->constant != 0 ? ~UINT64_C(0) : 0;
		k[w] = ~UINT64_C(0);
	}
}

static void
eval_step(struct cql_block *block, int32_t number)
{
	const struct cql_step *step = &block->plan->steps[number];
	uint64_t *t = truths(block, number), *k = knowns(block, number);

	switch (step->op) {
	case STEP_CONSTANT:
		eval_constant(block, step, t, k);
		return;
	case STEP_CODES:
		eval_codes(block, step, t, k);
		return;
	case STEP_ANY:
	case STEP_ALL:
		eval_multiple(block, step, t, k);
		return;
	case STEP_NULL:
		eval_null(block, step, t, k);
		return;
	case STEP_COMPARE:
		eval_compare(block, step, t, k);
		return;
	case STEP_AND:
	case STEP_OR:
	case STEP_NOT:
	case STEP_IS_TRUE:
		eval_logic(block, step, t, k);
		return;
	case STEP_DAYS:
	case STEP_YEARS:
		eval_span(block, step, block->vectors[number]);
		return;
	case STEP_HIDE:
		eval_hide(block, step);
		return;
	}
}

/* Clears the bits behind the last chart, so that counting needs no care. */
static void
clear_tail(struct cql_block *block, int32_t step)
{
	if (block->rows % LANES != 0)
		truths(block, step)[block->words - 1] &=
			(UINT64_C(1) << (block->rows % LANES)) - 1;
}

void
cql_eval(struct cql_block *block, size_t steps, int32_t today)
{
	must(steps <= block->plan->count);
	block->today = today;
	for (size_t i = 0; i < steps; i++)
		eval_step(block, (int32_t)i);
	for (size_t i = 0; i < steps; i++)
		clear_tail(block, (int32_t)i);
}

void
cql_eval_part(struct cql_block *block, const struct cql_selection *part, int32_t today)
{
	block->today = today;
	for (size_t i = 0; i < part->n_steps; i++)
		eval_step(block, part->steps[i]);
	for (size_t i = 0; i < part->n_steps; i++)
		clear_tail(block, part->steps[i]);
}

const uint64_t *
cql_true(const struct cql_block *block, int32_t step)
{
	return truths(block, step);
}

enum cql_truth
cql_truth_at(const struct cql_block *block, int32_t step, size_t row)
{
	uint64_t bit = UINT64_C(1) << (row % LANES);

	must(row < block->rows);
	if ((truths(block, step)[row / LANES] & bit) != 0)
		return CQL_IS_TRUE_HERE;
	if ((knowns(block, step)[row / LANES] & bit) != 0)
		return CQL_IS_FALSE_HERE;
	return CQL_IS_UNKNOWN;
}

int32_t
cql_amount_at(const struct cql_block *block, struct cql_amount amount, size_t row)
{
	int32_t room[LANES];

	must(row < block->rows);
	return amounts(block, amount, row / LANES * LANES, room)[row % LANES];
}
