/* Made-up charts: complete for any modules, without findings, the same for a seed. */
#include "../test.h"

#include <string.h>

#include "base/secret.h"
#include "exchange/made_up.h"

enum { DAY = 20500, CHARTS = 300 };

static struct arena *arena;
static const struct catalogue *cat;

static int
start(void **state)
{
	struct buf *errors;

	(void)state;
	secret_init();
	arena = arena_new(512 << 20);
	errors = buf_new(arena, 1 << 20);
	cat = catalogue_load(arena, SOURCE_DIR "/measures", errors);
	if (cat == NULL)
		fail_msg("%s", errors->data);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static void
charts_of_every_module_are_complete(void **state)
{
	struct dice dice = { 7 };

	(void)state;
	for (size_t m = 0; m < cat->n_modules; m++) {
		module_set modules = module_bit(catalogue_module(cat, "CORE")) |
				     module_bit(&cat->modules[m]);

		for (int i = 0; i < CHARTS; i++) {
			struct arena_mark mark = arena_mark(arena);
			size_t count;
			struct answer *chart = made_up_chart(cat, arena, modules, &dice,
							     (double)(i % 11) / 10, DAY);
			const struct finding *found = chart_check(cat, chart, modules, DAY, arena,
								  &count);

			for (size_t k = 0; k < count; k++)
				assert_int_equal(found[k].kind, FINDING_SOFT);
			arena_back(arena, mark);
		}
	}
}

static void
a_seed_gives_the_same_charts(void **state)
{
	struct dice one = { 5 }, other = { 5 }, third = { 6 };
	module_set core = module_bit(catalogue_module(cat, "CORE"));
	size_t size = cat->n_elements * sizeof(struct answer);
	struct answer *a = made_up_chart(cat, arena, core, &one, .8, DAY);
	struct answer *b = made_up_chart(cat, arena, core, &other, .8, DAY);
	struct answer *c = made_up_chart(cat, arena, core, &third, .8, DAY);

	(void)state;
	assert_memory_equal(a, b, size);
	assert_memory_not_equal(a, c, size);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(charts_of_every_module_are_complete),
	cmocka_unit_test(a_seed_gives_the_same_charts),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, start, end);
}
