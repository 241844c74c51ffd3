/* Text: what is clean, what is a number, when two names are the same. */
#include "../test.h"

#include "base/text.h"

#include <string.h>

static void
only_well_formed_utf8_is_clean(void **state)
{
	static const char *const wrong[] = { "\xff", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80",
		"\xf4\x90\x80\x80", "\xe2\x82", "a\x01z", "\x7f" };

	(void)state;
	assert_true(text_is_clean_utf8("Zoë \xe2\x82\xac \xf0\x9f\x99\x82\n", 14));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(text_is_clean_utf8(wrong[i], strlen(wrong[i])));
	assert_int_equal(text_length("Zoë"), 3);
}

static void
names_are_compared_folded(void **state)
{
	static const char *const same[][2] = {
		{ "Müller", "MULLER" }, { "O'Brien", "o brien" }, { "García-López", "Garcia Lopez" },
		{ "Weiß", "WEISS" }, { "Saint-Éxupéry", "saint exupery" }, { "İnan", "i\xcc\x87nan" },
	};
	struct arena *a = arena_new(1 << 20);

	(void)state;
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		assert_string_equal(text_fold_name(a, same[i][0]), text_fold_name(a, same[i][1]));
	assert_string_not_equal(text_fold_name(a, "Okafor"), text_fold_name(a, "Okafur"));
	arena_free(a);
}

static void
numbers_are_whole_texts(void **state)
{
	uint64_t u;
	int64_t i;
	double f;

	(void)state;
	assert_true(text_to_u64("18446744073709551615", &u));
	assert_false(text_to_u64("18446744073709551616", &u));
	assert_false(text_to_u64("-1", &u));
	assert_false(text_to_u64("12abc", &u));
	assert_false(text_to_u64("", &u));
	assert_true(text_to_i64("-7", &i));
	assert_int_equal(i, -7);
	assert_true(text_to_f64("2.5", &f));
	assert_true(f > 2.49 && f < 2.51);
	assert_false(text_to_f64("1e3", &f));
	assert_false(text_to_f64("nan", &f));
	assert_false(text_to_f64("2.", &f));
}

static void
figures_are_written_for_people(void **state)
{
	struct arena *a = arena_new(1 << 20);

	(void)state;
	assert_string_equal(text_thousands(a, 1234567), "1,234,567");
	assert_string_equal(text_thousands(a, -123), "-123");
	assert_string_equal(text_percent(a, 0.75), "75.0 %");
	assert_string_equal(text_percent(a, 2.0 / 3), "66.7 %");
	assert_string_equal(text_exact(a, 0.1), "0.1");
	assert_string_equal(text_exact(a, 0.1 + 0.2), "0.30000000000000004");
	assert_string_equal(text_exact(a, 0), "0");
	assert_string_equal(text_exact(a, 1e-300), "1e-300");
	assert_string_equal(text_trim(a, " \t a b \r\n"), "a b");
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(only_well_formed_utf8_is_clean),
	cmocka_unit_test(names_are_compared_folded),
	cmocka_unit_test(numbers_are_whole_texts),
	cmocka_unit_test(figures_are_written_for_people),
};
TEST_MAIN(tests)
