/* What members of a network may see together: see network.h. Pure. */
#include "report/network.h"

#include <stdlib.h>

#include "base/fault.h"

static int
by_number(const void *one, const void *other)
{
	uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;

	return (a > b) - (a < b);
}

static bool
holds(const uint64_t *all, size_t n, uint64_t wanted)
{
	for (size_t i = 0; i < n; i++)
		if (all[i] == wanted)
			return true;
	return false;
}

/* Adds the practices of the networks that are in, and the networks of these practices. */
static void
reach(const struct network_tie *ties, size_t n, uint64_t *networks, size_t *n_networks,
      uint64_t *practices, size_t *n_practices)
{
	for (size_t i = 0; i < n; i++) {
		bool network = holds(networks, *n_networks, ties[i].network);
		bool practice = holds(practices, *n_practices, ties[i].practice);

		if (network && !practice)
			practices[(*n_practices)++] = ties[i].practice;
		if (practice && !network)
			networks[(*n_networks)++] = ties[i].network;
	}
}

uint64_t *
network_circle(struct arena *a, const struct network_tie *ties, size_t n, uint64_t network,
	       size_t *count)
{
	uint64_t *practices = arena_array(a, n, sizeof *practices);
	uint64_t *networks = arena_array(a, n + 1, sizeof *networks);
	size_t n_practices = 0, n_networks = 0, before;

	networks[n_networks++] = network;
	do {
		before = n_practices + n_networks;
		reach(ties, n, networks, &n_networks, practices, &n_practices);
	} while (n_practices + n_networks > before);
	qsort(practices, n_practices, sizeof *practices, by_number);
	*count = n_practices;
	return practices;
}

enum network_shown
network_check(struct arena *a, const struct disclose_practice *practices, size_t n, size_t n_cells,
	      const enum suppress *hidden, const bool *known)
{
	struct cell rest = { 0 };

	if (disclose_holds(a, practices, n, n_cells, hidden, known))
		return NETWORK_SHOWN;
	for (size_t i = 0; i < n; i++)
		if (!known[i] && practices[i].charts > 0)
			rest = suppress_join(rest, (struct cell){ 1, practices[i].charts,
								  practices[i].charts, 0 });
	return suppress_check(rest, SUPPRESS_ALL_PRACTICES) == SUPPRESS_NOT ? NETWORK_SINGLES_OUT
									    : NETWORK_FEW_OUTSIDE;
}

const char *
network_reason(enum network_shown shown)
{
	switch (shown) {
	case NETWORK_SHOWN: return NULL;
	case NETWORK_FEW_OUTSIDE:
		return "Not side by side: too few practices or charts outside this network. With "
		       "the "
		       "figures of all practices, those of the others could be worked out.";
	case NETWORK_SINGLES_OUT:
		return "Not side by side: with the figures of programs or peer groups it would "
		       "tell of "
		       "a few practices outside this network.";
	}
	fault("no such reason: %d", (int)shown);
}

const char *
network_reason_code(enum network_shown shown)
{
	switch (shown) {
	case NETWORK_SHOWN: return "";
	case NETWORK_FEW_OUTSIDE: return "few_outside";
	case NETWORK_SINGLES_OUT: return "singles_out";
	}
	fault("no such reason: %d", (int)shown);
}
