/* Rounds: their states, sign-up, required charts. */
#ifndef MODEL_ROUND_H
#define MODEL_ROUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/queries.h"

/* The word for people: "open" is "Open for abstraction". */
const char *round_state_word(const char *state);

/* How a state looks: a kind of the templates' status macro. */
const char *round_state_look(const char *state);

#endif
