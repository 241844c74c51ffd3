/* The table of pages, for the tests that ask every page as every role. */
#include <stdio.h>
#include <stdlib.h>

#include "admin/calls.h"
#include "page/routes.h"

int
call_routes(struct admin *admin, int argc, char **argv)
{
	(void)admin;
	(void)argv;
	if (argc > 0)
		return admin_wrong("routes takes no arguments");
	for (size_t i = 0; i < n_pages; i++)
		printf("%s\t%s\t%s\n", pages[i].method == METHOD_POST ? "POST" : "GET", pages[i].path,
		       pages[i].title == NULL ? "" : pages[i].title);
	return EXIT_SUCCESS;
}
