/* Calls about measures: evaluate, explain, elm, catalogue. */
#include <stdio.h>
#include <stdlib.h>

#include "admin/calls.h"
#include "base/start.h"
#include "base/text.h"
#include "measure/difference.h"
#include "measure/elm.h"
#include "measure/evaluate.h"
#include "model/edition.h"

enum { ERRORS_MAX = 1024 * 1024, LIBRARY_MAX = 64 * 1024 * 1024 };

/* The catalogue of --measures DIR, else of the configuration; NULL with its errors printed. */
static const struct catalogue *
load(struct admin *admin, int argc, char **argv)
{
	const char *dir = admin_option(argc, argv, "--measures");
	struct buf *errors = buf_new(admin->arena, ERRORS_MAX);
	const struct catalogue *cat;

	cat = catalogue_load(admin->arena, dir == NULL ? admin->conf.measures_dir : dir, errors);
	if (cat == NULL)
		fprintf(stderr, "qopi: the catalogue does not load:\n%s", errors->data);
	return cat;
}

int
call_evaluate(struct admin *admin, int argc, char **argv)
{
	const struct catalogue *cat = load(admin, argc, argv);

	if (cat == NULL)
		return EXIT_FAILURE;
	if (admin_flag(argc, argv, "--asked"))
		return asked_csv(cat, stdin, stdout, stderr);
	return evaluate_csv(cat, stdin, stdout, stderr, admin_option(argc, argv, "--only"));
}

int
call_explain(struct admin *admin, int argc, char **argv)
{
	const char *measure = admin_option(argc, argv, "--measure");
	const struct catalogue *cat;

	if (measure == NULL)
		return admin_wrong("explain needs --measure NUMBER, for example \"Core 6\"");
	cat = load(admin, argc, argv);
	if (cat == NULL)
		return EXIT_FAILURE;
	return explain_csv(cat, stdin, stdout, stderr, measure,
			   admin_option(argc, argv, "--chart"));
}

int
call_elm(struct admin *admin, int argc, char **argv)
{
	const char *name = admin_option(argc, argv, "--module");
	const struct catalogue *cat = load(admin, argc, argv);
	const struct module *only = NULL;
	struct buf *library;

	if (cat == NULL)
		return EXIT_FAILURE;
	if (name != NULL && (only = catalogue_module(cat, name)) == NULL)
		return admin_wrong("there is no module \"%s\"", name);
	library = buf_new(admin->arena, LIBRARY_MAX);
	catalogue_elm(cat, only, library, admin->arena);
	if (library->full || fwrite(library->data, 1, library->len, stdout) != library->len
		|| fflush(stdout) != 0) {
		fprintf(stderr, "qopi: the library cannot be written\n");
		return EXIT_FAILURE;
	}
	return EXIT_SUCCESS;
}

/* A catalogue from a folder, or an edition of the database; NULL, and said, if neither. */
static const struct catalogue *
catalogue_of(struct admin *admin, const char *name)
{
	struct buf *errors = buf_new(admin->arena, ERRORS_MAX);
	const struct catalogue *cat = NULL;

	if (admin_is_folder(name))
		cat = catalogue_load(admin->arena, name, errors);
	else
		cat = edition_named(admin->db, admin->arena, name);
	if (cat == NULL)
		fprintf(stderr, "qopi: %s is no catalogue: name a folder, the number of an edition "
			"or the first digits of its hash\n%s", name, errors->data);
	return cat;
}

static int
print_difference(struct admin *admin, const char *old_name, const char *new_name)
{
	const struct catalogue *old = catalogue_of(admin, old_name);
	const struct catalogue *now = old == NULL ? NULL : catalogue_of(admin, new_name);
	struct buf *out = buf_new(admin->arena, LIBRARY_MAX);

	if (now == NULL)
		return EXIT_USAGE;
	if (catalogue_difference(old, now, out, admin->arena) == 0)
		buf_str(out, "the same measures and questions\n");
	fputs(out->data, stdout);
	return EXIT_SUCCESS;
}

int
call_catalogue(struct admin *admin, int argc, char **argv)
{
	const struct catalogue *cat;
	uint32_t id;

	if (argc > 0 && text_equal(argv[0], "check")) {
		const char *dir = admin_option(argc, argv, "--measures");

		return catalogue_check(dir == NULL ? admin->conf.measures_dir : dir, stdout,
				       stderr);
	}
	if (argc == 3 && text_equal(argv[0], "diff"))
		return print_difference(admin, argv[1], argv[2]);
	if (argc < 1 || !text_equal(argv[0], "load"))
		return admin_wrong("catalogue takes check, load, or diff and two editions");
	cat = load(admin, argc, argv);
	if (cat == NULL)
		return EXIT_FAILURE;
	id = edition_store(admin->db, admin->arena, cat, admin->conf.measures_dir);
	printf("edition %u, %.12s: %zu measures, %zu questions\n", id, cat->hash, cat->n_measures,
	       cat->n_elements);
	return EXIT_SUCCESS;
}
