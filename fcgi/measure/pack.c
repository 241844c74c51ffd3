/*
 * The packed chart, version 1, numbers little-endian:
 *   byte    1 (version)
 *   u16     number of elements
 *   bits    one an element, lowest first: is there an answer
 *   then for each answer, in element order:
 *     single choice    u8   index of the choice
 *     multiple choice  u16  bit i = choice i; 0x4000 not documented, 0x2000 unknown
 *     date, number     i32  value; the second and third lowest i32 are not
 *                           documented and unknown
 */
#include <string.h>

#include "measure/chart.h"

enum { VERSION = 1, HEADER = 3, MULTIPLE_NOT_DOCUMENTED = 0x4000, MULTIPLE_UNKNOWN = 0x2000 };

#define NUMBER_NOT_DOCUMENTED (INT32_MIN + 1)
#define NUMBER_UNKNOWN (INT32_MIN + 2)

static size_t
put_header(uint8_t *bytes, size_t count)
{
	bytes[0] = VERSION;
	bytes[1] = (uint8_t)count;
	bytes[2] = (uint8_t)(count >> 8);
	return HEADER;
}

static bool
header_fits(struct bytes packed, size_t count)
{
	const uint8_t *bytes = packed.data;

	return packed.size >= HEADER + (count + 7) / 8 && bytes[0] == VERSION
		&& (size_t)(bytes[1] | bytes[2] << 8) == count;
}

/* Bytes an answer to the question takes. */
static size_t
answer_size(const struct element *element)
{
	switch (element->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO:
		return 1;
	case ELEMENT_MULTIPLE:
		return 2;
	case ELEMENT_DATE:
	case ELEMENT_INTEGER:
		return 4;
	}
	return 0;
}

static uint32_t
packed_value(const struct element *element, struct answer answer)
{
	bool multiple = element->type == ELEMENT_MULTIPLE;

	if (answer.state == ANSWER_NOT_DOCUMENTED)
		return multiple ? MULTIPLE_NOT_DOCUMENTED : (uint32_t)NUMBER_NOT_DOCUMENTED;
	if (answer.state == ANSWER_UNKNOWN)
		return multiple ? MULTIPLE_UNKNOWN : (uint32_t)NUMBER_UNKNOWN;
	return (uint32_t)answer.value;
}

/* False if no such answer can have been packed. */
static bool
unpacked_value(const struct element *element, uint32_t value, struct answer *answer)
{
	*answer = (struct answer){ ANSWER_VALUE, (int32_t)value };
	switch (element->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO:
		return value < element->n_choices;
	case ELEMENT_MULTIPLE:
		if (value == MULTIPLE_NOT_DOCUMENTED)
			answer->state = ANSWER_NOT_DOCUMENTED;
		else if (value == MULTIPLE_UNKNOWN)
			answer->state = ANSWER_UNKNOWN;
		else
			return value >> element->n_choices == 0;
		break;
	case ELEMENT_DATE:
	case ELEMENT_INTEGER:
		if ((int32_t)value == NUMBER_NOT_DOCUMENTED)
			answer->state = ANSWER_NOT_DOCUMENTED;
		else if ((int32_t)value == NUMBER_UNKNOWN)
			answer->state = ANSWER_UNKNOWN;
		else
			return CQL_IS_NUMBER(answer->value);
		break;
	}
	answer->value = 0;
	return true;
}

struct bytes
chart_pack(const struct catalogue *cat, const struct answer *chart, struct arena *a)
{
	size_t bits = (cat->n_elements + 7) / 8;
	uint8_t *bytes = arena_alloc(a, HEADER + bits + cat->n_elements * sizeof(uint32_t));
	size_t at = put_header(bytes, cat->n_elements) + bits;

	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];
		uint32_t value = packed_value(e, chart[i]);

		if (chart[i].state == ANSWER_NONE)
			continue;
		bytes[HEADER + i / 8] |= (uint8_t)(1 << (i % 8));
		for (size_t b = 0; b < answer_size(e); b++)
			bytes[at++] = (uint8_t)(value >> (8 * b));
	}
	return (struct bytes){ bytes, at };
}

bool
chart_unpack(const struct catalogue *cat, struct bytes packed, struct answer *chart)
{
	const uint8_t *bytes = packed.data;
	size_t at = HEADER + (cat->n_elements + 7) / 8;

	if (!header_fits(packed, cat->n_elements))
		return false;
	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];
		uint32_t value = 0;

		chart[i] = (struct answer){ ANSWER_NONE, 0 };
		if ((bytes[HEADER + i / 8] >> (i % 8) & 1) == 0)
			continue;
		if (packed.size - at < answer_size(e))
			return false;
		for (size_t b = 0; b < answer_size(e); b++)
			value |= (uint32_t)bytes[at++] << (8 * b);
		if (!unpacked_value(e, value, &chart[i]))
			return false;
	}
	return at == packed.size;
}
