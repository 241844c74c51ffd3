/* The epoch of a host, between processes. */
#include "../test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fault.h"
#include "db/epoch.h"

static struct arena *arena;
static char path[] = "/tmp/test_epoch.XXXXXX";

static int
start(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	arena = arena_new(1 << 20);
	return fd < 0 || close(fd) != 0 || unlink(path) != 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return unlink(path);
}

static void
another_process_sees_it_raised(void **state)
{
	struct epoch *e = epoch_open(arena, path);
	uint64_t before = epoch_now(e);
	int status;
	pid_t child = fork();

	(void)state;
	if (child == 0) {
		epoch_raise(epoch_open(arena, path));
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(epoch_now(e), before + 1);
}

static void
it_goes_on_where_it_was(void **state)
{
	uint64_t before = epoch_now(epoch_open(arena, path));

	(void)state;
	epoch_raise(epoch_open(arena, path));
	assert_int_equal(epoch_now(epoch_open(arena, path)), before + 1);
}

static void
open_nowhere(void *arg)
{
	epoch_open(arg, "/nowhere/epoch");
}

static void
a_file_that_cannot_be_shared_is_a_fault(void **state)
{
	(void)state;
	assert_int_equal(fault_frame(open_nowhere, arena), FAULT_INTERNAL);
	assert_non_null(strstr(fault_message(), "epoch_file /nowhere/epoch"));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(another_process_sees_it_raised),
	cmocka_unit_test(it_goes_on_where_it_was),
	cmocka_unit_test(a_file_that_cannot_be_shared_is_a_fault),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, start, end);
}
