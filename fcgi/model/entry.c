/* A practice's sign-up for a round: see entry.h. */
#include "model/entry.h"

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "model/audit.h"
#include "model/round.h"

static const struct {
	const char *name, *title;
} tracks[ENTRY_TRACKS] = {
	[ENTRY_STANDARD] = { "standard", "Standard round" },
	[ENTRY_CERTIFICATION] = { "certification", "QOPI Certification Track" },
	[ENTRY_FELLOWSHIP] = { "fellowship", "Fellowship Program Track" },
};

const char *
entry_track_name(enum entry_track track)
{
	must(track < ENTRY_TRACKS);
	return tracks[track].name;
}

enum entry_track
entry_track_named(const char *name)
{
	for (unsigned t = 0; t < ENTRY_TRACKS; t++)
		if (text_equal(tracks[t].name, name))
			return (enum entry_track)t;
	return ENTRY_TRACKS;
}

const char *
entry_track_title(const char *name)
{
	enum entry_track track = entry_track_named(name);

	return track == ENTRY_TRACKS ? name : tracks[track].title;
}

static bool
belongs(const struct entry_option *option, enum entry_track track)
{
	return (option->tracks & 1u << track) != 0;
}

bool
entry_track_offered(const struct entry_option *options, size_t n, enum entry_track track)
{
	size_t count = 0;

	if (track == ENTRY_STANDARD)
		return n >= 2;
	for (size_t i = 0; i < n; i++)
		count += belongs(&options[i], track);
	return count >= 2;
}

bool
entry_always(const struct entry_option *option, enum entry_track track)
{
	return option->core || (belongs(option, track) && !option->disease);
}

/* Charts of a taken module. */
static uint32_t
required(const struct entry_option *option, const struct entry_basis *basis)
{
	bool by_fellows = basis->track == ENTRY_FELLOWSHIP &&
			  (option->core || belongs(option, basis->track));
	uint32_t all = by_fellows ? basis->fellows * basis->charts_a_fellow
				  : round_charts(basis->table, basis->n_table, basis->fte);
	uint32_t named = (uint32_t)basis->n_physicians * basis->charts_a_physician;

	return named > all ? named : all;
}

enum entry_choice
entry_choose(struct entry_option *options, size_t n, const struct entry_basis *basis)
{
	size_t taken = 0;
	bool disease_there = false, disease_taken = false;

	for (size_t i = 0; i < n; i++) {
		struct entry_option *o = &options[i];

		o->taken = o->wanted || entry_always(o, basis->track);
		o->required = o->taken ? required(o, basis) : 0;
		taken += o->taken;
		if (o->disease && belongs(o, basis->track)) {
			disease_there = true;
			disease_taken |= o->taken;
		}
	}
	if (disease_there && !disease_taken)
		return ENTRY_NEEDS_DISEASE;
	return taken < 2 ? ENTRY_NEEDS_MODULE : ENTRY_FINE;
}

uint32_t
entry_wanted(uint32_t required, const uint32_t *declared)
{
	return declared != NULL && *declared < required ? *declared : required;
}

/* Puts in the taken options that `there` does not have with as many charts. */
static size_t
put_modules(struct db *db, struct arena *a, const struct entry_who *who, uint64_t entry,
	    const struct entry_option *options, size_t n, const struct entry_progress_row *there,
	    size_t n_there)
{
	struct entry_module_put_params *rows = arena_array(a, n, sizeof *rows);
	size_t put = 0;

	for (size_t i = 0; i < n; i++) {
		bool known = !options[i].taken;

		for (size_t j = 0; j < n_there && !known; j++)
			known = text_equal(there[j].module, options[i].module) &&
				there[j].required == options[i].required;
		if (!known)
			rows[put++] = (struct entry_module_put_params){
				entry, who->practice, options[i].module, options[i].required };
	}
	if (put > 0)
		q_entry_module_put(db, rows, put);
	return put;
}

static void
add_physicians(struct db *db, struct arena *a, const struct entry_who *who, uint64_t entry,
	       const struct entry_basis *basis)
{
	struct entry_physician_add_params *rows = arena_array(a, basis->n_physicians, sizeof *rows);

	for (size_t i = 0; i < basis->n_physicians; i++)
		rows[i] = (struct entry_physician_add_params){ entry, basis->physicians[i],
							       who->practice };
	if (basis->n_physicians > 0)
		q_entry_physician_add(db, rows, basis->n_physicians);
}

/* Whether the sign-up names other physicians than the basis, which it then does no more. */
static bool
change_physicians(struct db *db, struct arena *a, const struct entry_who *who, uint64_t entry,
		  const struct entry_basis *basis)
{
	size_t n, same = 0;
	struct entry_physicians_row *there = q_entry_physicians(db, who->practice, entry, &n);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < basis->n_physicians; j++)
			same += there[i].id == basis->physicians[j];
	if (same == n && n == basis->n_physicians)
		return false;
	q_entry_physician_clear(db, who->practice, entry);
	add_physicians(db, a, who, entry, basis);
	return true;
}

/* The audit line and the stamp. */
static void
put_down(struct db *db, struct arena *a, const struct entry_who *who, const char *action)
{
	audit_add(db, a, who->account, who->practice, action,
		  arena_printf(a, "round:%llu", (unsigned long long)who->round));
	q_practice_stamp(db, who->practice);
}

static bool
hold_open(struct db *db, const struct entry_who *who)
{
	struct round_hold_open_row row;

	return q_round_hold_open(db, who->round, who->practice, time_day(time_now()), &row);
}

enum entry_joined
entry_make(struct db *db, struct arena *a, const struct entry_who *who,
	   const struct entry_basis *basis, const struct entry_option *options, size_t n)
{
	uint64_t entry;

	if (!hold_open(db, who))
		return ENTRY_ROUND_SHUT;
	entry = q_entry_add(db, who->round, who->practice, entry_track_name(basis->track),
			    basis->fte, basis->fellows, who->account, time_now());
	if (entry == 0)
		return ENTRY_JOINED_BEFORE;
	put_modules(db, a, who, entry, options, n, NULL, 0);
	add_physicians(db, a, who, entry, basis);
	put_down(db, a, who, "round_joined");
	return ENTRY_JOINED;
}

static bool
is_taken(const struct entry_option *options, size_t n, const char *module)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(options[i].module, module))
			return options[i].taken;
	return false;
}

/* Takes out what is not taken any more; the module that cannot go, or NULL. */
static const char *
remove_modules(struct db *db, const struct entry_who *who, uint64_t entry,
	       const struct entry_option *options, size_t n, const struct entry_progress_row *there,
	       size_t n_there, size_t *removed)
{
	for (size_t i = 0; i < n_there; i++) {
		if (is_taken(options, n, there[i].module))
			continue;
		if (q_entry_module_remove(db, entry, who->practice, there[i].module,
					  who->round) == 0)
			return there[i].module;
		(*removed)++;
	}
	return NULL;
}

enum entry_changed
entry_change(struct db *db, struct arena *a, const struct entry_who *who,
	     const struct entry_basis *basis, const struct entry_option *options, size_t n,
	     const char **in_use)
{
	struct entry_hold_row entry;
	struct entry_progress_row *there;
	size_t n_there, changes = 0;

	*in_use = NULL;
	if (!hold_open(db, who) || !q_entry_hold(db, who->practice, who->round, &entry))
		return ENTRY_CHANGE_SHUT;
	there = q_entry_progress(db, who->practice, who->round, &n_there);
	*in_use = remove_modules(db, who, entry.id, options, n, there, n_there, &changes);
	if (*in_use != NULL)
		return ENTRY_MODULE_IN_USE;
	changes += put_modules(db, a, who, entry.id, options, n, there, n_there);
	changes += change_physicians(db, a, who, entry.id, basis);
	if (changes > 0)
		put_down(db, a, who, "round_modules_changed");
	return ENTRY_CHANGED;
}
