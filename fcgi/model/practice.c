/* Practices: see practice.h. */
#include "model/practice.h"

#include <stddef.h>

#include "base/fault.h"
#include "base/text.h"

struct word {
	const char *name, *word, *look;
};

static const struct word kinds[] = {
	{ "private_independent", "Private, independent", "" },
	{ "private_academic", "Private, with academic affiliation", "" },
	{ "employed", "Employed", "" },
	{ "academic", "Academic", "" },
	{ "fellowship", "Fellowship program", "" },
	{ NULL, NULL, NULL },
};

static const struct word statuses[] = {
	{ "waiting", "Waiting for approval", "info" },
	{ "approved", "Approved", "good" },
	{ "declined", "Declined", "bad" },
	{ NULL, NULL, NULL },
};

static const struct word members[] = {
	{ "verified", "Verified", "good" },
	{ "pending", "Not verified yet", "warn" },
	{ "refused", "No such active member", "bad" },
	{ NULL, NULL, NULL },
};

static const struct word *
find(const struct word *words, const char *name)
{
	for (const struct word *w = words; w->name != NULL; w++)
		if (text_equal(w->name, name))
			return w;
	fault("no word for %s", name);
}

const char *
practice_kind_word(const char *kind)
{
	return find(kinds, kind)->word;
}

const char *
practice_status_word(const char *status)
{
	return find(statuses, status)->word;
}

const char *
practice_status_look(const char *status)
{
	return find(statuses, status)->look;
}

const char *
practice_member_word(const char *state)
{
	return find(members, state)->word;
}

const char *
practice_member_look(const char *state)
{
	return find(members, state)->look;
}
