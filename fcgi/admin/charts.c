/* qopi charts: the packed charts and marks held to the answers that they are made of. */
#include <stdio.h>
#include <stdlib.h>

#include "admin/calls.h"
#include "base/text.h"
#include "model/packing.h"

static void
print(const struct packing *found, bool mended)
{
	printf("%llu charts, %llu not as their answers make them",
	       (unsigned long long)found->charts, (unsigned long long)found->wrong);
	if (found->wrong > 0)
		printf(mended ? ": written again"
			      : " (the first is %llu): run `qopi charts rebuild`",
		       (unsigned long long)found->first);
	putchar('\n');
	if (found->unread > 0)
		fprintf(stderr,
			"qopi: charts: %llu charts hold an answer that their edition does not "
			"know, or no answers at all; they were left as they are\n",
			(unsigned long long)found->unread);
}

void
admin_mark_charts(struct admin *admin)
{
	struct packing found = packing_look(admin->db, admin->arena,
					    editions_new(admin->arena, NULL), true, true);

	if (found.charts > 0)
		print(&found, true);
}

int
call_charts(struct admin *admin, int argc, char **argv)
{
	bool mend = argc == 1 && text_equal(argv[0], "rebuild");
	struct packing found;

	if (!mend && !(argc == 1 && text_equal(argv[0], "check")))
		return admin_wrong("charts takes check or rebuild");
	found = packing_look(admin->db, admin->arena, editions_new(admin->arena, NULL), false,
			     mend);
	print(&found, mend);
	return found.unread > 0 || (found.wrong > 0 && !mend) ? EXIT_FAILURE : EXIT_SUCCESS;
}
