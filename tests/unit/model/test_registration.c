/* Registrations: the names of fellowship programs, and sites written one a line. */
#include "../test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "model/registration.h"

static struct arena *
fresh(void **state)
{
	(void)state;
	return arena_new(1 << 22);
}

static void
a_fellowship_program_says_so_in_its_name(void **state)
{
	(void)state;
	assert_int_equal(registration_check_name("Lakeside Fellowship", "fellowship"), NAME_FITS);
	assert_int_equal(registration_check_name("FELLOWS of Lakeside", "fellowship"), NAME_FITS);
	assert_int_equal(registration_check_name("Hem/Onc Fellow's Group", "fellowship"), NAME_FITS);
	assert_int_equal(registration_check_name("Lakeside", "fellowship"), NAME_LACKS_FELLOW);
	assert_int_equal(registration_check_name("", "fellowship"), NAME_LACKS_FELLOW);
}

static void
no_other_practice_says_so(void **state)
{
	(void)state;
	assert_int_equal(registration_check_name("Lakeside Oncology", "employed"), NAME_FITS);
	assert_int_equal(registration_check_name("Lakeside (Fellowship)", "academic"),
			 NAME_SAYS_FELLOW);
}

static void
fellow_inside_another_word_is_not_said(void **state)
{
	(void)state;
	assert_int_equal(registration_check_name("Longfellow Clinic", "employed"), NAME_FITS);
	assert_int_equal(registration_check_name("Fellowes Clinic", "employed"), NAME_FITS);
	assert_int_equal(registration_check_name("Élanfellow Clinic", "employed"), NAME_FITS);
	assert_int_equal(registration_check_name("Longfellow Clinic", "fellowship"),
			 NAME_LACKS_FELLOW);
}

static void
sites_stand_one_a_line(void **state)
{
	struct arena *a = fresh(state);
	struct registration_site *sites;
	size_t n;

	assert_int_equal(registration_sites(a, "Main office\tSpringfield\nWest, Floor 2\tWashington, DC",
					    &sites, &n), 0);
	assert_int_equal(n, 2);
	assert_string_equal(sites[0].name, "Main office");
	assert_string_equal(sites[0].city, "Springfield");
	assert_string_equal(sites[1].name, "West, Floor 2");
	assert_string_equal(sites[1].city, "Washington, DC");
	arena_free(a);
}

static void
a_site_without_name_or_city_is_told_by_its_number(void **state)
{
	static const char *const second_wrong[] = { "A\tB\nName", "A\tB\n\tCity", "A\tB\nName\t",
						    "A\tB\n\t", "A\tB\n \t ", "A\tB\n" };
	struct arena *a = fresh(state);
	struct registration_site *sites;
	size_t n;

	for (size_t i = 0; i < sizeof second_wrong / sizeof *second_wrong; i++)
		assert_int_equal(registration_sites(a, second_wrong[i], &sites, &n), 2);
	assert_int_equal(registration_sites(a, "", &sites, &n), 0);
	assert_int_equal(n, 0);
	arena_free(a);
}

static void
sites_have_a_number_and_a_length_they_may_reach(void **state)
{
	struct arena *a = fresh(state);
	struct buf *text = buf_new(a, 100000);
	struct registration_site *sites;
	size_t n;

	for (int i = 1; i < REGISTRATION_SITES_MAX; i++)
		buf_str(text, "A\tB\n");
	buf_str(text, "A\tB");
	assert_int_equal(registration_sites(a, text->data, &sites, &n), 0);
	buf_str(text, "\nA\tB");
	assert_int_equal(registration_sites(a, text->data, &sites, &n), REGISTRATION_SITES_MAX + 1);
	buf_clear(text);
	for (int i = 0; i < 161; i++)
		buf_char(text, 'x');
	buf_str(text, "\tCity");
	assert_int_equal(registration_sites(a, text->data, &sites, &n), 1);
	assert_int_equal(registration_sites(a, text->data + 1, &sites, &n), 0);
	arena_free(a);
}

static void
a_draft_gives_the_values_it_has(void **state)
{
	struct registration_values_row rows[] = { { "city", "Springfield" }, { "fte", "4.5" } };
	struct registration r = { .values = rows, .n = 2 };

	(void)state;
	assert_string_equal(registration_value(&r, "fte"), "4.5");
	assert_string_equal(registration_value(&r, "country"), "");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_fellowship_program_says_so_in_its_name),
	cmocka_unit_test(no_other_practice_says_so),
	cmocka_unit_test(fellow_inside_another_word_is_not_said),
	cmocka_unit_test(sites_stand_one_a_line),
	cmocka_unit_test(a_site_without_name_or_city_is_told_by_its_number),
	cmocka_unit_test(sites_have_a_number_and_a_length_they_may_reach),
	cmocka_unit_test(a_draft_gives_the_values_it_has),
};

TEST_MAIN(tests)
