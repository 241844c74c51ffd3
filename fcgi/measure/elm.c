/* A catalogue as HL7 ELM: see elm.h. */
#include "measure/elm.h"

#include "cql/elm.h"

enum { VERSION_DIGITS = 12 };

struct choice_of_measures {
	const struct catalogue *cat;
	const struct module *only;
};

/* Whether a definition is a clause or an outcome of a measure that is wanted. */
static bool
is_wanted(void *arg, const struct cql_definition *definition)
{
	const struct choice_of_measures *choice = arg;

	const struct measure *m = catalogue_measure_of(choice->cat, definition);

	return m != NULL && (choice->only == NULL || m->module == choice->only);
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
