/* The epoch of a host: see epoch.h. */
#include "db/epoch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/fault.h"

_Static_assert(ATOMIC_LLONG_LOCK_FREE == 2, "atomics must work between processes");

struct epoch {
	_Atomic uint64_t *number;
};

static void
unmap(void *number)
{
	munmap(number, sizeof(uint64_t));
}

struct epoch *
epoch_open(struct arena *process, const char *path)
{
	struct epoch *e = arena_alloc(process, sizeof *e);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	void *shared = MAP_FAILED;

	if (fd >= 0 && ftruncate(fd, sizeof(uint64_t)) == 0)
		shared = mmap(NULL, sizeof(uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (shared == MAP_FAILED)
		fault("epoch_file %s: %s", path, strerror(errno));
	close(fd);
	arena_defer(process, unmap, shared);
	e->number = shared;
	return e;
}

uint64_t
epoch_now(const struct epoch *e)
{
	return atomic_load(e->number);
}

void
epoch_raise(struct epoch *e)
{
	atomic_fetch_add(e->number, 1);
}
