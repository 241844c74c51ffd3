/*
 * A list of candidate patients as a practice pastes or uploads it: CSV, or
 * cells copied from a spreadsheet (tabs between them), with a first row of
 * column names:
 *
 *   label            the practice's own; see abstraction_label_problem
 *   cancer_type      a choice of the question cancer_type, its code or label
 *   age_at_diagnosis whole years; 90 stands for 90 and more
 *   diagnosis_date   YYYY-MM-DD or MM/DD/YYYY, as all dates here
 *   first_visit      first office visit to the practice
 *   visits           office visits, joined by ";"
 *   death_date       may be missing or empty
 *
 * No other column is taken, so that none can hold what may not be here.
 * Reading stores nothing.
 */
#ifndef EXCHANGE_CANDIDATES_H
#define EXCHANGE_CANDIDATES_H

#include "measure/catalogue.h"
#include "model/criteria.h"

enum { CANDIDATE_ROWS_MAX = 5000, CANDIDATE_PROBLEMS_MAX = 200 };

struct candidate_problem {
	int line;            /* of the list, from 1 */
	const char *column;  /* by its name, or NULL: the whole line */
	const char *text;    /* what is wrong; never what was written there */
};

struct candidate_list {
	struct patient *patients; /* of the clean rows */
	size_t n, n_rows;         /* clean rows; all rows but the first */
	struct candidate_problem *problems; /* the first CANDIDATE_PROBLEMS_MAX */
	size_t n_problems, n_wrong; /* problems; rows that have any */
	bool unreadable;          /* the list as a whole: no row of it may be taken */
};

/* Reads a list. Dates after `today` are refused. `is_drawn` says of a label that it cannot
 * come again; `about` is handed to it. */
struct candidate_list *candidates_read(struct arena *a, const struct catalogue *cat,
				       const char *text, int32_t today,
				       bool (*is_drawn)(const void *about, const char *label),
				       const void *about);

#endif
