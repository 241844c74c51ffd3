/* Configuration: the printed manual is a file that loads; errors come all at once. */
#include "../test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"

static const char *
write_file(const char *text)
{
	static char path[40];
	FILE *out;

	snprintf(path, sizeof path, "/tmp/myqopi-conf-XXXXXX");
	out = fdopen(mkstemp(path), "w");
	fputs(text, out);
	fclose(out);
	return path;
}

static void
the_printed_manual_loads(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct buf *errors = buf_new(a, 10000);
	struct conf c, again;
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	const char *path;

	(void)state;
	conf_defaults(&c);
	conf_print(&c, out);
	fclose(out);
	path = write_file(text);
	conf_defaults(&again);
	assert_true(conf_load(a, path, &again, errors));
	assert_string_equal(again.mail_from, c.mail_from);
	assert_int_equal(again.web_children, c.web_children);
	unlink(path);
	free(text);
	arena_free(a);
}

static void
errors_name_line_and_remedy(void **state)
{
	struct arena *a = arena_new(1 << 20);
	struct buf *errors = buf_new(a, 10000);
	struct conf c;
	const char *path = write_file("# fine\nweb_children = many\nsite_https = perhaps\nno_such = 1\nloose\n");

	(void)state;
	conf_defaults(&c);
	assert_false(conf_load(a, path, &c, errors));
	assert_non_null(strstr(errors->data, ":2: web_children is \"many\": a whole number from 1 to 256"));
	assert_non_null(strstr(errors->data, ":3: site_https is \"perhaps\": yes or no"));
	assert_non_null(strstr(errors->data, ":4: there is no option \"no_such\""));
	assert_non_null(strstr(errors->data, ":5: no \"=\""));
	unlink(path);
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(the_printed_manual_loads),
	cmocka_unit_test(errors_name_line_and_remedy),
};
TEST_MAIN(tests)
