/* Drawing charts for a second abstraction: see second_draw.h. */
#include "model/second_draw.h"

#include <string.h>

#include "base/fault.h"
#include "base/text.h"
#include "model/draw.h"

enum { NUMBERS_MAX = 100000, TEXT_MAX = 1 << 20 };

uint32_t
second_draw_size(size_t complete, uint32_t share, size_t drawn, size_t left)
{
	size_t target = (complete * share + 99) / 100;

	if (target < SECOND_CHARTS_MIN)
		target = SECOND_CHARTS_MIN;
	if (target <= drawn)
		return 0;
	return (uint32_t)(target - drawn < left ? target - drawn : left);
}

void
second_draw_take(struct arena *a, const uint32_t *numbers, size_t n, uint32_t seed, uint32_t take,
		 bool *taken)
{
	struct draw_one *ones = arena_array(a, n, sizeof *ones);

	for (size_t i = 0; i < n; i++)
		ones[i] = (struct draw_one){ .index = i, .number = numbers[i] };
	draw_order(ones, n, true, seed);
	for (size_t i = 0; i < n; i++)
		taken[ones[i].index] = i < take;
}

const char *
second_draw_write(struct arena *a, const uint32_t *numbers, size_t n)
{
	struct buf *text = buf_new(a, TEXT_MAX);

	for (size_t i = 0, last; i < n; i = last + 1) {
		for (last = i; last + 1 < n && numbers[last + 1] == numbers[last] + 1;)
			last++;
		buf_printf(text, "%s%u", i == 0 ? "" : " ", numbers[i]);
		if (last > i)
			buf_printf(text, "-%u", numbers[last]);
	}
	must(!text->full);
	return text->data;
}

/* "9" or "1-7"; false if it is neither, or does not rise. */
static bool
read_range(struct arena *a, const char *text, uint64_t after, uint64_t *first, uint64_t *last)
{
	const char *dash = strchr(text, '-');

	if (!text_to_u64(dash == NULL ? text : arena_strn(a, text, (size_t)(dash - text)), first))
		return false;
	*last = *first;
	if (dash != NULL && !text_to_u64(dash + 1, last))
		return false;
	return *first > after && *last >= *first && *last <= UINT32_MAX;
}

const uint32_t *
second_draw_read(struct arena *a, const char *text, size_t *n)
{
	uint32_t *numbers = arena_array(a, NUMBERS_MAX, sizeof *numbers);
	uint64_t first, last = 0;
	size_t parts;
	char **ranges = text_split(a, text, ' ', &parts);

	*n = 0;
	if (*text == '\0')
		return numbers;
	for (size_t i = 0; i < parts; i++) {
		if (!read_range(a, ranges[i], last, &first, &last) ||
		    last - first >= NUMBERS_MAX - *n)
			return NULL;
		for (uint64_t number = first; number <= last; number++)
			numbers[(*n)++] = (uint32_t)number;
	}
	return numbers;
}
