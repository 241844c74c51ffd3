/* A catalogue as HL7 ELM: see elm.h. */
#include "measure/elm.h"

#include <string.h>

#include "base/text.h"
#include "cql/elm.h"

enum { VERSION_DIGITS = 12 };

struct choice_of_measures {
	const struct catalogue *cat;
	const struct module *only;
};

/* Whether `rest` names a clause or an outcome: what stands behind a measure's number. */
static bool
is_title(const char *rest)
{
	for (int kind = 0; kind < CLAUSE_KINDS; kind++)
		if (text_equal(rest, clause_title((enum clause_kind)kind)))
			return true;
	for (int outcome = OUTCOME_EXCLUDED; outcome < OUTCOME_KINDS; outcome++)
		if (text_equal(rest, outcome_words((enum outcome)outcome)))
			return true;
	return false;
}

/* Whether a definition is a clause or an outcome of a measure that is wanted. */
static bool
is_wanted(void *arg, const struct cql_definition *definition)
{
	const struct choice_of_measures *choice = arg;

	for (size_t i = 0; i < choice->cat->n_measures; i++) {
		const struct measure *m = &choice->cat->measures[i];
		size_t len = strlen(m->number);

		if ((choice->only == NULL || m->module == choice->only)
			&& text_starts(definition->name, m->number)
			&& definition->name[len] == ' ' && is_title(definition->name + len + 1))
			return true;
	}
	return false;
}

void
catalogue_elm(const struct catalogue *cat, const struct module *only, struct buf *out,
	struct arena *scratch)
{
	struct choice_of_measures choice = { cat, only };
	struct cql_elm elm = { .id = only == NULL ? "MyQOPI"
			: arena_printf(scratch, "MyQOPI_%s", only->id),
		.version = arena_strn(scratch, cat->hash, VERSION_DIGITS),
		.library = &cat->library, .dictionary = &cat->dictionary,
		.visible = cat->plan->visible, .wanted = is_wanted, .arg = &choice };

	cql_elm_write(out, &elm, scratch);
}
