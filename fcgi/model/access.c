/* Roles: see access.h. */
#include "model/access.h"

#include <stddef.h>

#include "base/text.h"

static const struct {
	unsigned role;
	const char *name, *title;
} roles[] = {
	{ ROLE_PHYSICIAN, "physician", "Corresponding physician" },
	{ ROLE_ADMINISTRATOR, "administrator", "Administrator" },
	{ ROLE_ABSTRACTOR, "abstractor", "Abstractor" },
	{ ROLE_FELLOW, "fellow", "Fellow" },
	{ ROLE_DIRECTOR, "director", "Program director" },
	{ ROLE_VIEWER, "viewer", "Viewer" },
	{ ROLE_STAFF, "staff", "ASCO staff" },
};

bool
access_all_people(unsigned of)
{
	return (of & MANAGERS) != 0;
}

unsigned
access_role(const char *name)
{
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (text_equal(roles[i].name, name))
			return roles[i].role;
	return 0;
}

const char *
access_role_title(unsigned role)
{
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (roles[i].role == role)
			return roles[i].title;
	return "";
}
