/* Registrations on their way: see registration.h. */
#include "model/registration.h"

#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"

enum { SITE_NAME_MAX = 160, CITY_MAX = 80 };

static void
load(struct db *db, uint64_t id, struct registration *r)
{
	struct registration_by_id_row row;

	must(q_registration_by_id(db, id, &row));
	r->id = id;
	r->account = row.account_id == NULL ? 0 : *row.account_id;
	r->practice_made = row.practice_made == NULL ? 0 : *row.practice_made;
	r->member_verified = text_equal(row.member_state, "verified");
	r->reached = (enum registration_step)row.step_reached;
	r->values = q_registration_values(db, id, &r->n);
}

bool
registration_by_token(struct db *db, struct arena *a, const char *token, struct registration *r)
{
	struct registration_by_digest_row row;

	if (!q_registration_by_digest(db, secret_digest(a, token), &row))
		return false;
	load(db, row.id, r);
	return true;
}

bool
registration_by_account(struct db *db, uint64_t account, struct registration *r)
{
	struct registration_by_account_row row;

	if (!q_registration_by_account(db, account, &row))
		return false;
	load(db, row.id, r);
	return true;
}

void
registration_begin(struct db *db, struct arena *a, const char **token, struct registration *r)
{
	*token = secret_token(a);
	*r = (struct registration){ .reached = STEP_MEMBER };
	r->id = q_registration_add(db, secret_digest(a, *token), time_now());
}

const char *
registration_new_token(struct db *db, struct arena *a, const struct registration *r)
{
	const char *token = secret_token(a);

	q_registration_set_digest(db, secret_digest(a, token), time_now(), r->id);
	return token;
}

const char *
registration_value(const struct registration *r, const char *field)
{
	for (size_t i = 0; i < r->n; i++)
		if (text_equal(r->values[i].field, field))
			return r->values[i].value;
	return "";
}

void
registration_put(struct db *db, const struct registration *r, const char *field, const char *value)
{
	must(text_length(value) <= REGISTRATION_VALUE_MAX);
	q_registration_put(db, r->id, field, value);
}

void
registration_set_member(struct db *db, struct registration *r, bool verified)
{
	r->member_verified = verified;
	q_registration_set_member(db, verified ? "verified" : "pending", time_now(), r->id);
}

void
registration_set_account(struct db *db, struct registration *r, uint64_t account)
{
	r->account = account;
	q_registration_set_account(db, account, time_now(), r->id);
}

static void
set_reached(struct db *db, struct registration *r, enum registration_step step)
{
	r->reached = step;
	q_registration_set_step(db, (uint32_t)step, time_now(), r->id);
}

void
registration_done(struct db *db, struct registration *r, enum registration_step step)
{
	if (r->reached == step && step != STEP_AGREEMENTS)
		set_reached(db, r, step + 1);
}

void
registration_undone(struct db *db, struct registration *r, enum registration_step step)
{
	if (r->reached > step)
		set_reached(db, r, step);
}

static bool
is_letter(char c)
{
	/* Every byte of a letter beyond ASCII has its high bit set. */
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/* Whether one of the words is there as a whole: "Longfellow Clinic" is no fellowship. */
static bool
says_fellow(const char *name)
{
	static const char *const words[] = { "fellow", "fellows", "fellowship", "fellowships" };
	const char *start = name;

	while (*start != '\0') {
		size_t length = 0;

		while (is_letter(start[length]))
			length++;
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (length == strlen(words[i]) && strncasecmp(start, words[i], length) == 0)
				return true;
		start += length == 0 ? 1 : length;
	}
	return false;
}

enum registration_name
registration_check_name(const char *name, const char *kind)
{
	bool says = says_fellow(name);

	if (text_equal(kind, "fellowship"))
		return says ? NAME_FITS : NAME_LACKS_FELLOW;
	return says ? NAME_SAYS_FELLOW : NAME_FITS;
}

/* One line; false if it is no site. */
static bool
read_site(struct arena *a, const char *line, struct registration_site *site)
{
	const char *tab = strchr(line, '\t');

	if (tab == NULL)
		return false;
	site->name = text_trim(a, arena_strn(a, line, (size_t)(tab - line)));
	site->city = text_trim(a, tab + 1);
	return site->name[0] != '\0' && site->city[0] != '\0' &&
	       text_length(site->name) <= SITE_NAME_MAX && text_length(site->city) <= CITY_MAX;
}

size_t
registration_sites(struct arena *a, const char *text, struct registration_site **sites, size_t *n)
{
	size_t lines;
	char **line = text_split(a, text, '\n', &lines);

	*sites = arena_array(a, REGISTRATION_SITES_MAX, sizeof **sites);
	*n = 0;
	for (size_t i = 0; i < lines && text[0] != '\0'; i++) {
		if (*n == REGISTRATION_SITES_MAX || !read_site(a, line[i], &(*sites)[*n]))
			return i + 1;
		(*n)++;
	}
	return 0;
}

/* A value for a column that may be empty. */
static const char *
value_or_null(const struct registration *r, const char *field)
{
	const char *value = registration_value(r, field);

	return value[0] == '\0' ? NULL : value;
}

static uint64_t
add_practice(struct db *db, const struct registration *r)
{
	uint64_t patients;
	double fte;

	must(text_to_f64(registration_value(r, "fte"), &fte));
	must(text_to_u64(registration_value(r, "new_patients"), &patients));
	return q_practice_add(db, registration_value(r, "name"), registration_value(r, "kind"),
			      time_now(), r->member_verified ? "verified" : "pending",
			      registration_value(r, "member_id"), registration_value(r, "last_name"),
			      registration_value(r, "address_line1"),
			      value_or_null(r, "address_line2"), registration_value(r, "city"),
			      value_or_null(r, "region"), value_or_null(r, "postal_code"),
			      registration_value(r, "country"), fte, (uint32_t)patients);
}

static void
add_sites(struct db *db, struct arena *a, const struct registration *r, uint64_t practice)
{
	struct registration_site *sites;
	size_t n;

	must(registration_sites(a, registration_value(r, "sites"), &sites, &n) == 0);
	for (size_t i = 0; i < n; i++)
		q_practice_site_add(db, practice, sites[i].name, sites[i].city);
}

static void
add_contacts(struct db *db, const struct registration *r, uint64_t practice)
{
	const char *administrator = value_or_null(r, "administrator_name");

	q_practice_contact_add(db, practice, "physician", registration_value(r, "physician_name"),
			       registration_value(r, "physician_email"),
			       value_or_null(r, "physician_phone"));
	if (administrator != NULL)
		q_practice_contact_add(db, practice, "administrator", administrator,
				       registration_value(r, "administrator_email"), NULL);
}

uint64_t
registration_finish(struct db *db, struct arena *a, const struct registration *r,
		    const struct registration_signature *s, bool *made)
{
	struct registration_lock_row lock;
	uint64_t practice;

	must(r->reached == STEP_AGREEMENTS && r->account != 0);
	must(q_registration_lock(db, r->id, &lock));
	*made = lock.practice_made == NULL;
	if (!*made)
		return *lock.practice_made;
	practice = add_practice(db, r);
	add_sites(db, a, r, practice);
	add_contacts(db, r, practice);
	for (size_t i = 0; i < s->n; i++)
		q_signature_add(db, practice, s->agreements[i], r->account, s->name, time_now());
	q_membership_add(db, r->account, practice, registration_value(r, "role"));
	q_physician_add_member(db, time_now(), practice, r->account);
	q_registration_set_practice(db, practice, time_now(), r->id);
	return practice;
}
