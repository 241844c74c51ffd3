/*
 * A plan worked out for a block of charts at a time.
 *
 * A block holds a column a question. Columns are small integers:
 *   single choice    uint8_t   0 no answer, 1 + i the choice i
 *   multiple choice  uint16_t  bit i = choice i is ticked, with CQL_TICKED set in
 *                              every answer; anything without it is no answer
 *   date, number     int32_t   the day or number; CQL_NO_NUMBER and the two values
 *                              above it are no answer
 * A mask is a bit a chart, in 64-bit words, twice: is it true, is it known. One
 * chart is a block of one; nothing else in the program evaluates conditions.
 */
#ifndef CQL_EVAL_H
#define CQL_EVAL_H

#include "base/arena.h"
#include "cql/plan.h"

enum { CQL_TICKED = 0x8000, CQL_BLOCK = 512 };

#define CQL_NO_NUMBER INT32_MIN
#define CQL_IS_NUMBER(n) ((n) > CQL_NO_NUMBER + 2)

enum cql_truth { CQL_IS_FALSE_HERE, CQL_IS_TRUE_HERE, CQL_IS_UNKNOWN };

union cql_column {
	uint8_t *choice;
	uint16_t *multiple;
	int32_t *number;
};

struct cql_block {
	const struct cql_plan *plan;
	size_t rows;               /* charts in the block now */
	size_t words;              /* 64-bit words of a mask for them */
	int32_t today;
	union cql_column *columns; /* one a question, for the caller to fill */
	uint64_t *truths, *knowns; /* words_max words a step */
	int32_t **vectors;         /* by step; NULL for those that make masks */
	size_t words_max;
};

/* A block for up to `rows` charts; the plan must be complete. */
struct cql_block *cql_block_new(struct arena *a, const struct cql_plan *plan, size_t rows);

/* Makes room for `rows` charts (at most those of cql_block_new), all unanswered. */
void cql_block_clear(struct cql_block *block, size_t rows);

/*
 * Works out the first `steps` steps of the plan for the charts of the block.
 * `today` is what Today() means. Hidden answers are taken out of the columns.
 */
void cql_eval(struct cql_block *block, size_t steps, int32_t today);

/* The same for a part of the plan: only the columns that it reads are cleared and used. */
void cql_block_clear_part(struct cql_block *block, size_t rows, const struct cql_selection *part);
void cql_eval_part(struct cql_block *block, const struct cql_selection *part, int32_t today);

/* The words of a step's mask: a bit set where it is true. Bits behind the last
 * chart are clear. */
const uint64_t *cql_true(const struct cql_block *block, int32_t step);

/* The value of a step's mask for one chart. */
enum cql_truth cql_truth_at(const struct cql_block *block, int32_t step, size_t row);

/* The value of a date or number expression of a condition for one chart. */
int32_t cql_amount_at(const struct cql_block *block, struct cql_amount amount, size_t row);

#endif
