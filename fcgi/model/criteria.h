/*
 * Selection criteria: which patients' charts a module takes in a round.
 *
 * They are rows that staff edit until the round opens. No published source
 * gives them; the usual ones are the proposals of qopi-domain section 14,
 * 3 to 7. Windows count back from the round's reference date.
 */
#ifndef MODEL_CRITERIA_H
#define MODEL_CRITERIA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/queries.h"

enum {
	CRITERIA_MONTHS_MAX = 120,
	CRITERIA_VISITS_MAX = 20,
	CRITERIA_AGE_MAX = 90, /* 90 stands for 90 and more */
};

/* A patient, as far as the criteria ask. */
struct patient {
	const char *label;      /* the practice's own */
	const char *cancer;     /* a choice of cancer_type */
	uint32_t age;           /* years at diagnosis */
	int32_t diagnosis, first_visit, death;
	bool died;
	const int32_t *visits;  /* office visits, in any order */
	size_t n_visits;
};

/* What a round selects by. */
struct selecting {
	int32_t reference;
	const char *ordering;   /* "recent" or "random" */
	const struct criteria_list_row *criteria; /* one a module of the round, in its order */
	size_t n;
};

/* A module's usual criteria. */
struct criteria_list_row criteria_usual(const char *module);

/* A round's criteria; where it has no rows, the usual ones from its first day. */
struct selecting criteria_load(struct db *db, struct arena *a, const struct round_by_id_row *round);

/* Gives a new round the usual criteria of its modules; in the caller's transaction. */
void criteria_begin(struct db *db, uint64_t round, int32_t reference, const char *const *modules,
		    size_t n);

/* Stores criteria; in the caller's transaction, which holds the round planned. */
void criteria_put(struct db *db, uint64_t round, const struct selecting *s);

/* The criteria of a module, or NULL. */
const struct criteria_list_row *criteria_of(const struct selecting *s, const char *module);

/*
 * What is wrong with criteria themselves, as a sentence; NULL if nothing is:
 * a number of visits without a window, or a window without a number.
 */
const char *criteria_problem(const struct criteria_list_row *c);

/* Why a patient's chart is not eligible for a module, in words of the arena; NULL if it is. */
const char *criteria_refusal(struct arena *a, const struct criteria_list_row *c,
			     int32_t reference, const struct patient *p);

/* The last office visit up to the reference date; the day before all days if there is none. */
int32_t criteria_last_visit(const struct patient *p, int32_t reference);

/* Whether a choice is among those joined by ";". */
bool criteria_has_cancer(const char *cancers, const char *code);

#endif
