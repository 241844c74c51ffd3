/* Rows packed into room of their own. */
#include "../test.h"

#include <stdalign.h>
#include <string.h>

#include "base/row.h"

struct sample {
	const char *name, *nothing;
	uint64_t id;
	const uint64_t *parent;
	const bool *yes;
	const int32_t *day;
	struct bytes digest;
};

static const struct col cols[] = {
	{ "name", COL_TEXT, false, offsetof(struct sample, name) },
	{ "nothing", COL_TEXT, true, offsetof(struct sample, nothing) },
	{ "id", COL_U64, false, offsetof(struct sample, id) },
	{ "parent", COL_U64, true, offsetof(struct sample, parent) },
	{ "yes", COL_BOOL, true, offsetof(struct sample, yes) },
	{ "day", COL_DATE, true, offsetof(struct sample, day) },
	{ "digest", COL_BLOB, false, offsetof(struct sample, digest) },
};

static const struct query query = {
	.name = "sample",
	.n_cols = sizeof cols / sizeof *cols,
	.cols = cols,
	.row_size = sizeof(struct sample),
};

static alignas(max_align_t) char room[512];

static bool
in_room(const void *at)
{
	return (const char *)at >= room && (const char *)at < room + sizeof room;
}

static void
all_that_a_row_points_to_goes_with_it(void **state)
{
	char name[] = "Lakeside";
	uint64_t parent = 7;
	bool yes = true;
	int32_t day = -3;
	struct sample row = { name, NULL, 12, &parent, &yes, &day, { "\x01\0\x02", 3 } };
	const struct sample *got = row_pack(&query, &row, room, sizeof room);

	(void)state;
	name[0] = 'x';
	parent = 0;
	yes = false;
	day = 0;
	assert_true(in_room(got) && in_room(got->name) && in_room(got->parent));
	assert_string_equal(got->name, "Lakeside");
	assert_null(got->nothing);
	assert_int_equal(got->id, 12);
	assert_int_equal(*got->parent, 7);
	assert_true(*got->yes);
	assert_int_equal(*got->day, -3);
	assert_memory_equal(got->digest.data, "\x01\0\x02", 3);
	assert_int_equal(got->digest.size, 3);
}

static void
what_does_not_fit_is_not_packed(void **state)
{
	struct sample row = { .name = "Lakeside Oncology Associates" };
	size_t size = 0;

	(void)state;
	while (row_pack(&query, &row, room, size) == NULL)
		size++;
	assert_in_range(size, sizeof row + strlen(row.name) + 1, sizeof row + 64);
	memset(room, 'x', sizeof room);
	assert_null(row_pack(&query, &row, room, size - 1));
	assert_int_equal(room[size - 1], 'x');
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(all_that_a_row_points_to_goes_with_it),
	cmocka_unit_test(what_does_not_fit_is_not_packed),
};

TEST_MAIN(tests)
