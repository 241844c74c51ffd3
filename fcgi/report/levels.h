/*
 * The levels of a report below the practice: its sites where there are several,
 * the physicians whose own figures its sign-up asked for, and the fellows of a
 * fellowship program by the charts they abstracted.
 *
 * Counted from the practice's completed charts when the report is built; the
 * scores of the round know the practice only.
 */
#ifndef REPORT_LEVELS_H
#define REPORT_LEVELS_H

#include "report/result.h"

/* Reads the units of the practice into the result, whose sections are there already. */
void levels_read(struct db *db, struct arena *a, const struct report_subject *about,
		 struct result *r);

/* Fills what follows from a unit's counts beside those of its practice and of all. */
void levels_work_out(struct unit_line *u, const struct line *of);

/* Whether the units of a level are people, whose figures not everybody may read. */
bool levels_of_people(enum level level);

/* How many of a unit's `n` lines have that verdict beside all other practices, or the rest. */
size_t levels_count(const struct unit *u, size_t n, enum verdict verdict, bool rest);

/*
 * The same result with some of its units only: of sites; of people; of the one
 * with that id. It shares everything else with the result it is made of.
 */
struct result *levels_sites(struct arena *a, const struct result *r);
struct result *levels_people(struct arena *a, const struct result *r);
struct result *levels_person(struct arena *a, const struct result *r, uint64_t id);

#endif
