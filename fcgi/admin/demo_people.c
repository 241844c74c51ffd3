/* Made-up physicians and fellows, and which charts are whose: see demo.h. */
#include "admin/demo.h"
#include "base/date.h"
#include "base/text.h"
#include "db/queries.h"

void
demo_add_physicians(struct db *db, uint64_t practice, uint64_t manager, uint64_t viewer)
{
	int64_t now = time_now();
	size_t n;
	const struct practice_sites_row *sites = q_practice_sites(db, practice, &n);
	uint64_t main_office = sites[0].id;
	uint64_t west = q_practice_site_add(db, practice, "West clinic", "Middleton");

	q_physician_add(db, practice, "Dr. Ngozi Okafor", "physician", &main_office, &manager, true,
			now);
	q_physician_add(db, practice, "Dr. Alan Brandt", "physician", &west, &viewer, true, now);
	q_physician_add(db, practice, "Dr. Vera Sorensen", "physician", &west, NULL, false, now);
}

size_t
demo_reported(struct db *db, struct arena *a, uint64_t practice, const uint64_t **ids)
{
	size_t n, found = 0;
	const struct physician_list_row *all = q_physician_list(db, practice, &n);
	uint64_t *reported = arena_array(a, n, sizeof *reported);

	for (size_t i = 0; i < n; i++)
		if (all[i].reported)
			reported[found++] = all[i].id;
	*ids = reported;
	return found;
}

/* The i-th of those of a kind, round and round; NULL if there is none. */
static const struct physician_list_row *
nth(const struct physician_list_row *all, size_t n, const char *kind, size_t i)
{
	size_t there = 0;

	for (size_t j = 0; j < n; j++)
		there += text_equal(all[j].kind, kind);
	if (there == 0)
		return NULL;
	i %= there;
	for (size_t j = 0; j < n; j++)
		if (text_equal(all[j].kind, kind) && i-- == 0)
			return &all[j];
	return NULL;
}

/* Physicians by turns, the last one of several seldom; fellows by turns. */
struct demo_place
demo_place(struct db *db, uint64_t practice, size_t i)
{
	enum { TURN = 9 };
	size_t n, turn = i % TURN == TURN - 1 ? 2 : i % 2;
	const struct physician_list_row *all = q_physician_list(db, practice, &n);
	const struct physician_list_row *physician = nth(all, n, "physician", turn);
	const struct physician_list_row *fellow = nth(all, n, "fellow", i);

	return (struct demo_place){ physician == NULL ? NULL : physician->site_id,
				    physician == NULL ? NULL : &physician->id,
				    fellow == NULL ? NULL : fellow->account_id };
}
