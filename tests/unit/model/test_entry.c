/* Sign-up: which modules a practice takes, and how many charts each asks for. */
#include "../test.h"

#include "model/entry.h"

#include <string.h>

enum { CORE, SMT, EOL, BREAST, PROSTATE, OPTIONS };
enum { CERT = 1u << ENTRY_CERTIFICATION, FELLOW = 1u << ENTRY_FELLOWSHIP };

static const struct round_chart_counts_row table[] = { { 1, 24 }, { 2, 32 }, { 4, 40 } };

/* What a round offers, with nothing ticked. */
static const struct entry_option offer[OPTIONS] = {
	[CORE] = { .module = "CORE", .core = true, .tracks = CERT | FELLOW },
	[SMT] = { .module = "SMT", .tracks = CERT | FELLOW },
	[EOL] = { .module = "EOL", .tracks = CERT },
	[BREAST] = { .module = "BREAST", .disease = true, .tracks = CERT },
	[PROSTATE] = { .module = "PROSTATE", .disease = true },
};

static struct entry_basis
basis(enum entry_track track, double fte, uint32_t fellows)
{
	return (struct entry_basis){ .track = track,
				     .fte = fte,
				     .fellows = fellows,
				     .table = table,
				     .n_table = 3,
				     .charts_a_fellow = 10,
				     .charts_a_physician = 24 };
}

static void
core_alone_is_not_a_standard_round(void **state)
{
	struct entry_option o[OPTIONS];
	struct entry_basis b = basis(ENTRY_STANDARD, 1, 0);

	(void)state;
	memcpy(o, offer, sizeof o);
	assert_int_equal(entry_choose(o, OPTIONS, &b), ENTRY_NEEDS_MODULE);
	o[CORE].wanted = true;
	assert_int_equal(entry_choose(o, OPTIONS, &b), ENTRY_NEEDS_MODULE);
}

static void
core_and_one_more_is(void **state)
{
	struct entry_option o[OPTIONS];
	struct entry_basis b = basis(ENTRY_STANDARD, 2.5, 0);

	(void)state;
	memcpy(o, offer, sizeof o);
	o[PROSTATE].wanted = true;
	assert_int_equal(entry_choose(o, OPTIONS, &b), ENTRY_FINE);
	assert_true(o[CORE].taken && o[PROSTATE].taken);
	assert_false(o[SMT].taken || o[EOL].taken || o[BREAST].taken);
	assert_int_equal(o[CORE].required, 32);
	assert_int_equal(o[PROSTATE].required, 32);
	assert_int_equal(o[SMT].required, 0);
}

static void
certification_asks_for_a_disease_that_fits(void **state)
{
	struct entry_option o[OPTIONS];
	struct entry_basis b = basis(ENTRY_CERTIFICATION, 1, 0);

	(void)state;
	memcpy(o, offer, sizeof o);
	o[PROSTATE].wanted = true;
	assert_int_equal(entry_choose(o, OPTIONS, &b), ENTRY_NEEDS_DISEASE);
	o[BREAST].wanted = true;
	assert_int_equal(entry_choose(o, OPTIONS, &b), ENTRY_FINE);
	for (int i = 0; i < OPTIONS; i++)
		assert_true(o[i].taken && o[i].required == 24);
}

static void
certification_without_disease_modules_in_the_round(void **state)
{
	struct entry_option o[OPTIONS];
	struct entry_basis b = basis(ENTRY_CERTIFICATION, 1, 0);

	(void)state;
	memcpy(o, offer, sizeof o);
	assert_int_equal(entry_choose(o, BREAST, &b), ENTRY_FINE);
}

static void
fellows_bring_ten_charts_each(void **state)
{
	struct entry_option o[OPTIONS];
	struct entry_basis b = basis(ENTRY_FELLOWSHIP, 4, 3);

	(void)state;
	memcpy(o, offer, sizeof o);
	o[EOL].wanted = true;
	assert_int_equal(entry_choose(o, OPTIONS, &b), ENTRY_FINE);
	assert_int_equal(o[CORE].required, 30);
	assert_int_equal(o[SMT].required, 30);
	assert_int_equal(o[EOL].required, 40); /* outside the track: by the round's table */
	assert_false(o[BREAST].taken);
}

/* 24 charts of each of two are more than the table's 40; of one they are fewer. */
static void
named_physicians_raise_what_a_module_asks_for(void **state)
{
	static const uint64_t physicians[] = { 7, 9 };
	struct entry_option o[OPTIONS];
	struct entry_basis b = basis(ENTRY_STANDARD, 4, 0);

	(void)state;
	memcpy(o, offer, sizeof o);
	o[SMT].wanted = true;
	b.physicians = physicians;
	b.n_physicians = 2;
	assert_int_equal(entry_choose(o, OPTIONS, &b), ENTRY_FINE);
	assert_int_equal(o[CORE].required, 48);
	assert_int_equal(o[SMT].required, 48);
	assert_int_equal(o[EOL].required, 0);
	b.n_physicians = 1;
	entry_choose(o, OPTIONS, &b);
	assert_int_equal(o[CORE].required, 40);
}

static void
a_track_needs_core_and_one_more_in_the_round(void **state)
{
	(void)state;
	assert_true(entry_track_offered(offer, OPTIONS, ENTRY_CERTIFICATION));
	assert_true(entry_track_offered(offer, EOL, ENTRY_FELLOWSHIP));
	assert_false(entry_track_offered(offer, SMT, ENTRY_FELLOWSHIP));
	assert_false(entry_track_offered(offer, SMT, ENTRY_STANDARD));
}

static void
tracks_have_names(void **state)
{
	(void)state;
	for (unsigned t = 0; t < ENTRY_TRACKS; t++)
		assert_int_equal(entry_track_named(entry_track_name((enum entry_track)t)), t);
	assert_int_equal(entry_track_named("gold"), ENTRY_TRACKS);
	assert_string_equal(entry_track_title("fellowship"), "Fellowship Program Track");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(core_alone_is_not_a_standard_round),
	cmocka_unit_test(core_and_one_more_is),
	cmocka_unit_test(certification_asks_for_a_disease_that_fits),
	cmocka_unit_test(certification_without_disease_modules_in_the_round),
	cmocka_unit_test(fellows_bring_ten_charts_each),
	cmocka_unit_test(named_physicians_raise_what_a_module_asks_for),
	cmocka_unit_test(a_track_needs_core_and_one_more_in_the_round),
	cmocka_unit_test(tracks_have_names),
};

TEST_MAIN(tests)
