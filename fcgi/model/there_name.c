/* Names and modules of charts as files have them, without a database: see there.h. */
#include "base/text.h"
#include "model/there.h"

const char *
there_name(struct arena *a, struct names *names, const char *label, uint32_t number, size_t place)
{
	const char *name = label;

	for (unsigned again = 0;; again++) {
		if (!text_is_empty(name) && names_find(names, name) == NAMES_NONE) {
			names_add(names, name, place);
			return name;
		}
		name = again == 0 ? arena_printf(a, "chart-%u", number)
				  : arena_printf(a, "chart-%u-%u", number, again);
	}
}

const char *
there_modules(struct arena *a, const struct catalogue *cat, module_set set)
{
	const char *text = "";

	for (size_t i = 0; i < cat->n_modules; i++)
		if ((set & module_bit(&cat->modules[i])) != 0)
			text = arena_printf(a, "%s%s%s", text, *text == '\0' ? "" : ";",
					    cat->modules[i].id);
	return text;
}

module_set
there_module_set(struct arena *a, const struct catalogue *cat, const char *text)
{
	module_set set = 0;
	size_t n;
	char **ids = text_split(a, text == NULL ? "" : text, ';', &n);

	for (size_t i = 0; i < n; i++) {
		const struct module *m = catalogue_module(cat, text_trim(a, ids[i]));

		if (m != NULL)
			set |= module_bit(m);
	}
	return set;
}

const struct there_chart *
there_named(const struct there *there, const char *name)
{
	size_t place = names_find(there->names, name);

	return place == NAMES_NONE ? NULL : &there->all[place];
}
