/*
 * A network in a round as a table (RFC 4180, UTF-8): a row a measure and member, shares from 0 to
 * 1 with all their digits. A measure that is not side by side has one row, without a member and
 * with the reason in `hidden`. `all_` is of all practices of the round.
 */
#ifndef EXCHANGE_NETWORK_CSV_H
#define EXCHANGE_NETWORK_CSV_H

#include "report/network.h"

/* The bytes of the file, of the arena; `name` is the network's. */
struct bytes network_csv(struct arena *a, const struct network_table *t, const char *name);

#endif
