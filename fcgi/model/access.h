/*
 * Roles. What each may reach stands in page/routes.c; what stands behind an
 * address a role may not reach answers 404.
 */
#ifndef MODEL_ACCESS_H
#define MODEL_ACCESS_H

#include <stdbool.h>

enum role {
	ROLE_PHYSICIAN = 1 << 0,     /* corresponding physician */
	ROLE_ADMINISTRATOR = 1 << 1, /* administrative contact */
	ROLE_ABSTRACTOR = 1 << 2,
	ROLE_FELLOW = 1 << 3,
	ROLE_DIRECTOR = 1 << 4,      /* of a fellowship program */
	ROLE_VIEWER = 1 << 5,
	ROLE_STAFF = 1 << 6,         /* ASCO staff */
	ROLE_NOBODY = 1 << 7,        /* not signed in */
	ROLE_APPLICANT = 1 << 8,     /* signed in, of no practice yet: still registering */
	ROLE_IMPORTER = 1 << 9,      /* a program with a token that may import (model/token.h) */
	ROLE_EXPORTER = 1 << 10,     /* ... that may export */
};

/* Sets of roles. */
enum {
	MANAGERS = ROLE_PHYSICIAN | ROLE_ADMINISTRATOR | ROLE_DIRECTOR,
	ABSTRACTORS = MANAGERS | ROLE_ABSTRACTOR | ROLE_FELLOW,
	MEMBERS = ABSTRACTORS | ROLE_VIEWER,
	STAFF = ROLE_STAFF,
	IMPORTERS = ROLE_IMPORTER,
	EXPORTERS = ROLE_EXPORTER,
	TOKENS = IMPORTERS | EXPORTERS, /* pages for these look at no cookie */
	SIGNED_IN = MEMBERS | ROLE_STAFF | ROLE_APPLICANT,
	ANYONE = SIGNED_IN | ROLE_NOBODY,
};

/*
 * Whether a role sees the figures of all physicians and fellows of its practice.
 * Everybody else sees their own, where the practice's list links their account,
 * and files without any; nobody outside the practice sees them, ASCO staff neither.
 */
bool access_all_people(unsigned roles);

/* The role of a membership as the database names it; 0 for an unknown name. */
unsigned access_role(const char *name);

/* For people: "Corresponding physician". */
const char *access_role_title(unsigned role);

#endif
